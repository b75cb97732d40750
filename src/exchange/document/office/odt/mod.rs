//! ODT: its text, the headers and footers in its styles, and how a paragraph is written.

mod read;
mod sheet;
mod turned;

use std::collections::HashMap;

use quick_xml::escape::partial_escape;

use super::package::{Package, fault};
use super::part::{Format, Paragraph, Part};
use super::rewrite::{self, Hand};
use crate::error::Result;
use crate::exchange::xml::attributes::with_attribute;
use crate::text::{Lang, Tagged};

pub(super) use sheet::Styles;
use turned::Turned;

/// The parts with text: the document, and the styles with its headers and footers.
pub(super) fn parts(package: &Package) -> Result<(Vec<Part>, Styles)> {
    let content = package.needed("content.xml")?;
    let mut parts = vec![("content.xml", content)];
    parts.extend(package.text("styles.xml")?.map(|xml| ("styles.xml", xml)));
    let mut styles = Styles::default();
    for (name, xml) in &parts {
        styles.read(name, xml).map_err(|what| fault(name, &what))?;
    }
    let read = parts
        .into_iter()
        .map(|(name, xml)| read::part(name, xml, &styles).map_err(|what| fault(name, &what)));
    Ok((read.collect::<Result<_>>()?, styles))
}

/// The XML of a part with new lines; `turned` is their language, if it is not the same as before.
pub(super) fn write(
    part: &Part,
    news: &HashMap<usize, &Tagged>,
    turned: Option<Lang>,
    styles: &Styles,
) -> String {
    let mut writer = Writer {
        turned: turned.map(|lang| Turned::new(styles, &part.name, lang)),
        after_space: true,
    };
    let xml = rewrite::part(part, news, &mut writer);
    match writer.turned {
        Some(turned) => turned.added(xml),
        None => xml,
    }
}

struct Writer<'a> {
    turned: Option<Turned<'a>>,
    /// Whether a space here would be ignored.
    after_space: bool,
}

impl Writer<'_> {
    /// The tags of the spans of a format, and how many they are.
    fn open(&mut self, format: &Format, out: &mut String) -> usize {
        let mut count = 0;
        for tag in format.open.split_inclusive('>') {
            count += 1;
            match (&mut self.turned, sheet::style_of(tag)) {
                (Some(turned), Some(name)) => {
                    let name = turned.text(&name, format.script);
                    out.push_str(&with_attribute(tag, "text:style-name", Some(&name)));
                }
                _ => out.push_str(tag),
            }
        }
        count
    }
}

impl Hand for Writer<'_> {
    fn start(&mut self, part: &Part, paragraph: &Paragraph, out: &mut String) {
        let tag = &part.xml[paragraph.whole.start..paragraph.content.start];
        self.after_space = true;
        match &mut self.turned {
            Some(turned) => {
                let name = turned.paragraph(sheet::style_of(tag).as_deref());
                out.push_str(&with_attribute(tag, "text:style-name", Some(&name)));
            }
            None => out.push_str(tag),
        }
    }

    fn text(&mut self, text: &str, format: &Format, is_last: bool, out: &mut String) {
        let spans = self.open(format, out);
        let mut rest = text;
        while let Some(at) = rest.find([' ', '\t']) {
            self.after_space &= at == 0;
            out.push_str(&partial_escape(&rest[..at]));
            let after = &rest[at..];
            rest = match after.strip_prefix('\t') {
                Some(rest) => {
                    out.push_str("<text:tab/>");
                    rest
                }
                None => {
                    let rest = after.trim_start_matches(' ');
                    let counts = !self.after_space && (!is_last || !rest.is_empty());
                    spaces(after.len() - rest.len(), counts, out);
                    rest
                }
            };
            self.after_space = true;
        }
        self.after_space &= rest.is_empty();
        out.push_str(&partial_escape(rest));
        out.push_str(&"</text:span>".repeat(spans));
    }

    fn piece(&mut self, xml: &str, format: Option<&Format>, out: &mut String) {
        let spans = format.map_or(0, |format| self.open(format, out));
        out.push_str(xml);
        out.push_str(&"</text:span>".repeat(spans));
        self.after_space = true;
    }
}

/// Writes `many` spaces: the first one as it is if it `counts`, the others as `<text:s>`, since they would merge with
/// it.
fn spaces(many: usize, counts: bool, out: &mut String) {
    if counts {
        out.push(' ');
    }
    match many - usize::from(counts) {
        0 => {}
        1 => out.push_str("<text:s/>"),
        many => out.push_str(&format!("<text:s text:c=\"{many}\"/>")),
    }
}
