//! The styles of text that is now in the other language: new ones, made from those that were there.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::escape::escape;

use super::sheet::{AUTOMATIC, SCRIPTED, Styles};
use crate::exchange::document::office::raw::children;
use crate::exchange::xml::attributes::with_attribute;
use crate::exchange::xml::place;
use crate::text::Lang;

/// The styles that a part needs for text in another language.
pub(super) struct Turned<'a> {
    styles: &'a Styles,
    part: &'a str,
    lang: Lang,
    /// The new names of styles by family and old name.
    names: HashMap<(&'static str, String), String>,
    /// The XML of the new styles.
    added: String,
}

impl<'a> Turned<'a> {
    pub(super) fn new(styles: &'a Styles, part: &'a str, lang: Lang) -> Self {
        Self { styles, part, lang, names: HashMap::new(), added: String::new() }
    }

    /// The style for text that had the style `name` and was in `script`.
    pub(super) fn text(&mut self, name: &str, script: Lang) -> String {
        let Some(style) = self.styles.automatic(self.part, "text", name) else {
            return escape(name).into_owned();
        };
        if script == self.lang {
            return escape(name).into_owned();
        }
        if let Some(known) = self.names.get(&("text", name.to_owned())) {
            return known.clone();
        }
        let new = self.name("text", name);
        let xml = with_attribute_of_first(&style.xml, "style:name", &new);
        let xml =
            self.in_properties(&xml, "style:text-properties", |tag| self.letters(tag, &style.text));
        self.added.push_str(&xml);
        new
    }

    /// The style for a paragraph that had the style `name`.
    pub(super) fn paragraph(&mut self, name: Option<&str>) -> String {
        let old = name.unwrap_or("Standard");
        if let Some(known) = self.names.get(&("paragraph", old.to_owned())) {
            return known.clone();
        }
        let new = self.name("paragraph", old);
        let (text, xml) = match self.styles.automatic(self.part, "paragraph", old) {
            Some(style) => {
                (style.text.as_slice(), with_attribute_of_first(&style.xml, "style:name", &new))
            }
            None => {
                let old = escape(old);
                let xml = format!(
                    "<style:style style:name=\"{new}\" style:family=\"paragraph\" style:parent-style-name=\"{old}\"></style:style>"
                );
                (&[][..], xml)
            }
        };
        let align = self.align(name);
        let mode = match self.lang {
            Lang::Persian => "rl-tb",
            Lang::English => "lr-tb",
        };
        // Text properties come after those of the paragraph.
        let xml = self.in_properties(&xml, "style:text-properties", |tag| self.letters(tag, text));
        let xml = self.in_properties(&xml, "style:paragraph-properties", |tag| {
            let tag = with_attribute(tag, "style:writing-mode", Some(mode));
            let tag = with_attribute(&tag, "style:writing-mode-automatic", None);
            with_attribute(&tag, "fo:text-align", Some(align))
        });
        self.added.push_str(&xml);
        new
    }

    /// The alignment of a paragraph that had the style `name`: what was aligned with the beginning of a line is so
    /// again.
    ///
    /// In LibreOffice, to which this format belongs, `start` is the left in either direction.
    fn align(&self, name: Option<&str>) -> &'static str {
        let of = |property| self.styles.of_paragraph(self.part, name, property);
        let was_right_to_left = of("style:writing-mode").is_some_and(|mode| mode.starts_with("rl"));
        let is_right_to_left = self.lang == Lang::Persian;
        let is_right = match of("fo:text-align") {
            Some("center") => return "center",
            Some("justify") => return "justify",
            Some("end" | "right") => true,
            Some(_) => false,
            None => was_right_to_left,
        };
        if is_right == (was_right_to_left != is_right_to_left) { "start" } else { "end" }
    }

    /// A tag of text properties for text in the new language, which has `old` among them.
    fn letters(&self, tag: &str, old: &[(String, String)]) -> String {
        let value = |name: &str| {
            old.iter().find(|(key, _)| key == name).map(|(_, value)| escape(value).into_owned())
        };
        let mut tag = tag.to_owned();
        for (latin, complex, kind) in SCRIPTED {
            let (own, other) = match self.lang {
                Lang::English => (latin, complex),
                Lang::Persian => (complex, latin),
            };
            match kind {
                "weight" | "slant" => tag = with_attribute(&tag, own, value(other).as_deref()),
                "size" if value(own).is_none() => {
                    tag = with_attribute(&tag, own, value(other).as_deref());
                }
                _ => {}
            }
        }
        let codes = match self.lang {
            Lang::English => [("fo:language", "en"), ("fo:country", "US")],
            Lang::Persian => [("style:language-complex", "fa"), ("style:country-complex", "IR")],
        };
        codes.iter().fold(tag, |tag, (name, value)| with_attribute(&tag, name, Some(value)))
    }

    /// The XML of a style, where `change` has changed the tag of its properties `name`; they are added where it has
    /// none.
    fn in_properties(&self, xml: &str, name: &str, change: impl Fn(&str) -> String) -> String {
        let all = children(xml);
        if let Some(child) = all.iter().find(|child| child.name == name) {
            let tag = change(&xml[child.tag.clone()]);
            return format!("{}{tag}{}", &xml[..child.tag.start], &xml[child.tag.end..]);
        }
        let new = change(&format!("<{name}/>"));
        let xml = match xml.strip_suffix("/>") {
            Some(open) if all.is_empty() => format!("{open}></style:style>"),
            _ => xml.to_owned(),
        };
        let at = match all.first() {
            Some(first) if name == "style:paragraph-properties" => first.span.start,
            _ => xml.rfind("</").unwrap_or(xml.len()),
        };
        format!("{}{new}{}", &xml[..at], &xml[at..])
    }

    /// A name for a new style that no style has yet.
    fn name(&mut self, family: &'static str, old: &str) -> String {
        let mut new = format!("{}_{}", escape(old), self.lang);
        while self.styles.automatic(self.part, family, &new).is_some() {
            new.push('_');
        }
        self.names.insert((family, old.to_owned()), new.clone());
        new
    }

    /// The XML of the part with the new styles in it.
    pub(super) fn added(self, xml: String) -> String {
        let close = format!("</{AUTOMATIC}>");
        let empty = format!("<{AUTOMATIC}/>");
        if let Some(at) = xml.find(&close) {
            return format!("{}{}{}", &xml[..at], self.added, &xml[at..]);
        }
        let listed = format!("<{AUTOMATIC}>{}{close}", self.added);
        if xml.contains(&empty) {
            return xml.replacen(&empty, &listed, 1);
        }
        match xml.find("<office:body").or_else(|| xml.find("<office:master-styles")) {
            Some(at) => format!("{}{listed}{}", &xml[..at], &xml[at..]),
            None => xml,
        }
    }
}

/// The XML of an element with another attribute in its first tag.
fn with_attribute_of_first(xml: &str, name: &str, value: &str) -> String {
    let mut reader = Reader::from_str(xml);
    // It was well-formed when the part was read.
    let end = reader.read_event().map_or(xml.len(), |_| place(&reader));
    let (tag, rest) = xml.split_at(end);
    with_attribute(tag, name, Some(value)) + rest
}
