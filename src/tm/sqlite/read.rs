//! Reading units: by their words, or all of them.

use std::cell::{OnceCell, RefCell};

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, Transaction};
use serde::Serialize;

use super::index::read::{IndexReader, Kept};
use super::{Memory, extra, store_error, turn};
use crate::error::Result;
use crate::matching::Candidate;
use crate::text::Lang;
use crate::tm::store::{Store, Take, TakeRun, Token, Wanted};
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// The columns of `unit` that [`candidate`] reads, with the given ones for its tags and its details.
macro_rules! unit_columns {
    ($tags:literal, $details:literal) => {
        concat!(
            "unit.id, source_lang, method, persian, english, persian_previous, persian_next,
             english_previous, english_next, author, date, note, ",
            $tags,
            ", ",
            $details
        )
    };
}

/// What [`candidate`] reads of `unit`.
pub(super) const UNIT_COLUMNS: &str = unit_columns!("tags", "details");

/// The same in a memory of a format before 5.
pub(super) const UNIT_COLUMNS_BEFORE_5: &str = unit_columns!("null", "null");

/// The same for a search, which needs no details.
const FOUND_COLUMNS: &str = unit_columns!("tags", "null");

/// The column after these.
pub(super) const AFTER_UNIT: usize = 14;

/// Where units of a memory come from, and how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginSummary {
    /// The name of the file, or the name under which they were added.
    pub name: String,
    /// Whether it is a file of the project that the memory follows.
    pub attached: bool,
    /// How many units.
    pub units: u64,
    /// How many faults the file had when it was read.
    pub problems: u64,
}

/// One state of a memory, which can be read for as long as needed: what others write meanwhile is not seen.
pub struct Reader<'m> {
    persian: OnceCell<IndexReader<'m>>,
    english: OnceCell<IndexReader<'m>>,
    unit: RefCell<CachedStatement<'m>>,
    memory: &'m Memory,
    /// Ends with the reader; declared last, since it must outlive the statements.
    _state: Transaction<'m>,
}

impl Memory {
    /// The memory as it is now, to be searched.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn reader(&mut self) -> Result<Reader<'_>> {
        let memory: &Self = self;
        turn::open(|| Reader::new(memory)).map_err(|e| memory.located(store_error(e)))
    }
}

impl<'m> Reader<'m> {
    fn new(memory: &'m Memory) -> rusqlite::Result<Self> {
        let connection = &memory.connection;
        let mut state = connection.unchecked_transaction()?;
        state.set_drop_behavior(rusqlite::DropBehavior::Commit);
        let version =
            connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        memory.known.borrow_mut().hold_for(version);
        Ok(Self {
            persian: OnceCell::new(),
            english: OnceCell::new(),
            unit: RefCell::new(connection.prepare_cached(&format!(
                "SELECT {FOUND_COLUMNS}, origin FROM unit WHERE id = ?1"
            ))?),
            memory,
            _state: state,
        })
    }

    /// The index of a language, opened when it is first asked.
    fn index(&self, lang: Lang) -> rusqlite::Result<&IndexReader<'m>> {
        let index = match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        };
        if let Some(index) = index.get() {
            return Ok(index);
        }
        let kept = Kept {
            scratch: &self.memory.scratch,
            known: &self.memory.known,
            sketches: &self.memory.sketches,
        };
        let opened = IndexReader::new(&self.memory.connection, kept, lang)?;
        Ok(index.get_or_init(|| opened))
    }

    /// The name of an origin.
    fn origin(&self, number: i64) -> rusqlite::Result<String> {
        let origins = &mut self.memory.known.borrow_mut().origins;
        if let Some(name) = origins.get(&number) {
            return Ok(name.clone());
        }
        let sql = "SELECT name FROM origin WHERE id = ?1";
        let mut select = self.memory.connection.prepare_cached(sql)?;
        let name: String = select.query_row([number], |row| row.get(0))?;
        origins.insert(number, name.clone());
        Ok(name)
    }

    pub(super) fn connection(&self) -> &'m Connection {
        &self.memory.connection
    }

    pub(super) fn told<T>(&self, answer: rusqlite::Result<T>) -> Result<T> {
        answer.map_err(|e| self.memory.located(store_error(e)))
    }
}

impl Store for Reader<'_> {
    fn token(&self, lang: Lang, token: &str) -> Result<Option<Token>> {
        self.told(self.index(lang).and_then(|index| index.token(token)))
    }

    fn tokens_beginning(&self, lang: Lang, start: &str) -> Result<Vec<Token>> {
        self.told(self.index(lang).and_then(|index| index.tokens_beginning(start)))
    }

    fn holding(&self, lang: Lang, wanted: &[Wanted], take: &mut Take<'_>) -> Result<()> {
        self.told(self.index(lang).and_then(|index| index.holding(wanted, take)))
    }

    fn holding_each(&self, lang: Lang, groups: &[Vec<Token>], take: &mut Take<'_>) -> Result<()> {
        self.told(self.index(lang).and_then(|index| index.holding_each(groups, take)))
    }

    fn holding_run(
        &self,
        lang: Lang,
        tokens: &[Option<u32>],
        least: usize,
        take: &mut TakeRun<'_>,
    ) -> Result<()> {
        self.told(self.index(lang).and_then(|index| index.holding_run(tokens, least, take)))
    }

    fn unit(&self, number: i64) -> Result<Option<Candidate>> {
        let found = self
            .unit
            .borrow_mut()
            .query_row([number], |row| candidate(row, self.origin(row.get(AFTER_UNIT)?)?))
            .optional();
        self.told(found)
    }
}

impl Memory {
    /// Passes every unit to `take`, or only those of the origin `origin` where one is named, in the order of their
    /// numbers.
    ///
    /// # Errors
    ///
    /// The first error of `take`, or where the memory cannot be read.
    pub fn each(
        &self,
        origin: Option<&str>,
        mut take: impl FnMut(Candidate) -> Result<()>,
    ) -> Result<()> {
        let failed = |e| self.located(store_error(e));
        let sql = format!(
            "SELECT {UNIT_COLUMNS}, origin.name FROM unit JOIN origin ON origin.id = unit.origin
             WHERE ?1 IS NULL OR origin.name = ?1 ORDER BY unit.id"
        );
        let mut select = self.connection.prepare(&sql).map_err(failed)?;
        let mut rows = select.query([origin]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let name = row.get(AFTER_UNIT).map_err(failed)?;
            take(candidate(row, name).map_err(failed)?)?;
        }
        Ok(())
    }

    /// The numbers of all units, in order.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn numbers(&self) -> Result<Vec<i64>> {
        let read = || -> rusqlite::Result<Vec<i64>> {
            let mut select = self.connection.prepare("SELECT id FROM unit ORDER BY id")?;
            select.query_map([], |row| row.get(0))?.collect()
        };
        read().map_err(|e| self.located(store_error(e)))
    }

    /// Where the units come from, in the order of the names.
    ///
    /// # Errors
    ///
    /// Where the memory cannot be read.
    pub fn origins(&self) -> Result<Vec<OriginSummary>> {
        let sql = "SELECT name, attached, (SELECT count(*) FROM unit WHERE unit.origin = origin.id), problems
                   FROM origin WHERE attached OR EXISTS (SELECT 1 FROM unit WHERE unit.origin = origin.id) ORDER BY name";
        let summary = |row: &Row<'_>| {
            Ok(OriginSummary {
                name: row.get(0)?,
                attached: row.get(1)?,
                units: row.get(2)?,
                problems: row.get(3)?,
            })
        };
        let read = || -> rusqlite::Result<_> {
            let mut select = self.connection.prepare(sql)?;
            let summaries = select.query_map([], summary)?;
            summaries.collect()
        };
        read().map_err(|e| self.located(store_error(e)))
    }
}

/// The unit in a row of [`UNIT_COLUMNS`], from the origin `name`.
pub(super) fn candidate(row: &Row<'_>, name: String) -> rusqlite::Result<Candidate> {
    let source_lang = row.get_ref(1)?.as_str()?;
    let method = row.get_ref(2)?.as_str()?;
    let date: Option<i64> = row.get(10)?;
    let (persian_tags, english_tags) = extra::tags(row, 12)?;
    Ok(Candidate {
        id: row.get(0)?,
        unit: TranslationUnit {
            source_lang: Lang::from_tag(source_lang).unwrap_or(Lang::Persian),
            persian: Side {
                text: row.get(3)?,
                tags: persian_tags,
                previous: row.get(5)?,
                next: row.get(6)?,
            },
            english: Side {
                text: row.get(4)?,
                tags: english_tags,
                previous: row.get(7)?,
                next: row.get(8)?,
            },
            origin: Origin { name, method: Method::from_name(method).unwrap_or_default() },
            author: row.get(9)?,
            date: date.and_then(|second| Timestamp::from_second(second).ok()),
            note: row.get(11)?,
            details: extra::details(row, 13)?,
        },
    })
}
