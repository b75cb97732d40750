//! Units of an article that is imported again, after more of it has been translated.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use super::change::Making;
use super::edit::complete;
use super::read::{AFTER_UNIT, UNIT_COLUMNS, candidate};
use super::write::own;
use super::{Added, Memory, Occasion, store_error};
use crate::error::Result;
use crate::exchange::holdable;
use crate::unit::TranslationUnit;

/// What distinguishes a place in an article from others: the texts of its unit, and the neighbours that are translated
/// too, or will be.
#[derive(PartialEq, Eq, Hash)]
struct Place {
    origin: String,
    texts: [String; 2],
    beside: [Option<String>; 2],
}

impl Place {
    fn of(unit: &TranslationUnit) -> Self {
        let source = unit.side(unit.source_lang);
        let target = unit.side(unit.source_lang.other());
        Self {
            origin: unit.origin.name.clone(),
            texts: [source.text.clone(), target.text.clone()],
            beside: [source.previous.clone(), source.next.clone()],
        }
    }
}

impl Memory {
    /// Adds the units of an article as [`Memory::add`] does, where some of them may have been added before others were
    /// translated: one that has the same texts and, in the source language, the same neighbours as a unit under the
    /// same name is that unit, and gives it its neighbours in the other language. The change is remembered by
    /// `occasion`.
    ///
    /// # Errors
    ///
    /// As for [`Memory::add`].
    pub fn add_again(&mut self, occasion: &Occasion, units: Vec<TranslationUnit>) -> Result<Added> {
        self.change(occasion, |making| {
            let mut added = Added::default();
            let mut new = Vec::new();
            let mut whole = HashSet::new();
            for (number, unit) in (1..).zip(units) {
                holdable::check(&unit, number)?;
                match own(making.connection, &unit).map_err(store_error)? {
                    Some(present) => {
                        complete(making, present, unit).map_err(store_error)?;
                        whole.insert(present);
                        added.present += 1;
                    }
                    None => new.push(unit),
                }
            }
            let mut partly = partly(making, &new, &whole).map_err(store_error)?;
            for unit in new {
                match partly.remove(&Place::of(&unit)) {
                    Some((number, present)) => {
                        let present = beside(present, unit);
                        making.remove(number).map_err(store_error)?;
                        making.add(&present).map_err(store_error)?;
                        added.present += 1;
                    }
                    None => {
                        making.add(&unit).map_err(store_error)?;
                        added.added += 1;
                    }
                }
            }
            Ok(added)
        })
    }
}

/// The units that stand in the places of `new` already, by those places, each with its number; except those that are
/// `whole`.
fn partly(
    making: &Making<'_>,
    new: &[TranslationUnit],
    whole: &HashSet<i64>,
) -> rusqlite::Result<HashMap<Place, (i64, TranslationUnit)>> {
    let wanted: HashSet<Place> = new.iter().map(Place::of).collect();
    let origins: HashSet<&str> = new.iter().map(|unit| unit.origin.name.as_str()).collect();
    let sql = format!(
        "SELECT {UNIT_COLUMNS}, origin.name FROM unit JOIN origin ON origin.id = unit.origin
         WHERE origin.name = ?1 AND NOT attached ORDER BY unit.id"
    );
    let mut select = making.connection.prepare(&sql)?;
    let mut partly = HashMap::new();
    for origin in origins {
        let mut rows = select.query(params![origin])?;
        while let Some(row) = rows.next()? {
            let found = candidate(row, row.get(AFTER_UNIT)?)?;
            let place = Place::of(&found.unit);
            if wanted.contains(&place) && !whole.contains(&found.id) {
                partly.insert(place, (found.id, found.unit));
            }
        }
    }
    Ok(partly)
}

/// The unit `present` with the neighbours of `unit`, which says the same.
fn beside(mut present: TranslationUnit, unit: TranslationUnit) -> TranslationUnit {
    for (own, new) in [(&mut present.persian, unit.persian), (&mut present.english, unit.english)] {
        (own.previous, own.next) = (new.previous, new.next);
    }
    present
}
