//! A hit of the concordance.

use std::io;

use hamta::text::Lang;
use hamta::tm::Hit;
use hamta::unit::Origin;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::place::Place;
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, GOOD};

#[derive(Serialize)]
struct HitJson<'a> {
    unit: i64,
    lang: &'static str,
    source: &'a str,
    target: &'a str,
    hits: Vec<Place<'a>>,
    origin: &'a Origin,
}

/// Writes a unit that contains the phrase in `lang`.
pub(crate) fn write(hit: &Hit, lang: Lang, output: &mut Output) -> io::Result<()> {
    let unit = &hit.candidate.unit;
    let source = &unit.side(lang).text;
    let target = &unit.side(lang.other()).text;
    if output.is_json() {
        return output.json(&HitJson {
            unit: hit.candidate.id,
            lang: lang.code(),
            source,
            target,
            hits: hit.spans.iter().map(|&span| Place::new(span, source)).collect(),
            origin: &unit.origin,
        });
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    for span in &hit.spans {
        if span.start < at {
            continue;
        }
        pieces.push(plain(&source[at..span.start]));
        pieces.push(piece(span.of(source), GOOD));
        at = span.end;
    }
    pieces.push(plain(&source[at..]));
    output.paragraph(direction(lang), 0, &pieces)?;
    output.paragraph(direction(lang.other()), 0, &[plain(target)])?;
    output.left(0, &[piece(&unit.origin.name, ASIDE)])?;
    output.gap()
}
