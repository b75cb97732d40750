//! Writes the units of a memory as XLIFF, one after another.

use super::unit::Unit;
use super::written::Version;
use crate::exchange::units::State;
use crate::text::{Lang, Tagged};
use crate::unit::{Method, TranslationUnit};

impl Version {
    /// One unit, translated from `lang`; what a machine translated is marked as still to be looked at.
    pub(in crate::exchange) fn unit(
        self,
        unit: &TranslationUnit,
        number: u64,
        lang: Lang,
    ) -> String {
        let side = |lang| {
            let side = unit.side(lang);
            Tagged { text: side.text.clone(), tags: side.tags.clone() }
        };
        let written = Unit {
            id: &number.to_string(),
            state: match unit.origin.method {
                Method::Machine => State::Unreviewed,
                Method::Human | Method::Aligned => State::Translated,
            },
            source: &side(lang),
            target: Some(&side(lang.other())),
            notes: unit.note.iter().map(|note| ("", note.clone())).collect(),
            offered: None,
            names: &[],
        };
        let mut out = String::new();
        self.push(&mut out, &written, self.indent());
        out
    }
}
