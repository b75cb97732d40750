//! How many megabytes a second hamta and the sentencex crate split, one thread, same text, same run.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use hamta::segment::Article;
use hamta::segment::split::split;
use hamta::text::Lang;

use crate::Result;
use crate::split::gold;

/// Prints the table of speeds; the texts are running text in one line.
pub fn run(folder: &Path) -> Result<()> {
    println!("Throughput in MB/s (10⁶ bytes), one thread, the best of {ROUNDS} rounds\n");
    println!(
        "| text | MB | hamta `split` | hamta `Article` | sentencex (crate) | `split` / sentencex | `Article` / sentencex |"
    );
    println!("|---|---|---|---|---|---|---|");
    let persian = fs::read_to_string(folder.join("fa-base.txt"))?;
    let line = persian.replace('\n', " ");
    measure("Persian, fa-base in one line", &line, Lang::Persian);
    let paragraphs = persian.replace('\n', "\n\n");
    measure("Persian, fa-base, each line a paragraph", &paragraphs, Lang::Persian);
    let english = gold::read(&folder.join("sentences-en-ewt.txt"))?;
    let english: Vec<String> = english.into_iter().map(|d| d.text).collect();
    measure("English, EWT 40 times, in one line", &english.join(" ").repeat(40), Lang::English);
    let paragraphs = english.join("\n\n").repeat(40);
    measure("English, EWT 40 times, each document a paragraph", &paragraphs, Lang::English);
    measure_alone(
        "Persian, fa-base again and again, in one line",
        &line.repeat(LONG / line.len() + 1),
    );
    Ok(())
}

const ROUNDS: u32 = 5;

/// The length in bytes of a line that no hasty splitter survives.
const LONG: usize = 100_000_000;

/// One row with both systems.
fn measure(name: &str, text: &str, lang: Lang) {
    let bare = best(ROUNDS, || drop(black_box(split(text, lang))));
    let article = best(ROUNDS, || drop(black_box(Article::new(text, lang))));
    let sentencex = best(ROUNDS, || drop(black_box(sentencex::segment(lang.code(), text))));
    let times = |time: Duration| sentencex.as_secs_f64() / time.as_secs_f64();
    println!(
        "| {name} | {:.1} | {} | {} | {} | {:.1} | {:.1} |",
        text.len() as f64 / 1e6,
        speed(text, bare),
        speed(text, article),
        speed(text, sentencex),
        times(bare),
        times(article),
    );
}

/// One row for hamta alone: the sentencex crate needs more than linear time for a long line.
fn measure_alone(name: &str, text: &str) {
    let bare = best(2, || drop(black_box(split(text, Lang::Persian))));
    let article = best(2, || drop(black_box(Article::new(text, Lang::Persian))));
    println!(
        "| {name} | {:.1} | {} | {} | not measured | | |",
        text.len() as f64 / 1e6,
        speed(text, bare),
        speed(text, article),
    );
}

fn speed(text: &str, time: Duration) -> String {
    format!("{:.1}", text.len() as f64 / 1e6 / time.as_secs_f64())
}

fn best(rounds: u32, work: impl Fn()) -> Duration {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..rounds).map(round).min().unwrap_or_default()
}
