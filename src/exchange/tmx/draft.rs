//! One `<tu>` while it is read, and what becomes of it: a unit, or why it is none.

use jiff::Timestamp;
use quick_xml::events::BytesStart;

use super::date::date;
use crate::exchange::xml::attributes;
use crate::exchange::xml::bounded::LONGEST;
use crate::exchange::xml::content::shown;
use crate::text::Lang;
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// The most languages that a message lists, and the most wrong methods that are told.
const MOST_LISTED: usize = 8;

/// One `<tu>` as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The line of the `<tu>` tag.
    pub(super) line: u64,
    source: Option<Lang>,
    own: Details,
    /// The first in each of the two languages, in their order.
    tuvs: Vec<Tuv>,
    /// The languages of all, as they are written.
    tags: Vec<String>,
    note: Option<String>,
    method: Option<Method>,
    trados_method: Option<Method>,
    /// Faults that leave the unit usable.
    remarks: Vec<String>,
    /// The first fault that does not.
    fault: Option<String>,
}

/// A `<tuv>`: the unit in one language.
#[derive(Debug)]
struct Tuv {
    lang: Lang,
    line: u64,
    text: String,
    details: Details,
}

/// What a `<tu>` or a `<tuv>` says of itself.
#[derive(Debug, Default)]
struct Details {
    changed: Stamp,
    created: Stamp,
    previous: Option<String>,
    next: Option<String>,
}

/// When something was done, and by whom.
#[derive(Clone, Debug, Default)]
struct Stamp {
    date: Option<Timestamp>,
    id: Option<String>,
}

impl Draft {
    /// Begins with a `<tu>` tag; `source` is the source language where the tag names none.
    pub(super) fn start(tag: &BytesStart<'_>, line: u64, source: Option<Lang>) -> Self {
        let mut draft = Self {
            line,
            source,
            ..Self::default()
        };
        let outcome = attributes::each(tag, |name, value| match name {
            "srclang" => draft.source = Lang::from_tag(value),
            _ => draft.remarks.extend(draft.own.attribute(name, value)),
        });
        draft.fail(outcome.err());
        draft
    }

    /// Begins a `<tuv>` in line `line`; false where the unit does not need it.
    pub(super) fn start_tuv(&mut self, tag: &BytesStart<'_>, line: u64) -> bool {
        let mut details = Details::default();
        let mut remarks = Vec::new();
        let (mut xml_lang, mut plain_lang) = (None, None);
        let outcome = attributes::each(tag, |name, value| match name {
            "xml:lang" => xml_lang = Some(value.to_owned()),
            "lang" => plain_lang = Some(value.to_owned()),
            _ => remarks.extend(details.attribute(name, value)),
        });
        self.fail(outcome.err());
        let tag = xml_lang.or(plain_lang).unwrap_or_default();
        let lang = Lang::from_tag(&tag).filter(|lang| self.tuvs.iter().all(|t| t.lang != *lang));
        self.list(&tag);
        if let Some(lang) = lang {
            let text = String::new();
            self.tuvs.push(Tuv {
                lang,
                line,
                text,
                details,
            });
            self.remarks.append(&mut remarks);
        }
        lang.is_some()
    }

    /// Takes in the text of a `<seg>`.
    pub(super) fn segment(&mut self, text: String) {
        if let Some(tuv) = self.tuvs.last_mut().filter(|tuv| tuv.text.is_empty()) {
            tuv.text = text;
        }
    }

    /// Takes in a note.
    pub(super) fn note(&mut self, text: String) {
        match &mut self.note {
            None => self.note = Some(text),
            Some(note) if note.len() + text.len() < LONGEST => {
                note.push('\n');
                note.push_str(&text);
            }
            Some(_) => self.fail(Some("notes longer than 1 MiB".to_owned())),
        }
    }

    /// Takes in a `<prop>` of the `<tu>` or of its latest `<tuv>`.
    pub(super) fn prop(&mut self, kind: &str, value: String, in_tuv: bool) {
        let details = match self.tuvs.last_mut() {
            Some(tuv) if in_tuv => &mut tuv.details,
            _ => &mut self.own,
        };
        match kind {
            "prev" => details.previous = Some(value),
            "next" => details.next = Some(value),
            "x-method" => self.method(&value),
            "x-Origin" => self.trados_method = trados_method(&value),
            _ => {}
        }
    }

    fn method(&mut self, name: &str) {
        self.method = Method::from_name(name);
        if self.method.is_none() && self.remarks.len() < MOST_LISTED {
            let name = shown(name);
            let remark = format!("x-method `{name}` is none of human, aligned and machine");
            self.remarks.push(remark);
        }
    }

    /// The line of the `<tuv>` that is not the source.
    pub(super) fn target_line(&self) -> u64 {
        let target = self.source_lang().other();
        let tuv = self.tuvs.iter().find(|tuv| tuv.lang == target);
        tuv.map_or(self.line, |tuv| tuv.line)
    }

    /// Says that no unit can be made of this, and why; the first reason is kept.
    pub(super) fn fail(&mut self, fault: Option<String>) {
        if self.fault.is_none() {
            self.fault = fault;
        }
    }

    /// Gives the faults that leave the unit usable.
    pub(super) fn take_remarks(&mut self) -> Vec<String> {
        std::mem::take(&mut self.remarks)
    }

    /// Makes the unit, or tells why it is none.
    pub(super) fn finish(mut self, origin: &str) -> Result<TranslationUnit, String> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        self.move_neighbours();
        let (date, author) = self.last_change();
        let name = origin.to_owned();
        let method = self.method_by(author.as_deref());
        Ok(TranslationUnit {
            source_lang: self.source_lang(),
            persian: self.side(Lang::Persian)?,
            english: self.side(Lang::English)?,
            origin: Origin { name, method },
            author,
            date,
            note: self.note,
        })
    }

    fn source_lang(&self) -> Lang {
        let first = self.tuvs.first().map(|tuv| tuv.lang);
        self.source.or(first).unwrap_or(Lang::Persian)
    }

    /// Gives the neighbours that stand at the `<tu>` to the source side, where it has none of its own.
    fn move_neighbours(&mut self) {
        let source = self.source_lang();
        let (previous, next) = (self.own.previous.take(), self.own.next.take());
        if let Some(tuv) = self.tuvs.iter_mut().find(|tuv| tuv.lang == source) {
            let side = &mut tuv.details;
            side.previous = side.previous.take().or(previous);
            side.next = side.next.take().or(next);
        }
    }

    /// The latest date, and the id beside it or else the first there is.
    fn last_change(&self) -> (Option<Timestamp>, Option<String>) {
        let details = || std::iter::once(&self.own).chain(self.tuvs.iter().map(|t| &t.details));
        let stamps = || details().flat_map(|details| [&details.changed, &details.created]);
        let date = stamps().filter_map(|stamp| stamp.date).max();
        let beside = stamps()
            .filter(|stamp| stamp.date == date)
            .find_map(|stamp| stamp.id.clone());
        let author = beside.or_else(|| stamps().find_map(|stamp| stamp.id.clone()));
        (date, author)
    }

    fn method_by(&self, author: Option<&str>) -> Method {
        let by_author = (author == Some("MT!")).then_some(Method::Machine);
        let method = self.method.or(self.trados_method).or(by_author);
        method.unwrap_or_default()
    }

    fn side(&mut self, lang: Lang) -> Result<Side, String> {
        let Some(index) = self.tuvs.iter().position(|tuv| tuv.lang == lang) else {
            return Err(format!("no {} segment ({})", name(lang), self.listed()));
        };
        let tuv = self.tuvs.swap_remove(index);
        if tuv.text.is_empty() {
            return Err(format!("empty {} segment", name(lang)));
        }
        Ok(Side {
            text: tuv.text,
            tags: Vec::new(),
            previous: tuv.details.previous,
            next: tuv.details.next,
        })
    }

    fn list(&mut self, tag: &str) {
        if self.tags.len() < MOST_LISTED {
            let tag = if tag.is_empty() { "no xml:lang" } else { tag };
            self.tags.push(shown(tag));
        }
    }

    fn listed(&self) -> String {
        match self.tags.as_slice() {
            [] => "it has no <tuv>".to_owned(),
            tags => format!("it has {}", tags.join(", ")),
        }
    }
}

impl Details {
    /// Takes in an attribute; a date that cannot be read is told.
    fn attribute(&mut self, name: &str, value: &str) -> Option<String> {
        match name {
            "creationdate" => self.created.date = date(value),
            "changedate" => self.changed.date = date(value),
            "creationid" => self.created.id = id(value),
            "changeid" => self.changed.id = id(value),
            _ => return None,
        }
        let broken = name.ends_with("date") && date(value).is_none();
        broken.then(|| format!("{name} `{}` is no date like 20250109T091205Z", shown(value)))
    }
}

fn id(value: &str) -> Option<String> {
    (!value.trim().is_empty()).then(|| value.to_owned())
}

/// What Trados' `x-Origin` says of the method: `MT`, `NMT`, `Alignment` and the like.
fn trados_method(value: &str) -> Option<Method> {
    if value.contains("MT") || value.contains("Machine") {
        Some(Method::Machine)
    } else if value.contains("Align") {
        Some(Method::Aligned)
    } else {
        None
    }
}

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Persian => "Persian",
        Lang::English => "English",
    }
}
