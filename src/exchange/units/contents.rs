//! What a file of units contains, whichever format it is in.

use super::Unit;
use crate::exchange::Problems;

/// The contents of a file: what could be read, and all that is wrong.
#[derive(Debug, Default)]
pub struct Contents {
    /// The units in their order.
    pub units: Vec<Unit>,
    /// What is wrong.
    pub problems: Problems,
    /// What the user should know about how the file was read.
    pub remarks: Vec<String>,
    /// The article that the units are of, as the file names it.
    pub article: Option<String>,
    /// Whether it is a table with columns that glossaries have: kinds, or what may be written.
    pub may_be_glossary: bool,
    /// Whether its units have nothing to do with each other, like the messages of PO.
    pub are_apart: bool,
}
