//! DOCX: which parts have text, and how a paragraph is written.

mod read;
mod fields;
mod properties;
mod turned;

use std::collections::HashMap;

use quick_xml::escape::partial_escape;

use super::package::{Package, fault};
use super::part::{Format, Paragraph, Part};
use super::rewrite::{self, Hand};
use super::tokens::{Token, tokens};
use crate::error::{Error, Result};
use crate::exchange::xml::attributes::value_of;
use crate::text::{Lang, Tagged};

/// The list of what is in the archive.
const TYPES: &str = "[Content_Types].xml";

/// The ends of the types of the parts with text, in the order in which they are read.
const WITH_TEXT: [&str; 5] =
    [".main+xml", ".footnotes+xml", ".endnotes+xml", ".header+xml", ".footer+xml"];

/// The end of the type of the part with the named styles.
const STYLES: &str = ".styles+xml";

/// The parts with text: the document, its notes, headers and footers.
pub(super) fn parts(package: &Package) -> Result<Vec<Part>> {
    let parts = names(package)?.into_iter().map(|name| {
        let xml = package.needed(&name)?;
        read::part(&name, xml).map_err(|what| fault(&name, &what))
    });
    parts.collect()
}

/// The name of the part that is the document itself.
///
/// # Errors
///
/// It is not a DOCX file.
pub(in crate::exchange) fn main_part(package: &Package) -> Result<String> {
    Ok(names(package)?.swap_remove(0))
}

/// The names of the parts with text; the first is the document.
fn names(package: &Package) -> Result<Vec<String>> {
    let named = by_type(package, &WITH_TEXT)?;
    if named.first().is_none_or(|(rank, _)| *rank > 0) {
        return Err(Error::malformed("no Word document: it names no main part"));
    }
    Ok(named.into_iter().map(|(_, name)| name).collect())
}

/// The names of the parts whose types end with one of `ends`, in the order of these, each with the place of its own
/// among them.
fn by_type(package: &Package, ends: &[&str]) -> Result<Vec<(usize, String)>> {
    let mut named = Vec::new();
    let types = package.needed(TYPES)?;
    tokens(&types, |token, _| {
        let Token::Start(tag) = token else {
            return Ok(());
        };
        if tag.local_name().as_ref() != "Override" {
            return Ok(());
        }
        let kind = value_of(tag, "ContentType")?.unwrap_or_default();
        let name = value_of(tag, "PartName")?.unwrap_or_default();
        let rank = ends.iter().position(|end| kind.ends_with(end));
        if let Some(rank) = rank.filter(|_| kind.contains("word")) {
            named.push((rank, name.trim_start_matches('/').to_owned()));
        }
        Ok(())
    })
    .map_err(|what| fault(TYPES, &what))?;
    named.sort();
    named.dedup();
    Ok(named)
}

/// The XML of a part with new lines; `turned` is their language, if it is not the same as before.
pub(super) fn write(part: &Part, news: &HashMap<usize, &Tagged>, turned: Option<Lang>) -> String {
    let xml = rewrite::part(part, news, &mut Writer { turned });
    match turned {
        Some(lang) => turned::turned(&xml, lang),
        None => xml,
    }
}

/// The part with the named styles, and its XML for text in `lang`; `None` where there is none that can be read.
pub(super) fn styles(package: &Package, lang: Lang) -> Result<Option<(String, String)>> {
    let named = by_type(package, &[STYLES])?;
    let Some((_, name)) = named.into_iter().next() else {
        return Ok(None);
    };
    let Some(xml) = package.text(&name)? else {
        return Ok(None);
    };
    let is_xml = tokens(&xml, |_, _| Ok(())).is_ok();
    Ok(is_xml.then(|| (name, turned::turned(&xml, lang))))
}

struct Writer {
    turned: Option<Lang>,
}

impl Writer {
    fn properties(&self, format: &Format) -> String {
        match self.turned {
            Some(lang) => properties::turned_run(&format.open, format.script, lang),
            None => format.open.clone(),
        }
    }
}

impl Hand for Writer {
    fn start(&mut self, part: &Part, paragraph: &Paragraph, out: &mut String) {
        out.push_str(&part.xml[paragraph.whole.start..paragraph.content.start]);
        let own = &part.xml[paragraph.properties.clone()];
        match self.turned {
            Some(lang) => out.push_str(&properties::turned_paragraph(own, lang)),
            None => out.push_str(own),
        }
    }

    fn text(&mut self, text: &str, format: &Format, _is_last: bool, out: &mut String) {
        out.push_str("<w:r>");
        out.push_str(&self.properties(format));
        for (at, text) in text.split('\t').enumerate() {
            if at > 0 {
                out.push_str("<w:tab/>");
            }
            if !text.is_empty() {
                out.push_str("<w:t xml:space=\"preserve\">");
                out.push_str(&partial_escape(text));
                out.push_str("</w:t>");
            }
        }
        out.push_str("</w:r>");
    }

    fn piece(&mut self, xml: &str, format: Option<&Format>, out: &mut String) {
        let Some(format) = format else {
            out.push_str(xml);
            return;
        };
        out.push_str("<w:r>");
        out.push_str(&self.properties(format));
        out.push_str(xml);
        out.push_str("</w:r>");
    }
}
