//! Which words of an article sound as others do.

use std::cell::RefCell;
use std::rc::Rc;

use foldhash::HashMap;

use crate::align::ReadArticle;
use crate::glossary::Variant;
use crate::segment::Article;
use crate::text::sounds::{Key, Sound, sounds_of};
use crate::text::words::without_possessive;
use crate::text::{HALF_SPACE, Lang, Span, Words};

/// The fewest consonants by which a name can be recognised.
pub(crate) const FEWEST: u32 = 3;

/// The most words of a place that sounds as a name does.
const MOST_WORDS: usize = 8;

/// The parts of an article whose sounds were asked for, each worked out once: many names may be looked for in one.
#[derive(Default)]
pub(crate) struct HeardParts<'a>(RefCell<HashMap<Span, Rc<Heard<'a>>>>);

impl<'a> HeardParts<'a> {
    pub(crate) fn of(&self, article: &'a ReadArticle<'_>, part: Span) -> Rc<Heard<'a>> {
        let mut parts = self.0.borrow_mut();
        let heard = parts.entry(part).or_insert_with(|| Rc::new(Heard::of(article, part)));
        Rc::clone(heard)
    }
}

/// The words of a part of an article, and how each of them sounds.
pub(crate) struct Heard<'a> {
    text: &'a str,
    words: Vec<HeardWord>,
}

/// A word and how it sounds.
pub(crate) struct HeardWord {
    pub(crate) span: Span,
    sounds: Vec<Sound>,
    pub(crate) key: Key,
    /// Whether it is in the language of its article.
    is_own: bool,
    /// Whether a name may begin with it: it has consonants, and no small letter.
    may_begin: bool,
}

impl<'a> Heard<'a> {
    fn of(article: &'a ReadArticle<'_>, part: Span) -> Self {
        let (text, lang) = (article.article().text(), article.article().lang());
        let words = Words::of(part.of(text), lang);
        let own = words.words().iter().zip(sounds(&words));
        let heard = own.map(|(word, sounds)| {
            let span = word.span.shifted(part.start);
            let (written, key) = (span.of(text), Key::of(&sounds));
            let is_own = Lang::of(written) == Some(lang);
            let may_begin = key.len() > 0 && !written.starts_with(char::is_lowercase);
            HeardWord { span, sounds, key, is_own, may_begin }
        });
        Self { text, words: heard.collect() }
    }
}

/// How some words sound.
pub(crate) struct Sounding {
    pub(crate) key: Key,
    pub(crate) words: Vec<Key>,
    last: Option<Sound>,
}

/// A place whose words sound as others do.
pub(crate) struct Place<'a> {
    pub(crate) span: Span,
    pub(crate) words: &'a [HeardWord],
}

impl Place<'_> {
    /// Whether all its words have a capital.
    pub(crate) fn is_capital(&self, text: &str) -> bool {
        self.words.iter().all(|word| word.span.of(text).starts_with(char::is_uppercase))
    }
}

/// Where the terms of some entries stand in a part of an article, in order.
pub(crate) struct Terms(Vec<Term>);

struct Term {
    span: Span,
    /// The last end of all terms up to this one.
    reach: usize,
}

impl Terms {
    /// Those that `variant` is near.
    pub(crate) fn near(variant: &Variant, source: &ReadArticle<'_>, part: Span) -> Self {
        let mut reach = 0;
        let places = source.mentions().places_in(part);
        let near = places.filter(|(_, entry)| variant.near.iter().any(|id| id.entry == *entry));
        let terms = near.map(|(span, _)| {
            reach = reach.max(span.end);
            Term { span, reach }
        });
        Self(terms.collect())
    }

    /// Those that begin no later than the first of two words, and end in the last one or after it.
    fn over(&self, first: Span, last: Span) -> impl Iterator<Item = Span> {
        let past = self.0.partition_point(|term| term.span.start <= first.start);
        let near = self.0[..past].iter().rev().take_while(move |term| term.reach > last.start);
        near.map(|term| term.span).filter(move |span| span.end > last.start)
    }
}

impl Sounding {
    pub(crate) fn of(article: &Article, span: Span) -> Self {
        let words = Words::of(span.of(article.text()), article.lang());
        let words = sounds(&words);
        let sounds = words.concat();
        Self {
            key: Key::of(&sounds),
            words: words.iter().map(|word| Key::of(word)).collect(),
            last: sounds.last().copied(),
        }
    }

    /// Whether the words of a place sound so one by one.
    pub(crate) fn is_word_by_word(&self, place: &Place) -> bool {
        let theirs = place.words.iter().map(|word| word.key);
        self.words.iter().all(|key| key.len() > 0) && theirs.eq(self.words.iter().copied())
    }

    /// The places in a part of an article that sound so, in order.
    pub(crate) fn places<'h>(&self, there: &'h Heard<'_>) -> impl Iterator<Item = Place<'h>> {
        let words = &there.words;
        let firsts = (0..words.len()).filter(|&first| words[first].may_begin);
        firsts.filter_map(|first| {
            let words = &words[first..=self.last_from(first, there)?];
            Some(Place { span: Span::new(words[0].span.start, words.last()?.span.end), words })
        })
    }

    /// The last of the fewest words from the first of them on that have as many consonants, where they sound so.
    fn last_from(&self, first: usize, there: &Heard<'_>) -> Option<usize> {
        let Heard { text, words } = there;
        let (mut last, mut key) = (first, words[first].key);
        while words[last].is_own && key.len() < self.key.len() {
            last += 1;
            let next = words.get(last).filter(|_| last < first + MOST_WORDS)?;
            if ends_name(text, words[last - 1].span, next.span) {
                return None;
            }
            let heard = words[first..=last].iter().flat_map(|word| &word.sounds);
            key = Key::of(&heard.copied().collect::<Vec<Sound>>());
        }
        (words[last].is_own && key == self.key).then_some(last)
    }

    /// Whether the words at `place` are one of the terms, with an ending or without. A ye that these have too is no
    /// ending, but makes another name: no Azmoun is Azmouni.
    pub(crate) fn is_term(&self, place: &Place<'_>, text: &str, terms: &Terms) -> bool {
        let (Some(first), Some(last)) = (place.words.first(), place.words.last()) else {
            return false;
        };
        terms.over(first.span, last.span).any(|term| {
            let rest = text.get(term.end..place.span.end).unwrap_or_default();
            let has_ye = rest.trim_start_matches(HALF_SPACE) == "ی";
            !(has_ye && self.last == Some(Sound::I))
        })
    }
}

/// Whether a name ends between two words: at a mark, except the full stop of an initial.
fn ends_name(text: &str, word: Span, next: Span) -> bool {
    const MARKS: [char; 10] = ['.', '!', '?', '؟', ';', '؛', ':', ',', '،', '\n'];
    let is_initial = word.of(text).chars().count() == 1;
    !is_initial && text[word.end..next.start].contains(MARKS)
}

/// The sounds of each word.
fn sounds(words: &Words) -> Vec<Vec<Sound>> {
    let own = words.words().iter();
    own.map(|word| heard(without_possessive(words.letters(&word.folded)))).collect()
}

/// The sounds of one word; «وی» at the end of a surname is heard as in Razavi.
fn heard(word: &str) -> Vec<Sound> {
    let mut sounds = sounds_of(word);
    if word.ends_with("وی")
        && sounds.ends_with(&[Sound::U, Sound::I])
        && sounds.len() > FEWEST as usize
    {
        let last = sounds.len() - 2;
        sounds[last] = Sound::V;
    }
    sounds
}
