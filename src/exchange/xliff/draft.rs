//! One `<trans-unit>` or `<segment>` while it is being read, and what becomes of it.

use std::mem::take;

use foldhash::{HashMap, HashSet};
use quick_xml::events::BytesStart;

use super::found::{Found, Marked, Read};
use super::parts::{MOST_PARTS, Part, paired};
use super::state;
use crate::check::Placeholders;
use crate::exchange::units::{Made, State, Unit};
use crate::exchange::xml::attributes;
use crate::exchange::xml::content::shown;
use crate::text::{Lang, Tagged};

/// The most bytes that the notes of one unit may have together.
const MOST_NOTES: usize = 1024 * 1024;

/// The most bytes that all copies of a unit's id and notes, one for each of its segments, may take.
const MOST_SHARED: usize = 16 * 1024 * 1024;

/// A unit as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The line in which the unit begins, and that of its target.
    line: u64,
    target_line: Option<u64>,
    /// The ids of the unit and of the segment in it.
    id: String,
    segment: String,
    /// The state of the unit or segment according to XLIFF, and according to the program that made the file.
    state: Option<State>,
    of_program: Option<State>,
    /// The states of those segments of a divided text that have one of their own, by their `mid`.
    states: HashMap<String, State>,
    /// Whether the unit is locked, and which segments of a divided text are, by their `mid`.
    is_locked: bool,
    locked: HashSet<String>,
    source: Tagged,
    target: Tagged,
    /// The segments of the source, of the source as it is repeated in segments (1.2), and of the target.
    source_parts: Vec<Part>,
    divided_parts: Option<Vec<Part>>,
    target_parts: Vec<Part>,
    /// The ids of the inline elements of the unit, numbered from 1 in the order in which they are met.
    inline: HashMap<String, u32>,
    notes: Vec<String>,
    /// The bytes of the copies of its id and notes that its segments have so far.
    shared: usize,
    fault: Option<String>,
}

impl Draft {
    /// Begins with the tag of a unit; `is_fixed` if the element around it must not be translated.
    pub(super) fn start(tag: &BytesStart<'_>, line: u64, is_fixed: bool) -> Self {
        let mut draft = Self { line, ..Self::default() };
        let mut is_machine = false;
        let outcome = attributes::each(tag, |name, value| match name {
            "id" => value.clone_into(&mut draft.id),
            "approved" if value == "yes" => draft.state = Some(State::Final),
            "m:trans-origin" => is_machine = state::is_machine(value),
            _ if state::is_lock(name, value) => draft.is_locked = true,
            _ => draft.of_program = draft.of_program.or(state::of_program(name, value)),
        });
        draft.fail(outcome.err());
        if is_machine && draft.of_program == Some(State::Unreviewed) {
            draft.of_program = Some(State::Machine);
        }
        if is_fixed {
            draft.state = Some(State::Fixed);
        }
        draft
    }

    /// Begins another segment of the unit, to which the notes of the unit also belong.
    pub(super) fn start_segment(&mut self, tag: &BytesStart<'_>, line: u64) {
        self.line = line;
        self.target_line = None;
        self.source = Tagged::default();
        self.target = Tagged::default();
        self.segment.clear();
        self.state = self.state.filter(|state| *state == State::Fixed);
        let outcome = attributes::each(tag, |name, value| {
            if name == "id" {
                value.clone_into(&mut self.segment);
            }
        });
        self.fail(outcome.err());
        self.take_state(tag);
    }

    /// Begins the target.
    pub(super) fn start_target(&mut self, tag: &BytesStart<'_>, line: u64) {
        self.target_line = Some(line);
        self.take_state(tag);
    }

    /// Takes in the state that a tag names, if nothing more certain is known.
    fn take_state(&mut self, tag: &BytesStart<'_>) {
        let (mut state, mut qualifier) = (None, None);
        let outcome = attributes::each(tag, |name, value| match name {
            "state" => state = Some(value.to_owned()),
            "state-qualifier" => qualifier = Some(value.to_owned()),
            _ => {}
        });
        self.fail(outcome.err());
        let state = state::qualified(state.as_deref(), qualifier.as_deref());
        self.state = self.state.or(state);
    }

    /// How far the translation has got.
    fn state(&self) -> State {
        self.state.or(self.of_program).unwrap_or_default()
    }

    /// How far that of a segment of a divided text has got.
    fn state_of(&self, mid: &str) -> State {
        match self.state() {
            State::Fixed => State::Fixed,
            state => self.states.get(mid).copied().unwrap_or(state),
        }
    }

    /// Takes in the state of a segment from the tag `<sdl:seg>`.
    pub(super) fn state_of_segment(&mut self, tag: &BytesStart<'_>) {
        let (mut mid, mut conf) = (String::new(), None);
        let (mut is_machine, mut is_locked) = (false, false);
        let outcome = attributes::each(tag, |name, value| match name {
            "id" => value.clone_into(&mut mid),
            "conf" => conf = Some(value.to_owned()),
            "origin" => is_machine = state::is_machine(value),
            _ => is_locked |= state::is_lock(name, value),
        });
        self.fail(outcome.err());
        if is_locked && self.locked.len() < MOST_PARTS {
            self.locked.insert(mid.clone());
        }
        if let Some(state) = state::of_segment(conf.as_deref(), is_machine)
            && self.states.len() < MOST_PARTS
        {
            self.states.insert(mid, state);
        }
    }

    pub(super) fn source(&mut self, text: Tagged, parts: Vec<Part>) {
        self.source = text;
        self.source_parts = parts;
    }

    /// Takes in the `<seg-source>`, which repeats the source.
    pub(super) fn divided(&mut self, _: Tagged, parts: Vec<Part>) {
        self.divided_parts = Some(parts);
    }

    pub(super) fn target(&mut self, text: Tagged, parts: Vec<Part>) {
        self.target = text;
        self.target_parts = parts;
    }

    /// The number of an inline element, from 1 in the order in which they are met; `finish` may still change it.
    pub(super) fn number_of(&mut self, id: &str) -> u32 {
        let next = u32::try_from(self.inline.len() + 1).unwrap_or(u32::MAX);
        *self.inline.entry(id.to_owned()).or_insert(next)
    }

    /// For each number that was assigned, the number that its id is, if all ids are numbers.
    fn numbers(&self) -> Option<Vec<u32>> {
        let mut ids: Vec<(u32, &String)> = self.inline.iter().map(|(id, at)| (*at, id)).collect();
        ids.sort_unstable();
        let number = |id: &String| id.parse().ok().filter(|n: &u32| *n > 0 && n.to_string() == *id);
        ids.into_iter().map(|(_, id)| number(id)).collect()
    }

    pub(super) fn note(&mut self, text: String) {
        let length: usize = self.notes.iter().map(String::len).sum();
        match length + text.len() {
            0..MOST_NOTES => self.notes.push(text),
            _ => self.fail(Some("notes longer than 1 MiB".to_owned())),
        }
    }

    /// Notes that no unit can be made from this, and why; the first reason is kept.
    pub(super) fn fail(&mut self, fault: Option<String>) {
        if self.fault.is_none() {
            self.fault = fault;
        }
    }

    /// Makes the unit, or one for each segment into which it is divided, or says why there is none, and passes the
    /// result to `add`.
    ///
    /// It is divided if its source is, and its target too, or if the target has nothing of its own.
    pub(super) fn finish(&mut self, source_lang: Lang, mut add: impl FnMut(Found)) {
        let line = self.target_line.unwrap_or(self.line);
        let [source, target] = [take(&mut self.source), take(&mut self.target)];
        let sources = take(&mut self.source_parts);
        let sources = self.divided_parts.take().unwrap_or(sources);
        let targets = take(&mut self.target_parts);
        let is_open =
            target.text.is_empty() || self.state().is_suggestion() && target.text == source.text;
        let is_divided = !sources.is_empty() && (is_open || !targets.is_empty());
        if !is_divided || self.fault.is_some() {
            let segment = take(&mut self.segment);
            let unit = self.unit(source_lang, &segment, [source, target], line);
            let is_locked = self.is_locked;
            add(unit.map(|unit| Read { unit: ignored(unit, is_locked), marks: None }));
            return;
        }
        let is_one = sources.len() == 1;
        let is_target_divided = !targets.is_empty();
        let (pairs, left) = paired(sources, targets);
        for (source, target) in pairs {
            let marks = Marked {
                source: source.line,
                target: target.as_ref().map(|part| part.line),
                is_target_divided,
            };
            let line = marks.target.unwrap_or(marks.source);
            let texts = [source.text, target.map(|part| part.text).unwrap_or_default()];
            // One segment is the unit.
            let segment = if is_one { "" } else { &source.mid };
            let state = self.state_of(&source.mid);
            let is_locked = self.is_locked || self.locked.contains(&source.mid);
            let unit = self.unit(source_lang, segment, texts, line);
            add(unit.map(|unit| Read {
                unit: ignored(Unit { state, ..unit }, is_locked),
                marks: Some(marks),
            }));
        }
        for part in left {
            let message = format!(
                "a segment “{}” of a <target> whose source has no such segment",
                shown(&part.mid)
            );
            add(Err((part.line, message)));
        }
    }

    /// The unit of these texts, or why there is none.
    fn unit(
        &mut self,
        source_lang: Lang,
        segment: &str,
        texts: [Tagged; 2],
        line: u64,
    ) -> Result<Unit, (u64, String)> {
        self.shared += self.id.len() + self.notes.iter().map(String::len).sum::<usize>();
        if self.shared > MOST_SHARED {
            self.fail(Some("a unit whose notes its segments have more than 16 MiB of".to_owned()));
        }
        if let Some(fault) = self.fault.take() {
            return Err((line, fault));
        }
        let ids = [self.id.as_str(), segment];
        let ids: Vec<&str> = ids.into_iter().filter(|id| !id.is_empty()).collect();
        let numbers = self.numbers();
        let [source, target] = texts.map(|text| renumbered(text, numbers.as_deref()));
        Ok(Unit {
            source_lang,
            source: source.text,
            source_tags: source.tags,
            target: target.text,
            target_tags: target.tags,
            id: (!ids.is_empty()).then(|| ids.join("/")),
            notes: self.notes.clone(),
            placeholders: Placeholders::default(),
            state: self.state(),
            made: Made::default(),
            line,
        })
    }
}

/// The unit, which must not be translated if it has no translation and is locked.
fn ignored(mut unit: Unit, is_locked: bool) -> Unit {
    if is_locked && unit.is_open() {
        unit.state = State::Fixed;
    }
    unit
}

/// A text whose tags have the numbers that `ids` has for theirs.
fn renumbered(mut text: Tagged, ids: Option<&[u32]>) -> Tagged {
    for tag in &mut text.tags {
        tag.number = ids.map_or(tag.number, |ids| ids[tag.number as usize - 1]);
    }
    text
}
