//! The part that each word can have in a placeable: most have none, and one look at the list shows it.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::names::{code_letters, months, names, openings, weekdays};
use crate::text::Lang;
use crate::text::list::List;
use crate::text::number::{NumberWord, number_words};

/// The part that a word can have in a placeable.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    /// The number word that it is.
    pub(super) number: Option<NumberWord>,
    /// Whether a name of a month, a currency or the like begins with it.
    pub(super) opens_name: bool,
    /// Whether the name of a month begins with it.
    pub(super) opens_month: bool,
    /// Whether the name of a weekday begins with it.
    pub(super) opens_weekday: bool,
    /// Whether a placeable can begin with it, whatever follows.
    pub(super) begins: bool,
    /// Whether it is a number word, opens the name of a month or weekday, or can begin a placeable.
    pub(super) matters: bool,
    /// Whether a placeable can begin with it if a number follows: a hundred, سال ۱۴۰۳, اس ۴۰۰.
    pub(super) leads: bool,
}

/// The words with which a placeable can begin that are not numbers.
const BEGINNERS: [&str; 10] =
    ["اول", "اولین", "نخستین", "ماه", "minus", "منفی", "نیم", "ربع", "half", "quarter"];

/// The words that stand before the number of a placeable and belong to it.
const LEADERS: [&str; 5] = ["a", "the", "دهه", "سال", "ساعت"];

impl Role {
    /// The role of a word that has no part in placeables.
    pub(super) fn none() -> &'static Self {
        &Self {
            number: None,
            opens_name: false,
            opens_month: false,
            opens_weekday: false,
            begins: false,
            matters: false,
            leads: false,
        }
    }

    /// Whether the name of a month or weekday begins with it.
    pub(super) fn opens_date(&self) -> bool {
        self.opens_month || self.opens_weekday
    }
}

static ROLES: LazyLock<[List<Role>; 2]> = LazyLock::new(|| Lang::ALL.map(roles_in));

fn roles_in(lang: Lang) -> List<Role> {
    let mut roles: HashMap<String, Role> = HashMap::default();
    let mut set = |word: &str, set: &dyn Fn(&mut Role)| {
        set(roles.entry(word.to_owned()).or_default());
    };
    let numbers = number_words(lang);
    for word in numbers.words() {
        set(word, &|role| role.number = numbers.get(word).copied());
    }
    for name in names(lang) {
        openings(&name).for_each(|opening| set(opening, &|role| role.opens_name = true));
    }
    for name in months(lang) {
        openings(&name).for_each(|opening| set(opening, &|role| role.opens_month = true));
    }
    for name in weekdays(lang) {
        openings(&name).for_each(|opening| set(opening, &|role| role.opens_weekday = true));
    }
    for word in BEGINNERS {
        set(word, &|role| role.begins = true);
    }
    for word in LEADERS.into_iter().chain(code_letters()) {
        set(word, &|role| role.leads = true);
    }
    for role in roles.values_mut() {
        role.matters = role.number.is_some() || role.opens_date() || role.begins;
    }
    roles.into_iter().collect()
}

/// The roles of the words of `lang`, by their folded letters; words without a part in placeables are not there.
#[inline]
pub(super) fn roles(lang: Lang) -> &'static List<Role> {
    &ROLES[usize::from(lang == Lang::English)]
}
