//! A table for review as a page of HTML that needs nothing else: a browser lets its translations be changed and saves
//! it, and word processors open it.

use std::path::Path;

use html5gum::{Token, Tokenizer, naive_next_state};

use super::grid::{Grid, GridRow};
use super::marker::{Piece, pieces};
use super::row::Row;
use super::{ARTICLE, columns, hint};
use crate::error::Result;
use crate::exchange::document::Charset;
use crate::exchange::xml::content::escaped;
use crate::text::{Lang, Tagged};

/// The widths of the columns, in percent. Word processors take them, and borders, from attributes.
const WIDTHS: [u32; 6] = [4, 34, 34, 9, 9, 10];

/// The beginning of the id of a row, before the number of its segment.
const ID: &str = "segment-";

/// The table of the article `name`, which is in `lang`.
pub(super) fn write(name: &str, lang: Lang, rows: &[Row]) -> String {
    let name = escaped(name);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{name}</title>\n"
    );
    page.push_str(include_str!("page.html"));
    page.push_str(&format!(
        "<body>\n<h1>{ARTICLE}{name}</h1>\n<p>{}</p>\n<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<thead><tr>",
        escaped(&hint(lang))
    ));
    for (name, width) in columns(lang).iter().zip(WIDTHS) {
        page.push_str(&format!("<th width=\"{width}%\">{name}</th>"));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        page.push_str(&written(row, lang));
    }
    page + "</tbody>\n</table>\n</body>\n</html>\n"
}

fn written(row: &Row, lang: Lang) -> String {
    let number = row.number;
    let source = cell(&row.source, lang, "");
    let target = cell(&row.target, lang.other(), " contenteditable=\"true\"");
    let (rate, origin) = (escaped(&row.rate), escaped(&row.origin));
    let notes = row.notes.iter().map(|note| {
        let note = escaped(note);
        format!("<div dir=\"auto\">{note}</div>")
    });
    let notes: String = notes.collect();
    format!(
        "<tr id=\"{ID}{number}\"><td>{number}</td>{source}{target}<td>{rate}</td><td dir=\"auto\">{origin}</td><td class=\"note\">{notes}</td></tr>\n"
    )
}

/// A cell with a text in `lang`.
fn cell(text: &Tagged, lang: Lang, editable: &str) -> String {
    let direction = match lang {
        Lang::Persian => "rtl",
        Lang::English => "ltr",
    };
    let code = lang.code();
    let mut cell =
        format!("<td lang=\"{code}\" dir=\"{direction}\" class=\"{direction}\"{editable}>");
    for piece in pieces(text) {
        match piece {
            // Not as XML: LibreOffice does not know `&apos;`.
            Piece::Text(text) => cell.push_str(&escaped(&text)),
            Piece::Marker(marker) => {
                let marker = escaped(&marker);
                cell.push_str(&format!(
                    "<span class=\"marker\" contenteditable=\"false\">{marker}</span>"
                ));
            }
        }
    }
    cell + "</td>"
}

/// The tables of a page.
///
/// # Errors
///
/// It is not in the encoding that it names.
pub(super) fn read(file: &[u8], path: &Path) -> Result<Grid> {
    let (text, _) = Charset::read(file, path)?;
    let mut reading = Reading::default();
    let mut tokens = Tokenizer::new(text.as_str());
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                let value = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                reading.open(&name, &value);
                if let Some(state) = naive_next_state(&tag.name) {
                    tokens.set_state(state);
                }
            }
            Token::EndTag(tag) => reading.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reading.put(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reading.end_cell();
    reading.end_paragraph();
    Ok(reading.grid)
}

/// How far a page is read. A table within a cell is text of the cell.
#[derive(Default)]
struct Reading {
    grid: Grid,
    /// How many tables are open.
    tables: usize,
    /// The element whose content is invisible.
    hidden: Option<String>,
    /// The text of the cell or paragraph.
    text: String,
    /// Whether a cell is open.
    is_cell: bool,
}

impl Reading {
    fn open(&mut self, name: &str, value: &dyn Fn(&str) -> Option<String>) {
        if self.hidden.is_some() {
            return;
        }
        match name {
            "script" | "style" | "title" | "textarea" | "template" => {
                self.hidden = Some(name.to_owned());
            }
            "table" => {
                self.put(" ");
                if self.tables == 0 {
                    self.end_paragraph();
                }
                self.tables += 1;
            }
            "tr" if self.tables == 1 => {
                self.end_cell();
                let id = value("id");
                self.grid.rows.push(GridRow {
                    number: id.and_then(|id| Some(id.strip_prefix(ID)?.to_owned())),
                    ..GridRow::default()
                });
            }
            "td" | "th" if self.tables == 1 => {
                self.end_cell();
                let several = |name| value(name).is_some_and(|value| value.trim() != "1");
                let is_joined = several("colspan") || several("rowspan");
                if let Some(row) = self.grid.rows.last_mut() {
                    row.is_joined |= is_joined;
                    self.is_cell = true;
                }
            }
            _ => self.edge(name),
        }
    }

    fn close(&mut self, name: &str) {
        if self.hidden.is_some() {
            self.hidden.take_if(|hidden| hidden == name);
            return;
        }
        match name {
            "table" if self.tables == 1 => {
                self.end_cell();
                self.tables = 0;
            }
            "table" => self.tables = self.tables.saturating_sub(1),
            "td" | "th" | "tr" if self.tables == 1 => self.end_cell(),
            _ => self.edge(name),
        }
    }

    /// The beginning or end of an element that does not stand in a line.
    fn edge(&mut self, name: &str) {
        let is_line = !matches!(
            name,
            "p" | "div"
                | "br"
                | "li"
                | "ul"
                | "ol"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "td"
                | "th"
                | "tr"
                | "body"
                | "head"
                | "center"
                | "blockquote"
                | "pre"
        );
        match (is_line, self.tables) {
            (true, _) => {}
            (false, 0) => self.end_paragraph(),
            (false, _) => self.put(" "),
        }
    }

    fn put(&mut self, text: &str) {
        if self.hidden.is_none() && (self.tables == 0 || self.is_cell) {
            self.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        if std::mem::take(&mut self.is_cell) {
            let text = collapsed(&std::mem::take(&mut self.text));
            if let Some(row) = self.grid.rows.last_mut() {
                row.cells.push(text);
            }
        }
    }

    fn end_paragraph(&mut self) {
        if self.tables == 0 {
            let text = collapsed(&std::mem::take(&mut self.text));
            self.grid.paragraphs.push(text);
        }
    }
}

/// A text with its white space as a browser shows it, and without white space around it.
fn collapsed(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}
