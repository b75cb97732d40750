//! A unit of the memory, with its number.

use std::io;

use hamta::matching::Candidate;
use hamta::tm::{Listed, Near};
use hamta::unit::{Method, TranslationUnit};
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::memory::UnitJson;
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, SUBJECT};

/// The columns before the texts of a unit.
const INDENT: usize = 4;

#[derive(Serialize)]
struct ListedJson<'a> {
    #[serde(flatten)]
    unit: UnitJson<'a>,
    attached: bool,
    nearest: Option<NearJson>,
}

#[derive(Serialize)]
struct NearJson {
    unit: i64,
    rate: u8,
}

/// Writes a unit that was asked for.
pub(crate) fn listed(listed: &Listed, output: &mut Output) -> io::Result<()> {
    let Candidate { id, unit } = &listed.candidate;
    if output.is_json() {
        let near = |&Near { unit, rate }: &Near| NearJson { unit, rate };
        return output.json(&ListedJson {
            unit: UnitJson::new(*id, unit),
            attached: listed.is_attached,
            nearest: listed.nearest.as_ref().map(near),
        });
    }
    let mut asides = asides(unit);
    if listed.is_attached {
        asides.insert(1, "attached".to_owned());
    }
    if let Some(Near { unit, rate }) = listed.nearest {
        asides.push(format!("near unit {unit}: {rate}"));
    }
    headed(&id.to_string(), &asides, unit, output)?;
    output.gap()
}

/// Writes a unit that a change affects, after its number or another label.
pub(crate) fn write(label: &str, unit: &TranslationUnit, output: &mut Output) -> io::Result<()> {
    headed(label, &asides(unit), unit, output)
}

/// Writes a unit: where it comes from, then its two texts, the source first.
fn headed(
    label: &str,
    asides: &[String],
    unit: &TranslationUnit,
    output: &mut Output,
) -> io::Result<()> {
    let aside = format!("  {}", asides.join(" · "));
    output.left(0, &[piece(label, SUBJECT), piece(&aside, ASIDE)])?;
    for lang in [unit.source_lang, unit.source_lang.other()] {
        let text = plain(&unit.side(lang).text);
        output.paragraph(direction(lang), INDENT, &[text])?;
    }
    Ok(())
}

/// Where it comes from, and when and by whom it was made.
fn asides(unit: &TranslationUnit) -> Vec<String> {
    let mut asides = vec![unit.origin.name.clone()];
    if unit.origin.method != Method::Human {
        asides.push(unit.origin.method.name().to_owned());
    }
    asides.extend(unit.date.map(|date| date.strftime("%F").to_string()));
    asides.extend(unit.author.clone());
    asides
}
