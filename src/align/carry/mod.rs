//! Inline tags carried over to a translation: each to where the translation says what the tag marks in the source.
//!
//! Words of both texts are linked where they are the same name of the glossary, the same value, have a common meaning,
//! or sound alike. A pair of tags goes around the words that only its own words are linked with, if at least half of
//! its words have such a link and no word of others stands between. What marks a whole segment marks the whole of its
//! translation.

mod by_unit;

use std::collections::BTreeMap;

pub use self::by_unit::carry_proposed;
use super::lexicon::{Form, Lexicon};
use crate::glossary::Glossary;
use crate::matching::adapt::{Content, Item, items};
use crate::text::verbs::{self, Light};
use crate::text::{Lang, Span, Tag, TagKind, Tagged, fold};

/// The tags of a translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Those that have a place in it, in order.
    pub tags: Vec<Tag>,
    /// Those of the source for which no place was found.
    pub missing: Vec<Tag>,
}

/// The most tags that are looked at; no sentence has this many.
const MOST_TAGS: usize = 256;

/// Finds the places of the tags of `source`, which is in `lang`, in its translation `target`.
pub fn carry(source: &Tagged, target: &str, lang: Lang, glossary: &Glossary) -> Carried {
    if source.tags.is_empty() || source.tags.len() > MOST_TAGS {
        return Carried { tags: Vec::new(), missing: source.tags.clone() };
    }
    let texts =
        [Text::new(&source.text, lang, glossary), Text::new(target, lang.other(), glossary)];
    let links = Links::new(&texts);
    let mut carried = Carried::default();
    let mut placed: Vec<(Span, Marked<'_>)> = Vec::new();
    for marked in marks(source) {
        let place = if marked.span.start < marked.span.end {
            links.span(marked.span)
        } else {
            links.point(marked.span.start).map(|at| Span::new(at, at))
        };
        let fits = |place: &Span| placed.iter().all(|(other, _)| !crosses(*other, *place));
        match place.filter(fits) {
            Some(place) => placed.push((place, marked)),
            None => carried.missing.extend(marked.tags().cloned()),
        }
    }
    carried.missing.sort_by_key(|tag| tag.at);
    carried.tags = in_order(&placed);
    carried
}

/// A pair of tags of a text, one end of a pair, or a tag that stands alone, and what it marks there.
#[derive(Clone, Copy, Debug)]
struct Marked<'a> {
    span: Span,
    open: Option<&'a Tag>,
    close: Option<&'a Tag>,
    alone: Option<&'a Tag>,
}

impl<'a> Marked<'a> {
    fn tags(self) -> impl Iterator<Item = &'a Tag> {
        [self.open, self.alone, self.close].into_iter().flatten()
    }
}

/// What the tags of a text mark, in the order in which that begins; of two that begin together the longer first.
///
/// The end of a pair whose beginning is elsewhere marks all before it, and a beginning all after it.
fn marks(text: &Tagged) -> Vec<Marked<'_>> {
    let of_kind = |kind| text.tags.iter().filter(move |tag| tag.kind == kind);
    let mut closes: BTreeMap<u32, &Tag> = BTreeMap::new();
    let mut ends = Vec::new();
    for close in of_kind(TagKind::Close) {
        ends.extend(closes.insert(close.number, close));
    }
    let mut pairs = Vec::new();
    for open in of_kind(TagKind::Open) {
        let close = closes.remove(&open.number);
        let end = close.map_or(text.text.len(), |close| close.at).max(open.at);
        pairs.push((Span::new(open.at, end), Some(open), close, None));
    }
    let ends = ends.into_iter().chain(closes.into_values());
    let ends = ends.map(|close| (Span::new(0, close.at), None, Some(close), None));
    let alone = of_kind(TagKind::Alone);
    let alone = alone.map(|tag| (Span::new(tag.at, tag.at), None, None, Some(tag)));
    let all = pairs.into_iter().chain(ends).chain(alone);
    let mut marks: Vec<Marked<'_>> =
        all.map(|(span, open, close, alone)| Marked { span, open, close, alone }).collect();
    marks.sort_by_key(|marked| (marked.span.start, std::cmp::Reverse(marked.span.end)));
    marks
}

/// Whether each begins or ends in the middle of the other.
fn crosses(a: Span, b: Span) -> bool {
    a.overlaps(b) && !a.covers(b) && !b.covers(a)
}

/// The tags that are placed, as they are written: none crosses another.
fn in_order(placed: &[(Span, Marked<'_>)]) -> Vec<Tag> {
    let mut ends = Vec::new();
    for (rank, (place, marked)) in (1..).zip(placed) {
        let length = i64::try_from(place.end - place.start).unwrap_or(i64::MAX);
        // At one place what ends comes first, the inner before the outer; then what is empty; then what begins.
        let (close, open) = match length {
            0 => ((1, 0, rank), (1, 0, rank)),
            _ => ((0, length, -rank), (2, -length, rank)),
        };
        ends.extend(marked.open.map(|tag| (place.start, open, tag)));
        ends.extend(marked.alone.map(|tag| (place.start, (1, 0, rank), tag)));
        ends.extend(marked.close.map(|tag| (place.end, close, tag)));
    }
    ends.sort_by_key(|&(at, order, _): &(usize, (i32, i64, i32), &Tag)| (at, order));
    let tags = ends.into_iter();
    let tags = tags.map(|(at, _, tag)| Tag { at, ..tag.clone() });
    tags.collect()
}

/// The pieces of a text, with what each says.
struct Text<'t> {
    text: &'t str,
    items: Vec<Item>,
    /// What each says where it is a plain word.
    forms: Vec<Option<Form>>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str, lang: Lang, glossary: &Glossary) -> Self {
        let mut lexicon = Lexicon::new(lang);
        let items = items(text, lang, glossary);
        let forms = items.iter().map(|item| match item.content {
            Content::Word => {
                let form = lexicon.form(&item.token);
                // In English only what has a capital can be a name.
                let is_name = item.span.of(text).starts_with(char::is_uppercase);
                Some(if lang == Lang::Persian || is_name { form } else { form.without_sounds() })
            }
            _ => None,
        });
        Self { text, forms: forms.collect(), items }
    }

    /// The pieces that `span` covers, in part at least, by their indices.
    fn covered(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.items.partition_point(|item| item.span.end <= span.start);
        let end = self.items.partition_point(|item| item.span.start < span.end);
        first..end.max(first)
    }
}

/// Which pieces of a text and of its translation say the same.
struct Links<'a> {
    texts: &'a [Text<'a>; 2],
    /// The pieces of the translation that each piece of the text is linked with.
    of_source: Vec<Vec<usize>>,
}

impl<'a> Links<'a> {
    fn new(texts: &'a [Text<'a>; 2]) -> Self {
        let [source, target] = texts;
        let linked = |own: usize| {
            let says_same = |&other: &usize| says_same(texts, own, other);
            (0..target.items.len()).filter(says_same).collect()
        };
        Self { texts, of_source: (0..source.items.len()).map(linked).collect() }
    }

    /// What the translation has for `span` of the text.
    fn span(&self, span: Span) -> Option<Span> {
        let [source, target] = self.texts;
        let covered = source.covered(span);
        if covered.is_empty() {
            return None;
        }
        if covered.len() == source.items.len() {
            return self.whole(span);
        }
        let (own, others) = self.targets(covered.clone());
        let is_own = |at: &usize| own[*at] && !others[*at];
        let ours: Vec<usize> = (0..target.items.len()).filter(is_own).collect();
        let (first, last) = (*ours.first()?, *ours.last()?);
        let is_linked = |at: &usize| self.of_source[*at].iter().any(&is_own);
        let is_clear = (first..=last).all(|at| own[at] || !others[at]);
        let linked = covered.clone().filter(is_linked).count();
        let is_certain =
            is_clear && 2 * linked >= covered.len() && last - first < MOST_LONGER * covered.len();
        is_certain.then(|| Span::new(target.items[first].span.start, target.items[last].span.end))
    }

    /// All of the translation, with the marks at its ends where `span` has those of the text.
    fn whole(&self, span: Span) -> Option<Span> {
        let [source, target] = self.texts;
        let (first, last) = (target.items.first()?, target.items.last()?);
        let start = if span.start == 0 { 0 } else { first.span.start };
        let is_to_end = span.end == source.text.len();
        let end = if is_to_end { target.text.len() } else { last.span.end };
        Some(Span::new(start, end))
    }

    /// What the translation has for the place `at` of the text: a place beside the same word, preferably a word that
    /// `at` touches.
    fn point(&self, at: usize) -> Option<usize> {
        let [source, target] = self.texts;
        let before = source.items.partition_point(|item| item.span.end <= at);
        let after = source.items.partition_point(|item| item.span.start < at);
        if before == 0 && after == 0 {
            return Some(0);
        }
        if before == source.items.len() {
            let is_last = at == source.text.len();
            let end = target.items.last().map_or(0, |item| item.span.end);
            return Some(if is_last { target.text.len() } else { end });
        }
        let beside = |index: usize| {
            let (own, others) = self.targets(index..index + 1);
            let mut ours = (0..own.len()).filter(|&at| own[at] && !others[at]);
            ours.next().filter(|_| ours.next().is_none())
        };
        let touches_before = before > 0 && source.items[before - 1].span.end == at;
        let touches_after = source.items[after].span.start == at;
        let end = || {
            let found = before.checked_sub(1).and_then(beside)?;
            Some(self.end_of_verb(found))
        };
        let start = || beside(after).map(|at| target.items[at].span.start);
        if touches_after && !touches_before { start().or_else(end) } else { end().or_else(start) }
    }

    /// Where a piece of the translation ends, or, where it is the noun of a verb, that verb: «رشد کرد», «رشد خواهد
    /// کرد», «رشد کرده است».
    fn end_of_verb(&self, at: usize) -> usize {
        let [_, target] = self.texts;
        let is_word = |item: &Item| matches!(item.content, Content::Word);
        let mut end = target.items[at].span.end;
        if !is_word(&target.items[at]) {
            return end;
        }
        let mut reached = end;
        let mut has_begun = false;
        for (at, item) in target.items.iter().enumerate().skip(at + 1) {
            let is_linked = || self.of_source.iter().any(|linked| linked.contains(&at));
            if !is_word(item) || item.span.start != reached + " ".len() || is_linked() {
                break;
            }
            reached = item.span.end;
            match verbs::light(fold(item.span.of(target.text)).text()) {
                Some(Light::Begins) => has_begun = true,
                Some(Light::Ends) if !has_begun => break,
                Some(Light::Whole | Light::Ends) => {
                    end = reached;
                    break;
                }
                None => break,
            }
        }
        end
    }

    /// Which pieces of the translation those in `covered` are linked with, and which all others.
    fn targets(&self, covered: std::ops::Range<usize>) -> (Vec<bool>, Vec<bool>) {
        let count = self.texts[1].items.len();
        let (mut own, mut others) = (vec![false; count], vec![false; count]);
        for (index, linked) in self.of_source.iter().enumerate() {
            let side = if covered.contains(&index) { &mut own } else { &mut others };
            for &at in linked {
                side[at] = true;
            }
        }
        (own, others)
    }
}

/// What has this many times as many words is no translation.
const MOST_LONGER: usize = 3;

/// Whether a piece of the text and one of its translation say the same.
fn says_same([source, target]: &[Text<'_>; 2], own: usize, other: usize) -> bool {
    if let (Some(own), Some(other)) = (&source.forms[own], &target.forms[other]) {
        let mut meanings = own.meanings().iter();
        let has_meaning = meanings.any(|meaning| other.meanings().contains(meaning));
        return has_meaning || sound_alike(own, other);
    }
    let key = source.items[own].content.key();
    key.is_some() && key == target.items[other].content.key()
}

/// Whether two words can be one name.
fn sound_alike(own: &Form, other: &Form) -> bool {
    let mut sounds = own.sounds().iter();
    sounds.any(|sound| other.sounds().contains(sound))
}
