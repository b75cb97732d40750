//! Where a unit's target has the values of its source.

use std::collections::BTreeMap;

use super::item::{Content, key};
use super::pair::Group;
use super::quantity::{capitalized_like, grouped, spelled};
use super::{ChangeKind, Exchange, date, english, name, value};
use crate::glossary::{Ending, Glossary, Occurrence};
use crate::text::grammar::{begins_with_vowel, is_before_noun, next_word};
use crate::text::number::{Form, Number, Quantity};
use crate::text::{Lang, Placeable, PlaceableKind, Span, Value, placeables};

/// The values and names of a target, and how often its source has each name.
pub(super) struct Places<'a> {
    target: &'a str,
    /// The language of the target.
    lang: Lang,
    glossary: &'a Glossary,
    values: BTreeMap<String, Vec<Placeable>>,
    /// Kinds of which the target has more than its source, so that one value may repeat another one.
    crowded: Vec<PlaceableKind>,
    /// Whether the target has a number in figures that its source does not say.
    says_more: bool,
    names: Vec<Occurrence>,
    names_of_source: Vec<Occurrence>,
}

impl<'a> Places<'a> {
    /// The places of `target`, the translation of `source`, which is in `lang`.
    pub(super) fn new(source: &str, target: &'a str, lang: Lang, glossary: &'a Glossary) -> Self {
        let mut values: BTreeMap<String, Vec<Placeable>> = BTreeMap::new();
        let in_target = placeables(target, lang.other());
        let in_source = placeables(source, lang);
        let names_of_target = names(target, lang.other(), glossary);
        let crowded = crowded(&in_target, target, &in_source, source);
        let says_more = says_more(&in_target, target, &in_source, &names_of_target);
        for placeable in in_target {
            let places = values.entry(key(&placeable.value)).or_default();
            places.push(placeable);
        }
        Self {
            target,
            lang: lang.other(),
            glossary,
            values,
            crowded,
            says_more,
            names: names_of_target,
            names_of_source: names(source, lang, glossary),
        }
    }

    /// What is to be written in the places of a group; `None` where that is not certain for each of them.
    pub(super) fn exchanges<'g>(&self, group: &Group<'g>) -> Option<Vec<Exchange<'g>>> {
        let (kind, texts) = match (group.old, group.new?) {
            (Content::Value(old), Content::Value(new)) => {
                (ChangeKind::of(old.kind())?, self.values(old, new)?)
            }
            (Content::Name(old), Content::Name(new)) => (ChangeKind::Name, self.names(*old, *new)?),
            _ => return None,
        };
        if texts.len() != group.pairs.len() {
            return None;
        }
        let exchanges = texts.into_iter().zip(&group.pairs);
        let exchanges = exchanges.map(|((span, text), &(segment, unit))| Exchange {
            kind,
            span,
            text,
            segment,
            unit,
        });
        Some(exchanges.collect())
    }

    /// The places of the value `old`, with `new` as it is to be written in each.
    fn values(&self, old: &Value, new: &Value) -> Option<Vec<(Span, String)>> {
        if self.says_more || self.crowded.contains(&old.kind()) {
            return None;
        }
        let places = self.values.get(&key(old))?;
        let texts = places.iter().map(|place| {
            let text = place.span.of(self.target);
            if is_in_name(place.span, &self.names) || !place.value.agrees(old) {
                return None;
            }
            if value::differ_in_plural(&place.value, new) && !self.is_in_score(place.span) {
                return None;
            }
            let new = self.counting(place, new);
            if let Some(exchanged) = self.in_other_words(place, &new) {
                return Some(exchanged);
            }
            let written = self.spelled(place, &new);
            let written =
                written.or_else(|| value::exchanged(&place.value, &new, text, self.lang))?;
            let after = &self.target[place.span.end..];
            let is_bare = loses_its_sign(&place.value, &new) && self.is_before_noun(place.span);
            let has_stop = after.starts_with('.') && after.len() > 1;
            if is_bare || has_stop && loses_its_stop(&place.value, text, &written) {
                return None;
            }
            self.fitting(place.span, written)
        });
        texts.collect()
    }

    /// `new` in words, where English does not use figures: at the head of a text that begins with a number in words,
    /// and below ten before people.
    fn spelled(&self, place: &Placeable, new: &Value) -> Option<String> {
        let (Value::Number(was), Value::Number(new)) = (&place.value, new) else {
            return None;
        };
        let is_head = self.is_head(place.span);
        let is_small = self.is_before_people(place.span) && english::falls_into_words(was, new);
        let is_spelled = is_head && was.form == Form::Words || is_small;
        let is_spelled = is_spelled && self.lang == Lang::English;
        let new = is_spelled.then(|| spelled(new)).flatten()?;
        let pattern = match place.span.of(self.target) {
            text if is_head && text.starts_with(char::is_numeric) => "A",
            text => text,
        };
        Some(capitalized_like(pattern, new.write(self.lang)))
    }

    /// `new` as one English word, and the place that it takes: "twice" for "five times", "noon" for "8 p.m.".
    fn in_other_words(&self, place: &Placeable, new: &Value) -> Option<(Span, String)> {
        let Span { start, end } = place.span;
        let after = &self.target[end..];
        if self.lang != Lang::English || self.is_head(place.span) {
            return None;
        }
        match (&place.value, new) {
            (Value::Number(_), Value::Number(new)) => {
                let times = english::twice(new, after)?;
                self.fitting(Span::new(start, end + times), "twice".to_owned())
            }
            (Value::Time(was), Value::Time(new)) if was.certain => {
                let mut word = english::middle_of_day(*new)?.to_owned();
                let is_last = !after.contains(char::is_alphanumeric);
                let has_stop = place.span.of(self.target).ends_with('.') && is_last;
                word.extend(has_stop.then_some('.'));
                self.fitting(place.span, word)
            }
            _ => None,
        }
    }

    /// Whether the text begins with what stands at `place`.
    fn is_head(&self, place: Span) -> bool {
        !self.target[..place.start].contains(char::is_alphanumeric)
    }

    /// `new`, with marks between its groups where it counts something in English, as a year or the number of a law does
    /// not.
    fn counting(&self, place: &Placeable, new: &Value) -> Value {
        let counts = match &place.value {
            Value::Number(was) => {
                was.form == Form::Words || !english::is_year_or_code(was) && self.counts(place.span)
            }
            Value::Amount(..) => true,
            _ => false,
        };
        match new {
            Value::Number(new) if counts && self.lang == Lang::English => {
                Value::Number(grouped(new))
            }
            Value::Amount(new, currency) if counts && self.lang == Lang::English => {
                Value::Amount(grouped(new), *currency)
            }
            new => new.clone(),
        }
    }

    /// Whether figures certainly count what stands after them: "Some 500 people", but "Resolution 598".
    fn counts(&self, place: Span) -> bool {
        let before = &self.target[..place.start];
        let is_count = self.is_head(place) || english::is_before_count(name::word_before(before));
        is_count && self.is_before_noun(place) || self.is_before_people(place)
    }

    /// Whether figures stand before people, whom they always count: "saw 2,523 people".
    fn is_before_people(&self, place: Span) -> bool {
        english::are_people(next_word(&self.target[place.end..]))
    }

    /// Whether figures are one side of a score, which is followed by no counted noun: 2-1, «۲ بر ۱».
    fn is_in_score(&self, place: Span) -> bool {
        let (before, after) = (&self.target[..place.start], &self.target[place.end..]);
        let is_digit = |c: char| c.is_numeric();
        [" بر ", "-", "–"].iter().any(|joint| {
            let left = before.strip_suffix(joint);
            let right = after.strip_prefix(joint);
            left.is_some_and(|left| left.ends_with(is_digit))
                || right.is_some_and(|right| right.starts_with(is_digit))
        })
    }

    /// Whether an English noun may follow: "a 3 billion tomans deal" is not what "a $3 billion deal" is.
    fn is_before_noun(&self, place: Span) -> bool {
        self.lang == Lang::English && is_before_noun(&self.target[place.end..])
    }

    /// The places of the name of the entry `old`, with the name of `new` as it is to be written in each.
    fn names(&self, old: usize, new: usize) -> Option<Vec<(Span, String)>> {
        let of_old = |name: &&Occurrence| name.terms.iter().any(|id| id.entry == old);
        let in_source = self.names_of_source.iter().filter(of_old).count();
        let places: Vec<&Occurrence> = self.names.iter().filter(of_old).collect();
        let entries = self.glossary.entries();
        let (old, new) = (&entries[old], &entries[new]);
        let is_certain = places.len() == in_source
            && self.names.len() == self.names_of_source.len()
            && places.iter().all(|place| place.ending == Ending::None)
            && name::can_be_exchanged(old, new, self.target, self.lang);
        if !is_certain {
            return None;
        }
        let texts = places.iter().map(|place| {
            let written = name::exchanged(old, new, place.span, self.target, self.lang)?;
            let (span, written) = self.fitting(place.span, written)?;
            let genitive = english::genitive(&written, &self.target[span.end..]);
            Some(match genitive {
                Some(mark) => {
                    (Span::new(span.start, span.end + mark.len() + "s".len()), written + mark)
                }
                None => (span, written),
            })
        });
        texts.collect()
    }

    /// The new text, where it agrees with an English article before it.
    fn fitting(&self, span: Span, written: String) -> Option<(Span, String)> {
        let word = name::word_before(&self.target[..span.start]);
        let has_article = self.lang == Lang::English && matches!(word, "a" | "an" | "A" | "An");
        let sound = begins_with_vowel(&written);
        let fits =
            !has_article || sound.is_some() && sound == begins_with_vowel(span.of(self.target));
        fits.then_some((span, written))
    }
}

/// Whether a sum with a currency sign becomes one whose currency has none.
fn loses_its_sign(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Amount(_, old), Value::Amount(_, new)) => {
            old.sign().is_some() && new.sign().is_none()
        }
        _ => false,
    }
}

/// Whether a date that ends with an abbreviated month becomes one that ends with a full one.
fn loses_its_stop(old: &Value, text: &str, written: &str) -> bool {
    let is_short = |text| date::ends_with_short_month(text);
    matches!(old, Value::Date(_)) && is_short(text) && !is_short(written)
}

/// Whether a place is a part of one of the names: the 12 of the 12-day war.
fn is_in_name(place: Span, names: &[Occurrence]) -> bool {
    let next = names.partition_point(|name| name.span.end < place.end);
    let name = names.get(next).map(|name| name.span);
    name.is_some_and(|name| name != place && name.covers(place))
}

/// The names in `text`, except those of currencies, months and days, which belong to values.
fn names(text: &str, lang: Lang, glossary: &Glossary) -> Vec<Occurrence> {
    let mut names = glossary.occurrences(text, lang);
    names.retain(|name| {
        let mut entries = name.terms.iter().map(|&id| glossary.entry(id));
        !entries.all(|entry| entry.kind.is_in_placeables())
    });
    names
}

/// The kinds of which a target has more placeables than its source: 500 tomans ($10), 21 Tir (12 July).
///
/// Numbers count only in brackets, since not every word for a number is one in both languages.
fn crowded(
    in_target: &[Placeable],
    target: &str,
    in_source: &[Placeable],
    source: &str,
) -> Vec<PlaceableKind> {
    let count = |placeables: &[Placeable], text: &str, kind| {
        let is_counted = |placeable: &&Placeable| {
            let before = text[..placeable.span.start].trim_end();
            placeable.value.kind() == kind
                && (kind != PlaceableKind::Number || before.ends_with('('))
        };
        placeables.iter().filter(is_counted).count()
    };
    let kinds = [
        PlaceableKind::Number,
        PlaceableKind::Percent,
        PlaceableKind::Amount,
        PlaceableKind::Date,
        PlaceableKind::Time,
    ];
    let is_crowded =
        |kind: &PlaceableKind| count(in_target, target, *kind) > count(in_source, source, *kind);
    kinds.into_iter().filter(is_crowded).collect()
}

/// Whether a target has a number in figures more often than its source, so that it may repeat another one: "5
/// kilometers, or 3 miles", "35 degrees Celsius, or 95 degrees Fahrenheit".
///
/// A number in words counts only after "or": not every word for a number is one in both languages.
fn says_more(
    in_target: &[Placeable],
    target: &str,
    in_source: &[Placeable],
    names: &[Occurrence],
) -> bool {
    let said = in_source.iter().flat_map(|placeable| numbers(&placeable.value));
    let mut said: Vec<Number> = said.map(|quantity| quantity.number).collect();
    let is_counted = |placeable: &&Placeable| {
        let is_dated = matches!(placeable.value, Value::Date(_) | Value::Ordinal(_));
        !is_dated && !is_in_name(placeable.span, names)
    };
    let counted = in_target.iter().filter(is_counted);
    let mut told = counted.flat_map(|placeable| {
        let word = name::word_before(&target[..placeable.span.start]);
        let is_other = matches!(word, "or" | "یا" | "یعنی");
        let numbers = numbers(&placeable.value).into_iter();
        numbers.filter(move |quantity| is_other || quantity.form != Form::Words)
    });
    told.any(|quantity| match said.iter().position(|number| *number == quantity.number) {
        Some(at) => {
            said.swap_remove(at);
            false
        }
        None => true,
    })
}

/// The numbers in a value; of a date its day and its year.
fn numbers(value: &Value) -> Vec<Quantity> {
    match value {
        Value::Number(one) | Value::Percent(one) | Value::Amount(one, _) | Value::Ordinal(one) => {
            vec![one.clone()]
        }
        Value::Range(range) => vec![range.low.clone(), range.high.clone()],
        Value::Date(date) => {
            let parts = date.day.map(u64::from).into_iter();
            let parts = parts.chain(date.first_year().map(u64::from));
            let parts = parts.map(Number::of);
            parts.map(Quantity::figures).collect()
        }
        _ => Vec::new(),
    }
}
