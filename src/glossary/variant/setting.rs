//! The surroundings of the words of a text: which of them can be a name at all, and which only look like one.

use foldhash::{HashSet, HashSetExt};

use super::name::{Heard, Name};
use super::pieces::{Break, Piece};
use super::words::is_title;
use crate::glossary::occurrence::Occurrence;
use crate::segment::Article;
use crate::text::Lang;
use crate::text::endings::Ending;

/// What is known of each piece of a text.
pub(super) struct Setting<'a> {
    lang: Lang,
    pieces: &'a [Piece<'a>],
    /// The terms that stand in the text.
    terms: &'a [Occurrence],
    /// The index of the term's place in which it lies.
    known: Vec<Option<usize>>,
    /// Whether its capital is no evidence: at the head of a sentence, or in an all-capitals heading.
    is_weak: Vec<bool>,
    /// Words that the text has without a capital; complete for those that it also has with one.
    small: HashSet<&'a [char]>,
    /// The words that stand at least once beside a name that is not in the glossary.
    companions: HashSet<&'a [char]>,
}

impl<'a> Setting<'a> {
    pub(super) fn of(article: &Article, pieces: &'a [Piece<'a>], terms: &'a [Occurrence]) -> Self {
        let lang = article.lang();
        let mut setting = Self {
            lang,
            pieces,
            terms,
            known: places(pieces, terms),
            is_weak: match lang {
                Lang::Persian => vec![false; pieces.len()],
                Lang::English => weak(article, pieces),
            },
            small: HashSet::new(),
            companions: HashSet::new(),
        };
        if lang == Lang::English {
            setting.small = small(pieces);
            let companions = (0..pieces.len()).filter(|&i| setting.has_other_name(i));
            setting.companions = companions.map(|i| &*pieces[i].letters).collect();
        }
        setting
    }

    /// Whether a name can begin with a word at all; most words of a text need no further look.
    pub(super) fn may_begin(&self, first: usize) -> bool {
        let piece = &self.pieces[first];
        match self.lang {
            Lang::Persian => piece.before != Break::Inside,
            Lang::English => piece.is_capital || piece.is_particle,
        }
    }

    /// Whether a name that begins before the word `i` can include it.
    pub(super) fn may_go_on(&self, i: usize) -> bool {
        let piece = &self.pieces[i];
        match piece.before {
            Break::End => false,
            Break::Inside => true,
            Break::Space => self.lang == Lang::Persian || piece.is_capital || piece.is_particle,
        }
    }

    /// Whether the words from `first` up to `past`, with which a name can begin, can be a name that is not known yet.
    pub(super) fn may_be_name(&self, first: usize, past: usize) -> bool {
        let known = &self.known[first..past];
        let is_news = known.iter().any(Option::is_none) || self.is_broken(first, past);
        let at = |i: usize| self.known.get(i).copied().flatten();
        let cuts = |inside: usize, outside: Option<usize>| {
            outside.is_some_and(|outside| at(inside).is_some() && at(inside) == at(outside))
        };
        if !is_news || cuts(first, first.checked_sub(1)) || cuts(past - 1, Some(past)) {
            return false;
        }
        match self.lang {
            Lang::Persian => self.end_word(past),
            Lang::English => {
                let letters = &*self.pieces[first].letters;
                self.are_capitals(first, past)
                    && !(past == first + 1 && self.small.contains(letters))
            }
        }
    }

    /// Whether the words make up the whole of a known place, but have half-spaces or hyphens in them, possibly where
    /// the name has none: پیون‌گیانگ.
    pub(super) fn is_broken(&self, first: usize, past: usize) -> bool {
        let (known, pieces) = (&self.known[first..past], &self.pieces[first..past]);
        let is_one = known[0].is_some() && known.iter().all(|place| *place == known[0]);
        is_one && pieces[1..].iter().any(|piece| piece.before == Break::Inside)
    }

    /// Whether the words may be a name of `pieces` pieces: one written in fewer words does not begin in lower case, as
    /// "as Amman" in "such as Amman", which is not Samoan.
    pub(super) fn may_be_joined(&self, first: usize, past: usize, pieces: usize) -> bool {
        pieces >= past - first || self.lang == Lang::Persian || self.pieces[first].is_capital
    }

    /// Whether a term among the words would become another one if `name` were written for them: Imam Khamenei is not
    /// Imam Khomeini.
    pub(super) fn exchanges_term(
        &self,
        first: usize,
        past: usize,
        name: &Name,
        heard: &Heard,
    ) -> bool {
        let is_kept = |i: usize| heard.pieces.iter().any(|its| **its == *self.pieces[i].letters);
        let is_other = |place: usize| {
            let mut own = self.terms[place].terms.iter();
            !own.any(|own| name.terms.iter().any(|id| id.entry == own.entry))
        };
        (first..past).any(|i| self.known[i].is_some_and(|place| is_other(place) && !is_kept(i)))
    }

    /// See [`Variant::is_as_titled`](super::Variant::is_as_titled).
    pub(super) fn is_as_titled(&self, first: usize, past: usize, heard: &Heard) -> bool {
        let pairs = self.pieces[first..past].iter().zip(&heard.pieces);
        let mut same = pairs.filter(|(own, its)| *own.letters == ***its).peekable();
        same.peek().is_some() && same.all(|(own, _)| is_title(&own.letters, self.lang))
    }

    /// Whether more evidence is needed for these words to be a name.
    pub(super) fn is_doubtful(&self, first: usize, past: usize) -> bool {
        if self.lang == Lang::Persian || past > first + 1 {
            return false;
        }
        self.is_weak[first] || self.companions.contains(&*self.pieces[first].letters)
    }

    /// Whether the words end where a word does, endings aside.
    fn end_word(&self, past: usize) -> bool {
        let is_ending =
            |piece: &Piece<'_>| Ending::read(&String::from_iter(&*piece.letters)).is_some();
        let after = self.pieces.get(past);
        after.is_none_or(|after| after.before != Break::Inside || is_ending(after))
    }

    /// Whether the words from `first` up to `past` have the capitals of a name.
    fn are_capitals(&self, first: usize, past: usize) -> bool {
        let is_fit = |i: usize| {
            let piece = &self.pieces[i];
            piece.is_capital
                || (i > first && piece.before == Break::Inside)
                || (i < past - 1 && piece.is_particle)
        };
        let piece = &self.pieces[first];
        let is_short = past == first + 1 && piece.is_all_capitals && piece.letters.len() < 6;
        (first..past).all(is_fit) && !is_short
    }

    /// Whether the capitalised word `i` has another one beside it that is in no term: the two may be somebody else's
    /// name.
    fn has_other_name(&self, i: usize) -> bool {
        if !self.pieces[i].is_capital {
            return false;
        }
        let is_name = |i: usize| {
            let piece = &self.pieces[i];
            piece.is_capital && self.known[i].is_none() && !is_title(&piece.letters, self.lang)
        };
        let before =
            i > 0 && self.pieces[i].before != Break::End && is_name(i - 1) && !self.is_weak[i - 1];
        let after =
            self.pieces.get(i + 1).is_some_and(|next| next.before != Break::End && is_name(i + 1));
        before || after
    }
}

/// The lower-case words that also occur with a capital, and a few others whose [`number`] is the same.
fn small<'a>(pieces: &'a [Piece<'_>]) -> HashSet<&'a [char]> {
    let [capitals, others] = [true, false].map(|is_capital| {
        let own = move |piece: &&Piece<'_>| piece.is_capital == is_capital;
        pieces.iter().filter(own).map(|piece| &*piece.letters)
    });
    let mut has_capital = [false; NUMBERS];
    capitals.for_each(|word| has_capital[number(word)] = true);
    others.filter(|word| has_capital[number(word)]).collect()
}

/// How many numbers there are for words: many compared with the capitalised words of an article.
const NUMBERS: usize = 4096;

/// A number for a word of a text, by its length, its first letters and its last one.
fn number(word: &[char]) -> usize {
    let letter = |i: usize| word.get(i).map_or(0, |&letter| u32::from(letter));
    let last = word.len().saturating_sub(1);
    let outside = letter(0) ^ letter(1) << 5 ^ letter(2) << 10 ^ letter(last) << 15;
    let mixed = (u64::from(outside) << 8 ^ word.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize % NUMBERS
}

/// In which of the places `known` each piece lies.
fn places(pieces: &[Piece<'_>], known: &[Occurrence]) -> Vec<Option<usize>> {
    let mut at = 0;
    let place = |piece: &Piece<'_>| {
        while known.get(at).is_some_and(|known| known.span.end <= piece.span.start) {
            at += 1;
        }
        let is_in = known.get(at).is_some_and(|known| known.span.overlaps(piece.span));
        is_in.then_some(at)
    };
    pieces.iter().map(place).collect()
}

/// Which of the pieces with a capital have one that is no evidence.
fn weak(article: &Article, pieces: &[Piece<'_>]) -> Vec<bool> {
    let mut weak = vec![false; pieces.len()];
    let up_to = |at: usize| pieces.partition_point(|piece| piece.span.start < at);
    for segment in article.segments() {
        let (from, past) = (up_to(segment.span.start), up_to(segment.span.end));
        let its = &pieces[from..past];
        let long = its.iter().filter(|piece| piece.letters.len() > 3);
        let (count, capitals) = long.fold((0, 0), |(count, capitals), piece| {
            (count + 1, capitals + usize::from(piece.is_capital))
        });
        let is_heading = count > 3 && capitals * 4 > count * 3;
        for (i, piece) in (from..).zip(its).filter(|(_, piece)| piece.is_capital) {
            let before = article.text()[..piece.span.start].chars().next_back();
            weak[i] =
                is_heading || i == from || matches!(before, Some('“' | '"' | '‘' | '\'' | '('));
        }
    }
    weak
}
