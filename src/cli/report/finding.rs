//! Findings: in a translation, and in a glossary.

use std::io;
use std::ops::AddAssign;
use std::path::Path;

use anstyle::Style;
use hamta::check::{Finding, Severity};
use hamta::segment::Article;
use hamta::text::Positions;
use serde::Serialize;

use crate::cli::args::Level;
use crate::cli::exit::Exit;
use crate::cli::output::{Output, piece, plain};
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, BAD, ODD, SUBJECT};

/// A finding as it is shown, whatever it was found in.
#[derive(Serialize)]
pub(crate) struct Shown<'a> {
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) path: String,
    pub(crate) line: u64,
    pub(crate) column: usize,
    /// Where it stands, where that is known to the byte.
    pub(crate) start: Option<usize>,
    pub(crate) end: Option<usize>,
    pub(crate) text: &'a str,
    pub(crate) message: &'a str,
    pub(crate) fix: Option<&'a str>,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// How a run ends that found as many.
    pub(crate) fn exit(self, error_on: Level) -> Exit {
        let is_grave = match error_on {
            Level::Warning => self.errors + self.warnings > 0,
            Level::Error => self.errors > 0,
            Level::Never => false,
        };
        match is_grave {
            true => Exit::Findings,
            false => Exit::Success,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
    }
}

/// Writes one finding: a line of JSON, or its place, rule and message.
pub(crate) fn write_one(shown: &Shown<'_>, output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return output.json(shown);
    }
    let place = format!("{}:{}:{}: ", shown.path, shown.line, shown.column);
    let rule = format!("{}[{}]", shown.severity.name(), shown.rule);
    let message = format!(": {}", shown.message);
    let style = style(shown.severity);
    output.left(
        0,
        &[piece(&place, SUBJECT), piece(&rule, style), plain(&message)],
    )
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD,
        Severity::Warning => ODD,
    }
}

/// Writes the findings in `target`, the file `path`, and how many there are.
pub(crate) fn write(
    findings: &[Finding],
    target: &Article,
    path: &Path,
    output: &mut Output,
) -> io::Result<Counts> {
    let mut positions = Positions::new(target.text());
    let mut counts = Counts::default();
    for finding in findings {
        let position = positions.of(finding.span.start);
        counts.add(finding.rule.severity());
        let shown = Shown {
            rule: finding.rule.name(),
            severity: finding.rule.severity(),
            path: path.display().to_string(),
            line: position.line as u64,
            column: position.column,
            start: Some(finding.span.start),
            end: Some(finding.span.end),
            text: finding.span.of(target.text()),
            message: &finding.message,
            fix: finding.fix.as_deref(),
        };
        write_one(&shown, output)?;
        if !output.is_json() {
            write_context(finding, target, output)?;
        }
    }
    output.remark(&summary(counts))?;
    Ok(counts)
}

/// Writes the segment in which a finding stands.
fn write_context(finding: &Finding, target: &Article, output: &mut Output) -> io::Result<()> {
    let text = target.text();
    let segments = target.segments();
    let whole = segments
        .iter()
        .map(|s| s.span)
        .find(|s| s.covers(finding.span));
    let whole = whole.unwrap_or(finding.span);
    let pieces = [
        piece(&text[whole.start..finding.span.start], ASIDE),
        piece(finding.span.of(text), style(finding.rule.severity())),
        piece(&text[finding.span.end..whole.end], ASIDE),
    ];
    output.paragraph(direction(target.lang()), 4, &pieces)
}

fn summary(counts: Counts) -> String {
    match (counts.errors, counts.warnings) {
        (0, 0) => "nothing found".to_owned(),
        (errors, warnings) => format!("errors: {errors}, warnings: {warnings}"),
    }
}
