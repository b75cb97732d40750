//! Drafts of articles: what goes out to a translator comes back, whatever stands in it, or is refused.

mod files;
mod hostile;

use std::path::Path;

use hamta::exchange::bilingual::{self, Contents};
use hamta::exchange::draft::{Draft, Review, Row, Standing};
use hamta::exchange::draft_file::Format;
use hamta::glossary::Glossary;
use hamta::matching::{Candidate, Match, MatchKind, Proposal};
use hamta::segment::Article;
use hamta::text::{Lang, Tagged};
use hamta::unit::{Side, TranslationUnit};
use proptest::prelude::*;

/// A match with this target, from Persian.
fn proposal(target: &str, rate: u8) -> Proposal {
    let unit = TranslationUnit {
        origin: Default::default(),
        ..TranslationUnit::new(Lang::Persian, Side::new("یک <b> & \"دو\""), Side::new(target))
    };
    Proposal {
        found: Match {
            candidate: Candidate { id: 1, unit },
            rate,
            kind: match rate {
                100 => MatchKind::Exact,
                _ => MatchKind::Fuzzy,
            },
            penalties: Vec::new(),
            differences: Vec::new(),
            similarity: 1.0,
        },
        adaptation: None,
    }
}

/// The article with these targets, one a segment, written and read again.
fn there_and_back(
    article: &Article,
    targets: &[Option<&str>],
    name: &str,
) -> hamta::Result<Contents> {
    let path = Path::new(name);
    let rows = targets.iter().map(|target| Row {
        proposal: target.map(|target| proposal(target, 100)),
        tags: Vec::new(),
        names: vec!["لاوروف: Lavrov".to_owned()],
    });
    let draft = Draft { article, name: "a \"&\" b.fa.txt", rows: rows.collect() };
    let mut file = Vec::new();
    let format = Format::of(path).expect("it is a format of drafts");
    draft.write(format, &mut file, path)?;
    let format = bilingual::Format::of(path).expect("it is a format of units");
    let contents = bilingual::read(&file, format, path)?;
    Ok(contents.expect("it names its columns"))
}

#[track_caller]
fn review<'a>(article: &'a Article, table: &str, all: bool) -> Review<'a> {
    let path = Path::new("t.tsv");
    let contents = bilingual::read(table.as_bytes(), bilingual::Format::Table, path);
    let contents = contents.expect("it can be read").expect("it names columns");
    Review::new(article, &contents, path, all)
}

#[test]
fn a_character_that_no_file_can_hold_is_told_with_its_segment() {
    let article = Article::new("یک.\nد\u{8}و.", Lang::Persian);
    let told = there_and_back(&article, &[None, None], "t.xlf").expect_err("it cannot be held");
    assert_eq!(
        told.to_string(),
        "t.xlf: segment 2 (`د\u{fffd}و.`), or what is proposed for it, holds U+0008, which no file of units can hold"
    );
    let article = Article::new("یک.", Lang::Persian);
    for name in ["t.xlf", "t.tsv"] {
        there_and_back(&article, &[Some("\u{0}")], name).expect_err("nor can that");
    }
}

#[test]
fn a_repeated_segment_is_known_by_its_number() {
    let article = Article::new("بله.\nنه.\nبله.", Lang::Persian);
    let review = review(
        &article,
        "number\tfa\ten\n3\tبله.\tRight.\n1\tبله.\tYes.\n2\tنه.\tNo.\n3\tبله.\tAgain.\n",
        false,
    );
    assert_eq!(review.content().text, "Yes.\nNo.\nRight.");
    let told: Vec<String> = review.problems.lines().collect();
    assert_eq!(told, ["t.tsv:5: “بله.” is no segment of the article, or stands here once more"]);
}

#[test]
fn without_numbers_segments_are_taken_in_order() {
    let article = Article::new("بله.\nنه.\nبله.\r\n", Lang::Persian);
    let table = "fa\ten\nبله.\tYes.\nبله.\t\"Right,\nso\"\n";
    let review = review(&article, table, false);
    assert_eq!(review.content().text, "Yes.\nنه.\nRight, so\r\n");
    assert_eq!(review.standings[1], Standing::Missing);
}

#[test]
fn units_have_their_neighbours_on_both_sides() {
    let article = Article::new("One.\nTwo.\nThree.\nhttps://a.example", Lang::English);
    let review = review(
        &article,
        "en\tfa\nOne.\tیک.\nTwo.\tدو.\nThree.\t\nhttps://a.example\thttps://a.example\n",
        false,
    );
    let units = review.units("a.txt", Some("me"), None);
    let texts: Vec<_> = units.iter().map(|unit| unit.persian.text.as_str()).collect();
    assert_eq!(texts, ["یک.", "دو."], "an address makes no unit");
    let side = |text: &str, previous: Option<&str>, next: Option<&str>| Side {
        previous: previous.map(str::to_owned),
        next: next.map(str::to_owned),
        ..Side::new(text)
    };
    assert_eq!(units[1].english, side("Two.", Some("One."), Some("Three.")));
    assert_eq!(units[1].persian, side("دو.", Some("یک."), None));
    assert_eq!(units[1].source_lang, Lang::English);
    assert_eq!(units[1].origin.name, "a.txt");
    assert_eq!(units[1].author.as_deref(), Some("me"));
}

#[test]
fn states_say_what_counts() {
    let article = Article::new("یک.\nدو.\nسه.\nچهار.\nپنج.\nشش.", Lang::Persian);
    let unit = |id: usize, source: &str, rest: &str| {
        format!("<trans-unit id='{id}'><source>{source}</source>{rest}</trans-unit>\n")
    };
    let units = [
        unit(1, "یک.", "<target state='final'>One.</target>"),
        unit(2, "دو.", "<target>Two.</target>"),
        unit(3, "سه.", "<target state='needs-review-translation'>Three.</target>"),
        unit(4, "چهار.", "<target state='new'>Four.</target>"),
        unit(5, "پنج.", "<target state='needs-translation'>پنج.</target>"),
        "<trans-unit id='6' translate='no'><source>شش.</source></trans-unit>".to_owned(),
    ];
    let file = format!(
        "<xliff version='1.2'><file original='x/a.txt' source-language='fa' target-language='en'><body>\n{}</body></file></xliff>",
        units.concat()
    );
    let path = Path::new("t.xlf");
    let contents = bilingual::read(file.as_bytes(), bilingual::Format::Xliff, path);
    let contents = contents.expect("it can be read").expect("it is XLIFF");
    assert_eq!(contents.article.as_deref(), Some("x/a.txt"));
    let text = |all: bool| Review::new(&article, &contents, path, all).content().text;
    assert_eq!(text(false), "One.\nTwo.\nسه.\nچهار.\nپنج.\nشش.");
    assert_eq!(text(true), "One.\nTwo.\nThree.\nFour.\nپنج.\nشش.");
    let standings = Review::new(&article, &contents, path, false).standings;
    assert_eq!(
        standings[2..],
        [
            Standing::Unreviewed(4),
            Standing::Unreviewed(5),
            Standing::Untranslated(6),
            Standing::Fixed
        ]
    );
}

#[test]
fn names_are_told_once_in_the_other_language() {
    let read = |text: &str| {
        let path = Path::new("names.tsv");
        let table = hamta::exchange::glossary::Table::Tsv;
        let contents = hamta::exchange::glossary::read(text.as_bytes(), table, path);
        Glossary::new(contents.expect("it is a glossary").entries)
    };
    let glossary = read("fa\ten\tkind\tstatus\tnote\nلاوروف\tLavrov\tperson\tpreferred\t\n");
    let article = Article::new("لاوروف با لاوروف رفت.", Lang::Persian);
    let segment = article.segments()[0];
    let names = glossary.occurrences(segment.text, Lang::Persian);
    assert_eq!(names.len(), 2);
    let row = Row::new(&article, &segment, None, &names, &glossary);
    assert_eq!(row.names, ["لاوروف: Lavrov"]);
}

/// Text with all that is hard: half-spaces, marks of direction, markup, quotes, tabs, other line ends.
fn hard() -> impl Strategy<Value = String> {
    proptest::string::string_regex(
        "([یک ابپ.،؟\u{200c}\u{200e}\u{200f}\u{2067}\u{feff}a-c<>&;\"'\t,]|\\]\\]>|\n|\r\n|\u{85}|\u{2028}|[^\\p{C}]){0,40}",
    )
    .expect("the pattern is right")
}

proptest! {
    /// Each segment and each translation comes back, and the article around them stays.
    #[test]
    fn drafts_come_back(text in hard(), target in hard(), name in prop::sample::select(vec!["t.xlf", "t.tsv"])) {
        let article = Article::new(text, Lang::Persian);
        let count = article.segments().len();
        let targets: Vec<Option<&str>> = (0..count).map(|at| (at % 3 != 2).then_some(target.as_str())).collect();
        let contents = there_and_back(&article, &targets, name).expect("XML can hold it");
        prop_assert_eq!(contents.problems.told(), &[]);
        prop_assert_eq!(contents.units.len(), count);
        if count > 0 {
            prop_assert_eq!(contents.article.as_deref(), Some("a \"&\" b.fa.txt"));
        }
        let review = Review::new(&article, &contents, Path::new(name), false);
        prop_assert_eq!(review.problems.told(), &[]);
        // In an article a segment is on one line, whatever the memory says.
        let lines = target.split(['\n', '\r']).map(|line| line.trim_matches([' ', '\t']));
        let line = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        let line = line.trim();
        let expected = targets.iter().map(|target| target.filter(|_| !line.is_empty()).map(|_| line.into()));
        let expected: Vec<Option<Tagged>> = expected.collect();
        prop_assert_eq!(review.content(), article.with_segments(expected.iter().map(Option::as_ref)));
    }

    #[test]
    fn an_article_with_its_own_segments_is_itself(text in hard()) {
        let article = Article::new(text.clone(), Lang::Persian);
        prop_assert_eq!(&article.with_segments([]).text, &text);
        let own: Vec<Tagged> = article.segments().iter().map(|segment| segment.text.into()).collect();
        prop_assert_eq!(article.with_segments(own.iter().map(Some)).text, text);
    }
}
