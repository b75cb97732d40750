//! Where sentences end.
//!
//! A sentence ends at a final mark, the closing quotes and brackets after it included, where white space follows.
//! `mark` says which of these are not an end after all; `lead` finds segments without any final mark (a dateline, a
//! greeting).
//!
//! The text is read once, forwards. Whatever looks back or ahead from a mark looks at a bounded piece of text, or at
//! white space that no other mark looks at, so that the time is linear in the length, whatever the text.

use crate::segment::lead;
use crate::segment::mark::Mark;
use crate::segment::run;
use crate::segment::sentence::Sentence;
use crate::text::bytes::{ByteSet, byte_set, position};
use crate::text::{Lang, Span};

/// The sentences of `block`, in order, without the white space around them.
///
/// Every byte that is in no sentence is white space.
pub fn split(block: &str, lang: Lang) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = next_letter(block, 0);
    while start < block.len() {
        let lead = lead::end(block, start, lang);
        let end = lead.unwrap_or_else(|| sentence_end(block, start, lang));
        let length = block[start..end].trim_end().len();
        sentences.push(Span::new(start, start + length));
        start = next_letter(block, end);
    }
    sentences
}

/// The place of the first character at `from` or later that is not white space.
fn next_letter(block: &str, from: usize) -> usize {
    block.len() - block[from..].trim_start().len()
}

/// Where the sentence ends that starts at `start`.
fn sentence_end(block: &str, start: usize, lang: Lang) -> usize {
    let mut sentence = Sentence::starting_at(start);
    let mut at = start;
    while let Some((place, sign)) = next_sign(block, at) {
        at = place + sign.len_utf8();
        let is_face = matches!(sign, '(' | ')') && run::is_emoticon_before(&block[..at]);
        if run::is_final(sign) || is_face {
            let mark = Mark::read(block, place, lang, &sentence);
            if mark.ends_sentence(&sentence) {
                return mark.end;
            }
            for (i, sign) in block[place..mark.end].char_indices() {
                sentence.note(place + i, sign);
            }
            at = mark.end;
        } else {
            sentence.note(place, sign);
        }
    }
    block.len()
}

/// The first sign at `from` or later that can end a sentence, or opens or closes something.
fn next_sign(block: &str, from: usize) -> Option<(usize, char)> {
    let bytes = block.as_bytes();
    let mut at = from;
    loop {
        at += position(&bytes[at..], |b| IS_LAST_BYTE[usize::from(b)])?;
        let length = match (bytes[at], at.checked_sub(1).map(|i| bytes[i])) {
            (b, _) if b.is_ascii() => 1,
            (0x9F, Some(0xD8)) | (0x94, Some(0xDB)) | (0xAB, Some(0xC2)) => 2,
            (0xA6 | 0x9C, Some(0x80)) if bytes[..at - 1].last() == Some(&0xE2) => 3,
            _ => 0,
        };
        at += 1;
        if length > 0 {
            let sign = block[at - length..].chars().next()?;
            return Some((at - length, sign));
        }
    }
}

/// The last bytes, in UTF-8, of . ! ? ؟ … ۔ ( ) [ ] " « “; most bytes of a text are none of them.
static IS_LAST_BYTE: ByteSet = byte_set(b".!?()[]\"\x9F\x94\xA6\xAB\x9C");
