//! The compounds of `lists/compounds.fa.txt`: which words in a row make one.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::piece::Piece;
use super::read::read;
use crate::text::HALF_SPACE;
use crate::text::endings::Ending;
use crate::text::list::List;
use crate::text::word_list::rows;

/// The endings that a compound may have besides those of the table.
const MORE_ENDINGS: [&str; 8] = ["م", "ش", "ان", "ت", "انه", "انی", "ات", "یهای"];

/// The most words that a compound is written in.
const LONGEST: usize = 5;

/// The compounds, folded.
pub(super) struct Compounds {
    all: Vec<Compound>,
    /// What a compound can begin with before a space, with the first letter after the space, and which compounds do, by
    /// index.
    openings: List<Vec<usize>>,
}

/// Words in a row that make one.
struct Compound {
    letters: String,
    /// The bytes at which its second and later parts begin.
    bounds: Vec<usize>,
}

pub(super) static COMPOUNDS: LazyLock<Compounds> =
    LazyLock::new(|| Compounds::read(include_str!("lists/compounds.fa.txt")));

impl Compounds {
    /// How many of the first pieces are the parts of one compound; 1 where there is none.
    pub(super) fn parts(&self, squeezed: &str, pieces: &[Piece]) -> usize {
        let Some(second) = pieces.get(1).filter(|second| second.follows) else {
            return 1;
        };
        let start = pieces[0].start;
        let opening = &squeezed[start..past_letter(squeezed, second.start)];
        let Some(compounds) = self.openings.get(opening) else {
            return 1;
        };
        let reach = Piece::run(&pieces[..pieces.len().min(LONGEST)]);
        let follows = &squeezed[start..pieces[reach - 1].end];
        let compounds = compounds.iter().map(|&i| &self.all[i]);
        let compounds = compounds.filter(|compound| follows.starts_with(compound.letters.as_str()));
        let parts = compounds.filter_map(|compound| {
            let are_it = |&parts: &usize| {
                let bounds = pieces[1..parts].iter().map(|p| p.start - start);
                compound.is(&squeezed[start..pieces[parts - 1].end]) && compound.may_part(bounds)
            };
            (2..=reach).rev().find(are_it)
        });
        parts.max().unwrap_or(1)
    }

    fn read(list: &'static str) -> Self {
        let all: Vec<Compound> = rows(list).map(Compound::read).collect();
        let mut openings: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, compound) in all.iter().enumerate() {
            for &bound in &compound.bounds[1..] {
                let past = past_letter(&compound.letters, bound);
                let opening = compound.letters[..past].to_owned();
                openings.entry(opening).or_default().push(i);
            }
        }
        let openings = openings.into_iter().collect();
        Self { all, openings }
    }
}

/// The byte after the letter at `at`.
fn past_letter(letters: &str, at: usize) -> usize {
    let letter = letters[at..].chars().next();
    at + letter.map_or(0, char::len_utf8)
}

impl Compound {
    /// Reads a line of the list.
    fn read(line: &str) -> Self {
        let mut whole = String::new();
        let mut bounds = Vec::new();
        for part in line.split(HALF_SPACE) {
            bounds.push(whole.len());
            let mut part = read(part, &mut ());
            part.take_off_carriers(&mut ());
            whole.push_str(&part.text);
        }
        Self { letters: whole, bounds }
    }

    /// Whether `letters` are it, perhaps with an ending.
    fn is(&self, letters: &str) -> bool {
        letters.strip_prefix(self.letters.as_str()).is_some_and(is_ending)
    }

    /// Whether its parts can begin at these bytes.
    fn may_part(&self, mut bounds: impl Iterator<Item = usize>) -> bool {
        bounds.all(|bound| self.bounds.contains(&bound))
    }
}

fn is_ending(rest: &str) -> bool {
    rest.is_empty() || MORE_ENDINGS.contains(&rest) || Ending::read(rest).is_some()
}
