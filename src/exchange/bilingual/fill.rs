//! Puts translations where a file of units has none yet; everything else in the file stays as it is.

use std::collections::HashSet;
use std::path::Path;

use super::{Contents, Format, Unit};
use crate::align::carry_proposed;
use crate::error::{Error, Result};
use crate::exchange::{po, sheet, xliff};
use crate::glossary::Glossary;
use crate::matching::{MatchKind, Proposal};
use crate::text::{Tag, Tagged};

/// What is put in place of a missing translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The translation, with those tags of the source that have a place in it.
    pub target: Tagged,
    /// Whether nobody needs to look at it any more, since it comes from a match of 100 with the same number of lines.
    pub is_sure: bool,
    /// The source of the unit from which the translation comes, which may differ a little from the source of this one.
    pub was: String,
}

impl Filling {
    /// The filling that is proposed for `unit`, with its tags where the same is said.
    pub fn new(unit: &Unit, proposal: &Proposal, glossary: &Glossary) -> Self {
        let lang = unit.source_lang;
        let source = Tagged { text: unit.source.clone(), tags: unit.source_tags.clone() };
        let was = &proposal.found.candidate.unit.side(lang).text;
        // A line break does not make a match worse; in a file that keeps lines, somebody must see where it belongs.
        let is_in_lines_alike = line_breaks(&unit.source) == line_breaks(was);
        Self {
            target: carry_proposed(&source, proposal, lang, glossary),
            is_sure: proposal.found.kind != MatchKind::Fuzzy && is_in_lines_alike,
            was: was.clone(),
        }
    }
}

/// How many line breaks stand in a text.
fn line_breaks(text: &str) -> usize {
    text.trim().matches('\n').count()
}

/// A file with translations put in.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The file.
    pub file: Vec<u8>,
    /// The units whose filling could not be put in, by their place among the units, in order.
    pub left: Vec<usize>,
    /// The units that were filled without some of their tags, and which those are, in order.
    pub loose: Vec<(usize, Vec<Tag>)>,
}

/// The units of a file, and what is to be put into some of them.
pub(in crate::exchange) struct Placing<'a> {
    pub(in crate::exchange) units: &'a [Unit],
    fillings: &'a [Option<Filling>],
}

impl<'a> Placing<'a> {
    /// What is to be put into the unit `at`, if it is not translated.
    pub(in crate::exchange) fn filling(&self, at: usize) -> Option<&'a Filling> {
        let filling = self.fillings.get(at)?.as_ref();
        filling.filter(|_| self.units[at].is_open())
    }

    /// The result, in which the units `placed` have been filled.
    pub(in crate::exchange) fn filled(&self, file: Vec<u8>, placed: &[usize]) -> Filled {
        let placed: HashSet<usize> = placed.iter().copied().collect();
        let is_left = |at: &usize| self.fillings[*at].is_some() && !placed.contains(at);
        let left = (0..self.fillings.len().min(self.units.len())).filter(is_left);
        Filled { left: left.collect(), loose: Vec::new(), file }
    }
}

/// The file of `contents` with `fillings` in it, one for each unit, of those that are [open](Unit::is_open).
///
/// Encoding, line ends, comments, order, and the spelling of everything else stay as they are. Whether a translation is
/// certain or must be looked at is written where the format has a place for it; a table has none.
///
/// # Errors
///
/// Where the file cannot be read, a translation contains something that the format cannot represent, or the format is
/// only read: TMX, whose units are translated, and ODS.
pub fn fill(
    file: &[u8],
    format: Format,
    contents: &Contents,
    fillings: &[Option<Filling>],
    path: &Path,
) -> Result<Filled> {
    let units = &contents.units;
    let placing = Placing { units, fillings };
    match format {
        Format::Po => po::fill(file, &placing, path),
        Format::Xliff => xliff::fill(file, &placing, path),
        Format::Table => sheet::fill_delimited(file, &placing, path),
        Format::Xlsx => sheet::fill_xlsx(file, &placing, path),
        Format::Tmx => {
            Err(refused("all units of TMX are translated; hamta tm import takes them", path))
        }
        Format::Ods => Err(refused("ODS is read, not written; save it as .xlsx", path)),
    }
}

fn refused(what: &str, path: &Path) -> Error {
    Error::refused(what).at(path)
}
