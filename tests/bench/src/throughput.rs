//! Owns `throughput`: how fast articles are checked against their translations.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use hamta::align::{Knowledge, Lexicons, ReadArticle, Text, align};
use hamta::check::{Options, Rendered, Translation, check_one, inconsistencies, passages};
use hamta::exchange::glossary::{self, Table};
use hamta::glossary::{Entry, Glossary};
use hamta::segment::Article;
use hamta::text::Lang;

use crate::Result;
use crate::names;

/// The entries of the glossary.
const ENTRIES: usize = 10_000;

/// The fewest and the most segments of an article.
const SEGMENTS: std::ops::Range<usize> = 10..31;

/// An article and its translation.
type Pair = [String; 2];

/// Prints the speed for `--pairs` pairs, 1,000 unless told; `--into FOLDER` writes them and their glossary there
/// instead.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let (mut count, mut into) = (1_000, None);
    while let Some(name) = args.next() {
        let value = args.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--pairs" => count = value.parse()?,
            "--into" => into = Some(value),
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    let pairs = pairs(&fs::read_to_string(folder.join("ntrex-news.tsv"))?, count)?;
    let entries = entries()?;
    match into {
        Some(into) => write(Path::new(&into), &pairs, &entries),
        None => {
            measure(&pairs, &Glossary::new(entries));
            Ok(())
        }
    }
}

/// Pairs of so many segments as articles have, drawn from the news.
fn pairs(news: &str, count: usize) -> Result<Vec<Pair>> {
    let rows = news.lines().skip(1).map(|row| {
        let mut cells = row.split('\t').skip(1);
        Ok([cells.next().ok_or("a cell is missing")?, cells.next().ok_or("a cell is missing")?])
    });
    let rows: Vec<[&str; 2]> = rows.collect::<Result<_>>()?;
    let mut random = fastrand::Rng::with_seed(7);
    let mut pair = || {
        let mut pair = [String::new(), String::new()];
        for _ in 0..random.usize(SEGMENTS) {
            let row = rows[random.usize(..rows.len())];
            // Three sentences a paragraph, as a rule.
            let end = if random.usize(..3) == 0 { "\n\n" } else { " " };
            for (text, segment) in pair.iter_mut().zip(row) {
                text.push_str(segment);
                text.push_str(end);
            }
        }
        pair
    };
    Ok((0..count).map(|_| pair()).collect())
}

/// The entries that hamta ships, and made ones that stand in no text.
fn entries() -> Result<Vec<Entry>> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    let mut entries = names::read(&shipped)?;
    let mut table = String::from("fa\ten\tkind\tstatus\tnote\n");
    for number in entries.len()..ENTRIES {
        let [fa, en] = names::made(number);
        let capital = en[..1].to_uppercase();
        let _ = writeln!(table, "{fa}\t{capital}{}\tperson\tpreferred\t", &en[1..]);
    }
    let made = glossary::read(table.as_bytes(), Table::Tsv, Path::new("made.tsv"))?;
    entries.extend(made.entries);
    Ok(entries)
}

/// Writes a project that `hamta check` can be tried on.
fn write(folder: &Path, pairs: &[Pair], entries: &[Entry]) -> Result<()> {
    for name in ["tm", "glossaries", "news"] {
        fs::create_dir_all(folder.join(name))?;
    }
    let mut table = Vec::new();
    glossary::write(&mut table, entries)?;
    fs::write(folder.join("glossaries/names.tsv"), table)?;
    for (i, pair) in pairs.iter().enumerate() {
        for (text, lang) in pair.iter().zip(["fa", "en"]) {
            fs::write(folder.join(format!("news/{i:05}.{lang}.txt")), text)?;
        }
    }
    Ok(())
}

/// Checks all pairs, on one thread and on two, and says how long each step takes on one.
fn measure(pairs: &[Pair], glossary: &Glossary) {
    let bytes: usize = pairs.iter().flatten().map(String::len).sum();
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    // Finders and indexes are made before.
    let mut lexicons = Lexicons::default();
    let _ = checked(&pairs[0], glossary, &mut lexicons);
    let (mut steps, mut findings) = ([Duration::ZERO; STEPS.len()], 0);
    for pair in pairs {
        let (times, found) = checked(pair, glossary, &mut lexicons);
        findings += found;
        for (sum, time) in steps.iter_mut().zip(times) {
            *sum += time;
        }
    }
    println!("{} pairs, {:.1} MB, {findings} findings", pairs.len(), bytes as f64 / 1e6);
    for (name, time) in STEPS.iter().zip(steps) {
        println!("{name}: {:.1} MB/s", speed(time));
    }
    println!("one thread: {:.1} MB/s", speed(steps.iter().sum()));
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut lexicons = Lexicons::default();
                while let Some(pair) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let _ = checked(pair, glossary, &mut lexicons);
                }
            });
        }
    });
    println!("two threads: {:.1} MB/s", speed(start.elapsed()));
}

/// What is done with a pair, in order.
const STEPS: [&str; 4] = ["segments", "words and names", "alignment", "rules"];

/// How long the steps take for one pair, and how many findings there are.
fn checked(
    [source, target]: &Pair,
    glossary: &Glossary,
    lexicons: &mut Lexicons,
) -> ([Duration; STEPS.len()], usize) {
    let start = Instant::now();
    let source = Article::new(source.as_str(), Lang::Persian);
    let target = Article::new(target.as_str(), Lang::English);
    let segmented = start.elapsed();
    let texts = [&source, &target].map(Text::of);
    let knowledge = Knowledge { glossary, units: &[] };
    let [source, target] = [&source, &target].map(|article| ReadArticle::new(article, glossary));
    let readings = [&source, &target].map(|read| {
        let lexicon = lexicons.of(read.article().lang());
        read.reading(knowledge, lexicon)
    });
    let read = start.elapsed();
    let beads = align(&readings);
    let aligned = start.elapsed();
    let passages = passages(&texts[0], &texts[1], &beads);
    let options = Options::default();
    let translation = Translation { source: &source, target: &target, passages: &passages };
    let (findings, renderings) = check_one(&translation, glossary, lexicons, options);
    let rendered = Rendered { text: target.article().text(), renderings: &renderings };
    let others = inconsistencies(&[rendered]);
    let count = findings.len() + others.iter().map(Vec::len).sum::<usize>();
    let rules = start.elapsed() - aligned;
    ([segmented, read - segmented, aligned - read, rules], count)
}
