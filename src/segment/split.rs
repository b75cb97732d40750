//! Where sentences end.
//!
//! A sentence ends at a final mark, the closing quotes and brackets after it included, where white
//! space follows. A stop is no end after an abbreviation or an initial, within brackets, or where the text goes
//! on in lower case; a quotation is no end where a verb of saying follows.

use crate::segment::abbreviations::{Stop, stop_after};
use crate::text::{Lang, Span};

/// The sentences of `block`, in order, without the white space around them.
///
/// Every byte that is in no sentence is white space.
pub fn split(block: &str, lang: Lang) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let mut chars = block.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !is_final(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|&(_, c)| is_final(c) || is_closing(c)) {
            if matches!(c, ')' | ']') {
                depth = depth.saturating_sub(1);
            }
            end = at + c.len_utf8();
        }
        let mark = Mark {
            block,
            at,
            end,
            lang,
        };
        let bracketed = depth > 0 && closes_soon(&block[end..]);
        if !bracketed && mark.ends_sentence() {
            sentences.extend(trimmed(block, start, end));
            start = end;
        }
    }
    sentences.extend(trimmed(block, start, block.len()));
    sentences
}

/// The marks that can end a sentence.
fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔')
}

/// What closes a quotation or bracket, and belongs to the sentence before it.
fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '›')
}

/// Whether a bracket closes shortly, before another one opens.
///
/// Brackets that are never closed, or turned about in copying, must not swallow sentences.
fn closes_soon(after: &str) -> bool {
    let mut brackets = after.chars().take(LONGEST_ASIDE);
    matches!(
        brackets.find(|c| matches!(c, '(' | ')' | '[' | ']')),
        Some(')' | ']')
    )
}

/// The span without white space at its ends, unless nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = &text[start..end];
    let start = start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then(|| Span::new(start, end))
}

/// As much of a bracketed aside, in characters, as is looked at after a mark.
const LONGEST_ASIDE: usize = 60;

/// As much of a word, in characters, as is looked at before a mark.
const LONGEST_WORD: usize = 40;

/// A run of final and closing marks, and what stands around it.
struct Mark<'a> {
    block: &'a str,
    /// The first final mark.
    at: usize,
    /// One past the last mark.
    end: usize,
    lang: Lang,
}

impl Mark<'_> {
    fn ends_sentence(&self) -> bool {
        let rest = &self.block[self.end..];
        let after = rest.trim_start();
        if after.is_empty() {
            return true;
        }
        if after.len() == rest.len() {
            return self.space_was_lost(after);
        }
        let is_stop = &self.block[self.at..self.end] == ".";
        if is_stop && !self.stop_ends_sentence(after) {
            return false;
        }
        let is_said = self.closes_quotation() && begins_with_saying(after, self.lang);
        !goes_on(after) && !is_said
    }

    /// «کرد.وی»: in Persian the space after a stop is often missing.
    fn space_was_lost(&self, after: &str) -> bool {
        let is_long = |word: &str| word.chars().take_while(|c| c.is_alphabetic()).count() > 2;
        let persian = |c: Option<char>| c.and_then(Lang::of_letter) == Some(Lang::Persian);
        let before = self.word_before();
        self.lang == Lang::Persian
            && !before.contains('.')
            && persian(before.chars().next())
            && persian(after.chars().next())
            && is_long(before)
            && is_long(after)
    }

    /// Whether a lone stop can be the end: not after an initial, and not after most abbreviations.
    fn stop_ends_sentence(&self, after: &str) -> bool {
        let word = self.word_before();
        let next = after.chars().next();
        match stop_after(word, self.lang) {
            Some(Stop::Never) => false,
            Some(Stop::BeforeNumber) => !next.is_some_and(char::is_numeric),
            Some(Stop::Perhaps) => begins_unmistakably(after, self.lang),
            None => !is_initial(word) && !self.is_enumerator(word),
        }
    }

    /// The word that the mark is written on to, without what opens before it.
    fn word_before(&self) -> &str {
        let before = &self.block[..self.at];
        let reach = before.char_indices().rev().take(LONGEST_WORD);
        let word = reach.take_while(|(_, c)| !c.is_whitespace());
        let start = word.last().map_or(self.at, |(at, _)| at);
        before[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
    }

    /// Whether the word is a number that the block begins with: «۱. …».
    fn is_enumerator(&self, word: &str) -> bool {
        let is_first = self.block.trim_start().starts_with(word);
        is_first && word.chars().count() <= 3 && word.chars().all(char::is_numeric)
    }

    fn closes_quotation(&self) -> bool {
        self.block[self.at..self.end].contains(['»', '”', '"', '’', '›'])
    }
}

/// A single letter, or several with stops between them: «J», «ج.ا», «U.N».
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars().filter(|&c| c != '\u{200D}');
        letters
            .next()
            .is_some_and(|c| c.is_uppercase() || Lang::of_letter(c) == Some(Lang::Persian))
            && letters.next().is_none()
    })
}

/// Whether the text after a mark goes on with the same sentence: lower case, or a mark that cannot begin one.
fn goes_on(after: &str) -> bool {
    let first = after.chars().next();
    first.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | '،' | ';' | '؛' | ':' | '.'))
}

/// Whether `after` begins with a word that hardly ever stands after an abbreviation inside a sentence.
fn begins_unmistakably(after: &str, lang: Lang) -> bool {
    const OPENINGS: [&str; 24] = [
        "A", "After", "Although", "An", "And", "As", "At", "But", "For", "He", "His", "However",
        "If", "In", "It", "On", "She", "That", "The", "They", "This", "We", "When", "You",
    ];
    lang == Lang::English && OPENINGS.contains(&first_word(after))
}

/// Whether `after` begins with a verb of saying: the quotation before it is part of its sentence.
fn begins_with_saying(after: &str, lang: Lang) -> bool {
    const SAYING: [&str; 14] = [
        "گفت",
        "گفتند",
        "گفته",
        "می‌گوید",
        "میگوید",
        "افزود",
        "پرسید",
        "پرسیدند",
        "نوشت",
        "نوشتند",
        "خواند",
        "نامید",
        "خواندند",
        "دانست",
    ];
    lang == Lang::Persian && SAYING.contains(&first_word(after))
}

fn first_word(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || c == '\u{200C}';
    text.split(|c| !is_part(c)).next().unwrap_or(text)
}
