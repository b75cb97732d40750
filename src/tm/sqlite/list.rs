//! Which units are wanted: by number, by origin, by what they say, by how near others are to them.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use jiff::Timestamp;
use rusqlite::params;

use super::Reader;
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use crate::error::Result;
use crate::matching::Candidate;
use crate::text::Lang;
use crate::tm::search::{Hit, each_hit, nearest};
use crate::unit::Method;

/// The units that are wanted: those that meet all of these conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of these numbers.
    pub numbers: Option<BTreeSet<i64>>,
    /// The name of the origin.
    pub origin: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// How it was made.
    pub method: Option<Method>,
    /// The language that was translated from.
    pub lang: Option<Lang>,
    /// Last changed then, or later.
    pub since: Option<Timestamp>,
    /// Last changed before then.
    pub before: Option<Timestamp>,
    /// Each of these stands in it.
    pub phrases: Vec<Sought>,
    /// Another unit is at least this near to its source, from 1 to 100.
    pub above: Option<u8>,
    /// No other unit is this near to its source.
    pub below: Option<u8>,
}

/// A phrase that is looked for, as a concordance does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The phrase.
    pub phrase: String,
    /// Its language; `None` where none is given, so that it is looked for in both.
    pub lang: Option<Lang>,
    /// Whether it must stand in the source, or in the target; `None` where either will do.
    pub in_source: Option<bool>,
}

/// A unit of the memory, with what the memory knows about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The unit, and its number.
    pub candidate: Candidate,
    /// Whether it comes from a file of the project, which the memory follows.
    pub is_attached: bool,
    /// The other unit that is nearest to its source, where the filter asks for nearness and one is near enough.
    pub nearest: Option<Near>,
}

/// Another unit, and how near its text in the language of a source is to that source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its number.
    pub unit: i64,
    /// The match rate of the two texts before penalties.
    pub rate: u8,
}

impl Filter {
    /// Whether every unit is wanted.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    fn takes_nearness(&self, rate: Option<u8>) -> bool {
        let rate = rate.unwrap_or(0);
        self.above.is_none_or(|least| rate >= least) && self.below.is_none_or(|most| rate < most)
    }
}

impl Reader<'_> {
    /// Passes the units that `filter` wants to `take`, in the order of their numbers, until it breaks.
    ///
    /// # Errors
    ///
    /// The first error of `take`, or where the memory cannot be read.
    pub fn list(
        &self,
        filter: &Filter,
        mut take: impl FnMut(Listed) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let Some(numbers) = self.numbers(filter)? else {
            return self.range(filter, (i64::MIN, i64::MAX), &mut take).map(drop);
        };
        for number in numbers {
            if self.range(filter, (number, number), &mut take)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// The numbers among which the wanted units are, where the filter has numbers or phrases.
    fn numbers(&self, filter: &Filter) -> Result<Option<BTreeSet<i64>>> {
        let mut numbers = filter.numbers.clone();
        for sought in &filter.phrases {
            let mut holding = BTreeSet::new();
            let langs = Lang::ALL.into_iter();
            for lang in langs.filter(|lang| sought.lang.is_none_or(|wanted| wanted == *lang)) {
                each_hit(self, &sought.phrase, lang, |Hit { candidate, .. }| {
                    let is_source = candidate.unit.source_lang == lang;
                    if sought.in_source.is_none_or(|wanted| wanted == is_source) {
                        holding.insert(candidate.id);
                    }
                    ControlFlow::Continue(())
                })?;
            }
            numbers = Some(match numbers {
                Some(numbers) => numbers.intersection(&holding).copied().collect(),
                None => holding,
            });
        }
        Ok(numbers)
    }

    /// The same for the units with a number from `first` to `last`.
    fn range(
        &self,
        filter: &Filter,
        (first, last): (i64, i64),
        take: &mut impl FnMut(Listed) -> Result<ControlFlow<()>>,
    ) -> Result<ControlFlow<()>> {
        let sql = format!(
            "SELECT {UNIT_COLUMNS}, origin.name, attached FROM unit JOIN origin ON origin.id = unit.origin
             WHERE unit.id BETWEEN ?1 AND ?2
             AND (?3 IS NULL OR name = ?3) AND (?4 IS NULL OR author = ?4) AND (?5 IS NULL OR method = ?5)
             AND (?6 IS NULL OR source_lang = ?6) AND (?7 IS NULL OR date >= ?7) AND (?8 IS NULL OR date < ?8)
             ORDER BY unit.id"
        );
        let mut select = self.told(self.connection().prepare_cached(&sql))?;
        let mut rows = self.told(select.query(params![
            first,
            last,
            filter.origin,
            filter.author,
            filter.method.map(Method::name),
            filter.lang.map(Lang::code),
            filter.since.map(Timestamp::as_second),
            filter.before.map(Timestamp::as_second),
        ]))?;
        while let Some(row) = self.told(rows.next())? {
            let listed = row.get(AFTER_UNIT).and_then(|name| {
                Ok(Listed {
                    candidate: candidate(row, name)?,
                    is_attached: row.get(AFTER_UNIT + 1)?,
                    nearest: None,
                })
            });
            let mut listed = self.told(listed)?;
            if let Some(least) = filter.above.or(filter.below) {
                listed.nearest = self.nearest(&listed.candidate, least)?;
                if !filter.takes_nearness(listed.nearest.map(|near| near.rate)) {
                    continue;
                }
            }
            if take(listed)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The other unit that is nearest to its source, of those whose rate is at least `least`.
    fn nearest(&self, candidate: &Candidate, least: u8) -> Result<Option<Near>> {
        let lang = candidate.unit.source_lang;
        let text = &candidate.unit.side(lang).text;
        let found = nearest(self, text, lang, least, candidate.id)?;
        Ok(found.map(|(unit, rate)| Near { unit, rate }))
    }
}
