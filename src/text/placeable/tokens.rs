//! A text as the scanner reads it: words, figures and marks, with what stood between them.
//!
//! Made from the fold, so that digits, half-spaces and spellings are one; case and dashes are looked up in
//! the original. A run of digits and marks is one figure, read once: nothing after this looks into it again.

use std::sync::LazyLock;

use super::names::openings;
use super::roles::{Role, role};
use crate::text::fold::{self, Folded, Gap, Letter};
use crate::text::list::List;
use crate::text::number::{Figure, WordClass, number_words};
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
    /// What it can be to a placeable, where it is a word.
    pub(super) role: &'static Role,
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
    let mut atoms = Atoms {
        text,
        letters: folded.letters(),
        taken,
    };
    let text = Text { text, folded };
    let mut tokens = Vec::with_capacity(folded.letters().len() / 3 + 1);
    while let Some(atom) = atoms.next() {
        match atom.class {
            Class::Digits => figures(text, &chain(atom, &mut atoms), &mut tokens),
            Class::Letters(script) => words(text, atom, script, lang, &mut tokens),
            Class::Mark | Class::Taken => {
                tokens.push(atom.token(text, TokenKind::Mark(atom.mark())));
            }
        }
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
            role: Role::none(),
        }
    }
}

/// Gives the runs among the letters of a text; what lies in one of the spans `taken` is opaque.
///
/// Characters that come from one original character stay together, in a mark where they are of two classes.
#[derive(Clone)]
struct Atoms<'l> {
    text: &'l str,
    /// Those that are not read yet.
    letters: &'l [Letter],
    taken: &'l [Span],
}

impl<'l> Iterator for Atoms<'l> {
    type Item = Atom<'l>;

    fn next(&mut self) -> Option<Atom<'l>> {
        let all = self.letters;
        let mut before = all.first()?;
        let mut class = self.class(before);
        let mut length = 1;
        if self.taken.is_empty() && matches!(class, Class::Letters(_)) {
            // Nearly all of a text, and all that can be told without a look at each letter's place.
            let is_alike = |l: &&Letter| l.gap == Gap::None && l.class() == before.class();
            length += all[1..].iter().take_while(is_alike).count();
            before = &all[length - 1];
        }
        for letter in &all[length..] {
            let next = self.class(letter);
            let is_run = matches!(next, Class::Digits | Class::Letters(_));
            let goes_on = letter.gap == Gap::None && is_run && next == class;
            if !goes_on {
                if letter.span.start >= before.span.end {
                    break;
                }
                if next != class {
                    class = Class::Mark;
                }
            }
            before = letter;
            length += 1;
        }
        let (letters, rest) = all.split_at(length);
        self.letters = rest;
        Some(Atom { class, letters })
    }
}

impl Atoms<'_> {
    /// The class of a letter, none of which is asked for after one behind it.
    #[inline]
    fn class(&mut self, letter: &Letter) -> Class {
        while let [first, rest @ ..] = self.taken
            && first.end <= letter.span.start
        {
            self.taken = rest;
        }
        let taken = self.taken.first();
        if taken.is_some_and(|span| span.overlaps(letter.span)) {
            return Class::Taken;
        }
        match letter.class() {
            fold::Class::PersianWord => Class::Letters(Some(Lang::Persian)),
            fold::Class::EnglishWord => Class::Letters(Some(Lang::English)),
            fold::Class::OtherWord => Class::Letters(None),
            fold::Class::Figure if letter.span.of(self.text).starts_with(is_digit) => Class::Digits,
            fold::Class::Figure | fold::Class::Number | fold::Class::Sign => Class::Mark,
        }
    }
}

/// A digit that stands on the line: not ², ① or ½.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{FF10}'..='\u{FF19}')
}

/// Digits, and the digits after them with single marks between, which are read then.
fn chain<'l>(digits: Atom<'l>, atoms: &mut Atoms<'l>) -> Vec<Atom<'l>> {
    let mut chain = vec![digits];
    let mut ahead = atoms.clone();
    while let (Some(mark), Some(digits)) = (ahead.next(), ahead.next()) {
        let joins = mark.class == Class::Mark
            && mark.gap() == Gap::None
            && matches!(mark.mark(), ',' | '.' | '/' | ':' | '-');
        if !joins || digits.class != Class::Digits || digits.gap() != Gap::None {
            break;
        }
        chain.extend([mark, digits]);
        *atoms = ahead.clone();
    }
    chain
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
        role: Role::none(),
    }
}

/// A word in the letters of `script`; one that several number words were run together in is taken apart.
fn words<'a>(
    text: Text<'a>,
    atom: Atom<'_>,
    script: Option<Lang>,
    lang: Lang,
    tokens: &mut Vec<Token<'a>>,
) {
    let mut push = |letters| {
        let part = Atom { letters, ..atom };
        let mut token = part.token(text, TokenKind::Word(script));
        token.role = role(lang, token.folded);
        tokens.push(token);
    };
    let parts = match lang {
        Lang::Persian => parts(text.folded(atom.letters)),
        Lang::English => None,
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

/// The lengths, in characters, of the parts that a Persian word is taken apart in.
fn parts(word: &str) -> Option<Vec<usize>> {
    stem(word).or_else(|| parted(word))
}

/// The lengths, in characters, of a stem and its ending, one ye or two.
fn stem(word: &str) -> Option<Vec<usize>> {
    let stem = word.trim_end_matches('ی');
    let ending = (word.len() - stem.len()) / 'ی'.len_utf8();
    let is_stem = matches!(ending, 1 | 2) && STEMS.contains(&stem);
    is_stem.then(|| vec![stem.chars().count(), ending])
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

    /// Whether it is a figure or a number word.
    #[inline]
    pub(super) fn is_number(&self) -> bool {
        self.role.number.is_some() || matches!(self.kind, TokenKind::Figure(_))
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
