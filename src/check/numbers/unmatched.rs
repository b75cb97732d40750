//! Numbers of a pair that the other side lacks, and the reasons why they are no fault.

use crate::check::dates::{hours, times};
use crate::check::measures::Unit;
use crate::check::numbers::kind::{is_slip, kind};
use crate::check::numbers::rounded::{is_rounded_in, rounds};
use crate::check::numbers::said::Said;
use crate::check::numbers::unsaid::unsaid;
use crate::check::numbers::{derived, measure, stoppage, vague};
use crate::check::pair::{Pair, Side};
use crate::text::Placeable;
use crate::text::number::{Number, Quantity};
use crate::text::sounds::{Key, sounds_of};

/// The numbers of a pair that the other side lacks.
pub(crate) struct Unmatched<'a> {
    pub(crate) pair: &'a Pair<'a>,
    /// Those of the article.
    pub(crate) lost: Vec<&'a Placeable>,
    /// Those of the translation.
    pub(crate) added: Vec<&'a Placeable>,
}

impl<'a> Unmatched<'a> {
    /// The numbers of the article that its translation lacks.
    pub(crate) fn lost(pair: &'a Pair<'a>) -> Self {
        Self { pair, lost: unsaid(&pair.source, &pair.target, Said::of_target), added: Vec::new() }
    }

    /// Looks for the numbers that the translation has instead.
    pub(crate) fn find_added(&mut self) {
        let (source, target) = (&self.pair.source, &self.pair.target);
        self.added = unsaid(target, source, Said::of_source);
        self.added.retain(|added| !rounds([source, target], added));
        self.added.retain(|value| stoppage::sum_with(target, value).is_none());
    }

    /// Drops those that the translation rounds.
    pub(crate) fn drop_rounded(&mut self) {
        self.lost.retain(|lost| !is_rounded_in(&self.pair.target, lost));
    }

    /// Drops the hours where the translation has another one, which is date-mismatch's.
    pub(crate) fn drop_hours(&mut self) {
        if !self.lost.is_empty() && times::check(self.pair).is_some() {
            let hours = hours::told(&self.pair.source, false);
            self.lost.retain(|lost| !hours.iter().any(|(hour, _)| hour == lost));
        }
    }

    /// Drops the numbers of a headline whose kind its translation has none of, which gives vaguely, or of which it has
    /// the sum.
    pub(crate) fn drop_reworded(&mut self) {
        if !self.pair.is_headline {
            return;
        }
        let target = &self.pair.target;
        self.lost.retain(|lost| {
            let mut there = target.values().iter();
            there.any(|there| kind(&there.value) == kind(&lost.value))
        });
        self.lost.retain(|lost| !vague::is_in_headline(target, lost));
        // The figure of a name may be left to the body: Shenzhou-21.
        let is_in_body = |lost: &Placeable| {
            let mut numbers = lost.value.quantities();
            numbers.all(|number| stands_in(target, &number.number))
        };
        let source = &self.pair.source;
        self.lost.retain(|lost| name_of(source, lost).is_none() || !is_in_body(lost));
        if derived::has_sum(target, &self.lost) {
            self.lost.clear();
        }
    }

    /// Drops those that were moved to another sentence, unless another one stands in their place: in a headline any of
    /// the same kind, elsewhere one that differs from the only one that is lost as by a slip.
    pub(crate) fn drop_moved(&mut self, is_moved: impl Fn(&Placeable) -> bool) {
        let (is_headline, is_only) = (self.pair.is_headline, self.lost.len() == 1);
        let added = &self.added;
        let is_exchanged = |lost: &Placeable| {
            let stands_for = |added: &&Placeable| {
                is_headline && kind(&added.value) == kind(&lost.value)
                    || is_only && is_slip(&added.value, &lost.value)
            };
            added.iter().any(stands_for)
        };
        self.lost.retain(|lost| is_exchanged(lost) || !is_moved(lost));
    }

    /// Drops the measures that the translation has in other units: where one side measures by a system that the other
    /// does not have.
    ///
    /// As many on either side in one unit were not converted.
    pub(crate) fn drop_converted(&mut self) {
        let (source, target) = (&self.pair.source, &self.pair.target);
        if measure::have_same_systems(self.pair) {
            return;
        }
        let units = |side: &Side<'_>, values: &[&Placeable]| {
            let units = values.iter().filter_map(|value| measure::unit_of(side, value));
            units.collect::<Vec<&Unit>>()
        };
        let (ones, others) = (units(source, &self.lost), units(target, &self.added));
        let count = |units: &[&Unit], unit| units.iter().filter(|other| **other == unit).count();
        let is_asked = |side: &Side<'_>, value: &Placeable| match measure::unit_of(side, value) {
            Some(unit) => count(&ones, unit) == count(&others, unit),
            None => !measure::is_degrees(side, value),
        };
        self.lost.retain(|value| is_asked(source, value));
        self.added.retain(|value| is_asked(target, value));
    }

    /// Drops the figures of things that have another name in each language: Geran-2 is the Shahed-136.
    pub(crate) fn drop_renamed(&mut self) {
        let (source, target) = (&self.pair.source, &self.pair.target);
        let added = &mut self.added;
        self.lost.retain(|lost| {
            let Some(name) = name_of(source, lost) else {
                return true;
            };
            let names = added.iter().map(|added| name_of(target, added));
            let is_other = |other: Option<Key>| other.is_some_and(|other| !name.is_near(other));
            let at = names.clone().position(is_other);
            let is_alike = names.flatten().any(|other| name.is_near(other));
            match at.filter(|_| !is_alike) {
                Some(at) => {
                    added.remove(at);
                    false
                }
                None => true,
            }
        });
    }

    /// Drops the numbers of a headline that the translation of the lead says, where each number that the other headline
    /// has instead is one of the article.
    pub(crate) fn drop_said_in_lead(&mut self) {
        let Some(lead) = self.pair.lead.filter(|_| self.pair.is_headline) else {
            return;
        };
        let mut added = self.added.iter().flat_map(|added| added.value.quantities());
        if self.lost.is_empty() || !added.all(|number| self.is_of_article(number)) {
            return;
        }
        let lead: Vec<Side<'_>> = lead.translation().collect();
        let said: Vec<Said> = lead.iter().map(Said::of_target).collect();
        self.lost.retain(|lost| {
            let mut numbers = lost.value.quantities();
            !numbers.all(|number| said.iter().any(|said| said.has(number)))
        });
    }

    /// Whether a number stands somewhere in the article, and not in what is lost: the 20 of 20 million does not count.
    fn is_of_article(&self, quantity: &Quantity) -> bool {
        let source = &self.pair.source;
        let number = source.lang.digits(&quantity.number.to_string());
        let mut lost = self.lost.iter().map(|lost| lost.span.of(source.text));
        !lost.any(|lost| lost.contains(&number)) && stands_in(source, &quantity.number)
    }
}

/// Whether a number stands in figures anywhere in the article of a text.
fn stands_in(side: &Side<'_>, number: &Number) -> bool {
    let number = side.lang.digits(&number.to_string());
    let mut places = side.article.match_indices(number.as_str());
    places.any(|(at, _)| {
        let after = &side.article[at + number.len()..];
        let before = &side.article[..at];
        !before.ends_with(char::is_numeric) && !after.starts_with(char::is_numeric)
    })
}

/// How the name sounds to which a figure is joined by a hyphen.
fn name_of(side: &Side<'_>, placeable: &Placeable) -> Option<Key> {
    let name = side.text[..placeable.span.start].strip_suffix(['-', '\u{2011}'])?;
    let word = side.words_before(placeable.span).last()?;
    let is_name = word.span.end == name.len() && name.ends_with(char::is_alphabetic);
    is_name.then(|| Key::of(&sounds_of(side.letters(word))))
}
