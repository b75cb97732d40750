//! A text read character by character through the table.

use std::sync::LazyLock;

use foldhash::HashMap;
use unicode_normalization::char::decompose_compatible;

use super::change::Witness;
use super::table::{DECOMPOSED, DROPPED, HALF_SPACES, HAMZA, RULES, WHOLE, row_of};
use crate::text::{Lang, Span};

/// What stands before a character in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it follows the character before at once.
    None,
    /// A half-space: ZWNJ, soft hyphen or zero-width space.
    Half,
    /// White space, or the beginning of the text.
    Space,
}

/// One character of the folded text, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character as it compares; never white space.
    pub ch: char,
    /// What the original has before it.
    pub gap: Gap,
    /// What it can be part of.
    class: Class,
    /// The bytes of the original that it stands for, with the marks written on it.
    pub span: Span,
    /// Its first byte in the folded text.
    pub at: usize,
}

/// What a folded character can be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Class {
    PersianWord,
    EnglishWord,
    /// A word in other letters.
    OtherWord,
    /// A figure: one of the ten digits.
    Figure,
    /// Neither, though it is a number: ½, ①.
    Number,
    Sign,
}

impl Letter {
    /// Whether it is a letter or a digit.
    #[inline]
    pub fn is_alphanumeric(&self) -> bool {
        self.class != Class::Sign
    }

    /// Whether it can be part of a Persian word.
    #[inline]
    pub(super) fn is_persian(&self) -> bool {
        self.class == Class::PersianWord
    }

    /// What it can be part of.
    #[inline]
    pub(in crate::text) fn class(&self) -> Class {
        self.class
    }

    /// Writes it at the end of `folded`, after a space if it is one word's first letter and not the text's.
    #[inline]
    pub(super) fn write(&mut self, is_spaced: bool, folded: &mut String) {
        if is_spaced && !folded.is_empty() {
            folded.push(' ');
        }
        self.at = folded.len();
        folded.push(self.ch);
    }

    /// The byte after it in the folded text.
    #[inline]
    pub fn end(&self) -> usize {
        self.at + self.ch.len_utf8()
    }
}

/// A text as it is read.
pub(super) struct Read {
    /// Its letters; none knows yet where it stands in the folded text.
    pub(super) letters: Vec<Letter>,
    /// Whether any of them is Persian.
    pub(super) is_persian: bool,
    /// What stands after the letters that were read so far.
    gap: Gap,
}

/// Reads `text` character by character.
pub(super) fn read(text: &str, witness: &mut impl Witness) -> Read {
    let mut read = Read {
        letters: Vec::with_capacity(text.chars().count()),
        is_persian: false,
        gap: Gap::Space,
    };
    let actions = &*ACTIONS;
    for (start, c) in text.char_indices() {
        let span = Span::new(start, start + c.len_utf8());
        let Some(action) = actions.get(c as usize) else {
            read.several(c, span, witness);
            continue;
        };
        match action.what {
            What::Become => {
                if action.ch != c {
                    witness.saw(span, || name(c));
                }
                read.push(action.ch, action.class, span);
            }
            What::Space => read.space(c, span, witness),
            What::Half => read.half(c, span, witness),
            What::Drop if c == TATWEEL && read.is_dash(&text[start..]) => {
                witness.saw(span, || TATWEEL_DASH);
                read.push('-', Class::Sign, span);
            }
            What::Drop => read.mark(c, span, witness),
            What::Several => read.several(c, span, witness),
        }
    }
    read
}

const TATWEEL: char = '\u{640}';

/// The most tatweels that are one dash.
const LONGEST_DASH: usize = 8;

/// The rules of this file that are no rows of the table.
pub(super) const NAMES: [&str; 3] = [SPACE, TATWEEL_DASH, HAMZA_MARKED];
const SPACE: &str = "space";
const TATWEEL_DASH: &str = "tatweel-dash";
const HAMZA_MARKED: &str = "hamza-composed";

impl Read {
    #[inline]
    fn push(&mut self, ch: char, class: Class, span: Span) {
        self.is_persian |= class == Class::PersianWord;
        self.letters.push(Letter {
            ch,
            gap: self.gap,
            class,
            span,
            at: 0,
        });
        self.gap = Gap::None;
    }

    fn space(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        if c != ' ' {
            witness.saw(span, || SPACE);
        }
        self.gap = Gap::Space;
    }

    fn half(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        witness.saw(span, || name(c));
        self.gap = self.gap.max(Gap::Half);
    }

    /// A mark belongs to the letter it is written on, and may make another letter of it.
    fn mark(&mut self, mark: char, span: Span, witness: &mut impl Witness) {
        let last = self.letters.last_mut().filter(|_| self.gap == Gap::None);
        let Some(last) = last else {
            return witness.saw(span, || name(mark));
        };
        last.span.end = span.end;
        match composed(last.ch, mark) {
            Some(letter) => {
                last.ch = letter;
                witness.saw(last.span, || HAMZA_MARKED);
            }
            None => witness.saw(span, || name(mark)),
        }
    }

    fn several(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        let mut changed = false;
        compared_as(c, &mut |part| {
            changed |= part != c || is_dropped(part);
            if part.is_whitespace() {
                self.gap = Gap::Space;
            } else if row_of(HALF_SPACES, part).is_some() {
                self.gap = self.gap.max(Gap::Half);
            } else if is_dropped(part) {
                self.mark(part, span, &mut ());
            } else {
                self.push(part, class(part), span);
            }
        });
        if changed {
            witness.saw(span, || name(c));
        }
    }

    /// Whether the tatweel at the head of `rest` is written apart, as a dash: «تهران ـ ایرنا».
    fn is_dash(&self, rest: &str) -> bool {
        let mut after = rest.chars().take(LONGEST_DASH + 1);
        self.gap == Gap::Space
            && after.find(|&c| c != TATWEEL).map_or(
                rest.len() <= LONGEST_DASH * TATWEEL.len_utf8(),
                char::is_whitespace,
            )
    }
}

/// The letter that `mark` makes of `base`.
fn composed(base: char, mark: char) -> Option<char> {
    let row = HAMZA.iter().find(|row| (row.0, row.1) == (base, mark));
    row.map(|row| row.2)
}

/// What is done with a character.
#[derive(Clone, Copy, Debug)]
struct Action {
    what: What,
    /// What it becomes, where it becomes one character.
    ch: char,
    class: Class,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Become,
    Space,
    Half,
    Drop,
    /// It becomes more than one character, or none.
    Several,
}

/// What is done with each character up to the general punctuation, by its code point; others are too rare.
static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| {
    let none = Action {
        what: What::Several,
        ch: '\0',
        class: Class::Sign,
    };
    let mut actions = vec![none; 0x2070];
    for c in '\0'..'\u{2070}' {
        actions[c as usize] = action(c).map_or_else(
            |what| Action { what, ..none },
            |ch| Action {
                what: What::Become,
                ch,
                class: class(ch),
            },
        );
    }
    actions
});

/// The one character that `c` becomes, or what else is done with it.
fn action(c: char) -> Result<char, What> {
    if c.is_whitespace() {
        return Err(What::Space);
    }
    if row_of(HALF_SPACES, c).is_some() {
        return Err(What::Half);
    }
    if is_dropped(c) {
        return Err(What::Drop);
    }
    let mut parts = Vec::new();
    compared_as(c, &mut |part| parts.push(part));
    match parts[..] {
        [only] if !only.is_whitespace() && !is_dropped(only) => Ok(only),
        _ => Err(What::Several),
    }
}

/// Gives `push` the characters as which `c` is compared, marks and white space among them.
fn compared_as(c: char, push: &mut impl FnMut(char)) {
    if c.is_ascii() && c != '`' {
        return push(c.to_ascii_lowercase());
    }
    if HAMZA.iter().any(|row| row.2 == c) || row_of(WHOLE, c).is_some() {
        return push(c);
    }
    if let Some(to) = TABLE.get(&c) {
        return to.chars().for_each(push);
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase() {
            match TABLE.get(&lower) {
                Some(to) => to.chars().for_each(&mut *push),
                None => push(lower),
            }
        }
    });
}

static TABLE: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let rows = RULES.iter();
    rows.flat_map(|rule| rule.from.chars().map(|c| (c, rule.to)))
        .collect()
});

/// The name of the rule that changes `c`.
fn name(c: char) -> &'static str {
    if c.is_whitespace() {
        return SPACE;
    }
    let row = RULES.iter().find(|rule| rule.from.contains(c));
    let silent = [HALF_SPACES, DROPPED, DECOMPOSED];
    row.map(|rule| rule.name)
        .or_else(|| silent.iter().find_map(|rows| row_of(rows, c)))
        .unwrap_or("decomposition")
}

fn is_dropped(c: char) -> bool {
    row_of(DROPPED, c).is_some()
}

fn class(c: char) -> Class {
    match Lang::of_letter(c) {
        Some(Lang::Persian) => Class::PersianWord,
        Some(Lang::English) => Class::EnglishWord,
        None if c.is_alphabetic() => Class::OtherWord,
        None if c.is_ascii_digit() => Class::Figure,
        None if c.is_numeric() => Class::Number,
        None => Class::Sign,
    }
}
