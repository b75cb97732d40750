//! The runs of letters and of digits that a text is made of, and the marks between them.
//!
//! Made from the fold, so that variants of digits, half-spaces and spellings are one; case and dashes are looked up in
//! the original.

use crate::text::fold::{self, FoldedPart, Gap, Letter};
use crate::text::{Lang, Span};

/// What an opaque run is read as: part of an address, or a character that stands for several.
pub(super) const OPAQUE: char = '\u{FFFC}';

/// How many digits a group of a number has.
const GROUP: usize = 3;

/// The spaces meant for numbers: the figure space, and the narrow no-break space.
const SPACES_OF_NUMBERS: [&str; 2] = ["\u{2007}", "\u{202F}"];

/// A run of characters of one class.
#[derive(Clone, Copy)]
pub(super) struct Atom<'l> {
    pub(super) class: Class,
    pub(super) letters: &'l [Letter],
    pub(super) first: &'l Letter,
    pub(super) last: &'l Letter,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Digits,
    /// Letters of one script.
    Letters(Option<Lang>),
    Mark,
    /// Part of an address or the like, whatever character it is.
    Taken,
}

impl Atom<'_> {
    /// The one character of a mark that is not taken.
    pub(super) fn mark(&self) -> char {
        match self.letters {
            [letter] if self.class != Class::Taken => letter.ch,
            _ => OPAQUE,
        }
    }

    /// Whether it is this mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.class == Class::Mark && self.mark() == mark
    }

    /// Whether it is a number with spaces between its groups.
    pub(super) fn is_spaced(&self) -> bool {
        let mut later = self.letters.iter().skip(1);
        self.class == Class::Digits && later.any(|letter| letter.gap != Gap::None)
    }

    /// Whether it follows the run before it with nothing between.
    pub(super) fn is_attached(&self) -> bool {
        self.first.gap == Gap::None
    }
}

/// The runs among the letters of a text; what lies in one of the spans `taken` is opaque.
///
/// Characters that come from one original character stay together, in a mark where they are of two classes.
#[derive(Clone)]
pub(super) struct Atoms<'l> {
    text: &'l str,
    folded: FoldedPart<'l>,
    /// Those that are not read yet.
    letters: &'l [Letter],
    taken: &'l [Span],
}

impl<'l> Iterator for Atoms<'l> {
    type Item = Atom<'l>;

    #[inline]
    fn next(&mut self) -> Option<Atom<'l>> {
        let first = self.letters.first()?;
        let class = self.class(first);
        let mut length = 1;
        if self.taken.is_empty() && matches!(class, Class::Letters(_)) {
            // Nearly all of a text: what can be read without a look at the place of each letter.
            length = first.run().min(self.letters.len());
            let last = &self.letters[length - 1];
            let ends = self.letters.get(length).is_none_or(|next| {
                let is_other = next.gap != Gap::None || run_of(next.class()) != Some(class);
                is_other && next.span().start >= last.span().end
            });
            if ends {
                return Some(self.take(length, class));
            }
        }
        Some(self.read_on(length, class))
    }
}

impl<'l> Atoms<'l> {
    /// The runs of `text`, which folds to `folded`.
    pub(super) fn new(text: &'l str, folded: FoldedPart<'l>, taken: &'l [Span]) -> Self {
        Self { text, folded, letters: folded.letters(), taken }
    }

    /// Returns the next `length` letters as one run.
    #[inline]
    fn take(&mut self, length: usize, class: Class) -> Atom<'l> {
        let (letters, rest) = self.letters.split_at(length);
        self.letters = rest;
        Atom { class, letters, first: &letters[0], last: &letters[length - 1] }
    }

    /// Returns the run that begins with the next `length` letters, which are of one class.
    #[inline(never)]
    fn read_on(&mut self, mut length: usize, mut class: Class) -> Atom<'l> {
        let all = self.letters;
        let mut last = &all[length - 1];
        for letter in &all[length..] {
            let next = self.class(letter);
            let is_run = matches!(next, Class::Digits | Class::Letters(_));
            let goes_on = letter.gap == Gap::None && is_run && next == class;
            if !goes_on && letter.span().start >= last.span().end {
                break;
            }
            if next != class {
                class = Class::Mark;
            }
            last = letter;
            length += 1;
        }
        self.take(length, class)
    }

    /// Reads on after `digits`: they, and the digits that follow with single marks between.
    pub(super) fn chain_of(&mut self, digits: Atom<'l>) -> Vec<Atom<'l>> {
        if let Some(spaced) = self.spaced(&digits) {
            return vec![spaced];
        }
        let mut chain = vec![digits];
        let mut ahead = self.clone();
        while let (Some(mark), Some(digits)) = (ahead.next(), ahead.next()) {
            let joins = mark.class == Class::Mark
                && mark.is_attached()
                && matches!(mark.mark(), ',' | '.' | '/' | ':' | '-');
            if !joins || digits.class != Class::Digits || !digits.is_attached() {
                break;
            }
            chain.extend([mark, digits]);
            *self = ahead.clone();
        }
        chain
    }

    /// Reads on after `digits` where they begin a number with spaces between its groups; returns all of it, if nothing
    /// else is attached to it.
    fn spaced(&mut self, digits: &Atom<'l>) -> Option<Atom<'l>> {
        let next = self.letters.first()?;
        let is_figure = next.class() == fold::Class::Figure && next.gap == Gap::Space;
        if !is_figure || digits.letters.len() > GROUP {
            return None;
        }
        let end = |atoms: &Self| atoms.folded.letters().len() - atoms.letters.len();
        let start = end(self) - digits.letters.len();
        let mut ahead = self.clone();
        let mut last = digits.last;
        loop {
            let mut after = ahead.clone();
            let group = after.next().filter(|group| {
                let is_group = group.class == Class::Digits && group.letters.len() == GROUP;
                is_group && self.is_space_of_numbers(last, group.first)
            });
            let Some(group) = group else { break };
            (last, ahead) = (group.last, after);
        }
        let mut after = ahead.clone();
        let is_mark = |atom: Atom<'_>| atom.class == Class::Mark && atom.is_attached();
        let goes_on = after.next().is_some_and(is_mark)
            && after.next().is_some_and(|atom| atom.class == Class::Digits && atom.is_attached());
        let letters = &self.folded.letters()[start..end(&ahead)];
        if goes_on || letters.len() == digits.letters.len() {
            return None;
        }
        *self = ahead;
        Some(Atom { letters, last, ..*digits })
    }

    /// Whether nothing but a space that is for numbers stands between two letters.
    fn is_space_of_numbers(&self, before: &Letter, after: &Letter) -> bool {
        let between = self.folded.span(before, before).end..self.folded.span(after, after).start;
        let between = self.text.get(between).unwrap_or_default();
        SPACES_OF_NUMBERS.contains(&between)
    }

    /// The class of a letter; letters must be asked for in order.
    #[inline]
    fn class(&mut self, letter: &Letter) -> Class {
        if !self.taken.is_empty() && self.is_taken(letter) {
            return Class::Taken;
        }
        match run_of(letter.class()) {
            Some(run) => run,
            None if letter.class() == fold::Class::Figure && self.is_digit(letter) => Class::Digits,
            None => Class::Mark,
        }
    }

    /// Whether a figure is a plain digit in the original too: not ², ① or ½.
    fn is_digit(&self, letter: &Letter) -> bool {
        let span = self.folded.span(letter, letter);
        span.of(self.text).starts_with(is_digit)
    }

    fn is_taken(&mut self, letter: &Letter) -> bool {
        let span = self.folded.span(letter, letter);
        while let [first, rest @ ..] = self.taken
            && first.end <= span.start
        {
            self.taken = rest;
        }
        self.taken.first().is_some_and(|first| first.overlaps(span))
    }
}

/// The run of letters that a letter of this class is part of.
#[inline]
fn run_of(class: fold::Class) -> Option<Class> {
    let script = match class {
        fold::Class::PersianWord | fold::Class::RarePersian => Some(Lang::Persian),
        fold::Class::EnglishWord | fold::Class::RareEnglish => Some(Lang::English),
        fold::Class::OtherWord => None,
        fold::Class::Figure | fold::Class::Number | fold::Class::Sign => return None,
    };
    Some(Class::Letters(script))
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{FF10}'..='\u{FF19}')
}
