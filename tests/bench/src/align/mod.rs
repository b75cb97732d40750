//! `align`: alignment of news with its translation, how many beads are right and how long it takes.
//!
//! The news is `ntrex-news.tsv`, whose segments are in pairs: once as it is, and for each seed with segments of the
//! English side merged, deleted and swapped.

mod python;
mod score;
mod speed;
mod texts;
mod wrong;

use std::path::Path;

use hamta::glossary::Glossary;

use self::score::{Calibration, Score, segments};
use self::speed::Run;
use crate::{Result, names};

pub use self::speed::row;

/// What is measured.
struct Options {
    /// The first and the last seed.
    seeds: [u64; 2],
    /// How many segments the long text has; with none, no times are measured.
    pairs: usize,
    /// Whether wrong beads are shown.
    wrong: bool,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self { seeds: [11, 20], pairs: 100_000, wrong: false };
        while let Some(name) = args.next() {
            let mut value = || args.next().ok_or(format!("{name} needs a value"));
            match name.as_str() {
                "--seeds" => {
                    let value = value()?;
                    let (first, last) = value.split_once('-').unwrap_or((&value, &value));
                    options.seeds = [first.parse()?, last.parse()?];
                }
                "--pairs" => options.pairs = value()?.parse()?,
                "--wrong" => options.wrong = true,
                _ => return Err(format!("unknown: {name}").into()),
            }
        }
        Ok(options)
    }
}

/// Prints the figures for all texts.
pub fn run(folder: &Path, args: impl Iterator<Item = String>) -> Result<()> {
    let options = Options::read(args)?;
    let glossary = glossary()?;
    let news = texts::read(folder)?;
    let mut pairs = vec![("as it is".to_owned(), texts::whole(&news))];
    let seeds = options.seeds[0]..=options.seeds[1];
    pairs.extend(seeds.map(|seed| (format!("seed {seed}"), texts::disturbed(&news, seed))));
    let runs: Vec<Run> = pairs.iter().map(|(_, pair)| Run::of(pair, &glossary)).collect();

    println!("| text | system | F1 | right | found | there | time |");
    println!("|---|---|---:|---:|---:|---:|---:|");
    let mut sums = [Some(0.0); 1 + python::SYSTEMS.len()];
    for ((name, pair), run) in pairs.iter().zip(&runs) {
        let own: Vec<_> = run.beads.iter().map(segments).collect();
        let own = ("hamta", Some((own, run.time())));
        let others = python::SYSTEMS.map(|system| (system, python::align(system, pair)));
        for (sum, (system, found)) in sums.iter_mut().zip(std::iter::once(own).chain(others)) {
            let Some((found, time)) = found else {
                println!("| {name} | {system} | not measured | | | | |");
                *sum = None;
                continue;
            };
            let score = Score::of(&found, &pair.beads);
            println!("| {name} | {system} | {score} | {:.3} s |", time.as_secs_f64());
            if name != "as it is" {
                *sum = sum.map(|sum| sum + score.f1());
            }
        }
    }
    let systems = std::iter::once("hamta").chain(python::SYSTEMS);
    for (system, sum) in systems.zip(sums) {
        if let Some(sum) = sum {
            let mean = sum / (pairs.len() - 1) as f64;
            println!("| mean of the seeds | {system} | {mean:.4} | | | | |");
        }
    }

    let calibrations = [("As it is", 0..1), ("All seeds together", 1..pairs.len())];
    for (name, range) in calibrations {
        let mut calibration = Calibration::default();
        for i in range {
            calibration.add(&runs[i].beads, &pairs[i].1.beads);
        }
        println!("\n{name}: how many beads of a confidence are right\n\n{calibration}");
    }
    if options.wrong {
        for ((name, pair), run) in pairs.iter().zip(&runs) {
            println!("Wrong (-) and missed (+), {name}:");
            wrong::show(&run.beads, pair);
        }
    }
    if options.pairs > 0 {
        speed::run(folder, options.pairs)?;
    }
    Ok(())
}

/// The shipped names.
fn glossary() -> Result<Glossary> {
    let glossaries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    Ok(Glossary::new(names::read(&glossaries)?))
}
