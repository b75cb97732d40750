//! How long alignment takes, and the most memory it holds, in a process of its own.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use hamta::align::{Bead, Knowledge, Reading, Text, align};
use hamta::glossary::Glossary;
use hamta::text::Lang;

use super::score::{Score, segments};
use super::texts::{self, Pair};
use crate::Result;

/// A pair of texts, aligned.
pub struct Run {
    pub beads: Vec<Bead>,
    reading: Duration,
    aligning: Duration,
}

impl Run {
    /// Reads both texts, each in a thread, and aligns them.
    pub fn of(pair: &Pair, glossary: &Glossary) -> Self {
        let knowledge = Knowledge { glossary, units: &[] };
        let start = Instant::now();
        let persian = Text::of_lines(&pair.persian, Lang::Persian);
        let english = Text::of_lines(&pair.english, Lang::English);
        let readings = std::thread::scope(|scope| {
            let [persian, english] =
                [&persian, &english].map(|text| scope.spawn(move || Reading::new(text, knowledge)));
            [persian.join().unwrap(), english.join().unwrap()]
        });
        let reading = start.elapsed();
        let start = Instant::now();
        let beads = align(&readings);
        Self { beads, reading, aligning: start.elapsed() }
    }

    pub fn time(&self) -> Duration {
        self.reading + self.aligning
    }
}

/// How often texts are aligned; the best round counts. A long one is aligned once.
const ROUNDS: usize = 9;

/// Prints the table: a row from a process of its own for each text.
pub fn run(folder: &Path, pairs: usize) -> Result<()> {
    println!(
        "| text | pairs | F1 | reading | aligning | both | pairs a second | aligning alone | most memory |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for pairs in [0, pairs] {
        let status = Command::new(std::env::current_exe()?)
            .arg("align-row")
            .arg(folder)
            .arg(pairs.to_string())
            .status()?;
        if !status.success() {
            return Err("a row was not measured".into());
        }
    }
    println!();
    Ok(())
}

/// Prints the row of a text of as many pairs as the argument says, with none that of the news as it is.
pub fn row(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let pairs = args.next().ok_or("how many pairs?")?.parse()?;
    let glossary = super::glossary()?;
    let news = texts::read(folder)?;
    let (name, pair, rounds) = match pairs {
        0 => ("the news", texts::whole(&news), ROUNDS),
        _ => ("the long text", texts::long(&news, pairs), 1),
    };
    // The finder of names and the word lists are made at their first use.
    black_box(Run::of(&texts::whole(&news[..1]), &glossary));
    let runs = (0..rounds).map(|_| Run::of(&pair, &glossary));
    let Some(run) = runs.min_by_key(Run::time) else {
        return Ok(());
    };
    let found: Vec<_> = run.beads.iter().map(segments).collect();
    let count = pair.beads.len() as f64;
    println!(
        "| {name} | {count} | {:.4} | {:.3} s | {:.3} s | {:.3} s | {:.0} | {:.0} | {} |",
        Score::of(&found, &pair.beads).f1(),
        run.reading.as_secs_f64(),
        run.aligning.as_secs_f64(),
        run.time().as_secs_f64(),
        count / run.time().as_secs_f64(),
        count / run.aligning.as_secs_f64(),
        peak().map_or_else(
            || "not measured".to_owned(),
            |kib| format!("{:.0} MB", kib as f64 / 1e3 * 1.024)
        ),
    );
    Ok(())
}

/// The most memory that this process held, in KiB, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
