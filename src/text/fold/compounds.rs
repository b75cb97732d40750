//! The compounds of `compounds.txt`: which words in a row are one.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::hamza;
use super::letters::letters;
use super::piece::Piece;
use crate::text::endings::Ending;

/// The endings that a compound may have besides those of the table.
const MORE_ENDINGS: [&str; 8] = ["م", "ش", "ان", "ت", "انه", "انی", "ات", "یهای"];

/// The most words that a compound is written in.
const LONGEST: usize = 5;

/// The longest ending of a compound, in bytes.
const LONGEST_ENDING: usize = 14;

/// The compounds, folded.
pub(super) struct Compounds {
    /// The whole compound, with the bytes at which its second and later parts begin.
    bounds: HashMap<String, Vec<usize>>,
    /// What a compound can begin with where a space follows, and the bytes of the longest such compound.
    openings: HashMap<String, usize>,
}

pub(super) static COMPOUNDS: LazyLock<Compounds> =
    LazyLock::new(|| Compounds::read(include_str!("compounds.txt")));

impl Compounds {
    /// How many of the first pieces are the parts of one compound; 1 where they are none.
    pub(super) fn parts(&self, squeezed: &str, pieces: &[Piece]) -> usize {
        if pieces.get(1).is_none_or(|second| !second.follows()) {
            return 1;
        }
        let Some(&longest) = self.openings.get(pieces[0].of(squeezed)) else {
            return 1;
        };
        let start = pieces[0].start;
        let reach = Piece::run(&pieces[..pieces.len().min(LONGEST)]);
        (2..=reach)
            .rev()
            .filter(|&parts| pieces[parts - 1].end - start <= longest + LONGEST_ENDING)
            .find(|&parts| {
                let whole = &squeezed[start..pieces[parts - 1].end];
                self.has(whole, &pieces[1..parts].iter().map(|p| p.start - start))
            })
            .unwrap_or(1)
    }

    fn read(list: &str) -> Self {
        let mut compounds = Self {
            bounds: HashMap::new(),
            openings: HashMap::new(),
        };
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        lines.for_each(|line| compounds.add(line));
        compounds
    }

    fn add(&mut self, line: &str) {
        let mut whole = String::new();
        let mut bounds = Vec::new();
        for part in line.split('\u{200C}') {
            bounds.push(whole.len());
            let mut part = letters(part, &mut ());
            hamza::carriers(&mut part, &mut ());
            whole.extend(part.iter().map(|l| l.ch));
        }
        for &bound in &bounds[1..] {
            let longest = self.openings.entry(whole[..bound].to_owned()).or_default();
            *longest = whole.len().max(*longest);
        }
        self.bounds.insert(whole, bounds);
    }

    /// Whether `whole` is a compound, perhaps with an ending, and can be parted at every one of `bounds`.
    fn has(&self, whole: &str, bounds: &(impl Iterator<Item = usize> + Clone)) -> bool {
        let ends = whole.char_indices().map(|(i, c)| i + c.len_utf8());
        ends.filter(|&end| whole.len() - end <= LONGEST_ENDING)
            .filter(|&end| is_ending(&whole[end..]))
            .filter_map(|end| self.bounds.get(&whole[..end]))
            .any(|parts| bounds.clone().all(|bound| parts.contains(&bound)))
    }
}

fn is_ending(rest: &str) -> bool {
    rest.is_empty() || MORE_ENDINGS.contains(&rest) || Ending::read(rest).is_some()
}
