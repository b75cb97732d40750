//! A text as the scanner reads it: words, figures and marks, with what stood between them.
//!
//! Made from the fold, so that digits, half-spaces and spellings are one; case and dashes are looked up in
//! the original. A run of digits and marks is one figure, read once: nothing after this looks into it again.

use std::sync::LazyLock;

use super::names::{openings, opens_name};
use crate::text::fold::{Folded, Gap, Letter};
use crate::text::list::List;
use crate::text::number::{Figure, NumberWord, WordClass, number_words};
use crate::text::{Lang, Span};

/// A word, a figure or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    /// The folded characters.
    pub(super) folded: &'a str,
    /// What stands before it.
    pub(super) gap: Gap,
    pub(super) span: Span,
    pub(super) original: &'a str,
    /// The number word that it is.
    pub(super) number: Option<NumberWord>,
    /// Whether a name of a month, a currency or the like begins with it.
    pub(super) opens_name: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Figure(Figure),
    /// Letters of one script.
    Word(Option<Lang>),
    /// Any other character.
    Mark(char),
}

/// What an opaque token is read as: part of an address, or a character that stands for several.
pub(super) const OPAQUE: char = '\u{FFFC}';

/// Words that take an ending and are still what they were: ۱۲ درصدی, ۵ میلیون دلاری.
const STEMS: [&str; 12] = [
    "درصد",
    "دلار",
    "تومان",
    "ریال",
    "یورو",
    "پوند",
    "روبل",
    "یوان",
    "درهم",
    "هزار",
    "میلیون",
    "میلیارد",
];

/// The tokens of `text`, which folds to `folded`; what lies in one of the spans `taken` is opaque.
pub(super) fn tokens<'a>(
    text: &'a str,
    folded: &'a Folded,
    lang: Lang,
    taken: &[Span],
) -> Vec<Token<'a>> {
    let atoms = atoms(text, folded.letters(), taken);
    let text = Text { text, folded };
    let mut tokens = Vec::with_capacity(atoms.len());
    let mut rest = atoms.as_slice();
    while let Some(atom) = rest.first() {
        let length = match atom.class {
            Class::Digits => chain(rest),
            _ => 1,
        };
        let (read, after) = rest.split_at(length);
        match atom.class {
            Class::Digits => figures(text, read, &mut tokens),
            Class::Letters(_) => words(text, *atom, lang, &mut tokens),
            Class::Mark | Class::Taken => {
                tokens.push(atom.token(text, TokenKind::Mark(atom.mark())));
            }
        }
        rest = after;
    }
    tokens
}

/// A text with its fold.
#[derive(Clone, Copy)]
struct Text<'a> {
    text: &'a str,
    folded: &'a Folded,
}

/// A run of characters of one class.
#[derive(Clone, Copy)]
struct Atom<'l> {
    class: Class,
    letters: &'l [Letter],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digits,
    Letters(Option<Lang>),
    Mark,
    /// Part of an address or the like, whatever character it is.
    Taken,
}

impl<'a> Text<'a> {
    /// The folded characters of letters that follow each other.
    fn folded(self, letters: &[Letter]) -> &'a str {
        self.between(letters, letters)
    }

    /// The folded characters from the first of some letters to the last of others.
    fn between(self, from: &[Letter], to: &[Letter]) -> &'a str {
        &self.folded.text()[from[0].at..to[to.len() - 1].end()]
    }
}

impl Atom<'_> {
    fn span(&self) -> Span {
        let last = &self.letters[self.letters.len() - 1];
        Span::new(self.letters[0].span.start, last.span.end)
    }

    fn gap(&self) -> Gap {
        self.letters[0].gap
    }

    /// The one character of a mark that is not taken.
    fn mark(&self) -> char {
        match self.letters {
            [letter] if self.class != Class::Taken => letter.ch,
            _ => OPAQUE,
        }
    }

    fn token<'a>(&self, text: Text<'a>, kind: TokenKind) -> Token<'a> {
        let span = self.span();
        Token {
            kind,
            folded: text.folded(self.letters),
            gap: self.gap(),
            span,
            original: span.of(text.text),
            number: None,
            opens_name: false,
        }
    }
}

/// The runs among the letters of `text`; what lies in one of the spans `taken` is opaque.
///
/// Characters that come from one original character stay together, in a mark where they are of two classes.
fn atoms<'l>(text: &str, letters: &'l [Letter], taken: &[Span]) -> Vec<Atom<'l>> {
    let mut atoms = Vec::with_capacity(letters.len() / 4 + 1);
    let mut taken = taken;
    let mut class_of = |letter: &Letter| {
        while let [first, rest @ ..] = taken
            && first.end <= letter.span.start
        {
            taken = rest;
        }
        let is_taken = taken.first().is_some_and(|span| span.overlaps(letter.span));
        class(text, letter, is_taken)
    };
    let Some(mut last) = letters.first().map(&mut class_of) else {
        return atoms;
    };
    let mut start = 0;
    for (i, pair) in letters.windows(2).enumerate() {
        let (before, letter) = (&pair[0], &pair[1]);
        let class = class_of(letter);
        let is_split = letter.span.start < before.span.end;
        let is_run = matches!(class, Class::Digits | Class::Letters(_));
        let goes_on = letter.gap == Gap::None && is_run && last == class;
        if is_split && last != class {
            last = Class::Mark;
        } else if !is_split && !goes_on {
            atoms.push(Atom {
                class: last,
                letters: &letters[start..=i],
            });
            (start, last) = (i + 1, class);
        }
    }
    atoms.push(Atom {
        class: last,
        letters: &letters[start..],
    });
    atoms
}

fn class(text: &str, letter: &Letter, is_taken: bool) -> Class {
    let is_figure = || letter.span.of(text).starts_with(is_digit);
    match (letter.ch, letter.lang()) {
        _ if is_taken => Class::Taken,
        (_, lang @ Some(_)) => Class::Letters(lang),
        ('0'..='9', _) if is_figure() => Class::Digits,
        (c, _) if c.is_alphabetic() => Class::Letters(None),
        _ => Class::Mark,
    }
}

/// A digit that stands on the line: not ², ① or ½.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{FF10}'..='\u{FF19}')
}

/// How many of the first atoms are digits with single marks between them.
fn chain(atoms: &[Atom<'_>]) -> usize {
    let joins = |atom: &Atom<'_>| {
        atom.class == Class::Mark
            && atom.gap() == Gap::None
            && matches!(atom.mark(), ',' | '.' | '/' | ':' | '-')
    };
    let digits = |atom: &Atom<'_>| atom.class == Class::Digits && atom.gap() == Gap::None;
    let pairs = atoms[1..].chunks_exact(2);
    1 + 2 * pairs
        .take_while(|pair| joins(&pair[0]) && digits(&pair[1]))
        .count()
}

/// Reads a chain as one figure, or else its parts between commas or dashes.
fn figures<'a>(text: Text<'a>, chain: &[Atom<'_>], tokens: &mut Vec<Token<'a>>) {
    if let Some(figure) = figure(text, chain) {
        tokens.push(whole(text, chain, figure));
        return;
    }
    let has_comma = chain
        .iter()
        .any(|atom| atom.mark() == ',' && atom.class == Class::Mark);
    let divider = if has_comma { ',' } else { '-' };
    for part in chain.split_inclusive(|atom| atom.mark() == divider && atom.class == Class::Mark) {
        let (part, mark) = match part.split_last() {
            Some((mark, part)) if mark.class == Class::Mark => (part, Some(mark)),
            _ => (part, None),
        };
        let figure = figure(text, part).unwrap_or(Figure::Other);
        tokens.push(whole(text, part, figure));
        tokens.extend(mark.map(|mark| mark.token(text, TokenKind::Mark(divider))));
    }
}

fn figure(text: Text<'_>, chain: &[Atom<'_>]) -> Option<Figure> {
    let parts = chain.iter().step_by(2);
    let parts: Vec<&str> = parts.map(|atom| text.folded(atom.letters)).collect();
    let marks: Vec<char> = chain.iter().skip(1).step_by(2).map(Atom::mark).collect();
    Figure::read(&parts, &marks)
}

fn whole<'a>(text: Text<'a>, chain: &[Atom<'_>], figure: Figure) -> Token<'a> {
    let (first, last) = (&chain[0], &chain[chain.len() - 1]);
    let span = Span::new(first.span().start, last.span().end);
    Token {
        kind: TokenKind::Figure(figure),
        folded: text.between(first.letters, last.letters),
        gap: first.gap(),
        span,
        original: span.of(text.text),
        number: None,
        opens_name: false,
    }
}

/// A word; one that several number words were run together in is taken apart.
fn words<'a>(text: Text<'a>, atom: Atom<'_>, lang: Lang, tokens: &mut Vec<Token<'a>>) {
    let word = text.folded(atom.letters);
    let parts = match lang {
        Lang::Persian => stem(word).or_else(|| parted(word)),
        Lang::English => None,
    };
    let Class::Letters(script) = atom.class else {
        return;
    };
    let mut push = |letters| {
        let part = Atom { letters, ..atom };
        let mut token = part.token(text, TokenKind::Word(script));
        token.number = number_words(lang).get(token.folded).copied();
        token.opens_name = opens_name(lang, token.folded);
        tokens.push(token);
    };
    let Some(parts) = parts else {
        return push(atom.letters);
    };
    let mut rest = atom.letters;
    for length in parts {
        let (letters, after) = rest.split_at(length);
        push(letters);
        rest = after;
    }
}

/// The lengths, in characters, of a stem and its ending.
fn stem(word: &str) -> Option<Vec<usize>> {
    let is_ending = |ending: &str| ["ی", "یی"].contains(&ending);
    if !word.ends_with('ی') {
        return None;
    }
    let stem = STEMS
        .iter()
        .find(|stem| word.strip_prefix(**stem).is_some_and(is_ending))?;
    let (all, stem) = (word.chars().count(), stem.chars().count());
    Some(vec![stem, all - stem])
}

/// The lengths, in characters, of the number words in one word: بیستویک, پانصدهزار.
fn parted(word: &str) -> Option<Vec<usize>> {
    let second = word.char_indices().nth(2).map_or(word.len(), |(at, _)| at);
    if !word.starts_with('و') && !OPENINGS.contains(&word[..second]) {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = word;
    let mut has_joint = false;
    while !rest.is_empty() && parts.len() < 12 {
        let part = longest_part(rest)?;
        let number = number_words(Lang::Persian).get(part);
        let is_magnitude = number.is_some_and(|word| matches!(word.class, WordClass::Magnitude(_)));
        has_joint |= part == "و" || is_magnitude;
        parts.push(part.chars().count());
        rest = &rest[part.len()..];
    }
    (rest.is_empty() && has_joint && parts.len() > 1).then_some(parts)
}

/// What a Persian number word begins with, or «و».
static OPENINGS: LazyLock<List<()>> = LazyLock::new(|| {
    let words = number_words(Lang::Persian).words();
    let openings = words.chain(["و"]).flat_map(openings);
    openings.map(|opening| (opening.to_owned(), ())).collect()
});

/// The longest beginning of `rest` that is a number word or «و».
fn longest_part(rest: &str) -> Option<&str> {
    let bounds = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    let parts = bounds.map(|end| &rest[..end]);
    parts
        .take_while(|part| OPENINGS.contains(part))
        .filter(|part| *part == "و" || number_words(Lang::Persian).contains(part))
        .last()
}

impl Token<'_> {
    /// The folded letters, where it is a word.
    pub(super) fn word(&self) -> Option<&str> {
        matches!(self.kind, TokenKind::Word(_)).then_some(self.folded)
    }

    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn figure(&self) -> Option<&Figure> {
        match &self.kind {
            TokenKind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// Whether it follows the token before with nothing between.
    pub(super) fn is_attached(&self) -> bool {
        self.gap == Gap::None
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.original.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a word in Latin letters.
    pub(super) fn is_latin(&self) -> bool {
        self.kind == TokenKind::Word(Some(Lang::English))
    }
}
