//! Alignment of news with its translation: how many beads are right, and how long it takes.
//!
//! The news is `ntrex-news.tsv`, whose segments are in pairs: once as it is, and once with segments of the English side
//! merged, deleted and swapped.

mod score;
mod texts;

use std::path::Path;
use std::time::Instant;

use hamta::align::{Knowledge, Reading, Text, align};
use hamta::glossary::Glossary;
use hamta::text::Lang;

use self::score::Score;
use crate::{Result, names};

/// Prints the figures for both texts.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let mut seed = 1;
    while let Some(name) = args.next() {
        let value = args.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--seed" => seed = value.parse()?,
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    let glossaries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    let glossary = Glossary::new(names::read(&glossaries)?);
    let knowledge = Knowledge {
        glossary: &glossary,
        units: &[],
    };
    let news = texts::read(folder)?;
    let whole = texts::whole(&news);
    let mended = texts::disturbed(&news, seed);
    for (name, pair) in [("as it is", &whole), ("disturbed", &mended)] {
        let persian = Text::of_lines(&pair.persian, Lang::Persian);
        let english = Text::of_lines(&pair.english, Lang::English);
        align(&[&persian, &english].map(|text| Reading::new(text, knowledge)));
        let start = Instant::now();
        let readings = std::thread::scope(|scope| {
            let [persian, english] =
                [&persian, &english].map(|text| scope.spawn(move || Reading::new(text, knowledge)));
            [persian.join().unwrap(), english.join().unwrap()]
        });
        let beads = align(&readings);
        let time = start.elapsed();
        let score = Score::of(&beads, &pair.beads);
        println!(
            "{name}: {score}; {:.1} ms, {:.0} pairs a second",
            time.as_secs_f64() * 1e3,
            pair.beads.len() as f64 / time.as_secs_f64()
        );
        score::calibration(&beads, &pair.beads);
    }
    Ok(())
}
