//! Office documents: what is read of them, what is written back, and what is refused.

mod changing;
pub(crate) mod hostile;
mod review;
mod round_trip;
mod turned;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, TagKind, Tagged};
use zip::ZipArchive;

/// The office documents in `tests/exchange`, sorted.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["docx", "odt"]
        .iter()
        .flat_map(|kind| fs::read_dir(Path::new("tests/exchange").join(kind)).expect("it is there"))
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| Format::of(path).is_some_and(|format| format != Format::Text))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Document {
    again(fs::read(path).expect("it is there"), path)
}

fn again(bytes: Vec<u8>, path: &Path) -> Document {
    let format = Format::of(path).expect("its name says what it is");
    Document::read(bytes, format, path).expect("it can be read")
}

/// The content with its tags in it: `a {1 bold}word{/1}, {2 note}`.
fn shown(content: &Tagged) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in &content.tags {
        out.push_str(&content.text[at..tag.at]);
        at = tag.at;
        let (number, role) = (tag.number, tag.role.as_str());
        out.push_str(&match tag.kind {
            TagKind::Open => format!("{{{number} {role}}}"),
            TagKind::Close => format!("{{/{number}}}"),
            TagKind::Alone => format!("{{{number} {role}/}}"),
        });
    }
    out + &content.text[at..] + "\n"
}

/// The members of an archive, unpacked, in order.
pub(crate) fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let names = 0..zip.len();
    let members = names.map(|at| {
        let mut member = zip.by_index(at).expect("it is there");
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("it can be unpacked");
        (member.name().expect("it has a name").into_owned(), bytes)
    });
    members.collect()
}

/// The content with `before` at the beginning of each line.
fn prefixed(content: &Tagged, before: &str) -> Tagged {
    let mut new = Tagged::default();
    let mut tags = content.tags.iter().peekable();
    let mut start = 0;
    for (number, line) in content.text.split('\n').enumerate() {
        if number > 0 {
            new.text.push('\n');
        }
        let end = start + line.len();
        new.text.push_str(before);
        while let Some(tag) = tags.next_if(|tag| tag.at <= end) {
            let mut tag = tag.clone();
            tag.at = new.text.len() + tag.at - start;
            new.tags.push(tag);
        }
        new.text.push_str(line);
        start = end + 1;
    }
    new
}

#[test]
fn there_are_ten_documents_of_each_format() {
    for kind in ["docx", "odt"] {
        let own = files();
        let own = own.iter().filter(|path| path.extension().is_some_and(|e| e == kind));
        assert!(own.count() >= 10, "{kind}");
    }
    for path in files() {
        assert!(fs::metadata(&path).expect("it is there").len() < 30_000, "{}", path.display());
    }
}

#[test]
fn documents_are_read_line_by_line() {
    let mut wrong = String::new();
    for path in files() {
        let expected = format!("{}.txt", path.display());
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        let found = shown(read(&path).content());
        if found != expected {
            wrong += &format!("== {}\n{found}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_same_content_gives_the_same_parts() {
    for path in files() {
        let document = read(&path);
        let bytes = fs::read(&path).expect("it is there");
        for lang in Lang::ALL {
            let same = document.with(document.content(), lang).expect("it can be written");
            assert!(members(&same) == members(&bytes), "{}", path.display());
        }
    }
}

#[test]
fn other_lines_come_back_with_their_tags() {
    for path in files() {
        let document = read(&path);
        for (before, lang) in [("نو: ", Lang::Persian), ("New <&> ", Lang::English)] {
            let new = prefixed(document.content(), before);
            let written = document.with(&new, lang).expect("it can be written");
            let found = again(written, &path);
            assert_eq!(shown(found.content()), shown(&new), "{}", path.display());
        }
    }
}

#[test]
fn one_changed_line_changes_one_paragraph() {
    for path in files() {
        let document = read(&path);
        let content = document.content();
        let mut new = content.clone();
        let last = content.text.rfind('\n').map_or(0, |at| at + 1);
        new.text.insert(last, '!');
        let tags = new.tags.iter_mut().filter(|tag| tag.at >= last);
        tags.for_each(|tag| tag.at += 1);
        let lang = Lang::of(&content.text).expect("it has letters");
        let written = document.with(&new, lang).expect("it can be written");
        let old = members(&fs::read(&path).expect("it is there"));
        let other = members(&written);
        let changed: Vec<_> = old.iter().zip(&other).filter(|(old, new)| old != new).collect();
        assert_eq!(old.len(), other.len());
        assert_eq!(changed.len(), 1, "{}", path.display());
        let (old, new) = changed[0];
        let (old, new) = (
            String::from_utf8_lossy(&old.1).into_owned(),
            String::from_utf8_lossy(&new.1).into_owned(),
        );
        let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let begins = ["<w:p ", "<w:p>", "<text:p ", "<text:p>", "<text:h "];
        let begin = begins.iter().filter_map(|tag| old[..same].rfind(tag)).max();
        let begin = begin.expect("the change is in a paragraph");
        let ends = ["</w:p>", "</text:p>", "</text:h>"];
        let end = ends.iter().filter_map(|tag| old[begin..].find(tag)).min();
        let rest = &old[begin + end.expect("the paragraph ends")..];
        assert!(new.ends_with(rest), "{}", path.display());
    }
}

/// The main part of a document, with `new` in the place of its first line, in `lang`.
fn part_with(path: &str, part: &str, new: &str, lang: Lang) -> String {
    let document = read(Path::new(path));
    let mut content = document.content().clone();
    let end = content.text.find('\n').unwrap_or(content.text.len());
    content.text.replace_range(..end, new);
    content.tags.retain(|tag| tag.at > end);
    for tag in &mut content.tags {
        tag.at = tag.at + new.len() - end;
    }
    let written = document.with(&content, lang).expect("it can be written");
    let members = members(&written);
    let own = members.iter().find(|(name, _)| name == part);
    String::from_utf8(own.expect("it is there").1.clone()).expect("it is UTF-8")
}

#[test]
fn a_paragraph_of_docx_turns_with_its_language() {
    let path = "tests/exchange/docx/word-runs.docx";
    let part = part_with(path, "word/document.xml", "A meeting", Lang::English);
    let turned = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:bidi w:val=\"0\"/></w:pPr><w:r><w:rPr><w:rtl w:val=\"0\"/>\
                  <w:lang w:bidi=\"fa-IR\" w:val=\"en-US\"/></w:rPr><w:t xml:space=\"preserve\">A meeting</w:t></w:r></w:p>";
    assert!(part.contains(turned), "{part}");
    let path = "tests/exchange/docx/pandoc.docx";
    let part = part_with(path, "word/document.xml", "News", Lang::English);
    assert!(part.contains("<w:bidi w:val=\"0\"/></w:pPr>"), "{part}");
    let path = "tests/exchange/docx/python-docx.docx";
    let part = part_with(path, "word/document.xml", "پل باز شد", Lang::Persian);
    let turned = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/>\
                  <w:lang w:bidi=\"fa-IR\"/></w:rPr><w:t xml:space=\"preserve\">پل باز شد</w:t></w:r></w:p>";
    assert!(part.contains(turned), "{part}");
}

/// What was bold in Persian is bold in English, and the other way round; a size that only one script has goes over.
#[test]
fn bold_goes_over_to_the_other_script() {
    let part =
        part_in_other("tests/exchange/docx/wps.docx", "word/document.xml", "New ", Lang::English);
    let bold = "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"28\"/><w:rtl w:val=\"0\"/>";
    assert!(part.contains(bold), "{part}");
    let part =
        part_in_other("tests/exchange/docx/google.docx", "word/document.xml", "نو ", Lang::Persian);
    let bold = "<w:b w:val=\"1\"/><w:bCs w:val=\"1\"/><w:rtl/>";
    assert!(part.contains(bold), "{part}");
    let part = part_in_other("tests/exchange/odt/notes.odt", "content.xml", "New ", Lang::English);
    let bold = "<style:style style:name=\"T1_en\" style:family=\"text\">";
    assert!(part.contains(bold), "{part}");
    assert!(part.contains("fo:font-weight=\"bold\""), "{part}");
}

/// The main part of a document with `before` before each line, in `lang`.
fn part_in_other(path: &str, part: &str, before: &str, lang: Lang) -> String {
    let document = read(Path::new(path));
    let new = prefixed(document.content(), before);
    let written = document.with(&new, lang).expect("it can be written");
    let members = members(&written);
    let own = members.iter().find(|(name, _)| name == part);
    String::from_utf8(own.expect("it is there").1.clone()).expect("it is UTF-8")
}

#[test]
fn a_paragraph_of_odt_turns_with_its_language() {
    let part = part_in_other("tests/exchange/odt/notes.odt", "content.xml", "New ", Lang::English);
    let style = part.split("style:name=\"P1_en\"").nth(1).expect("there is a new style");
    let style = &style[..style.find("</style:style>").expect("it ends")];
    assert!(style.contains("style:writing-mode=\"lr-tb\""), "{style}");
    assert!(style.contains("fo:text-align=\"start\""), "{style}");
    let part = part_in_other("tests/exchange/odt/spans.odt", "content.xml", "نو ", Lang::Persian);
    let style = part.split("style:name=\"Standard_fa\"").nth(1).expect("there is a new style");
    let style = &style[..style.find("</style:style>").expect("it ends")];
    assert!(style.contains("style:parent-style-name=\"Standard\""), "{style}");
    assert!(style.contains("style:writing-mode=\"rl-tb\""), "{style}");
    assert!(style.contains("fo:text-align=\"end\""), "{style}");
    assert!(style.contains("style:language-complex=\"fa\""), "{style}");
    let style = part.split("style:name=\"P1_fa\"").nth(1).expect("there is a new style");
    let style = &style[..style.find("</style:style>").expect("it ends")];
    assert!(style.contains("fo:text-align=\"center\""), "{style}");
    assert!(part.contains("<text:p text:style-name=\"P1_fa\">"), "{part}");
}

/// The two branches of a text box say the same, before and after; what holds lines is there also without its tag.
#[test]
fn a_text_box_is_written_twice_and_never_lost() {
    let path = Path::new("tests/exchange/docx/word-box.docx");
    let document = read(path);
    let text = document.content().text.replace("Second line", "Next line");
    let written = document.with(&Tagged::from(text.clone()), Lang::English);
    let written = written.expect("it can be written");
    let part = String::from_utf8(members(&written)[2].1.clone()).expect("it is UTF-8");
    assert_eq!(part.matches("Next line of the box.").count(), 2);
    assert_eq!(part.matches("Second line").count(), 0);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    let found = again(written, path);
    let mut found: Vec<&str> = found.content().text.lines().collect();
    found.sort_unstable();
    assert_eq!(found, lines);
}

/// The verbs that read an article read it, and `check` mends it.
#[test]
fn articles_can_be_documents() {
    let hamta = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
            .args(args)
            .output()
            .expect("the program runs");
        let said = String::from_utf8(output.stdout).expect("it says UTF-8");
        (output.status.code(), said)
    };
    let (code, said) = hamta(&["segment", "tests/exchange/odt/notes.odt"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("1  نویسنده در اصفهان درگذشت.\n2  زاده ۱۳۳۰\n"), "{said}");
    let document = read(Path::new("tests/exchange/docx/wps.docx"));
    let text = document.content().text.replace("نان", "كتاب");
    let written = document.with(&Tagged::from(text), Lang::Persian);
    let written = written.expect("it can be written");
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("a.docx");
    fs::write(&path, &written).expect("there is room");
    let name = path.to_str().expect("its name is UTF-8");
    let (_, said) = hamta(&["check", "--no-cache", name]);
    assert!(said.contains("a.docx:1:6: warning[persian-spelling]"), "{said}");
    let (code, said) = hamta(&["check", "--no-cache", "--fix", name]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let text = document.content().text.replace("نان", "کتاب");
    assert_eq!(read(&path).content().text, text);
}
