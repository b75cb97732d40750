//! Writes alignments as a table with tabs between its cells.

use std::io::Write;
use std::path::{Path, PathBuf};

use csv::{Writer, WriterBuilder};

use crate::align::Alignment;
use crate::error::{Error, Result};
use crate::exchange::unwrapped::unwrapped;
use crate::text::Lang;

/// A table that is being written.
pub struct Table<W: Write> {
    writer: Writer<W>,
    /// The language of the first column, once a row is written.
    source_lang: Option<Lang>,
    path: PathBuf,
}

impl<W: Write> Table<W> {
    /// Begins a table; `path` names it in errors.
    pub fn start(file: W, path: &Path) -> Self {
        Self {
            writer: WriterBuilder::new().delimiter(b'\t').from_writer(file),
            source_lang: None,
            path: path.to_owned(),
        }
    }

    /// Writes the rows of an alignment whose confidence is at least `least`, and those with only one text where `least`
    /// is 0.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&mut self, alignment: &Alignment, least: f64) -> Result<()> {
        let source_lang = self.begin(alignment.source_lang)?;
        for row in alignment.shown(least) {
            self.row([
                &row.written_confidence(),
                row.text(source_lang),
                row.text(source_lang.other()),
                &alignment.name,
            ])?;
        }
        Ok(())
    }

    /// Ends the table.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<()> {
        self.begin(Lang::Persian)?;
        self.writer.flush().map_err(|e| Error::write(&self.path, e))
    }

    /// Writes the header where there is none yet; returns the language of the first column.
    fn begin(&mut self, source_lang: Lang) -> Result<Lang> {
        if let Some(lang) = self.source_lang {
            return Ok(lang);
        }
        let (source, target) = (source_lang.code(), source_lang.other().code());
        self.row(["confidence", source, target, "article"])?;
        Ok(*self.source_lang.insert(source_lang))
    }

    fn row(&mut self, cells: [&str; 4]) -> Result<()> {
        let written = self.writer.write_record(cells);
        written.map_err(|e| Error::write(&self.path, unwrapped(e)))
    }
}
