//! The words of a text as they are counted and compared, and the marks between them.

use std::ops::Range;

use super::bounds::{plain_piece, word_bounds};
use super::fold::{FoldedPart, Letter, fold};
use super::lang::Lang;
use super::number::{Number, Quantity};
use super::parts::Parts;
use super::placeable::{Placeable, PlaceableKind, Value, has_sign, placeables_of};
use super::span::Span;

/// What a word is for a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A word of a language: compared by its letters.
    Word,
    /// A placeable in figures or signs: all of them compare as one token; their values are compared later.
    Placeable(Box<Value>),
}

/// One word of a text; [`Words`] has its letters.
///
/// A placeable is one word, however many it is written in; «۱۲نفر», which is one word, contains none.
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

/// The token by which one of the words inside a placeable is found: its folded letters, or its value where it is a
/// number.
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
    /// The text as it was written, and after it the folded one, which begins with the byte `past_text`.
    texts: String,
    past_text: usize,
    words: Vec<Word>,
    marks: Vec<Mark>,
}

impl Words {
    /// Reads the words and marks of `text`, which is in `lang`.
    pub fn of(text: &str, lang: Lang) -> Self {
        let folded = fold(text);
        let in_figures = if has_placeable_in_figures(text, folded.text()) {
            placeables_of(text, folded.whole(), lang)
        } else {
            Vec::new()
        };
        Self::with(text, folded.whole(), &in_figures)
    }

    /// Reads every word of `text` by itself: a date or a sum is as many words as are written.
    pub fn apart(text: &str) -> Self {
        Self::with(text, fold(text).whole(), &[])
    }

    /// The words and marks of `text`, which folds to `folded`, and in which these placeables stand: those of them that
    /// are in words are ordinary words.
    pub(crate) fn with(text: &str, folded: FoldedPart<'_>, placeables: &[Placeable]) -> Self {
        let mut words = Self {
            texts: [text, folded.text()].concat(),
            past_text: text.len(),
            words: Vec::with_capacity(folded.letters().len() / 4 + 1),
            marks: Vec::with_capacity(folded.letters().len() / 16 + 1),
        };
        let is_figures = |placeable: &&Placeable| is_in_figures(placeable, text);
        let mut placeables = placeables.iter().filter(is_figures).peekable();
        let mut pieces = Pieces::of(folded);
        while let Some(piece) = pieces.next() {
            let is_past = |placeable: &&Placeable| placeable.span.start < piece.span.end;
            let mut is_joined = false;
            while !is_joined && let Some(placeable) = placeables.next_if(is_past) {
                is_joined = words.join(&piece, &mut pieces, placeable);
            }
            if !is_joined {
                words.add(piece);
            }
        }
        words
    }

    /// Adds `placeable`, if it consists of whole pieces, `first` and those that come next; returns whether it does.
    #[inline(never)]
    fn join(&mut self, first: &Piece, pieces: &mut Pieces<'_>, placeable: &Placeable) -> bool {
        let (whole, mut last, mut after) = (placeable.span, first.clone(), pieces.clone());
        let mut is_whole = whole.covers(first.span);
        let mut ahead = after.clone();
        while let Some(piece) = ahead.next().filter(|piece| piece.span.start < whole.end) {
            is_whole &= whole.covers(piece.span);
            (last, after) = (piece, ahead.clone());
        }
        if is_whole {
            *pieces = after;
            self.words.push(Word {
                folded: first.folded.start..last.folded.end,
                span: Span::new(first.span.start, last.span.end),
                kind: WordKind::Placeable(Box::new(placeable.value.clone())),
            });
        }
        is_whole
    }

    /// Adds a piece that is not a placeable; it may still be a number, as the parts of a fraction are.
    #[inline]
    fn add(&mut self, piece: Piece) {
        let (folded, span) = (piece.folded, piece.span);
        if piece.is_word {
            let kind =
                if piece.first.is_ascii_digit() { self.number(&folded) } else { WordKind::Word };
            self.words.push(Word { folded, span, kind });
        } else {
            let after = self.words.len();
            self.marks.push(Mark { folded, span, after });
        }
    }

    /// The kind of a word that begins with a digit; few do.
    #[inline(never)]
    fn number(&self, folded: &Range<usize>) -> WordKind {
        let number = Number::read(self.letters(folded)).map(Quantity::figures);
        let value = number.map(|number| Box::new(Value::Number(number)));
        value.map_or(WordKind::Word, WordKind::Placeable)
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.texts[..self.past_text]
    }

    /// The text in the form in which it is compared.
    pub fn folded(&self) -> &str {
        &self.texts[self.past_text..]
    }

    /// The folded letters of one of the words or marks.
    #[inline]
    pub fn letters(&self, folded: &Range<usize>) -> &str {
        &self.texts[self.past_text + folded.start..self.past_text + folded.end]
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

    /// Whether there are no words.
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

    /// The stem of one of the words and what is attached to it, as bytes of its letters.
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

/// What stands between two word bounds, except spaces.
#[derive(Clone)]
struct Piece {
    folded: Range<usize>,
    span: Span,
    /// Its first character.
    first: char,
    /// Whether it has a letter or digit.
    is_word: bool,
}

/// The pieces of a text, one by one.
#[derive(Clone)]
struct Pieces<'a> {
    folded: FoldedPart<'a>,
    /// The letters that were not returned yet.
    letters: &'a [Letter],
    /// The byte of the folded text after those that were.
    past: usize,
}

impl<'a> Pieces<'a> {
    fn of(folded: FoldedPart<'a>) -> Self {
        Self { folded, letters: folded.letters(), past: 0 }
    }

    /// The first byte of the next piece, and how many letters it has, found from its text.
    fn told_by_text(&self) -> (usize, usize) {
        let mut rest = word_bounds(&self.folded.text()[self.past..]);
        let next = rest.find(|(_, piece)| *piece != " ");
        let (at, length) = next.map_or((0, 1), |(at, piece)| (at, piece.len()));
        let start = self.past + at;
        let is_its = |letter: &&Letter| self.folded.place(letter, letter).start < start + length;
        (start, self.letters.iter().take_while(is_its).count())
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        let first = self.letters.first()?;
        let (start, count) = match plain_piece(self.letters) {
            Some(count) => (self.folded.place(first, first).start, count),
            None => self.told_by_text(),
        };
        let (its, after) = self.letters.split_at(count);
        let last = &its[count - 1];
        (self.letters, self.past) = (after, self.folded.place(last, last).end);
        Some(Piece {
            folded: start..self.past,
            span: self.folded.span(first, last),
            first: first.ch,
            is_word: its.iter().any(Letter::is_alphanumeric),
        })
    }
}

/// The letters of a word without a possessive.
#[inline]
pub(crate) fn without_possessive(letters: &str) -> &str {
    match letters.as_bytes() {
        [.., b'\'', b's'] => &letters[..letters.len() - 2],
        _ => letters,
    }
}

/// Whether `text`, which folds to `folded`, can have a placeable in figures or signs.
fn has_placeable_in_figures(text: &str, folded: &str) -> bool {
    folded.bytes().any(|b| b.is_ascii_digit()) || has_sign(text)
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

/// Like `char::is_alphanumeric`, but faster for the letters of the two languages.
fn is_letter_or_digit(c: char) -> bool {
    Lang::of_letter(c).is_some() || c.is_alphanumeric()
}
