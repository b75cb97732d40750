//! Whether a spelling is near a name, and how near.

use super::Consonants;
use super::cost::cost;
use super::index::Index;
use super::name::Heard;
use super::nearest::Nearness;
use crate::glossary::particles::may_be_article;
use crate::text::Lang;
use crate::text::sounds::{Sound, is_vowel};

/// A spelling in a text: the letters of its pieces, and their sounds.
#[derive(Clone, Debug)]
pub(super) struct Spelling<'a> {
    pub(super) pieces: Vec<&'a [char]>,
    pub(super) sounds: Vec<&'a [Sound]>,
    /// The consonants of all pieces.
    pub(super) consonants: Vec<Sound>,
    /// See [`letter_set`](super::name::letter_set).
    pub(super) letter_set: u64,
}

/// The lengths of a spelling and of a name. They determine what may differ; the limits were chosen on the half of
/// `tests/variants` that is meant for that.
#[derive(Clone, Copy, Debug)]
struct Lengths {
    lang: Lang,
    /// The letters of the shorter one.
    shortest: usize,
    /// The letters of the longer one.
    longest: usize,
    /// The pieces of the one that has fewer.
    pieces: usize,
}

/// The fewest letters of a word that may be a name in case of doubt.
const FEWEST_IN_DOUBT: usize = 6;
/// The fewest letters of a name whose words may be joined or separated.
const FEWEST_JOINED: usize = 6;

/// Saint, as it is written before a name.
const SAINT: [&str; 5] = ["st", "saint", "sankt", "سن", "سنت"];

/// Prefixes that turn an English name into another word.
const PREFIXES: [&str; 10] =
    ["anti", "ex", "neo", "non", "pan", "post", "pre", "pro", "ultra", "un"];

/// Whether `spelling` is the name `number` of `index` itself: an admitted form is not a variant of the preferred one.
pub(super) fn is_listed(spelling: &Spelling<'_>, index: &Index, number: usize) -> bool {
    let name = &index.names[number];
    spelling.letter_set == name.letter_set
        && spelling.pieces.len() == name.pieces
        && spelling.pieces == index.heard(number).pieces
}

/// How near `spelling`, which is not a name itself, is to the name `number` of `index`; `None` where it is another
/// word.
///
/// Where it `is_doubtful` that a name stands there at all, it must be nearer.
pub(super) fn nearness(
    spelling: &Spelling<'_>,
    index: &Index,
    number: usize,
    is_doubtful: bool,
) -> Option<Nearness> {
    let (lang, name) = (index.lang, &index.names[number]);
    let own = spelling.pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let lengths = Lengths {
        lang,
        shortest: own.min(name.letters),
        longest: own.max(name.letters),
        pieces: spelling.pieces.len().min(name.pieces),
    };
    let most = lengths.most_letters();
    let only_in_one = (spelling.letter_set ^ name.letter_set).count_ones() as usize;
    if lengths.longest - lengths.shortest > most || only_in_one > 2 * most {
        return None;
    }
    let name = index.heard(number);
    // A number that only one of them has is not a misspelling.
    if !digits(&spelling.pieces).eq(digits(&name.pieces)) {
        return None;
    }
    if is_doubtful
        && (lengths.shortest < FEWEST_IN_DOUBT
            || vowels(&spelling.sounds.concat()) != vowels(&name.sounds.concat()))
    {
        return None;
    }
    let nearness = Nearness {
        cost: lowest_cost(spelling, name, lengths, is_doubtful)?,
        distance: strsim::osa_distance(&text(&spelling.pieces), &text(&name.pieces)),
        consonants: consonants(spelling, name),
    };
    lengths.let_differ(spelling, name, nearness).then_some(nearness)
}

impl Lengths {
    /// In how many letters the two may differ.
    fn most_letters(self) -> usize {
        match self.longest {
            0..=4 => 1,
            5 => 2,
            _ if self.lang == Lang::English && self.pieces == 1 => (self.shortest * 2 / 5).max(2),
            _ => (self.shortest * 2).div_ceil(5),
        }
    }

    /// The most that it may cost to hear the one in the other.
    fn most_cost(self, is_person: bool, is_doubtful: bool) -> u32 {
        let letters = self.longest.min(self.shortest + 1);
        let mut most = most_cost(letters, self.pieces, self.lang);
        if self.lang == Lang::English {
            if self.pieces > 1 {
                most += 1;
            } else if !is_person {
                most = most.saturating_sub(1);
            }
        }
        if is_doubtful { most.min(1) } else { most }
    }

    /// Whether the letters and sounds in which a spelling this near differs from the name allow it to be that name.
    fn let_differ(self, spelling: &Spelling<'_>, name: &Heard, nearness: Nearness) -> bool {
        let Nearness { cost, distance, .. } = nearness;
        // Letters that make one sound count as one difference: zhzh for j.
        let sounds = strsim::generic_levenshtein(&spelling.sounds.concat(), &name.sounds.concat());
        // In a short name only one audible difference is allowed: one letter, or one vowel however it is written.
        let is_short = self.pieces == 1 && self.longest <= 6 && self.lang == Lang::English;
        if is_short && cost > 1 && distance > 1 {
            let is_one_vowel = sounds <= 1 && frame(&spelling.pieces) == frame(&name.pieces);
            if !is_one_vowel {
                return false;
            }
        }
        let most = match nearness.consonants {
            Consonants::Same => self.most_letters(),
            Consonants::Near => self.most_letters().min((self.longest / 3).max(1)),
        };
        distance <= most || (distance <= most + 3 && sounds < most)
    }
}

/// Whether the spelling has the consonants of the name, or those with which Persian writes the name.
fn consonants(spelling: &Spelling<'_>, name: &Heard) -> Consonants {
    let sounds = &spelling.consonants;
    if sounds == &name.consonants || name.written.contains(sounds) {
        Consonants::Same
    } else {
        Consonants::Near
    }
}

/// What it costs to hear the name in the spelling, piece by piece or with words joined or separated; `None` where it is
/// more than allowed.
fn lowest_cost(
    spelling: &Spelling<'_>,
    name: &Heard,
    lengths: Lengths,
    is_doubtful: bool,
) -> Option<u32> {
    let lang = lengths.lang;
    let most = lengths.most_cost(name.is_person, is_doubtful);
    let sounds = &spelling.consonants;
    // Where Persian writes the name as the spelling sounds, its consonants are no evidence against it.
    let is_written = name.written.iter().any(|written| cost(sounds, written, 1).is_some());
    let discount = if is_written { cost(sounds, &name.consonants, u32::MAX)? } else { 0 };
    let is_broken_elsewhere = letters(&spelling.pieces).eq(letters(&name.pieces));
    let cost = if spelling.pieces.len() == name.pieces.len() && !is_broken_elsewhere {
        piece_by_piece(spelling, name, lang, most + discount)?
    } else {
        joined(spelling, name, lang)?
    };
    let cost = cost.saturating_sub(discount);
    (cost <= most).then_some(cost)
}

/// The highest cost for a name of `letters` letters in `pieces` pieces.
fn most_cost(letters: usize, pieces: usize, lang: Lang) -> u32 {
    let letters = u32::try_from(letters).unwrap_or(u32::MAX);
    match (lang, letters) {
        (_, 0..=3) => 0,
        (Lang::English, 4) if pieces == 1 => 1,
        (Lang::English, 5) if pieces == 1 => 2,
        (Lang::English, 6) if pieces == 1 => 4,
        (Lang::English, 4..=8) => letters - 2,
        (Lang::English, _) => (letters - 1).min(12),
        (Lang::Persian, 4) if pieces == 1 => 0,
        (Lang::Persian, 5..=8) if pieces == 1 => letters - 1,
        (Lang::Persian, 4..=7) => letters,
        (Lang::Persian, _) => letters.min(12),
    }
}

/// What it costs to turn each piece of the spelling into the piece of the name in its place.
fn piece_by_piece(spelling: &Spelling<'_>, name: &Heard, lang: Lang, whole: u32) -> Option<u32> {
    let last = name.pieces.len() - 1;
    let mut sum = 0;
    for i in 0..=last {
        let (own, its) = (spelling.pieces[i], name.pieces[i].as_slice());
        let (own_sounds, its_sounds) = (spelling.sounds[i], name.sounds[i].as_slice());
        if own == its {
            continue;
        }
        let is_z = last == 0 && !name.is_person && own.ends_with(&['s']) && its.ends_with(&['z']);
        if is_z && own[..own.len() - 1] == its[..its.len() - 1] {
            return None;
        }
        if i == last && is_one_made_of_other(own, its, lang) {
            return None;
        }
        let longest = own.len().max(its.len());
        if last == 0
            && (longest < 5 || lang == Lang::English && own.len().min(its.len()) < 5)
            && vowels(own_sounds) != vowels(its_sounds)
            && (name.is_person || !has_one_more_e(own, its))
        {
            return None;
        }
        let is_only_one = (0..=last).all(|j| j == i || spelling.pieces[j] == name.pieces[j]);
        let most = match longest {
            _ if last == 0 => whole,
            0..=1 => 0,
            // An abbreviation: CBC is not CBS.
            2..=3 if lang == Lang::English && vowels(own_sounds).is_empty() => 2,
            2..=3 => 3,
            4 => 5,
            _ if is_only_one && has_one_other_letter(own, its) => whole,
            letters => most_cost(letters, 2, lang) + 1 + u32::from(name.is_person),
        };
        let cost = if (may_be_article(own) && may_be_article(its))
            || is_saint(own, its)
            || (last > 0 && has_other_alef(own, its))
        {
            1
        } else {
            cost(own_sounds, its_sounds, most)?
        };
        sum += cost;
    }
    Some(sum)
}

/// What it costs where words are joined or separated: the letters must be nearly the same.
fn joined(spelling: &Spelling<'_>, name: &Heard, lang: Lang) -> Option<u32> {
    let (own, its) = (spelling.pieces.concat(), name.pieces.concat());
    let shortest = own.len().min(its.len());
    let has_letter_alone = spelling.pieces.iter().any(|piece| piece.len() == 1)
        || name.pieces.iter().any(|piece| piece.len() == 1);
    if shortest < FEWEST_JOINED
        || own.len().abs_diff(its.len()) > 1
        || has_letter_alone
        || is_one_made_of_other(&own, &its, lang)
    {
        return None;
    }
    let [mut own, mut its] = [spelling.sounds.concat(), name.sounds.concat()];
    own.dedup();
    its.dedup();
    let most = match lang {
        Lang::Persian if shortest < 7 => 0,
        Lang::Persian => 3,
        Lang::English => 3,
    };
    Some(cost(&own, &its, most)? + 1)
}

/// Whether one of two English words is derived from the other, and not a misspelling of it.
fn is_one_made_of_other(own: &[char], its: &[char], lang: Lang) -> bool {
    let is_made_of =
        |word, stem| is_plural(word, stem) || is_person_of(word, stem) || has_prefix(word, stem);
    lang == Lang::English && (is_made_of(own, its) || is_made_of(its, own))
}

/// Whether `word` is `stem` with a plural s on it.
fn is_plural(word: &[char], stem: &[char]) -> bool {
    word.strip_suffix(&['s']).is_some_and(|rest| {
        (rest == stem && !stem.ends_with(&['s'])) || rest.strip_suffix(&['e']) == Some(stem)
    })
}

/// Whether `word` is a person, or several, from a place `stem` whose name is a plural: American or Americans for the
/// Americas.
fn is_person_of(word: &[char], stem: &[char]) -> bool {
    let one = word.strip_suffix(&['s']).unwrap_or(word);
    let place = stem.strip_suffix(&['s']);
    place.is_some() && one.strip_suffix(&['n']) == place
}

/// Whether `word` is `stem` with a prefix that makes it another word: Neoconservatives.
fn has_prefix(word: &[char], stem: &[char]) -> bool {
    word.strip_suffix(stem)
        .is_some_and(|prefix| PREFIXES.iter().any(|known| known.chars().eq(prefix.iter().copied())))
}

/// Whether a single letter differs, and it is not the first.
fn has_one_other_letter(own: &[char], its: &[char]) -> bool {
    let others = own.iter().zip(its).filter(|(own, its)| own != its).count();
    own.len() == its.len() && own[0] == its[0] && others == 1
}

/// Whether one is the other with an e inserted after the first two letters: Kyiv, Kyiev.
fn has_one_more_e(own: &[char], its: &[char]) -> bool {
    let is_more = |long: &[char], short: &[char]| {
        let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
        same > 1 && long.get(same) == Some(&'e') && long[same + 1..] == short[same..]
    };
    is_more(own, its) || is_more(its, own)
}

/// Whether only the alef at the end is written as alef in one and as ye in the other: مقتدا, مقتدی.
fn has_other_alef(own: &[char], its: &[char]) -> bool {
    match (own.split_last(), its.split_last()) {
        (Some(('ا', own)), Some(('ی', its))) | (Some(('ی', own)), Some(('ا', its))) => {
            own == its
        }
        _ => false,
    }
}

/// Whether both are forms of Saint.
fn is_saint(own: &[char], its: &[char]) -> bool {
    let is_one = |word: &[char]| SAINT.iter().any(|form| form.chars().eq(word.iter().copied()));
    is_one(own) && is_one(its)
}

/// The letters of an English word that are not vowels.
fn frame<T: AsRef<[char]>>(pieces: &[T]) -> Vec<char> {
    letters(pieces).filter(|&letter| !is_vowel(letter)).collect()
}

fn vowels(sounds: &[Sound]) -> Vec<Sound> {
    let vowels = sounds.iter().copied().filter(|sound| sound.is_vowel());
    vowels.collect()
}

fn digits<T: AsRef<[char]>>(pieces: &[T]) -> impl Iterator<Item = char> {
    letters(pieces).filter(char::is_ascii_digit)
}

fn text<T: AsRef<[char]>>(pieces: &[T]) -> String {
    letters(pieces).collect()
}

fn letters<T: AsRef<[char]>>(pieces: &[T]) -> impl Iterator<Item = char> {
    pieces.iter().flat_map(AsRef::as_ref).copied()
}
