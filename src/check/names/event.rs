//! Events that are called by their dates: whether such a name is only the date, and whether a date says it.

use crate::align::ReadArticle;
use crate::check::dates::agree::may_be;
use crate::check::names::short_name::ShortNames;
use crate::glossary::{Entry, Glossary, Kind, Occurrence};
use crate::text::{Placeable, Span, Value, placeables};

/// A name of the source, and where its counterpart is looked for.
pub(crate) struct Event<'a> {
    pub(crate) name: &'a Occurrence,
    pub(crate) source: &'a ReadArticle<'a>,
    pub(crate) target: &'a ReadArticle<'a>,
    /// The part of the source in which the name stands.
    pub(crate) of_source: Span,
    /// The part of the target that is its translation.
    pub(crate) of_target: Span,
}

impl Event<'_> {
    /// Whether the name need not be said as one: all its entries are events, and it is only a date; or one is an event
    /// that the target says by its date.
    pub(crate) fn is_date(&self, glossary: &Glossary) -> bool {
        let entries = self.name.terms.iter().map(|&id| glossary.entry(id));
        let (events, others): (Vec<&Entry>, Vec<&Entry>) =
            entries.partition(|entry| entry.kind == Kind::Event);
        if events.is_empty() {
            return false;
        }
        let (theirs, ours) = (self.values_around(), self.target.read(self.of_target).placeables);
        others.is_empty() && self.is_plain(&theirs, &ours) || self.is_said(&events, &theirs, &ours)
    }

    /// The values of the source that share letters with the name.
    fn values_around(&self) -> Vec<Placeable> {
        let mut values = self.source.read(self.of_source).placeables;
        for value in &mut values {
            value.span = value.span.shifted(self.of_source.start);
        }
        values.retain(|value| value.span.overlaps(self.name.span));
        values
    }

    /// Whether the name stands in a longer date («دوم خرداد ۱۴۰۳»), or the translation has one that can be the same.
    fn is_plain(&self, theirs: &[Placeable], ours: &[Placeable]) -> bool {
        let mut around = theirs.iter().filter(|value| value.span.covers(self.name.span));
        around.any(|around| match &around.value {
            Value::Date(_) => around.span != self.name.span || has_date(ours, around),
            _ => false,
        })
    }

    /// Whether the translation has the date of an event, with what that is: the coup of August 19, 1953, for «کودتای ۲۸
    /// مرداد», and the protests of November 2019 for the November 2019 protests.
    fn is_said(&self, events: &[&Entry], theirs: &[Placeable], ours: &[Placeable]) -> bool {
        let article = self.target.article();
        let said = ShortNames::new(self.of_target.of(article.text()), article.lang());
        let is_dated = |event: &Entry| {
            let mut of_terms = event
                .terms(article.lang())
                .iter()
                .flat_map(|term| placeables(&term.text, article.lang()));
            theirs.iter().any(|date| has_date(ours, date))
                || of_terms.any(|date| has_date(ours, &date))
        };
        events.iter().any(|event| said.has_noun(event) && is_dated(event))
    }
}

/// Whether one of some values can be this date.
fn has_date(values: &[Placeable], date: &Placeable) -> bool {
    match &date.value {
        Value::Date(date) => values.iter().any(|value| may_be(date, &value.value)),
        _ => false,
    }
}
