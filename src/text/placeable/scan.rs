//! The scanner: from front to back, the longest placeable that begins at each token.
//!
//! Every reader looks at a bounded number of tokens, and a figure is read only once: the time is linear.

use super::numbers::counted;
use super::scanner::{Read, Scanner};
use super::tokens::{Token, tokens};
use super::value::{Placeable, Value};
use super::web::web;
use crate::text::fold::FoldedPart;
use crate::text::{Lang, Span, fold};

/// The placeables of `text`, which is in `lang`: in order, none overlapping another; where several begin, the longest.
pub fn placeables(text: &str, lang: Lang) -> Vec<Placeable> {
    placeables_of(text, fold(text).whole(), lang)
}

/// The placeables of `text`, where its fold is known.
pub(in crate::text) fn placeables_of(
    text: &str,
    folded: FoldedPart<'_>,
    lang: Lang,
) -> Vec<Placeable> {
    PlaceableReader::default().read(text, folded, lang)
}

/// Reads the placeables of one text after another, reusing the same buffers.
#[derive(Default)]
pub(crate) struct PlaceableReader<'a> {
    tokens: Vec<Token<'a>>,
}

impl<'a> PlaceableReader<'a> {
    /// The placeables of `text`, which folds to `folded`.
    pub(crate) fn read(
        &mut self,
        text: &str,
        folded: FoldedPart<'a>,
        lang: Lang,
    ) -> Vec<Placeable> {
        let mut found = web(text);
        let taken: Vec<Span> = found.iter().map(|placeable| placeable.span).collect();
        tokens(text, folded, lang, &taken, &mut self.tokens);
        let scanner = Scanner { text, tokens: &self.tokens, lang };
        if found.is_empty() {
            return scanner.placeables();
        }
        found.extend(scanner.placeables());
        found.sort_by_key(|placeable| placeable.span);
        found
    }
}

impl Scanner<'_> {
    fn placeables(&self) -> Vec<Placeable> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(matters) = self.tokens[at..].iter().position(|token| token.matters) {
            let last = at + matters;
            let begin = at.max(last.saturating_sub(2))..=last;
            let mut longest = begin.filter_map(|at| Some((at, self.longest(at)?)));
            let Some((first, longest)) = longest.next() else {
                at = last + 1;
                continue;
            };
            let (start, end) =
                (self.tokens[first].span.start, self.tokens[longest.end - 1].span.end);
            let span = Span::new(start, end);
            found.extend(longest.value.map(|value| Placeable { span, value }));
            at = longest.end;
        }
        found
    }

    /// Whether a placeable may begin at a token: it does at few of them, and to ask all readers takes long.
    ///
    /// It begins with a figure or a number word, with what leads to one, or with one of a few words and names.
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_number = |at: usize| self.token(at).is_some_and(Token::is_number);
        token.is_number()
            || token.role.begins
            || is_number(at + 1) && self.may_lead(token)
            || token.role.leads && self.is_word(at + 1, &["quarter"])
            || is_number(at + 2) && self.tokens[at + 1].mark().is_some()
            || self.lang == Lang::Persian && token.is_latin()
            || token.role.opens_date() && (self.weekday(at).is_some() || self.month(at).is_some())
    }

    /// Whether a placeable may begin at a token because a number follows it: $5, F16, a hundred, سال ۱۴۰۳.
    fn may_lead(&self, token: &Token<'_>) -> bool {
        token.role.leads || token.mark().is_some() || self.is_capitalized(token)
    }

    /// The longest placeable that begins at a token, or the first one of several that are equally long.
    ///
    /// Without a value, what was read there is certainly something, but nothing that is carried over.
    fn longest(&self, at: usize) -> Option<Read<Option<Value>>> {
        if !self.may_begin(at) {
            return None;
        }
        let nothing = self.fraction(at).map(|end| Read { value: None, end });
        let cardinal = self.cardinal(at);
        let place = self.place(at, cardinal.as_ref());
        let quantity = self.quantity(at, cardinal);
        let mut longest = nothing;
        let mut take = |reading: Option<Read<Value>>| {
            let end = longest.as_ref().map_or(at, |longest| longest.end);
            if let Some(longer) = reading.filter(|reading| reading.end > end) {
                longest = Some(longer.map(Some));
            }
        };
        take(self.code(at));
        take(self.date(at, place.as_ref()));
        take(self.time(at));
        take(self.range(at, quantity.as_ref()));
        take(place.and_then(|place| self.ordinal(at, place)));
        take(quantity.and_then(counted));
        take(self.latin_word(at));
        longest
    }
}
