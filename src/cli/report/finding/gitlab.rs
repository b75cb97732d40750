//! `gitlab`: a Code Quality report, which GitLab shows beside the lines of a change. It has lines, but no columns.

use std::io;

use hamta::check::Severity;
use serde::Serialize;

use super::Shown;
use super::fingerprint::fingerprints;
use crate::cli::output::Output;

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u64,
}

pub(super) fn write(findings: &[Shown], output: &mut Output) -> io::Result<()> {
    let issues = findings.iter().zip(fingerprints(findings, |path| path));
    let issues: Vec<Issue<'_>> = issues.map(issue).collect();
    output.document(&issues)
}

fn issue((shown, fingerprint): (&Shown, String)) -> Issue<'_> {
    Issue {
        description: &shown.message,
        check_name: shown.rule,
        fingerprint,
        severity: match shown.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location { path: &shown.path, lines: Lines { begin: shown.place.line() } },
    }
}
