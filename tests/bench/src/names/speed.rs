//! Owns `finder`: how long it takes to make a glossary ready, and to find its names in an article.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use hamta::exchange::glossary::{self, Table};
use hamta::glossary::Glossary;
use hamta::text::Lang;

use crate::Result;

/// The bytes of the article.
const ARTICLE: usize = 1_000_000;
const ROUNDS: usize = 9;

/// Prints the times for `--entries` entries, 100,000 unless told: the median of several rounds.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let entries = match (args.next().as_deref(), args.next()) {
        (None, _) => 100_000,
        (Some("--entries"), Some(entries)) => entries.parse()?,
        _ => return Err("finder takes --entries NUMBER".into()),
    };
    let news = fs::read_to_string(folder.join("ntrex-news.tsv"))?;
    let table = table(&news, entries);
    let path = Path::new("generated.tsv");
    let reading = median(|| {
        let contents = glossary::read(table.as_bytes(), Table::Tsv, path)?;
        assert!(contents.problems.is_empty(), "{}", contents.problems[0]);
        Ok(contents.entries)
    })?;
    let entries = glossary::read(table.as_bytes(), Table::Tsv, path)?.entries;
    println!(
        "{} entries, {} bytes: read in {reading:.1} ms",
        entries.len(),
        table.len()
    );
    for (column, lang) in [(1, Lang::Persian), (2, Lang::English)] {
        let copying = median(|| Ok(entries.clone()))?;
        let made = median(|| {
            let glossary = Glossary::new(entries.clone());
            let found = glossary.occurrences("a", lang).len();
            Ok((glossary, found))
        })?;
        let glossary = Glossary::new(entries.clone());
        let article = article(&news, column);
        let names = glossary.occurrences(&article, lang).len();
        let finding = median(|| Ok(glossary.occurrences(&article, lang)))?;
        println!(
            "{}: finder made in {:.1} ms; {names} names found in {} bytes in {finding:.1} ms",
            lang.code(),
            made - copying,
            article.len()
        );
    }
    Ok(())
}

/// The milliseconds that `work` takes, as a rule; what it gives is dropped outside of them.
fn median<T>(mut work: impl FnMut() -> Result<T>) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let made = work()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        drop(made);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[ROUNDS / 2])
}

/// The news in one language, again and again.
fn article(news: &str, column: usize) -> String {
    let segments: Vec<&str> = news
        .lines()
        .skip(1)
        .filter_map(|row| row.split('\t').nth(column))
        .collect();
    let mut article = String::with_capacity(ARTICLE + 1000);
    for segment in segments.iter().cycle() {
        if article.len() >= ARTICLE {
            break;
        }
        article.push_str(segment);
        article.push('\n');
    }
    article
}

/// A glossary of names made of words that stand in the news: of one to three words, each with a form that does not stand there
/// and, where no other name has it, one that may.
fn table(news: &str, entries: usize) -> String {
    let words = |column: usize| -> Vec<&str> {
        let cells = news
            .lines()
            .skip(1)
            .filter_map(|row| row.split('\t').nth(column));
        let words =
            cells.flat_map(|cell| cell.split(|c: char| !c.is_alphabetic() && c != '\u{200C}'));
        words
            .filter(|word| word.chars().count() > 3)
            .filter(|word| {
                word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic)
            })
            .filter(|word| !word.contains("\u{200C}\u{200C}"))
            .collect()
    };
    let of = |lang: Lang| {
        let words = words(if lang == Lang::Persian { 1 } else { 2 });
        words
            .into_iter()
            .filter(move |word| Lang::of(word) == Some(lang))
            .collect::<Vec<_>>()
    };
    let (persian, english) = (of(Lang::Persian), of(Lang::English));
    let mut random = fastrand::Rng::with_seed(5);
    let mut seen = HashSet::new();
    let mut table = String::from("fa\ten\tkind\tstatus\tnote\n");
    for number in 0..entries {
        let mut name = |words: &[&str]| {
            let of_name = (0..1 + number % 3).map(|_| words[random.usize(..words.len())]);
            of_name.collect::<Vec<_>>().join(" ")
        };
        let (fa, en) = (name(&persian), name(&english));
        let (own_fa, own_en) = (own(number, PERSIAN), own(number, ENGLISH));
        let mut row = [format!("{fa} {own_fa}"), format!("{en} {own_en}")];
        for (cell, bare) in row.iter_mut().zip([fa, en]) {
            if seen.insert(bare.clone()) {
                let _ = write!(cell, "|{bare}");
            }
        }
        let _ = writeln!(table, "{}\t{}\tperson\tpreferred\t", row[0], row[1]);
    }
    table
}

const PERSIAN: [char; 10] = ['ب', 'پ', 'ت', 'د', 'س', 'ش', 'ک', 'گ', 'ل', 'م'];
const ENGLISH: [char; 10] = ['b', 'p', 't', 'd', 's', 'z', 'k', 'g', 'l', 'm'];

/// A word that no other entry has: its number, in letters.
fn own(number: usize, letters: [char; 10]) -> String {
    let digits = format!("{number:06}");
    digits
        .bytes()
        .map(|digit| letters[usize::from(digit - b'0')])
        .collect()
}
