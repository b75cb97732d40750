//! Office documents, DOCX and ODT: zip archives with the text in parts of XML.
//!
//! A part is read into paragraphs, and a paragraph into a line of the content with the formatting that differs from most of
//! it as tags. Whatever else stands in a part stays where it is: only paragraphs whose line changed are written anew.

mod package;
mod tokens;
mod raw;
mod part;
mod lines;
mod rewrite;
mod docx;
mod odt;

use std::collections::HashMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::text::{Lang, Tagged};

pub(in crate::exchange) use docx::main_part as docx_main;
pub(in crate::exchange) use package::{Package, fault};
pub(in crate::exchange) use tokens::{Token, tokens};

use part::{Paragraph, Part};

/// An office document without its text.
#[derive(Clone, Debug)]
pub(super) struct Skeleton {
    package: Package,
    kind: Kind,
    parts: Vec<Part>,
    /// The lines that were read, to know those that changed.
    lines: Vec<Tagged>,
    lang: Option<Lang>,
}

#[derive(Clone, Debug)]
enum Kind {
    Docx,
    Odt(odt::Styles),
}

/// Reads a DOCX file.
pub(super) fn docx(file: Vec<u8>, path: &Path) -> Result<(Tagged, Skeleton)> {
    let package = Package::open(file).map_err(|e| e.at(path))?;
    let parts = docx::parts(&package).map_err(|e| e.at(path))?;
    Ok(skeleton(package, Kind::Docx, parts))
}

/// Reads an ODT file.
pub(super) fn odt(file: Vec<u8>, path: &Path) -> Result<(Tagged, Skeleton)> {
    let package = Package::open(file).map_err(|e| e.at(path))?;
    let (parts, styles) = odt::parts(&package).map_err(|e| e.at(path))?;
    Ok(skeleton(package, Kind::Odt(styles), parts))
}

fn skeleton(package: Package, kind: Kind, mut parts: Vec<Part>) -> (Tagged, Skeleton) {
    let mut content = Tagged::default();
    let mut number = 0;
    let mut count = 0;
    for part in &mut parts {
        lines::number(part, &mut content, &mut number, &mut count);
    }
    let skeleton = Skeleton {
        package,
        kind,
        parts,
        lines: by_line(&content, count),
        lang: Lang::of(&content.text),
    };
    (content, skeleton)
}

/// The lines of a text that replaces one of `count` lines. A text with no lines at all has none, not an empty one.
fn by_line(content: &Tagged, count: usize) -> Vec<Tagged> {
    if count == 0 && content.text.is_empty() {
        return Vec::new();
    }
    content.lines()
}

impl Skeleton {
    /// The file with `content` in it, which is in `lang`.
    pub(super) fn with(&self, content: &Tagged, lang: Lang) -> Result<Vec<u8>> {
        let lines = by_line(content, self.lines.len());
        if lines.len() != self.lines.len() {
            let (new, old) = (lines.len(), self.lines.len());
            return Err(Error::refused(format!(
                "{new} lines for a document of {old}"
            )));
        }
        if let Some(c) = forbidden(&content.text) {
            let c = code_point(c);
            return Err(Error::refused(format!("{c} cannot stand in a document")));
        }
        let turned = self.lang.filter(|&from| from != lang).map(|_| lang);
        let mut changed = Vec::new();
        for part in &self.parts {
            let is_new = |paragraph: &Paragraph| {
                let line = paragraph
                    .line
                    .filter(|&line| lines[line] != self.lines[line]);
                line.map(|line| &lines[line])
            };
            let paragraphs = part.paragraphs.iter().enumerate();
            let news: HashMap<usize, &Tagged> = paragraphs
                .filter_map(|(at, paragraph)| Some((at, is_new(paragraph)?)))
                .collect();
            if news.is_empty() {
                continue;
            }
            let xml = match &self.kind {
                Kind::Docx => docx::write(part, &news, turned),
                Kind::Odt(styles) => odt::write(part, &news, turned, styles),
            };
            changed.push((part.name.as_str(), xml));
        }
        let changed: Vec<(&str, &str)> = changed
            .iter()
            .map(|(name, xml)| (*name, xml.as_str()))
            .collect();
        self.package.with(&changed)
    }
}

/// `text` with spaces in the place of line breaks, of which a line has none.
fn one_line(text: &str) -> String {
    text.replace(
        [
            '\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}',
        ],
        " ",
    )
}
