//! The writer: the same units always give the same bytes, and they read back as the same units.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::date::stamp;
use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden, shown};
use crate::text::Lang;
use crate::unit::{Method, Side, TranslationUnit};

/// Writes units as TMX 1.4 in one canonical form: UTF-8, one element a line, indented by two spaces.
///
/// The source side stands first. A line break inside a text is written as a reference, which
/// [`Reader`](super::Reader) keeps. Not written are the name of the origin, which is that of the
/// file, parts of a second in a date, neighbours and notes with nothing in them, and white space
/// around a text when it is read back.
#[derive(Debug)]
pub struct Writer<W> {
    file: W,
    path: PathBuf,
    srclang: Lang,
    written: u64,
    /// The unit that is being written; kept to be used again.
    unit: String,
}

impl<W: Write> Writer<W> {
    /// Begins a file, which `path` names in errors.
    ///
    /// `srclang` is the language most of the units were translated from; the others say so.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn start(file: W, path: &Path, srclang: Lang) -> Result<Self> {
        let mut writer = Self {
            file,
            path: path.to_owned(),
            srclang,
            written: 0,
            unit: String::new(),
        };
        writer.put(&head(srclang))?;
        Ok(writer)
    }

    /// Writes one unit; the running number becomes its `tuid`.
    ///
    /// # Errors
    ///
    /// A text in it holds a character that XML cannot hold, or the file cannot be written.
    /// Nothing of the unit is written then, or not all of it.
    pub fn write(&mut self, unit: &TranslationUnit) -> Result<()> {
        let number = self.written + 1;
        check(unit, number).map_err(|error| error.at(&self.path))?;
        let mut text = std::mem::take(&mut self.unit);
        text.clear();
        push_unit(&mut text, unit, number, self.srclang);
        self.put(&text)?;
        self.unit = text;
        self.written = number;
        Ok(())
    }

    /// Ends the file and gives it back, flushed.
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

/// Refuses a unit with a character that XML cannot hold.
fn check(unit: &TranslationUnit, number: u64) -> Result<()> {
    let sides = [&unit.persian, &unit.english];
    let texts = sides.map(|side| [Some(&side.text), side.previous.as_ref(), side.next.as_ref()]);
    let others = [unit.author.as_ref(), unit.note.as_ref()];
    let mut all = texts.iter().flatten().chain(&others).copied().flatten();
    match all.find_map(|text| forbidden(text)) {
        None => Ok(()),
        Some(c) => Err(Error::refused(format!(
            "unit {number} (`{}`) holds {}, which XML cannot hold",
            shown(&unit.side(unit.source_lang).text),
            code_point(c)
        ))),
    }
}

fn push_unit(out: &mut String, unit: &TranslationUnit, number: u64, srclang: Lang) {
    push_all(out, &["    <tu tuid=\"", &number.to_string(), "\""]);
    if unit.source_lang != srclang {
        push_all(out, &[" srclang=\"", unit.source_lang.code(), "\""]);
    }
    if let Some(date) = unit.date {
        push_all(out, &[" creationdate=\"", &stamp(date), "\""]);
    }
    if let Some(author) = &unit.author {
        out.push_str(" creationid=\"");
        push_attribute(out, author);
        out.push('"');
    }
    out.push_str(">\n");
    push_element(out, "      <note>", unit.note.as_deref(), "</note>\n");
    push_method(out, unit);
    for lang in [unit.source_lang, unit.source_lang.other()] {
        push_side(out, unit.side(lang), lang);
    }
    out.push_str("    </tu>\n");
}

/// Says how the unit was made, unless a reader would think so anyway.
fn push_method(out: &mut String, unit: &TranslationUnit) {
    let method = unit.origin.method;
    if method != Method::Human || unit.author.as_deref() == Some("MT!") {
        let method = Some(method.name());
        push_element(out, "      <prop type=\"x-method\">", method, "</prop>\n");
    }
}

fn push_side(out: &mut String, side: &Side, lang: Lang) {
    let (previous, next) = (side.previous.as_deref(), side.next.as_deref());
    push_all(out, &["      <tuv xml:lang=\"", lang.code(), "\">\n"]);
    push_element(out, "        <prop type=\"prev\">", previous, "</prop>\n");
    push_element(out, "        <prop type=\"next\">", next, "</prop>\n");
    out.push_str("        <seg>");
    push_escaped(out, &side.text);
    out.push_str("</seg>\n      </tuv>\n");
}

fn push_element(out: &mut String, start: &str, text: Option<&str>, end: &str) {
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        out.push_str(start);
        push_escaped(out, text);
        out.push_str(end);
    }
}

fn push_all(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Writes text so that it can stand in an element.
fn push_escaped(out: &mut String, text: &str) {
    push_replacing(out, text, &['&', '<', '>', '\n', '\r']);
}

/// Writes text so that it can stand in an attribute.
fn push_attribute(out: &mut String, text: &str) {
    push_replacing(out, text, &['&', '<', '>', '"', '\t', '\n', '\r']);
}

fn push_replacing(out: &mut String, text: &str, special: &[char]) {
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\t' => "&#9;",
            b'\n' => "&#10;",
            _ => "&#13;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
