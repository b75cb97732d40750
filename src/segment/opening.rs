//! How the text after a mark begins: as a new sentence, or going on with the same one.

use crate::segment::word_list::OPENINGS;
use crate::text::{HALF_SPACE, Lang};

/// How a text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// With a mark that no sentence begins with.
    Impossible,
    /// With a small letter.
    LowerCase,
    /// As a sentence can.
    Possible,
}

impl Opening {
    /// How `after` begins.
    pub(super) fn of(after: &str) -> Self {
        let mut chars = after.chars();
        match (chars.next(), chars.next()) {
            (Some(',' | '،' | ';' | '؛' | ':' | '/' | '٪' | '%'), _) => Self::Impossible,
            (Some('.' | '!' | '?' | '؟' | '…'), second)
                if second.is_none_or(char::is_whitespace) =>
            {
                Self::Impossible
            }
            (Some(c), second) if c.is_lowercase() => match second {
                Some(second) if second.is_uppercase() => Self::Possible,
                _ => Self::LowerCase,
            },
            (Some('"' | '“' | '‘' | '\'' | '(' | '['), Some(c)) if c.is_lowercase() => {
                Self::LowerCase
            }
            (Some('.' | '…'), _) if is_lowercase_after_ellipsis(after) => Self::LowerCase,
            _ => Self::Possible,
        }
    }
}

/// Whether `after` begins with a word that hardly ever stands after an abbreviation inside a sentence.
///
/// A single letter with a stop («A.») is an initial, not such a word.
pub(super) fn begins_unmistakably(after: &str, lang: Lang) -> bool {
    let after = after.trim_start_matches(['"', '“', '«', '‘', '\'', '(']);
    let word = first_word(after);
    OPENINGS.has(word, lang) && !after[word.len()..].starts_with('.')
}

/// The word that `text` begins with; empty where it begins with none.
pub(super) fn first_word(text: &str) -> &str {
    let is_part = |c: char| {
        Lang::of_letter(c).is_some() || c.is_alphanumeric() || matches!(c, HALF_SPACE | '\u{200D}')
    };
    let letters = text.char_indices().take(LONGEST_WORD);
    let last = letters.take_while(|&(_, c)| is_part(c)).last();
    last.map_or("", |(at, c)| &text[..at + c.len_utf8()])
}

/// How much of a word, in characters, is looked at around a mark.
pub(super) const LONGEST_WORD: usize = 40;

fn is_lowercase_after_ellipsis(after: &str) -> bool {
    let mut chars = after.chars().take(4).skip_while(|&c| matches!(c, '.' | '…'));
    chars.next().is_some_and(char::is_lowercase)
}
