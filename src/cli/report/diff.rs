//! What edits change in a text, as a unified diff: byte for byte as `git apply` and `patch -p1` need it, or for people.
//!
//! The edits say which lines differ, so nothing is searched for.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use anstyle::Style;
use hamta::check::{Edit, edited};
use hamta::text::{Lang, Span};

use crate::cli::output::{Output, piece};
use crate::cli::report::path::relative;
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, BAD, GOOD, SUBJECT};
use crate::cli::screen::Direction;

/// How many lines before and after a change are shown.
const AROUND: usize = 3;

/// Lines that follow each other, and what they become.
struct Change {
    lines: Range<usize>,
    /// The new lines, each with its end.
    text: String,
}

/// A line of the diff.
struct Line<'a> {
    sign: &'static str,
    /// With its end, if it has one.
    text: &'a str,
}

/// Writes what `edits`, which are in order and do not overlap, change in `text`, which stands in the file `path`;
/// nothing if there are none.
pub(crate) fn write(
    path: &Path,
    text: &str,
    edits: &[Edit<'_>],
    output: &mut Output,
) -> io::Result<()> {
    if edits.is_empty() {
        return Ok(());
    }
    let path = relative(path);
    for (sign, side) in [("---", "a"), ("+++", "b")] {
        write_head(&format!("{sign} {}", name(side, &path)), SUBJECT, output)?;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let changes = changes(text, &lines, edits);
    // How many lines more there are than before.
    let mut added = 0_isize;
    let is_near = |one: &Change, next: &Change| next.lines.start - one.lines.end <= 2 * AROUND;
    for hunk in changes.chunk_by(is_near) {
        added += write_hunk(&lines, hunk, added, output)?;
    }
    Ok(())
}

/// The changed lines; those that touch each other are one change.
fn changes(text: &str, lines: &[&str], edits: &[Edit<'_>]) -> Vec<Change> {
    let mut starts = vec![0];
    starts.extend(lines.iter().scan(0, |end, line| {
        *end += line.len();
        Some(*end)
    }));
    let touched = |edit: &Edit<'_>| {
        let line = |at: usize| starts.partition_point(|&start| start <= at) - 1;
        let last = edit.span.end.max(edit.span.start + 1) - 1;
        line(edit.span.start)..line(last) + 1
    };
    let follow = |one: &Edit<'_>, next: &Edit<'_>| touched(next).start <= touched(one).end;
    let change = |together: &[Edit<'_>]| {
        let lines = touched(&together[0]).start..touched(&together[together.len() - 1]).end;
        let whole = Span::new(starts[lines.start], starts[lines.end]);
        let inside = together.iter().map(|edit| edit.earlier(whole.start));
        let text = edited(whole.of(text), &inside.collect::<Vec<_>>());
        Change { lines, text }
    };
    edits.chunk_by(follow).map(change).collect()
}

/// Writes changes with the lines around them, which are `before` lines further down than they were; returns how many
/// more lines there are.
fn write_hunk(
    lines: &[&str],
    changes: &[Change],
    before: isize,
    output: &mut Output,
) -> io::Result<isize> {
    let (first, last) = (&changes[0], &changes[changes.len() - 1]);
    let start = first.lines.start.saturating_sub(AROUND);
    let end = lines.len().min(last.lines.end + AROUND);
    let mut shown: Vec<Line<'_>> = Vec::new();
    let mut at = start;
    for change in changes {
        shown.extend(signed(" ", lines[at..change.lines.start].iter().copied()));
        shown.extend(signed("-", lines[change.lines.clone()].iter().copied()));
        shown.extend(signed("+", change.text.split_inclusive('\n')));
        at = change.lines.end;
    }
    shown.extend(signed(" ", lines[at..end].iter().copied()));
    let new = shown.iter().filter(|line| line.sign != "-").count();
    let old = end - start;
    let place = start.saturating_add_signed(before) + 1;
    let head = format!("@@ -{},{old} +{place},{new} @@", start + 1);
    write_head(&head, ASIDE, output)?;
    for line in shown {
        write_line(&line, output)?;
    }
    Ok(new.cast_signed() - old.cast_signed())
}

fn signed<'a>(
    sign: &'static str,
    lines: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = Line<'a>> {
    lines.map(move |text| Line { sign, text })
}

fn write_head(text: &str, style: Style, output: &mut Output) -> io::Result<()> {
    if output.is_plain() {
        return writeln!(output.stream(), "{text}");
    }
    output.left(0, &[piece(text, style)])
}

fn write_line(line: &Line<'_>, output: &mut Output) -> io::Result<()> {
    let Line { sign, text } = line;
    if output.is_plain() {
        write!(output.stream(), "{sign}{text}")?;
        return if text.ends_with('\n') {
            Ok(())
        } else {
            writeln!(output.stream(), "\n\\ No newline at end of file")
        };
    }
    let style = match *sign {
        "-" => BAD,
        "+" => GOOD,
        _ => ASIDE,
    };
    let text = text.trim_end_matches(['\n', '\r']);
    let direction = Lang::of(text).map_or(Direction::LeftToRight, direction);
    output.paragraph(direction, 0, &[piece(sign, style), piece(text, style)])
}

/// The name of a file as it is written in a diff: in quotation marks if a reader would otherwise miss its end, with a
/// tab after spaces.
fn name(side: &str, path: &str) -> String {
    let name = format!("{side}/{}", path.trim_start_matches('/'));
    let is_odd = |c: char| c.is_control() || ['"', '\\'].contains(&c);
    if !name.contains(is_odd) {
        let end = if name.contains(' ') { "\t" } else { "" };
        return name + end;
    }
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\{byte:03o}"),
    };
    format!("\"{}\"", name.bytes().map(byte).collect::<String>())
}
