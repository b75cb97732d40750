//! The styles of an ODT document: what each says about text and paragraphs, and on which other it is based.

use std::collections::HashMap;
use std::ops::Range;

use crate::exchange::document::office::part::Format;
use crate::exchange::document::office::raw::children;
use crate::exchange::document::office::tokens::{Token, tokens};
use crate::exchange::xml::attributes;
use crate::exchange::xml::attributes::value_of;
use crate::text::Lang;

/// How many styles may be based on one another in a row.
const DEEPEST: usize = 32;

/// The list of the styles that belong to one part only, for the direct formatting of its text.
pub(super) const AUTOMATIC: &str = "office:automatic-styles";

/// All styles, by the part to which they apply (none for those that apply everywhere), their family and name.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange::document::office) struct Styles {
    all: HashMap<(Option<String>, String), Style>,
}

/// A style as a part has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) parent: Option<String>,
    pub(super) text: Vec<(String, String)>,
    pub(super) paragraph: Vec<(String, String)>,
    /// Its XML.
    pub(super) xml: String,
}

impl Styles {
    /// Reads the styles in the part `part`. A fault is reported as a fragment for a message.
    pub(super) fn read(&mut self, part: &str, xml: &str) -> Result<(), String> {
        let mut is_automatic = false;
        let mut open: Option<(String, String, Style, Range<usize>)> = None;
        let mut names: Vec<bool> = Vec::new();
        tokens(xml, |token, span| {
            match token {
                Token::Start(tag) => {
                    let name = tag.name();
                    let name = name.as_ref();
                    match name {
                        AUTOMATIC => is_automatic = true,
                        "office:styles" => is_automatic = false,
                        _ => {}
                    }
                    let is_style = matches!(name, "style:style" | "style:default-style");
                    names.push(is_style && open.is_none());
                    if is_style && open.is_none() {
                        let family = value_of(tag, "style:family")?.unwrap_or_default();
                        let own = value_of(tag, "style:name")?.unwrap_or_default();
                        let style = Style {
                            parent: value_of(tag, "style:parent-style-name")?,
                            ..Style::default()
                        };
                        open = Some((family, own, style, span));
                    } else if let Some((.., style, _)) = &mut open {
                        let into = match name {
                            "style:text-properties" => &mut style.text,
                            "style:paragraph-properties" => &mut style.paragraph,
                            _ => return Ok(()),
                        };
                        attributes::each(tag, |key, value| {
                            into.push((key.to_owned(), value.to_owned()));
                        })?;
                    }
                }
                Token::End => {
                    if names.pop() == Some(true)
                        && let Some((family, own, mut style, start)) = open.take()
                    {
                        style.xml = xml[start.start..span.end].to_owned();
                        let scope = is_automatic.then(|| part.to_owned());
                        self.all.insert((scope, format!("{family}:{own}")), style);
                    }
                }
                Token::Text(_) => {}
            }
            Ok(())
        })
    }

    /// The style of direct formatting with this name in `part`.
    pub(super) fn automatic(&self, part: &str, family: &str, name: &str) -> Option<&Style> {
        let key = (Some(part.to_owned()), format!("{family}:{name}"));
        self.all.get(&key)
    }

    fn named(&self, family: &str, name: &str) -> Option<&Style> {
        self.all.get(&(None, format!("{family}:{name}")))
    }

    /// The value of a property for a paragraph of this style, if a style gives one.
    pub(super) fn of_paragraph(
        &self,
        part: &str,
        name: Option<&str>,
        property: &str,
    ) -> Option<&str> {
        let mut style = name.and_then(|name| {
            let own = self.automatic(part, "paragraph", name);
            own.or_else(|| self.named("paragraph", name))
        });
        for _ in 0..DEEPEST {
            let Some(own) = style else { break };
            if let Some((_, value)) = own.paragraph.iter().find(|(key, _)| key == property) {
                return Some(value);
            }
            style = own.parent.as_deref().and_then(|name| self.named("paragraph", name));
        }
        let default = self.named("paragraph", "")?.paragraph.iter();
        let mut default = default.filter(|(key, _)| key == property);
        default.next().map(|(_, value)| value.as_str())
    }

    /// The format of text in `script` inside spans whose tags are `open`.
    pub(super) fn format(&self, part: &str, open: &str, script: Lang) -> Format {
        let mut format =
            Format { open: open.to_owned(), plain: Vec::new(), scripted: Vec::new(), script };
        for name in open.split_inclusive('>').filter_map(style_of) {
            match self.automatic(part, "text", &name) {
                Some(style) => {
                    let parent = style.parent.iter();
                    parent.for_each(|name| set(&mut format.plain, "style", name.clone()));
                    for (key, value) in &style.text {
                        said(&mut format, key, value);
                    }
                }
                None => {
                    let style = self.named("text", &name);
                    let is_bold = style.is_some_and(|style| {
                        let mut all = style.text.iter();
                        all.any(|(key, value)| key == "fo:font-weight" && value == "bold")
                    });
                    if is_bold {
                        set(&mut format.plain, "bold", String::new());
                    }
                    set(&mut format.plain, "style", name);
                }
            }
        }
        format.plain.sort();
        format.scripted.sort();
        format
    }
}

/// The properties that differ for Latin and Persian letters, and their names here.
pub(super) const SCRIPTED: [(&str, &str, &str); 5] = [
    ("fo:font-weight", "style:font-weight-complex", "weight"),
    ("fo:font-style", "style:font-style-complex", "slant"),
    ("fo:font-size", "style:font-size-complex", "size"),
    ("style:font-name", "style:font-name-complex", "font"),
    ("fo:font-family", "style:font-family-complex", "family"),
];

/// Adds what a property says about text, if a reader can see it.
fn said(format: &mut Format, key: &str, value: &str) {
    let scripted = SCRIPTED.iter().find(|(latin, complex, _)| key == *latin || key == *complex);
    if let Some((latin, _, name)) = scripted {
        if (key == *latin) != (format.script == Lang::English) {
            return;
        }
        match (*name, value) {
            ("weight", "normal") => {
                format.plain.retain(|(known, _)| known != "bold");
                set(&mut format.plain, "weight", value.to_owned());
            }
            ("weight", _) => set(&mut format.plain, "bold", String::new()),
            ("slant", "normal") => {
                format.plain.retain(|(known, _)| known != "italic");
                set(&mut format.plain, "slant", value.to_owned());
            }
            ("slant", _) => set(&mut format.plain, "italic", String::new()),
            (name, _) => set(&mut format.scripted, name, value.to_owned()),
        }
        return;
    }
    match key {
        "style:text-position" if value.starts_with("super") => {
            set(&mut format.plain, "superscript", value.to_owned());
        }
        "style:text-position" if value.starts_with("sub") => {
            set(&mut format.plain, "subscript", value.to_owned());
        }
        "style:text-underline-style" if value != "none" => {
            set(&mut format.plain, "underlined", value.to_owned());
        }
        "fo:color" => set(&mut format.plain, "color", value.to_ascii_lowercase()),
        "fo:background-color"
        | "style:text-line-through-style"
        | "fo:text-transform"
        | "fo:font-variant"
        | "style:text-position"
        | "style:text-underline-style"
        | "text:display" => set(&mut format.plain, key, value.to_owned()),
        _ => {}
    }
}

fn set(all: &mut Vec<(String, String)>, name: &str, value: String) {
    all.retain(|(known, _)| known != name);
    all.push((name.to_owned(), value));
}

/// The style that a tag names.
pub(super) fn style_of(tag: &str) -> Option<String> {
    // The tag alone is not well-formed; as an empty element it is.
    let tag = tag.trim_end_matches('>').trim_end_matches('/');
    let inside = format!("<a>{tag}/></a>");
    let child = children(&inside).into_iter().next()?;
    let mut attributes = child.attributes.into_iter();
    let style = attributes.find(|(name, _)| name == "text:style-name");
    style.map(|(_, value)| value)
}
