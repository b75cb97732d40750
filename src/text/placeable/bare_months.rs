//! Months without a day and a year, whose names are other words too: in March, by June, «در مرداد».

use super::scan::{Read, Scanner};
use crate::text::Lang;
use crate::text::date::{Calendar, MonthName};

/// After one of these, "May", "March", "April", "June", "August" and a bare year are dates.
const BEFORE_DATES: [&str; 9] =
    ["in", "since", "until", "during", "early", "late", "mid", "last", "next"];

/// After one of these April, June and August are, where no name goes on: by June, but not "by June Carter".
const BEFORE_MONTHS: [&str; 5] = ["by", "before", "after", "from", "through"];
const APRIL_JUNE_AUGUST: [u8; 3] = [4, 6, 8];

/// After one of these, solar months are dates that hardly are another word.
const BEFORE_SOLAR: [&str; 3] = ["در", "از", "تا"];
/// Without Bahman, which is an avalanche too, and the five that are everyday words.
const SOLAR: [u8; 6] = [1, 2, 3, 5, 6, 12];
/// After one of these parts of months, Bahman is too.
const PARTS: [&str; 3] = ["اوایل", "اواسط", "اواخر"];
const BAHMAN: u8 = 11;

impl Scanner<'_> {
    /// Whether the word before a month at `at` makes one of it.
    pub(super) fn is_placed_month(&self, at: usize, month: &Read<MonthName>) -> bool {
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
                let goes_on = self
                    .token(month.end)
                    .is_some_and(|next| next.word().is_some() && self.is_capitalized(next));
                BEFORE_MONTHS.contains(&before) && APRIL_JUNE_AUGUST.contains(&number) && !goes_on
            }
            (Lang::Persian, Calendar::Solar) => {
                let is_part = PARTS.contains(&before);
                let is_month = SOLAR.contains(&number) || number == BAHMAN && is_part;
                is_month && (is_part || BEFORE_SOLAR.contains(&before))
            }
            _ => false,
        }
    }
}
