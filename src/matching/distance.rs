//! Levenshtein distance over words, with unit costs, and an alignment that shows it.

use std::collections::HashMap;

/// The number of words to insert, delete or replace to make `b` of `a`, or `None` where it is over `limit`.
///
/// Only the cells within `limit` of the diagonal are worked out (Ukkonen 1985).
pub fn within(a: &[u32], b: &[u32], limit: usize) -> Option<usize> {
    let (a, b) = trimmed(a, b);
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > limit {
        return None;
    }
    let far = limit + 1;
    let mut row: Vec<usize> = (0..=a.len()).map(|i| i.min(far)).collect();
    for (j, word) in b.iter().enumerate() {
        let first = (j + 1).saturating_sub(limit).max(1);
        let last = (j + 1 + limit).min(a.len());
        let mut diagonal = row[first - 1];
        row[first - 1] = if first == 1 { (j + 1).min(far) } else { far };
        for i in first..=last {
            let above = if i == j + 1 + limit { far } else { row[i] };
            let replaced = diagonal + usize::from(a[i - 1] != *word);
            diagonal = row[i];
            row[i] = replaced.min(above + 1).min(row[i - 1] + 1).min(far);
        }
    }
    let distance = row[a.len()];
    (distance <= limit).then_some(distance)
}

/// One step of an alignment: indices into the left and the right sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same word in both.
    Same(usize, usize),
    /// One word in the place of another.
    Replaced(usize, usize),
    /// A word that only the left one has.
    Left(usize),
    /// A word that only the right one has.
    Right(usize),
}

/// A shortest way from `a` to `b`, always the same one.
///
/// Memory is linear in the lengths (Hirschberg 1975), time their product.
pub fn align(a: &[u32], b: &[u32]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(a.len().max(b.len()));
    align_into(a, b, (0, 0), &mut steps);
    steps
}

fn align_into(a: &[u32], b: &[u32], (i, j): (usize, usize), steps: &mut Vec<Step>) {
    match (a, b) {
        ([], _) => steps.extend((0..b.len()).map(|k| Step::Right(j + k))),
        (_, []) => steps.extend((0..a.len()).map(|k| Step::Left(i + k))),
        ([word], _) => align_one(*word, b, (i, j), steps),
        _ => {
            let (left, right) = a.split_at(a.len() / 2);
            let cut = best_cut(left, right, b);
            align_into(left, &b[..cut], (i, j), steps);
            align_into(right, &b[cut..], (i + left.len(), j + cut), steps);
        }
    }
}

/// Aligns one word with several: with its like where there is one, else with the first.
fn align_one(word: u32, b: &[u32], (i, j): (usize, usize), steps: &mut Vec<Step>) {
    let like = b.iter().position(|&other| other == word);
    let at = like.unwrap_or(0);
    steps.extend((0..at).map(|k| Step::Right(j + k)));
    steps.push(match like {
        Some(_) => Step::Same(i, j + at),
        None => Step::Replaced(i, j + at),
    });
    steps.extend((at + 1..b.len()).map(|k| Step::Right(j + k)));
}

/// Where to cut `b` so that its parts are nearest to `left` and `right`; the first such place.
fn best_cut(left: &[u32], right: &[u32], b: &[u32]) -> usize {
    let before = prefix_distances(left.iter(), &b.iter());
    let after = prefix_distances(right.iter().rev(), &b.iter().rev());
    let cuts = 0..=b.len();
    cuts.min_by_key(|&cut| before[cut] + after[b.len() - cut])
        .expect("a range from zero holds at least zero")
}

/// The distance of the whole of `a` to every beginning of `b`.
fn prefix_distances<'a>(
    a: impl Iterator<Item = &'a u32>,
    b: &(impl Iterator<Item = &'a u32> + Clone),
) -> Vec<usize> {
    let mut row: Vec<usize> = (0..=b.clone().count()).collect();
    for (i, word) in a.enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.clone().enumerate() {
            let replaced = diagonal + usize::from(word != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row
}

/// The two sequences without what they share at the front and at the back.
fn trimmed<'a>(a: &'a [u32], b: &'a [u32]) -> (&'a [u32], &'a [u32]) {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    (&a[..a.len() - back], &b[..b.len() - back])
}

/// Numbers for words, so that two words are compared by comparing two numbers.
#[derive(Debug, Default)]
pub struct Vocabulary<'a>(HashMap<&'a str, u32>);

impl<'a> Vocabulary<'a> {
    /// The numbers of `tokens`; the same token has the same number for as long as the vocabulary lives.
    pub fn number(&mut self, tokens: impl Iterator<Item = &'a str>) -> Vec<u32> {
        tokens
            .map(|token| {
                let next = u32::try_from(self.0.len()).expect("a segment has fewer than 2³² words");
                *self.0.entry(token).or_insert(next)
            })
            .collect()
    }
}
