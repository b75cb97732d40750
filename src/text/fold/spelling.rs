//! Words that have two right spellings, by the letters they begin with.

use std::sync::LazyLock;

use super::change::Witness;
use super::letters::Letter;

/// The name of the rule.
pub(super) const NAME: &str = "spelling";

/// One row: a word that begins with `from` compares as if it began with `to`, which is no longer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    /// The letters that a word begins with, folded.
    from: &'static str,
    /// The letters with which it compares.
    to: &'static str,
}

/// Every such beginning. Madda and hamza where both ways are in use, and «و» lost in a pair of verbs.
pub(super) const SPELLINGS: &[Spelling] = &[
    row("افریقا", "آفریقا"),
    row("الآن", "الان"),
    row("امریکا", "آمریکا"),
    row("برآیند", "برایند"),
    row("جرات", "جریت"),
    row("جستوجو", "جستجو"),
    row("دستآورد", "دستاورد"),
    row("رهآورد", "رهاورد"),
    row("روآندا", "رواندا"),
    row("شستوشو", "شستشو"),
    row("فرآورد", "فراورد"),
    row("فرآیند", "فرایند"),
    row("فنآور", "فناور"),
    row("قرآن", "قران"),
    row("کارآی", "کارای"),
    row("گردآور", "گرداور"),
    row("گفتوگو", "گفتگو"),
    row("مساله", "مسیله"),
    row("مسوول", "مسیول"),
    row("رووس", "ریوس"),
    row("شوون", "شئون"),
    row("نشات", "نشیت"),
    row("همآهنگ", "هماهنگ"),
    row("همآورد", "هماورد"),
    row("هیات", "هییت"),
    row("پیشآمد", "پیشامد"),
    row("پیشآهنگ", "پیشاهنگ"),
];

/// The rows by the low byte of their first letter, since every word is looked up.
static BY_FIRST: LazyLock<Vec<Vec<&'static Spelling>>> = LazyLock::new(|| {
    let mut rows = vec![Vec::new(); 256];
    for row in SPELLINGS {
        let first = row.from.chars().next().map_or(0, |c| c as usize % 256);
        rows[first].push(row);
    }
    rows
});

/// Writes the word that stands from letter `from` to the end as it compares.
pub(super) fn settle(letters: &mut Vec<Letter>, from: usize, witness: &mut impl Witness) {
    let word = &letters[from..];
    let rows = &BY_FIRST[word[0].ch as usize % BY_FIRST.len()];
    let begins = |row: &&&Spelling| {
        let mut letters = word.iter();
        let mut spelling = row.from.chars();
        spelling.all(|c| letters.next().is_some_and(|l| l.ch == c))
    };
    let Some(row) = rows.iter().find(begins) else {
        return;
    };
    witness.saw(letters[from].span, || NAME);
    if row.to.len() < row.from.len() {
        let same = row.from.chars().zip(row.to.chars());
        let lost = from + same.take_while(|(a, b)| a == b).count();
        letters[lost - 1].span.end = letters[lost].span.end;
        letters.remove(lost);
    }
    for (letter, ch) in letters[from..].iter_mut().zip(row.to.chars()) {
        letter.ch = ch;
    }
}

const fn row(from: &'static str, to: &'static str) -> Spelling {
    Spelling { from, to }
}
