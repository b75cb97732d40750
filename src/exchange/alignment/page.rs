//! Writes alignments as one page of HTML that needs nothing else.

use std::io::Write;
use std::path::{Path, PathBuf};

use quick_xml::escape::escape;

use crate::align::{Alignment, Certainty, Row};
use crate::error::{Error, Result};
use crate::text::Lang;

/// A page that is being written.
pub struct Page<W> {
    file: W,
    path: PathBuf,
}

impl<W: Write> Page<W> {
    /// Begins a page; `path` names it in errors.
    ///
    /// # Errors
    ///
    /// The file cannot be written, as with the other functions.
    pub fn start(file: W, path: &Path) -> Result<Self> {
        let mut page = Self { file, path: path.to_owned() };
        page.put(include_str!("page.html"))?;
        Ok(page)
    }

    /// Writes the rows of an alignment whose confidence is at least `least`, and those with only one text where `least`
    /// is 0.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&mut self, alignment: &Alignment, least: f64) -> Result<()> {
        let name = escape(&alignment.name);
        let langs = [alignment.source_lang, alignment.source_lang.other()];
        self.put(&format!("<h2 dir=\"auto\">{name}</h2>\n<table>\n"))?;
        for row in alignment.shown(least) {
            let cells = langs.map(|lang| cell(row, lang)).concat();
            let confidence = row.written_confidence();
            self.put(&format!("<tr{}><th>{confidence}</th>{cells}</tr>\n", class(row)))?;
        }
        self.put("</table>\n")
    }

    /// Ends the page.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<()> {
        self.put("</body>\n</html>\n")?;
        self.file.flush().map_err(|e| Error::write(&self.path, e))
    }

    fn put(&mut self, text: &str) -> Result<()> {
        let written = self.file.write_all(text.as_bytes());
        written.map_err(|e| Error::write(&self.path, e))
    }
}

fn cell(row: &Row, lang: Lang) -> String {
    let direction = match lang {
        Lang::Persian => "rtl",
        Lang::English => "ltr",
    };
    let text = escape(row.text(lang));
    format!("<td lang=\"{}\" dir=\"{direction}\">{text}</td>", lang.code())
}

/// How a row is marked; the page says what the marks mean.
fn class(row: &Row) -> &'static str {
    match row.certainty() {
        Certainty::Alone => " class=\"alone\"",
        Certainty::Doubtful => " class=\"doubtful\"",
        Certainty::Unsure => " class=\"unsure\"",
        Certainty::Sure => "",
    }
}
