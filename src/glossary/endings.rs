//! What may be written on to a name in Persian or English without making another name of it.
//!
//! A Persian name takes, in this order, any of: a ye (ایرانی, آمریکایی, کره‌ای); a plural (ها, after a ye of places and
//! peoples ان too: ایرانیان); a ye of the ezafe or a possessive (روس‌های, لاوروف‌شان); «to be» (آمریکاست, روس‌اند);
//! «را» or «و» (ایران‌را). Some are certain only after a half-space, or joined only after a longer
//! name; what is not in the table makes another word, and the name is not found in it.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::glossary::occurrence::Ending;
use crate::text::Lang;
use crate::text::list::List;

/// The letters after which an English plural is "es"; the possessive begins with an apostrophe, which ends the name anyway.
const BEFORE_ES: [char; 4] = ['s', 'x', 'z', 'h'];

/// One part of what is written on to a name.
#[derive(Clone, Copy, Debug)]
struct Part {
    letters: &'static str,
    /// What the name becomes with it.
    ending: Ending,
    join: Join,
}

/// How an ending must be written to be certain, from the freest to the strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Join {
    /// Joined, or after a half-space.
    Any,
    /// Joined only to a name of [`LONG`] letters or more.
    Long,
    /// Joined only to a name that ends in alef or vav: «آمریکایی», «پرویی».
    AlefOrVav,
    /// Joined only to a longer name that ends in alef: «آمریکاست», «آمریکاو».
    Alef,
    /// Joined only to a name that ends in he: «کرهای», but «روسای» is no «روس».
    He,
    /// Only after a half-space: joined, the name would be another one.
    HalfSpace,
}

/// The letters of a long name: «ترک» with «مان» is no ending, «لاوروف» with it is one.
const LONG: usize = 4;

const YE: &[Part] = &[
    part("ی", Ending::Ye, Join::Any),
    part("یی", Ending::Ye, Join::AlefOrVav),
    part("ای", Ending::Ye, Join::He),
];
const PLURAL: &[Part] = &[
    part("ها", Ending::Inflection, Join::Any),
    part("های", Ending::Inflection, Join::Any),
    part("هایی", Ending::Inflection, Join::Any),
    part("هایم", Ending::Inflection, Join::Any),
    part("هایت", Ending::Inflection, Join::Any),
    part("هایش", Ending::Inflection, Join::Any),
    part("هایمان", Ending::Inflection, Join::Any),
    part("هایتان", Ending::Inflection, Join::Any),
    part("هایشان", Ending::Inflection, Join::Any),
];
const PEOPLE: &[Part] = &[
    part("یان", Ending::Ye, Join::Long),
    part("ییان", Ending::Ye, Join::Long),
];
const POSSESSIVE: &[Part] = &[
    part("ام", Ending::Inflection, Join::HalfSpace),
    part("ات", Ending::Inflection, Join::HalfSpace),
    part("اش", Ending::Inflection, Join::Any),
    part("مان", Ending::Inflection, Join::Long),
    part("تان", Ending::Inflection, Join::Long),
    part("شان", Ending::Inflection, Join::Long),
];
const COMPARATIVE: &[Part] = &[
    part("تر", Ending::Inflection, Join::HalfSpace),
    part("ترین", Ending::Inflection, Join::HalfSpace),
];
const TO_BE: &[Part] = &[
    part("اند", Ending::Inflection, Join::HalfSpace),
    part("ایم", Ending::Inflection, Join::HalfSpace),
    part("اید", Ending::Inflection, Join::HalfSpace),
    part("ست", Ending::Inflection, Join::Alef),
];
const CLITIC: &[Part] = &[
    part("را", Ending::Inflection, Join::Long),
    part("و", Ending::Inflection, Join::Alef),
];

/// What makes a compound with a name, after a half-space: «آلمان‌نشین», as in English "Lavrov-led".
const COMPOUND: &[Part] = &[
    part("الاصل", Ending::Inflection, Join::HalfSpace),
    part("تبار", Ending::Inflection, Join::HalfSpace),
    part("دوست", Ending::Inflection, Join::HalfSpace),
    part("زبان", Ending::Inflection, Join::HalfSpace),
    part("زده", Ending::Inflection, Join::HalfSpace),
    part("ستیز", Ending::Inflection, Join::HalfSpace),
    part("شناس", Ending::Inflection, Join::HalfSpace),
    part("نشین", Ending::Inflection, Join::HalfSpace),
    part("هراس", Ending::Inflection, Join::HalfSpace),
    part("پرست", Ending::Inflection, Join::HalfSpace),
    part("گرا", Ending::Inflection, Join::HalfSpace),
    part("گرای", Ending::Inflection, Join::HalfSpace),
];
const YE_AFTER_COMPOUND: &[Part] = &[part("ی", Ending::Inflection, Join::HalfSpace)];

/// The orders in which parts follow one another; any of them may be left out.
const ORDERS: [&[&[Part]]; 5] = [
    &[YE, PLURAL, TO_BE, CLITIC],
    &[PEOPLE, YE, CLITIC],
    &[POSSESSIVE, CLITIC],
    &[COMPARATIVE],
    &[COMPOUND, YE_AFTER_COMPOUND, PLURAL],
];

/// What the letters after a name are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Something that the name has written on to it.
    Ending(Ending),
    /// No such thing, or one that makes another word here, but the end of something that is.
    Part,
    /// Nothing of the kind; what ends with it is no ending either.
    None,
}

impl Rest {
    pub(super) fn ending(self) -> Option<Ending> {
        match self {
            Self::Ending(ending) => Some(ending),
            Self::Part | Self::None => None,
        }
    }
}

/// What `rest` is after `name`.
pub(super) fn read(rest: &str, name: Name, lang: Lang) -> Rest {
    match lang {
        Lang::English => match rest {
            "s" => Rest::Ending(Ending::Inflection),
            "es" if BEFORE_ES.contains(&name.last) => Rest::Ending(Ending::Inflection),
            "es" => Rest::Part,
            _ => Rest::None,
        },
        Lang::Persian => match PERSIAN.get(rest) {
            Some(Some((ending, join))) if join.is_certain(name) => Rest::Ending(*ending),
            Some(_) => Rest::Part,
            None => Rest::None,
        },
    }
}

impl Join {
    /// Whether it is written so after `name`.
    fn is_certain(self, name: Name) -> bool {
        name.half_space
            || match self {
                Self::Any => true,
                Self::Long => name.letters >= LONG,
                Self::AlefOrVav => matches!(name.last, 'ا' | 'و'),
                Self::He => name.last == 'ه',
                Self::Alef => name.last == 'ا' && name.letters >= LONG,
                Self::HalfSpace => false,
            }
    }
}

/// What an ending must know of the name before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// Its letters, from the beginning of the word.
    pub(super) letters: usize,
    /// The last of them.
    pub(super) last: char,
    /// Whether a half-space, or a space that stands for one, follows.
    pub(super) half_space: bool,
}

/// All rows of parts, with what the first of them does and how it must be written; and all ends of rows, with nothing.
static PERSIAN: LazyLock<List<Option<(Ending, Join)>>> = LazyLock::new(|| {
    let mut endings = HashMap::new();
    for order in ORDERS {
        let mut rows: Vec<(String, (Ending, Join))> = Vec::new();
        for parts in order {
            let alone = parts
                .iter()
                .map(|part| (part.letters.to_owned(), (part.ending, part.join)));
            let after = rows.iter().flat_map(|(letters, how)| {
                let longer = move |part: &Part| (format!("{letters}{}", part.letters), *how);
                parts.iter().map(longer)
            });
            let more: Vec<_> = alone.chain(after).collect();
            rows.extend(more);
        }
        for (letters, how) in rows {
            endings.entry(letters).or_insert(Some(how));
        }
    }
    let rows: Vec<String> = endings.keys().cloned().collect();
    for row in rows {
        for (at, _) in row.char_indices() {
            endings.entry(row[at..].to_owned()).or_insert(None);
        }
    }
    endings.into_iter().collect()
});

const fn part(letters: &'static str, ending: Ending, join: Join) -> Part {
    Part {
        letters,
        ending,
        join,
    }
}
