//! How much of the articles the memory already translates.

use std::io;

use hamta::matching::Weights;
use hamta::matching::analysis::{Analysis, Band, Count, Counts};
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{ASIDE, SUBJECT};

/// The counts of a file, or of all of them.
#[derive(Serialize)]
struct CountsJson<'a> {
    file: Option<&'a str>,
    lang: Option<&'static str>,
    #[serde(flatten)]
    all: Count,
    weighted: f64,
    bands: Vec<BandJson>,
}

#[derive(Serialize)]
struct BandJson {
    band: &'static str,
    #[serde(flatten)]
    count: Count,
    weight: u8,
    weighted: f64,
}

/// Writes the counts of each file and, if there are several, of all of them.
pub(crate) fn write(analysis: &Analysis, weights: &Weights, output: &mut Output) -> io::Result<()> {
    let files = analysis.files();
    for file in files {
        let (name, lang) = (file.name.as_str(), file.lang.code());
        part(Some((name, lang)), &file.counts, weights, output)?;
    }
    match files.len() {
        1 => Ok(()),
        _ => part(None, &analysis.total(), weights, output),
    }
}

/// Writes the counts of a file, with its name and language, or of all files.
fn part(
    file: Option<(&str, &'static str)>,
    counts: &Counts,
    weights: &Weights,
    output: &mut Output,
) -> io::Result<()> {
    if output.is_json() {
        return output.json(&json(file, counts, weights));
    }
    let name = file.map_or("all files", |(name, _)| name);
    output.left(0, &[piece(name, SUBJECT)])?;
    let head = ["segments", "words", "share", "characters", "weight", "weighted"];
    output.left(0, &[piece(&row("", head), ASIDE)])?;
    for band in Band::ALL {
        let share = format!("{:.1}%", counts.share(band));
        let weight = format!("{}%", weights.of(band));
        let weighted = counts.weighted(band, weights);
        let row = counted(band.label(), counts.of(band), &share, &weight, weighted);
        match counts.of(band).segments {
            0 => output.left(0, &[piece(&row, ASIDE)])?,
            _ => output.left(0, &[plain(&row)])?,
        }
    }
    let sum = counted("all", counts.sum(), "", "", counts.weighted_sum(weights));
    output.left(0, &[piece(&sum, SUBJECT)])?;
    output.gap()
}

fn counted(label: &str, count: Count, share: &str, weight: &str, weighted: f64) -> String {
    let Count { segments, words, characters } = count;
    let [segments, words, characters] =
        [segments, words, characters].map(|number| number.to_string());
    let weighted = format!("{weighted:.2}");
    row(label, [&segments, &words, share, &characters, weight, &weighted])
}

/// A line of the table, its cells below one another: no wider than the 80 columns of a terminal.
fn row(label: &str, cells: [&str; 6]) -> String {
    let [segments, words, share, characters, weight, weighted] = cells;
    format!(
        "  {label:<23}{segments:>8}  {words:>7}  {share:>6} {characters:>10}  {weight:>6}  {weighted:>9}"
    )
}

fn json<'a>(
    file: Option<(&'a str, &'static str)>,
    counts: &Counts,
    weights: &Weights,
) -> CountsJson<'a> {
    let bands = Band::ALL.into_iter().map(|band| BandJson {
        band: band.name(),
        count: counts.of(band),
        weight: weights.of(band),
        weighted: counts.weighted(band, weights),
    });
    CountsJson {
        file: file.map(|(name, _)| name),
        lang: file.map(|(_, lang)| lang),
        all: counts.sum(),
        weighted: counts.weighted_sum(weights),
        bands: bands.collect(),
    }
}
