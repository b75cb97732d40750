//! Writes an analysis as a table with commas between its cells: a row for each band of each file.

use std::io::Write;
use std::path::Path;

use csv::Writer;

use super::parts;
use crate::error::{Error, Result};
use crate::exchange::unwrapped::unwrapped;
use crate::matching::analysis::{Analysis, Band, Count, Weights};

/// The name of the sums over all bands.
const ALL_BANDS: &str = "all";

/// Writes the table; `path` names the file in errors.
///
/// # Errors
///
/// The file cannot be written.
pub fn table(file: impl Write, analysis: &Analysis, weights: &Weights, path: &Path) -> Result<()> {
    let mut writer = Writer::from_writer(file);
    let mut row = |cells: [&str; 7]| {
        let written = writer.write_record(cells);
        written.map_err(|e| Error::write(path, unwrapped(e)))
    };
    row(["file", "band", "segments", "words", "characters", "weight", "weighted"])?;
    for (name, counts) in parts(analysis) {
        let mut count = |band: &str, count: Count, weight: &str, weighted: f64| {
            let Count { segments, words, characters } = count;
            let [segments, words, characters] =
                [segments, words, characters].map(|number| number.to_string());
            row([name, band, &segments, &words, &characters, weight, &weighted.to_string()])
        };
        for band in Band::ALL {
            count(
                band.name(),
                counts.of(band),
                &weights.of(band).to_string(),
                counts.weighted(band, weights),
            )?;
        }
        count(ALL_BANDS, counts.sum(), "", counts.weighted_sum(weights))?;
    }
    writer.flush().map_err(|e| Error::write(path, e))
}
