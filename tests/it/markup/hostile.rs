//! Files that are cut off, nested without end or made to take long.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use hamta::exchange::document::{Document, Format};

use super::{bytes, each_line, read, same};
use hamta::text::Lang;

/// How long reading and writing a part of a megabyte may take, without optimisation and on a machine that does other
/// things; what grows with the square of the length takes far longer.
const LONG: Duration = Duration::from_secs(30);

#[track_caller]
fn is_quick(text: &str, name: &str) {
    let start = Instant::now();
    let document = read(text, name);
    assert!(same(&document) == text.as_bytes());
    let changed = each_line(document.content(), |line| format!("{line} x"));
    document.with(&changed, Lang::English).expect("it fits");
    let took = start.elapsed();
    let begin: String = text.chars().take(20).collect();
    assert!(took < LONG, "{took:?} for {name}: {begin:?}…");
}

#[test]
fn files_may_be_cut_at_every_length() {
    for folder in ["tests/exchange/html", "tests/exchange/markdown"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let Some(format) = Format::of(&path).filter(|format| *format != Format::Text) else {
                continue;
            };
            let whole = fs::read(&path).expect("the file can be read");
            for end in 0..whole.len() {
                let cut = whole[..end].to_vec();
                // A character that is cut in two makes it another encoding, or none.
                if let Ok(document) = Document::read(cut, format, &path) {
                    assert!(same(&document) == whole[..end], "{} at {end}", path.display());
                }
            }
        }
    }
}

/// What is translated may look like what a page says of its encoding.
#[test]
fn a_page_stays_in_its_encoding() {
    let page = b"<title><meta charset=windows-1256> \xC8</title><meta charset=utf-8>";
    let document = Document::read(page.to_vec(), Format::Html, Path::new("a.html"));
    let document = document.expect("it can be read");
    assert_eq!(document.content().text, "<meta charset=windows-1256> \u{628}");
    let changed = each_line(document.content(), |_| "\u{628}".to_owned());
    let refused = document.with(&changed, Lang::Persian);
    assert_eq!(
        refused.expect_err("it could not be read").to_string(),
        "with another text the page, in windows-1256, says to be in UTF-8"
    );
    let changed = each_line(document.content(), |_| "b".to_owned());
    document.with(&changed, Lang::English).expect("it is ASCII");
}

#[test]
fn html_takes_as_long_as_it_is_long() {
    let deep = [
        "<div>",
        "<b>",
        "<code>",
        "<svg>",
        "<a title=ب>",
        "<p>",
        "<table><tr><td>",
        "<span translate=no>",
    ];
    for tag in deep {
        is_quick(&format!("{}متن", tag.repeat(100_000)), "t.html");
    }
    let names = ["b", "i", "u", "a", "em"];
    let crossed = |format: fn(&str) -> String| names.map(format).concat().repeat(20_000);
    let crossed = format!(
        "{}متن{}",
        crossed(|name| format!("<{name}>")),
        crossed(|name| format!("</{name}>"))
    );
    is_quick(&crossed, "t.html");
    is_quick(&format!("<code>{}", "</p><i></b>".repeat(90_000)), "t.html");
    for piece in [
        "<",
        "&",
        "&a",
        "&amp",
        "</",
        "<!",
        "<!--",
        "<a ",
        "<a b=\"",
        " ",
        "</>",
        "متن<br>",
        "<b>x</b> ",
    ] {
        is_quick(&piece.repeat(250_000 / piece.len()), "t.html");
    }
    is_quick(
        &format!("<p {}>متن", (0..40_000).map(|n| format!("a{n}=b ")).collect::<String>()),
        "t.html",
    );
}

#[test]
fn markdown_takes_as_long_as_it_is_long() {
    let pieces = [
        "[",
        "]",
        "*",
        "**a ",
        "_a",
        "`",
        "`a",
        "~~a",
        "![",
        "[a](",
        "[a][",
        "<",
        "<a ",
        "&",
        "\\",
        "{",
        "{{",
        "{% ",
        "{:",
        "|",
        "|\n",
        "\n|-|\n",
        "- ",
        "- a\n",
        "1. ",
        "#",
        "a\\\n",
        "a  \n",
        "<b>",
        "<!--",
        "[^1]",
        "[a]: b\n",
        "\n\n",
        "$",
        "***a** ",
        "[![a](b)](c) ",
        "---\n",
        "\n: a",
        "<div>\n\n",
        "{{a}} b ",
    ];
    for piece in pieces {
        is_quick(&piece.repeat(125_000 / piece.len()), "t.md");
    }
    is_quick(&format!("{}متن", "> ".repeat(100_000)), "t.md");
    is_quick(&format!("---\ntitle: {}\n---\n", "a".repeat(1_000_000)), "t.md");
}

#[test]
fn markdown_that_its_parser_cannot_read_is_an_error() {
    let text = "- [ ] \\\n  -  ";
    let told = Document::read(text.into(), Format::Markdown, Path::new("t.md"));
    let told = told.expect_err("the parser is not mended").to_string();
    assert_eq!(told, "t.md: Markdown that its parser cannot read");
}

#[test]
fn bytes_of_no_encoding_are_told() {
    let path = Path::new("t.md");
    let told =
        Document::read(b"a\nb \xFF".to_vec(), Format::Markdown, path).expect_err("it is no text");
    assert_eq!(told.to_string(), "t.md:2: not UTF-8; convert the file first");
    let path = Path::new("t.html");
    let told = Document::read(b"<meta charset=utf-8><p>\xFF".to_vec(), Format::Html, path);
    let told = told.expect_err("it is no text");
    assert_eq!(told.to_string(), "t.html: not in UTF-8, in which it says to be");
    assert_eq!(bytes(b"<p>\xD3\xE1\xC7\xE3", "t.html").content().text, "سلام");
}
