//! A table for review as DOCX: markers stand in controls that can be moved and deleted, but not changed.

use std::io::{Cursor, Write};

use quick_xml::escape::partial_escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::grid::{Grid, GridRow};
use super::marker::{Piece, pieces, plain};
use super::row::Row;
use super::{ARTICLE, columns, hint};
use crate::error::{Error, Result};
use crate::exchange::document::{Package, Token, docx_main, fault, tokens};
use crate::text::Lang;

const DOCUMENT: &str = "word/document.xml";

/// The parts of the archive besides the document.
const FRAME: [(&str, &str); 4] = [
    ("[Content_Types].xml", include_str!("docx/content-types.xml")),
    ("_rels/.rels", include_str!("docx/rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("docx/document-rels.xml")),
    ("word/styles.xml", include_str!("docx/styles.xml")),
];

/// The widths of the columns, in twentieths of a point; together they are those of the page without its margins.
const WIDTHS: [u32; 6] = [600, 5100, 5100, 900, 1300, 1570];

/// The table of the article `name`, which is in `lang`.
pub(super) fn write(name: &str, lang: Lang, rows: &[Row]) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| Error::refused(error.to_string());
    let xml = document(name, lang, rows);
    let parts = FRAME.iter().copied().chain([(DOCUMENT, xml.as_str())]);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        out.start_file(name, options).map_err(|e| failed(&e))?;
        out.write_all(text.as_bytes()).map_err(|e| failed(&e))?;
    }
    Ok(out.finish().map_err(|e| failed(&e))?.into_inner())
}

fn document(name: &str, lang: Lang, rows: &[Row]) -> String {
    let mut xml = String::from(include_str!("docx/document-start.xml"));
    let mut control = 0;
    let title = plain(format!("{ARTICLE}{name}"));
    paragraph(&mut xml, "Title", &title, Lang::English, &mut control);
    let hint = plain(hint(lang));
    paragraph(&mut xml, "", &hint, Lang::English, &mut control);
    xml.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Review\"/><w:tblW w:w=\"14570\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in WIDTHS {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    let names = columns(lang).map(|name| vec![plain(name)]);
    row(&mut xml, true, &names, lang, &mut control);
    for own in rows {
        let cells = [
            vec![plain(own.number.to_string())],
            vec![pieces(&own.source)],
            vec![pieces(&own.target)],
            vec![plain(&own.rate)],
            vec![plain(&own.origin)],
            own.notes.iter().map(plain).collect(),
        ];
        row(&mut xml, false, &cells, lang, &mut control);
    }
    xml + include_str!("docx/document-end.xml")
}

/// A row, whose cells have a paragraph for each of their texts, and at least one; a source in `lang` and its
/// translation.
fn row(
    xml: &mut String,
    is_header: bool,
    cells: &[Vec<Vec<Piece>>; 6],
    lang: Lang,
    control: &mut u32,
) {
    xml.push_str(if is_header {
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    } else {
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    });
    for (column, (texts, width)) in cells.iter().zip(WIDTHS).enumerate() {
        xml.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        for text in texts {
            let own = match column {
                _ if is_header => Lang::English,
                1 => lang,
                2 => lang.other(),
                _ => text.first().and_then(Piece::lang).unwrap_or(Lang::English),
            };
            let style = if is_header { "Header" } else { "" };
            paragraph(xml, style, text, own, control);
        }
        if texts.is_empty() {
            xml.push_str("<w:p/>");
        }
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}

fn paragraph(xml: &mut String, style: &str, pieces: &[Piece], lang: Lang, control: &mut u32) {
    let (direction, run) = match lang {
        Lang::Persian => ("<w:bidi/>", "<w:rtl/><w:lang w:bidi=\"fa-IR\"/>"),
        Lang::English => ("", "<w:lang w:val=\"en-US\"/>"),
    };
    xml.push_str("<w:p><w:pPr>");
    if !style.is_empty() {
        xml.push_str(&format!("<w:pStyle w:val=\"{style}\"/>"));
    }
    // Text typed into an empty cell is in this language too.
    xml.push_str(&format!("{direction}<w:rPr>{run}</w:rPr></w:pPr>"));
    for piece in pieces {
        let (text, style) = match piece {
            Piece::Text(text) => (text, ""),
            Piece::Marker(marker) => (marker, "<w:rStyle w:val=\"Marker\"/>"),
        };
        let text = partial_escape(text);
        let run = format!(
            "<w:r><w:rPr>{style}{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        );
        match piece {
            Piece::Text(_) => xml.push_str(&run),
            Piece::Marker(_) => {
                *control += 1;
                xml.push_str(&format!(
                    "<w:sdt><w:sdtPr><w:id w:val=\"{control}\"/><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
                ));
            }
        }
    }
    xml.push_str("</w:p>");
}

/// The tables of a document, with tracked changes taken as accepted.
///
/// # Errors
///
/// It is not a DOCX file.
pub(super) fn read(file: Vec<u8>) -> Result<Grid> {
    let package = Package::open(file)?;
    let part = docx_main(&package)?;
    let xml = package.needed(&part)?;
    let mut reading = Reading::default();
    let read = tokens(&xml, |token, _| {
        match token {
            Token::Start(tag) => reading.open(tag.name().as_ref()),
            Token::End => reading.close(),
            Token::Text(text) => reading.text(text),
        }
        Ok(())
    });
    read.map_err(|what| fault(&part, &what))?;
    Ok(reading.grid)
}

/// How far a document is read. A table within a cell is text of the cell.
#[derive(Default)]
struct Reading {
    grid: Grid,
    /// The names of the elements that are open.
    names: Vec<String>,
    /// How many tables are open, and how many elements whose content is deleted.
    tables: usize,
    deleted: usize,
    /// Whether the row is deleted.
    is_gone: bool,
}

impl Reading {
    fn open(&mut self, name: &str) {
        let parent = self.names.last().map_or("", String::as_str);
        match name {
            "w:tbl" => self.tables += 1,
            "w:tr" if self.tables == 1 => {
                self.is_gone = false;
                self.grid.rows.push(GridRow::default());
            }
            "w:tc" if self.tables == 1 => {
                if let Some(row) = self.grid.rows.last_mut() {
                    row.cells.push(String::new());
                }
            }
            "w:gridSpan" | "w:vMerge" | "w:hMerge" if self.tables == 1 => {
                if let Some(row) = self.grid.rows.last_mut() {
                    row.is_joined = true;
                }
            }
            "w:del" if parent == "w:trPr" && self.tables == 1 => self.is_gone = true,
            "w:p" if self.tables == 0 => self.grid.paragraphs.push(String::new()),
            // In the properties of a paragraph it is a tab stop.
            "w:tab" if parent != "w:r" => {}
            "w:tab" | "w:br" | "w:cr" | "w:p" => self.put(" "),
            "w:noBreakHyphen" => self.put("\u{2011}"),
            "w:softHyphen" => self.put("\u{AD}"),
            _ => {}
        }
        self.deleted += usize::from(is_deletion(name));
        self.names.push(name.to_owned());
    }

    fn close(&mut self) {
        let name = self.names.pop().unwrap_or_default();
        self.deleted -= usize::from(is_deletion(&name));
        match name.as_str() {
            "w:tbl" => self.tables -= 1,
            "w:tr" if self.tables == 1 => self.end_row(),
            "w:p" if self.tables == 0 => {
                if let Some(text) = self.grid.paragraphs.last_mut() {
                    *text = text.trim().to_owned();
                }
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        if self.is_gone {
            self.grid.rows.pop();
        }
        self.is_gone = false;
        let cells = self.grid.rows.last_mut().map(|row| &mut row.cells);
        for cell in cells.into_iter().flatten() {
            *cell = cell.trim().to_owned();
        }
    }

    fn text(&mut self, text: &str) {
        if self.names.last().is_some_and(|name| name == "w:t") {
            self.put(text);
        }
    }

    fn put(&mut self, text: &str) {
        if self.deleted > 0 {
            return;
        }
        let row = self.grid.rows.last_mut().filter(|_| self.tables > 0);
        let place = match row {
            Some(row) => row.cells.last_mut(),
            None => self.grid.paragraphs.last_mut(),
        };
        if let Some(place) = place {
            place.push_str(text);
        }
    }
}

/// Whether the content of the element with this name is deleted, or has been moved elsewhere.
fn is_deletion(name: &str) -> bool {
    matches!(name, "w:del" | "w:moveFrom")
}
