//! The concordance: the units that hold a phrase.

use std::ops::ControlFlow;

use crate::error::Result;
use crate::matching::Candidate;
use crate::text::words::Mark;
use crate::text::{Lang, Span, Word, Words};
use crate::tm::store::{Store, Token};

/// A unit that holds a phrase, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The unit, and its number in the store.
    pub candidate: Candidate,
    /// Every place of the phrase in the unit's text in the language of the search.
    pub spans: Vec<Span>,
}

/// The first `most` units that hold `phrase` in `lang`, word for word as it folds: those with the fewest words
/// first, then in the order of their numbers.
///
/// A word with a `*` at its end stands for all words that begin with it.
///
/// # Errors
///
/// Where the store cannot be read.
pub fn concordance(store: &impl Store, phrase: &str, lang: Lang, most: usize) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    if most > 0 {
        each_hit(store, phrase, lang, |hit| {
            hits.push(hit);
            match hits.len() < most {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        })?;
    }
    Ok(hits)
}

/// Gives the units that hold `phrase`, in the order of a [`concordance`], to `take`, until it breaks.
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
    let parts = parts(phrase, lang);
    let groups = parts
        .iter()
        .map(|part| part.tokens(store, lang))
        .collect::<Result<Vec<_>>>()?;
    if groups.is_empty() || groups.iter().any(Vec::is_empty) {
        return Ok(());
    }
    let sequence: Vec<Group> = parts
        .iter()
        .zip(&groups)
        .map(|(part, tokens)| Group::new(store, lang, part, tokens))
        .collect::<Result<_>>()?;
    let mut failed = None;
    store.holding_each(lang, &groups, &mut |unit, tokens| {
        if !tokens
            .windows(sequence.len())
            .any(|window| is_phrase(window, &sequence))
        {
            return ControlFlow::Continue(());
        }
        match store.unit(unit) {
            Ok(Some(candidate)) => match hit(candidate, &parts, lang) {
                Some(hit) => take(hit),
                None => ControlFlow::Continue(()),
            },
            Ok(None) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    failed.map_or(Ok(()), Err)
}

/// One word of a phrase.
#[derive(Debug)]
struct Part {
    /// What it compares as.
    token: String,
    /// By which a number of its value is found.
    value: Option<String>,
    /// Whether any word that begins with it will do.
    is_open: bool,
}

fn parts(phrase: &str, lang: Lang) -> Vec<Part> {
    let words = Words::of(phrase, lang);
    let is_star = |mark: &&Mark| words.letters(&mark.folded) == "*";
    let stars: Vec<&Mark> = words.marks().iter().filter(is_star).collect();
    let part = |word: &Word| {
        let is_open = stars.iter().any(|star| star.span.start == word.span.end);
        Part {
            token: if is_open {
                words.letters(&word.folded)
            } else {
                words.token(word)
            }
            .to_owned(),
            value: word.value_token().filter(|_| !is_open),
            is_open,
        }
    };
    words.words().iter().map(part).collect()
}

impl Part {
    /// The tokens by which units that may have it are found.
    fn tokens(&self, store: &impl Store, lang: Lang) -> Result<Vec<Token>> {
        if self.is_open {
            return store.tokens_beginning(lang, &self.token);
        }
        let token = store.token(lang, self.value.as_ref().unwrap_or(&self.token))?;
        Ok(token.into_iter().collect())
    }

    /// Whether it is `word`, one of `words`.
    fn is(&self, word: &Word, words: &Words) -> bool {
        match &self.value {
            _ if self.is_open => words.letters(&word.folded).starts_with(&self.token),
            Some(value) => word.value_token().as_ref() == Some(value),
            None => words.token(word) == self.token,
        }
    }
}

/// The numbers of the tokens that a part can be in a sequence, rising.
struct Group(Vec<u32>);

impl Group {
    /// A value is found by a token of its own, but stands in a sequence as any value does.
    fn new(store: &impl Store, lang: Lang, part: &Part, tokens: &[Token]) -> Result<Self> {
        if part.value.is_some() {
            let any = store.token(lang, &part.token)?;
            return Ok(Self(any.into_iter().map(|token| token.number).collect()));
        }
        let mut numbers: Vec<u32> = tokens.iter().map(|token| token.number).collect();
        numbers.sort_unstable();
        Ok(Self(numbers))
    }
}

fn is_phrase(window: &[u32], groups: &[Group]) -> bool {
    window
        .iter()
        .zip(groups)
        .all(|(token, Group(numbers))| numbers.binary_search(token).is_ok())
}

/// Where the parts stand one after another in the unit's text; numbers must be the same too.
fn hit(candidate: Candidate, parts: &[Part], lang: Lang) -> Option<Hit> {
    let text = Words::of(&candidate.unit.side(lang).text, lang);
    let same = text.words().windows(parts.len()).filter(|window| {
        parts
            .iter()
            .zip(*window)
            .all(|(part, word)| part.is(word, &text))
    });
    let spans: Vec<Span> = same
        .map(|window| Span::new(window[0].span.start, window[window.len() - 1].span.end))
        .collect();
    (!spans.is_empty()).then_some(Hit { candidate, spans })
}
