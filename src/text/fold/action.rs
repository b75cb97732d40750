//! What is done with each character, and what it can be part of.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use foldhash::HashMap;
use unicode_normalization::char::decompose_compatible;

use super::hamza;
use super::letters::Class;
use super::table::{DECOMPOSED, DROPPED, HALF_SPACES, HAMZA, RULES, WHOLE, is_half_space, row_of};
use crate::text::Lang;

/// What is done with a character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Action {
    pub(super) what: What,
    /// What it becomes, where it becomes one character.
    pub(super) ch: char,
    pub(super) class: Class,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// It stays what it is, except for its case, and nothing more is done with it by itself.
    Stay,
    /// It becomes another character, or is a hamza on a carrier.
    Become,
    Space,
    Half,
    Drop,
    /// It becomes more than one character, or none, or is not looked up.
    Several,
}

/// The characters that are looked up: nearly all Latin, Greek, Cyrillic and Arabic letters, and the general
/// punctuation. Each further one makes every start of the program slower.
const KNOWN: [RangeInclusive<char>; 2] = ['\0'..='\u{8FF}', '\u{2000}'..='\u{206F}'];

/// The code point after them.
const PAST: usize = *KNOWN[1].end() as usize + 1;

/// What is done with each character that is looked up, by its code point; the others, [`What::Several`] here, are too
/// rare.
pub(super) static ACTIONS: LazyLock<[Action; PAST]> = LazyLock::new(|| {
    let none = Action { what: What::Several, ch: '\0', class: Class::Sign };
    let mut actions = [none; PAST];
    for c in KNOWN.into_iter().flatten() {
        actions[c as usize] = action_of(c).map_or_else(
            |what| Action { what, ch: c, ..none },
            |ch| Action {
                what: if c.to_ascii_lowercase() == ch && !hamza::is_carrier(ch) {
                    What::Stay
                } else {
                    What::Become
                },
                ch,
                class: class(ch),
            },
        );
    }
    actions
});

/// The one character that `c` becomes, or otherwise what is done with it.
fn action_of(c: char) -> Result<char, What> {
    if c.is_whitespace() {
        return Err(What::Space);
    }
    if is_half_space(c) {
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

/// Passes to `push` the characters as which `c` is compared, including marks and white space.
pub(super) fn compared_as(c: char, push: &mut impl FnMut(char)) {
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
    rows.flat_map(|rule| rule.from.chars().map(|c| (c, rule.to))).collect()
});

/// The name of the rule by which any run of white space is one space.
pub(super) const SPACE: &str = "space";

/// The name of the rule that changes `c`.
pub(super) fn name(c: char) -> &'static str {
    if c.is_whitespace() {
        return SPACE;
    }
    let row = RULES.iter().find(|rule| rule.from.contains(c));
    let silent = [HALF_SPACES, DROPPED, DECOMPOSED];
    row.map(|rule| rule.name)
        .or_else(|| silent.iter().find_map(|rows| row_of(rows, c)))
        .unwrap_or("decomposition")
}

pub(super) fn is_dropped(c: char) -> bool {
    row_of(DROPPED, c).is_some()
}

pub(super) fn class(c: char) -> Class {
    match Lang::of_letter(c) {
        Some(Lang::Persian) if ('\u{620}'..='\u{6D3}').contains(&c) => Class::PersianWord,
        Some(Lang::Persian) => Class::RarePersian,
        Some(Lang::English) if c.is_ascii() => Class::EnglishWord,
        Some(Lang::English) => Class::RareEnglish,
        None if c.is_alphabetic() => Class::OtherWord,
        None if c.is_ascii_digit() => Class::Figure,
        None if c.is_numeric() => Class::Number,
        None => Class::Sign,
    }
}
