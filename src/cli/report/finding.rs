//! Findings in a translation.

use std::io;
use std::path::Path;

use hamta::check::{Finding, Severity};
use hamta::segment::Article;
use hamta::text::Positions;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, BAD, ODD, SUBJECT};

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    severity: Severity,
    path: String,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    text: &'a str,
    message: &'a str,
    fix: Option<&'a str>,
}

/// Writes the findings in `target`, the file `path`, and how many there are.
pub(crate) fn write(
    findings: &[Finding],
    target: &Article,
    path: &Path,
    output: &mut Output,
) -> io::Result<()> {
    let mut positions = Positions::new(target.text());
    for finding in findings {
        let position = positions.of(finding.span.start);
        if output.is_json() {
            output.json(&FindingJson {
                rule: finding.rule.name(),
                severity: finding.rule.severity(),
                path: path.display().to_string(),
                line: position.line,
                column: position.column,
                start: finding.span.start,
                end: finding.span.end,
                text: finding.span.of(target.text()),
                message: &finding.message,
                fix: finding.fix.as_deref(),
            })?;
        } else {
            let place = format!("{}:{}:{}: ", path.display(), position.line, position.column);
            write_text(finding, &place, target, output)?;
        }
    }
    output.remark(&summary(findings))
}

fn write_text(
    finding: &Finding,
    place: &str,
    target: &Article,
    output: &mut Output,
) -> io::Result<()> {
    let severity = finding.rule.severity();
    let style = if severity == Severity::Error {
        BAD
    } else {
        ODD
    };
    let rule = format!("{}[{}]", severity.name(), finding.rule.name());
    let message = format!(": {}", finding.message);
    output.left(
        0,
        &[piece(place, SUBJECT), piece(&rule, style), plain(&message)],
    )?;
    let text = target.text();
    let segments = target.segments();
    let whole = segments
        .iter()
        .map(|s| s.span)
        .find(|s| s.covers(finding.span));
    let whole = whole.unwrap_or(finding.span);
    let pieces = [
        piece(&text[whole.start..finding.span.start], ASIDE),
        piece(finding.span.of(text), style),
        piece(&text[finding.span.end..whole.end], ASIDE),
    ];
    output.paragraph(direction(target.lang()), 4, &pieces)
}

fn summary(findings: &[Finding]) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|f| f.rule.severity() == severity)
            .count()
    };
    match findings.len() {
        0 => "nothing found".to_owned(),
        _ => format!(
            "errors: {}, warnings: {}",
            count(Severity::Error),
            count(Severity::Warning)
        ),
    }
}
