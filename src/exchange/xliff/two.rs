//! Units as XLIFF 2.1 has them, in one form: UTF-8, indented by two spaces.

use std::collections::BTreeMap;

use super::inline::{nested, plain};
use super::unit::Unit;
use crate::exchange::spaced::Breaks;
use crate::exchange::units::State;
use crate::exchange::xml::content::escaped;
use crate::text::{Lang, TagKind, Tagged};

/// Everything before the first unit of a file named `original`.
pub(super) fn head(lang: Lang, original: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" version="2.1" srcLang="{}" trgLang="{}">
  <file id="f1" original="{}">
"#,
        lang.code(),
        lang.other().code(),
        escaped(original)
    )
}

/// Everything after the last unit.
pub(super) const FOOT: &str = "  </file>\n</xliff>\n";

/// Adds a unit to `out`, each of its lines after `indent`.
pub(super) fn push(out: &mut String, unit: &Unit<'_>, indent: &str) {
    let mut codes = Codes::default();
    let mut source = codes.content(unit.source);
    let target = unit.target.map(|target| codes.content(target));
    if unit.offered.is_some() {
        source = format!("<mrk id=\"m1\" type=\"mtc:match\">{source}</mrk>");
    }
    let mut line = |depth: usize, text: &str| {
        for part in [indent, &"  ".repeat(depth), text, "\n"] {
            out.push_str(part);
        }
    };
    line(0, &format!("<unit id=\"{}\">", escaped(unit.id)));
    if let Some(offered) = &unit.offered {
        line(1, "<mtc:matches>");
        let rate = offered.rate;
        let origin = escaped(offered.origin);
        line(2, &format!("<mtc:match ref=\"#m1\" matchQuality=\"{rate}\" origin=\"{origin}\">"));
        line(3, &format!("<source>{}</source>", plain(offered.source)));
        line(3, &format!("<target>{}</target>", plain(offered.target)));
        line(2, "</mtc:match>");
        line(1, "</mtc:matches>");
    }
    let names = unit.names.iter().filter_map(|name| name.split_once(": "));
    let names: Vec<(&str, &str)> = names.collect();
    if !names.is_empty() {
        line(1, "<gls:glossary>");
        for (term, translation) in &names {
            line(2, "<gls:glossEntry>");
            line(3, &format!("<gls:term>{}</gls:term>", plain(term)));
            line(3, &format!("<gls:translation>{}</gls:translation>", plain(translation)));
            line(2, "</gls:glossEntry>");
        }
        line(1, "</gls:glossary>");
    }
    if !unit.notes.is_empty() {
        line(1, "<notes>");
        for (category, note) in &unit.notes {
            let category = match *category {
                "" => String::new(),
                name => format!(" category=\"{}\"", escaped(name)),
            };
            line(2, &format!("<note{category}>{}</note>", plain(note)));
        }
        line(1, "</notes>");
    }
    if !codes.ids.is_empty() {
        line(1, "<originalData>");
        let mut data: Vec<(&String, &usize)> = codes.ids.iter().collect();
        data.sort_unstable_by_key(|(_, id)| **id);
        for (code, id) in data {
            line(2, &format!("<data id=\"d{id}\">{}</data>", plain(code)));
        }
        line(1, "</originalData>");
    }
    let state = match unit.state {
        State::Translated => "translated",
        _ => "initial",
    };
    line(1, &format!("<segment state=\"{state}\">"));
    line(2, &format!("<source>{source}</source>"));
    if let Some(target) = target {
        line(2, &format!("<target>{target}</target>"));
    }
    line(1, "</segment>");
    line(0, "</unit>");
}

/// The codes of a unit's tags, each with its number.
#[derive(Default)]
struct Codes {
    ids: BTreeMap<String, usize>,
}

impl Codes {
    /// A text as the content of an element: pairs as `<pc>`, or `<sc/>` and `<ec/>` where they cross another or stand
    /// alone, everything else as `<ph/>`.
    fn content(&mut self, tagged: &Tagged) -> String {
        let nested = nested(&tagged.tags);
        let has = |kind, number| {
            let mut tags = tagged.tags.iter();
            tags.any(|tag| tag.kind == kind && tag.number == number)
        };
        let mut content = String::new();
        let mut breaks = Breaks::default();
        for (at, (text, tag)) in tagged.pieces().enumerate() {
            content += &plain(breaks.text(text));
            breaks.tag(tag);
            let number = tag.number;
            let kind = kind(&tag.role);
            let data = self.data("dataRef", &tag.code);
            let other_end = nested.get(&at).map(|other| &tagged.tags[*other]);
            content += &match (tag.kind, other_end) {
                (TagKind::Open, Some(end)) => {
                    let end = self.data("dataRefEnd", &end.code);
                    let start = self.data("dataRefStart", &tag.code);
                    format!("<pc id=\"{number}\"{start}{end}{kind}>")
                }
                (TagKind::Close, Some(_)) => "</pc>".to_owned(),
                (TagKind::Open, None) => {
                    let alone = if has(TagKind::Close, number) { "" } else { " isolated=\"yes\"" };
                    format!("<sc id=\"{number}\"{data}{kind}{alone}/>")
                }
                (TagKind::Close, None) if has(TagKind::Open, number) => {
                    format!("<ec startRef=\"{number}\"{data}/>")
                }
                (TagKind::Close, None) => format!("<ec id=\"{number}\"{data} isolated=\"yes\"/>"),
                (TagKind::Alone, _) => format!("<ph id=\"{number}\"{data}{kind}/>"),
            };
        }
        content + &plain(breaks.text(tagged.rest()))
    }

    /// The attribute `name` that refers to a code.
    fn data(&mut self, name: &str, code: &str) -> String {
        if code.is_empty() {
            return String::new();
        }
        let next = self.ids.len() + 1;
        let id = *self.ids.entry(code.to_owned()).or_insert(next);
        format!(" {name}=\"d{id}\"")
    }
}

/// A role as the attributes that XLIFF 2 has for it.
fn kind(role: &str) -> &'static str {
    match role {
        "bold" => " type=\"fmt\" subType=\"xlf:b\"",
        "italic" => " type=\"fmt\" subType=\"xlf:i\"",
        "underlined" => " type=\"fmt\" subType=\"xlf:u\"",
        "lb" => " type=\"fmt\" subType=\"xlf:lb\"",
        "pb" => " type=\"fmt\" subType=\"xlf:pb\"",
        "link" => " type=\"link\"",
        "image" => " type=\"image\"",
        _ => "",
    }
}
