//! The concordance: the units that contain a phrase.

use std::ops::ControlFlow;

use foldhash::{HashSet, HashSetExt};

use crate::error::Result;
use crate::matching::Candidate;
use crate::text::words::{Mark, WordKind, inner_token};
use crate::text::{Lang, Span, Word, Words};
use crate::tm::store::{Store, Token};

/// A unit that contains a phrase, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The unit, and its number in the store.
    pub candidate: Candidate,
    /// Every place of the phrase in the unit's text in the language of the search.
    pub spans: Vec<Span>,
}

/// The first `most` units that contain `phrase` in `lang`, word for word as it folds: those with the fewest words
/// first, then in the order of their numbers.
///
/// A word with a `*` at its end stands for all words that begin with it. A date, a sum or an address is found by what
/// it says, however it is written; after all of these come the units in which words of the phrase are only a part of
/// one, as "July" is of "12 July 2025".
///
/// # Errors
///
/// Where the store cannot be read.
pub fn concordance(store: &impl Store, phrase: &str, lang: Lang, most: usize) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    if most > 0 {
        each_hit(store, phrase, lang, |hit| {
            hits.push(hit);
            if hits.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
    }
    Ok(hits)
}

/// Passes the units that contain `phrase` to `take`, in the order of a [`concordance`], until it breaks.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn each_hit(
    store: &impl Store,
    phrase: &str,
    lang: Lang,
    mut take: impl FnMut(Hit) -> ControlFlow<()>,
) -> Result<()> {
    let readings = Readings {
        whole: Reading::new(&Words::of(phrase, lang), false),
        apart: Reading::new(&Words::apart(phrase), true),
    };
    let mut seen = HashSet::new();
    for reading in [&readings.whole, &readings.apart] {
        let flow = reading.each_candidate(store, lang, |candidate| {
            let spans = readings.spans(&candidate, lang);
            if spans.is_empty() || !seen.insert(candidate.id) {
                return ControlFlow::Continue(());
            }
            take(Hit { candidate, spans })
        })?;
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

/// The two ways to read a phrase, and a text in which it is looked for.
struct Readings {
    /// Word for word as they are compared: a placeable is one.
    whole: Reading,
    /// Every word by itself, so that some may be a part of a placeable.
    apart: Reading,
}

impl Readings {
    /// Where the phrase stands in a unit's text, in order.
    fn spans(&self, candidate: &Candidate, lang: Lang) -> Vec<Span> {
        let text = &candidate.unit.side(lang).text;
        let mut spans = self.whole.spans(&Words::of(text, lang));
        spans.extend(self.apart.spans(&Words::apart(text)));
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup();
        spans
    }
}

/// A phrase, read in one way.
struct Reading {
    parts: Vec<Part>,
    /// Whether its words may stand inside placeables; then only units where one may are candidates.
    is_inside: bool,
}

/// One word of a phrase.
#[derive(Debug)]
struct Part {
    /// The token by which it is found as a word or placeable by itself.
    token: String,
    /// The token by which it is found inside a placeable.
    inner: String,
    /// Whether it is a placeable where it stands by itself.
    is_placeable: bool,
    /// Whether any word that begins with it will do.
    is_open: bool,
}

impl Reading {
    fn new(phrase: &Words, is_inside: bool) -> Self {
        let is_star = |mark: &&Mark| phrase.letters(&mark.folded) == "*";
        let stars: Vec<&Mark> = phrase.marks().iter().filter(is_star).collect();
        let part = |word: &Word| Part {
            token: token(word, phrase),
            inner: inner_token(phrase.letters(&word.folded)),
            is_placeable: word.kind != WordKind::Word,
            is_open: stars.iter().any(|star| star.span.start == word.span.end),
        };
        Self { parts: phrase.words().iter().map(part).collect(), is_inside }
    }

    /// Passes every unit that may contain the phrase to `take`, until it breaks.
    fn each_candidate(
        &self,
        store: &impl Store,
        lang: Lang,
        mut take: impl FnMut(Candidate) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>> {
        let places = self.parts.iter().map(|part| part.places(store, lang, self.is_inside));
        let places: Vec<Places> = places.collect::<Result<_>>()?;
        let groups: Vec<Vec<Token>> = places.iter().map(Places::tokens).collect();
        let is_nowhere = groups.is_empty() || groups.iter().any(Vec::is_empty);
        if is_nowhere || self.is_inside && places.iter().all(|places| places.inside.is_empty()) {
            return Ok(ControlFlow::Continue(()));
        }
        let placeable = store.token(lang, PLACEABLE)?.map(|token| token.number);
        let mut ended = Ok(ControlFlow::Continue(()));
        store.holding_each(lang, &groups, &mut |unit, tokens| {
            let may_hold = may_hold(tokens, &places, placeable);
            let flow = match may_hold.then(|| store.unit(unit)) {
                Some(Ok(Some(candidate))) => take(candidate),
                Some(Ok(None)) | None => ControlFlow::Continue(()),
                Some(Err(error)) => {
                    ended = Err(error);
                    return ControlFlow::Break(());
                }
            };
            if flow.is_break() {
                ended = Ok(flow);
            }
            flow
        })?;
        ended
    }

    /// Where the parts stand one after another in a text that is read in the same way.
    fn spans(&self, text: &Words) -> Vec<Span> {
        if self.parts.is_empty() {
            return Vec::new();
        }
        let windows = text.words().windows(self.parts.len());
        windows
            .filter(|window| {
                let mut pairs = self.parts.iter().zip(*window);
                pairs.all(|(part, word)| part.is(word, text))
            })
            .map(|window| Span::new(window[0].span.start, window[window.len() - 1].span.end))
            .collect()
    }
}

impl Part {
    /// The tokens by which units that may have it are found; if `is_inside`, also those of words inside placeables.
    fn places(&self, store: &impl Store, lang: Lang, is_inside: bool) -> Result<Places> {
        let tokens = |token: &str| -> Result<Vec<Token>> {
            if self.is_open {
                store.tokens_beginning(lang, token)
            } else {
                Ok(store.token(lang, token)?.into_iter().collect())
            }
        };
        let mut by_itself = tokens(&self.token)?;
        by_itself.sort_unstable_by_key(|token| token.number);
        Ok(Places {
            by_itself,
            inside: if is_inside { tokens(&self.inner)? } else { Vec::new() },
            is_placeable: self.is_placeable,
        })
    }

    /// Whether it is `word`, one of `words`.
    fn is(&self, word: &Word, words: &Words) -> bool {
        let token = token(word, words);
        if self.is_open {
            token.starts_with(&self.token) && words.inner(word).next().is_none()
        } else {
            token == self.token
        }
    }
}

/// The token by which one of the words is found: its letters, or what it says where it is a placeable.
fn token(word: &Word, words: &Words) -> String {
    let value = word.value_token();
    value.unwrap_or_else(|| words.letters(&word.folded).to_owned())
}

/// The token of any placeable in the sequence of a unit's tokens.
const PLACEABLE: &str = "#";

/// The tokens by which a part of a phrase is found.
struct Places {
    /// As a word or placeable by itself, in the order of their numbers.
    by_itself: Vec<Token>,
    /// As a word of a placeable.
    inside: Vec<Token>,
    /// Whether it is a placeable where it stands by itself: those have one token in a sequence, whatever they say.
    is_placeable: bool,
}

impl Places {
    /// Whether it can be a word of this token.
    fn is(&self, token: u32) -> bool {
        self.by_itself.binary_search_by_key(&token, |own| own.number).is_ok()
    }

    fn tokens(&self) -> Vec<Token> {
        [self.by_itself.as_slice(), &self.inside].concat()
    }
}

/// Whether a phrase may stand in a sequence of tokens: several of its parts may be inside one placeable.
fn may_hold(tokens: &[u32], parts: &[Places], placeable: Option<u32>) -> bool {
    // After how many parts the tokens so far can end.
    let mut reached = vec![false; parts.len() + 1];
    for &token in tokens {
        reached[0] = true;
        let mut next = vec![false; reached.len()];
        for (from, part) in parts.iter().enumerate().filter(|(from, _)| reached[*from]) {
            let most = if Some(token) == placeable {
                usize::from(part.is_placeable).max(inside(&parts[from..]))
            } else {
                usize::from(part.is(token))
            };
            next[from + 1..=from + most].fill(true);
        }
        if next[parts.len()] {
            return true;
        }
        reached = next;
    }
    false
}

/// How many parts, from the first on, can be inside a placeable.
fn inside(parts: &[Places]) -> usize {
    parts.iter().take_while(|part| !part.inside.is_empty()).count()
}
