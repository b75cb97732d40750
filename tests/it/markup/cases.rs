//! Single cases: what is written of a text with other lines, tags or in another language.

use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, Tag, TagKind, Tagged};

use super::shown::shown;
use super::{bytes, each_line, read, same};

/// What `text` is with `new` as its content; in it `{1>}`, `{<1}` and `{1}` stand for the tags that were read.
#[track_caller]
fn written(text: &str, name: &str, new: &str, lang: Lang) -> String {
    let document = read(text, name);
    let content = tagged(new, document.content());
    let written = document.with(&content, lang).expect("it fits");
    String::from_utf8(written).expect("it is UTF-8")
}

/// A content written as `shown` does it, with the tags of another.
fn tagged(new: &str, old: &Tagged) -> Tagged {
    let mut content = Tagged::default();
    let mut rest = new;
    while let Some((before, after)) = rest.split_once('{') {
        let (tag, after) = after.split_once('}').expect("a tag ends");
        content.text.push_str(before);
        let kind = match (tag.ends_with('>'), tag.starts_with('<')) {
            (true, _) => TagKind::Open,
            (_, true) => TagKind::Close,
            _ => TagKind::Alone,
        };
        let number: u32 = tag.trim_matches(['<', '>']).parse().expect("a number");
        let is_it = |one: &&Tag| one.number == number && one.kind == kind;
        let known = old.tags.iter().find(is_it).expect("it was read");
        let at = content.text.len();
        content.tags.push(Tag { at, ..known.clone() });
        rest = after;
    }
    content.text.push_str(rest);
    content
}

#[track_caller]
fn html(text: &str, new: &str, expected: &str) {
    assert_eq!(written(text, "t.html", new, Lang::English), expected);
}

#[track_caller]
fn markdown(text: &str, new: &str, expected: &str) {
    assert_eq!(written(text, "t.md", new, Lang::English), expected);
}

/// The lines that are read.
#[track_caller]
fn lines(text: &str, name: &str, expected: &[&str]) {
    let found = shown(read(text, name).content());
    let (lines, _) = found.split_once("\n\n").expect("an empty line follows");
    assert_eq!(lines.split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn the_language_and_direction_are_those_of_the_text() {
    html(
        "<html lang=\"fa-IR\" xml:lang='fa' dir=rtl><body dir=\"RTL\"><p lang=fa>متن فارسی <i lang=de dir=ltr>Wort</i></p>",
        "Text {1>}Wort{<1}",
        "<html lang=\"en\" xml:lang='en' dir=ltr><body dir=\"ltr\"><p lang=en>Text <i lang=de dir=ltr>Wort</i></p>",
    );
    html("<HTML class=x><p>متن", "Text", "<HTML lang=\"en\" class=x><p>Text");
    html(
        "<html lang=ku dir=auto><p dir=auto>متن",
        "Text",
        "<html lang=en dir=ltr><p dir=auto>Text",
    );
    html(
        "<html lang=fa><pre lang=fa dir=rtl>x</pre>متن",
        "Text",
        "<html lang=en><pre lang=fa dir=rtl>x</pre>Text",
    );
    let english = "<html lang=en><code dir=ltr>x</code><p dir=ltr>Text";
    let persian = "<html dir=\"rtl\" lang=fa><code dir=ltr>x</code><p dir=rtl>متن";
    assert_eq!(written(english, "t.html", "متن", Lang::Persian), persian);
    // What says its direction in a style turns too, and with it the side at which lines begin.
    html(
        "<html lang=fa dir=rtl><p style=\"color:red; Direction : RTL !important;text-align:right\">متن<p style='direction:ltr;text-align:left'>متن<p style=text-align:right>متن",
        "Text\nText\nText",
        "<html lang=en dir=ltr><p style=\"color:red; Direction : ltr !important;text-align:left\">Text<p style='direction:ltr;text-align:left'>Text<p style=text-align:right>Text",
    );
    let english = "<html lang=en dir=ltr><p style=\"text-align:center;direction:ltr\">Text";
    let persian = "<html lang=fa dir=rtl><p style=\"text-align:center;direction:rtl\">متن";
    assert_eq!(written(english, "t.html", "متن", Lang::Persian), persian);
    // A text that is in the language already is not another.
    html("<html lang=fa dir=rtl><p>Text", "Words", "<html lang=fa dir=rtl><p>Words");
    let front = "---\nlang: fa\ndir: rtl\n---\nمتن\n";
    markdown(front, "Text", "---\nlang: en\ndir: ltr\n---\nText\n");
    markdown("+++\nlanguage = \"fa\"\n+++\nمتن\n", "Text", "+++\nlanguage = \"en\"\n+++\nText\n");
}

#[test]
fn text_is_no_markup() {
    html("<p>الف", "a < b & c > d", "<p>a &lt; b &amp; c &gt; d");
    html("<img alt=الف>", "a \"b\" & c", "<img alt=\"a &quot;b&quot; &amp; c\">");
    html("<img alt='الف'>", "it's \"b\"", "<img alt='it&#39;s \"b\"'>");
    markdown("الف\n", "5 * 3, snake_case, AT&T, a < b", "5 * 3, snake_case, AT&T, a < b\n");
    markdown("الف\n", "a *b* c", "a \\*b\\* c\n");
    markdown("الف\n", "1. a", "1\\. a\n");
    markdown("- الف\n", "[ ] a", "- \\[ \\] a\n");
    markdown("# الف {#x}\n", "C #", "# C \\# {#x}\n");
    markdown("| الف |\n|--|\n", "a | b", "| a \\| b |\n|--|\n");
    markdown("---\ntitle: الف\n---\n", "One: two", "---\ntitle: \"One: two\"\n---\n");
    markdown("---\ntitle: 'الف'\n---\n", "It's", "---\ntitle: 'It''s'\n---\n");
}

#[test]
fn tags_are_nested_whatever_the_translation_has() {
    let text = "<p>یک <b>دو</b> <i>سه</i> <a href=x>چهار</a>";
    html(text, "{1>}one{2>} two{<1} three{<2}", "<p><b>one<i> two</i></b> three");
    html(text, "{1>}one {3>}two", "<p><b>one <a href=x>two</a></b>");
    html(text, "one{<1} {<3}two", "<p>one two");
    html(text, "none", "<p>none");
    markdown(
        "یک **دو** [سه](x)\n",
        "[{2>}one{1>} two{<2}{<1}",
        "\\[[one<strong> two</strong>](x)\n",
    );
}

#[test]
fn a_tag_that_no_line_closes_stays_open_there() {
    let text = "<p>یک <b>دو<br>سه</b> چهار";
    lines(text, "t.html", &["یک {1}دو", "سه{2} چهار"]);
    html(text, "one two\nthree four", "<p>one two<b><br>three four</b>");
}

#[test]
fn unchanged_lines_keep_their_bytes() {
    let text = "<p>یک\n  &amp;  دو<p>سه";
    html(text, "یک & دو\nthree", "<p>یک\n  &amp;  دو<p>three");
    markdown("یک\n  \\* دو\n\nسه\n", "یک * دو\nthree", "یک\n  \\* دو\n\nthree\n");
}

#[test]
fn what_is_in_a_tag_is_written_where_the_tag_goes() {
    html(
        "<p>یک <img src=a alt=\"دو\"> سه <a title='چهار'>پنج</a>",
        "{2>}five{<2} three {1} one\ntwo\nfour",
        "<p><a title='four'>five</a> three <img src=a alt=\"two\"> one",
    );
    markdown("یک ![دو](a.png) سه\n", "three {1} one\ntwo", "three ![two](a.png) one\n");
}

#[test]
fn what_only_xml_closes_with_its_start_is_open_in_html() {
    html("<p>الف <svg/> ب", "a {1} b", "<p>a <svg/> b");
    let rest = "<code><title/></code> ب</title> پ";
    html(&format!("<p>الف {rest}"), "a", &format!("<p>a {rest}"));
}

#[test]
fn text_beside_a_note_or_a_link_is_no_part_of_it() {
    let note = "یک[^1] دو\n\n[^1]: x\n";
    markdown(note, "one{1}(two)\nx", "one[^1]\\(two)\n\n[^1]: x\n");
    markdown(note, "{1}: two\nx", "[^1]\\: two\n\n[^1]: x\n");
    markdown("یک [دو](x) سه\n", "one!{1>}two{<1}(three)", "one\\![two](x)(three)\n");
    // The note is no part of the line.
    markdown("یک[^1]\n\n[^1]: x\n", "One!\nx", "One\\![^1]\n\n[^1]: x\n");
}

#[test]
fn a_reference_keeps_its_label() {
    let text = "یک [دو] و [سه][]\n\n[دو]: x\n[سه]: y\n";
    markdown(
        text,
        "one {1>}two{<1} and {2>}three{<2}",
        "one [two][دو] and [three][سه]\n\n[دو]: x\n[سه]: y\n",
    );
}

#[test]
fn emphasis_that_would_be_none_is_written_as_html() {
    markdown("یک **دو** سه\n", "one{1>}, “two”{<1}three", "one<strong>, “two”</strong>three\n");
    markdown("یک *دو* سه\n", "one {1>}two{<1}three", "one *two*three\n");
}

#[test]
fn spaces_beside_what_is_seen_are_kept() {
    lines("<p>الف <code>x</code> ب <i> پ </i> ت", "t.html", &["الف {1} ب {2>}پ {<2}ت"]);
    lines("`x` الف `y`\n", "t.md", &["{1} الف {2}"]);
    html("<p>الف <code>x</code> ب", "a {1} b", "<p>a <code>x</code> b");
}

#[test]
fn bytes_are_written_in_the_encoding_of_the_file() {
    let mut page = b"<meta charset=windows-1256><p>".to_vec();
    page.extend_from_slice(b"\xD3\xE1\xC7\xE3 \x9D");
    let document = bytes(&page, "t.html");
    assert_eq!(document.content().text, "سلام \u{200C}");
    let changed = each_line(document.content(), |_| "یک پل".to_owned());
    let written = document.with(&changed, Lang::Persian).expect("it fits");
    // It has no Persian ye.
    assert_eq!(written, b"<meta charset=windows-1256><p>&#1740;\x98 \x81\xE1");
    for (page, text) in [
        (b"\xFE\xFF\0<\0p\0>\x06\x27".as_slice(), "ا"),
        (b"\xEF\xBB\xBF<meta charset=windows-1256>\xD8\xA7".as_slice(), "ا"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><p>\xE9t\xE9</p>".as_slice(), "été"),
        (b"<meta http-equiv=a content='text/html;charset=utf-16'>\xD8\xA7".as_slice(), "ا"),
    ] {
        let document = bytes(page, "t.html");
        assert_eq!(document.content().text, text);
        assert_eq!(same(&document), page);
    }
}

/// One bad byte in a page of UTF-8 is an error with its line, and makes no other text of the whole page.
#[test]
fn the_encoding_is_guessed_by_most_of_the_letters() {
    let path = Path::new("t.html");
    let page = ["<p>این جمله است.</p>\n<p>caf".as_bytes(), b"\xE9</p>"].concat();
    let told = Document::read(page, Format::Html, path).expect_err("it is not UTF-8");
    assert_eq!(told.to_string(), "t.html:2: not UTF-8; convert the file first");
    let page = b"<p>\xD3\xE1\xC7\xE3</p>".to_vec();
    let document = Document::read(page, Format::Html, path).expect("it is Windows-1256");
    assert_eq!(document.content().text, "سلام");
    assert_eq!(document.guessed(), Some("windows-1256"));
    for certain in ["<p>سلام</p>", "<meta charset=windows-1256><p>a"] {
        let document = Document::read(certain.into(), Format::Html, path).expect("it is a page");
        assert_eq!(document.guessed(), None);
    }
}

#[test]
fn a_text_of_other_lines_is_refused() {
    let document = read("<p>یک<p>دو", "t.html");
    let told = document.with(&Tagged::from("one".to_owned()), Lang::English);
    let told = told.expect_err("a line is missing").to_string();
    assert_eq!(told, "a text of 1 lines cannot stand where 2 were");
}

#[test]
fn formats_are_known_by_the_end_of_the_name() {
    let format = |name: &str| Format::of(Path::new(name));
    for name in ["a.html", "a.HTM", "a.fa.xhtml"] {
        assert_eq!(format(name), Some(Format::Html));
    }
    for name in ["a.md", "README.Markdown"] {
        assert_eq!(format(name), Some(Format::Markdown));
    }
    assert_eq!(format("html"), None);
}

#[test]
fn places_are_those_in_the_file() {
    let document = read("<p>یک &amp; <b>دو</b>\n  سه &zwnj;چهار", "t.html");
    let place = |document: &Document, what: &str| {
        let at = document.content().text.find(what).expect("it is there");
        let source = document.markup().expect("it has markup");
        source[document.place(at)..].chars().take(4).collect::<String>()
    };
    assert_eq!(place(&document, "یک"), "یک &");
    assert_eq!(place(&document, "&"), "&amp");
    assert_eq!(place(&document, "دو"), "دو</");
    assert_eq!(place(&document, "سه"), "سه &");
    assert_eq!(place(&document, "چهار"), "چهار");
    let document = read("<p>یک &nbsp;&nbsp; &nbsp;</p><p>دو", "t.html");
    assert_eq!(place(&document, "دو"), "دو");
}
