//! Words that have two right spellings, by the letters they begin with.

use std::sync::LazyLock;

use super::change::Witness;
use super::letters::Letter;

/// The name of the rule.
pub(super) const NAME: &str = "spelling";

/// One row: a word that begins with `from` compares as if it began with `to`, which has at most as many letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    /// The letters that a word begins with, folded.
    from: &'static str,
    /// The letters with which it compares.
    to: &'static str,
}

/// Every such beginning. Madda and hamza where both spellings are in use, and «و» lost in a pair of verbs.
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

/// How many rows of [`BY_HEAD`] there are.
const HEADS: usize = 1024;

/// The rows by the low bits of their first two letters, since every word is looked up.
static BY_HEAD: LazyLock<Vec<Vec<&'static Spelling>>> = LazyLock::new(|| {
    let mut rows = vec![Vec::new(); HEADS];
    for row in SPELLINGS {
        let mut letters = row.from.chars();
        if let (Some(first), Some(second)) = (letters.next(), letters.next()) {
            rows[head(first, second)].push(row);
        }
    }
    rows
});

fn head(first: char, second: char) -> usize {
    (first as usize ^ (second as usize) << 4) % HEADS
}

/// Writes `word`, which is one word, as it compares, where that is another spelling; returns the number of letters that
/// are then left.
pub(super) fn settle(word: &mut [Letter], witness: &mut impl Witness) -> Option<usize> {
    let [first, second, ..] = word else {
        return None;
    };
    let rows = &BY_HEAD[head(first.ch, second.ch)];
    let begins = |row: &&&Spelling| {
        let mut letters = word.iter();
        let mut spelling = row.from.chars();
        spelling.all(|c| letters.next().is_some_and(|l| l.ch == c))
    };
    let row = rows.iter().find(begins)?;
    let mut left = word.len();
    if row.to.len() < row.from.len() {
        let same = row.from.chars().zip(row.to.chars());
        let lost = same.take_while(|(a, b)| a == b).count();
        let span = word[lost].span();
        witness.saw(span, || NAME);
        word[lost - 1].extend_to(span.end);
        word.copy_within(lost + 1.., lost);
        left -= 1;
    }
    for (letter, ch) in word.iter_mut().zip(row.to.chars()) {
        if letter.ch != ch {
            letter.ch = ch;
            witness.saw(letter.span(), || NAME);
        }
    }
    Some(left)
}

const fn row(from: &'static str, to: &'static str) -> Spelling {
    Spelling { from, to }
}
