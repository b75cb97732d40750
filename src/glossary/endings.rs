//! What may be attached to a name in Persian or English without turning it into another name.
//!
//! A Persian name takes, in this order, any of: a ye (ایرانی, آمریکایی, کره‌ای); a plural (ها, after a ye of places and
//! peoples ان too: ایرانیان, as after that of یهودی and after افغان, which are peoples themselves); a ye of the ezafe
//! or a possessive (روس‌های, لاوروف‌شان); «to be» (آمریکاست, روس‌اند); «را» or «و» (ایران‌را). Some are certain only
//! after a half-space, or joined only after a longer name; any other ending makes another word, and the name is not
//! found in it.

use std::sync::LazyLock;

use crate::glossary::occurrence::Ending;
use crate::text::Lang;

/// The letters after which an English plural is "es"; the possessive begins with an apostrophe, which ends the name
/// anyway.
const BEFORE_ES: [char; 4] = ['s', 'x', 'z', 'h'];

/// One part of what is attached to a name.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// Its letters, with [`BREAK`] where there may be a half-space.
    letters: &'static str,
    /// What the name becomes with it.
    ending: Ending,
    join: Join,
}

/// Where a part may have a half-space inside: «ها» can have one only before its ye, and «رشته‌ای» is not «رشت» with
/// «های».
const BREAK: char = '|';

/// How an ending must be written to be certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    /// Joined, or after a half-space.
    Any,
    /// Joined only to a name of [`LONG`] letters or more.
    Long,
    /// Joined only to a name that ends in alef or vav: «آمریکایی», «پرویی».
    AlefOrVav,
    /// Joined only to a longer name that ends in alef: «آمریکاست», «آمریکاو».
    Alef,
    /// Joined only to a name that ends in he: «کرهای», but «روسای» is not «روس».
    He,
    /// Only after a half-space: joined, the name would be another one.
    HalfSpace,
    /// Only to a name that ends in one of [`BEFORE_ES`].
    Sibilant,
    /// Joined to the name of a people, and to another one that ends in a ye of its own: «یهودیان», «حوثیان».
    People,
}

/// The ye that makes the name of a people out of another name, or ends one.
pub(super) const YE_OF_PEOPLE: char = 'ی';

/// The fewest letters of a people's name that takes a plural without a ye: «روسان».
const SHORTEST_PEOPLE: usize = 3;

/// The fewest letters of a long name: after «ترک» «مان» is not an ending, after «لاوروف» it is.
const LONG: usize = 4;

const YE: &[Part] = &[
    part("ی", Ending::Ye, Join::Any),
    part("یی", Ending::Ye, Join::AlefOrVav),
    part("ای", Ending::Ye, Join::He),
];
const PLURAL: &[Part] = &[
    part("ها", Ending::Inflection, Join::Any),
    part("ها|ی", Ending::Inflection, Join::Any),
    part("ها|یی", Ending::Inflection, Join::Any),
    part("ها|یم", Ending::Inflection, Join::Any),
    part("ها|یت", Ending::Inflection, Join::Any),
    part("ها|یش", Ending::Inflection, Join::Any),
    part("ها|یمان", Ending::Inflection, Join::Any),
    part("ها|یتان", Ending::Inflection, Join::Any),
    part("ها|یشان", Ending::Inflection, Join::Any),
];
const PEOPLE: &[Part] = &[
    part("یان", Ending::Ye, Join::Long),
    part("ییان", Ending::Ye, Join::Long),
    part("ان", Ending::Ye, Join::People),
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
const CLITIC: &[Part] =
    &[part("را", Ending::Inflection, Join::Long), part("و", Ending::Inflection, Join::Alef)];

/// What makes a compound with a name after a half-space: «آلمان‌نشین», like "Lavrov-led" in English.
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

const ENGLISH: &[Part] =
    &[part("s", Ending::Inflection, Join::Any), part("es", Ending::Inflection, Join::Sibilant)];

/// The orders in which parts follow one another; any of them may be left out.
const PERSIAN_ORDERS: &[&[&[Part]]] = &[
    &[YE, PLURAL, TO_BE, CLITIC],
    &[PEOPLE, YE, CLITIC],
    &[POSSESSIVE, CLITIC],
    &[COMPARATIVE],
    &[COMPOUND, YE_AFTER_COMPOUND, PLURAL],
];
const ENGLISH_ORDERS: &[&[&[Part]]] = &[&[ENGLISH]];

impl Join {
    /// Whether an ending written like this is certain after `name`.
    #[inline]
    fn is_certain(self, name: Name) -> bool {
        match self {
            Self::Sibilant => BEFORE_ES.contains(&name.last),
            _ if name.half_space => true,
            Self::Any => true,
            Self::Long => name.letters >= LONG,
            Self::AlefOrVav => matches!(name.last, 'ا' | 'و'),
            Self::He => name.last == 'ه',
            Self::Alef => name.last == 'ا' && name.letters >= LONG,
            Self::People => name.last == YE_OF_PEOPLE || name.letters >= SHORTEST_PEOPLE,
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

/// What is attached to a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    /// What the name becomes with it.
    pub(super) ending: Ending,
    /// Whether only the names of peoples take it, see [`Join::People`].
    pub(super) is_of_peoples: bool,
}

impl Written {
    /// No ending, or one that any name takes.
    pub(super) fn any(ending: Ending) -> Self {
        Self { ending, is_of_peoples: false }
    }
}

/// All rows of parts of a language, read backwards from the last letter, which shows for most words that they have no
/// ending.
#[derive(Debug)]
pub(super) struct Endings {
    /// The ends of rows; the first one has no letters.
    ends: Vec<End>,
    /// The number of an end of one letter, by the lowest byte of the letter; [`NO_LETTERS`] where there is none.
    of_one: [usize; 256],
}

/// Letters that a row of parts ends with.
#[derive(Debug, Default)]
struct End {
    /// The first of these letters.
    first: char,
    /// What the first part does and how it must be written, where the letters are a whole row.
    row: Option<(Ending, Join)>,
    /// Where such rows may have a half-space.
    breaks: Breaks,
    /// The ends that have one letter more, by that letter.
    longer: Vec<(char, usize)>,
}

/// Places in letters that a word ends with, a bit for each: how many letters follow it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Breaks(u32);

impl Breaks {
    /// Adds the place before the last `count` letters; no row is so long that one would be left out.
    #[inline]
    pub(super) fn add(&mut self, count: usize) {
        if count < 32 {
            self.0 |= 1 << count;
        }
    }

    /// Whether all of them are among `others`.
    #[inline]
    fn are_in(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

/// The number of the end without letters.
pub(super) const NO_LETTERS: usize = 0;

static ENDINGS: LazyLock<[Endings; 2]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| match lang {
        Lang::Persian => Endings::new(PERSIAN_ORDERS),
        Lang::English => Endings::new(ENGLISH_ORDERS),
    })
});

impl Endings {
    /// Those of `lang`.
    pub(super) fn of(lang: Lang) -> &'static Self {
        &ENDINGS[usize::from(lang == Lang::English)]
    }

    /// The number of the end that has `letter` before the letters of `end`; `None` where no row ends like that.
    #[inline]
    pub(super) fn longer(&self, end: usize, letter: char) -> Option<usize> {
        if end == NO_LETTERS {
            let one = self.of_one[lowest_byte(letter)];
            if one == NO_LETTERS || self.ends[one].first == letter {
                return (one != NO_LETTERS).then_some(one);
            }
        }
        let mut longer = self.ends[end].longer.iter();
        longer.find(|(ch, _)| *ch == letter).map(|(_, end)| *end)
    }

    /// What is attached to `name` by the letters of an end, which have these breaks inside, if they are certainly not
    /// part of another word.
    #[inline]
    pub(super) fn ending(&self, end: usize, breaks: Breaks, name: Name) -> Option<Written> {
        let end = &self.ends[end];
        let (ending, join) = end.row?;
        let is_of_peoples = join == Join::People;
        // The ye of «یهودیان» is no ending: the name itself ends in it.
        let is_plural = is_of_peoples && name.last == YE_OF_PEOPLE;
        let ending = if is_plural { Ending::Inflection } else { ending };
        let written = Written { ending, is_of_peoples };
        (join.is_certain(name) && breaks.are_in(end.breaks)).then_some(written)
    }

    fn new(orders: &[&[&[Part]]]) -> Self {
        let mut endings = Self { ends: vec![End::default()], of_one: [NO_LETTERS; 256] };
        for order in orders {
            let mut rows: Vec<(String, (Ending, Join))> = Vec::new();
            for parts in *order {
                let alone =
                    parts.iter().map(|part| (part.letters.to_owned(), (part.ending, part.join)));
                let after = rows.iter().flat_map(|(letters, how)| {
                    let longer =
                        move |part: &Part| (format!("{letters}{BREAK}{}", part.letters), *how);
                    parts.iter().map(longer)
                });
                let more: Vec<_> = alone.chain(after).collect();
                rows.extend(more);
            }
            for (letters, how) in rows {
                endings.add(&letters, how);
            }
        }
        endings
    }

    /// Adds a row; of two with the same letters the first one counts, with the breaks of both.
    fn add(&mut self, letters: &str, how: (Ending, Join)) {
        let mut end = NO_LETTERS;
        let mut breaks = Breaks::default();
        let mut count = 0;
        for letter in letters.chars().rev() {
            if letter == BREAK {
                breaks.add(count);
                continue;
            }
            count += 1;
            end = self.longer(end, letter).unwrap_or_else(|| {
                let new = self.ends.len();
                self.ends.push(End { first: letter, ..End::default() });
                self.ends[end].longer.push((letter, new));
                if end == NO_LETTERS {
                    self.of_one[lowest_byte(letter)] = new;
                }
                new
            });
        }
        self.ends[end].row.get_or_insert(how);
        self.ends[end].breaks.0 |= breaks.0;
    }
}

fn lowest_byte(letter: char) -> usize {
    letter as usize & 0xFF
}

const fn part(letters: &'static str, ending: Ending, join: Join) -> Part {
    Part { letters, ending, join }
}
