//! The project's own article: what a newcomer sees must be right.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hamta::exchange::glossary;
use hamta::glossary::Glossary;
use hamta::matching::{Match, MatchKind, Options, Query};
use hamta::segment::Article;
use hamta::text::Lang;
use hamta::tm::{self, Memory};

/// A path below the folder of the package.
pub(crate) fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// An article of `tests/articles`.
pub(crate) fn article(name: &str, lang: Lang) -> Article {
    let text = fs::read_to_string(path("tests/articles").join(name)).expect("the article is there");
    Article::new(text, lang)
}

/// The files of the glossaries that ship, sorted.
pub(crate) fn glossary_paths() -> Vec<PathBuf> {
    let files = fs::read_dir(path("glossaries")).expect("the folder is there");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    paths.sort();
    paths
}

/// The glossaries that ship, read once for all tests.
pub(crate) fn glossaries() -> &'static Glossary {
    static SHIPPED: LazyLock<Glossary> = LazyLock::new(|| {
        let entries = glossary_paths().into_iter().map(|path| {
            let file = File::open(&path).expect("the glossary is there");
            glossary::read(file, glossary::Table::Tsv, &path).expect("it is a glossary").entries
        });
        Glossary::new(entries.collect::<Vec<_>>().concat())
    });
    &SHIPPED
}

fn memory() -> Memory {
    let mut memory = Memory::in_memory().expect("there is room");
    let problems = memory.attach(&[path("tm/news.tmx")], |_, _| {}).expect("it can be read");
    assert_eq!(problems.told(), []);
    memory
}

/// The matches for each segment of an article, in order.
fn matches(article: &Article, memory: &mut Memory) -> Vec<Vec<Match>> {
    let segments = article.segments();
    let options = Options::default();
    let reader = memory.reader().expect("it can be read");
    (0..segments.len())
        .map(|i| {
            tm::matches(&reader, &Query::of(article, &segments, i), &options)
                .expect("it can be read")
        })
        .collect()
}

fn best(matches: &[Vec<Match>]) -> Vec<Option<(u8, MatchKind)>> {
    matches.iter().map(|m| m.first().map(|m| (m.rate, m.kind))).collect()
}

#[test]
fn the_article_meets_every_kind_of_match() {
    let article = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let matches = matches(&article, &mut memory());
    let best = best(&matches);
    let count = |is_wanted: &dyn Fn(u8, MatchKind) -> bool| {
        best.iter().flatten().filter(|&&(rate, kind)| is_wanted(rate, kind)).count()
    };
    assert_eq!(count(&|_, kind| kind == MatchKind::Context), 2);
    assert_eq!(count(&|_, kind| kind == MatchKind::Exact), 2);
    assert!(count(&|rate, kind| kind == MatchKind::Fuzzy && rate >= 70) >= 5);
    assert!(count(&|rate, _| rate < 70) >= 3);
    assert!(best.iter().filter(|b| b.is_none()).count() >= 3);
}

#[test]
fn a_match_of_100_has_the_very_words_of_the_segment() {
    let article = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let segments = article.segments();
    for (segment, matches) in segments.iter().zip(matches(&article, &mut memory())) {
        for found in matches.iter().filter(|m| m.rate == 100) {
            assert_eq!(found.candidate.unit.persian.text, segment.text);
            assert!(found.differences.is_empty() && found.penalties.is_empty());
        }
    }
}

#[test]
fn the_same_units_serve_from_english_to_persian() {
    let article = article("lavrov-wonsan.en.txt", Lang::English);
    let matches = matches(&article, &mut memory());
    let third = &matches[2][0];
    assert_eq!((third.rate, third.kind), (100, MatchKind::Context));
    assert_eq!(
        third.candidate.unit.persian.text,
        "کیم و لاوروف در شهر بندری وونسان واقع در سواحل شرقی کره شمالی دیدار کردند."
    );
    assert_eq!(best(&matches)[5].map(|(_, kind)| kind), Some(MatchKind::Exact));
}

#[test]
fn every_name_of_the_article_is_found_and_none_wrongly() {
    let article = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let glossary = glossaries();
    let found: BTreeSet<(String, String)> = glossary
        .occurrences(article.text(), Lang::Persian)
        .iter()
        .map(|occurrence| {
            let entry = glossary.entry(occurrence.terms[0]);
            let english = entry.preferred(Lang::English).expect("every entry has a preferred form");
            (occurrence.span.of(article.text()).to_owned(), english.to_owned())
        })
        .collect();
    let expected = [
        ("اوکراین", "Ukraine"),
        ("تاس", "TASS"),
        ("تلگرام", "Telegram"),
        ("جمهوری دموکراتیک خلق کره", "Democratic People's Republic of Korea"),
        ("روس", "Russian"),
        ("روسیه", "Russia"),
        ("سرگئی لاوروف", "Sergey Lavrov"),
        ("فوریه", "February"),
        ("لاوروف", "Lavrov"),
        ("مسکو", "Moscow"),
        ("وزارت خارجه روسیه", "Russian Foreign Ministry"),
        ("ولادیمیر پوتین", "Vladimir Putin"),
        ("وونسان", "Wonsan"),
        ("پوتین", "Putin"),
        ("پیونگیانگ", "Pyongyang"),
        ("چو سون هویی", "Choe Son Hui"),
        ("ژوئن", "June"),
        ("کره شمالی", "North Korea"),
        ("کرهای", "Korean"),
        ("کیم", "Kim"),
        ("کیم جونگ اون", "Kim Jong Un"),
    ];
    let expected = expected.map(|(persian, english)| (persian.to_owned(), english.to_owned()));
    assert_eq!(found, BTreeSet::from(expected));
}
