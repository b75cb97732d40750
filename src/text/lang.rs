//! The two languages, how files name them, and which one a text is in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the two languages that hamta translates between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    /// Persian: Iranian, Dari; written from right to left.
    Persian,
    /// English, of any country.
    English,
}

impl Lang {
    /// Both languages, Persian first.
    pub const ALL: [Self; 2] = [Self::Persian, Self::English];

    /// The two-letter code of ISO 639-1: `fa` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Persian => "fa",
            Self::English => "en",
        }
    }

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Persian => "Persian",
            Self::English => "English",
        }
    }

    /// The language that this one is translated into.
    pub fn other(self) -> Self {
        match self {
            Self::Persian => Self::English,
            Self::English => Self::Persian,
        }
    }

    /// Reads a language tag as files have it: `fa`, `fa-IR`, `fas`, `per`, `prs`, `EN_us`, `eng`.
    ///
    /// Only the language itself counts, not the country or script after it (BCP 47).
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        match language.to_ascii_lowercase().as_str() {
            "fa" | "fas" | "per" | "pes" | "prs" => Some(Self::Persian),
            "en" | "eng" => Some(Self::English),
            _ => None,
        }
    }

    /// The text in the quotation marks of this language.
    pub fn quote(self, text: &str) -> String {
        match self {
            Self::Persian => format!("«{text}»"),
            Self::English => format!("“{text}”"),
        }
    }

    /// The language most of the letters of `text` belong to; `None` where it has no letters of either.
    ///
    /// Where one kind of letters surely outweighs all that may be of the other, bytes are counted and no characters
    /// read, except in short texts.
    pub fn of(text: &str) -> Option<Self> {
        if text.len() < WORTH_COUNTING {
            return Self::by_letters(text);
        }
        let bytes = text.as_bytes();
        let latin = count(bytes, |byte| byte.is_ascii_alphabetic());
        let beyond_ascii = count(bytes, |byte| byte >= 0xC0);
        if latin > beyond_ascii {
            return Some(Self::English);
        }
        let arabic = count_pairs(bytes, is_arabic);
        if arabic > 0 && arabic >= latin + (beyond_ascii - arabic) {
            return Some(Self::Persian);
        }
        Self::by_letters(text)
    }

    /// The same, letter by letter.
    fn by_letters(text: &str) -> Option<Self> {
        let mut persian = 0_usize;
        let mut english = 0_usize;
        for c in text.chars() {
            match Self::of_letter(c) {
                Some(Self::Persian) => persian += 1,
                Some(Self::English) => english += 1,
                None => {}
            }
        }
        match (persian, english) {
            (0, 0) => None,
            (p, e) if p >= e => Some(Self::Persian),
            _ => Some(Self::English),
        }
    }

    /// The language whose script the letter `c` belongs to.
    #[inline]
    pub fn of_letter(c: char) -> Option<Self> {
        match c {
            // What nearly all text is made of, for speed.
            'a'..='z' | 'A'..='Z' => Some(Self::English),
            '\0'..='\x7F' => None,
            '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{0671}'..='\u{06D3}' => {
                Some(Self::Persian)
            }
            c if !c.is_alphabetic() => None,
            '\u{0600}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{08A0}'..='\u{08FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => Some(Self::Persian),
            '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Some(Self::English),
            _ => None,
        }
    }
}

/// From this many bytes on it is faster to count bytes first than to read letters straight away.
const WORTH_COUNTING: usize = 40;

/// How many bytes are counted before the count is added up: the compiler counts sixteen at a time where a byte holds
/// the count.
const AT_ONCE: usize = 128;

/// For how many of `bytes` `is_such` holds.
fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(AT_ONCE);
    let counts = parts.map(|part| part.iter().map(|&byte| u8::from(is_such(byte))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// For how many of `bytes`, each with the byte after it, `is_such` holds.
fn count_pairs(bytes: &[u8], is_such: impl Fn(u8, u8) -> bool) -> usize {
    let next = bytes.get(1..).unwrap_or_default();
    let parts = bytes.chunks(AT_ONCE).zip(next.chunks(AT_ONCE));
    let counts = parts.map(|(part, next)| {
        let pairs = part.iter().zip(next);
        pairs.map(|(&byte, &next)| u8::from(is_such(byte, next))).sum::<u8>()
    });
    counts.map(usize::from).sum()
}

/// Whether these two bytes are a character of U+0620..=U+063F, U+0641..=U+064A or U+0671..=U+06D3, written so that no
/// step depends on another.
fn is_arabic(byte: u8, next: u8) -> bool {
    (byte == 0xD8) & (next >= 0xA0)
        | (byte == 0xD9) & ((next > 0x80) & (next <= 0x8A) | (next >= 0xB1))
        | (byte == 0xDA)
        | (byte == 0xDB) & (next <= 0x93)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
