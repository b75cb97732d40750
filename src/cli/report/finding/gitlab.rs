//! `gitlab`: a Code Quality report, which GitLab shows beside the lines of a change. It has lines, but no columns.

use std::io;

use hamta::check::Severity;
use serde::Serialize;

use super::failed::FAILED;
use super::fingerprint::{fingerprints, hash};
use super::{Failed, Report, Shown};
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

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    let findings = report.findings.iter().zip(fingerprints(&report.findings, |path| path));
    let issues = findings.map(issue).chain(report.failures.iter().map(failed));
    output.document(&issues.collect::<Vec<_>>())
}

/// Something that could not be checked or fixed, as an issue, which always has a file and a line.
fn failed(failed: &Failed) -> Issue<'_> {
    let (path, line) = (failed.place(), failed.line.unwrap_or(1));
    Issue {
        description: &failed.message,
        check_name: FAILED,
        fingerprint: hash([FAILED, path, "", &failed.message], 1),
        severity: "blocker",
        location: Location { path, lines: Lines { begin: line } },
    }
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
