//! The words of a text as they are counted and compared, and the marks between them.

use std::ops::Range;

use super::bounds::{plain_piece, word_bounds};
use super::fold::{Folded, Letter, fold};
use super::lang::Lang;
use super::number::{Number, Quantity};
use super::parts::Parts;
use super::placeable::{Placeable, PlaceableKind, Value, has_sign, placeables_of};
use super::span::Span;

/// What a word is, to a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A word of a language: compared by its letters.
    Word,
    /// A placeable in figures or signs: all of them compare as one token, their values are looked at later.
    Placeable(Value),
}

/// One word of a text; [`Words`] has its letters.
///
/// A placeable is one word, however many it is written in; in «۱۲نفر», which is one word, there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded letters, as bytes of [`Words::folded`].
    pub folded: Range<usize>,
    /// Where the word stands in the original, with the half-spaces and spaces inside it.
    pub span: Span,
    /// A word of a language or a placeable.
    pub kind: WordKind,
}

impl Word {
    /// The token by which placeables of the same value are found; nothing for a word of a language.
    pub fn value_token(&self) -> Option<String> {
        match &self.kind {
            WordKind::Word => None,
            WordKind::Placeable(value) => Some(format!("#{value}")),
        }
    }
}

/// The token by which one of the words inside a placeable is found: its folded letters, or its value where it is a number.
pub fn inner_token(letters: &str) -> String {
    match Number::read(letters) {
        Some(number) => format!("~#{}", Value::Number(Quantity::figures(number))),
        None => format!("~{letters}"),
    }
}

/// A punctuation mark or symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, folded, as bytes of [`Words::folded`].
    pub folded: Range<usize>,
    /// Where it stands in the original.
    pub span: Span,
    /// How many words stand before it.
    pub after: usize,
}

/// A text as a comparison sees it: its words and its marks, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    text: String,
    folded: Folded,
    words: Vec<Word>,
    marks: Vec<Mark>,
}

impl Words {
    /// Reads the words and marks of `text`, which is in `lang`.
    pub fn of(text: &str, lang: Lang) -> Self {
        let folded = fold(text);
        let in_figures = match has_placeable_in_figures(text, &folded) {
            true => placeables_of(text, &folded, lang),
            false => Vec::new(),
        };
        Self::made_of(text, folded, &in_figures)
    }

    /// The same of a text that folds to `folded`, and all its placeables, those in words too.
    pub fn with_placeables(text: &str, folded: Folded, lang: Lang) -> (Self, Vec<Placeable>) {
        let placeables = placeables_of(text, &folded, lang);
        (Self::made_of(text, folded, &placeables), placeables)
    }

    /// Reads every word of `text` by itself: a date or sum is as many words as it is written in.
    pub fn apart(text: &str) -> Self {
        Self::made_of(text, fold(text), &[])
    }

    /// The words of `text`, in which these placeables stand: those of them that are in words are ordinary words.
    fn made_of(text: &str, folded: Folded, placeables: &[Placeable]) -> Self {
        let pieces = pieces(&folded);
        let mut words = Self {
            text: text.to_owned(),
            words: Vec::with_capacity(pieces.len()),
            marks: Vec::new(),
            folded,
        };
        let mut rest = pieces.as_slice();
        for placeable in placeables
            .iter()
            .filter(|placeable| is_in_figures(placeable, text))
        {
            rest = words.join(rest, placeable);
        }
        words.add(rest);
        words
    }

    /// Adds the pieces before `placeable` and, where it is made of whole pieces, itself; gives the pieces after.
    fn join<'a>(&mut self, pieces: &'a [Piece], placeable: &Placeable) -> &'a [Piece] {
        let Span { start, end } = placeable.span;
        let (before, rest) = pieces.split_at(pieces.partition_point(|p| p.span.end <= start));
        self.add(before);
        let (its, after) = rest.split_at(rest.partition_point(|p| p.span.start < end));
        let (Some(first), Some(last)) = (its.first(), its.last()) else {
            return rest;
        };
        if !its.iter().all(|piece| placeable.span.covers(piece.span)) {
            return rest;
        }
        self.words.push(Word {
            folded: first.folded.start..last.folded.end,
            span: Span::new(first.span.start, last.span.end),
            kind: WordKind::Placeable(placeable.value.clone()),
        });
        after
    }

    /// Adds pieces that are no placeables; a number may still be one, as the parts of a fraction are.
    fn add(&mut self, pieces: &[Piece]) {
        for Piece {
            folded,
            span,
            is_word,
        } in pieces
        {
            let (folded, span) = (folded.clone(), *span);
            if *is_word {
                let number = Number::read(self.letters(&folded)).map(Quantity::figures);
                let value = number.map(Value::Number);
                let kind = value.map_or(WordKind::Word, WordKind::Placeable);
                self.words.push(Word { folded, span, kind });
            } else {
                let after = self.words.len();
                self.marks.push(Mark {
                    folded,
                    span,
                    after,
                });
            }
        }
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text in the form in which it is compared.
    pub fn folded(&self) -> &str {
        self.folded.text()
    }

    /// The folded letters of one of the words or marks.
    pub fn letters(&self, folded: &Range<usize>) -> &str {
        &self.folded.text()[folded.clone()]
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The marks, in order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is not one word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What the words compare as, in order: their folded letters, or `#` for any placeable.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| self.token(word))
    }

    /// What one of the words compares as.
    pub fn token(&self, word: &Word) -> &str {
        match word.kind {
            WordKind::Word => self.letters(&word.folded),
            WordKind::Placeable(_) => "#",
        }
    }

    /// The folded words that one of the words is written in, where it is a placeable of several: `12`, `july`, `2025`.
    pub fn inner(&self, word: &Word) -> impl Iterator<Item = &str> {
        let written = || {
            let pieces = word_bounds(self.letters(&word.folded)).map(|(_, piece)| piece);
            pieces.filter(|piece| piece.contains(is_letter_or_digit))
        };
        let is_of_several = word.kind != WordKind::Word && written().nth(1).is_some();
        written().filter(move |_| is_of_several)
    }

    /// The stem of one of the words and what is written on to it, as bytes of its letters.
    pub fn parts(&self, word: &Word) -> Parts {
        let letters = self.letters(&word.folded);
        match word.kind {
            WordKind::Word => Parts::of(letters),
            WordKind::Placeable(_) => Parts::whole(letters),
        }
    }

    /// Whether one of the words and one of `other` are the same word, or placeables that say the same.
    pub fn is_same(&self, word: &Word, other: &Self, others: &Word) -> bool {
        match (&word.kind, &others.kind) {
            (WordKind::Placeable(a), WordKind::Placeable(b)) => a.agrees(b),
            (WordKind::Word, WordKind::Placeable(_)) | (WordKind::Placeable(_), WordKind::Word) => {
                false
            }
            (WordKind::Word, WordKind::Word) => {
                self.letters(&word.folded) == other.letters(&others.folded)
            }
        }
    }
}

/// What stands between two bounds of words, but for spaces.
struct Piece {
    folded: Range<usize>,
    span: Span,
    /// Whether it has a letter or digit.
    is_word: bool,
}

fn pieces(folded: &Folded) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(folded.letters().len() / 3 + 1);
    let mut letters = folded.letters();
    let mut past = 0;
    while let [first, ..] = letters {
        let (start, count) = match plain_piece(letters) {
            Some(count) => (first.at(), count),
            None => piece(folded.text(), letters, past),
        };
        let (its, after) = letters.split_at(count);
        let last = its[count - 1];
        (letters, past) = (after, last.end());
        pieces.push(Piece {
            folded: start..past,
            span: Span::new(first.span().start, last.span().end),
            is_word: its.iter().any(Letter::is_alphanumeric),
        });
    }
    pieces
}

/// The first byte of the piece that begins at `past` or after a space there, and how many of `letters` it is made of.
fn piece(text: &str, letters: &[Letter], past: usize) -> (usize, usize) {
    let mut rest = word_bounds(&text[past..]).filter(|(_, piece)| *piece != " ");
    let (at, length) = rest.next().map_or((0, 1), |(at, piece)| (at, piece.len()));
    let end = past + at + length;
    let count = letters.iter().take_while(|letter| letter.at() < end).count();
    (past + at, count)
}

/// Whether `text`, which folds to `folded`, can have a placeable in figures or signs.
fn has_placeable_in_figures(text: &str, folded: &Folded) -> bool {
    folded.text().bytes().any(|b| b.is_ascii_digit()) || has_sign(text)
}

/// Whether a placeable of `text` is written in figures or signs.
fn is_in_figures(placeable: &Placeable, text: &str) -> bool {
    match placeable.value.kind() {
        PlaceableKind::LatinWord => false,
        PlaceableKind::Url
        | PlaceableKind::Email
        | PlaceableKind::Hashtag
        | PlaceableKind::Handle
        | PlaceableKind::Code => true,
        _ => placeable.span.of(text).contains(char::is_numeric),
    }
}

/// As the standard library says, but sooner for the letters of the two languages.
fn is_letter_or_digit(c: char) -> bool {
    Lang::of_letter(c).is_some() || c.is_alphanumeric()
}
