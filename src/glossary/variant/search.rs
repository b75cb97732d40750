//! Looking for variants in a text: which of its words can be a name, and which name each is nearest to.

use std::cell::OnceCell;
use std::cmp::Reverse;

use super::Variant;
use super::answers::Asked;
use super::index::Index;
use super::name::letter_set;
use super::nearest::{Nearest, Nearness};
use super::nearness::{Spelling, is_listed, nearness};
use super::pieces::{Piece, pieces};
use super::setting::Setting;
use super::words::is_everyday;
use crate::glossary::occurrence::Occurrence;
use crate::segment::Article;
use crate::text::sounds::{Key, Sound, consonants, sounds};
use crate::text::{Folded, Lang, Span};

/// The fewest letters of a word that is looked for, in each language.
const FEWEST_ENGLISH: usize = 4;
const FEWEST_PERSIAN: usize = 4;

/// The variants in an article whose text folds to `folded`: in order, none overlapping another; `known` is where terms
/// stand in it.
pub(in crate::glossary) fn find(
    index: &Index,
    article: &Article,
    folded: &Folded,
    known: &[Occurrence],
) -> Vec<Variant> {
    let lang = index.lang;
    let chars: Vec<char> = folded.letters().iter().map(|letter| letter.ch).collect();
    let pieces = pieces(article.text(), folded.letters(), &chars, lang);
    let setting = Setting::of(article, &pieces, known);
    let forms = Forms::new(&pieces, lang);
    let mut hits = Vec::new();
    let mut candidates = Vec::new();
    let mut letters = Vec::new();
    for first in (0..pieces.len()).filter(|&first| setting.may_begin(first)) {
        for past in first + 1..=pieces.len().min(first + index.most_pieces + 1) {
            if past > first + 1 && !setting.may_go_on(past - 1) {
                break;
            }
            if !setting.may_be_name(first, past) {
                continue;
            }
            let is_doubtful = setting.is_doubtful(first, past);
            let is_broken = setting.is_broken(first, past);
            let mut find = || {
                let window = Window {
                    others: (first..past - 1).map(|i| &forms.of(i)[0]).collect(),
                    last: forms.of(past - 1),
                    is_doubtful,
                    is_broken,
                };
                window.nearest(index, &mut candidates)
            };
            // In Persian, where any words may be a name, few sequences of several recur.
            let comes_again = lang == Lang::English || past == first + 1;
            let nearest = if comes_again {
                write_spaced(&pieces[first..past], &mut letters);
                let asked = Asked { letters: &letters, is_doubtful, is_broken };
                index.answers.get(asked, find)
            } else {
                find()
            };
            let nearest = nearest.filter(|nearest| {
                let name = &index.names[nearest.name];
                setting.may_be_joined(first, past, name.pieces)
                    && !setting.exchanges_term(first, past, name, index.heard(nearest.name))
            });
            hits.extend(nearest.map(|nearest| Hit {
                span: Span::new(pieces[first].span.start, pieces[past - 1].end(nearest.last)),
                is_as_titled: setting.is_as_titled(first, past, index.heard(nearest.name)),
                nearest,
            }));
        }
    }
    best(hits, index)
}

/// Puts the letters of pieces into `letters`, with a space between pieces.
fn write_spaced(pieces: &[Piece<'_>], letters: &mut Vec<char>) {
    letters.clear();
    for (number, piece) in pieces.iter().enumerate() {
        if number > 0 {
            letters.push(' ');
        }
        letters.extend_from_slice(&piece.letters);
    }
}

/// A piece with or without an ending, and its sound.
#[derive(Clone)]
struct Form<'a> {
    letters: &'a [char],
    sounds: Vec<Sound>,
    key: Key,
}

/// The forms of all pieces of a text, each made when it is first needed: in English most words are not names.
struct Forms<'a> {
    pieces: &'a [Piece<'a>],
    lang: Lang,
    made: Vec<OnceCell<Vec<Form<'a>>>>,
}

impl<'a> Forms<'a> {
    fn new(pieces: &'a [Piece<'a>], lang: Lang) -> Self {
        Self { pieces, lang, made: vec![OnceCell::new(); pieces.len()] }
    }

    fn of(&self, piece: usize) -> &[Form<'a>] {
        self.made[piece].get_or_init(|| forms(&self.pieces[piece], self.lang))
    }
}

/// The forms of a piece, the whole piece first.
fn forms<'a>(piece: &'a Piece<'_>, lang: Lang) -> Vec<Form<'a>> {
    let lengths = lengths(&piece.letters, lang).into_iter();
    let form = |length: usize| {
        let letters = &piece.letters[..length];
        let sounds = sounds(letters);
        Form { letters, key: Key::of(&sounds), sounds }
    };
    lengths.map(form).collect()
}

/// The lengths of a word with and without each ending that it may have.
fn lengths(word: &[char], lang: Lang) -> Vec<usize> {
    let mut lengths = vec![word.len()];
    if lang == Lang::Persian {
        for ending in ["ی", "ها", "های", "هایی"] {
            let count = ending.chars().count();
            let at = word.len().saturating_sub(count);
            if at > FEWEST_PERSIAN && ending.chars().eq(word[at..].iter().copied()) {
                lengths.push(at);
            }
        }
    }
    lengths
}

/// Some pieces of a text, one after another.
struct Window<'a> {
    /// All pieces but the last.
    others: Vec<&'a Form<'a>>,
    /// The forms of the last one.
    last: &'a [Form<'a>],
    is_doubtful: bool,
    /// See [`Setting::is_broken`]: only another break is a variant.
    is_broken: bool,
}

/// A place in the text, and the name that it is nearest to.
#[derive(Clone, Copy, Debug)]
struct Hit {
    span: Span,
    nearest: Nearest,
    /// See [`Variant::is_as_titled`].
    is_as_titled: bool,
}

impl Window<'_> {
    /// The name that the words are nearest to, with or without an ending; `None` where they are a name themselves.
    fn nearest(&self, index: &Index, candidates: &mut Vec<usize>) -> Option<Nearest> {
        let (lang, others) = (index.lang, &self.others);
        let whole: usize = others.iter().map(|form| form.letters.len()).sum();
        let before = others.iter().map(|form| form.key);
        let before = before.fold(Key::default(), Key::join);
        let fewest = match lang {
            Lang::Persian => FEWEST_PERSIAN,
            Lang::English => FEWEST_ENGLISH,
        };
        let mut nearest: Option<Nearest> = None;
        for form in self.last {
            let key = before.join(form.key);
            let letters = whole + form.letters.len();
            if letters < fewest || key.len() < 2 {
                continue;
            }
            index.look_up(key, candidates);
            if candidates.is_empty() {
                continue;
            }
            // What looks like an ending may be a part of an everyday word: دموکراسی is not دموکرات.
            let are_everyday = || {
                let whole = self.last.first().into_iter();
                whole.chain([form]).any(|form| is_everyday(&String::from_iter(form.letters), lang))
            };
            if others.is_empty() && are_everyday() {
                continue;
            }
            let all = || others.iter().copied().chain([form]);
            let spelling = Spelling {
                pieces: all().map(|form| form.letters).collect(),
                sounds: all().map(|form| form.sounds.as_slice()).collect(),
                consonants: all().flat_map(|form| consonants(&form.sounds)).collect(),
                letter_set: letter_set(all().flat_map(|form| form.letters)),
            };
            if candidates.iter().any(|&name| is_listed(&spelling, index, name)) {
                return None;
            }
            for &name in candidates.iter() {
                let found = nearness(&spelling, index, name, self.is_doubtful);
                let Some(nearness) = found else { continue };
                let is_as_long = index.names[name].pieces == others.len() + 1;
                if self.is_broken && (nearness.distance > 0 || !is_as_long) {
                    continue;
                }
                let rank = |nearness: Nearness| (nearness.cost, nearness.distance);
                if nearest.is_none_or(|nearest| rank(nearness) < rank(nearest.nearness)) {
                    nearest = Some(Nearest { letters, last: form.letters.len(), name, nearness });
                }
            }
        }
        nearest
    }
}

/// The hits that remain where overlapping ones give way: to the longer one, or to the nearer of equally long ones.
fn best(mut hits: Vec<Hit>, index: &Index) -> Vec<Variant> {
    hits.sort_by_key(|hit| (Reverse(hit.nearest.letters), hit.nearest.nearness.cost, hit.span));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if !kept.iter().any(|other| other.span.overlaps(hit.span)) {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.span);
    let variants = kept.iter().map(|hit| Variant {
        span: hit.span,
        near: index.names[hit.nearest.name].terms.clone(),
        distance: hit.nearest.nearness.distance,
        consonants: hit.nearest.nearness.consonants,
        is_as_titled: hit.is_as_titled,
    });
    variants.collect()
}
