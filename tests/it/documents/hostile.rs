//! Office documents that are broken, cut off or made to do harm: one clear error, with the path and the part.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::text::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{again, members, prefixed, shown};

const BODY: [(&str, &str, &str); 2] = [
    ("tests/exchange/docx/word-runs.docx", "word/document.xml", "<w:body>"),
    ("tests/exchange/odt/spans.odt", "content.xml", "<office:text>"),
];

pub(crate) fn archive(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(name.as_str(), options).expect("a vector takes everything");
        writer.write_all(bytes).expect("a vector takes everything");
    }
    writer.finish().expect("a vector takes everything").into_inner()
}

fn refused(bytes: Vec<u8>, path: &Path) -> String {
    let format = Format::of(path).expect("its name says what it is");
    let name = path.file_name().expect("it has a name");
    let refused = Document::read(bytes, format, Path::new(name));
    refused.expect_err("it is no good document").to_string()
}

/// What is said where `change` has changed the main part of each document.
#[track_caller]
fn with_part(change: impl Fn(&str, &str) -> Vec<u8>, said: &str) {
    for (path, part, body) in BODY {
        let mut all = members(&fs::read(path).expect("it is there"));
        let own = all.iter_mut().find(|(name, _)| name == part).expect("it has a text");
        own.1 = change(&String::from_utf8(own.1.clone()).expect("it is UTF-8"), body);
        let path = Path::new(path);
        let name = path.file_name().expect("it has a name").to_string_lossy();
        assert_eq!(refused(archive(&all), path), format!("{name}: {part}: {said}"));
    }
}

#[test]
fn parts_that_are_no_xml_are_refused() {
    let inside = |text: &'static str| {
        move |xml: &str, body: &str| xml.replace(body, &format!("{body}{text}")).into_bytes()
    };
    with_part(inside("\0"), "U+0000 is forbidden in XML");
    with_part(inside("&#1;"), "U+0001 is forbidden in XML");
    with_part(inside("&lol;"), "entity `&lol;` is not expanded");
    with_part(
        inside("<a><c></a>"),
        "not well-formed: ill-formed document: expected `</c>`, but `</a>` was found",
    );
    with_part(inside("<a b='1' b='2'></a>"), "an attribute that stands there twice");
    with_part(inside("<a b=x/>"), "an attribute that is not written as name=\"value\"");
    with_part(
        |xml, _| xml.as_bytes()[..xml.rfind("</").expect("it has an end")].to_vec(),
        "cut off",
    );
    with_part(
        |xml, _| format!("\u{FEFF}{xml}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "not UTF-8",
    );
    with_part(|_, _| b"\xD3\xE1\xC7\xE3".to_vec(), "not UTF-8");
    let dtd = "<!DOCTYPE a [<!ENTITY lol SYSTEM \"file:///etc/passwd\">]>";
    with_part(
        |xml, _| xml.replacen("?>", &format!("?>{dtd}"), 1).into_bytes(),
        "a DTD, which is not read",
    );
    let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    with_part(
        |xml, body| xml.replace(body, &format!("{body}{deep}")).into_bytes(),
        "more than 512 elements inside each other",
    );
}

#[test]
fn very_many_spans_around_a_text_take_no_room() {
    let (path, part, body) = BODY[1];
    let mut all = members(&fs::read(path).expect("it is there"));
    let own = all.iter_mut().find(|(name, _)| name == part).expect("it has a text");
    let span = "<text:span text:style-name=\"T1\">x".repeat(500) + &"</text:span>".repeat(500);
    let paragraphs = format!("<text:p>{span}</text:p>").repeat(100);
    let xml = String::from_utf8_lossy(&own.1).replace(body, &format!("{body}{paragraphs}"));
    own.1 = xml.into_bytes();
    let document = Document::read(archive(&all), Format::Odt, Path::new(path));
    let document = document.expect("it is well-formed");
    assert!(document.content().text.starts_with(&"x".repeat(500)));
    assert!(document.content().tags.iter().all(|tag| tag.code.len() < 400));
}

/// In quotation marks `>` may stand as it is.
#[test]
fn a_style_may_have_any_name() {
    let (path, part, _) = BODY[1];
    let path = Path::new(path);
    let mut all = members(&fs::read(path).expect("it is there"));
    let own = all.iter_mut().find(|(name, _)| name == part);
    let own = &mut own.expect("it has a text").1;
    let xml = String::from_utf8_lossy(own);
    let xml = xml.replace("\"P1\"", "'P>1'").replace("\"T1\"", "'T>1'");
    *own = xml.into_bytes();
    let document = again(archive(&all), path);
    let new = prefixed(document.content(), "نو: ");
    let written = document.with(&new, Lang::Persian);
    let found = again(written.expect("it can be written"), path);
    assert_eq!(shown(found.content()), shown(&new));
}

#[test]
fn a_document_without_its_text_is_refused() {
    for (path, part, _) in BODY {
        let path = Path::new(path);
        let name = path.file_name().expect("it has a name").to_string_lossy();
        let mut all = members(&fs::read(path).expect("it is there"));
        all.retain(|(name, _)| name != part);
        assert_eq!(
            refused(archive(&all), path),
            format!("{name}: a document without its part {part}")
        );
        let html = b"<html>".to_vec();
        assert_eq!(
            refused(html, path),
            format!("{name}: no document, or one that is damaged or cut off")
        );
        let old = [0xD0, 0xCF, 0x11, 0xE0].repeat(200);
        assert_eq!(
            refused(old, path),
            format!(
                "{name}: an old document, or one with a password; save it as a new one without"
            )
        );
    }
    let path = Path::new(BODY[0].0);
    let mut all = members(&fs::read(path).expect("it is there"));
    all.retain(|(name, _)| name != "[Content_Types].xml");
    assert_eq!(
        refused(archive(&all), path),
        "word-runs.docx: a document without its part [Content_Types].xml"
    );
    let odt = fs::read(BODY[1].0).expect("it is there");
    assert_eq!(
        refused(odt, path),
        "word-runs.docx: a document without its part [Content_Types].xml"
    );
}

#[test]
fn a_document_with_a_password_is_refused() {
    let path = Path::new(BODY[1].0);
    let mut all = members(&fs::read(path).expect("it is there"));
    let list = all.iter_mut().find(|(name, _)| name == "META-INF/manifest.xml");
    let list = list.expect("it has a list");
    list.1 = b"<manifest><file-entry><encryption-data/></file-entry></manifest>".to_vec();
    assert_eq!(
        refused(archive(&all), path),
        "spans.odt: a document with a password; save it without one"
    );
}

#[test]
fn a_part_outside_the_document_is_refused() {
    for (path, ..) in BODY {
        let path = Path::new(path);
        let name = path.file_name().expect("it has a name").to_string_lossy();
        for outside in ["../evil.sh", "/etc/passwd", "word/../../evil.sh"] {
            // The writer would make a good name of it; so it is put in afterwards.
            let stand_in = "x".repeat(outside.len());
            let mut all = members(&fs::read(path).expect("it is there"));
            all.push((stand_in.clone(), b"y".to_vec()));
            let mut bytes = archive(&all);
            while let Some(at) =
                bytes.windows(stand_in.len()).position(|w| w == stand_in.as_bytes())
            {
                bytes[at..at + outside.len()].copy_from_slice(outside.as_bytes());
            }
            assert_eq!(
                refused(bytes, path),
                format!("{name}: a document with a part outside itself: {outside}")
            );
        }
    }
}

#[test]
fn a_bomb_is_refused() {
    for (path, ..) in BODY {
        let mut all = members(&fs::read(path).expect("it is there"));
        all.push(("media/0".to_owned(), vec![0; 8 << 20]));
        let mut bomb = ZipWriter::new_append(Cursor::new(archive(&all))).expect("it is an archive");
        for i in 1..=32 {
            bomb.deep_copy_file("media/0", &format!("media/{i}"))
                .expect("a vector takes everything");
        }
        let bomb = bomb.finish().expect("a vector takes everything").into_inner();
        assert!(bomb.len() < 1024 * 1024);
        let path = Path::new(path);
        let name = path.file_name().expect("it has a name").to_string_lossy();
        assert_eq!(
            refused(bomb, path),
            format!("{name}: a document that is larger than 256 MiB when it is unpacked")
        );
    }
}

#[test]
fn a_document_cut_off_anywhere_is_refused() {
    for (path, ..) in BODY {
        let whole = fs::read(path).expect("it is there");
        let path = Path::new(path);
        let name = path.file_name().expect("it has a name").to_string_lossy();
        for length in (0..whole.len()).step_by(7) {
            let said = refused(whole[..length].to_vec(), path);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
            assert_eq!(said.lines().count(), 1, "{said}");
        }
    }
}
