//! Months without a day and a year, whose names are other words too: in March, by June, «در مرداد».

use super::scanner::{Read, Scanner};
use crate::text::Lang;
use crate::text::date::{Calendar, MonthName};

/// After one of these, "May", "March", "April", "June", "August" and a bare year are dates.
const BEFORE_DATES: [&str; 9] =
    ["in", "since", "until", "during", "early", "late", "mid", "last", "next"];

/// After one of these April, June and August are dates if no name continues: by June, but not "by June Carter".
const BEFORE_MONTHS: [&str; 5] = ["by", "before", "after", "from", "through"];
const APRIL_JUNE_AUGUST: [u8; 3] = [4, 6, 8];

/// After one of these, those solar months are dates that are hardly ever another word.
const BEFORE_SOLAR: [&str; 3] = ["در", "از", "تا"];
/// The solar months except Bahman, which is also an avalanche, and the five that are everyday words.
const SOLAR: [u8; 6] = [1, 2, 3, 5, 6, 12];
/// After one of these parts of months all months are dates, and in English after one with "of".
const PARTS: [&str; 8] = ["اوایل", "اواسط", "اواخر", "پایان", "ابتدای", "آغاز", "نیمه", "میانه"];
const PARTS_WITH_OF: [&str; 10] =
    ["beginning", "start", "middle", "end", "close", "week", "weeks", "half", "rest", "most"];
/// Parts of a month that are counted, and the words that count them: «هفته اول شهریور».
const WEEKS: [&str; 4] = ["هفته", "نیمه", "دهه", "روزهای"];
const WHICH: [&str; 6] = ["اول", "نخست", "دوم", "سوم", "آخر", "پایانی"];
/// The parts of months that a hyphen joins to them: mid-March.
const JOINED_PARTS: [&str; 4] = ["mid", "early", "late", "end"];

impl Scanner<'_> {
    /// Whether the word before the name at `at` shows that it is a month.
    pub(super) fn is_placed_month(&self, at: usize, month: &Read<MonthName>) -> bool {
        if self.is_part(at, month) {
            return true;
        }
        let Some(before) = self.word_before(at) else {
            return false;
        };
        let MonthName { calendar, month: number, .. } = month.value;
        match (self.lang, calendar) {
            (Lang::English, Calendar::Lunar) => false,
            (Lang::English, _) if BEFORE_DATES.contains(&before) => {
                !self.is_word(at, &["day", "mehr"])
            }
            (Lang::English, Calendar::Gregorian) => {
                BEFORE_MONTHS.contains(&before)
                    && APRIL_JUNE_AUGUST.contains(&number)
                    && !self.name_goes_on(month.end)
            }
            (Lang::Persian, Calendar::Solar) => {
                SOLAR.contains(&number) && BEFORE_SOLAR.contains(&before)
            }
            _ => false,
        }
    }

    /// Whether what stands before a month at `at` is a part of it: «پایان شهریور», «هفته آخر شهریور», "the end of
    /// March", mid-March. «می» may be the beginning of a verb, and lunar months name feasts: «نیمه شعبان».
    fn is_part(&self, at: usize, month: &Read<MonthName>) -> bool {
        let back = |count: usize| at.checked_sub(count);
        let is_back = |count, words: &[&str]| back(count).is_some_and(|at| self.is_word(at, words));
        match self.lang {
            _ if month.value.calendar == Calendar::Lunar => false,
            Lang::Persian => {
                let is_part = is_back(1, &PARTS) || is_back(1, &WHICH) && is_back(2, &WEEKS);
                is_part && !self.is_word(at, &["می"])
            }
            Lang::English => {
                let is_joined = back(1).is_some_and(|at| self.is_mark(at, '-'));
                let is_part = is_joined && is_back(2, &JOINED_PARTS)
                    || is_back(1, &["of"]) && is_back(2, &PARTS_WITH_OF);
                is_part && !self.name_goes_on(month.end)
            }
        }
    }

    /// Whether a word with a capital stands at `at`, as in "by June Carter".
    fn name_goes_on(&self, at: usize) -> bool {
        let next = self.token(at);
        next.is_some_and(|next| next.word().is_some() && self.is_capitalized(next))
    }
}
