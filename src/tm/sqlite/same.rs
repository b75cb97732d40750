//! Units that say the same, and units that translate the same in two ways.

use std::collections::HashMap;

use rusqlite::Row;
use sha2::{Digest, Sha256};

use super::{Memory, Occasion, shares, store_error};
use crate::error::Result;
use crate::text::{Lang, fold};
use crate::unit::Method;

/// Units whose texts are the same in both languages, as they fold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicates {
    /// The one that is kept: preferably one that a person made; of these the newest; of these one of an attached file;
    /// of these the first.
    pub kept: i64,
    /// The others that may go; those of attached files may not.
    pub doubles: Vec<i64>,
    /// How many others there are, including those of attached files.
    pub others: usize,
}

impl Memory {
    /// All units that say the same as others, in the order of the ones that are kept.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn duplicates(&self) -> Result<Vec<Duplicates>> {
        Ok(duplicates(&self.folded()?))
    }

    /// The units whose sources are the same, as they fold, and whose targets are not: a list for each source.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn conflicts(&self) -> Result<Vec<Vec<i64>>> {
        Ok(conflicts(&self.folded()?))
    }

    /// Deletes the doubles whose kept unit is still there; returns how many it deleted.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be written; none is deleted then.
    pub fn dedupe(&mut self, duplicates: &[Duplicates], occasion: &Occasion) -> Result<usize> {
        self.change(occasion, |making| {
            let mut deleted = 0;
            let exists = "SELECT EXISTS (SELECT 1 FROM unit WHERE id = ?1)";
            let mut is_there = making.connection.prepare(exists).map_err(store_error)?;
            for Duplicates { kept, doubles, .. } in duplicates {
                if is_there.query_row([kept], |row| row.get(0)).map_err(store_error)? {
                    for &double in doubles {
                        deleted += usize::from(making.remove(double).map_err(store_error)?);
                    }
                }
            }
            Ok(deleted)
        })
    }

    /// How many units say the same as others, how many of these can be deleted, and how many sources are translated in
    /// several ways.
    pub(super) fn sameness(&self) -> Result<(usize, usize, usize)> {
        let folded = self.folded()?;
        let duplicates = duplicates(&folded);
        let others = duplicates.iter().map(|same| same.others).sum();
        let doubles = duplicates.iter().map(|same| same.doubles.len()).sum();
        Ok((others, doubles, conflicts(&folded).len()))
    }

    /// All units, with only what is compared.
    fn folded(&self) -> Result<Vec<Folded>> {
        let failed = |e| self.located(store_error(e));
        let sql = "SELECT unit.id, source_lang, method, date, attached, persian, english
                   FROM unit JOIN origin ON origin.id = unit.origin ORDER BY unit.id";
        let mut select = self.connection.prepare(sql).map_err(failed)?;
        let mut rows = select.query([]).map_err(failed)?;
        let mut folded = Vec::new();
        let mut batch = Vec::new();
        loop {
            let row = rows.next().map_err(failed)?;
            let is_last = row.is_none();
            if let Some(row) = row {
                batch.push(Unfolded::read(row).map_err(failed)?);
            }
            if is_last || batch.len() == shares::BATCH {
                folded.extend(shares::each(&batch, Unfolded::fold));
                batch.clear();
            }
            if is_last {
                return Ok(folded);
            }
        }
    }
}

/// What is compared of a unit.
struct Unfolded {
    folded: Folded,
    persian: String,
    english: String,
}

/// A unit with hashes of its texts as they fold.
#[derive(Clone, Copy)]
struct Folded {
    id: i64,
    source_lang: Lang,
    method: Method,
    date: Option<i64>,
    is_attached: bool,
    persian: u128,
    english: u128,
}

impl Unfolded {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let folded = Folded {
            id: row.get(0)?,
            source_lang: Lang::from_tag(row.get_ref(1)?.as_str()?).unwrap_or(Lang::Persian),
            method: Method::from_name(row.get_ref(2)?.as_str()?).unwrap_or_default(),
            date: row.get(3)?,
            is_attached: row.get(4)?,
            persian: 0,
            english: 0,
        };
        Ok(Self { folded, persian: row.get(5)?, english: row.get(6)? })
    }

    fn fold(&self) -> Folded {
        Folded {
            persian: hash(fold(&self.persian).text()),
            english: hash(fold(&self.english).text()),
            ..self.folded
        }
    }
}

/// A hash long enough that no two texts share it.
fn hash(text: &str) -> u128 {
    let bytes = Sha256::digest(text);
    bytes[..16].iter().fold(0, |hash, &byte| hash << 8 | u128::from(byte))
}

impl Folded {
    fn source_and_target(&self) -> (u128, u128) {
        match self.source_lang {
            Lang::Persian => (self.persian, self.english),
            Lang::English => (self.english, self.persian),
        }
    }
}

fn duplicates(units: &[Folded]) -> Vec<Duplicates> {
    let mut groups: HashMap<(u128, u128), Vec<&Folded>> = HashMap::new();
    for unit in units {
        groups.entry((unit.persian, unit.english)).or_default().push(unit);
    }
    let same = groups.into_values().filter(|group| group.len() > 1);
    let mut found: Vec<Duplicates> = same.map(of_group).collect();
    found.sort_unstable_by_key(|same| same.kept);
    found
}

fn of_group(mut group: Vec<&Folded>) -> Duplicates {
    use std::cmp::Reverse;
    group.sort_by_key(|unit| (unit.method, Reverse(unit.date), Reverse(unit.is_attached), unit.id));
    let others = &group[1..];
    let own = others.iter().filter(|unit| !unit.is_attached);
    Duplicates {
        kept: group[0].id,
        doubles: own.map(|unit| unit.id).collect(),
        others: others.len(),
    }
}

fn conflicts(units: &[Folded]) -> Vec<Vec<i64>> {
    let mut groups: HashMap<(Lang, u128), Vec<(u128, i64)>> = HashMap::new();
    for unit in units {
        let (source, target) = unit.source_and_target();
        groups.entry((unit.source_lang, source)).or_default().push((target, unit.id));
    }
    let differs = |group: &Vec<(u128, i64)>| group.iter().any(|(target, _)| *target != group[0].0);
    let differing = groups.into_values().filter(differs);
    let mut found: Vec<Vec<i64>> =
        differing.map(|group| group.into_iter().map(|(_, id)| id).collect()).collect();
    found.sort_unstable();
    found
}
