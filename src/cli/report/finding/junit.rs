//! `junit`: a suite for each file, and in it a failed case for each finding; a file without findings has one case that
//! has passed. Places are in characters. What could not be checked or fixed is a case with an error.
//!
//! Readers identify a case by its class and name, and show only one of those that are alike; so the name consists of
//! rule and message, is numbered if there are several, and stays when lines move.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

use super::failed::FAILED;
use super::{Failed, Report, Shown, short};
use crate::cli::output::Output;

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    let mut stream = output.stream();
    let (failures, errors) = (report.findings.len(), report.failures.len());
    let suites = suites(report);
    let tests: usize = suites.iter().map(Suite::tests).sum();
    writeln!(stream, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        stream,
        r#"<testsuites name="hamta" tests="{tests}" failures="{failures}" errors="{errors}">"#
    )?;
    for suite in &suites {
        suite.write(&mut stream)?;
    }
    writeln!(stream, "</testsuites>")
}

/// A file, what was found in it, and what could not be done with it.
struct Suite<'a> {
    file: &'a str,
    findings: &'a [Shown],
    failures: Vec<&'a Failed>,
}

/// The files that were checked, and those that only something is reported of.
fn suites(report: &Report) -> Vec<Suite<'_>> {
    let mut files: BTreeSet<&str> = report.files.iter().map(String::as_str).collect();
    files.extend(report.findings.iter().map(|shown| shown.path.as_str()));
    files.extend(report.failures.iter().map(Failed::place));
    files.into_iter().map(|file| suite(report, file)).collect()
}

fn suite<'a>(report: &'a Report, file: &'a str) -> Suite<'a> {
    let findings = report.findings.as_slice();
    let start = findings.partition_point(|shown| shown.path.as_str() < file);
    let end = findings.partition_point(|shown| shown.path.as_str() <= file);
    let failures = report.failures.iter().filter(|failed| failed.place() == file);
    Suite { file, findings: &findings[start..end], failures: failures.collect() }
}

impl Suite<'_> {
    fn tests(&self) -> usize {
        (self.findings.len() + self.failures.len()).max(1)
    }

    fn write(&self, stream: &mut impl Write) -> io::Result<()> {
        let file = escaped(self.file);
        let [failures, errors] = [self.findings.len(), self.failures.len()];
        let tests = self.tests();
        writeln!(
            stream,
            r#"  <testsuite name="{file}" tests="{tests}" failures="{failures}" errors="{errors}" skipped="0">"#
        )?;
        if failures + errors == 0 {
            writeln!(
                stream,
                r#"    <testcase classname="{file}" name="nothing found" file="{file}"/>"#
            )?;
        }
        for (shown, name) in self.findings.iter().zip(names(self.findings)) {
            write_case(shown, &name, stream)?;
        }
        for failed in &self.failures {
            write_failed(failed, stream)?;
        }
        writeln!(stream, "  </testsuite>")
    }
}

/// A name for each finding that no other in its file has.
fn names(findings: &[Shown]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |shown: &Shown| {
        let name = format!("{}: {}", shown.rule, shown.gist);
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        match *count {
            1 => name,
            count => format!("{name} ({count})"),
        }
    };
    findings.iter().map(name).collect()
}

fn write_case(shown: &Shown, name: &str, stream: &mut impl Write) -> io::Result<()> {
    let (file, line) = (escaped(&shown.path), shown.place.line());
    let name = escaped(name);
    let (kind, message) = (shown.severity.name(), escaped(&shown.message));
    let place = escaped(&short::place(shown));
    writeln!(
        stream,
        r#"    <testcase classname="{file}" name="{name}" file="{file}" line="{line}">"#
    )?;
    writeln!(
        stream,
        r#"      <failure type="{kind}" message="{message}">{place}: {message}</failure>"#
    )?;
    writeln!(stream, "    </testcase>")
}

fn write_failed(failed: &Failed, stream: &mut impl Write) -> io::Result<()> {
    let (file, message) = (escaped(failed.place()), escaped(&failed.message));
    let (attribute, place) = match failed.line {
        Some(line) => (format!(r#" line="{line}""#), format!("{file}:{line}")),
        None => (String::new(), file.clone()),
    };
    writeln!(
        stream,
        r#"    <testcase classname="{file}" name="{FAILED}: {message}" file="{file}"{attribute}>"#
    )?;
    writeln!(
        stream,
        r#"      <error type="{FAILED}" message="{message}">{place}: {message}</error>"#
    )?;
    writeln!(stream, "    </testcase>")
}

/// Escapes text for an element or an attribute. A character that no XML file can contain becomes a sign for it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push_str(&format!("&#{};", u32::from(c))),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                escaped.push(char::REPLACEMENT_CHARACTER);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a & b <c> \"d\" 'e'"), "a &amp; b &lt;c&gt; &quot;d&quot; 'e'");
        assert_eq!(escaped("a\r\n\tb"), "a&#13;&#10;&#9;b");
        assert_eq!(escaped("\u{0}\u{1B}[2J\u{FFFE}"), "\u{FFFD}\u{FFFD}[2J\u{FFFD}");
        assert_eq!(escaped("می‌شود سَلامٌ 🙂𐎠"), "می‌شود سَلامٌ 🙂𐎠");
    }

    #[test]
    fn cases_have_names_of_their_own() {
        let names = names(&[in_line(7), in_line(7), in_line(9)]);
        let expected =
            ["", " (2)", " (3)"].map(|number| format!("entered-twice: an entry{number}"));
        assert_eq!(names, expected);
    }

    #[test]
    fn a_finding_is_a_case_that_failed() {
        let mut xml = Vec::new();
        let shown = in_text("🙂𐎠 سَلامٌ به ونسان", "ونسان");
        write_case(&shown, "a name", &mut xml).expect("a vector takes everything");
        let xml = String::from_utf8(xml).expect("it is UTF-8");
        assert_eq!(
            xml,
            r#"    <testcase classname="اخبار/a,b.txt" name="a name" file="اخبار/a,b.txt" line="1">
      <failure type="error" message="write “Wonsan”, not “Vonsan” &amp; &lt;more&gt;">اخبار/a,b.txt:1:14: write “Wonsan”, not “Vonsan” &amp; &lt;more&gt;</failure>
    </testcase>
"#
        );
    }
}
