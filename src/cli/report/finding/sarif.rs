//! `sarif`: the Static Analysis Results Interchange Format 2.1.0 of OASIS, as far as it applies here.
//!
//! Columns and character offsets are in UTF-16 code units, as `columnKind` says: editors and viewers count in them,
//! even those that ignore `columnKind`. Byte offsets are in bytes of the file.

use std::io;

use hamta::check::{Fix, Severity};
use serde::Serialize;

use super::fingerprint::fingerprints;
use super::{Failed, Failures, Place, Report, RuleShown, Shown};
use crate::cli::output::Output;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    invocations: [Invocation<'a>; 1],
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'static str,
    short_description: Message<'a>,
    full_description: Message<'a>,
    help: Message<'a>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification<'a>>,
}

/// What the standard calls the report of something that could not be checked or fixed.
#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Message<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[Location; 1]>,
}

/// What the standard calls a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message<'a>,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Proposal<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u64,
    #[serde(flatten)]
    span: Option<SpanRegion>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SpanRegion {
    start_column: usize,
    end_line: usize,
    end_column: usize,
    char_offset: usize,
    char_length: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "finding/v1")]
    finding: String,
}

/// What the standard calls a fix; one that is not safe is proposed too, since viewers do not apply any unasked.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Proposal<'a> {
    description: Message<'static>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    output.document(&log(report))
}

fn log(report: &Report) -> Log<'_> {
    let findings = report.findings.iter();
    let results = findings.zip(fingerprints(&report.findings, |path| path));
    Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "hamta",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: report.rules.iter().map(descriptor).collect(),
                },
            },
            invocations: [invocation(&report.failures)],
            column_kind: "utf16CodeUnits",
            results: results
                .map(|(shown, fingerprint)| outcome(shown, fingerprint, &report.rules))
                .collect(),
        }],
    }
}

fn invocation(failures: &Failures) -> Invocation<'_> {
    Invocation {
        execution_successful: failures.is_empty(),
        tool_execution_notifications: failures.iter().map(notification).collect(),
    }
}

fn notification(Failed { path, line, message }: &Failed) -> Notification<'_> {
    let region = line.map(|line| Region { start_line: line, span: None });
    let location = path.as_deref().map(|path| location(path, region));
    Notification {
        level: "error",
        message: Message { text: message },
        locations: location.map(|location| [location]),
    }
}

fn location(path: &str, region: Option<Region>) -> Location {
    let artifact_location = ArtifactLocation { uri: uri(path) };
    Location { physical_location: PhysicalLocation { artifact_location, region } }
}

fn descriptor(rule: &RuleShown) -> Descriptor<'_> {
    Descriptor {
        id: rule.name,
        short_description: Message { text: rule.says },
        full_description: Message { text: rule.why },
        help: Message { text: &rule.help },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn outcome<'a>(shown: &'a Shown, fingerprint: String, rules: &[RuleShown]) -> Outcome<'a> {
    // What stands on a line at an unknown place cannot be replaced.
    let fix = shown.fix.as_ref().filter(|_| shown.place.span().is_some());
    let proposal = fix.map(|fix| proposal(shown, fix));
    Outcome {
        rule_id: shown.rule,
        rule_index: rules.iter().position(|rule| rule.name == shown.rule),
        level: level(shown.severity),
        message: Message { text: &shown.message },
        locations: [location(&shown.path, Some(region(shown.place)))],
        partial_fingerprints: Fingerprints { finding: fingerprint },
        fixes: proposal.into_iter().collect(),
    }
}

fn proposal<'a>(shown: &Shown, fix: &'a Fix) -> Proposal<'a> {
    let description = if fix.is_safe { "safe" } else { "look at it first" };
    Proposal {
        description: Message { text: description },
        artifact_changes: [ArtifactChange {
            artifact_location: ArtifactLocation { uri: uri(&shown.path) },
            replacements: [Replacement {
                deleted_region: region(shown.place),
                inserted_content: Message { text: &fix.text },
            }],
        }],
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn region(place: Place) -> Region {
    let span = match place {
        Place::Line(_) | Place::Unit { .. } => None,
        Place::Span { span, start, end } => Some(SpanRegion {
            start_column: start.utf16_column,
            end_line: end.line,
            end_column: end.utf16_column,
            char_offset: start.utf16_offset,
            char_length: end.utf16_offset - start.utf16_offset,
            byte_offset: span.start,
            byte_length: span.len(),
        }),
    };
    Region { start_line: place.line(), span }
}

/// The reference by which RFC 3986 names a file: every byte that has, or could have, a meaning of its own is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    #[track_caller]
    fn check(text: &str, found: &str, expected: [u64; 8]) {
        let place = in_text(text, found).place;
        let region = serde_json::to_value(region(place)).expect("it is JSON");
        let names = [
            "startLine",
            "startColumn",
            "endLine",
            "endColumn",
            "charOffset",
            "charLength",
            "byteOffset",
            "byteLength",
        ];
        let values = names.map(|name| region[name].as_u64().expect(name));
        assert_eq!(values, expected, "{found:?} in {text:?}");
    }

    #[test]
    fn only_what_has_a_place_can_be_replaced() {
        let fixes = |shown: &Shown| outcome(shown, String::new(), &[]).fixes.len();
        let mut in_line = in_line(7);
        let in_text = in_text("به ونسان", "ونسان");
        in_line.fix.clone_from(&in_text.fix);
        assert_eq!([fixes(&in_line), fixes(&in_text)], [0, 1]);
    }

    #[test]
    fn regions_are_counted_in_utf_16_and_in_bytes() {
        check("به ونسان", "ونسان", [1, 4, 1, 9, 3, 5, 5, 10]);
        check("سَلامٌ می‌شود", "می‌شود", [1, 8, 1, 14, 7, 6, 13, 13]);
        check("🙂\n𐎠 🙂x", "🙂x", [2, 4, 2, 7, 6, 3, 10, 5]);
        check("\u{FEFF}ونسان", "ونسان", [1, 1, 1, 6, 0, 5, 3, 10]);
        check("a\nb", "a\nb", [1, 1, 2, 2, 0, 3, 0, 3]);
    }

    #[test]
    fn a_line_is_a_region_of_its_own() {
        let region = serde_json::to_string(&region(in_line(7).place)).expect("it is JSON");
        assert_eq!(region, r#"{"startLine":7}"#);
    }

    #[test]
    fn paths_are_escaped() {
        let cases = [
            ("news/a-1_b~.en.txt", "news/a-1_b~.en.txt"),
            ("خبر 1.txt", "%D8%AE%D8%A8%D8%B1%201.txt"),
            ("a:b%?#.txt", "a%3Ab%25%3F%23.txt"),
            ("/desk/a.txt", "file:///desk/a.txt"),
        ];
        for (path, expected) in cases {
            assert_eq!(uri(path), expected);
        }
    }
}
