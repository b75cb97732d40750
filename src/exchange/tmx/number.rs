//! Which tags of two sides stand for the same thing: they get the same number.

use std::collections::{HashMap, VecDeque};

use super::segment::{Found, Key};
use super::shape::Shape;

/// What identifies a tag in the other language.
type By = for<'f> fn(&'f Found, &'f Key) -> Option<&'f str>;

/// Gives the tags of `target` the numbers of those of `source` that stand for the same thing, and other numbers to the
/// rest.
///
/// Tags correspond if they have the same `x`; then, where there is no `x`, the same `i`; then the same code; of several
/// the first counts, and only if both have one shape: pairs, beginnings, ends, standalone tags.
pub(super) fn like(source: &Found, target: &mut Found) {
    if are_alike(source, target) {
        return;
    }
    let numbers = numbers(source, target);
    for tag in &mut target.tagged.tags {
        tag.number = numbers[tag.number as usize - 1];
    }
}

/// Whether the tags of both are the same ones in the same order, as they mostly are: then they already have the same
/// numbers.
fn are_alike(source: &Found, target: &Found) -> bool {
    let is_like = |(key, other): (&Key, &Key)| {
        let is_known = key.x.is_some() || key.i.is_some();
        (key.shape, &key.x, &key.i) == (other.shape, &other.x, &other.i)
            && (is_known || by_code(source, key) == by_code(target, other))
    };
    source.keys.len() == target.keys.len() && source.keys.iter().zip(&target.keys).all(is_like)
}

/// The new number for each number of `target`.
fn numbers(source: &Found, target: &Found) -> Vec<u32> {
    let mut is_free = vec![true; source.keys.len()];
    let mut places: Vec<Option<usize>> = vec![None; target.keys.len()];
    let ways: [By; 3] = [by_x, by_i, by_code];
    for by in ways {
        let mut free: HashMap<(Shape, &str), VecDeque<usize>> = HashMap::new();
        for (at, key) in source.keys.iter().enumerate().filter(|(at, _)| is_free[*at]) {
            if let Some(known) = by(source, key) {
                free.entry((key.shape, known)).or_default().push_back(at);
            }
        }
        for (place, key) in places.iter_mut().zip(&target.keys) {
            let known = by(target, key).filter(|_| place.is_none());
            let same = known.and_then(|known| free.get_mut(&(key.shape, known)));
            if let Some(at) = same.and_then(VecDeque::pop_front) {
                *place = Some(at);
                is_free[at] = false;
            }
        }
    }
    let mut others = source.keys.len()..;
    let places = places.into_iter().filter_map(|place| place.or_else(|| others.next()));
    places.map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)).collect()
}

fn by_x<'f>(_: &'f Found, key: &'f Key) -> Option<&'f str> {
    key.x.as_deref()
}

fn by_i<'f>(_: &'f Found, key: &'f Key) -> Option<&'f str> {
    key.i.as_deref().filter(|_| key.x.is_none())
}

fn by_code<'f>(found: &'f Found, key: &'f Key) -> Option<&'f str> {
    found.tagged.tags.get(key.first).map(|tag| tag.code.as_str())
}
