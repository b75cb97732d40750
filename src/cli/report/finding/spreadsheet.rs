//! `csv`: a table with commas between its cells, for editors who read findings in a spreadsheet: a row for each, with
//! the whole sentence. It begins with a byte order mark, without which Excel does not take it for UTF-8.

use std::io::{self, Write};

use super::failed::FAILED;
use super::{Context, Failed, Report, Shown};
use crate::cli::output::Output;

const COLUMNS: [&str; 9] =
    ["path", "line", "column", "severity", "rule", "message", "text", "fix", "sentence"];

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    let mut stream = output.stream();
    write!(stream, "\u{FEFF}")?;
    let columns = COLUMNS.map(str::to_owned);
    let findings = report.findings.iter().map(finding);
    let mut rows = findings.chain(report.failures.iter().map(failed));
    writeln!(stream, "{}", row(&columns))?;
    rows.try_for_each(|cells| writeln!(stream, "{}", row(&cells)))
}

fn finding(shown: &Shown) -> [String; 9] {
    let sentence = shown.context.as_ref().map(|context| sentence(shown, context));
    [
        shown.path.clone(),
        shown.place.line().to_string(),
        shown.place.column().to_string(),
        shown.severity.name().to_owned(),
        shown.rule.to_owned(),
        shown.message.clone(),
        shown.text.clone(),
        shown.fix.as_ref().map_or_else(String::new, |fix| fix.text.clone()),
        sentence.unwrap_or_default(),
    ]
}

fn sentence(shown: &Shown, Context { before, after, is_source, .. }: &Context) -> String {
    // A translation that is empty stands nowhere in its source.
    let text = if *is_source { "" } else { &shown.text };
    format!("{before}{text}{after}")
}

/// A row for something that could not be checked or fixed.
fn failed(failed: &Failed) -> [String; 9] {
    let place = failed.path.clone().unwrap_or_default();
    let line = failed.line.map_or_else(String::new, |line| line.to_string());
    let [column, severity, rule] = ["", "error", FAILED].map(str::to_owned);
    let [text, fix, sentence] = [const { String::new() }; 3];
    [place, line, column, severity, rule, failed.message.clone(), text, fix, sentence]
}

fn row(cells: &[String; 9]) -> String {
    cells.each_ref().map(|cell| quoted(cell)).join(",")
}

/// A cell, in quotation marks if it has a mark that would end it, and with an apostrophe before what a spreadsheet would
/// take for a formula.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    #[test]
    fn a_finding_is_a_row() {
        assert_eq!(
            row(&finding(&in_text("به ونسان", "ونسان"))),
            "\"اخبار/a,b.txt\",1,4,error,forbidden-term,\"write “Wonsan”, not “Vonsan” & <more>\",ونسان,Wonsan,"
        );
        let row = row(&finding(&in_line(7)));
        assert_eq!(row, "g.tsv,7,1,warning,entered-twice,an entry already,کییف,,");
    }

    #[test]
    fn marks_of_quotation_are_doubled() {
        assert_eq!(quoted("He said \"no\"\nand left"), "\"He said \"\"no\"\"\nand left\"");
        assert_eq!(quoted("a; b"), "a; b");
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(quoted("=HYPERLINK(\"a\")"), "\"'=HYPERLINK(\"\"a\"\")\"");
        assert_eq!(quoted("- او رفت"), "'- او رفت");
        assert_eq!(quoted("5 - 3 = 2"), "5 - 3 = 2");
    }
}
