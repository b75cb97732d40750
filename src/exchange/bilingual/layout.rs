//! Where the translations of a file of units stand in it, so that words of them can be changed in place.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use super::Format;
use crate::check::{Edit, edited};
use crate::error::{Error, Result};
use crate::exchange::units::{Contents, Unit};
use crate::exchange::verbatim::Verbatim;
use crate::exchange::xml::decoded;
use crate::exchange::{po, table, tmx, xliff};

/// Where the translation of each unit stands in a text.
type Targets = Vec<Option<Range<usize>>>;

/// A file of units, and where the translations stand in it.
///
/// A translation is changed in the file only where that touches nothing but letters: tags, escapes, quotation marks and
/// line ends stay, and so does everything around the translation.
#[derive(Clone, Debug)]
pub struct Layout<'a> {
    file: &'a [u8],
    format: Format,
    path: &'a Path,
    units: &'a [Unit],
    /// The text of the file; for a workbook the translations, each in the line with the number of its row.
    text: String,
    targets: Targets,
}

impl<'a> Layout<'a> {
    /// Finds the translations of `contents`, which were read from `file`.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, could not be written as it is, or it is a format that is only read: ODS.
    pub fn of(
        file: &'a [u8],
        format: Format,
        contents: &'a Contents,
        path: &'a Path,
    ) -> Result<Self> {
        let units = contents.units.as_slice();
        let in_xml = |targets: fn(&str) -> Result<Targets>| {
            let text = decoded::whole(file)?.into_owned();
            let targets = targets(&text)?;
            Ok((text, targets))
        };
        let found = match format {
            Format::Tmx => in_xml(tmx::targets),
            Format::Xliff => in_xml(xliff::targets),
            Format::Po => po::targets(file, units),
            Format::Table => table::targets(file, units, path),
            Format::Xlsx => table::plain_rows(file).map(|rows| in_rows(units, &rows)),
            Format::Ods => Err(Error::refused("ODS is read, not written; save it as .xlsx")),
        };
        let (text, targets) = found.map_err(|e| e.at(path))?;
        if targets.len() != units.len() {
            let what = "its units are not found again where they were read";
            return Err(Error::refused(what).at(path));
        }
        let layout = Self { file, format, path, units, text, targets };
        if format != Format::Xlsx && layout.with(&[])? != file {
            let what = "its encoding would not stay as it is; save it in UTF-8";
            return Err(Error::refused(what).at(path));
        }
        Ok(layout)
    }

    /// The text that changes refer to: that of the file, decoded; for a workbook its translations, each in the line
    /// with the number of its row.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is to be changed in the text for `edit` in the translation of the unit `at`; `None` where that would touch
    /// a tag, an escape or anything else but letters.
    pub fn change<'e>(&self, at: usize, edit: Edit<'e>) -> Option<Edit<'e>> {
        let place = self.targets.get(at)?.clone()?;
        let target = &self.units[at].target;
        let start = place.start;
        let (text, verbatim) = self.letters(at, place)?;
        // Some readers leave out the white space around a text, others do not.
        let head = if text == *target { 0 } else { text.len() - text.trim_start().len() };
        let is_it = text[head..].trim_end() == target.trim_end();
        is_it.then(|| verbatim.moved(head, start).change(target, edit)).flatten()
    }

    /// The text of the unit `at`, whose translation stands at `place`, and which parts of it stand there letter by
    /// letter.
    fn letters(&self, at: usize, place: Range<usize>) -> Option<(String, Verbatim)> {
        let raw = &self.text[place];
        match self.format {
            Format::Tmx => tmx::letters(raw, &self.units[at].target),
            Format::Xliff => xliff::letters(raw, &self.units[at].target),
            Format::Po => po::letters(raw),
            Format::Table => Some(table::letters(raw)),
            Format::Xlsx | Format::Ods => {
                let mut verbatim = Verbatim::default();
                verbatim.push(0, 0, raw.len());
                Some((self.units[at].target.clone(), verbatim))
            }
        }
    }

    /// The file with `edits` in its text, which are in order and do not overlap.
    ///
    /// # Errors
    ///
    /// Where the encoding of the file does not have all of their letters.
    pub fn with(&self, edits: &[Edit<'_>]) -> Result<Vec<u8>> {
        match self.format {
            Format::Tmx | Format::Xliff => {
                let file = decoded::as_it_was(&edited(&self.text, edits), self.file);
                file.map_err(|e| e.at(self.path))
            }
            Format::Po => po::as_it_was(&edited(&self.text, edits), self.file, self.path),
            Format::Table => table::as_it_was(&edited(&self.text, edits), self.file, self.path),
            Format::Xlsx | Format::Ods => {
                let file = table::rewrite_xlsx(self.file, &self.rewritten(edits));
                file.map_err(|e| e.at(self.path))
            }
        }
    }

    /// The translations of a workbook that `edits` change, each with its row.
    fn rewritten(&self, edits: &[Edit<'_>]) -> Vec<(u64, String)> {
        let units = self.units.iter().zip(&self.targets);
        let rewritten = |(unit, target): (&Unit, &Option<Range<usize>>)| {
            let place = target.as_ref()?;
            let first = edits.partition_point(|edit| edit.span.start < place.start);
            let own = edits[first..].iter();
            let own = own.take_while(|edit| edit.span.end <= place.end);
            let own: Vec<Edit<'_>> = own.map(|edit| edit.earlier(place.start)).collect();
            (!own.is_empty()).then(|| (unit.line, edited(&unit.target, &own)))
        };
        units.filter_map(rewritten).collect()
    }
}

/// The translations of the rows of a workbook, each in the line with the number of its row, if that is one of `plain`;
/// and where they stand in that text.
fn in_rows(units: &[Unit], plain: &HashSet<u64>) -> (String, Targets) {
    let mut text = String::new();
    let mut row = 1;
    let mut targets = Vec::new();
    for unit in units {
        while row < unit.line {
            text.push('\n');
            row += 1;
        }
        let start = text.len();
        text.push_str(&unit.target.replace(['\n', '\r'], " "));
        let place = plain.contains(&unit.line).then_some(start..text.len());
        targets.push(place);
    }
    text.push('\n');
    (text, targets)
}
