//! The sketches of the base's slots: written in chunks, and kept by a program from the first search that needs them.

use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rusqlite::{Connection, params};

use super::place;
use crate::matching::sketch::Sketch;
use crate::text::Lang;

/// How many slots a row has.
const A_ROW: usize = 1 << 12;

/// How many slots are read at once, some rows of them. A lookup needs those of about its own length, not all.
const A_BLOCK: u32 = 1 << 16;

/// The bytes of a sketch.
const WIDTH: usize = 8;

/// The sketches of a language, block by block, each read when it is first needed.
#[derive(Debug)]
pub(in crate::tm::sqlite) struct Sketches {
    /// How often the base had been built when it had these.
    made: i64,
    blocks: Vec<OnceLock<Vec<Sketch>>>,
}

/// The sketches of both languages, shared by all readers of one file.
#[derive(Clone, Debug, Default)]
pub(in crate::tm::sqlite) struct Shared(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    persian: Option<Arc<Sketches>>,
    english: Option<Arc<Sketches>>,
}

impl Shared {
    /// The sketches of the base, which was the `made`th one built and has `slots` slots.
    pub(super) fn get(&self, lang: Lang, made: i64, slots: u32) -> Arc<Sketches> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = match lang {
            Lang::Persian => &mut held.persian,
            Lang::English => &mut held.english,
        };
        match held {
            Some(sketches) if sketches.made == made => Arc::clone(sketches),
            _ => Arc::clone(held.insert(Arc::new(Sketches::new(made, slots)))),
        }
    }
}

impl Sketches {
    fn new(made: i64, slots: u32) -> Self {
        let blocks = slots.div_ceil(A_BLOCK);
        Self { made, blocks: (0..blocks).map(|_| OnceLock::new()).collect() }
    }

    /// Loads the sketches of `slots` into `seen`, in place of what is there; `read` reads those of a range.
    pub(super) fn see(
        &self,
        slots: &[u32],
        seen: &mut Vec<Sketch>,
        read: impl Fn(Range<u32>) -> rusqlite::Result<Vec<Sketch>>,
    ) -> rusqlite::Result<()> {
        seen.clear();
        for of_block in slots.chunk_by(|a, b| a / A_BLOCK == b / A_BLOCK) {
            let sketches = self.block(of_block[0] / A_BLOCK, &read)?;
            // Only in a damaged memory is there a slot without one.
            let sketch = |slot: u32| sketches.get((slot % A_BLOCK) as usize).copied();
            seen.extend(of_block.iter().map(|&slot| sketch(slot).unwrap_or_default()));
        }
        Ok(())
    }

    fn block(
        &self,
        block: u32,
        read: impl Fn(Range<u32>) -> rusqlite::Result<Vec<Sketch>>,
    ) -> rusqlite::Result<&[Sketch]> {
        let Some(held) = self.blocks.get(block as usize) else {
            return Ok(&[]);
        };
        if let Some(sketches) = held.get() {
            return Ok(sketches);
        }
        let start = block * A_BLOCK;
        let sketches = read(start..start.saturating_add(A_BLOCK))?;
        Ok(held.get_or_init(|| sketches))
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
        Self { connection, lang, slots: 0, bytes: Vec::new() }
    }

    /// Takes the sketch of the next slot.
    pub(super) fn push(&mut self, sketch: Sketch) -> rusqlite::Result<()> {
        self.bytes.extend_from_slice(&sketch.bits().to_le_bytes());
        self.slots += 1;
        if self.bytes.len() == A_ROW * WIDTH { self.write() } else { Ok(()) }
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> rusqlite::Result<()> {
        if self.bytes.is_empty() { Ok(()) } else { self.write() }
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

/// The sketches of the slots in a range that begins where a row begins, as they stand in the file.
pub(super) fn read(
    connection: &Connection,
    lang: Lang,
    slots: Range<u32>,
) -> rusqlite::Result<Vec<Sketch>> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT sketches FROM sketch WHERE place BETWEEN ?1 AND ?2 ORDER BY place";
    let mut select = connection.prepare_cached(sql)?;
    let [first, last] = [slots.start, slots.end - 1].map(|slot| place::of_sequence(lang, slot));
    let mut rows = select.query([first, last])?;
    let mut sketches = Vec::with_capacity(slots.len());
    while let Some(row) = rows.next()? {
        let (bits, _) = row.get_ref(0)?.as_blob()?.as_chunks::<WIDTH>();
        let bits = bits.iter().map(|bytes| u64::from_le_bytes(*bytes));
        sketches.extend(bits.map(Sketch::from_bits));
    }
    Ok(sketches)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::ops::Range;

    use super::{A_BLOCK, Shared};
    use crate::matching::sketch::Sketch;
    use crate::text::Lang;

    fn sketch(slot: u32) -> Sketch {
        Sketch::from_bits(u64::from(slot) << 7)
    }

    #[test]
    fn a_block_is_read_once_and_only_where_it_is_asked_for() {
        let shared = Shared::default();
        let blocks = RefCell::new(Vec::new());
        let read = |slots: Range<u32>| {
            blocks.borrow_mut().push(slots.start / A_BLOCK);
            Ok(slots.map(sketch).collect())
        };
        let see = |slots: &[u32], made: i64| {
            let mut seen = vec![Sketch::default()];
            let sketches = shared.get(Lang::Persian, made, 3 * A_BLOCK + 5);
            sketches.see(slots, &mut seen, read).expect("it can be read");
            assert!(seen.into_iter().eq(slots.iter().copied().map(sketch)));
            blocks.take()
        };
        assert_eq!(see(&[], 1), [0; 0]);
        assert_eq!(see(&[3 * A_BLOCK + 4, 1, A_BLOCK - 1, 2], 1), [3, 0]);
        assert_eq!(see(&[0, A_BLOCK, 2 * A_BLOCK - 1, 3 * A_BLOCK], 1), [1]);
        // The base was built anew.
        assert_eq!(see(&[0], 2), [0]);
        assert_eq!(see(&[0], 2), [0; 0]);
    }

    #[test]
    fn a_slot_that_a_damaged_memory_has_no_sketch_of_is_seen_as_empty() {
        let sketches = Shared::default().get(Lang::English, 1, 9);
        let mut seen = Vec::new();
        let read = |_| Ok(vec![sketch(1); 2]);
        sketches.see(&[1, 2, 5 * A_BLOCK], &mut seen, read).expect("it can be read");
        assert_eq!(seen, [sketch(1), Sketch::default(), Sketch::default()]);
    }
}
