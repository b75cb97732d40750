//! Seasons: one of the translation that is another than that of the article, "winter" for «تابستان».

use crate::check::finding::Finding;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::{Lang, Word};

/// The names of each season, folded; the Persian one may have a ye.
const SEASONS: [[&str; 2]; 4] =
    [["بهار", "spring"], ["تابستان", "summer"], ["پاییز", "autumn"], ["زمستان", "winter"]];
/// Another name of autumn, which is a verb too.
const FALL: &str = "fall";

/// Reports the only season of the target, where it is another than the only one of the source.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let english = if source.lang == Lang::English { source.text } else { target.text };
    let may_have_one = SEASONS.iter().any(|[_, name]| english.contains(name));
    if !may_have_one || english.contains(FALL) {
        return None;
    }
    let [(right, one), (wrong, other)] = [the_only(source)?, the_only(target)?];
    if one == other {
        return None;
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    Some(target.finding(Rule::DateMismatch, wrong.span, format!("{right} is not {quoted}")))
}

/// The only season of a text, by its place in [`SEASONS`].
fn the_only<'a>(side: &'a Side<'_>) -> Option<(&'a Word, usize)> {
    let words = side.words().words().iter();
    only(words.filter_map(|word| {
        let letters = side.letters(word);
        let stem = letters.strip_suffix('ی').unwrap_or(letters);
        let season = SEASONS.iter().position(|names| names.contains(&stem))?;
        Some((word, season))
    }))
}
