//! `json`: one object per line. The column is in characters, the span in bytes of UTF-8.

use std::io;

use hamta::check::Severity;
use serde::Serialize;

use super::{Failed, Report, Shown};
use crate::cli::output::Output;

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    severity: Severity,
    path: &'a str,
    line: u64,
    column: usize,
    /// Where it stands, if that is known to the byte.
    start: Option<usize>,
    end: Option<usize>,
    text: &'a str,
    message: &'a str,
    fix: Option<FixJson<'a>>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    text: &'a str,
    safe: bool,
}

/// What could not be checked or fixed.
#[derive(Serialize)]
struct FailedJson<'a> {
    error: &'a str,
    path: Option<&'a str>,
    line: Option<u64>,
}

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    report.findings.iter().try_for_each(|shown| write_one(shown, output))?;
    report.failures.iter().try_for_each(|Failed { path, line, message }| {
        output.json(&FailedJson { error: message, path: path.as_deref(), line: *line })
    })
}

pub(super) fn write_one(shown: &Shown, output: &mut Output) -> io::Result<()> {
    let span = shown.place.span();
    output.json(&FindingJson {
        rule: shown.rule,
        severity: shown.severity,
        path: &shown.path,
        line: shown.place.line(),
        column: shown.place.column(),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        text: &shown.text,
        message: &shown.message,
        fix: shown.fix.as_ref().map(|fix| FixJson { text: &fix.text, safe: fix.is_safe }),
    })
}
