//! The run of marks that a sentence can end with: «؟!», «."», `.[۱]`, «. . .», «! :)».

use crate::segment::sentence::Sentence;

/// One past the run of marks whose first, a final mark or the end of an emoticon, is at `start`.
///
/// Closing signs, more final marks and emoticons that stand alone belong to the run even after a space; a footnote mark
/// only without one.
pub(super) fn end(block: &str, start: usize, sentence: &Sentence) -> usize {
    let first = block[start..].chars().next();
    let mut end = start + first.map_or(0, char::len_utf8);
    loop {
        let rest = &block[end..];
        let first = rest.chars().next();
        if let Some(c) = first.filter(|&c| is_final(c) || is_closing(c)) {
            end += c.len_utf8();
            continue;
        }
        let more = match first {
            Some(c) if c.is_whitespace() => spaced(rest, sentence),
            _ => footnote(rest),
        };
        match more {
            0 => return end,
            length => end += length,
        }
    }
}

/// The marks that can end a sentence.
pub(super) fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔')
}

/// What closes a quotation or bracket, and belongs to the sentence before it.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '›')
}

/// Whether `before` ends with an emoticon that stands alone; it does the work of a final mark.
pub(super) fn is_emoticon_before(before: &str) -> bool {
    EMOTICONS.iter().any(|face| {
        before
            .strip_suffix(face)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    })
}

const EMOTICONS: [&str; 7] = [":)", ":-)", ";)", ";-)", ":(", ":-(", ":))"];

/// The length of white space and of a final mark, closing sign or emoticon that stands alone after it.
fn spaced(rest: &str, sentence: &Sentence) -> usize {
    let after = rest.trim_start();
    let space = rest.len() - after.len();
    let is_face = |face: &&&str| after.starts_with(**face) && stands_alone(after, face.len());
    if let Some(face) = EMOTICONS.iter().find(is_face) {
        return space + face.len();
    }
    let Some(c) = after.chars().next() else {
        return 0;
    };
    let length = match c {
        '"' if sentence.in_straight_quotes => 1,
        ')' | ']' if sentence.in_bracket => 1,
        '»' | '”' => c.len_utf8(),
        c if is_final(c) => after.len() - after.trim_start_matches(is_final).len(),
        _ => return 0,
    };
    if stands_alone(after, length) { space + length } else { 0 }
}

/// Whether the first `length` bytes of `text` are followed by white space, another mark, or nothing.
fn stands_alone(text: &str, length: usize) -> bool {
    let next = text.get(length..).map(|rest| rest.chars().next());
    next.is_some_and(|next| next.is_none_or(|c| c.is_whitespace() || is_final(c) || is_closing(c)))
}

/// The length of a footnote mark: `[12]`, «(۱)», «²».
fn footnote(rest: &str) -> usize {
    let is_raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let raised: usize =
        rest.chars().take(3).take_while(|&c| is_raised(c)).map(char::len_utf8).sum();
    let Some(inner) = rest.strip_prefix(['[', '(']) else {
        return raised;
    };
    let digits: usize =
        inner.chars().take(3).take_while(|c| c.is_numeric()).map(char::len_utf8).sum();
    if digits > 0 && inner[digits..].starts_with([']', ')']) { digits + 2 } else { 0 }
}
