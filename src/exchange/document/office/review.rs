//! A table for review in DOCX, which any reviewer can open: a row for each segment, with its translation beside it.

use std::io::{Cursor, Write};
use std::path::Path;

use quick_xml::escape::partial_escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::one_line;
use super::package::{Package, fault};
use super::tokens::{Token, tokens};
use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::text::Lang;

/// A segment and its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The number of the segment, from 1.
    pub number: usize,
    /// The segment.
    pub source: String,
    /// Its translation; empty where there is none.
    pub target: String,
    /// The match rate of what was offered, 0 to 100.
    pub rate: Option<u8>,
    /// What is to be said to the reviewer, or what the reviewer says.
    pub remarks: String,
}

const DOCUMENT: &str = "word/document.xml";

/// The parts of the archive that say what it is.
const FRAME: [(&str, &str); 2] = [
    (
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
         </Types>",
    ),
    (
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         </Relationships>",
    ),
];

/// The widths of the columns, in twentieths of a point.
const WIDTHS: [u32; 5] = [700, 5200, 5200, 800, 2000];

/// The names of the columns beside those of the two languages.
const NUMBER: &str = "#";
const RATE: &str = "rate";
const REMARKS: &str = "remarks";

/// Writes `rows`, whose sources are in `source`, as a DOCX file: always the same bytes for the same rows.
///
/// # Errors
///
/// A text holds a character that XML cannot hold.
pub fn write(rows: &[Row], source: Lang) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| Error::refused(error.to_string());
    let xml = document(rows, source)?;
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

fn document(rows: &[Row], source: Lang) -> Result<String> {
    let target = source.other();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
         <w:tbl><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.push_str(&format!(
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        ));
    }
    xml.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in WIDTHS {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    let names = [NUMBER, source.code(), target.code(), RATE, REMARKS];
    let english = Lang::English;
    row(&mut xml, true, names.map(|name| (name.to_owned(), english)))?;
    for Row {
        number,
        source: text,
        target: translation,
        rate,
        remarks,
    } in rows
    {
        let rate = rate.map_or_else(String::new, |rate| rate.to_string());
        let cells = [
            (number.to_string(), english),
            (text.clone(), source),
            (translation.clone(), target),
            (rate, english),
            (remarks.clone(), Lang::of(remarks).unwrap_or(english)),
        ];
        row(&mut xml, false, cells)?;
    }
    // The page is A4, and lies on its side.
    xml.push_str(
        "</w:tbl><w:p/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
    );
    Ok(xml)
}

fn row(xml: &mut String, is_header: bool, cells: [(String, Lang); 5]) -> Result<()> {
    xml.push_str(match is_header {
        true => "<w:tr><w:trPr><w:tblHeader/></w:trPr>",
        false => "<w:tr>",
    });
    for ((text, lang), width) in cells.into_iter().zip(WIDTHS) {
        if let Some(c) = forbidden(&text) {
            let c = code_point(c);
            return Err(Error::refused(format!("{c} cannot stand in a document")));
        }
        let (paragraph, run) = match lang {
            Lang::Persian => (
                "<w:pPr><w:bidi/></w:pPr>",
                "<w:rtl/><w:lang w:bidi=\"fa-IR\"/>",
            ),
            Lang::English => ("", "<w:lang w:val=\"en-US\"/>"),
        };
        let bold = if is_header { "<w:b/><w:bCs/>" } else { "" };
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{paragraph}"
        ));
        if !text.is_empty() {
            let text = one_line(&text);
            let text = partial_escape(&text);
            xml.push_str(&format!(
                "<w:r><w:rPr>{bold}{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
            ));
        }
        xml.push_str("</w:p></w:tc>");
    }
    xml.push_str("</w:tr>");
    Ok(())
}

/// Reads the rows of a table that `write` has written and a reviewer has changed, and the language of their sources.
///
/// Tracked changes are taken as accepted. Rows may stand in any order, and some may be gone.
///
/// # Errors
///
/// The file is no DOCX, or no table in it begins with the names of these columns, or a row has no number.
pub fn read(file: Vec<u8>, path: &Path) -> Result<(Lang, Vec<Row>)> {
    rows(file).map_err(|error| error.at(path))
}

fn rows(file: Vec<u8>) -> Result<(Lang, Vec<Row>)> {
    let xml = Package::open(file)?.needed(DOCUMENT)?;
    let cells = cells(&xml).map_err(|what| fault(DOCUMENT, &what))?;
    let langs = |row: &Vec<String>| match row.as_slice() {
        [number, source, target, rate, remarks]
            if number == NUMBER && rate == RATE && remarks == REMARKS =>
        {
            let source = Lang::from_tag(source)?;
            (Lang::from_tag(target)? == source.other()).then_some(source)
        }
        _ => None,
    };
    let header = cells.iter().enumerate();
    let header = header
        .filter_map(|(at, row)| Some((at, langs(row)?)))
        .next();
    let Some((at, lang)) = header else {
        return Err(Error::malformed(
            "no table for review: its columns are #, fa, en, rate and remarks",
        ));
    };
    let rows = cells[at + 1..].iter().map(|cells| {
        let wrong = |what: &str| {
            let first = cells.first().map_or("", String::as_str);
            Error::malformed(format!("the row “{first}” {what}"))
        };
        let [number, source, target, rate, remarks] = cells.as_slice() else {
            return Err(wrong("has not five cells"));
        };
        let number = number.parse().map_err(|_| wrong("has no number"))?;
        let rate = Some(rate).filter(|rate| !rate.is_empty());
        let rate = rate.map(|rate| rate.parse().ok().filter(|rate| *rate <= 100));
        Ok(Row {
            number,
            source: source.clone(),
            target: target.clone(),
            rate: rate
                .map(|rate| rate.ok_or_else(|| wrong("has no rate")))
                .transpose()?,
            remarks: remarks.clone(),
        })
    });
    Ok((lang, rows.collect::<Result<_>>()?))
}

/// The text of each cell of each row; paragraphs, tabs and line breaks in it are spaces.
fn cells(xml: &str) -> std::result::Result<Vec<Vec<String>>, String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut tables = 0_usize;
    let mut deleted = 0_usize;
    tokens(xml, |token, _| {
        let cell = rows.last_mut().and_then(|row| row.last_mut());
        match token {
            Token::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                match name.as_str() {
                    "w:tbl" => tables += 1,
                    "w:tr" if tables == 1 => rows.push(Vec::new()),
                    "w:tc" if tables == 1 => rows
                        .last_mut()
                        .into_iter()
                        .for_each(|row| row.push(String::new())),
                    "w:del" | "w:moveFrom" => deleted += 1,
                    "w:tab" | "w:br" | "w:p" if tables > 0 => {
                        cell.into_iter().for_each(|cell| cell.push(' '));
                    }
                    _ => {}
                }
                names.push(name);
            }
            Token::End => match names.pop().as_deref() {
                Some("w:tbl") => tables -= 1,
                Some("w:del" | "w:moveFrom") => deleted -= 1,
                _ => {}
            },
            Token::Text(text) => {
                let is_text = names.last().is_some_and(|name| name == "w:t");
                if let (true, 0, 1.., Some(cell)) = (is_text, deleted, tables, cell) {
                    cell.push_str(&one_line(text));
                }
            }
        }
        Ok(())
    })?;
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().to_owned();
    }
    Ok(rows)
}
