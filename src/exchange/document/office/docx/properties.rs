//! The properties of runs and paragraphs: which of them are formatting, and what they are in the other language.

use crate::exchange::document::office::part::Format;
use crate::exchange::document::office::raw::{Child, children};
use crate::exchange::xml::attributes::with_attribute;
use crate::text::Lang;

/// The properties of a run, in the order in which the schema wants them (ISO/IEC 29500-1, CT_RPr).
const RUN: [&str; 41] = [
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:smallCaps",
    "w:strike",
    "w:dstrike",
    "w:outline",
    "w:shadow",
    "w:emboss",
    "w:imprint",
    "w:noProof",
    "w:snapToGrid",
    "w:vanish",
    "w:webHidden",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:em",
    "w:lang",
    "w:eastAsianLayout",
];

/// The properties of a paragraph that stand before its direction (CT_PPr).
const BEFORE_BIDI: [&str; 18] = [
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
];

/// The properties of a run that are not formatting that a reader sees.
const NO_FORMAT: [&str; 13] = [
    "w:lang",
    "w:noProof",
    "w:rtl",
    "w:cs",
    "w:rPrChange",
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:kern",
    "w:snapToGrid",
    "w:webHidden",
    "w:spacing",
];

/// Whether the properties `xml` say that the run goes from right to left.
pub(super) fn is_right_to_left(xml: &str) -> bool {
    children(xml).iter().any(|child| child.name == "w:rtl" && is_on(child))
}

/// The format of text in `script` whose run has the properties `xml`, which can be empty.
pub(super) fn format(xml: &str, script: Lang) -> Format {
    let mut format =
        Format { open: xml.to_owned(), plain: Vec::new(), scripted: Vec::new(), script };
    for child in children(xml) {
        let name = match (child.name.as_str(), script) {
            ("w:b" | "w:i" | "w:sz", Lang::Persian)
            | ("w:bCs" | "w:iCs" | "w:szCs", Lang::English) => continue,
            (name, _) if NO_FORMAT.contains(&name) || !name.starts_with("w:") => continue,
            (name, _) => name,
        };
        match name {
            "w:rFonts" => format.scripted.extend(fonts(&child, script)),
            "w:sz" | "w:szCs" => format.scripted.push(("size".to_owned(), value(&child))),
            _ => format.plain.push(said(name, &child)),
        }
    }
    format.plain.sort();
    format.scripted.sort();
    format
}

/// A property by the name of its role, where it has one, and its value.
fn said(name: &str, child: &Child) -> (String, String) {
    let value = value(child);
    let name = match name {
        "w:b" | "w:bCs" if is_on(child) => "bold",
        "w:i" | "w:iCs" if is_on(child) => "italic",
        "w:u" if value != "none" => "underlined",
        "w:vertAlign" if value == "superscript" => "superscript",
        "w:vertAlign" if value == "subscript" => "subscript",
        "w:color" if value != "auto" => "color",
        "w:bCs" => "w:b",
        "w:iCs" => "w:i",
        name => name,
    };
    let value = match value.as_str() {
        "true" | "on" | "1" => String::new(),
        "false" | "off" => "0".to_owned(),
        _ => value.to_ascii_lowercase(),
    };
    (name.to_owned(), value)
}

fn value(child: &Child) -> String {
    let mut attributes = child.attributes.iter();
    let value = attributes.find(|(name, _)| name == "w:val");
    value.map_or_else(String::new, |(_, value)| value.clone())
}

fn is_on(child: &Child) -> bool {
    !matches!(value(child).as_str(), "0" | "false" | "off")
}

fn fonts(child: &Child, script: Lang) -> Vec<(String, String)> {
    let wanted = match script {
        Lang::Persian => ["w:cs", "w:cstheme"],
        Lang::English => ["w:ascii", "w:asciiTheme"],
    };
    let own = child.attributes.iter();
    own.filter(|(name, _)| wanted.contains(&name.as_str())).cloned().collect()
}

/// The properties of a run whose text was in `script`, for text in `lang`.
pub(super) fn turned_run(xml: &str, script: Lang, lang: Lang) -> String {
    let mut run = Properties::new(xml, "w:rPr");
    for (latin, complex, must_be) in
        [("w:b", "w:bCs", true), ("w:i", "w:iCs", true), ("w:sz", "w:szCs", false)]
    {
        let (own, other) = match lang {
            Lang::English => (latin, complex),
            Lang::Persian => (complex, latin),
        };
        if script == lang || (!must_be && run.get(own).is_some()) {
            continue;
        }
        match run.get(other).map(|xml| xml.replacen(other, own, 1)) {
            Some(xml) => run.set(own, xml, &RUN),
            None => run.remove(own),
        }
    }
    run.remove("w:cs");
    let tag = run.get("w:lang").unwrap_or("<w:lang/>").to_owned();
    let (direction, tag) = match lang {
        Lang::Persian => ("<w:rtl/>", with_attribute(&tag, "w:bidi", Some("fa-IR"))),
        Lang::English => ("<w:rtl w:val=\"0\"/>", with_attribute(&tag, "w:val", Some("en-US"))),
    };
    run.set("w:rtl", direction.to_owned(), &RUN);
    run.set("w:lang", tag, &RUN);
    run.xml()
}

/// The properties of a paragraph, for text in `lang`.
///
/// Its alignment stays, since Word's left and right are the beginning and the end of a line.
pub(super) fn turned_paragraph(xml: &str, lang: Lang) -> String {
    let mut paragraph = Properties::new(xml, "w:pPr");
    let direction = match lang {
        Lang::Persian => "<w:bidi/>",
        Lang::English => "<w:bidi w:val=\"0\"/>",
    };
    paragraph.set("w:bidi", direction.to_owned(), &BEFORE_BIDI);
    if let Some(mark) = paragraph.get("w:rPr") {
        let mark = turned_run(mark, lang.other(), lang);
        paragraph.set("w:rPr", mark, &BEFORE_BIDI);
    }
    paragraph.xml()
}

/// The properties of a table that stand before its direction (CT_TblPr).
const BEFORE_VISUAL: [&str; 3] = ["w:tblStyle", "w:tblpPr", "w:tblOverlap"];

/// The properties of a table, for text in `lang`.
pub(super) fn turned_table(xml: &str, lang: Lang) -> String {
    let mut table = Properties::new(xml, "w:tblPr");
    match lang {
        Lang::Persian => table.set("w:bidiVisual", "<w:bidiVisual/>".to_owned(), &BEFORE_VISUAL),
        Lang::English => table.remove("w:bidiVisual"),
    }
    table.xml()
}

/// The direction `xml` of a section or style, for text in `lang`; `None` where it is already that.
pub(super) fn turned_direction(xml: &str, lang: Lang) -> Option<String> {
    let holder = format!("<w:pPr>{xml}</w:pPr>");
    let direction = children(&holder).pop()?;
    let is_persian = lang == Lang::Persian;
    let value = if is_persian { "" } else { " w:val=\"0\"" };
    (is_on(&direction) != is_persian).then(|| format!("<{}{value}/>", direction.name))
}

/// Properties one by one.
struct Properties {
    holder: &'static str,
    all: Vec<(String, String)>,
}

impl Properties {
    fn new(xml: &str, holder: &'static str) -> Self {
        let all = children(xml).into_iter();
        let all = all.map(|child| (child.name, xml[child.span].to_owned()));
        Self { holder, all: all.collect() }
    }

    fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.all.iter();
        all.find(|(known, _)| known == name).map(|(_, xml)| xml.as_str())
    }

    fn remove(&mut self, name: &str) {
        self.all.retain(|(known, _)| known != name);
    }

    /// Sets a property; a new one comes after those that stand before it in `order`; what is not in `order` comes last.
    fn set(&mut self, name: &str, xml: String, order: &[&str]) {
        if let Some((_, known)) = self.all.iter_mut().find(|(known, _)| known == name) {
            *known = xml;
            return;
        }
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let own = rank(name).unwrap_or(order.len());
        let comes_before = |(known, _): &(String, String)| rank(known).is_some_and(|r| r < own);
        let at = self.all.iter().rposition(comes_before).map_or(0, |at| at + 1);
        self.all.insert(at, (name.to_owned(), xml));
    }

    fn xml(&self) -> String {
        let holder = self.holder;
        let all: String = self.all.iter().map(|(_, xml)| xml.as_str()).collect();
        format!("<{holder}>{all}</{holder}>")
    }
}
