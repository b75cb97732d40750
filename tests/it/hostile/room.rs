//! How much memory the program takes for what is made to take much. What was measured is in `tests/exchange/README.md`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};

use tempfile::TempDir;

use super::{limited, listed, project, write};
use crate::documents::hostile::archive;
use crate::documents::members;

const MIB: usize = 1024 * 1024;

/// A file that is `piece` again and again, up to `size` bytes, between `start` and `end`.
fn repeat(folder: &TempDir, name: &str, parts: [&str; 3], size: usize) {
    let [start, piece, end] = parts;
    let file = File::create(folder.path().join(name)).expect("there is room");
    let mut file = BufWriter::new(file);
    let many = piece.repeat(MIB.min(size) / piece.len());
    file.write_all(start.as_bytes()).expect("there is room");
    for _ in 0..(size / MIB).max(1) {
        file.write_all(many.as_bytes()).expect("there is room");
    }
    file.write_all(end.as_bytes()).expect("there is room");
    file.flush().expect("there is room");
}

/// The program ends with a code and says something, on standard error, in less than so many MiB of its own.
#[track_caller]
fn takes_less(folder: &TempDir, most: usize, args: &[&str], code: i32, said: &str) {
    let mut command = limited(&format!("-d {}", most * 1024), folder.path(), args);
    let output = command.output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
    assert!(told.contains(said), "{args:?} in {most} MiB: {told} instead of {said}");
}

const TMX_START: &str = "<tmx version=\"1.4\"><header srclang=\"fa\"/><body>";
const UNIT_START: &str = "<tu><tuv xml:lang=\"fa\"><seg>";
const UNIT_END: &str =
    "</seg></tuv><tuv xml:lang=\"en\"><seg>The minister.</seg></tuv></tu></body></tmx>";

/// Else the other tests here could not fail.
#[test]
fn the_limit_is_one() {
    let folder = project();
    repeat(&folder, "x.xlf", ["", " ", ""], 20 * MIB);
    let mut command = limited("-d 16384", folder.path(), &["tm", "import", "x.xlf"]);
    let output = command.output().expect("it runs");
    assert_ne!(output.status.code(), Some(0));
    assert_ne!(output.status.code(), Some(1));
}

/// What is kept to compare a segment with others does not grow with the square of its words.
#[test]
fn a_segment_of_very_many_words_takes_little() {
    let folder = project();
    let words: Vec<String> = (0..40_000).map(|i| format!("w{i:x}q")).collect();
    write(&folder, "a.en.txt", words.join(" "));
    takes_less(&folder, 128, &["match", "a.en.txt"], 0, "");
}

/// TMX is read piece by piece, and no piece has more than 1 MiB.
#[test]
fn tmx_of_any_kind_takes_little() {
    let folder = project();
    let head = format!("{TMX_START}{UNIT_START}");
    let doctype = "<!DOCTYPE tmx [<!ENTITY a \"aaaa\">";
    for (parts, code, said) in [
        ([&*head, "خبر ", UNIT_END], 1, "x.tmx:1: a <seg> longer than 1 MiB"),
        ([&*head, "<hi>", UNIT_END], 2, "x.tmx:1: elements nested more than 64 deep"),
        ([TMX_START, "<!---->", ""], 2, "x.tmx:1: cut off"),
        ([TMX_START, "\n", ""], 2, ": cut off"),
        (
            [doctype, "<!ENTITY b \"&a;&a;\">", "]>"],
            2,
            "x.tmx:1: a tag or comment longer than 1 MiB",
        ),
        (["<tmx a=\"", "b", "\"/>"], 2, "x.tmx:1: a tag or comment longer than 1 MiB"),
    ] {
        repeat(&folder, "x.tmx", parts, 18 * MIB);
        takes_less(&folder, 16, &["tm", "import", "x.tmx"], code, said);
    }
}

/// Other files of units are held as they are, and little more than that.
#[test]
fn files_of_units_take_little_more_than_their_size() {
    let folder = project();
    let xliff = "<xliff version=\"1.2\"><file source-language=\"fa\" target-language=\"en\"><body><trans-unit><source>";
    let xliff_end = "</source><target>x</target></trans-unit></body></file></xliff>";
    for (name, parts, code, said) in [
        ("x.xlf", [xliff, "خبر ", xliff_end], 1, "x.xlf:1: a <source> longer than 1 MiB"),
        ("x.xlf", [xliff, "<g>", xliff_end], 2, "x.xlf:1: elements nested more than 64 deep"),
        (
            "x.xlf",
            [xliff, "<mrk mtype=\"seg\"/>", xliff_end],
            1,
            "x.xlf:1: a text of more than 10000 segments",
        ),
        (
            "x.po",
            ["msgid \"", "خبر ", "\"\nmsgstr \"x\"\n"],
            1,
            "x.po:1: an entry longer than 1 MiB",
        ),
        ("x.po", ["msgid \"\"\n", "\"x\"\n", "msgstr \"x\"\n"], 1, ": an entry longer than 1 MiB"),
        ("x.po", ["", "# x\n", "msgid \"a\"\nmsgstr \"x\"\n"], 1, ": an entry longer than 1 MiB"),
        ("x.tsv", ["fa\ten\n", "خبر ", "\tx\n"], 1, "x.tsv:2: a cell longer than 64 KiB"),
        ("x.csv", ["fa,en\n\"", "x\n", ""], 2, "x.csv:2: a quotation mark that is not closed"),
    ] {
        repeat(&folder, name, parts, 8 * MIB);
        takes_less(&folder, 64, &["tm", "import", name], code, said);
    }
    let unit = format!("<unit><notes><note>{}</note></notes>", "x".repeat(MIB - 1));
    let head = "<xliff version=\"2.1\" srcLang=\"fa\" trgLang=\"en\"><file id=\"f\">";
    let segment = "<segment><source>خبر</source><target>x</target></segment>".repeat(1000);
    write(&folder, "x.xlf", format!("{head}{unit}{segment}</unit></file></xliff>"));
    let said = "x.xlf:1: a unit whose notes its segments have more than 16 MiB of";
    takes_less(&folder, 64, &["tm", "import", "x.xlf"], 1, said);
}

/// Of the faults of a file the first are told, and the others counted: what is wrong everywhere takes no more than what
/// is right.
#[test]
fn faults_without_end_take_little() {
    let folder = project();
    let xliff = "<xliff version=\"1.2\"><file source-language=\"fa\" target-language=\"en\"><body>";
    let xliff_end = "</body></file></xliff>";
    let unit = "<trans-unit><source>&x;</source></trans-unit>";
    for (name, parts, most, checked, said) in [
        ("x.tmx", [TMX_START, "<tu/>\n", "</body></tmx>"], 16, 0, "more: no Persian segment ("),
        ("x.xlf", [xliff, unit, xliff_end], 16, 1, "more: entity `…` is not expanded ("),
        ("x.po", ["", "\"x\"\n\n", ""], 16, 1, "more: a text that belongs to no field ("),
        (
            "x.tsv",
            ["fa\ten\n", "\u{1}\tthe minister went\n", ""],
            40,
            1,
            "more: U+0001, which no text has (",
        ),
    ] {
        repeat(&folder, name, parts, 4 * MIB);
        takes_less(&folder, most, &["tm", "import", name], 1, said);
        takes_less(&folder, most, &["check", name], checked, said);
    }
}

/// An article has a size and a length of lines beyond which nobody would translate it.
#[test]
fn articles_beyond_all_bounds_are_refused() {
    let folder = project();
    for (name, end) in [("x.fa.txt", "\n"), ("x.fa.html", " "), ("x.fa.md", "\n")] {
        repeat(&folder, name, ["خبر", end, ""], 17 * MIB);
        let said = format!("{name}: larger than 16 MiB");
        for verb in ["segment", "match", "analyze", "check"] {
            takes_less(&folder, 64, &[verb, name], 2, &said);
        }
    }
    repeat(&folder, "x.fa.txt", ["خبر.\n", "خبر ", ""], 2 * MIB);
    for verb in ["segment", "match", "analyze", "check"] {
        let said = "x.fa.txt:2: a line longer than 1 MiB";
        takes_less(&folder, 64, &[verb, "x.fa.txt"], 2, said);
    }
    let (from, part) = ("tests/exchange/docx/word-runs.docx", "word/document.xml");
    let mut all = members(&fs::read(from).expect("it is there"));
    let own = all.iter_mut().find(|(name, _)| name == part);
    own.expect("it has a text").1.resize(65 * MIB, b' ');
    write(&folder, "x.fa.docx", archive(&all));
    let said = "x.fa.docx: word/document.xml: larger than 64 MiB";
    takes_less(&folder, 256, &["segment", "x.fa.docx"], 2, said);
}

/// What is within the bounds takes a multiple of its size.
#[test]
fn the_worst_articles_take_a_multiple_of_their_size() {
    let folder = project();
    for (name, parts) in [
        ("x.fa.txt", ["خبر", ".\n", ""]),
        ("x.fa.html", ["خبر", "<b>", ""]),
        ("x.fa.html", ["خبر", "<p>x", ""]),
        ("x.fa.md", ["خبر", "[", ""]),
        ("x.fa.md", ["خبر\n\n", ">", ""]),
        ("x.fa.md", ["خبر", "x\n\n", ""]),
    ] {
        repeat(&folder, name, parts, MIB / 2);
        takes_less(&folder, 256, &["segment", name, "--quiet"], 0, "");
    }
    let line = "خبر ".repeat(MIB / "خبر ".len() - 1);
    write(&folder, "x.fa.txt", line);
    for verb in ["match", "analyze", "check"] {
        takes_less(&folder, 256, &[verb, "x.fa.txt"], 0, "");
    }
    assert!(!listed(folder.path()).iter().any(|name| name.contains(".hamta-")));
}
