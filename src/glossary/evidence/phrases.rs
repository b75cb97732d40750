//! Persian phrases and compounds in which a name is an ordinary word: «قطر ۲ متر», زمینه‌چینی.

use std::borrow::Cow;
use std::ops::Range;

use crate::glossary::evidence::beside::{Word, is_number};
use crate::glossary::evidence::word_lists::{Listed, WordLists};
use crate::glossary::finder::Hit;
use crate::glossary::finder::reading::Reading;
use crate::text::Lang;
use crate::text::fold::Gap;
use crate::text::number::word_value;

/// Names that come from «چیدن» at the end of a compound, except after [`BEFORE_NAMES`].
const IN_COMPOUNDS: [&str; 2] = ["چین", "چینی"];
const BEFORE_NAMES: [&str; 6] = ["ابر", "شبه", "ضد", "غیر", "نیمه", "هندو"];

/// The most words after a name that make a phrase with it.
const AFTER: usize = 2;

/// The places of names that may be ordinary words.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) lists: &'static WordLists,
}

impl Phrases<'_> {
    /// Whether a name makes a phrase of the list with the word before it, or with those after it, and so is an ordinary
    /// word there.
    pub(super) fn has(&self, hit: &Hit, before: Option<&Word<'_>>) -> bool {
        let end = self.reading.end_of_word(hit.past - 1).max(hit.past);
        let own = self.reading.squeezed(hit.first, end);
        let before = before.map(|word| word.letters);
        let is_listed = |letters: &str| self.lists.with(letters).has(Listed::OtherWords);
        let with_before =
            |rest: &str| before.is_some_and(|before| is_listed(&format!("{before}{rest}")));
        if with_before(&own) {
            return true;
        }
        let (mut letters, mut end) = (own.into_owned(), end);
        for _ in 0..AFTER {
            let Some(next) = self.reading.word_after(end) else {
                break;
            };
            let next = self.with_fraction(next);
            end = next.end;
            letters += &self.letters(next);
            if is_listed(&letters) || with_before(&letters) {
                return true;
            }
        }
        false
    }

    /// Whether a name is the end of a compound, and an ordinary word there: «ضد‌چینی» is Chinese, but «زمینه‌چینی» is
    /// not.
    pub(super) fn has_compound(&self, hit: &Hit) -> bool {
        let reading = self.reading;
        let letters = reading.squeezed(hit.first, hit.past);
        let before = || reading.word_ending(hit.first);
        let is_before_names =
            || before().is_some_and(|before| BEFORE_NAMES.contains(&reading.word(&before)));
        IN_COMPOUNDS.contains(&&*letters)
            && reading.is_after_half_space(hit.first)
            && !is_before_names()
    }

    /// The letters of a word, without spaces; for any number 0, as in the list.
    fn letters(&self, word: Range<usize>) -> Cow<'_, str> {
        let letters = self.reading.squeezed(word.start, word.end);
        let is_in_figures = letters.starts_with(|c: char| c.is_ascii_digit());
        if is_in_figures || word_value(&letters, Lang::Persian).is_some() {
            Cow::Borrowed("0")
        } else {
            letters
        }
    }

    /// A word, with its fraction where it is a number: «۲٫۵» is three words.
    fn with_fraction(&self, word: Range<usize>) -> Range<usize> {
        let reading = self.reading;
        let is_number = |place: &Range<usize>| is_number(reading.word(place));
        let joins = |i: usize| {
            let letter = reading.letters.get(i);
            letter.is_some_and(|letter| letter.gap == Gap::None)
        };
        let first = word.end + 1;
        if !is_number(&word) || !joins(word.end) || !joins(first) {
            return word;
        }
        let fraction = first..reading.end_of_word(first);
        if is_number(&fraction) { word.start..fraction.end } else { word }
    }
}
