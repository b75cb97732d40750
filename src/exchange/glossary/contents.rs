//! What a glossary file contains.

use super::fault::Fault;
use crate::glossary::{Entry, Kind};

/// The contents of a glossary file: what could be read, and all that is wrong.
#[derive(Debug, Default)]
pub struct Contents {
    /// The entries, in the order of their first rows.
    pub entries: Vec<Entry>,
    /// The line of each entry's first row, from 1.
    pub lines: Vec<u64>,
    /// Entries that prefer no English term, each with its line: they refer to entries that stand elsewhere.
    pub partial: Vec<(Entry, u64)>,
    /// The faults, in the order of their lines.
    pub problems: Vec<Fault>,
    /// What the user should know about how the file was read.
    pub remarks: Vec<String>,
    /// What else stands in the file, and would be lost if it were rewritten from the entries: `the column “phone”`.
    pub others: Vec<String>,
}

/// The kind of an entry whose rows do not give it, by its name.
pub type Kinds<'a> = &'a dyn Fn(&str) -> Kind;
