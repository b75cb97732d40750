//! `json`: one object per line. The column is in characters, the span in bytes of UTF-8.

use std::io;

use hamta::check::Severity;
use serde::Serialize;

use super::Shown;
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

pub(super) fn write(findings: &[Shown], output: &mut Output) -> io::Result<()> {
    findings.iter().try_for_each(|shown| write_one(shown, output))
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
