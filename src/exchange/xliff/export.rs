//! Writes the units of a memory as XLIFF, one after another.

use super::written::{Unit, Version};
use crate::error::Result;
use crate::exchange::bilingual::State;
use crate::exchange::xml::content::{forbidden, not_held, shown};
use crate::text::{Lang, Tagged};
use crate::unit::{Method, TranslationUnit};

impl Version {
    /// One unit, translated from `lang`; what a machine translated is still to be looked at.
    ///
    /// # Errors
    ///
    /// A text in it holds a character that XML cannot hold.
    pub(in crate::exchange) fn unit(
        self,
        unit: &TranslationUnit,
        number: u64,
        lang: Lang,
    ) -> Result<String> {
        check(unit, number)?;
        let side = |lang| {
            let side = unit.side(lang);
            Tagged {
                text: side.text.clone(),
                tags: side.tags.clone(),
            }
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
        Ok(out)
    }
}

/// Refuses a unit, the one of this number, in which a character stands that XML cannot hold.
fn check(unit: &TranslationUnit, number: u64) -> Result<()> {
    let texts = [
        Some(&unit.persian.text),
        Some(&unit.english.text),
        unit.note.as_ref(),
    ];
    let tags = unit.persian.tags.iter().chain(&unit.english.tags);
    let mut all = texts.into_iter().flatten().chain(tags.map(|tag| &tag.code));
    match all.find_map(|text| forbidden(text)) {
        None => Ok(()),
        Some(c) => {
            let text = shown(&unit.side(unit.source_lang).text);
            let holder = format!("unit {number} (`{text}`)");
            Err(not_held(&holder, c, "; write a .tsv"))
        }
    }
}
