//! What a translation shows: its segments, and which words of two segments are one name in both languages, by their
//! sound.

use std::ops::Range;

use foldhash::HashMap;

use crate::align::{Lexicon, Lexicons, NameForm, ReadArticle};
use crate::check::pair::{Pair, Side};
use crate::check::renderings::{NameWord, Rendering, Renderings, hash_of};
use crate::glossary::opens_or_titles;
use crate::text::fold;
use crate::text::sounds::{Key, Sound, SoundSet, first_consonants, sounds_of};
use crate::text::words::without_possessive;
use crate::text::{HALF_SPACE, Lang, Span, Word, WordKind};

/// The fewest consonants of a name by which one may differ.
const FEWEST_IF_ONE_DIFFERS: u32 = 4;

/// A word that may be of a name.
struct Candidate<'a> {
    /// Its letters without endings.
    letters: &'a str,
    /// Where it stands in its text, without endings.
    span: Span,
    /// Its number among the words of its text.
    number: usize,
    key: Key,
    /// Its first consonant.
    first: Sound,
}

/// Two words of a pair that sound alike.
#[derive(Clone, Copy)]
struct Match<'a, 'b> {
    source: &'b Candidate<'a>,
    target: &'b Candidate<'a>,
}

/// What the pairs of a translation show; `wrong` is what was found in it already, in order.
pub(crate) fn renderings(
    target: &ReadArticle<'_>,
    pairs: &[Pair<'_>],
    wrong: &[Span],
    lexicons: &mut Lexicons,
) -> Renderings {
    let listed: Vec<Span> = target.names().iter().map(|name| name.span).collect();
    // Neither has spans that overlap each other.
    let stands_in = |spans: &[Span], span: Span| {
        let past = spans.partition_point(|other| other.start < span.end);
        spans[..past].last().is_some_and(|last| last.overlaps(span))
    };
    let names = pairs.iter().flat_map(|pair| {
        names(pair, lexicons, |span| stands_in(&listed, span), |span| stands_in(wrong, span))
    });
    Renderings {
        lang: target.article().lang(),
        names: names.collect(),
        segments: pairs.iter().filter_map(Rendering::of).collect(),
    }
}

/// The words of names that stand in both parts of a pair; `is_listed` tells whether the glossary allows what stands at
/// a place of the translation, and `is_wrong` whether that was found already.
fn names(
    pair: &Pair<'_>,
    lexicons: &mut Lexicons,
    is_listed: impl Fn(Span) -> bool,
    is_wrong: impl Fn(Span) -> bool,
) -> Vec<NameWord> {
    let (sources, targets) = both_candidates(pair, lexicons);
    let mut found: Vec<Match<'_, '_>> = Vec::new();
    for target in &targets {
        found.extend(counterpart(target, &sources).map(|source| Match { source, target }));
    }
    // One name may stand there many times, and is looked at once.
    let mut known: HashMap<&str, bool> = HashMap::default();
    let mut is_one = |letters| {
        let is_one = || is_one_name(letters, &found, &sources, pair);
        *known.entry(letters).or_insert_with(is_one)
    };
    let names = (0..found.len()).filter_map(|at| {
        let Match { source, target } = found[at];
        let span = pair.target.place(target.span);
        (!is_wrong(span) && is_one(source.letters)).then(|| {
            let together = together(&found, at, pair);
            let letters = |number: usize| found[number].source.letters;
            let beside =
                if together.len() == 1 { found[at].heard_beside(pair) } else { [None, None] };
            let [before, after] = beside.each_ref().map(Option::as_deref);
            let words = before.into_iter().chain(together.clone().map(letters));
            NameWord {
                source: hash_of([letters(at)]),
                full_name: hash_of(words.chain(after)),
                is_surname: (before.is_some() || together.start < at)
                    && after.is_none()
                    && at + 1 == together.end,
                span,
                spelling: hash_of([target.span.of(pair.target.text)]),
                is_listed: is_listed(span),
            }
        })
    });
    names.collect()
}

/// The words of both parts that may be of names; of the Persian ones, which are many, those that can begin like an
/// English one, and none where there is no English one.
fn both_candidates<'a>(
    pair: &'a Pair<'_>,
    lexicons: &mut Lexicons,
) -> (Vec<Candidate<'a>>, Vec<Candidate<'a>>) {
    let (source, target) = (&pair.source, &pair.target);
    let mut of = |side: &'a Side<'_>, others: Option<&[Candidate<'_>]>| {
        if others.is_some_and(<[_]>::is_empty) {
            return Vec::new();
        }
        let firsts = others.map(|others| others.iter().map(|other| other.first));
        candidates(side, firsts.map(alike), lexicons.of(side.lang))
    };
    match source.lang {
        Lang::English => {
            let sources = of(source, None);
            let targets = of(target, Some(&sources));
            (sources, targets)
        }
        Lang::Persian => {
            let targets = of(target, None);
            (of(source, Some(&targets)), targets)
        }
    }
}

/// The word among `sources` that sounds like `target`; none where several do.
fn counterpart<'a, 'b>(
    target: &Candidate<'_>,
    sources: &'b [Candidate<'a>],
) -> Option<&'b Candidate<'a>> {
    let sources = sources.iter().filter(|source| begin_alike(source.first, target.first));
    let same = sources.clone().filter(|source| source.key == target.key);
    let same: Vec<&Candidate<'_>> = same.collect();
    let near = || {
        let is_long = |key: Key| key.len() >= FEWEST_IF_ONE_DIFFERS;
        let long = sources.filter(|source| is_long(source.key) || is_long(target.key));
        long.filter(|source| source.key.is_near(target.key)).collect()
    };
    let alike: Vec<&Candidate<'_>> = if same.is_empty() { near() } else { same };
    let (first, others) = alike.split_first()?;
    others.iter().all(|other| other.letters == first.letters).then_some(first)
}

/// Whether the words of the translation that were `found` for one word of the source can all be it. Spelt in two ways,
/// in one segment, one of them can be another word, which the source has too: «اسلامی» beside «سلامی», a bulletin
/// beside Bolton.
fn is_one_name(
    letters: &str,
    found: &[Match<'_, '_>],
    sources: &[Candidate<'_>],
    pair: &Pair<'_>,
) -> bool {
    let its = found.iter().filter(|found| found.source.letters == letters);
    let its = its.map(|found| found.target);
    let mut others = its.clone().map(|target| target.letters);
    let first = others.next();
    if others.all(|other| Some(other) == first) {
        return true;
    }
    let said = sources.iter().filter(|source| source.letters == letters);
    let words = pair.source.words().words().iter();
    let mut heard = words
        .map(|word| whole(&pair.source, word))
        .filter(|word| !word.starts_with(letters))
        .map(|word| Key::of(&sounds_of(word)));
    let its: Vec<Key> = its.map(|target| target.key).collect();
    its.len() <= said.count() && !heard.any(|key| its.contains(&key))
}

impl Match<'_, '_> {
    /// The words of the source beside it, as they fold, that sound like those beside it in the translation and have the
    /// capital of a name in English, but are in none that was found: John of John Smith, which is a common word in
    /// Persian («جان»).
    fn heard_beside(&self, pair: &Pair<'_>) -> [Option<String>; 2] {
        let both = [(&pair.source, self.source), (&pair.target, self.target)];
        let [(english, own), (persian, other)] = match pair.source.lang {
            Lang::English => both,
            Lang::Persian => [both[1], both[0]],
        };
        [word_before, word_after].map(|beside| {
            let word = beside(english.text, own.span).filter(|word| may_be_name(word))?;
            let other = beside(persian.text, other.span)?;
            let [word, other] = [word, other].map(|word| fold(word).text().to_owned());
            let [key, other_key] = [&word, &other].map(|word| Key::of(&sounds_of(word)));
            let of_source = if pair.source.lang == Lang::English { word } else { other };
            key.is_near(other_key).then_some(of_source)
        })
    }

    /// Whether another one follows it in both texts, with nothing but a space or hyphen between.
    fn is_before(&self, next: &Self, pair: &Pair<'_>) -> bool {
        let is_joined = |text: &str, from: Span, to: Span| {
            from.end <= to.start
                && text[from.end..to.start].chars().all(|c| matches!(c, ' ' | '-' | HALF_SPACE))
        };
        next.target.number == self.target.number + 1
            && is_joined(pair.target.text, self.target.span, next.target.span)
            && is_joined(pair.source.text, self.source.span, next.source.span)
    }
}

/// Whether an English word beside a name may be of it too.
fn may_be_name(word: &str) -> bool {
    word.contains(char::is_uppercase) && word.contains(char::is_lowercase) && !opens_or_titles(word)
}

/// The word before a place, with nothing but a space or hyphen between.
fn word_before(text: &str, place: Span) -> Option<&str> {
    let before = text[..place.start].strip_suffix([' ', '-'])?;
    Some(&before[before.trim_end_matches(is_in_word).len()..])
}

/// The word after a place, with nothing but a space or hyphen between.
fn word_after(text: &str, place: Span) -> Option<&str> {
    let after = text[place.end..].strip_prefix([' ', '-'])?;
    Some(&after[..after.find(|c| !is_in_word(c)).unwrap_or(after.len())])
}

fn is_in_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '-' | HALF_SPACE)
}

/// Whether a name can begin with one sound in one language and with the other in the other: Ghalibaf and Qalibaf, but
/// not Gerrard for «کرد».
fn begin_alike(a: Sound, b: Sound) -> bool {
    a == b || of_throat(a).contains(&b)
}

/// The sounds with which a name may begin that begins with this one in the other language.
fn of_throat(sound: Sound) -> &'static [Sound] {
    match sound {
        Sound::G | Sound::K | Sound::H => &[Sound::Q, Sound::Kh],
        Sound::Q | Sound::Kh => &[Sound::G, Sound::K, Sound::H],
        _ => &[],
    }
}

/// All sounds that begin like one of these.
fn alike(firsts: impl Iterator<Item = Sound>) -> SoundSet {
    let mut set = SoundSet::default();
    for first in firsts {
        set.add(first);
        of_throat(first).iter().for_each(|&sound| set.add(sound));
    }
    set
}

/// Which of the words stand together in both texts, around the pair `at`.
fn together(found: &[Match<'_, '_>], at: usize, pair: &Pair<'_>) -> Range<usize> {
    let (mut first, mut last) = (at, at);
    while first > 0 && found[first - 1].is_before(&found[first], pair) {
        first -= 1;
    }
    while last + 1 < found.len() && found[last].is_before(&found[last + 1], pair) {
        last += 1;
    }
    first..last + 1
}

/// The words of a part that may be of names: in English those with a capital, in Persian those that are no common
/// words, and Latin ones with a capital; where `firsts` are given, only those that can begin with one of them.
fn candidates<'a>(
    side: &'a Side<'_>,
    firsts: Option<SoundSet>,
    lexicon: &mut Lexicon,
) -> Vec<Candidate<'a>> {
    let can_begin = |word: &Word, firsts: SoundSet| {
        let letters = side.words().letters(&word.folded);
        let is_persian = letters.starts_with(|c| Lang::of_letter(c) == Some(Lang::Persian));
        !is_persian || first_consonants(letters).meets(firsts)
    };
    // With room from the beginning: of the words of a segment many may be of names, and few are.
    let mut words: Vec<(usize, &Word)> = Vec::with_capacity(side.words().len());
    words.extend(side.words().words().iter().enumerate().filter(|(_, word)| {
        word.kind == WordKind::Word
            && firsts.is_none_or(|firsts| can_begin(word, firsts))
            && is_written(side, word)
    }));
    let names = lexicon.name_forms(words.iter(), |(_, word)| whole(side, word));
    let names = words.iter().zip(names);
    names.filter_map(|(&(number, word), name)| Some(candidate(side, number, word, name?))).collect()
}

/// Whether a word is written as one of a name can be.
fn is_written(side: &Side<'_>, word: &Word) -> bool {
    let text = word.span.of(side.text);
    (side.lang == Lang::Persian && Lang::of(text) == Some(Lang::Persian)) || is_capital(text)
}

/// The letters of a word without a possessive.
fn whole<'a>(side: &'a Side<'_>, word: &Word) -> &'a str {
    let letters = side.words().letters(&word.folded);
    match side.lang {
        Lang::English => without_possessive(letters),
        Lang::Persian => letters,
    }
}

fn candidate<'a>(side: &'a Side<'_>, number: usize, word: &Word, name: NameForm) -> Candidate<'a> {
    let text = word.span.of(side.text);
    let folded = side.words().letters(&word.folded);
    let letters = &folded[..name.length as usize];
    // The span is that of the letters, where what is written on to them can be told in the text.
    let cut = folded[letters.len()..].chars().count();
    let end = text.char_indices().rev().take(cut).last().map_or(text.len(), |(at, _)| at);
    let span = Span::new(word.span.start, word.span.start + end);
    Candidate { letters, span, number, key: name.key, first: name.first }
}

/// Whether a word begins with a capital, and is not all capitals.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}
