//! TMX that is broken, cut off, not TMX at all, or made to do harm.

use std::io::{BufReader, Read};
use std::path::Path;

use hamta::exchange::tmx::{Item, Reader};
use hamta::unit::{Details, TranslationUnit};
use proptest::prelude::*;

use super::{check, fixture, kept, one_unit, read, shown};

#[test]
fn files_that_are_no_tmx_are_refused() {
    check(b"", "ERROR t.tmx:1: not a TMX file: it has no element");
    check(b"hello\n", "ERROR t.tmx:1: not an XML file");
    check(b"\n\n PK\x03\x04", "ERROR t.tmx:1: not an XML file");
    check(b"\x89PNG", "ERROR t.tmx:1: bytes that are not UTF-8");
    check(b"<html/>", "ERROR t.tmx:1: not a TMX file: it begins with <html>");
    check(b"<tmx/>\n<tmx/>", "ERROR t.tmx:2: <tmx> after the end of the document");
    check(b"<tmx/>\nx", "ERROR t.tmx:1: text outside of <tmx>");
    check(b"<tmx/>\n&amp;", "ERROR t.tmx:2: text outside of <tmx>");
    check(b"<tmx><body>\n", "ERROR t.tmx:2: cut off: the file ends before </tmx>");
    check(
        b"<tmx><!-- \n",
        "ERROR t.tmx:1: not well-formed: comment not closed: `-->` not found before end of input",
    );
    check(b"<tmx/>\n", "");
}

#[test]
fn a_folder_and_an_unknown_encoding_are_refused() {
    let folder = std::fs::File::open("tests").expect("a folder opens");
    let error = Reader::new(BufReader::new(folder), Path::new("tests"), "o").err();
    let message = error.expect("a folder cannot be read").to_string();
    assert!(message.starts_with("tests: cannot read: "), "{message}");

    let file = &b"<?xml version='1.0' encoding = 'klingon'?><tmx/>"[..];
    let error = Reader::new(file, Path::new("t.tmx"), "o").err();
    assert_eq!(
        error.expect("klingon is not known").to_string(),
        "t.tmx: in an encoding that is not known: klingon"
    );
}

#[test]
fn units_before_undecodable_bytes_are_given() {
    let mut file = one_unit("یک", "one").into_bytes();
    file.extend(b"\n\xff");
    check(&file, "fa> یک | one\nERROR t.tmx:3: bytes that are not UTF-8");
}

#[test]
fn characters_that_xml_forbids_are_a_problem() {
    let file = one_unit("یک", "a\0b");
    check(file.as_bytes(), "t.tmx:2: U+0000 is forbidden in XML");
    let file = one_unit("یک", "a\u{ffff}b");
    check(file.as_bytes(), "t.tmx:2: U+FFFF is forbidden in XML");
}

#[test]
fn deep_nesting_ends_the_reading() {
    let file = one_unit("یک", &"<hi>".repeat(100_000));
    check(file.as_bytes(), "ERROR t.tmx:2: elements nested more than 64 deep");
    let file = one_unit("یک", &format!("{}one{}", "<hi>".repeat(50), "</hi>".repeat(50)));
    check(file.as_bytes(), "fa> یک | one");
}

#[test]
fn a_segment_of_any_length_is_one_problem() {
    let marked = format!("<hi>{}</hi>", "x".repeat(100));
    for piece in ["x", "&amp;", "\n", &marked] {
        let file = around(piece, 6 * 1024 * 1024);
        let items = read(BufReader::new(file), "t.tmx");
        assert_eq!(items, ["t.tmx:2: a <seg> longer than 1 MiB", "fa> دو | two"], "{piece}");
    }
}

#[test]
fn a_tag_that_is_too_long_or_too_full_does_not_fill_the_memory() {
    let file = around("<!-- x", 3 * 1024 * 1024);
    let items = read(BufReader::new(file), "t.tmx");
    assert_eq!(items, ["ERROR t.tmx:2: a tag or comment longer than 1 MiB"]);
    let long = format!("<tu note='{}'>", "x".repeat(2 * 1024 * 1024));
    let file = one_unit("یک", "one").replace("<tu>", &long);
    check(file.as_bytes(), "ERROR t.tmx:2: a tag or comment longer than 1 MiB");
    let full: String = (0..100_000).map(|i| format!(" a{i}=''")).collect();
    let file = one_unit("یک", "one").replace("<tu>", &format!("<tu{full}>"));
    check(file.as_bytes(), "t.tmx:2: a tag with more than 64 attributes");
}

#[test]
fn a_file_cut_anywhere_gives_units_or_an_error() {
    for name in ["omegat.tmx", "trados.tmx", "faults.tmx", "bomb.tmx", "windows-1256.tmx"] {
        let file = fixture(name);
        let all = read(&*file, name);
        let end = file.trim_ascii_end().len();
        for length in 0..end {
            let items = read_cut(&file[..length], name);
            let (last, before) = items.split_last().expect("a cut file has an error");
            assert!(last.starts_with("ERROR "), "{name} cut at {length}: {last}");
            assert!(all.starts_with(before), "{name} cut at {length}");
        }
    }
}

#[test]
fn reading_ends_after_an_error_and_tells_its_position() {
    let file = fixture("broken.tmx");
    let mut reader = Reader::new(&*file, Path::new("broken.tmx"), "o").expect("it begins");
    assert_eq!(reader.by_ref().count(), 2);
    assert!(reader.next().is_none());
    assert_eq!(reader.bytes_read(), file.len() as u64);
}

proptest! {
    #[test]
    fn bytes_that_change_never_panic(changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..8)) {
        for name in ["omegat.tmx", "faults.tmx", "bomb.tmx"] {
            read_cut(&changed(fixture(name), &changes), name);
        }
    }

    #[test]
    fn what_is_read_of_a_broken_file_can_be_written(
        changes in prop::collection::vec((any::<usize>(), prop::sample::select(&b"<>/&;\"' =abphiutx10\n\0\xff"[..])), 1..5),
    ) {
        for name in ["trados.tmx", "swordfish.tmx", "okapi.tmx", "omegat.tmx"] {
            let file = changed(fixture(name), &changes);
            let reader = Reader::new(&*file, Path::new(name), "origin");
            let items = reader.into_iter().flatten().filter_map(Result::ok);
            let mut units: Vec<_> = items.filter_map(unit).collect();
            for (number, unit) in (1..).zip(&mut units) {
                forget_number(number, unit);
            }
            prop_assert_eq!(kept::read(kept::written(&units)), units);
        }
    }
}

/// The file with these bytes in the place of others.
fn changed(mut file: Vec<u8>, changes: &[(usize, u8)]) -> Vec<u8> {
    let length = file.len();
    for (at, byte) in changes {
        file[at % length] = *byte;
    }
    file
}

fn unit(item: Item) -> Option<TranslationUnit> {
    match item {
        Item::Unit(unit) => Some(*unit),
        Item::Problem(_) => None,
    }
}

/// Forgets a `tuid` that says nothing in the place where the unit stands now.
fn forget_number(number: usize, unit: &mut TranslationUnit) {
    let Some(details) = &mut unit.details else {
        return;
    };
    let attributes = &mut details.unit.attributes;
    if attributes.get("tuid") == Some(&number.to_string()) {
        attributes.remove("tuid");
    }
    if **details == Details::default() {
        unit.details = None;
    }
}

/// The same where the encoding may be unknown.
fn read_cut(file: &[u8], name: &str) -> Vec<String> {
    match Reader::new(file, Path::new(name), "origin") {
        Ok(reader) => reader.map(|item| shown(&item)).collect(),
        Err(error) => vec![format!("ERROR {error}")],
    }
}

/// A file whose first segment is `piece` again and again, made while it is read.
fn around(piece: &str, length: u64) -> impl Read {
    let second = "</seg></tuv><tuv xml:lang='en'><seg>one</seg></tuv></tu>\
                  <tu><tuv xml:lang='fa'><seg>دو</seg></tuv><tuv xml:lang='en'><seg>two</seg></tuv></tu></body></tmx>";
    let pieces = length / piece.len() as u64 * piece.len() as u64;
    let bytes: Vec<u8> = piece.bytes().cycle().take(1000 * piece.len()).collect();
    (&b"<tmx><body>\n<tu><tuv xml:lang='fa'><seg>"[..])
        .chain(Repeated { bytes, at: 0 }.take(pieces))
        .chain(std::io::Cursor::new(second))
}

/// The same bytes without end.
struct Repeated {
    bytes: Vec<u8>,
    at: usize,
}

impl Read for Repeated {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = (&self.bytes[self.at..]).read(into)?;
        self.at = (self.at + count) % self.bytes.len();
        Ok(count)
    }
}
