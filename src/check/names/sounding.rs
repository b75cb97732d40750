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

/// The parts of an article whose sounds were asked for; many names may be looked for in one.
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
struct HeardWord {
    span: Span,
    sounds: Vec<Sound>,
    key: Key,
    /// Whether it is in the language of its article.
    is_own: bool,
    /// Whether a name may begin with it: it has consonants, and no small letter.
    may_begin: bool,
}

impl<'a> Heard<'a> {
    pub(crate) fn of(article: &'a ReadArticle<'_>, part: Span) -> Self {
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
pub(crate) struct Place {
    pub(crate) span: Span,
    pub(crate) words: Vec<(Span, Key)>,
}

impl Place {
    /// Whether all its words have a capital.
    pub(crate) fn is_capital(&self, text: &str) -> bool {
        let mut words = self.words.iter();
        words.all(|(word, _)| word.of(text).starts_with(char::is_uppercase))
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
        let theirs = place.words.iter().map(|(_, key)| *key);
        self.words.iter().all(|key| key.len() > 0) && theirs.eq(self.words.iter().copied())
    }

    /// The places in a part of an article that sound so.
    pub(crate) fn places(&self, there: &Heard<'_>) -> Vec<Place> {
        let Heard { text, words } = there;
        let place = |first: usize| {
            let mut heard = Vec::new();
            for (at, word) in words.iter().enumerate().skip(first) {
                let is_apart = at > first && ends_name(text, words[at - 1].span, word.span);
                if is_apart || !word.is_own {
                    break;
                }
                heard.extend_from_slice(&word.sounds);
                let key = Key::of(&heard);
                if key.len() >= self.key.len() {
                    let own = &words[first..=at];
                    return (key == self.key).then(|| Place {
                        span: Span::new(own[0].span.start, word.span.end),
                        words: own.iter().map(|word| (word.span, word.key)).collect(),
                    });
                }
            }
            None
        };
        let firsts = (0..words.len()).filter(|&first| words[first].may_begin);
        firsts.filter_map(place).collect()
    }

    /// Whether the words at `place` are a term that `variant` is near, with an ending or without. A ye that the variant
    /// has too is no ending, but makes another name: no Azmoun is Azmouni.
    pub(crate) fn is_term(
        &self,
        place: &Place,
        source: &ReadArticle<'_>,
        part: Span,
        variant: &Variant,
    ) -> bool {
        let text = source.article().text();
        let last = place.words.last().map_or(place.span, |(word, _)| *word);
        let mut terms = source.mentions().places_in(part);
        terms.any(|(span, entry)| {
            let rest = text.get(span.end..place.span.end).unwrap_or_default();
            let has_ye = rest.trim_start_matches(HALF_SPACE) == "ی";
            variant.near.iter().any(|id| id.entry == entry)
                && span.start <= place.span.start
                && span.end > last.start
                && !(has_ye && self.last == Some(Sound::I))
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
