//! Tables for review: what was written comes back, and so does what a reviewer did.

use std::fs;
use std::path::Path;

use hamta::exchange::document::review::{Row, read, write};
use hamta::text::Lang;
use proptest::prelude::*;

use super::hostile::archive;
use super::members;

fn rows() -> Vec<Row> {
    let row = |number, source: &str, target: &str, rate, remarks: &str| Row {
        number,
        source: source.to_owned(),
        target: target.to_owned(),
        rate,
        remarks: remarks.to_owned(),
    };
    vec![
        row(1, "باران می‌بارد.", "It rains.", Some(98), "placeable −2"),
        row(2, "هوا <سرد> & ابری است.", "", None, "نام‌ها: رشت"),
    ]
}

#[test]
fn rows_come_back() {
    let written = write(&rows(), Lang::Persian).expect("it can be written");
    assert_eq!(
        written,
        write(&rows(), Lang::Persian).expect("it can be written")
    );
    let found = read(written, Path::new("a.docx")).expect("it can be read");
    assert_eq!(found, (Lang::Persian, rows()));
}

/// As a reviewer's program gives them back: other runs, tracked changes, a paragraph more, rows in another order.
#[test]
fn what_a_reviewer_did_comes_back() {
    let written = write(&rows(), Lang::Persian).expect("it can be written");
    let mut all = members(&written);
    let part = all.last_mut().expect("it has parts");
    let xml = String::from_utf8(part.1.clone()).expect("it is UTF-8");
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let (del, ins) = (
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
        run(" snows"),
    );
    let other = format!(
        "{}{del}<w:ins>{ins}</w:ins></w:p><w:p>{}",
        run("It"),
        run("today.")
    );
    let start = xml.find("It rains.").expect("it is there");
    let start = xml[..start].rfind("<w:r>").expect("it is in a run");
    let end = start + xml[start..].find("</w:r>").expect("the run ends") + "</w:r>".len();
    part.1 = format!("{}{other}{}", &xml[..start], &xml[end..]).into_bytes();
    let (_, found) = read(archive(&all), Path::new("a.docx")).expect("it can be read");
    assert_eq!(found[0].target, "It snows today.");
    assert_eq!(found[1], rows()[1]);
}

#[test]
fn what_is_no_table_for_review_is_refused() {
    let file = fs::read("tests/exchange/docx/pandoc.docx").expect("it is there");
    let refused = read(file, Path::new("a.docx")).expect_err("it has another table");
    assert_eq!(
        refused.to_string(),
        "a.docx: no table for review: its columns are #, fa, en, rate and remarks"
    );
    let written = write(&rows(), Lang::Persian).expect("it can be written");
    let mut all = members(&written);
    let part = all.last_mut().expect("it has parts");
    let xml = String::from_utf8(part.1.clone()).expect("it is UTF-8");
    part.1 = xml.replace(">2<", ">two<").into_bytes();
    let refused = read(archive(&all), Path::new("a.docx")).expect_err("a row has no number");
    assert_eq!(refused.to_string(), "a.docx: the row “two” has no number");
    let bad = Row {
        source: "\u{1}".to_owned(),
        ..Row::default()
    };
    let refused = write(&[bad], Lang::Persian).expect_err("XML cannot hold it");
    assert_eq!(refused.to_string(), "U+0001 cannot stand in a document");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_rows_come_back(texts in prop::collection::vec(("[ -~آ-ی‌«»]{0,20}", "[ -~آ-ی‌«»]{0,20}", any::<Option<bool>>()), 0..5)) {
        let rows: Vec<Row> = texts
            .into_iter()
            .enumerate()
            .map(|(at, (source, target, rate))| Row {
                number: at + 1,
                source: source.trim().to_owned(),
                target: target.trim().to_owned(),
                rate: rate.map(|all| if all { 100 } else { 75 }),
                remarks: String::new(),
            })
            .collect();
        let written = write(&rows, Lang::English).expect("it can be written");
        let found = read(written, Path::new("a.docx")).expect("it can be read");
        prop_assert_eq!(found, (Lang::English, rows));
    }
}
