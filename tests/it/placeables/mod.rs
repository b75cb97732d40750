//! Placeables by the tables of `tests/placeables/`, and what must hold for any text at all.

mod properties;

use hamta::text::{Lang, Placeable, WritingOptions, placeables};

/// One placeable that a text has.
#[derive(Debug, PartialEq, Eq)]
struct Expected<'a> {
    kind: &'a str,
    piece: &'a str,
    value: &'a str,
    written: &'a str,
}

/// One text of a table, with all its placeables.
#[derive(Debug)]
struct Case<'a> {
    line: usize,
    text: &'a str,
    lang: Lang,
    expected: Vec<Expected<'a>>,
}

/// The least number of rows that the three tables have together.
const ROWS: usize = 150;

#[test]
fn tables() {
    let files = [
        ("numbers.tsv", include_str!("../../placeables/numbers.tsv")),
        ("dates.tsv", include_str!("../../placeables/dates.tsv")),
        ("other.tsv", include_str!("../../placeables/other.tsv")),
    ];
    let mut rows = 0;
    let mut wrong = Vec::new();
    for (file, table) in files {
        for case in cases(file, table) {
            rows += case.expected.len().max(1);
            wrong.extend(fault(&case).map(|fault| format!("{file}:{}: {fault}", case.line)));
        }
    }
    assert!(rows >= ROWS, "only {rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in the text of a case, where it is not what the table says.
fn fault(case: &Case) -> Option<String> {
    let found = placeables(case.text, case.lang);
    let rows: Vec<[String; 4]> = found.iter().map(|p| row(p, case.text, case.lang)).collect();
    let rows: Vec<Expected> =
        rows.iter().map(|row| expected(row.each_ref().map(String::as_str))).collect();
    if rows != case.expected {
        return Some(format!("{}\n  found    {rows:?}\n  expected {:?}", case.text, case.expected));
    }
    let changed = found.iter().find(|placeable| !survives(placeable, case.lang))?;
    Some(format!("{} is another value when it is read in the other language", changed.value))
}

/// Whether the value, written in the other language and read there, is found again, if need be after "the" or "in".
fn survives(placeable: &Placeable, lang: Lang) -> bool {
    let is_latin = format!("{:?}", placeable.value.kind()) == "LatinWord";
    let written = placeable.value.write(lang.other(), &WritingOptions::default());
    let value = placeable.value.to_string();
    let is_read = |before: &str| {
        let read = placeables(&format!("{before} {written}"), lang.other());
        let values: Vec<String> = read.iter().map(|p| p.value.to_string()).collect();
        values == [value.as_str()]
    };
    is_latin || ["", "the", "in"].into_iter().any(is_read)
}

fn row(placeable: &Placeable, text: &str, lang: Lang) -> [String; 4] {
    let value = &placeable.value;
    [
        format!("{:?}", value.kind()),
        placeable.span.of(text).to_owned(),
        value.to_string(),
        value.write(lang.other(), &WritingOptions::default()),
    ]
}

fn expected([kind, piece, value, written]: [&str; 4]) -> Expected<'_> {
    Expected { kind, piece, value, written }
}

/// The cases of a table; a row that is not as the first lines of `numbers.tsv` say fails the run.
#[expect(clippy::panic, reason = "a malformed row fails the run")]
fn cases<'a>(file: &str, table: &'a str) -> Vec<Case<'a>> {
    let mut cases: Vec<Case> = Vec::new();
    let rows = table.lines().enumerate().filter(|(_, row)| !row.starts_with('#'));
    for (i, row) in rows {
        let line = i + 1;
        let columns: Vec<&str> = row.split('\t').collect();
        let [text, lang, kind, piece, value, written] = columns[..] else {
            panic!("{file}:{line}: {} columns, not six", columns.len());
        };
        if !text.is_empty() {
            let lang = Lang::from_tag(lang);
            let lang = lang.unwrap_or_else(|| panic!("{file}:{line}: no language"));
            let expected = Vec::new();
            cases.push(Case { line, text, lang, expected });
        }
        let is_whole = [kind, piece, value, written].iter().all(|column| !column.is_empty());
        let is_none = kind == "none" && [piece, value, written].concat().is_empty();
        assert!(is_whole || is_none, "{file}:{line}: an empty column");
        let case = cases.last_mut().unwrap_or_else(|| panic!("{file}:{line}: no text"));
        case.expected.extend(is_whole.then_some(expected([kind, piece, value, written])));
    }
    cases
}

#[test]
#[should_panic(expected = "five.tsv:1: 5 columns, not six")]
fn malformed_rows_fail() {
    cases("five.tsv", "12\ten\tNumber\t12\t12");
}
