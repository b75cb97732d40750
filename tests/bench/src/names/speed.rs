//! Owns `finder`: how long it takes to make a glossary ready, and to find its names in an article.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use hamta::exchange::glossary::{self, Table, kept};
use hamta::exchange::key::Key;
use hamta::glossary::Glossary;
use hamta::text::Lang;
use tempfile::TempDir;

use crate::Result;

/// The bytes of the article.
const ARTICLE: usize = 1_000_000;
const ROUNDS: usize = 9;

/// Prints the times for `--entries` entries, 100,000 unless told: the median of several rounds. The names are made of
/// the words of those that hamta ships; with `--words news` of all words of the article, so that nearly every word of
/// it may be a name.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let (mut entries, mut is_of_news) = (100_000, false);
    while let Some(name) = args.next() {
        match (name.as_str(), args.next().as_deref()) {
            ("--entries", Some(number)) => entries = number.parse()?,
            ("--words", Some("news")) => is_of_news = true,
            _ => return Err("finder takes --entries NUMBER and --words news".into()),
        }
    }
    let news = fs::read_to_string(folder.join("ntrex-news.tsv"))?;
    let words = match is_of_news {
        true => words_of_news(&news),
        false => words_of_names()?,
    };
    let table = table(&words, entries);
    let path = Path::new("generated.tsv");
    let reading = median(|| {
        let contents = glossary::read(table.as_bytes(), Table::Tsv, path)?;
        assert!(contents.problems.is_empty(), "{}", contents.problems[0]);
        Ok(contents.entries)
    })?;
    let entries = glossary::read(table.as_bytes(), Table::Tsv, path)?.entries;
    println!("{} entries, {} bytes: read in {reading:.1} ms", entries.len(), table.len());
    for (column, lang) in [(1, Lang::Persian), (2, Lang::English)] {
        let copying = median(|| Ok(entries.clone()))?;
        let made = median(|| {
            let glossary = Glossary::new(entries.clone());
            let found = glossary.occurrences("a", lang).len();
            Ok((glossary, found))
        })?;
        let glossary = Glossary::new(entries.clone());
        glossary.occurrences("a", lang);
        let kept = Kept::new(&table, &glossary)?;
        let loading = median(|| {
            let glossary = kept.load()?;
            let found = glossary.occurrences("a", lang).len();
            Ok((glossary, found))
        })?;
        let article = article(&news, column);
        let names = glossary.occurrences(&article, lang).len();
        let finding = median(|| Ok(glossary.occurrences(&article, lang)))?;
        println!(
            "{}: finder made in {:.1} ms, or loaded with the entries from {} bytes in {loading:.1} ms; {names} names found in {} bytes in {finding:.1} ms",
            lang.code(),
            made - copying,
            kept.size()?,
            article.len()
        );
    }
    Ok(())
}

/// A glossary file, with what was made of it in a file beside.
struct Kept {
    folder: TempDir,
}

impl Kept {
    fn new(table: &str, glossary: &Glossary) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let kept = Self { folder };
        fs::write(kept.table(), table)?;
        let packed = glossary.pack().ok_or("it is new")?;
        kept::write(&kept.cache(), kept.key()?, &packed)?;
        Ok(kept)
    }

    fn table(&self) -> PathBuf {
        self.folder.path().join("names.tsv")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("glossaries.cache")
    }

    fn key(&self) -> Result<Key> {
        let mut key = Key::default();
        key.add(&fs::read(self.table())?);
        Ok(key)
    }

    fn size(&self) -> Result<u64> {
        Ok(fs::metadata(self.cache())?.len())
    }

    /// As a run of the program does.
    fn load(&self) -> Result<Glossary> {
        let packed = kept::read(&self.cache(), self.key()?).ok_or("it was kept")?;
        Ok(Glossary::unpack(packed).ok_or("it was packed")?)
    }
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
    let segments: Vec<&str> =
        news.lines().skip(1).filter_map(|row| row.split('\t').nth(column)).collect();
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

/// The words that names are made of, Persian first.
type NameWords = [Vec<String>; 2];

/// The words of the news, each as often as it stands there.
fn words_of_news(news: &str) -> NameWords {
    let cells = |column: usize| {
        let rows = news.lines().skip(1);
        rows.filter_map(move |row| row.split('\t').nth(column))
    };
    [words_of(cells(1), Lang::Persian), words_of(cells(2), Lang::English)]
}

/// The words of the names that hamta ships.
fn words_of_names() -> Result<NameWords> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    let entries = super::read(&shipped)?;
    let of = |lang: Lang| {
        let terms = entries.iter().flat_map(|entry| entry.terms(lang));
        words_of(terms.map(|term| term.text.as_str()), lang)
    };
    Ok([of(Lang::Persian), of(Lang::English)])
}

fn words_of<'a>(texts: impl Iterator<Item = &'a str>, lang: Lang) -> Vec<String> {
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic() && c != '\u{200C}'));
    words
        .filter(|word| word.chars().count() > 3)
        .filter(|word| word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic))
        .filter(|word| !word.contains("\u{200C}\u{200C}") && Lang::of(word) == Some(lang))
        .map(str::to_owned)
        .collect()
}

/// A glossary of names of one to three of the words, each with a form of its own and, where no other name has it, one
/// without.
fn table([persian, english]: &NameWords, entries: usize) -> String {
    let mut random = fastrand::Rng::with_seed(5);
    let mut seen = HashSet::new();
    let mut table = String::from("fa\ten\tkind\tstatus\tnote\n");
    for number in 0..entries {
        let mut name = |words: &[String]| {
            let of_name = (0..1 + number % 3).map(|_| words[random.usize(..words.len())].as_str());
            of_name.collect::<Vec<_>>().join(" ")
        };
        let (fa, en) = (name(persian), name(english));
        let [own_fa, own_en] = made(number);
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

/// A word of each language that no other entry has, Persian first.
pub fn made(number: usize) -> [String; 2] {
    [PERSIAN, ENGLISH].map(|letters| own(number, letters))
}

/// A number, in letters.
fn own(number: usize, letters: [char; 10]) -> String {
    let digits = format!("{number:06}");
    digits.bytes().map(|digit| letters[usize::from(digit - b'0')]).collect()
}
