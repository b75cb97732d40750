//! Articles into segments: the cases of `tests/segment`, and what must hold for any text.

use std::collections::HashSet;
use std::fmt::Write;
use std::time::{Duration, Instant};

use hamta::segment::Article;
use hamta::text::Lang;
use proptest::prelude::*;

const PERSIAN: &str = include_str!("../segment/fa.txt");
const ENGLISH: &str = include_str!("../segment/en.txt");

#[test]
fn persian_cases() {
    check_cases(PERSIAN, Lang::Persian, 150);
}

#[test]
fn english_cases() {
    check_cases(ENGLISH, Lang::English, 100);
}

#[test]
fn malformed_cases_fail() {
    check_problem("a segment", "line 1: a case starts with a line `= title`");
    check_problem("= a\n\n", "line 1: the case “a” has no segment");
    check_problem("= a\nb\n\n= a\nc", "line 4: a second case “a”");
    check_problem("= a\nb \n", "line 2: white space at the end of the line");
    check_problem("= \nb", "line 1: a case without a title");
    check_problem("= a\n+ b", "line 2: nothing to join, or a list item without its mark");
    check_problem("= a\n/ b", "line 2: nothing to join, or a list item without its mark");
    check_problem("= a\nb\n* c", "line 3: nothing to join, or a list item without its mark");
    check_problem("= a\nb\n/ ", "line 3: white space at the end of the line");
    check_problem("= a\nb\n= c\nd", "line 3: no empty line before the case “c”");
}

#[test]
fn articles() {
    check_article(include_str!("../articles/lavrov-wonsan.fa.txt"), Lang::Persian);
    check_article(include_str!("../articles/lavrov-wonsan.en.txt"), Lang::English);
}

/// A name that is longer than a dateline can be is none.
#[test]
fn a_word_without_end_is_no_dateline() {
    for letter in ["ا", "a"] {
        for count in [60, 69, 70, 71, 100, 139] {
            let text = format!("{}) – ایرنا – بله", letter.repeat(count));
            let article = Article::new(text.clone(), Lang::Persian);
            assert_eq!(article.segments()[0].text, text);
        }
    }
}

#[test]
fn hostile_lines_take_linear_time() {
    let words = [
        "(", ".", "!»", "«", "\"", ". ", "! ", "(.", ") .", "ا", "aB.", ":) ", "[1]", "- (", "—",
        "«!» ", ". . ", "Dear ", " ",
    ];
    for word in words {
        check_time("", word);
    }
    let space = " ".repeat(500_000);
    check_time(&format!("x. {space}"), "U.S. a ");
    check_time(&format!("x {space}« "), "y!» z ");
}

proptest! {
    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        check_whole(&text)?;
    }

    #[test]
    fn hostile_text_comes_back(text in hostile()) {
        check_whole(&text)?;
    }
}

/// Runs every case, and tells of all that fail at once.
#[track_caller]
fn check_cases(file: &str, lang: Lang, least: usize) {
    let cases = read(file).expect("the file of cases is well-formed");
    assert!(cases.len() >= least, "only {} cases", cases.len());
    let mut report = String::new();
    for case in &cases {
        let article = Article::new(case.input.as_str(), lang);
        let found: Vec<&str> = article.segments().iter().map(|s| s.text).collect();
        if found != case.segments {
            let (expected, found) = (case.segments.join("\n    "), found.join("\n    "));
            write!(
                report,
                "\n= {}\n  expected\n    {expected}\n  found\n    {found}\n",
                case.title
            )
            .expect("a string takes whatever is written");
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[track_caller]
fn check_problem(file: &str, problem: &str) {
    assert_eq!(read(file).err().as_deref(), Some(problem));
}

/// In the articles every line ends with a sentence, and every stop before a space ends one.
#[track_caller]
fn check_article(text: &str, lang: Lang) {
    let article = Article::new(text, lang);
    let found: Vec<&str> = article.segments().iter().map(|s| s.text).collect();
    let marked = text.replace(". ", ".\n");
    let expected: Vec<&str> = marked.lines().collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 18);
}

/// A line of a megabyte of `word` after `head`; quadratic work would take hours.
#[track_caller]
fn check_time(head: &str, word: &str) {
    const LENGTH: usize = 1_000_000;
    let line = head.to_owned() + &word.repeat(LENGTH / word.len());
    for lang in Lang::ALL {
        let start = Instant::now();
        let article = Article::new(line.as_str(), lang);
        let took = start.elapsed();
        assert!(article.segments().len() <= line.len());
        assert!(took < Duration::from_secs(60), "{word:?} in {lang}: {took:?}");
    }
}

/// Segments stand in order on character boundaries; with the gaps they give back the text.
fn check_whole(text: &str) -> Result<(), TestCaseError> {
    for lang in Lang::ALL {
        let article = Article::new(text, lang);
        let mut end = 0;
        for segment in article.segments() {
            prop_assert!(segment.span.start >= end && !segment.span.is_empty());
            check_gap(&text[end..segment.span.start])?;
            prop_assert_eq!(&text[segment.span.range()], segment.text);
            prop_assert_eq!(segment.text.trim(), segment.text);
            end = segment.span.end;
        }
        check_gap(&text[end..])?;
    }
    Ok(())
}

/// Between segments stand white space, byte order marks and the marks of list items only.
fn check_gap(gap: &str) -> Result<(), TestCaseError> {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    for mark in gap.split(is_blank).filter(|word| !word.is_empty()) {
        prop_assert!(mark.chars().count() <= 7, "{mark:?} is lost");
    }
    Ok(())
}

/// Text made of what a splitter stumbles over.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        ".",
        "!",
        "?",
        "؟",
        "…",
        "۔",
        "«",
        "»",
        "“",
        "”",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        ":",
        ":)",
        "،",
        ",",
        "-",
        "–",
        "ـ",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u{200C}",
        "\u{200D}",
        "\u{FEFF}",
        "\u{A0}",
        "\u{2028}",
        "۱",
        "۲.",
        "3",
        "1.",
        "a",
        "B",
        "U.S.",
        "Dr.",
        "Dear ",
        "گفت",
        "وی",
        "ع",
        "الف)",
        "تهران",
        " - ",
        "ایرنا",
        "TEHRAN",
        "(AFP)",
        "انتهای پیام",
        "***",
        "é",
        "😀",
        "²",
        "[1]",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

struct Case<'a> {
    title: &'a str,
    segments: Vec<&'a str>,
    input: String,
}

/// The cases of a file, or the first problem in it.
///
/// `= title` starts a case, one segment a line follows; the input is the segments with a space between them, with a new
/// line before a segment marked `/ ` and nothing before one marked `+ `. `* ` stands before a list item on a line of
/// its own, whose first word is its mark and in no segment. `#` starts a comment, an empty line ends a case.
fn read(file: &str) -> Result<Vec<Case<'_>>, String> {
    let mut cases: Vec<(usize, Case<'_>)> = Vec::new();
    let mut titles = HashSet::new();
    let mut is_open = false;
    for (i, line) in file.lines().enumerate() {
        let problem = |what: &str| Err(format!("line {}: {what}", i + 1));
        let title = line.strip_prefix("= ");
        match (line, title) {
            ("=" | "= ", _) => return problem("a case without a title"),
            _ if line.trim_end() != line => {
                return problem("white space at the end of the line");
            }
            ("", _) => is_open = false,
            _ if line.starts_with('#') => {}
            (_, Some(title)) if is_open => {
                return problem(&format!("no empty line before the case “{title}”"));
            }
            (_, Some(title)) if !titles.insert(title) => {
                return problem(&format!("a second case “{title}”"));
            }
            (_, Some(title)) => {
                cases.push((i + 1, case(title)));
                is_open = true;
            }
            _ if !is_open => return problem("a case starts with a line `= title`"),
            _ => {
                let (_, case) = cases.last_mut().expect("a case is open");
                if add(case, line).is_none() {
                    return problem("nothing to join, or a list item without its mark");
                }
            }
        }
    }
    match cases.iter().find(|(_, case)| case.segments.is_empty()) {
        Some((line, case)) => Err(format!("line {line}: the case “{}” has no segment", case.title)),
        None => Ok(cases.into_iter().map(|(_, case)| case).collect()),
    }
}

fn case(title: &str) -> Case<'_> {
    Case { title, segments: Vec::new(), input: String::new() }
}

/// Adds one line; `None` where it has nothing to join, or is a list item without a mark.
fn add<'a>(case: &mut Case<'a>, line: &'a str) -> Option<()> {
    let (joint, text) = match line.split_at_checked(2) {
        Some(("/ " | "* ", text)) => ("\n", text),
        Some(("+ ", text)) => ("", text),
        _ => (" ", line),
    };
    let segment = match line.strip_prefix("* ") {
        Some(item) => item.split_once(' ')?.1,
        None => text,
    };
    let is_first = case.segments.is_empty();
    if is_first && !line.starts_with("* ") && joint != " " {
        return None;
    }
    if !is_first {
        case.input.push_str(joint);
    }
    case.input.push_str(text);
    case.segments.push(segment);
    Some(())
}
