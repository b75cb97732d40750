//! Analyses as files: a table for a spreadsheet, and a page to read or to send with a quote.

mod page;
mod table;

pub use self::page::page;
pub use self::table::table;

use crate::matching::Analysis;
use crate::matching::analysis::Counts;

/// The name of the sums over all files.
const ALL_FILES: &str = "all files";

/// The parts of a report, each with its name: every file, and all together where there are several.
fn parts(analysis: &Analysis) -> Vec<(&str, Counts)> {
    let files = analysis.files().iter();
    let mut parts: Vec<_> = files.map(|file| (file.name.as_str(), file.counts.clone())).collect();
    if parts.len() > 1 {
        parts.push((ALL_FILES, analysis.total()));
    }
    parts
}
