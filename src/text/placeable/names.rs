//! Names of several words, and how the longest of them is found at a token.

use std::sync::LazyLock;

use super::dates::{ERAS, SHORT_WEEKDAYS};
use super::scan::{Read, Scanner, read};
use super::times::PARTS;
use crate::text::date::{month_names, weekday_names};
use crate::text::number::CURRENCY_NAMES;
use crate::text::{Lang, fold};

/// The letters of every name that is looked for, sorted: those that begin alike stand together.
static NAMES: LazyLock<[Vec<String>; 2]> = LazyLock::new(|| Lang::ALL.map(names));

fn names(lang: Lang) -> Vec<String> {
    let months = month_names(lang).keys();
    let months = months.flat_map(|name| [name.clone(), format!("{name}ماه")]);
    let currencies = CURRENCY_NAMES.iter().filter(|row| row.0 == lang);
    let currencies = currencies.map(|(_, name, _)| fold(name).text().replace(' ', ""));
    let others = ERAS.iter().map(|era| era.0);
    let others = others.chain(SHORT_WEEKDAYS.iter().map(|day| day.0));
    let others = others.chain(PARTS.iter().map(|part| part.0));
    let mut names: Vec<String> = months
        .chain(weekday_names(lang).keys().cloned())
        .chain(currencies)
        .chain(others.map(str::to_owned))
        .collect();
    names.sort_unstable();
    names
}

/// Whether a name that is looked for in `lang` begins with these letters.
pub(super) fn opens_name(lang: Lang, letters: &str) -> bool {
    let names = &NAMES[usize::from(lang == Lang::English)];
    let first = names.partition_point(|name| name.as_str() < letters);
    names
        .get(first)
        .is_some_and(|name| name.starts_with(letters))
}

impl Scanner<'_> {
    /// The longest name at `at` of at most `most` words, where `find` knows its letters.
    ///
    /// The letters must be those of one of [`NAMES`]. Half-spaces, spaces, hyphens and apostrophes between the words of a name do not count.
    pub(super) fn name<T>(
        &self,
        at: usize,
        most: usize,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<Read<T>> {
        self.token(at).filter(|token| token.opens_name)?;
        let mut letters = String::new();
        let mut longest = None;
        for (i, token) in self.tokens[at.min(self.tokens.len())..]
            .iter()
            .take(2 * most)
            .enumerate()
        {
            match token.mark() {
                Some('-' | '\'') if i > 0 && token.is_attached() => continue,
                Some(_) => break,
                None => letters.push_str(token.word().unwrap_or("\0")),
            }
            if i > 0 && !opens_name(self.lang, &letters) {
                break;
            }
            if let Some(value) = find(&letters) {
                longest = read(value, at + i + 1);
            }
        }
        longest
    }
}
