//! Inline tags carried over as the translator of a unit did it.

use std::collections::{HashMap, HashSet};

use super::{MOST_TAGS, carry};
use crate::glossary::Glossary;
use crate::matching::{Proposal, counterparts};
use crate::text::tag::place;
use crate::text::{Lang, Tag, TagKind, Tagged, Words};

/// What identifies a tag of a text.
type Key = (u32, TagKind);

/// What `proposal` offers for the segment `source`, which is in `lang`, with its tags.
///
/// Where the unit has the same tags inside its own text they stand where its translation has them; otherwise, and at
/// the ends, where [`carry`] finds a place for them.
pub fn carry_proposed(
    source: &Tagged,
    proposal: &Proposal,
    lang: Lang,
    glossary: &Glossary,
) -> Tagged {
    let text = proposal.target(lang).to_owned();
    let tags = match source.tags.len() {
        1..=MOST_TAGS => by_unit(source, proposal, lang, glossary),
        _ => None,
    };
    let tags = tags.unwrap_or_else(|| carry(source, &text, lang, glossary).tags);
    Tagged { text, tags }
}

/// The tags where the unit's translation has its own; `None` where the unit has others, or its translation not all of
/// them.
fn by_unit(
    source: &Tagged,
    proposal: &Proposal,
    lang: Lang,
    glossary: &Glossary,
) -> Option<Vec<Tag>> {
    let unit = &proposal.found.candidate.unit;
    let (own, other) = (unit.side(lang), unit.side(lang.other()));
    let words = Words::of(&source.text, lang);
    let others = Words::of(&own.text, lang);
    let numbers = counterparts(&source.tags, &words, &own.tags, &others)?;
    if numbers.is_empty() {
        return None;
    }
    let tags = source.tags.iter().cloned();
    let (inside, ends): (Vec<Tag>, Vec<Tag>) =
        tags.partition(|tag| numbers.contains_key(&tag.number));
    let inside = inside.into_iter().map(|tag| ((numbers[&tag.number], tag.kind), tag));
    let placed = placed(inside.collect(), &other.tags, proposal, lang)?;
    let first_word = words.words().first().map_or(0, |word| word.span.end);
    let leading = ends.iter().filter(|tag| tag.at < first_word);
    let leading: HashSet<Key> = leading.map(|tag| (tag.number, tag.kind)).collect();
    let ends = Tagged { text: source.text.clone(), tags: ends };
    let ends = carry(&ends, proposal.target(lang), lang, glossary).tags.into_iter();
    let (mut before, mut after): (Vec<Tag>, Vec<Tag>) =
        ends.partition(|tag| leading.contains(&(tag.number, tag.kind)));
    // What is around all words is around all tags too.
    if let (Some(first), Some(last)) = (placed.first(), placed.last()) {
        before.iter_mut().for_each(|tag| tag.at = tag.at.min(first.at));
        after.iter_mut().for_each(|tag| tag.at = tag.at.max(last.at));
    }
    let mut tags = [before, placed, after].concat();
    // Those at one place stay in this order.
    tags.sort_by_key(|tag| tag.at);
    Some(tags)
}

/// The tags `inside` a segment, known by those of the unit's source that stand for the same, in what is offered: where
/// `others`, the tags of its translation, stand. `None` where those are not all of them, or not nested.
fn placed(
    mut inside: HashMap<Key, Tag>,
    others: &[Tag],
    proposal: &Proposal,
    lang: Lang,
) -> Option<Vec<Tag>> {
    let target = proposal.target(lang);
    let placed = others.iter().filter_map(|tag| {
        let own = inside.remove(&(tag.number, tag.kind))?;
        let at = place(target, proposal.moved(tag.at, tag.kind));
        Some(Tag { at, ..own })
    });
    let placed: Vec<Tag> = placed.collect();
    let are_placed = inside.is_empty() && placed.is_sorted_by_key(|tag| tag.at);
    (are_placed && are_nested(&placed)).then_some(placed)
}

/// Whether no pair crosses another, and each ends after its beginning.
fn are_nested(tags: &[Tag]) -> bool {
    let mut open: Vec<u32> = Vec::new();
    let mut alone: Vec<u32> = Vec::new();
    for tag in tags {
        match tag.kind {
            TagKind::Open if alone.contains(&tag.number) => return false,
            TagKind::Open => open.push(tag.number),
            TagKind::Close if open.last() == Some(&tag.number) => {
                open.pop();
            }
            TagKind::Close if open.contains(&tag.number) => return false,
            TagKind::Close => alone.push(tag.number),
            TagKind::Alone => {}
        }
    }
    true
}
