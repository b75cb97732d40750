//! The news as two texts, a segment a line, with the beads that are right.

use std::fs;
use std::path::Path;

use super::score::Segments;
use crate::Result;

/// A segment and its translation, Persian first.
type Row = (String, String);

/// Two texts, and what belongs together.
pub struct Pair {
    pub persian: String,
    pub english: String,
    pub beads: Vec<Segments>,
}

/// The segments of the news with their translations.
pub fn read(folder: &Path) -> Result<Vec<Row>> {
    let text = fs::read_to_string(folder.join("ntrex-news.tsv"))?;
    let rows = text.lines().skip(1).map(|line| {
        let mut cells = line.split('\t').skip(1);
        Ok((
            cells.next().ok_or("a cell is missing")?.to_owned(),
            cells.next().ok_or("a cell is missing")?.to_owned(),
        ))
    });
    rows.collect()
}

/// The texts as they are.
pub fn whole(news: &[Row]) -> Pair {
    let (persian, english): (Vec<_>, Vec<_>) = news.iter().cloned().unzip();
    Pair {
        persian: persian.join("\n"),
        english: english.join("\n"),
        beads: (0..news.len()).map(|i| (i..i + 1, i..i + 1)).collect(),
    }
}

/// The texts with a tenth of the English segments merged with the next one, a twentieth deleted, and one in fifty
/// swapped with the next one; two that are swapped are one bead with their translations.
pub fn disturbed(news: &[Row], seed: u64) -> Pair {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut english: Vec<String> = Vec::new();
    let mut beads: Vec<Segments> = Vec::new();
    let mut i = 0;
    while i < news.len() {
        let own = &news[i].1;
        let next = news.get(i + 1).map(|(_, next)| next);
        let at = english.len();
        let draw = random.f64();
        let (source, lines) = match (draw, next) {
            (..0.10, Some(next)) => (2, vec![format!("{own} {next}")]),
            (0.10..0.15, _) => (1, Vec::new()),
            (0.15..0.17, Some(next)) => (2, vec![next.clone(), own.clone()]),
            _ => (1, vec![own.clone()]),
        };
        beads.push((i..i + source, at..at + lines.len()));
        english.extend(lines);
        i += source;
    }
    let persian: Vec<&str> = news.iter().map(|(persian, _)| persian.as_str()).collect();
    Pair { persian: persian.join("\n"), english: english.join("\n"), beads }
}

/// Texts of so many segments: the news again and again, in another order each time. One English segment in fifty is
/// deleted; one in ten of the others, and its translation, ends with a number that no other has, as a long text has
/// names and numbers of its own.
pub fn long(news: &[Row], count: usize) -> Pair {
    let mut random = fastrand::Rng::with_seed(1);
    let mut rows: Vec<&Row> = news.iter().collect();
    let mut pair =
        Pair { persian: String::new(), english: String::new(), beads: Vec::with_capacity(count) };
    let mut targets = 0;
    for i in 0..count {
        if i % rows.len() == 0 {
            random.shuffle(&mut rows);
        }
        let (persian, english) = rows[i % rows.len()];
        let number = match random.f64() {
            ..0.1 => format!(" {}", 1_000_000 + i),
            _ => String::new(),
        };
        pair.persian += &format!("{persian}{number}\n");
        let is_deleted = random.f64() < 0.02;
        if !is_deleted {
            pair.english += &format!("{english}{number}\n");
        }
        let past = targets + usize::from(!is_deleted);
        pair.beads.push((i..i + 1, targets..past));
        targets = past;
    }
    pair
}
