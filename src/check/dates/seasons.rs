//! Seasons, and months by which feasts are called: one of the translation that is another than that of the article,
//! "winter" for «تابستان», "Muharram" for «رمضان».

use crate::check::finding::Finding;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::{Lang, Word};

/// The names of each season, folded; the Persian one may have a ye.
const SEASONS: [[&str; 2]; 4] =
    [["بهار", "spring"], ["تابستان", "summer"], ["پاییز", "autumn"], ["زمستان", "winter"]];
/// The names of months, the same.
const MONTHS: [[&str; 2]; 3] = [["رمضان", "ramadan"], ["شعبان", "shaban"], ["محرم", "muharram"]];
/// Another name of autumn, which is a verb too.
const FALL: &str = "fall";

/// Reports the only season or month of the target, where it is another than the only one of the source.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let english = if source.lang == Lang::English { source } else { target };
    let letters = english.words().folded();
    let has_one = |names: &[[&str; 2]]| names.iter().any(|[_, name]| letters.contains(name));
    if has_one(&SEASONS) && !letters.contains(FALL) {
        another(pair, &SEASONS)
    } else if has_one(&MONTHS) {
        another(pair, &MONTHS)
    } else {
        None
    }
}

/// Reports the only one of some names in the target, where it is another than the only one in the source.
fn another(pair: &Pair<'_>, names: &[[&str; 2]]) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let [(right, one), (wrong, other)] = [the_only(source, names)?, the_only(target, names)?];
    if one == other {
        return None;
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    Some(target.finding(Rule::DateMismatch, wrong.span, format!("{right} is not {quoted}")))
}

/// The only word of a text that is one of some names, and which of them.
fn the_only<'a>(side: &'a Side<'_>, names: &[[&str; 2]]) -> Option<(&'a Word, usize)> {
    let words = side.words().words().iter();
    only(words.filter_map(|word| {
        let letters = side.letters(word);
        let stem = letters.strip_suffix('ی').unwrap_or(letters);
        let name = names.iter().position(|names| names.contains(&stem))?;
        Some((word, name))
    }))
}
