//! Puts translations into the segments into which a unit of XLIFF 1.2 is divided.

use std::ops::Range;

use super::{Places, Walk, opened};
use crate::error::Result;
use crate::exchange::units::State;
use crate::exchange::xliff::found::Marked;

impl Walk<'_> {
    /// Writes the segments of a unit that has been read: the units from `first` on.
    pub(super) fn finish_divided(
        &mut self,
        places: &Places,
        first: usize,
        marks: &[Marked],
    ) -> Result<()> {
        let placing = self.placing;
        let is_new = marks.iter().all(|marks| !marks.is_target_divided);
        let mut contents = Vec::with_capacity(marks.len());
        let mut are_sure = true;
        for (unit, marks) in (first..).zip(marks) {
            let filling = placing.filling(unit);
            let target = marks.target.and_then(|target| self.marks.get(target));
            let filling = filling.filter(|_| is_new || target.is_some());
            let source = self.marks.inside(marks.source);
            let Some((filling, source)) = filling.zip(source) else {
                contents.push(None);
                continue;
            };
            let (content, is_sure) = self.content(unit, filling, source)?;
            are_sure &= is_sure;
            contents.push(Some(content));
            self.placed.push(unit);
        }
        if contents.iter().all(Option::is_none) {
            return Ok(());
        }
        // If the segments of a unit differ, the state of the one that has got furthest; a locked one says nothing about
        // the others.
        let states = placing.units[first..]
            .iter()
            .zip(marks)
            .map(|(unit, _)| unit.state)
            .filter(|state| *state != State::Fixed);
        let was = states.max().unwrap_or_default();
        let state = state(was, are_sure, contents.iter().all(Option::is_some));
        if is_new {
            let content = self.like_source(places, marks, &contents, was);
            self.put(places, &content, state);
        } else {
            self.put_into_marks(places, marks, contents, state);
        }
        Ok(())
    }

    /// The content of a target that has the marks of the source, and everything between them, with `contents` in the
    /// segments.
    ///
    /// The other segments are empty, or have the source if all of it stood in the target until somebody translated it.
    fn like_source(
        &self,
        places: &Places,
        marks: &[Marked],
        contents: &[Option<String>],
        was: State,
    ) -> String {
        let whole = places.divided.as_ref().unwrap_or(&places.source);
        let has_source = was == State::Draft && places.target.is_some() && !self.is_blank(places);
        let mut written = String::new();
        let mut at = whole.start;
        for (marks, content) in marks.iter().zip(contents) {
            let Some(inside) = self.marks.inside(marks.source) else {
                continue;
            };
            written.push_str(&self.text[at..inside.start]);
            at = inside.end;
            match content {
                Some(content) => written.push_str(content),
                None if has_source => written.push_str(&self.text[inside]),
                None => {}
            }
        }
        written + &self.text[at..whole.end]
    }

    /// Whether nothing but white space stands in the target.
    fn is_blank(&self, places: &Places) -> bool {
        let tag = places.target_tag.as_ref().map_or(0, |tag| tag.end);
        let target = places.target.as_ref().map_or(0, |target| target.end);
        let inside = self.text.get(tag..target).unwrap_or_default();
        inside.trim_end_matches("</target>").trim().is_empty()
    }

    /// Writes `contents` into the marks of a target; everything else in it stays, except its state.
    fn put_into_marks(
        &mut self,
        places: &Places,
        marks: &[Marked],
        contents: Vec<Option<String>>,
        state: Option<&str>,
    ) {
        self.disapprove(places, state);
        if let Some(tag) = &places.target_tag {
            self.replace(tag.clone(), &self.target_tag(places, state));
        }
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        for (marks, content) in marks.iter().zip(contents) {
            let mark = marks.target.and_then(|target| self.marks.get(target));
            changes.extend(mark.zip(content).map(|(mark, content)| match &mark.inside {
                Some(inside) => (inside.clone(), content),
                None => {
                    let tag = opened(&self.text[mark.tag.clone()]);
                    (mark.tag.clone(), format!("{tag}{content}</mrk>"))
                }
            }));
        }
        // A translation may have its segments in another order.
        changes.sort_by_key(|(place, _)| place.start);
        for (place, content) in changes {
            self.replace(place, &content);
        }
    }
}

/// The state of a target in which some segments have been filled, or all; `None` where it stays as it `was`.
fn state(was: State, are_sure: bool, are_all: bool) -> Option<&'static str> {
    match (are_sure, was) {
        (true, _) if are_all => Some("translated"),
        (false, _) if are_all => Some("needs-review-translation"),
        (false, State::Translated | State::Final) => Some("needs-review-translation"),
        _ => None,
    }
}
