//! Whether files of units can contain what is to be written, or stored to be written some day.

use crate::error::Result;
use crate::exchange::xml::content::{forbidden, not_held, shown};
use crate::text::Tag;
use crate::unit::{Said, TranslationUnit};

/// Refuses a unit, the one with this number, that has a character which XML cannot represent; no reader accepts one,
/// whatever the format.
pub(crate) fn check(unit: &TranslationUnit, number: u64) -> Result<()> {
    let mut found = None;
    each(unit, &mut |text| found = found.or_else(|| forbidden(text)));
    match found {
        None => Ok(()),
        Some(c) => {
            let text = shown(&unit.side(unit.source_lang).text);
            Err(not_held(&format!("unit {number} (`{text}`)"), c))
        }
    }
}

/// Passes all texts of a unit to `take`, except the name of its origin, which is that of a file and may be anything.
fn each(unit: &TranslationUnit, take: &mut impl FnMut(&str)) {
    for side in [&unit.persian, &unit.english] {
        take(&side.text);
        each_of_tags(&side.tags, take);
        side.previous.iter().chain(&side.next).for_each(|text| take(text));
    }
    unit.author.iter().chain(&unit.note).for_each(|text| take(text));
    let Some(details) = &unit.details else {
        return;
    };
    for said in [&details.unit, &details.persian, &details.english] {
        each_said(said, take);
    }
    for other in &details.others {
        take(&other.lang);
        take(&other.text);
        each_of_tags(&other.tags, take);
        each_said(&other.said, take);
    }
}

fn each_of_tags(tags: &[Tag], take: &mut impl FnMut(&str)) {
    for tag in tags {
        take(&tag.role);
        take(&tag.code);
    }
}

fn each_said(said: &Said, take: &mut impl FnMut(&str)) {
    said.attributes.values().chain(&said.notes).for_each(|text| take(text));
    for (kind, value) in &said.props {
        take(kind);
        take(value);
    }
}
