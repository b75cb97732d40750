//! A text in which terms are looked for: its letters without spaces, and where a term may begin and end.

use std::borrow::Cow;
use std::ops::Range;

use crate::glossary::endings::{Breaks, Endings, NO_LETTERS, Name, Written};
use crate::glossary::occurrence::Ending;
use crate::text::Lang;
use crate::text::fold::{Folded, Gap, Letter};

/// The end of a name that the fold takes for the prefix of the verb after it: «ترزا می گفت», Theresa May said.
const MAY: &str = "می";

/// Prefixes that stand before a name in one word without a half-space, since their last letter does not join: the first
/// letter, the others, and the fewest letters that must follow: «فرات» is not «فرا» with «ت».
const PREFIXES: [(char, &str, usize); 6] = [
    ('ض', "د", 3),
    ('غ', "یر", 3),
    ('ا', "بر", 4),
    ('ف', "را", 4),
    ('پ', "سا", 4),
    ('پ', "یشا", 4),
];

/// A text, ready to be read.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    folded: &'a str,
    pub(crate) letters: &'a [Letter],
    /// Where terms may end, in order.
    pub(crate) stops: Vec<Stop>,
}

/// A place where a term may end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stop {
    /// The number of the letter that follows.
    pub(crate) past: usize,
    /// What is attached to a name that ends here; `None` where no name ends here.
    pub(crate) written: Option<Written>,
    /// Whether the text has a break here, which a longer term must have too.
    pub(crate) is_break: bool,
    /// Whether a term may begin with the letter that follows.
    pub(crate) begins: bool,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(text: &'a str, folded: &'a Folded, lang: Lang) -> Self {
        let letters = folded.letters();
        let mut reading = Self {
            text,
            folded: folded.text(),
            letters,
            stops: Vec::with_capacity(letters.len() / 2),
        };
        let endings = Endings::of(lang);
        let mut start = 0;
        while start < letters.len() {
            let (end, is_broken) = reading.word_from(start);
            reading.stop_in(start..end, is_broken, endings);
            start = end;
        }
        reading
    }

    /// The letters of a word, or of a part of it: no space may stand between them.
    pub(crate) fn word(&self, word: &Range<usize>) -> &'a str {
        &self.folded[self.letters[word.start].at()..self.letters[word.end - 1].end()]
    }

    /// The letters from `first` to `past`, at least one, without spaces.
    pub(crate) fn squeezed(&self, first: usize, past: usize) -> Cow<'a, str> {
        let spaced = self.word(&(first..past));
        if spaced.contains(' ') {
            Cow::Owned(spaced.replace(' ', ""))
        } else {
            Cow::Borrowed(spaced)
        }
    }

    /// Whether a term may begin with the letter `i`; none does at the end of the text.
    pub(crate) fn begins(&self, i: usize) -> bool {
        let begins = |letter: &Letter| {
            i == 0 || letter.gap != Gap::None || !self.letters[i - 1].is_alphanumeric()
        };
        self.letters.get(i).is_some_and(begins)
    }

    /// Whether a line ends before the letter `i`: no term goes on in another block.
    pub(crate) fn ends_block(&self, i: usize) -> bool {
        let (before, after) = self.letters.split_at(i);
        match (before.last(), after.first()) {
            (Some(before), Some(after)) => {
                let between = self.text.as_bytes().get(before.span().end..after.span().start);
                between.is_some_and(|between| between.contains(&b'\n'))
            }
            _ => true,
        }
    }

    /// Where the word that begins with the letter `start` ends: at a space, or at a sign; a sign is a word by itself.
    pub(crate) fn end_of_word(&self, start: usize) -> usize {
        self.word_from(start).0
    }

    /// The same, and whether a half-space is in the word.
    #[inline]
    fn word_from(&self, start: usize) -> (usize, bool) {
        let first = &self.letters[start];
        let (mut end, mut is_broken) = (start + first.run(), false);
        if first.is_alphanumeric() {
            while let Some(letter) = self.letters.get(end) {
                let has_gap = letter.gap != Gap::None;
                if !letter.is_alphanumeric() || (has_gap && self.is_apart(letter)) {
                    break;
                }
                is_broken |= has_gap;
                end += letter.run();
            }
        }
        (end, is_broken)
    }

    /// The end in the text of a name whose last letter is before `past`, without the ye of an ezafe that stands apart.
    pub(crate) fn end_of_name(&self, past: usize) -> usize {
        let last = self.letters[past - 1].span();
        let has_ye = last.of(self.text).ends_with(['ی', 'ي']) && self.letters[past - 1].ch == 'ه';
        let he = last.of(self.text).chars().next().map_or(0, char::len_utf8);
        if has_ye { last.start + he } else { last.end }
    }

    /// The word before the letter `first`, where nothing but a space or the full stop of an abbreviation is between
    /// them.
    pub(crate) fn word_before(&self, first: usize) -> Option<Range<usize>> {
        let is_apart =
            first > 0 && self.letters[first].gap == Gap::Space && !self.ends_block(first);
        let stop = usize::from(is_apart && first > 1 && self.letters[first - 1].ch == '.');
        is_apart.then(|| self.word_ending(first - stop)).flatten()
    }

    /// The word that ends before the letter `past`.
    pub(crate) fn word_ending(&self, past: usize) -> Option<Range<usize>> {
        let mut first = past;
        while first > 0 && self.letters[first - 1].is_alphanumeric() {
            first -= 1;
            if self.letters[first].gap != Gap::None {
                break;
            }
        }
        (first < past).then_some(first..past)
    }

    /// The word after the letter before `past`, where nothing but a space is between them.
    pub(crate) fn word_after(&self, past: usize) -> Option<Range<usize>> {
        let next = self.letters.get(past)?;
        let follows = next.gap == Gap::Space && next.is_alphanumeric() && !self.ends_block(past);
        follows.then(|| past..self.end_of_word(past))
    }

    /// Whether a space or half-space is among the letters from `first` to `past`.
    pub(crate) fn is_broken(&self, first: usize, past: usize) -> bool {
        let letters = self.letters[first..past].iter().skip(1);
        letters.into_iter().any(|letter| letter.gap != Gap::None)
    }

    /// Whether the letter `i` follows a half-space, or a space that stands for one, inside a word.
    pub(crate) fn is_after_half_space(&self, i: usize) -> bool {
        let letter = &self.letters[i];
        i > 0
            && letter.gap != Gap::None
            && !self.is_apart(letter)
            && self.letters[i - 1].is_alphanumeric()
    }

    /// Whether a space that the fold does not take for a half-space stands before `letter`, which is not the first one.
    fn is_apart(&self, letter: &Letter) -> bool {
        letter.gap == Gap::Space && self.folded.as_bytes()[letter.at() - 1] == b' '
    }

    /// Where a prefix ends that is joined to a possible name: «ضداسرائیلی».
    fn end_of_prefix(&self, word: Range<usize>) -> Option<usize> {
        let first = self.letters[word.start].ch;
        let mut prefixes = PREFIXES.iter().filter(|(letter, ..)| *letter == first);
        prefixes.find_map(|(_, others, fewest)| {
            let rest = word.start + 1;
            let past = rest + others.chars().count();
            let is_long = past + fewest <= word.end;
            let is_joined = is_long && self.letters[past].gap == Gap::None;
            (is_joined && self.word(&(rest..past)) == *others).then_some(past)
        })
    }

    /// Adds the places inside and at the end of a word where a term may end.
    fn stop_in(&mut self, word: Range<usize>, is_broken: bool, endings: &Endings) {
        let Range { start, end } = word;
        let first = self.stops.len();
        // The end formed by what stands after `past`, as long as a name may end before it.
        let mut rest = Some(NO_LETTERS);
        let mut breaks = Breaks::default();
        for past in (start + 1..end).rev() {
            let letter = &self.letters[past];
            let is_break = letter.gap != Gap::None;
            rest = rest.and_then(|rest| endings.longer(rest, letter.ch));
            if rest.is_none() && !is_broken {
                break;
            }
            let name = Name {
                letters: past - start,
                last: self.letters[past - 1].ch,
                half_space: is_break,
            };
            let written = rest.and_then(|rest| endings.ending(rest, breaks, name));
            let is_may = is_break && letter.gap == Gap::Space && self.word(&(start..past)) == MAY;
            let written = written.or(is_may.then_some(Written::any(Ending::None)));
            if is_break || written.is_some() {
                self.stops.push(Stop { past, written, is_break, begins: is_break });
            }
            if is_break {
                breaks.add(end - past);
            }
        }
        self.stops[first..].reverse();
        if let Some(past) = self.end_of_prefix(start..end) {
            let at = first + self.stops[first..].partition_point(|stop| stop.past < past);
            let stop = Stop { past, written: None, is_break: false, begins: true };
            self.stops.insert(at, stop);
        }
        let (last, after) = (&self.letters[end - 1], self.letters.get(end));
        let is_sign = !last.is_alphanumeric();
        let is_initial = is_sign
            && last.ch == '.'
            && after.is_some_and(|l| l.gap == Gap::None && l.is_alphanumeric());
        self.stops.push(Stop {
            past: end,
            written: (!is_initial).then_some(Written::any(Ending::None)),
            is_break: true,
            begins: after.is_some_and(|l| is_sign || l.gap != Gap::None),
        });
    }
}
