//! The fold: the linguist's tables in `tests/fold/`, and what holds for any text.

#![expect(
    clippy::panic,
    reason = "a table that cannot be read fails the run, with its path and line"
)]

mod cases;
mod properties;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use hamta::text::fold::{VERSION, explain, fold, rules};
use hamta::text::{Lang, Span, Words};

use self::cases::Case;

/// The version of the fold, and the checksum of what it makes of the tables.
///
/// Where this differs the fold has changed: raise `VERSION`, so that memories are read anew, and
/// write the new pair here.
const CHECKSUM: (u32, u64) = (11, 2_860_358_712_604_057_929);

#[test]
fn every_case_of_the_tables_holds() {
    let mut wrong = String::new();
    for case in Case::all() {
        if let Err(why) = case.holds() {
            writeln!(wrong, "{}: {why}", case.place).expect("a string takes any text");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_rule_has_a_case() {
    let cases = Case::all();
    let lacks = |rule: &&str| !cases.iter().any(|case| case.rule == *rule && case.is_same);
    let without: Vec<_> = rules().into_iter().filter(lacks).collect();
    assert!(without.is_empty(), "rules without a case: {without:?}");
    assert!(cases.len() >= 200, "{} cases", cases.len());
}

#[test]
fn the_version_is_raised_when_the_fold_changes() {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for case in Case::all() {
        for text in [&case.spelling, &case.other] {
            for byte in fold(text).text().bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    assert_eq!((VERSION, hash), CHECKSUM, "see CHECKSUM");
}

#[test]
fn a_malformed_row_is_refused() {
    for row in [
        "ye\tعلي\t=",
        "ye\tعلي\t~\tعلی",
        "no-such-rule\tعلي\t=\tعلی",
        "ye\t\\u12\t=\tعلی",
        "ye\t\\uD800\t=\tعلی",
        "ye\t\t=\tعلی",
        "ye\tعلي\t=\tعلی\tnote\tmore",
    ] {
        assert!(Case::read(row, "here").is_err(), "{row}");
    }
}

#[test]
fn an_article_without_half_spaces_has_the_words_of_one_with_them() {
    let lost = text("tests/articles/lavrov-wonsan.fa.txt");
    let spelled = text("tests/fold/lavrov-wonsan.spelled.fa.txt");
    let [lost, spelled] = [lost, spelled].map(|text| Words::of(&text, Lang::Persian));
    let words = |words: &Words| words.tokens().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&lost), words(&spelled));
}

#[test]
fn an_explanation_is_that_of_the_fold() {
    let text = text("tests/articles/lavrov-wonsan.fa.txt");
    let (folded, changes) = explain(&text);
    assert_eq!(folded, fold(&text));
    assert!(changes.iter().all(|change| rules().contains(&change.rule)));
    assert!(changes.is_sorted());
}

#[test]
fn a_segment_is_folded_with_its_article_unless_a_word_of_it_may_belong_to_another() {
    for (text, part, is_own) in [
        ("«می‌رود.» او گفت: «بله.»", "او گفت: «بله.»", true),
        ("می رود. می آید. می‌ماند", "می آید.", true),
        ("می رود. آمد\nمی‌ماند", "آمد", false),
        ("در سال ۱۴۰۴\nآمد.", "آمد.", false),
        ("He left in 2025.\nShe Stayed", "She Stayed", true),
        ("Don't", "Don't", true),
    ] {
        let start = text.find(part).expect("it is there");
        let (whole, own) = (fold(text), fold(part));
        let found = whole.part(Span::new(start, start + part.len()));
        assert_eq!(found, is_own.then(|| own.whole()), "{text}");
    }
}

#[test]
fn a_hamza_that_is_left_out_keeps_no_ending_from_its_word() {
    for (text, folded) in [
        ("کم ترهاء", "کمترها"),
        ("خانه ایهاء", "خانهایها"),
        ("آن کههاء", "آنکهها"),
        ("بزرگ هاء", "بزرگ هاء"),
    ] {
        assert_eq!(fold(text).text(), folded);
        assert_eq!(fold(folded).text(), folded);
    }
}

#[test]
fn a_megabyte_of_one_thing_takes_no_long_time() {
    for piece in [
        "می ",
        "گفت و ",
        "بی قید و ",
        "ا\u{301}",
        "\u{301}",
        "\u{200C}",
        "ها ",
        "ه ی ",
        "می\u{200C}",
        "ئ",
        "ـ",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let start = Instant::now();
        assert!(fold(&text).text().len() <= text.len());
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(20), "{piece:?}: {taken:?}");
    }
}

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
