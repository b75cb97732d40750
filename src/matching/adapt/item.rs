//! What a text consists of for an adaptation: placeables, names of the glossary, and the words between them.

use crate::glossary::{Ending, Glossary, Occurrence, Status, TermId};
use crate::text::date::Calendar;
use crate::text::{Lang, Placeable, Span, Value, Words, placeables};

/// A piece of a text.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is compared as: all placeables of one kind, and all names of one kind, are alike.
    pub(crate) token: String,
    /// What it is.
    pub(crate) content: Content,
}

/// What a piece of a text is.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// A placeable.
    Value(Value),
    /// A name, by the index of its entry.
    Name(usize),
    /// Any other word.
    Word,
}

impl Content {
    /// A key that is the same wherever the same value stands; `None` for words.
    pub(crate) fn key(&self) -> Option<String> {
        match self {
            Self::Value(value) => Some(key(value)),
            Self::Name(entry) => Some(format!("name {entry}")),
            Self::Word => None,
        }
    }
}

/// A text that is the same for all values of one kind that can agree, whichever calendar or half day they name.
pub(super) fn key(value: &Value) -> String {
    let kind = value.kind();
    match value {
        Value::Date(date) => format!("{kind:?} {}", date.to(Calendar::Gregorian).unwrap_or(*date)),
        Value::Time(time) => format!("{kind:?} {}:{}", time.hour % 12, time.minute),
        other => format!("{kind:?} {other}"),
    }
}

/// The items of `text`, in order, none overlapping another.
pub(crate) fn items(text: &str, lang: Lang, glossary: &Glossary) -> Vec<Item> {
    let values = placeables(text, lang).into_iter().map(of_value);
    let mut items: Vec<Item> = values.collect();
    let names = glossary.occurrences(text, lang).into_iter();
    add(&mut items, names.filter_map(|name| of_name(&name, lang, glossary)));
    let all = Words::of(text, lang);
    let words = all.words().iter().map(|word| Item {
        span: word.span,
        token: all.token(word).to_owned(),
        content: Content::Word,
    });
    add(&mut items, words);
    items
}

/// Takes those of `more` for which there is room.
fn add(items: &mut Vec<Item>, more: impl Iterator<Item = Item>) {
    let taken: Vec<Span> = items.iter().map(|item| item.span).collect();
    let is_free = |span: Span| {
        let next = taken.partition_point(|other| other.end <= span.start);
        taken.get(next).is_none_or(|other| !other.overlaps(span))
    };
    items.extend(more.filter(|item| is_free(item.span)));
    items.sort_by_key(|item| item.span);
}

fn of_value(placeable: Placeable) -> Item {
    Item {
        span: placeable.span,
        // A space stands in no folded word, so that no word compares as a kind.
        token: format!("value {:?}", placeable.value.kind()),
        content: Content::Value(placeable.value),
    }
}

/// The name, where it is certain which one it is and nothing is attached to it.
fn of_name(name: &Occurrence, lang: Lang, glossary: &Glossary) -> Option<Item> {
    let entry = meant(name, lang, glossary).filter(|_| name.ending == Ending::None)?;
    Some(Item {
        span: name.span,
        token: format!("name {}", glossary.entries()[entry].kind.name()),
        content: Content::Name(entry),
    })
}

/// The entry that an occurrence means: one that prefers the form takes precedence over one that admits it.
///
/// `None` where several are left that do not have the same kind and the same preferred translation.
fn meant(name: &Occurrence, lang: Lang, glossary: &Glossary) -> Option<usize> {
    let status = |id| glossary.term(id, lang).status;
    let is_preferred = name.terms.iter().any(|&id| status(id) == Status::Preferred);
    let is_wanted = |&&id: &&TermId| !is_preferred || status(id) == Status::Preferred;
    let mut entries = name.terms.iter().filter(is_wanted);
    let first = *entries.next()?;
    let said = |id| {
        let entry = glossary.entry(id);
        (entry.kind, entry.preferred(lang.other()))
    };
    said(first).1?;
    entries.all(|&other| said(other) == said(first)).then_some(first.entry)
}
