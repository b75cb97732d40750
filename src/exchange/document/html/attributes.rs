//! The attributes of a tag, by their places in the source, and which of them are text or name a language.

use std::collections::HashSet;

use super::reference;
use crate::exchange::document::markup::{Edit, Gathering, Inline, Writing, is_visible};
use crate::text::{Lang, Span};

/// An attribute.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    /// In lower case.
    pub(super) name: String,
    /// Where its value stands in the source, without quotation marks.
    pub(super) value: Span,
    /// The quotation mark around its value.
    quote: Option<char>,
}

/// The attributes of the start tag that stands in `tag`; of several with one name the first.
pub(super) fn of(source: &str, tag: Span) -> Vec<Attribute> {
    let mut found: Vec<Attribute> = Vec::new();
    let mut names = HashSet::new();
    let text = &source[..tag.end.saturating_sub(1).max(tag.start)];
    let is_space = |c: char| c.is_ascii_whitespace();
    let skip = |at: usize, is_passed: &dyn Fn(char) -> bool| {
        let rest = &text[at..];
        at + rest.find(|c| !is_passed(c)).unwrap_or(rest.len())
    };
    let mut at = skip(tag.start + 1, &|c| !is_space(c) && c != '/');
    loop {
        at = skip(at, &|c| is_space(c) || c == '/');
        if at >= text.len() {
            return found;
        }
        let start = at;
        // A name may begin with `=`, but has none after that.
        let first = text[at..].chars().next().map_or(0, char::len_utf8);
        at = skip(at + first, &|c| !is_space(c) && c != '/' && c != '=');
        let name = text[start..at].to_ascii_lowercase();
        let equals = skip(at, &is_space);
        let mut attribute = Attribute { name, value: Span::new(at, at), quote: None };
        if text[equals..].starts_with('=') {
            let value = skip(equals + 1, &is_space);
            let quote = text[value..].chars().next().filter(|c| "\"'".contains(*c));
            let start = value + usize::from(quote.is_some());
            let end = match quote {
                Some(quote) => skip(start, &|c| c != quote),
                None => skip(start, &|c| !is_space(c)),
            };
            attribute.value = Span::new(start, end);
            attribute.quote = quote;
            at = (end + usize::from(quote.is_some())).min(text.len());
        }
        if names.insert(attribute.name.clone()) {
            found.push(attribute);
        }
    }
}

/// Whether the content of an element with these attributes must not be translated.
pub(super) fn are_untranslated(attributes: &[Attribute], source: &str) -> bool {
    attributes.iter().any(|attribute| {
        let value = attribute.value.of(source);
        match attribute.name.as_str() {
            "translate" => value.trim().eq_ignore_ascii_case("no"),
            "class" => value.split_ascii_whitespace().any(|one| one == "notranslate"),
            _ => false,
        }
    })
}

/// Finds the text in the attributes of an element, and what names a language or direction.
pub(super) fn find(name: &str, attributes: &[Attribute], gathering: &mut Gathering<'_>) {
    let source = gathering.source;
    let value = |name: &str| {
        let found = attributes.iter().find(|one| one.name == name);
        found.map(|one| one.value.of(source).trim().to_ascii_lowercase())
    };
    for attribute in attributes {
        let is_text = match (name, attribute.name.as_str()) {
            (_, "alt" | "title" | "placeholder" | "aria-label" | "aria-description") => true,
            ("meta", "content") => {
                let what = value("name").or_else(|| value("property"));
                if what.as_deref() == Some("og:locale") {
                    gathering.edit(attribute.value, Edit::Locale);
                }
                what.is_some_and(|what| META.contains(&what.as_str()))
            }
            ("input", "value") => {
                let kind = value("type");
                kind.is_some_and(|kind| ["button", "submit", "reset"].contains(&kind.as_str()))
            }
            _ => false,
        };
        if is_text {
            add(attribute, gathering);
        }
        if attribute.name == "style" {
            find_in_style(attribute.value, gathering);
        }
        let is_whole = name == "html";
        let edit = match attribute.name.as_str() {
            "lang" | "xml:lang" if is_whole => Edit::WholeLang,
            "lang" | "xml:lang" => Edit::Lang,
            "dir" if is_whole => Edit::WholeDir,
            "dir" => Edit::Dir,
            _ => continue,
        };
        if !attribute.value.is_empty() {
            gathering.edit(attribute.value, edit);
        }
    }
}

/// Finds the direction that a style names, and with it the side at which lines begin.
fn find_in_style(style: Span, gathering: &mut Gathering<'_>) {
    let source = gathering.source;
    let mut at = style.start;
    let mut said: Vec<(String, Span)> = Vec::new();
    for declaration in style.of(source).split(';') {
        if let Some((name, value)) = declaration.split_once(':') {
            let start = at + name.len() + 1 + (value.len() - value.trim_ascii_start().len());
            let word = value.split_ascii_whitespace().next().unwrap_or_default();
            let name = name.trim().to_ascii_lowercase();
            said.push((name, Span::new(start, start + word.len())));
        }
        at += declaration.len() + 1;
    }
    let value = |wanted: &str| {
        let mut said = said.iter().rev();
        said.find(|(name, _)| name == wanted).map(|(_, value)| *value)
    };
    let Some(direction) = value("direction") else {
        return;
    };
    let lang = match direction.of(source).to_ascii_lowercase().as_str() {
        "rtl" => Lang::Persian,
        "ltr" => Lang::English,
        _ => return,
    };
    gathering.edit(direction, Edit::Dir);
    if let Some(side) = value("text-align") {
        gathering.edit(side, Edit::Align(lang));
    }
}

/// The names of `<meta>` whose content is text.
const META: [&str; 10] = [
    "description",
    "keywords",
    "og:title",
    "og:description",
    "og:image:alt",
    "twitter:title",
    "twitter:description",
    "twitter:image:alt",
    "dc.title",
    "dc.description",
];

/// Adds the value of an attribute as a line, where it has letters of either language.
fn add(attribute: &Attribute, gathering: &mut Gathering<'_>) {
    let value = attribute.value.of(gathering.source);
    if !value.chars().any(is_visible) {
        return;
    }
    let mut inline = Inline::default();
    reference::add(gathering.source, attribute.value, true, &mut inline);
    if Lang::of(&inline.meant_text(gathering.source)).is_some() {
        gathering.add(inline, Writing::Attribute(attribute.quote));
    }
}

/// Finds the places in `<html>`, whose name ends at `at`, for the language and direction that it does not name.
pub(super) fn find_unnamed(attributes: &[Attribute], at: usize, gathering: &mut Gathering<'_>) {
    let names = |name: &str| attributes.iter().any(|one| one.name == name);
    if !names("lang") && !names("xml:lang") {
        gathering.edit(Span::new(at, at), Edit::NoLang);
    }
    if !names("dir") {
        gathering.edit(Span::new(at, at), Edit::NoDir);
    }
}
