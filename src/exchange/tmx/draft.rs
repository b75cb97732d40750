//! One `<tu>` while it is being read, and what becomes of it: units, or why there are none.

use quick_xml::events::BytesStart;

use super::date::date;
use super::number;
use super::said;
use super::segment::Found;
use crate::exchange::xml::attributes;
use crate::exchange::xml::bounded::LONGEST;
use crate::exchange::xml::content::shown;
use crate::text::Lang;
use crate::unit::{Details, Method, Origin, Other, Said, Side, TranslationUnit};

/// The most languages that a message lists, and the most remarks on one unit.
const MOST_LISTED: usize = 8;

/// What a note, a property or a further `<tuv>` costs in addition to its text, so that empty ones do not fill the
/// memory.
const COST: usize = 128;

/// One `<tu>` as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The line of the `<tu>` tag.
    pub(super) line: u64,
    /// Its number among all those of the file, from 1.
    number: u64,
    source: Option<Lang>,
    said: Said,
    tuvs: Vec<Tuv>,
    method: Option<Method>,
    /// How many bytes are kept besides the segments of the first `<tuv>` in each language.
    size: usize,
    /// Faults that leave the unit usable.
    remarks: Vec<String>,
    /// The first fault that does not.
    fault: Option<String>,
}

/// A `<tuv>`: the unit in one language.
#[derive(Clone, Debug, Default)]
struct Tuv {
    lang: Option<Lang>,
    /// The language as it is written.
    tag: String,
    line: u64,
    segment: Found,
    said: Said,
    previous: Option<String>,
    next: Option<String>,
}

/// The result of a `<tu>`: a unit, and the line of its target.
pub(super) type Finished = (TranslationUnit, u64);

impl Draft {
    /// Begins with a `<tu>` tag, the one with this number in the file; `source` is the source language if the tag names
    /// none.
    pub(super) fn start(
        tag: &BytesStart<'_>,
        line: u64,
        number: u64,
        source: Option<Lang>,
    ) -> Self {
        let mut draft = Self { line, number, source, ..Self::default() };
        let outcome = attributes::each(tag, |name, value| {
            if name == "srclang" {
                draft.source = Lang::from_tag(value);
            }
            let remark = attribute(&mut draft.said, name, value, true);
            draft.remark(remark);
        });
        draft.fail(outcome.err());
        draft
    }

    /// Begins a `<tuv>` in line `line`.
    pub(super) fn start_tuv(&mut self, tag: &BytesStart<'_>, line: u64) {
        let mut tuv = Tuv { line, ..Tuv::default() };
        let mut remarks = Vec::new();
        let (mut xml_lang, mut plain_lang) = (None, None);
        let outcome = attributes::each(tag, |name, value| match name {
            "xml:lang" => xml_lang = Some(value.to_owned()),
            "lang" => plain_lang = Some(value.to_owned()),
            _ => remarks.extend(attribute(&mut tuv.said, name, value, false)),
        });
        self.fail(outcome.err());
        tuv.tag = xml_lang.or(plain_lang).unwrap_or_default();
        tuv.lang = Lang::from_tag(&tuv.tag);
        for remark in remarks {
            self.remark(Some(remark));
        }
        let attributes = tuv.said.attributes.iter();
        let size: usize = attributes.map(|(name, value)| name.len() + value.len()).sum();
        self.add_size(tuv.tag.len() + size);
        self.tuvs.push(tuv);
    }

    /// Takes in a `<seg>`; the first of a `<tuv>` counts.
    pub(super) fn segment(&mut self, mut segment: Found) {
        let Some((tuv, before)) = self.tuvs.split_last_mut() else {
            return;
        };
        if !tuv.segment.tagged.text.is_empty() {
            return;
        }
        let remark = segment.remark.take();
        let is_first = tuv.lang.is_some() && before.iter().all(|other| other.lang != tuv.lang);
        let length = segment.tagged.text.len();
        tuv.segment = segment;
        self.remark(remark);
        if !is_first {
            self.add_size(length);
        }
    }

    /// Takes in a note of the `<tu>` or of its latest `<tuv>`.
    pub(super) fn note(&mut self, text: String, in_tuv: bool) {
        self.add_size(text.len());
        self.said(in_tuv).notes.push(text);
    }

    /// Takes in a `<prop>` of the `<tu>` or of its latest `<tuv>`.
    pub(super) fn prop(&mut self, kind: String, value: String, in_tuv: bool) {
        self.add_size(kind.len() + value.len());
        match (kind.as_str(), self.tuvs.last_mut()) {
            ("x-method", _) => self.method(&value),
            ("prev", Some(tuv)) if in_tuv && tuv.lang.is_some() => tuv.previous = filled(value),
            ("next", Some(tuv)) if in_tuv && tuv.lang.is_some() => tuv.next = filled(value),
            _ => self.said(in_tuv).props.push((kind, value)),
        }
    }

    fn said(&mut self, in_tuv: bool) -> &mut Said {
        match self.tuvs.last_mut() {
            Some(tuv) if in_tuv => &mut tuv.said,
            _ => &mut self.said,
        }
    }

    fn method(&mut self, name: &str) {
        if name.is_empty() {
            return;
        }
        self.method = Method::from_name(name);
        if self.method.is_none() {
            let name = shown(name);
            let remark = format!("x-method `{name}` is none of human, aligned and machine");
            self.remark(Some(remark));
        }
    }

    fn remark(&mut self, remark: Option<String>) {
        if self.remarks.len() < MOST_LISTED {
            self.remarks.extend(remark);
        }
    }

    /// Counts what is kept; more than that is a fault.
    fn add_size(&mut self, size: usize) {
        self.size += size + COST;
        if self.size > LONGEST {
            let fault = "a <tu> with more than 1 MiB beside its segments";
            self.fail(Some(fault.to_owned()));
            (self.said, self.tuvs) = (Said::default(), Vec::new());
            self.size = 0;
        }
    }

    /// Notes that no unit can be made from this, and why; the first reason is kept.
    pub(super) fn fail(&mut self, fault: Option<String>) {
        self.fault = self.fault.take().or(fault);
    }

    /// Returns the faults that leave the unit usable.
    pub(super) fn take_remarks(&mut self) -> Vec<String> {
        std::mem::take(&mut self.remarks)
    }

    /// Makes the units, or says why there are none.
    ///
    /// The first Persian and the first English side are one; each further English one with the first Persian one, and
    /// each further Persian one with the first English one, is another.
    pub(super) fn finish(mut self, origin: &str) -> Result<Vec<Finished>, String> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let source = self.source_lang();
        self.check(Lang::Persian)?;
        self.check(Lang::English)?;
        let mut persian = self.sides(Lang::Persian)?;
        let mut english = self.sides(Lang::English)?;
        let (more_persian, more_english) = (persian.split_off(1), english.split_off(1));
        let beside_persian = more_english.into_iter().map(|tuv| (persian[0].clone(), tuv));
        let beside_english = more_persian.into_iter().map(|tuv| (tuv, english[0].clone()));
        let further: Vec<(Tuv, Tuv)> = beside_persian.chain(beside_english).collect();
        let first = persian.pop().zip(english.pop());
        let mut others = self.others();
        let mut left = 1 + further.len();
        let mut units = Vec::with_capacity(left);
        for (persian, english) in first.into_iter().chain(further) {
            left -= 1;
            let said = match left {
                0 => std::mem::take(&mut self.said),
                _ => self.said.clone(),
            };
            let others = std::mem::take(&mut others);
            units.push(self.unit(source, said, (persian, english), others, origin));
        }
        Ok(units)
    }

    fn source_lang(&self) -> Lang {
        let first = self.tuvs.iter().find_map(|tuv| tuv.lang);
        self.source.or(first).unwrap_or(Lang::Persian)
    }

    /// Takes the sides in `lang` that have a text, of which there must be one.
    fn sides(&mut self, lang: Lang) -> Result<Vec<Tuv>, String> {
        let is_taken =
            |tuv: &mut Tuv| tuv.lang == Some(lang) && !tuv.segment.tagged.text.is_empty();
        let sides: Vec<Tuv> = self.tuvs.extract_if(.., is_taken).collect();
        if sides.is_empty() { Err(format!("empty {} segment", lang.name())) } else { Ok(sides) }
    }

    /// Whether the only thing wrong with it is that it lacks a side in Persian or English.
    pub(super) fn is_foreign(&self) -> bool {
        self.fault.is_none() && Lang::ALL.into_iter().any(|lang| self.check(lang).is_err())
    }

    /// Whether all that is wrong with it is that its text in Persian or in English is empty.
    pub(super) fn is_untranslated(&self) -> bool {
        let has_text = |lang: &Lang| {
            let mut own = self.tuvs.iter().filter(|tuv| tuv.lang == Some(*lang));
            own.any(|tuv| !tuv.segment.tagged.text.is_empty())
        };
        self.fault.is_none() && !self.is_foreign() && !Lang::ALL.iter().all(has_text)
    }

    /// Checks that there is a side in `lang`.
    fn check(&self, lang: Lang) -> Result<(), String> {
        if self.tuvs.iter().any(|tuv| tuv.lang == Some(lang)) {
            Ok(())
        } else {
            Err(format!("no {} segment ({})", lang.name(), self.listed()))
        }
    }

    /// Takes the sides in further languages that have a text.
    fn others(&mut self) -> Vec<Tuv> {
        let mut tuvs = std::mem::take(&mut self.tuvs);
        tuvs.retain(|tuv| tuv.lang.is_none() && !tuv.segment.tagged.text.is_empty());
        tuvs
    }

    fn listed(&self) -> String {
        let tags = self.tuvs.iter().take(MOST_LISTED);
        let tags: Vec<String> = tags
            .map(|tuv| match tuv.tag.as_str() {
                "" => "no xml:lang".to_owned(),
                tag => shown(tag),
            })
            .collect();
        match tags.as_slice() {
            [] => "it has no <tuv>".to_owned(),
            tags => format!("it has {}", tags.join(", ")),
        }
    }

    fn unit(
        &self,
        source_lang: Lang,
        said: Said,
        (mut persian, mut english): (Tuv, Tuv),
        others: Vec<Tuv>,
        origin: &str,
    ) -> Finished {
        let (source, target) = match source_lang {
            Lang::Persian => (&mut persian, &mut english),
            Lang::English => (&mut english, &mut persian),
        };
        source.take_neighbours(&said);
        number::like(&source.segment, &mut target.segment);
        let line = target.line;
        let others = others.into_iter().map(|mut tuv| {
            number::like(&source.segment, &mut tuv.segment);
            Other {
                lang: tuv.tag,
                text: tuv.segment.tagged.text,
                tags: tuv.segment.tagged.tags,
                said: tuv.said,
            }
        });
        let others = others.collect();
        let mut details = Details {
            unit: said,
            persian: persian.take_said(),
            english: english.take_said(),
            others,
        };
        let parts = said::parts(&details, source_lang);
        let (date, author) = said::last_change(parts);
        let author = author.map(str::to_owned);
        let method = said::likely_method(parts, author.as_deref());
        let origin = Origin { name: origin.to_owned(), method: self.method.unwrap_or(method) };
        let note = said::note(parts);
        let unit = TranslationUnit {
            source_lang,
            origin,
            date,
            author,
            note,
            details: said::forget_usual(&mut details, self.number, source_lang, date)
                .then(|| Box::new(details)),
            persian: persian.into(),
            english: english.into(),
        };
        (unit, line)
    }
}

impl Tuv {
    /// Takes the neighbours given for the `<tu>`, if it has none of its own.
    fn take_neighbours(&mut self, of_unit: &Said) {
        let prop = |kind: &str| {
            let prop = of_unit.props.iter().rev().find(|(name, _)| name == kind);
            prop.and_then(|(_, value)| filled(value.clone()))
        };
        self.previous = self.previous.take().or_else(|| prop("prev"));
        self.next = self.next.take().or_else(|| prop("next"));
    }

    /// What is said about the side, with its language if that is not written with two letters.
    fn take_said(&mut self) -> Said {
        let mut said = std::mem::take(&mut self.said);
        if self.lang.is_some_and(|lang| lang.code() != self.tag) {
            let tag = std::mem::take(&mut self.tag);
            said.attributes.insert("xml:lang".to_owned(), tag);
        }
        said
    }
}

impl From<Tuv> for Side {
    fn from(tuv: Tuv) -> Self {
        Self {
            text: tuv.segment.tagged.text,
            tags: tuv.segment.tagged.tags,
            previous: tuv.previous,
            next: tuv.next,
        }
    }
}

/// Takes in an attribute of a `<tu>` or `<tuv>`; a date that cannot be read is reported.
fn attribute(said: &mut Said, name: &str, value: &str, of_unit: bool) -> Option<String> {
    let is_blank_id = name.ends_with("id") && value.trim().is_empty();
    if is_blank_id || !said::is_kept(name, of_unit) {
        return None;
    }
    if matches!(name, "creationdate" | "changedate") && date(value).is_none() {
        let value = shown(value);
        return Some(format!("{name} `{value}` is no date like 20250109T091205Z"));
    }
    said.attributes.insert(name.to_owned(), value.to_owned());
    None
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
