//! Files of units that are broken, cut off, no such files at all, or made to do harm.

use std::path::Path;

use hamta::exchange::bilingual::{Format, read};
use proptest::prelude::*;

use super::{HEADER, check, read_as, xliff};

#[test]
fn what_is_no_xliff_is_refused() {
    let refused =
        |file: &str, expected: &str| check("t.xlf", file, &format!("ERROR t.xlf:{expected}"));
    refused("", "1: not an XLIFF file: it has no element");
    refused("hello", "1: not an XML file");
    refused("<tmx/>", "1: not an XLIFF file: it begins with <tmx>");
    refused("<xliff/>\n<xliff/>", "2: <xliff> after the end of the document");
    refused("<xliff/>\nx", "1: text outside of <xliff>");
    refused("<xliff/>\n&amp;", "2: text outside of <xliff>");
    refused("<xliff><file source-language='fa'>\n", "2: cut off: the file ends before </xliff>");
    refused(
        "<xliff><!--",
        "1: not well-formed: comment not closed: `-->` not found before end of input",
    );
    check("t.xlf", b"<xliff/>\n\xff", "ERROR t.xlf:2: bytes that are not UTF-8");
}

#[test]
fn elements_are_not_nested_without_end() {
    let deep = xliff(&"<group>".repeat(100_000));
    check("t.xlf", deep, "ERROR t.xlf:2: elements nested more than 64 deep");
}

#[test]
fn entities_are_not_expanded() {
    let bomb =
        "<?xml version='1.0'?><!DOCTYPE xliff [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>
        <!ENTITY file SYSTEM 'file:///etc/hostname'>]>\n";
    let unit = |text: &str| {
        format!("<trans-unit id='1'><source>یک</source><target>{text}</target></trans-unit>")
    };
    let file = |text: &str| format!("{bomb}{}", xliff(&unit(text)));
    check("t.xlf", file("&b;"), "t.xlf:4: entity `&b;` is not expanded");
    check("t.xlf", file("&file;"), "t.xlf:4: entity `&file;` is not expanded");
    check("t.xlf", xliff(&unit("a&#65;&lt;")), "2 1 fa> \"یک\" | \"aA<\"");
    check("t.xlf", xliff(&unit("&#0;")), "t.xlf:2: a reference to no character");
    check("t.xlf", xliff(&unit("\u{1}")), "t.xlf:2: U+0001 is forbidden in XML");
    let attribute = xliff("<trans-unit id='1' id='2'><source>یک</source></trans-unit>");
    check("t.xlf", attribute, "ERROR t.xlf:2: an attribute that stands there twice");
}

#[test]
fn a_text_of_any_length_is_one_problem() {
    let head = "<xliff version='1.2'><file source-language='fa' target-language='en'><body>\n<trans-unit id='1'><source>";
    let tail = "</source></trans-unit><trans-unit id='2'><source>دو</source></trans-unit></body></file></xliff>";
    let long = format!("{head}{}{tail}", "x".repeat(6 * 1024 * 1024));
    let contents = read(long.as_bytes(), Format::Xliff, Path::new("t.xlf"));
    let contents = contents.expect("it is XLIFF").expect("it has units");
    let problems: Vec<String> = contents.problems.lines().collect();
    assert_eq!(problems, ["t.xlf:2: a <source> longer than 1 MiB"]);
    assert_eq!(contents.units.len(), 1);
}

#[test]
fn notes_without_end_are_one_problem() {
    let note = format!("<note>{}</note>", "x".repeat(1000));
    let unit = format!("<trans-unit><source>یک</source>{}</trans-unit>", note.repeat(2000));
    check("t.xlf", xliff(&unit), "t.xlf:2: notes longer than 1 MiB");
}

#[test]
fn a_bad_entry_of_po_is_a_problem_and_the_next_is_read() {
    let file = |entry: &str| format!("{HEADER}{entry}\nmsgid \"b\"\nmsgstr \"ب\"\n");
    let bad = |entry: &str, line: u64, expected: &str| {
        let next = 6 + entry.matches('\n').count() + 1;
        let expected = format!("{next} - en> \"b\" | \"ب\"\nt.po:{line}: {expected}");
        check("t.po", file(entry), &expected);
    };
    bad("msgid \"a\nmsgstr \"آ\"", 5, "a quotation mark that is not closed");
    bad("msgid \"a\"\nmsgid_plural\nmsgstr[0] \"آ\"", 6, "a field without its text");
    bad("msgid \"a\"\nmsgstr \"\\q\"", 6, "\\q is no escape");
    bad("msgstr \"آ\"", 5, "a msgstr without its msgid");
    bad("msgid \"a\"", 5, "a msgid without its msgstr");
    bad("hello\nworld\nmsgid \"a\"\nmsgstr \"آ\"", 5, "no line of a PO file");
    bad("\"x\"\nmsgid \"a\"\nmsgstr \"آ\"", 5, "a text that belongs to no field");
    bad("msgid \"a\"\nmsgstr \"آ\"\nmsgstr \"آ\"", 7, "a field that stands there twice");
}

/// A message may have names in the letters of the translations, however many.
#[test]
fn messages_of_po_are_passed_over_only_where_no_letter_says_that_they_are_in_the_other_language() {
    let file = |lang: &str, messages: [&str; 3]| {
        let mut file = format!("msgid \"\"\nmsgstr \"Language: {lang}\\n\"\n\n");
        for message in messages {
            file.push_str(&format!("msgid \"{message}\"\nmsgstr \"x\"\n\n"));
        }
        file
    };
    check(
        "t.po",
        file("en", ["ورود با Google Account", "Google Account", "۱۲ خبر"]),
        "5 - fa> \"ورود با Google Account\" | \"x\"
         11 - fa> \"۱۲ خبر\" | \"x\"
         messages in the language of the translations, which are skipped: 1",
    );
    check(
        "t.po",
        file("fa", ["Persian (فارسی)", "خبرهای BBC", "News"]),
        "5 - en> \"Persian (فارسی)\" | \"x\"
         11 - en> \"News\" | \"x\"
         messages in the language of the translations, which are skipped: 1",
    );
}

#[test]
fn after_an_empty_line_po_is_read_again() {
    check(
        "t.po",
        "msgid \"a\n\nmsgid \"b\"\nmsgstr \"ب\"\n\nmsgstr \"پ\"\n",
        "4 - en> \"b\" | \"ب\"
         t.po:1: a quotation mark that is not closed
         t.po:6: a msgstr without its msgid",
    );
}

#[test]
fn what_is_no_po_is_refused_or_one_problem() {
    check("t.po", b"msgid \"\xff\"", "ERROR t.po: bytes that are not UTF-8");
    check(
        "t.po",
        b"charset=klingon\\n\xff",
        "ERROR t.po: in an encoding that is not known: klingon",
    );
    check("t.po", "hello\n".repeat(1000), "t.po:1: no line of a PO file");
    check("t.po", "\0", "t.po:1: no line of a PO file");
    check("t.po", "", "");
}

#[test]
fn rows_that_cannot_be_read_are_problems() {
    let long = "x".repeat(100_000);
    check(
        "t.csv",
        format!("fa,en\nیک,{long}\nدو,two\n"),
        "3 - fa> \"دو\" | \"two\"\nt.csv:2: a cell longer than 64 KiB",
    );
    check("t.csv", "fa,en\nیک,\"one\n", "ERROR t.csv:2: a quotation mark that is not closed");
    check("t.csv", "fa,en\nیک,\"one \"\"\n", "ERROR t.csv:2: a quotation mark that is not closed");
    check(
        "t.csv",
        "fa,en\nیک,one \0 one one one\nدو,two\n",
        "3 - fa> \"دو\" | \"two\"\nt.csv:2: U+0000, which no text has",
    );
    check(
        "t.csv",
        "fa,en,words\nیک,#N/A,1\n#NAME?,two,1\nسه,# three,#REF!\nچهار,Err:508,1\nپنج,Err: 5,Err:502\n",
        "4 - fa> \"سه\" | \"# three\"
        6 - fa> \"پنج\" | \"Err: 5\"
        t.csv:2: #N/A, where a formula of the spreadsheet fails
        t.csv:3: #NAME?, where a formula of the spreadsheet fails
        t.csv:5: Err:508, where a formula of the spreadsheet fails",
    );
    for field in ["msgctxt \"x\\0\"", "# \u{1b}", "#, fuzzy"] {
        let letter = if field.contains("fuzzy") { "\\001" } else { "" };
        let file = format!(
            "{field}\nmsgid \"یک\"\nmsgstr \"one{letter}\"\n\nmsgid \"دو\"\nmsgstr \"two\"\n"
        );
        let contents = read(file.as_bytes(), Format::Po, Path::new("t.po"));
        let contents = contents.expect("it is PO").expect("it has units");
        let told: Vec<String> = contents.problems.lines().collect();
        assert_eq!(told.len(), 1, "{field}");
        assert!(told[0].ends_with(", which no text has"), "{told:?}");
        let sources = contents.units.iter().map(|unit| unit.source.as_str());
        assert_eq!(sources.collect::<Vec<_>>(), ["دو"], "{field}");
    }
}

#[test]
fn quotations_keep_their_marks() {
    // In the middle of a cell a mark is a letter like any other.
    check("t.csv", "fa,en\n\"یک\",5\" one\n", "2 - fa> \"یک\" | \"5\\\" one\"");
    // Between tabs one at the beginning is a letter too, unless it is closed at the end.
    check(
        "t.tsv",
        "en\tfa\tnote\n\"Go,\" he said.\tیک\t\n\"A\" and \"B\"\tدو\t\n\"\"\"Go.\"\"\"\tسه\ta\n\"Go.\"\tچهار\t\n",
        r#"2 - en> "\"Go,\" he said." | "یک"
        3 - en> "\"A\" and \"B\"" | "دو"
        4 - en> "\"Go.\"" | "سه" # a
        5 - en> "Go." | "چهار""#,
    );
    // A quotation may go on in the next row, or be closed nowhere, and texts may have several lines.
    check(
        "t.tsv",
        "en\tfa\n\"We go.\tیک\n\nWe win.\"\tدو\nHe said:\t\"سه\nچهار\"\n\"We go on.\tپنج\n",
        r#"2 - en> "\"We go." | "یک"
        4 - en> "We win.\"" | "دو"
        5 - en> "He said:" | "سه\nچهار"
        7 - en> "\"We go on." | "پنج""#,
    );
    check("t.tsv", "en\tfa\none\t\"یک\nدو\n", "ERROR t.tsv:2: a quotation mark that is not closed");
    // A comma may stand in a text, so a mark that is not doubled leaves open where the cell ends.
    check(
        "t.csv",
        "en,fa\n\"Go,\" he said.,یک\ntwo,دو\n\"three\n3\" x\",سه\nfour,چهار\n",
        r#"3 - en> "two" | "دو"
        6 - en> "four" | "چهار"
        t.csv:2: a quotation mark inside a cell in quotation marks, which is to be written twice
        t.csv:4: a quotation mark inside a cell in quotation marks, which is to be written twice; all up to line 5 is left out"#,
    );
}

const GOOD: [(&str, &str); 4] = [
    (
        "t.xlf",
        "<xliff srcLang='fa' trgLang='en'><file><unit id='1'><segment><source>یک &amp; <pc>دو</pc></source><target>a</target></segment></unit></file></xliff>",
    ),
    (
        "t.tmx",
        "<tmx><body><tu><tuv xml:lang='fa'><seg>یک</seg></tuv><tuv xml:lang='en'><seg>a&#65;</seg></tuv></tu></body></tmx>",
    ),
    (
        "t.po",
        "msgid \"\"\nmsgstr \"Language: fa\\n\"\n# hamta: allow length\nmsgid \"a\\\"\\x41\"\nmsgid_plural \"b\"\nmsgstr[0] \"آ\"\n",
    ),
    ("t.csv", "fa,en,note\n\"یک\",\"a \"\"b\"\"\",c\n"),
];

/// Every one of them gives what is good or says why not, whatever its length.
#[test]
fn files_cut_at_every_length_are_survived() {
    for (name, file) in GOOD {
        assert!(read_as(name, file.as_bytes()).contains("> "), "{name}");
        for end in 0..file.len() {
            read_as(name, &file.as_bytes()[..end]);
        }
    }
}

proptest! {
    #[test]
    fn any_change_is_survived(which in 0..GOOD.len(), at in 0_usize..300, with in "\\PC{0,3}|[\"\\\\<>&#\n\r\t;,]{1,4}", cut in 0_usize..4) {
        let (name, file) = GOOD[which];
        let mut bytes = file.as_bytes().to_vec();
        let at = at.min(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, with.bytes());
        read_as(name, &bytes);
    }

    #[test]
    fn any_bytes_are_survived(which in 0..GOOD.len(), bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_as(GOOD[which].0, &bytes);
    }
}
