//! Adaptation: a unit's target with the segment's own numbers, dates and names in it.
//!
//! A value is exchanged only where that is certain: its place in the unit's source is aligned with the place of the
//! segment's value, the target has it in as many places as the source has, and all of these places get the same new
//! value. Either all values that differ are exchanged or none: 2-1 and 3-0 must not make "The team led 3-1". The same
//! holds for names, and these are exchanged only where nothing but names and values differs: the result must not be
//! "Iranian President Vladimir Putin". Everything else of the target stays byte for byte. Match rates do not change.

mod date;
mod english;
mod gender;
mod item;
mod name;
mod pair;
mod place;
mod quantity;
mod value;

use serde::Serialize;

pub(crate) use self::date::exchanged as exchanged_date;
pub(crate) use self::item::{Content, Item, items};

use self::pair::Group;
use self::place::Places;
use crate::glossary::Glossary;
use crate::text::{Lang, PlaceableKind, Span};
use crate::unit::TranslationUnit;

/// A unit's target as it would be for the segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adaptation {
    /// The target with the segment's values in it.
    pub target: String,
    /// What was exchanged, in the order of the target; never empty.
    pub changes: Vec<Change>,
}

/// One place of a target where a value was exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was exchanged.
    pub kind: ChangeKind,
    /// Where the new value stands in the rewritten target.
    pub span: Span,
    /// What the unit's target has there.
    pub was: String,
    /// Where the segment has the new value.
    pub segment: Span,
    /// Where the unit's source has the old one.
    pub unit: Span,
}

/// What can be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// A number.
    Number,
    /// A percentage.
    Percent,
    /// A sum of money.
    Amount,
    /// A range of numbers.
    Range,
    /// An ordinal number.
    Ordinal,
    /// A date, whole or in part.
    Date,
    /// A time of day.
    Time,
    /// The address of a page, a mailbox or an account.
    Address,
    /// A code of letters and digits.
    Code,
    /// A name that the glossary has in both languages.
    Name,
}

impl ChangeKind {
    /// The kind of an exchange of placeables; `None` for those that are not exchanged.
    fn of(kind: PlaceableKind) -> Option<Self> {
        Some(match kind {
            PlaceableKind::Number => Self::Number,
            PlaceableKind::Percent => Self::Percent,
            PlaceableKind::Amount => Self::Amount,
            PlaceableKind::Range => Self::Range,
            PlaceableKind::Ordinal => Self::Ordinal,
            PlaceableKind::Date => Self::Date,
            PlaceableKind::Time => Self::Time,
            PlaceableKind::Url | PlaceableKind::Email | PlaceableKind::Handle => Self::Address,
            PlaceableKind::Code => Self::Code,
            PlaceableKind::Hashtag | PlaceableKind::LatinWord => return None,
        })
    }
}

/// The target of `unit` for `segment`, which is in `lang`; `None` where nothing is exchanged.
pub fn adapt(
    segment: &str,
    unit: &TranslationUnit,
    lang: Lang,
    glossary: &Glossary,
) -> Option<Adaptation> {
    let source = &unit.side(lang).text;
    let target = &unit.side(lang.other()).text;
    let segment = items(segment, lang, glossary);
    let source_items = items(source, lang, glossary);
    let groups = pair::groups(&segment, &source_items);
    if groups.is_empty() {
        return None;
    }
    let places = Places::new(source, target, lang, glossary);
    let (names, values): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|g| g.is_of_name());
    let values: Option<Vec<_>> = values.into_iter().map(|g| places.exchanges(g)).collect();
    let names: Option<Vec<_>> = names.into_iter().map(|g| places.exchanges(g)).collect();
    let exchanges = values?.into_iter().chain(names.unwrap_or_default());
    rewrite(target, exchanges.flatten().collect())
}

/// A new text for one place of a target.
struct Exchange<'a> {
    kind: ChangeKind,
    span: Span,
    text: String,
    segment: &'a Item,
    unit: &'a Item,
}

/// The target with the exchanges made; `None` where there are none, or where two overlap.
fn rewrite(target: &str, mut exchanges: Vec<Exchange<'_>>) -> Option<Adaptation> {
    exchanges.retain(|exchange| exchange.text != exchange.span.of(target));
    exchanges.sort_by_key(|exchange| exchange.span);
    let is_crossed = |pair: &[Exchange<'_>]| pair[0].span.overlaps(pair[1].span);
    if exchanges.is_empty() || exchanges.windows(2).any(is_crossed) {
        return None;
    }
    let mut rewritten = String::with_capacity(target.len());
    let mut changes = Vec::with_capacity(exchanges.len());
    let mut at = 0;
    for exchange in exchanges {
        rewritten.push_str(&target[at..exchange.span.start]);
        let start = rewritten.len();
        rewritten.push_str(&exchange.text);
        changes.push(Change {
            kind: exchange.kind,
            span: Span::new(start, rewritten.len()),
            was: exchange.span.of(target).to_owned(),
            segment: exchange.segment.span,
            unit: exchange.unit.span,
        });
        at = exchange.span.end;
    }
    rewritten.push_str(&target[at..]);
    Some(Adaptation { target: rewritten, changes })
}
