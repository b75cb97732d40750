//! A document of Word in the other language: its tables, sections and named styles run as that does.

use std::path::Path;

use hamta::text::Lang;

use super::{again, members, prefixed, read};

const PATH: &str = "tests/exchange/docx/word-tables.docx";

/// What stands in a part of a document.
fn part(file: &[u8], name: &str) -> String {
    let members = members(file);
    let own = members.iter().find(|(member, _)| member == name);
    String::from_utf8(own.expect("it is there").1.clone()).expect("it is UTF-8")
}

#[track_caller]
fn holds(xml: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(xml.contains(piece), "{piece} in {xml}");
    }
}

#[test]
fn tables_sections_and_styles_turn() {
    let path = Path::new(PATH);
    let persian = read(path);
    let lines = persian.content().lines();
    let lines: Vec<String> = lines.iter().map(|_| "Cities".to_owned()).collect();
    let english = persian.with(&lines.join("\n").into(), Lang::English);
    let english = english.expect("it can be written");
    let (body, styles) = (part(&english, "word/document.xml"), part(&english, "word/styles.xml"));
    assert!(
        !body.contains("<w:tblPr><w:tblpPr w:leftFromText=\"180\" w:tblpY=\"1\"/><w:bidiVisual/>"),
        "{body}"
    );
    holds(
        &body,
        &[
            "<w:tblPr><w:tblpPr w:leftFromText=\"180\" w:tblpY=\"1\"/><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblPrChange",
            "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>",
            "<w:bidi w:val=\"0\"/></w:sectPr>",
        ],
    );
    holds(
        &styles,
        &[
            "<w:keepNext/><w:bidi w:val=\"0\"/><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:rtl w:val=\"0\"/></w:rPr>",
        ],
    );

    // And back again: all that says a direction says the other one.
    let document = again(english, path);
    let content = persian.content();
    let back = document.with(content, Lang::Persian).expect("it can be written");
    let (body, styles) = (part(&back, "word/document.xml"), part(&back, "word/styles.xml"));
    holds(
        &body,
        &[
            "<w:tblPr><w:tblpPr w:leftFromText=\"180\" w:tblpY=\"1\"/><w:bidiVisual/><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblPrChange",
            "<w:tblPr><w:bidiVisual/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>",
            "<w:bidi/></w:sectPr>",
        ],
    );
    holds(
        &styles,
        &["<w:keepNext/><w:bidi/><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:rtl/></w:rPr>"],
    );
    assert_eq!(again(back, path).content().text, content.text);
}

/// What stays in its language stays in its direction.
#[test]
fn nothing_turns_in_the_same_language() {
    let document = read(Path::new(PATH));
    let new = prefixed(document.content(), "نو ");
    let file = document.with(&new, Lang::Persian).expect("it can be written");
    holds(
        &part(&file, "word/document.xml"),
        &["<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>"],
    );
    let old = std::fs::read(PATH).expect("it is there");
    assert_eq!(part(&file, "word/styles.xml"), part(&old, "word/styles.xml"));
}
