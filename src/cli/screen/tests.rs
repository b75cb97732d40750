//! Tests of whole paragraphs as they reach the terminal.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::*;

const LEFT: Direction = Direction::LeftToRight;
const RIGHT: Direction = Direction::RightToLeft;

fn screen(bidi: Bidi, width: usize) -> Screen {
    Screen { width, bidi, colour: false }
}

fn plain(text: &str) -> Piece<'_> {
    Piece { text, style: Style::new() }
}

/// The lines of one plain paragraph without their margins and marks.
fn bare(bidi: Bidi, direction: Direction, width: usize, text: &str) -> Vec<String> {
    let lines = screen(bidi, width).paragraph(direction, 0, &[plain(text)]);
    let bare = |line: String| {
        let line = line.replace("\u{1B}[1 k", "").replace("\u{1B}[2 k", "");
        let line = line.replace("\u{1B}[0 k", "");
        let steers =
            |c: char| c == ' ' || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}');
        line.trim_matches(steers).to_owned()
    };
    lines.into_iter().map(bare).collect()
}

#[test]
fn right_to_left_lines_are_ordered_and_joined_for_the_eye() {
    let cases = [
        ("سلام", "ﻡﻼﺳ"),
        ("می‌شود.", ".ﺩﻮﺷﯽﻣ"),
        ("شمالی (KCNA)، کیم", "ﻢﯿﮐ ،(KCNA) ﯽﻟﺎﻤﺷ"),
        ("(KCNA) گفت", "ﺖﻔﮔ (KCNA)"),
        ("بیش از ۱۰٬۰۰۰ نیرو", "ﻭﺮﯿﻧ ۱۰٬۰۰۰ ﺯﺍ ﺶﯿﺑ"),
        ("که «ارتش» است", "ﺖﺳﺍ «ﺶﺗﺭﺍ» ﻪﮐ"),
        ("گفت hello world!", "!hello world ﺖﻔﮔ"),
        ("در ۲۰۲۴ DPRK", "DPRK ۲۰۲۴ ﺭﺩ"),
        ("سَلامٌ", "ﻡ\u{64C}ﻼﺳ\u{64E}"),
    ];
    for (text, expected) in cases {
        assert_eq!(bare(Bidi::Visual, RIGHT, 60, text), [expected], "{text}");
    }
}

#[test]
fn left_to_right_lines_hold_persian_words() {
    let cases = [
        ("لاوروف   Lavrov   person", "ﻑﻭﺭﻭﻻ   Lavrov   person"),
        ("لاوروف   ۱۲   شخص", "ﻑﻭﺭﻭﻻ   ۱۲   ﺺﺨﺷ"),
        ("the word سلام (hello).", "the word ﻡﻼﺳ (hello)."),
        ("کیم جونگ اون   Kim", "ﻥﻭﺍ ﮓﻧﻮﺟ ﻢﯿﮐ   Kim"),
        ("خبرگزاری (KCNA)   x", "ﯼﺭﺍﺰﮔﺮﺒﺧ (KCNA)   x"),
        ("not «۱۰ دی ۱۴۰۳».", "not «۱۴۰۳ ﯼﺩ ۱۰»."),
        ("not «این … هر»", "not «ﺮﻫ … ﻦﯾﺍ»"),
        ("not «… هر …», x", "not «… ﺮﻫ …», x"),
        ("not «Kim»", "not «Kim»"),
    ];
    for (text, expected) in cases {
        assert_eq!(bare(Bidi::Visual, LEFT, 60, text), [expected], "{text}");
    }
}

#[test]
fn each_way_sends_its_own_marks() {
    let text = "(KCNA) بلا";
    let cases = [
        (Bidi::Logical, "(KCNA) بلا"),
        (Bidi::Terminal, "\u{1B}[2 k\u{200F}(KCNA) بلا\u{1B}[0 k"),
        (Bidi::Embedding, "   \u{202B})\u{200F}KCNA(\u{200F} بﻼ\u{202C}"),
        (Bidi::Visual, "   \u{202D}ﻼﺑ (KCNA)\u{202C}"),
        (Bidi::Words, "   ﺑﻼ (KCNA)"),
    ];
    for (bidi, expected) in cases {
        let lines = screen(bidi, 12).paragraph(RIGHT, 0, &[plain(text)]);
        assert_eq!(lines, [expected], "{bidi:?}");
    }
}

#[test]
fn english_lines_get_no_marks() {
    for bidi in [Bidi::Logical, Bidi::Terminal, Bidi::Embedding, Bidi::Visual, Bidi::Words] {
        let lines = screen(bidi, 20).paragraph(LEFT, 2, &[plain("Kim said (so).")]);
        assert_eq!(lines, ["  Kim said (so)."], "{bidi:?}");
    }
}

#[test]
fn kitty_gets_persian_words_unturned_and_their_signs_in_another_weight() {
    let cases = [
        ("که ارتش", "ﺍﺭﺗﺶ ﮐﻪ"),
        ("در ۲۰۲۴", "۴۲۰۲ ﺩﺭ"),
        ("گفت.", "\u{1B}[1m.\u{1B}[0mﮔﻔﺖ"),
        ("«کیم»", "\u{1B}[1m«\u{1B}[0mﮐﯿﻢ\u{1B}[1m»\u{1B}[0m"),
    ];
    for (text, expected) in cases {
        assert_eq!(bare(Bidi::Words, RIGHT, 20, text), [expected], "{text}");
    }
}

#[test]
fn long_paragraphs_are_wrapped_in_reading_order() {
    let text = "به گزارش خبرگزاری رسمی کره";
    let cases = [
        (Bidi::Terminal, ["به گزارش", "خبرگزاری", "رسمی کره"]),
        (Bidi::Visual, ["ﺵﺭﺍﺰﮔ ﻪﺑ", "ﯼﺭﺍﺰﮔﺮﺒﺧ", "ﻩﺮﮐ ﯽﻤﺳﺭ"]),
    ];
    for (bidi, expected) in cases {
        assert_eq!(bare(bidi, RIGHT, 11, text), expected, "{bidi:?}");
    }
    assert_eq!(bare(Bidi::Logical, RIGHT, 11, text), [text]);
}

#[test]
fn words_that_are_too_long_are_broken_between_letters() {
    assert_eq!(bare(Bidi::Visual, LEFT, 4, "abcdefghij"), ["abcd", "efgh", "ij"]);
    assert_eq!(bare(Bidi::Visual, RIGHT, 4, "سلام‌ها"), ["ﻡﻼﺳ", "ﺎﻫ"]);
    assert_eq!(bare(Bidi::Visual, LEFT, 0, "ae\u{301}"), ["a", "e\u{301}"]);
    assert_eq!(bare(Bidi::Visual, LEFT, 3, "日本語"), ["日", "本", "語"]);
    assert_eq!(bare(Bidi::Visual, RIGHT, 9, ""), [""]);
}

#[test]
fn lines_end_at_the_right_edge_and_are_never_wider() {
    let text = "رهبر کره شمالی «اطمینان» داده است که (KCNA) و ۱۰٬۰۰۰ نیرو ".repeat(4);
    for bidi in [Bidi::Visual, Bidi::Embedding, Bidi::Words] {
        for width in [9, 20, 41, 80] {
            for line in screen(bidi, width).paragraph(RIGHT, 0, &[plain(&text)]) {
                let unseen = ["\u{1B}[1m", "\u{1B}[0m"];
                let seen = unseen.iter().fold(line, |line, code| line.replace(code, ""));
                let columns: usize = seen.chars().map(|c| c.to_string().width()).sum();
                assert_eq!(columns, width, "{bidi:?} {seen}");
            }
        }
    }
}

#[test]
fn styles_follow_their_letters() {
    let red = AnsiColor::Red.on_default();
    let pieces = [plain("وزیر «"), Piece { text: "لاوروف", style: red }, plain("» گفت")];
    let shown = |bidi, colour| Screen { width: 19, bidi, colour }.paragraph(RIGHT, 0, &pieces);
    let visual = "   \u{202D}ﺖﻔﮔ «\u{1B}[31mﻑﻭﺭﻭﻻ\u{1B}[0m» ﺮﯾﺯﻭ\u{202C}";
    assert_eq!(shown(Bidi::Visual, true), [visual]);
    assert_eq!(shown(Bidi::Logical, true), ["وزیر «\u{1B}[31mلاوروف\u{1B}[0m» گفت"]);
    assert_eq!(shown(Bidi::Logical, false), ["وزیر «لاوروف» گفت"]);
}

#[test]
fn hostile_text_cannot_steer_the_terminal() {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}abc\u{2067}\u{8}\r\nسلام\u{1B}[8l\u{2028}\u{85}";
    for bidi in [Bidi::Logical, Bidi::Terminal, Bidi::Embedding, Bidi::Visual, Bidi::Words] {
        for line in bare(bidi, RIGHT, 60, hostile) {
            let line = line.replace("\u{1B}[1m", "").replace("\u{1B}[0m", "");
            let steers = |c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{2067}');
            assert!(!line.contains(steers), "{bidi:?} {line:?}");
        }
    }
}

#[test]
fn two_texts_stand_side_by_side() {
    let sides = [
        (LEFT, plain("Lavrov arrived in Wonsan on Friday morning.")),
        (RIGHT, plain("لاوروف وارد شد.")),
    ];
    let lines = screen(Bidi::Visual, 62).side_by_side(plain("0.98"), sides);
    assert_eq!(
        lines,
        [
            "0.98  Lavrov arrived in Wonsan   │             \u{202D}.ﺪﺷ ﺩﺭﺍﻭ ﻑﻭﺭﻭﻻ\u{202C}",
            "      on Friday morning.         │                           ",
        ]
    );
}

#[test]
fn columns_are_as_wide_as_the_room() {
    let text = "این خبرگزاری نوشت که کره شمالی (DPRK) آماده است. ".repeat(4);
    let other = "The agency wrote that North Korea is ready. ".repeat(5);
    for bidi in [Bidi::Visual, Bidi::Words, Bidi::Embedding, Bidi::Terminal] {
        let sides = [(LEFT, plain(&other)), (RIGHT, plain(&text))];
        for line in screen(bidi, 90).side_by_side(plain("0.98"), sides) {
            let escapes = ["\u{1B}[1 k", "\u{1B}[0 k", "\u{1B}[1m", "\u{1B}[0m"];
            let line = escapes.iter().fold(line, |line, escape| line.replace(escape, ""));
            let (left, right) = line.split_once('│').expect("there are two columns");
            assert_eq!(left.trim_end_matches('\u{200E}').width(), 47, "{bidi:?}: {line}");
            assert!(right.width() <= 41, "{bidi:?}: {line}");
        }
    }
}

#[test]
fn without_room_or_a_terminal_two_texts_stand_below_each_other() {
    let sides = [(LEFT, plain("Lavrov arrived.")), (RIGHT, plain("لاوروف رسید."))];
    for screen in [screen(Bidi::Logical, 100), screen(Bidi::Visual, 50)] {
        let lines = screen.side_by_side(plain("0.98"), sides);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "0.98  Lavrov arrived.");
        assert!(!lines[1].contains('│'));
    }
}
