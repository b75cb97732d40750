//! What holds for every page and every text of Markdown.

use std::collections::HashMap;
use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, TagKind, Tagged};
use proptest::prelude::*;

use super::{each_line, read, same};

/// HTML as nobody should write it.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "متن ",
        "یک",
        " می‌رود",
        "word ",
        "two words",
        " ",
        "\n",
        "\t",
        "&amp;",
        "&nbsp;",
        "&zwnj;",
        "&rlm;",
        "&lt",
        "&copy=",
        "&#1740;",
        "&#0;",
        "&bogus;",
        "&",
        "<",
        ">",
        "</>",
        "\u{200F}",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href=\"x?a&amp;b\">",
        "</a>",
        "<p>",
        "</p>",
        "<div dir=rtl>",
        "</div>",
        "<br>",
        "<br/>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<img src=a>",
        "<img alt='عکس \"او\"'>",
        "<img alt=a&amp;b>",
        "<span title=\"واژه\">",
        "</span>",
        "<!-- نظر -->",
        "<!-- ",
        "-->",
        "<!x>",
        "<script>",
        "</script>",
        "<style>p{}</style>",
        "<svg><title/>",
        "</svg>",
        "<td>",
        "</table>",
        "<li>",
        "<title>",
        "</title>",
        "<p translate=no>",
        "<b class=notranslate>",
        "<html>",
        "<html lang=fa dir=rtl>",
        "<body lang=\"fa-IR\">",
        "<wbr>",
        "<bdi>",
        "</bdi>",
        "<?php ?>",
        "<a =\"",
        "\"'",
        "\0",
        "\r\n",
        "\u{2028}",
        "<h1>",
        "</h1>",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

/// Markdown as nobody should write it.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = vec![
        "متن ",
        "یک",
        " می‌رود",
        "word",
        " two ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\\\n",
        "  \n",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "[",
        "]",
        "](x)",
        "](x \"t\")",
        "][ref]",
        "![",
        "\n\n[ref]: x\n\n",
        "[^1]",
        "\n\n[^1]: نکته\n\n",
        "# ",
        "\n## ",
        "> ",
        "\n> ",
        "- ",
        "\n- ",
        "\n  - ",
        "1. ",
        "\n2. ",
        "- [ ] ",
        "| a | b |\n|---|---|\n| ",
        " | ",
        "\n---\n",
        "\n===\n",
        "```\n",
        "    ",
        "<b>",
        "</b>",
        "<br>",
        "\n<div>\n",
        "\n</div>\n\n",
        "<!-- x -->",
        "<https://a.example>",
        "&amp;",
        "&",
        "\\*",
        "\\",
        "{{< x >}}",
        "{% y %}",
        "{: .z}",
        "{",
        "}",
        "---\ntitle: \"خبر\"\nlang: fa\n---\n",
        "\r\n",
        "!",
        "(",
        ")",
        "\t",
        "\0",
        "\u{2028}",
        "\n: ",
        "{#id}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

/// Text that could be taken for markup.
fn hard() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[یکa-c*_`\\[\\]()<>&;#|~{}%:=\\-+.!\\\\\"'1\u{200c}]{1,6}( [یکa-c*_`\\[\\]()<>&;#|~{}%:=\\-+.!\\\\\"'1\u{200c}]{1,6}){0,3}")
        .expect("the pattern is right")
}

/// What a content always is.
fn holds(document: &Document) {
    let Tagged { text, tags } = document.content();
    let is_end = |c| matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    assert!(!text.contains(is_end), "{text:?}");
    assert!(text.is_empty() || text.split('\n').all(|line| !line.is_empty()));
    assert!(tags.is_sorted_by_key(|tag| tag.at));
    let mut kinds: HashMap<u32, Vec<TagKind>> = HashMap::new();
    for tag in tags {
        assert!(text.is_char_boundary(tag.at));
        kinds.entry(tag.number).or_default().push(tag.kind);
    }
    for kinds in kinds.values() {
        let pair = [TagKind::Open, TagKind::Close];
        assert!(*kinds == pair || *kinds == [TagKind::Alone], "{tags:?}");
    }
}

/// Each letter stands in the file where it is said to.
fn are_in_place(document: &Document) {
    let source = document.markup().expect("it has markup");
    for (at, c) in document.content().text.char_indices() {
        if c.is_alphanumeric() {
            let rest = &source[document.place(at)..];
            assert!(rest.starts_with([c, '&', '\\']), "{c:?} in {source:?}");
        }
    }
}

/// The text with other lines, when that was written and read again.
fn again(document: &Document, new: &str, name: &str) -> (Tagged, Tagged, String) {
    let changed = each_line(document.content(), |_| new.to_owned());
    let written = document.with(&changed, Lang::English).expect("it fits");
    let written = String::from_utf8(written).expect("it is UTF-8");
    let again = read(&written, name).content().clone();
    (changed, again, written)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn html_with_its_own_text_is_itself(text in soup()) {
        let document = read(&text, "t.html");
        holds(&document);
        are_in_place(&document);
        prop_assert_eq!(String::from_utf8(same(&document)).expect("it is UTF-8"), text);
    }

    #[test]
    fn markdown_with_its_own_text_is_itself(text in markdown()) {
        let document = Document::read(text.clone().into_bytes(), Format::Markdown, Path::new("t.md"));
        let document = match document {
            Ok(document) => document,
            Err(e) => {
                prop_assert_eq!(e.to_string(), "t.md: Markdown that its parser cannot read");
                return Ok(());
            }
        };
        holds(&document);
        are_in_place(&document);
        prop_assert_eq!(String::from_utf8(same(&document)).expect("it is UTF-8"), text);
    }

    /// Whatever a text is, it is read as that text in the place of another.
    #[test]
    fn html_holds_any_text(text in soup(), new in hard()) {
        let new = format!("{new} ب");
        let new = new.trim_start_matches(['\u{200C}', ' ']);
        let (changed, again, written) = again(&read(&text, "t.html"), new, "t.html");
        prop_assert_eq!(changed.text, again.text, "{}", written);
    }

    #[test]
    fn markdown_holds_any_text(
        before in "(|متن \\*\\*پر\\*\\* |\\[پیوند\\]\\(x\\) |`کد` |!\\[عکس\\]\\(x\\) )",
        around in prop::sample::select(vec!["T\n", "# T\n", "T\n===\n", "- T\n- T\n", "> T\n", "1. T\n", "| a | b |\n|---|---|\n| T | T |\n", "x\\\nT\n", "- [ ] T\n", "T\n\n[^1]: T\n", "**T**\n", "x\\\n**T**[^1] `T`\n\n[^1]: T\n", "T[^1]\n\n[^1]: x\n", "[^1]T [T](x) T\n\n[^1]: x\n", "x\\\n[T][] **T** [T]\n", "---\ntitle: \"T\"\nsummary: متن\n---\nT\n"]),
        new in hard(),
    ) {
        let new = format!("{new} ب");
        let new = new.trim_start_matches(['\u{200C}', ' ']);
        let text = around.replace("\"T\"", "\"خبر\"").replace('T', &format!("{before}متن"));
        let (changed, again, written) = again(&read(&text, "t.md"), new, "t.md");
        prop_assert_eq!(changed.text, again.text, "{}", written);
    }
}
