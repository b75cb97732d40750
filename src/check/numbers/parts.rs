//! Parts and their sum, of which a text leaves one out: 43 medals as "19 golds, 13 silvers and 11 bronzes", «۶ برد و ۴
//! شکست» as "six of ten".

use crate::check::numbers::asked::Asked;
use crate::check::numbers::kind::{Kind, kind};
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::pair::Side;

/// Among more numbers than this some make a sum by chance.
const MOST: usize = 8;

/// Whether the value follows from the numbers that both texts have: it is their sum, or the rest of one of them; or the
/// only number that the other text adds is the sum of it and of those.
pub(crate) fn says(asked: &Asked<'_>) -> bool {
    let Asked { own, value, other, .. } = *asked;
    let its_kind = kind(&value.value).filter(|kind| *kind != Kind::Money);
    let wanted = value.value.number().and_then(thousandths);
    let Some((wanted, its_kind)) = wanted.zip(its_kind) else {
        return false;
    };
    let theirs = numbers(own, its_kind);
    if !(2..=MOST).contains(&theirs.len()) {
        return false;
    }
    let ours = numbers(other, its_kind);
    let is_kept = |it: &u64| *it != wanted && ours.contains(it);
    let kept: Vec<u64> = theirs.iter().copied().filter(is_kept).collect();
    let mut added = ours.iter().filter(|it| !theirs.contains(it));
    match (added.next(), added.next()) {
        (None, _) => is_sum(&kept, wanted, 2) || is_rest(&kept, wanted),
        (Some(sum), None) => sum.checked_sub(wanted).is_some_and(|rest| is_sum(&kept, rest, 1)),
        _ => false,
    }
}

/// The numbers of a kind in a text, in thousandths; one of anything is no part.
fn numbers(side: &Side<'_>, its_kind: Kind) -> Vec<u64> {
    let its = side.values().iter().filter(|value| kind(&value.value) == Some(its_kind));
    let numbers = its.flat_map(|value| value.value.quantities());
    numbers.filter_map(|it| thousandths(&it.number)).filter(|number| *number > WHOLE).collect()
}

/// Whether a number is what is left of one of these when others of them are taken away.
fn is_rest(numbers: &[u64], wanted: u64) -> bool {
    numbers.iter().enumerate().any(|(at, whole)| {
        let others = [&numbers[..at], &numbers[at + 1..]].concat();
        whole.checked_sub(wanted).is_some_and(|taken| is_sum(&others, taken, 1))
    })
}

/// Whether at least `fewest` of some numbers make a sum.
fn is_sum(numbers: &[u64], sum: u64, fewest: usize) -> bool {
    match numbers.split_first() {
        None => sum == 0 && fewest == 0,
        Some((first, rest)) => {
            let with_first = sum.checked_sub(*first);
            with_first.is_some_and(|sum| is_sum(rest, sum, fewest.saturating_sub(1)))
                || is_sum(rest, sum, fewest)
        }
    }
}
