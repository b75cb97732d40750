//! The writer: the same units always give the same bytes, and they read back as the same units.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::written;
use crate::error::{Error, Result};
use crate::exchange::holdable;
use crate::text::Lang;
use crate::unit::TranslationUnit;

/// Writes units as TMX 1.4 in one canonical form: UTF-8, one element per line, indented by two spaces.
///
/// The source side stands first, then the target, then further languages. Tags are `<bpt>` and `<ept>`, `<hi>`, `<it>`
/// and `<ph>`, whose `x` is their number. What [`details`](TranslationUnit::details) say about dates, authors and notes
/// is written as long as it still agrees with the unit; if the unit was changed since, its own values are written. A
/// line break inside a text is written as a reference, which [`Reader`](super::Reader) keeps. The following does not
/// survive: the name of the origin, which becomes that of the file, fractions of a second in a date, empty neighbours
/// and notes, and white space around a text when it is read back.
#[derive(Debug)]
pub struct Writer<W> {
    file: W,
    path: PathBuf,
    srclang: Lang,
    written: u64,
    /// The unit that is being written; kept as a buffer.
    unit: String,
}

impl<W: Write> Writer<W> {
    /// Begins a file; `path` names it in errors.
    ///
    /// `srclang` is the language most of the units were translated from; the others say so.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn start(file: W, path: &Path, srclang: Lang) -> Result<Self> {
        let mut writer =
            Self { file, path: path.to_owned(), srclang, written: 0, unit: String::new() };
        writer.put(&head(srclang))?;
        Ok(writer)
    }

    /// Writes one unit; the running number becomes its `tuid`, unless its details name one.
    ///
    /// # Errors
    ///
    /// A text in it has a character that XML cannot represent, or the file cannot be written. Nothing of the unit, or
    /// not all of it, is written then.
    pub fn write(&mut self, unit: &TranslationUnit) -> Result<()> {
        let number = self.written + 1;
        holdable::check(unit, number).map_err(|error| error.at(&self.path))?;
        let mut text = std::mem::take(&mut self.unit);
        text.clear();
        written::push_unit(&mut text, unit, number, self.srclang);
        self.put(&text)?;
        self.unit = text;
        self.written = number;
        Ok(())
    }

    /// Ends the file and returns it, flushed.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<W> {
        self.put("  </body>\n</tmx>\n")?;
        let flushed = self.file.flush();
        flushed.map_err(|error| Error::write(&self.path, error))?;
        Ok(self.file)
    }

    fn put(&mut self, text: &str) -> Result<()> {
        let written = self.file.write_all(text.as_bytes());
        written.map_err(|error| Error::write(&self.path, error))
    }
}

/// Everything before the first unit.
fn head(srclang: Lang) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="hamta" creationtoolversion="{version}" segtype="sentence" o-tmf="hamta" adminlang="en" srclang="{srclang}" datatype="plaintext"/>
  <body>
"#
    )
}
