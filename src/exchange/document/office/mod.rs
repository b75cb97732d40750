//! Office documents, DOCX and ODT: zip archives with the text in parts of XML.
//!
//! A part is read as paragraphs, and a paragraph as a line of the content in which formatting that differs from most of
//! it becomes tags. Whatever else stands in a part stays where it is: only paragraphs whose line changed are rewritten.

mod package;
mod tokens;
mod raw;
mod part;
mod lines;
mod rewrite;
mod change;
mod docx;
mod odt;

use std::collections::HashMap;
use std::path::Path;

use crate::check::{Edit, edited};
use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden, shown};
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
    /// The lines that were read, to recognise those that changed.
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

/// The lines of a text that replaces one of `count` lines. If there are no lines at all, the text has none, not an
/// empty one.
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
            return Err(Error::refused(format!("{new} lines for a document of {old}")));
        }
        if let Some(c) = forbidden(&content.text) {
            let c = code_point(c);
            return Err(Error::refused(format!("{c} cannot stand in a document")));
        }
        let turned = self.lang.filter(|&from| from != lang).map(|_| lang);
        let mut changed = Vec::new();
        for part in &self.parts {
            let is_new = |paragraph: &Paragraph| {
                let line = paragraph.line.filter(|&line| lines[line] != self.lines[line]);
                line.map(|line| &lines[line])
            };
            let paragraphs = part.paragraphs.iter().enumerate();
            let news: HashMap<usize, &Tagged> =
                paragraphs.filter_map(|(at, paragraph)| Some((at, is_new(paragraph)?))).collect();
            if news.is_empty() {
                continue;
            }
            let xml = match &self.kind {
                Kind::Docx => docx::write(part, &news, turned),
                Kind::Odt(styles) => odt::write(part, &news, turned, styles),
            };
            changed.push((part.name.clone(), xml));
        }
        if let (Kind::Docx, Some(lang), false) = (&self.kind, turned, changed.is_empty()) {
            changed.extend(docx::styles(&self.package, lang)?);
        }
        let changed: Vec<(&str, &str)> =
            changed.iter().map(|(name, xml)| (name.as_str(), xml.as_str())).collect();
        self.package.with(&changed)
    }

    /// What must be changed in which parts for `edit` in `content`, the text that was read: also in the second branch
    /// of content that is given twice. `None` where that would touch anything but letters.
    pub(super) fn changes<'e>(
        &self,
        content: &str,
        edit: Edit<'e>,
    ) -> Option<Vec<(usize, Edit<'e>)>> {
        let least = edit.least(content);
        let before = &content[..least.span.start];
        let number = before.matches('\n').count();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = &self.lines.get(number)?.text;
        let mut changes = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let paragraphs = part.paragraphs.iter();
            for paragraph in paragraphs.filter(|paragraph| paragraph.line == Some(number)) {
                let change = change::change(part, paragraph, line, least.earlier(start))?;
                changes.push((at, change));
            }
        }
        (!changes.is_empty()).then_some(changes)
    }

    /// The file with `edits` in `content`, the text that was read: only what they change is written; no paragraph is
    /// rewritten.
    ///
    /// # Errors
    ///
    /// Where one of them cannot be made.
    pub(super) fn edited(&self, content: &str, edits: &[Edit<'_>]) -> Result<Vec<u8>> {
        let mut of_parts: Vec<Vec<Edit<'_>>> = vec![Vec::new(); self.parts.len()];
        for edit in edits {
            let changes = self.changes(content, *edit).ok_or_else(|| {
                let shown = shown(edit.span.of(content));
                Error::refused(format!("{shown}: its letters do not stand together"))
            })?;
            for (part, change) in changes {
                of_parts[part].push(change);
            }
        }
        let mut changed = Vec::new();
        for (part, edits) in self.parts.iter().zip(&mut of_parts) {
            if !edits.is_empty() {
                edits.sort_by_key(|edit| edit.span);
                changed.push((part.name.as_str(), edited(&part.xml, edits)));
            }
        }
        let changed: Vec<(&str, &str)> =
            changed.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
        self.package.with(&changed)
    }

    /// The file as it was read.
    pub(super) fn file(&self) -> &[u8] {
        self.package.file()
    }
}

/// `text` with spaces in place of line breaks, which a line cannot have.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}
