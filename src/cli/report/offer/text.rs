//! An offer as a translator reads it on a terminal.

use std::collections::BTreeSet;
use std::{io, iter};

use anstyle::Style;
use hamta::glossary::{Entry, Status};
use hamta::matching::{Change, Difference, DifferenceKind, Match, Proposal};
use hamta::text::{Span, fold};
use hamta::tm::Phrase;
use unicode_width::UnicodeWidthStr;

use super::Offer;
use crate::cli::output::{Output, piece, plain};
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, GOOD, NEW, ODD, SUBJECT};
use crate::cli::screen::{Direction, Piece};

/// The columns before the details of a match.
const INDENT: usize = 14;

/// The most forms of a name that are shown besides the preferred one.
const MOST_FORMS: usize = 3;

pub(super) fn write(offer: &Offer<'_>, output: &mut Output) -> io::Result<()> {
    if offer.segment.number > 1 {
        output.gap()?;
    }
    let number = format!("{}  ", offer.segment.number);
    let segment = [piece(&number, ASIDE), piece(offer.segment.text, SUBJECT)];
    output.paragraph(direction(offer.lang), 0, &segment)?;
    for proposal in &offer.matches {
        write_match(offer, proposal, output)?;
    }
    if offer.matches.is_empty() {
        output.left(2, &[piece("no match", ASIDE)])?;
    }
    for phrase in &offer.phrases {
        write_phrase(offer, phrase, output)?;
    }
    write_names(offer, output)
}

fn write_match(offer: &Offer<'_>, proposal: &Proposal, output: &mut Output) -> io::Result<()> {
    let found = &proposal.found;
    let unit = &found.candidate.unit;
    let style = if found.rate >= 70 { GOOD } else { ODD };
    let label = format!("  {:>3} {}", found.rate, found.kind.name());
    let target = target(offer, proposal);
    match direction(offer.lang.other()) {
        Direction::LeftToRight => output.labelled(piece(&label, style), INDENT, &target)?,
        right_to_left => {
            output.left(0, &[piece(&label, style)])?;
            output.paragraph(right_to_left, INDENT, &target)?;
        }
    }
    if !found.differences.is_empty() {
        let source = &unit.side(offer.lang).text;
        let spans = found.differences.iter().filter_map(|d| d.unit);
        let marked = marked(source, spans, ASIDE, ODD);
        output.paragraph(direction(offer.lang), INDENT, &marked)?;
    }
    for difference in &found.differences {
        write_difference(offer, found, difference, output)?;
    }
    write_changes(offer, proposal, output)?;
    output.left(INDENT, &[piece(&provenance(found), ASIDE)])
}

/// A phrase that the memory knows, with the unit that contains it.
fn write_phrase(offer: &Offer<'_>, phrase: &Phrase, output: &mut Output) -> io::Result<()> {
    let unit = &phrase.candidate.unit;
    let quoted = offer.lang.quote(phrase.span.of(offer.segment.text));
    output.labelled(piece("  phrase", ASIDE), INDENT, &[piece(&quoted, GOOD)])?;
    let target = [plain(&unit.side(offer.lang.other()).text)];
    output.paragraph(direction(offer.lang.other()), INDENT, &target)?;
    let source = marked(&unit.side(offer.lang).text, iter::once(phrase.unit), ASIDE, GOOD);
    output.paragraph(direction(offer.lang), INDENT, &source)?;
    output.left(INDENT, &[piece(&unit.origin.name, ASIDE)])
}

/// The target as it is offered, with what was exchanged in it in a style of its own.
fn target<'a>(offer: &Offer<'_>, proposal: &'a Proposal) -> Vec<Piece<'a>> {
    match &proposal.adaptation {
        Some(adaptation) => {
            let spans = adaptation.changes.iter().map(|change| change.span);
            marked(&adaptation.target, spans, Style::new(), NEW)
        }
        None => vec![plain(&proposal.found.candidate.unit.side(offer.lang.other()).text)],
    }
}

/// A text in one style, with some of it in another.
fn marked(
    text: &str,
    spans: impl Iterator<Item = Span>,
    style: Style,
    within: Style,
) -> Vec<Piece<'_>> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort();
    let mut pieces = Vec::new();
    let mut at = 0;
    for span in spans {
        pieces.push(piece(&text[at..span.start], style));
        pieces.push(piece(span.of(text), within));
        at = span.end;
    }
    pieces.push(piece(&text[at..], style));
    pieces
}

/// One line for each difference; its two texts are columns, so that each keeps its place in any script.
fn write_difference(
    offer: &Offer<'_>,
    found: &Match,
    difference: &Difference,
    output: &mut Output,
) -> io::Result<()> {
    let source = &found.candidate.unit.side(offer.lang).text;
    let quote = |span: Option<Span>, text: &str| span.map(|span| offer.lang.quote(span.of(text)));
    let segment = quote(difference.segment, offer.segment.text);
    let unit = quote(difference.unit, source);
    let said = match (segment, unit) {
        (Some(segment), Some(unit)) => format!("{segment}  for  {unit}"),
        (Some(segment), None) => format!("{segment}  added"),
        (None, unit) => format!("{}  left out", unit.unwrap_or_default()),
    };
    let heading = format!("{:<13}", heading(difference.kind));
    output.left(INDENT, &[piece(&heading, ASIDE), plain(&said)])
}

/// One line for each text that was exchanged, with what the unit's own target has there.
fn write_changes(offer: &Offer<'_>, proposal: &Proposal, output: &mut Output) -> io::Result<()> {
    let Some(adaptation) = &proposal.adaptation else {
        return Ok(());
    };
    let lang = offer.lang.other();
    let said = |change: &Change| {
        let now = lang.quote(change.span.of(&adaptation.target));
        format!("{now}  for  {}", lang.quote(&change.was))
    };
    let mut said: Vec<String> = adaptation.changes.iter().map(said).collect();
    said.dedup();
    for said in said {
        let heading = format!("{:<13}", "adapted");
        output.left(INDENT, &[piece(&heading, ASIDE), plain(&said)])?;
    }
    Ok(())
}

fn heading(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Words => "differs",
        DifferenceKind::Placeable => "placeable",
        DifferenceKind::Spelling => "spelling",
        DifferenceKind::Punctuation => "punctuation",
    }
}

/// Where the unit comes from, and what was taken from its rate.
fn provenance(found: &Match) -> String {
    let unit = &found.candidate.unit;
    let mut said = vec![unit.origin.name.clone()];
    said.extend(unit.date.map(|date| date.strftime("%Y-%m-%d").to_string()));
    said.extend(unit.author.clone());
    said.extend(found.penalties.iter().map(|p| format!("{} −{}", p.reason.name(), p.points)));
    said.join(" · ")
}

/// The names, each once, with the form to write.
fn write_names(offer: &Offer<'_>, output: &mut Output) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    let mut names: Vec<(&str, &Entry)> = Vec::new();
    for occurrence in &offer.names {
        let name = occurrence.span.of(offer.segment.text);
        for entry in offer.entries(occurrence) {
            if seen.insert((fold(name).text().to_owned(), entry.kind)) {
                names.push((name, entry));
            }
        }
    }
    let width = names.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    for (i, (name, entry)) in names.into_iter().enumerate() {
        let heading = if i == 0 { "  names" } else { "" };
        let gap = " ".repeat(width - name.width() + 2);
        let preferred = entry.preferred(offer.lang.other()).unwrap_or_default();
        let aside = aside(entry, offer);
        let pieces =
            [plain(name), plain(&gap), piece(preferred, Style::new().bold()), piece(&aside, ASIDE)];
        output.labelled(piece(heading, ASIDE), INDENT, &pieces)?;
    }
    Ok(())
}

/// The kind of an entry, and the other forms that may be written.
fn aside(entry: &Entry, offer: &Offer<'_>) -> String {
    let admitted: Vec<&str> = entry.with_status(offer.lang.other(), Status::Admitted).collect();
    let more = if admitted.len() > MOST_FORMS { ", …" } else { "" };
    match &admitted[..admitted.len().min(MOST_FORMS)] {
        [] => format!("  {}", entry.kind.name()),
        forms => format!("  {}; also {}{more}", entry.kind.name(), forms.join(", ")),
    }
}
