//! The sketches of the base's slots: written in chunks, and kept by a program from its first search on.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, params};

use super::place;
use crate::matching::sketch::Sketch;
use crate::text::Lang;

/// How many slots a row has.
const A_ROW: usize = 1 << 12;

/// The bytes of a sketch.
const WIDTH: usize = 8;

/// The sketches of all slots of a language, in order.
pub(super) type Sketches = Arc<Vec<Sketch>>;

/// The sketches of the languages, as all that read one file hold them together.
#[derive(Clone, Debug, Default)]
pub(in crate::tm::sqlite) struct Shared(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    persian: Option<(i64, Sketches)>,
    english: Option<(i64, Sketches)>,
}

impl Shared {
    /// The sketches of the base that was made as the `made`th, read where that was not done before.
    pub(super) fn get(
        &self,
        lang: Lang,
        made: i64,
        read: impl FnOnce() -> rusqlite::Result<Vec<Sketch>>,
    ) -> rusqlite::Result<Sketches> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = match lang {
            Lang::Persian => &mut held.persian,
            Lang::English => &mut held.english,
        };
        if let Some((of, sketches)) = held
            && *of == made
        {
            return Ok(Arc::clone(sketches));
        }
        let sketches = Arc::new(read()?);
        *held = Some((made, Arc::clone(&sketches)));
        Ok(sketches)
    }
}

/// Writes sketches that are given slot by slot, from slot 0.
pub(super) struct Writer<'c> {
    connection: &'c Connection,
    lang: Lang,
    slots: u32,
    bytes: Vec<u8>,
}

impl<'c> Writer<'c> {
    pub(super) fn new(connection: &'c Connection, lang: Lang) -> Self {
        Self {
            connection,
            lang,
            slots: 0,
            bytes: Vec::new(),
        }
    }

    /// Takes the sketch of the next slot.
    pub(super) fn push(&mut self, sketch: Sketch) -> rusqlite::Result<()> {
        self.bytes.extend_from_slice(&sketch.bits().to_le_bytes());
        self.slots += 1;
        match self.bytes.len() == A_ROW * WIDTH {
            true => self.write(),
            false => Ok(()),
        }
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> rusqlite::Result<()> {
        match self.bytes.is_empty() {
            true => Ok(()),
            false => self.write(),
        }
    }

    fn write(&mut self) -> rusqlite::Result<()> {
        let sql = "INSERT INTO sketch (place, sketches) VALUES (?1, ?2)";
        let place = place::of_sequence(self.lang, self.slots - 1);
        let mut insert = self.connection.prepare_cached(sql)?;
        insert.execute(params![place, self.bytes])?;
        self.bytes.clear();
        Ok(())
    }
}

/// The sketches of a language, about `slots`, as they stand in the file.
pub(super) fn read(
    connection: &Connection,
    lang: Lang,
    slots: usize,
) -> rusqlite::Result<Vec<Sketch>> {
    let sql = "SELECT sketches FROM sketch WHERE place BETWEEN ?1 AND ?2 ORDER BY place";
    let mut select = connection.prepare_cached(sql)?;
    let chunks = place::all(lang);
    let mut rows = select.query([*chunks.start(), *chunks.end()])?;
    let mut sketches = Vec::with_capacity(slots);
    while let Some(row) = rows.next()? {
        let (bits, _) = row.get_ref(0)?.as_blob()?.as_chunks::<WIDTH>();
        let bits = bits.iter().map(|bytes| u64::from_le_bytes(*bytes));
        sketches.extend(bits.map(Sketch::from_bits));
    }
    Ok(sketches)
}
