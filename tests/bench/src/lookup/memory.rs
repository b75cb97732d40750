//! Owns every call to hamta's memory and formats, so that a change of theirs is followed here alone.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use hamta::exchange::tmx;
use hamta::matching::{Options, Penalties, Query};
use hamta::text::Lang;
use hamta::tm;
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use rusqlite::Connection;

use super::corpus::Pair;
use crate::Result;

/// The tables and indexes of the file by which units are found by their words.
const INDEX_TABLES: [&str; 7] =
    ["token", "base", "posting", "sequence", "sketch", "recent", "recent_posting"];

/// The lowest rate that is asked for.
pub(super) const THRESHOLD: u8 = 70;
/// The most matches that are asked for.
pub(super) const MOST: usize = 5;

/// The most hits of a concordance.
const SHOWN: usize = 50;

/// A project folder with a memory in it.
pub(super) struct Memory {
    memory: RefCell<tm::Memory>,
    path: PathBuf,
}

/// Makes `folder` a project whose memory does not exist yet.
pub(super) fn empty_project(folder: &Path) -> Result<()> {
    if folder.join("tm").is_dir() {
        fs::remove_dir_all(folder.join("tm"))?;
    }
    fs::create_dir_all(folder.join("tm"))?;
    Ok(fs::create_dir_all(folder.join("glossaries"))?)
}

/// Writes the pairs as TMX.
pub(super) fn write_tmx(path: &Path, pairs: &[Pair]) -> Result<()> {
    let file = BufWriter::new(File::create(path)?);
    let mut writer = tmx::Writer::start(file, path, Lang::Persian)?;
    for pair in pairs {
        writer.write(&unit(pair))?;
    }
    writer.finish()?;
    Ok(())
}

impl Memory {
    /// Opens the memory of the project `folder`.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("tm/memory.sqlite");
        let memory = tm::Memory::open(&path)?;
        Ok(Self { memory: RefCell::new(memory), path })
    }

    /// Adds the pairs in one change.
    pub(super) fn add(&mut self, pairs: &[Pair]) -> Result<u64> {
        Ok(self.memory.get_mut().add(pairs.iter().map(|pair| Ok(unit(pair))))?.added)
    }

    /// Deletes units.
    pub(super) fn delete(&mut self, ids: &[i64]) -> Result<()> {
        self.memory.get_mut().delete(ids, &tm::Occasion::default())?;
        Ok(())
    }

    /// The numbers and Persian texts of all units.
    pub(super) fn units(&self) -> Result<Vec<(i64, String)>> {
        let mut units = Vec::new();
        self.memory.borrow().each(None, |candidate| {
            units.push((candidate.id, candidate.unit.persian.text));
            Ok(())
        })?;
        Ok(units)
    }

    /// How many matches are offered for a segment, as a translator would ask.
    pub(super) fn offered(&self, segment: &str) -> Result<usize> {
        let options = Options { threshold: THRESHOLD, most: MOST, ..Options::default() };
        let query = Query::new(segment, Lang::Persian);
        let mut memory = self.memory.borrow_mut();
        Ok(tm::matches(&memory.reader()?, &query, &options)?.len())
    }

    /// The numbers of all units whose base rate reaches the threshold: nothing is taken from it.
    pub(super) fn reaching(&self, segment: &str) -> Result<Vec<i64>> {
        let penalties = Penalties {
            placeable: 0,
            punctuation: 0,
            spelling: 0,
            tags: 0,
            aligned: 0,
            machine: 0,
        };
        let options = Options { threshold: THRESHOLD, most: usize::MAX, penalties };
        let query = Query::new(segment, Lang::Persian);
        let mut memory = self.memory.borrow_mut();
        let matches = tm::matches(&memory.reader()?, &query, &options)?;
        Ok(matches.into_iter().map(|m| m.candidate.id).collect())
    }

    /// How many of the first 50 units that hold the phrase there are, as many as the program shows.
    pub(super) fn holding(&self, phrase: &str) -> Result<usize> {
        let mut memory = self.memory.borrow_mut();
        let hits = tm::concordance(&memory.reader()?, phrase, Lang::Persian, SHOWN)?;
        Ok(hits.len())
    }

    /// The bytes of the file, and of what is in it to find units by their words.
    pub(super) fn sizes(&self) -> Result<(u64, u64)> {
        let connection = Connection::open(&self.path)?;
        let pages = "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name = ?1";
        // Where changes are kept beside the file first, they are brought into it.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let mut index = 0;
        for table in INDEX_TABLES {
            let size: Option<i64> = connection.query_row(pages, [table], |row| row.get(0))?;
            index += u64::try_from(size.unwrap_or(0))?;
        }
        Ok((fs::metadata(&self.path)?.len(), index))
    }
}

fn unit(pair: &Pair) -> TranslationUnit {
    TranslationUnit {
        origin: Origin { name: "units.tmx".to_owned(), method: Method::Human },
        ..TranslationUnit::new(
            Lang::Persian,
            Side::new(pair.persian.as_str()),
            Side::new(pair.english.as_str()),
        )
    }
}
