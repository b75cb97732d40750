//! One unit as a `<tu>`.

use std::collections::BTreeMap;

use super::date::{date, stamp};
use super::escaped::{push_attribute, push_escaped};
use super::omegat;
use super::said::{self, has_stamp, is_stamp, last_change, likely_method, parts};
use super::tagged::push_segment;
use crate::text::{Lang, Tag};
use crate::unit::{Details, Other, Said, Side, TranslationUnit};

/// The details of a unit that has none.
static NOTHING: Details =
    Details { unit: SILENCE, persian: SILENCE, english: SILENCE, others: Vec::new() };

const SILENCE: Said = Said { attributes: BTreeMap::new(), notes: Vec::new(), props: Vec::new() };

/// Which parts of the details still hold: what a user has changed since then takes precedence.
struct Holds {
    stamps: bool,
    notes: bool,
    /// Whether the neighbours of the source are given for the unit.
    previous: bool,
    next: bool,
}

impl Holds {
    fn of(unit: &TranslationUnit, details: &Details) -> Self {
        let parts = parts(details, unit.source_lang);
        let (date, author) = last_change(parts);
        let second = |date: Option<jiff::Timestamp>| date.map(jiff::Timestamp::as_second);
        let same = second(date) == second(unit.date) && author == unit.author.as_deref();
        let source = unit.side(unit.source_lang);
        let is_at_unit = |kind: &str, neighbour: &Option<String>| {
            let mut props = details.unit.props.iter().rev();
            let prop = props.find(|(name, _)| name == kind);
            // OmegaT recognises it by everything that it has written there.
            let neighbour = neighbour.as_ref();
            prop.is_some_and(|(_, value)| {
                neighbour == Some(value) || neighbour == Some(&omegat::without_tags(value))
            })
        };
        Self {
            stamps: same && parts.into_iter().any(has_stamp),
            notes: said::note(parts).is_some() && said::note(parts) == unit.note,
            previous: is_at_unit("prev", &source.previous),
            next: is_at_unit("next", &source.next),
        }
    }
}

/// Writes a unit; `number` is its `tuid` if it has no other.
pub(super) fn push_unit(out: &mut String, unit: &TranslationUnit, number: u64, srclang: Lang) {
    let details = unit.details.as_deref().unwrap_or(&NOTHING);
    let holds = Holds::of(unit, details);
    push_start(out, unit, details, &holds, (number, srclang));
    if holds.notes {
        push_notes(out, "      ", &details.unit);
    } else {
        push_element(out, "      <note>", unit.note.as_deref(), "</note>\n");
    }
    push_method(out, unit, details);
    let source = unit.side(unit.source_lang);
    for (kind, value) in &details.unit.props {
        let is_gone = match kind.as_str() {
            "prev" => source.previous.is_none(),
            "next" => source.next.is_none(),
            _ => false,
        };
        if !is_gone || value.is_empty() {
            push_prop(out, "      ", kind, value);
        }
    }
    for lang in [unit.source_lang, unit.source_lang.other()] {
        push_side(out, unit, lang, details.side(lang), &holds);
    }
    for other in &details.others {
        push_other(out, other);
    }
    out.push_str("    </tu>\n");
}

fn push_start(
    out: &mut String,
    unit: &TranslationUnit,
    details: &Details,
    holds: &Holds,
    (number, srclang): (u64, Lang),
) {
    let said = &details.unit.attributes;
    let number = number.to_string();
    out.push_str("    <tu");
    push_value(out, "tuid", said.get("tuid").unwrap_or(&number));
    let own = said.get("srclang").map(String::as_str);
    let own = own.filter(|tag| Lang::from_tag(tag).is_none_or(|lang| lang == unit.source_lang));
    // TMX requires it to be the code of the source's `<tuv>`, with its country.
    let tag = lang_tag(details.side(unit.source_lang), unit.source_lang);
    let usual = (!tag.eq_ignore_ascii_case(srclang.code())).then_some(tag);
    if let Some(lang) = own.or(usual) {
        push_value(out, "srclang", lang);
    }
    if !holds.stamps {
        push_last_change(out, unit, details);
    }
    for (name, value) in said {
        if !matches!(name.as_str(), "tuid" | "srclang") && (holds.stamps || !is_stamp(name)) {
            push_value(out, name, value);
        }
    }
    out.push_str(">\n");
}

/// Writes when and by whom the unit was last changed, after when and by whom it was made, if that is known.
fn push_last_change(out: &mut String, unit: &TranslationUnit, details: &Details) {
    let said = &details.unit.attributes;
    let made = said.get("creationdate");
    let made = made.filter(|made| date(made) < unit.date && unit.author.is_some());
    let (when, who) = match made {
        Some(made) => {
            push_value(out, "creationdate", made);
            if let Some(id) = said.get("creationid") {
                push_value(out, "creationid", id);
            }
            ("changedate", "changeid")
        }
        None => ("creationdate", "creationid"),
    };
    if let Some(date) = unit.date {
        push_value(out, when, &stamp(date));
    }
    if let Some(author) = &unit.author {
        push_value(out, who, author);
    }
}

/// Writes how the unit was made, unless a reader would assume so anyway.
fn push_method(out: &mut String, unit: &TranslationUnit, details: &Details) {
    let parts = parts(details, unit.source_lang);
    let method = unit.origin.method;
    if method != likely_method(parts, unit.author.as_deref()) {
        push_prop(out, "      ", "x-method", method.name());
    }
}

fn push_side(out: &mut String, unit: &TranslationUnit, lang: Lang, said: &Said, holds: &Holds) {
    let is_source = lang == unit.source_lang;
    let Side { text, tags, previous, next } = unit.side(lang);
    push_tuv(out, lang_tag(said, lang), said, holds.stamps);
    if holds.notes {
        push_notes(out, "        ", said);
    }
    let previous = previous.as_deref().filter(|_| !(is_source && holds.previous));
    let next = next.as_deref().filter(|_| !(is_source && holds.next));
    push_element(out, "        <prop type=\"prev\">", previous, "</prop>\n");
    push_element(out, "        <prop type=\"next\">", next, "</prop>\n");
    push_rest(out, said, text, tags);
}

/// The code of a side's language, as its file wrote it.
fn lang_tag(said: &Said, lang: Lang) -> &str {
    let tag = said.attributes.get("xml:lang").map(String::as_str);
    let tag = tag.filter(|tag| Lang::from_tag(tag) == Some(lang));
    tag.unwrap_or(lang.code())
}

fn push_other(out: &mut String, other: &Other) {
    push_tuv(out, &other.lang, &other.said, true);
    push_notes(out, "        ", &other.said);
    push_rest(out, &other.said, &other.text, &other.tags);
}

fn push_tuv(out: &mut String, lang: &str, said: &Said, with_stamps: bool) {
    out.push_str("      <tuv");
    push_value(out, "xml:lang", lang);
    for (name, value) in &said.attributes {
        if name != "xml:lang" && (with_stamps || !is_stamp(name)) {
            push_value(out, name, value);
        }
    }
    out.push_str(">\n");
}

/// Writes the properties, the segment and the end of a `<tuv>`.
fn push_rest(out: &mut String, said: &Said, text: &str, tags: &[Tag]) {
    for (kind, value) in &said.props {
        push_prop(out, "        ", kind, value);
    }
    out.push_str("        <seg>");
    push_segment(out, text, tags);
    out.push_str("</seg>\n      </tuv>\n");
}

fn push_notes(out: &mut String, indent: &str, said: &Said) {
    for note in &said.notes {
        out.extend([indent, "<note>"]);
        push_escaped(out, note);
        out.push_str("</note>\n");
    }
}

fn push_prop(out: &mut String, indent: &str, kind: &str, value: &str) {
    out.extend([indent, "<prop"]);
    push_value(out, "type", kind);
    out.push('>');
    push_escaped(out, value);
    out.push_str("</prop>\n");
}

/// Writes an attribute.
fn push_value(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\""]);
    push_attribute(out, value);
    out.push('"');
}

fn push_element(out: &mut String, start: &str, text: Option<&str>, end: &str) {
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        out.push_str(start);
        push_escaped(out, text);
        out.push_str(end);
    }
}
