//! A text as the scanner reads it: words, figures and marks, with what stands between them.
//!
//! A run of digits and marks is one figure, read once: nothing after this looks into it again. Only two days beside the
//! name of their month are two figures: October 2–4.

use super::atoms::{Atom, Atoms, Class};
use super::joined::parts;
use super::roles::{Role, roles};
use crate::text::date::month_names;
use crate::text::fold::{FoldedPart, Gap, Letter};
use crate::text::list::List;
use crate::text::number::{Figure, Number};
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
    /// The part that it can have in a placeable, if it is a word.
    pub(super) role: &'static Role,
    /// Whether, because of this token, a placeable may begin here or one or two tokens before.
    pub(super) matters: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Figure(Box<Figure>),
    /// Letters of one script.
    Word(Option<Lang>),
    /// Any other character.
    Mark(char),
}

/// Writes into `made` the tokens of `text`, which folds to `folded`; what lies in one of the spans `taken` is opaque.
pub(super) fn tokens<'a>(
    text: &str,
    folded: FoldedPart<'a>,
    lang: Lang,
    taken: &[Span],
    made: &mut Vec<Token<'a>>,
) {
    made.clear();
    made.reserve(folded.letters().len() / 2 + 1);
    let mut atoms = Atoms::new(text, folded, taken);
    let mut tokens = Tokens { original: text, text: folded, lang, roles: roles(lang), made };
    while let Some(atom) = atoms.next() {
        match atom.class {
            Class::Letters(script) => tokens.add_words(&atom, script),
            Class::Digits => {
                let chain = atoms.chain_of(atom);
                let after = atoms.clone().next();
                tokens.add_figures(&chain, after.as_ref());
            }
            Class::Mark | Class::Taken => tokens.add_mark(&atom),
        }
    }
}

/// The tokens made so far.
struct Tokens<'a, 'm> {
    original: &'m str,
    text: FoldedPart<'a>,
    lang: Lang,
    roles: &'static List<Role>,
    made: &'m mut Vec<Token<'a>>,
}

impl<'a> Tokens<'a, '_> {
    /// Adds a word in the letters of `script`; if several were run together in it, it is divided.
    #[inline]
    fn add_words(&mut self, atom: &Atom<'_>, script: Option<Lang>) {
        let kind = TokenKind::Word(script);
        let word = self.folded(atom.first, atom.last);
        let parts = match self.lang {
            Lang::Persian => parts(word),
            Lang::English => None,
        };
        match parts {
            Some(parts) => self.add_parts(&kind, atom, parts),
            None => self.add_word(kind, word, atom.first, atom.last),
        }
    }

    /// Adds the parts of a word, by their lengths in letters.
    #[inline(never)]
    fn add_parts(&mut self, kind: &TokenKind, atom: &Atom<'_>, parts: Vec<usize>) {
        let mut rest = atom.letters;
        for length in parts {
            let (its, after) = rest.split_at(length);
            let (first, last) = (&its[0], &its[length - 1]);
            let part = self.folded(first, last);
            self.add_word(kind.clone(), part, first, last);
            rest = after;
        }
    }

    fn add_mark(&mut self, atom: &Atom<'_>) {
        let folded = self.folded(atom.first, atom.last);
        let kind = TokenKind::Mark(atom.mark());
        self.add(kind, folded, Role::none(), false, atom.first, atom.last);
    }

    /// Reads a chain as one figure, or otherwise its parts between commas or dashes; `after` is what follows it.
    fn add_figures(&mut self, chain: &[Atom<'_>], after: Option<&Atom<'_>>) {
        let figure = self.figure(chain);
        let figure = figure.filter(|figure| !is_of_days(figure) || !self.is_beside_month(after));
        if let Some(figure) = figure {
            return self.add_figure(chain, figure);
        }
        let has_comma = chain.iter().any(|atom| atom.is_mark(','));
        let divider = if has_comma { ',' } else { '-' };
        for part in chain.split_inclusive(|atom| atom.is_mark(divider)) {
            let (part, mark) = match part.split_last() {
                Some((mark, part)) if mark.class == Class::Mark => (part, Some(mark)),
                _ => (part, None),
            };
            let figure = self.figure(part).unwrap_or(Figure::Other);
            self.add_figure(part, figure);
            if let Some(mark) = mark {
                self.add_mark(mark);
            }
        }
    }

    /// Whether the name of a month can stand before what comes next, or be what stands `after` it: October 2–4, «۱۰-۱۲
    /// مهر»; in "in May 2–4 million" it does not count.
    fn is_beside_month(&self, after: Option<&Atom<'_>>) -> bool {
        let before = match self.made.as_slice() {
            [.., name, point] if point.mark() == Some('.') => Some(name.folded),
            [.., name] => Some(name.folded),
            [] => None,
        };
        let after = after.filter(|atom| !atom.is_attached());
        let after = after.map(|atom| self.folded(atom.first, atom.last));
        let is_month = |word: &str| {
            let name = word.strip_suffix("ماه").unwrap_or(word);
            month_names(self.lang).get(name).is_some()
        };
        let is_counted = |word| {
            let role = self.roles.get(word);
            role.is_some_and(|role| role.number.is_some())
        };
        after.is_some_and(is_month)
            || before.is_some_and(is_month) && !after.is_some_and(is_counted)
    }

    fn figure(&self, chain: &[Atom<'_>]) -> Option<Figure> {
        let parts = chain.iter().step_by(2);
        let parts = parts.map(|atom| self.folded(atom.first, atom.last));
        let marks = chain.iter().skip(1).step_by(2).map(Atom::mark);
        let (parts, marks): (Vec<_>, Vec<_>) = (parts.collect(), marks.collect());
        match chain {
            [one] if one.is_spaced() => {
                let groups: Vec<_> = parts[0].split(' ').collect();
                Figure::read(&groups, &vec![','; groups.len() - 1])
            }
            [_, mark, _] if self.lang == Lang::Persian && self.is_full_stop(mark) => {
                Figure::read_pointed(&parts, &marks)
            }
            _ => Figure::read(&parts, &marks),
        }
    }

    /// Whether a mark is a full stop in the original, and not the Persian decimal point, which folds to one.
    fn is_full_stop(&self, mark: &Atom<'_>) -> bool {
        self.text.span(mark.first, mark.last).of(self.original) == "."
    }

    fn add_figure(&mut self, chain: &[Atom<'_>], figure: Figure) {
        let (first, last) = (chain[0].first, chain[chain.len() - 1].last);
        let kind = TokenKind::Figure(Box::new(figure));
        let folded = self.folded(first, last);
        self.add(kind, folded, Role::none(), true, first, last);
    }

    #[inline(always)]
    fn add_word(&mut self, kind: TokenKind, word: &'a str, first: &Letter, last: &Letter) {
        let role = self.roles.get(word).unwrap_or(Role::none());
        let is_latin = kind == TokenKind::Word(Some(Lang::English));
        let matters = role.matters || is_latin && self.lang == Lang::Persian;
        self.add(kind, word, role, matters, first, last);
    }

    /// Adds what stands from one letter to another.
    #[inline(always)]
    fn add(
        &mut self,
        kind: TokenKind,
        folded: &'a str,
        role: &'static Role,
        matters: bool,
        first: &Letter,
        last: &Letter,
    ) {
        self.made.push(Token {
            matters,
            kind,
            folded,
            gap: first.gap,
            span: self.text.span(first, last),
            role,
        });
    }

    #[inline]
    fn folded(&self, first: &Letter, last: &Letter) -> &'a str {
        &self.text.text()[self.text.place(first, last)]
    }
}

/// Whether a figure can be two days of a month.
fn is_of_days(figure: &Figure) -> bool {
    const LAST: u64 = 31;
    let is_day = |number: &Number| number.to_u64().is_some_and(|day| day <= LAST);
    matches!(figure, Figure::Range(low, high) if is_day(low) && is_day(high))
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

    /// Whether it is a word in Latin letters.
    pub(super) fn is_latin(&self) -> bool {
        self.kind == TokenKind::Word(Some(Lang::English))
    }
}
