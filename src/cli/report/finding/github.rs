//! `github`: workflow commands, which GitHub Actions shows beside the lines of a change.
//!
//! Columns are in characters; the last one is that of the last character. A span over several lines has no columns,
//! as annotations have none there.

use std::io::{self, Write};

use hamta::check::Severity;

use super::{Failed, Place, Report, Shown};
use crate::cli::output::Output;

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    let mut stream = output.stream();
    let commands = report.findings.iter().map(command);
    let mut commands = commands.chain(report.failures.iter().map(failed));
    commands.try_for_each(|command| writeln!(stream, "{command}"))
}

/// The command for something that could not be checked or fixed.
fn failed(Failed { path, line, message }: &Failed) -> String {
    let file = path.as_deref().map(|path| format!(",file={}", property(path)));
    let line = line.map(|line| format!(",line={line}"));
    let place = [file, line].into_iter().flatten().collect::<String>();
    format!("::error title=hamta{place}::{}", data(message))
}

/// The command for one finding.
fn command(shown: &Shown) -> String {
    let command = match shown.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let title = property(&format!("hamta {}", shown.rule));
    let file = property(&shown.path);
    let message = data(&shown.message);
    format!("::{command} title={title},file={file},{}::{message}", lines(shown.place))
}

/// The properties that say where something stands in its file.
fn lines(place: Place) -> String {
    let line = place.line();
    match place {
        Place::Line(_) | Place::Unit { .. } => format!("line={line}"),
        Place::Span { start, end, .. } if start.line == end.line => {
            let last = (end.column - 1).max(start.column);
            format!("line={line},col={},endColumn={last}", start.column)
        }
        Place::Span { end, .. } => format!("line={line},endLine={}", end.line),
    }
}

/// Escapes what comes after the second pair of colons, as the runner reads it; other control characters mean nothing
/// there.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D");
    let escaped = escaped.replace('\n', "%0A");
    escaped.replace(|c: char| c.is_control(), "\u{FFFD}")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    #[test]
    fn values_are_escaped() {
        assert_eq!(data("100%: a,b\r\nc"), "100%25: a,b%0D%0Ac");
        assert_eq!(data("%0A"), "%250A");
        assert_eq!(data("\u{1B}[2J"), "\u{FFFD}[2J");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }

    #[test]
    fn columns_are_characters() {
        let cases = [
            ("«می‌شود ونسان»", "ونسان", "line=1,col=9,endColumn=13"),
            ("سَلامٌ ونسان", "ونسان", "line=1,col=8,endColumn=12"),
            ("🙂\n𐎠𐎠 🙂 ونسان", "ونسان", "line=2,col=6,endColumn=10"),
            ("a🙂b", "🙂", "line=1,col=2,endColumn=2"),
            ("ab\ncd", "b\nc", "line=1,endLine=2"),
            ("ab", "", "line=1,col=1,endColumn=1"),
        ];
        for (text, found, expected) in cases {
            assert_eq!(lines(in_text(text, found).place), expected, "{text}");
        }
    }

    #[test]
    fn a_finding_is_a_command() {
        assert_eq!(
            command(&in_text("به ونسان", "ونسان")),
            "::error title=hamta forbidden-term,file=اخبار/a%2Cb.txt,line=1,col=4,endColumn=8\
             ::write “Wonsan”, not “Vonsan” & <more>"
        );
        assert_eq!(
            command(&in_line(7)),
            "::warning title=hamta entered-twice,file=g.tsv,line=7::an entry already"
        );
    }
}
