//! `csv`: a table with commas between its cells, for editors who read findings in a spreadsheet: a row for each, with
//! the whole sentence. It begins with a byte order mark, without which Excel does not take it for UTF-8.

use std::io::{self, Write};

use csv::{IntoInnerError, Writer};

use super::failed::FAILED;
use super::{Context, Failed, Report, Shown};
use crate::cli::output::Output;

const COLUMNS: [&str; 9] =
    ["path", "line", "column", "severity", "rule", "message", "text", "fix", "sentence"];

pub(super) fn write(report: &Report, output: &mut Output) -> io::Result<()> {
    output.stream().write_all(&table(report)?)
}

fn table(report: &Report) -> io::Result<Vec<u8>> {
    let mut table = Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    table.write_record(COLUMNS)?;
    let findings = report.findings.iter().map(finding);
    for row in findings.chain(report.failures.iter().map(failed)) {
        table.write_record(row.map(no_formula))?;
    }
    table.into_inner().map_err(IntoInnerError::into_error)
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

/// A cell, with an apostrophe before what a spreadsheet would take for a formula.
fn no_formula(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    #[test]
    fn a_finding_is_a_row() {
        let findings = vec![in_text("به ونسان", "ونسان"), in_line(7)];
        let table = table(&Report { findings, ..Report::default() }).expect("it can be written");
        let rows = [
            "\u{FEFF}path,line,column,severity,rule,message,text,fix,sentence",
            "\"اخبار/a,b.txt\",1,4,error,forbidden-term,\"write “Wonsan”, not “Vonsan” & <more>\",ونسان,Wonsan,",
            "g.tsv,7,1,warning,entered-twice,an entry already,کییف,,",
        ];
        assert_eq!(String::from_utf8_lossy(&table), rows.map(|row| format!("{row}\n")).concat());
    }

    #[test]
    fn no_cell_is_a_formula() {
        let cells = ["=HYPERLINK(\"a\")", "- او رفت", "5 - 3 = 2"].map(str::to_owned);
        assert_eq!(cells.map(no_formula), ["'=HYPERLINK(\"a\")", "'- او رفت", "5 - 3 = 2"]);
    }
}
