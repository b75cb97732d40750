//! The arguments of `hamta analyze`.

use std::path::PathBuf;

use hamta::matching::Penalty;
use hamta::matching::analysis::{Band, Weight};
use hamta::text::Lang;

use super::{lang, penalty};

#[derive(Debug, clap::Args)]
pub(crate) struct AnalyzeArgs {
    /// The articles, as plain text, HTML, Markdown, DOCX or ODT (- for standard input), and files of units: PO, XLIFF,
    /// TSV, CSV, XLSX or ODS
    #[arg(required = true, value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// Their language, fa or en [default: for each what its name says, as a.fa.txt, or that of most of its letters]
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    /// What a word of a band costs, in percent of a new one, as context=0,95-99=30; may be given several times
    #[arg(long, value_parser = weight, value_delimiter = ',', value_name = "BAND=PERCENT")]
    pub(crate) weights: Vec<Weight>,
    /// What a penalty costs, as placeable=2,machine=20; may be given several times
    #[arg(long, value_parser = penalty, value_delimiter = ',', value_name = "REASON=POINTS")]
    pub(crate) penalty: Vec<Penalty>,
    /// The file to write; its name says how: .csv or .html [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

/// Reads `95-99=30`.
fn weight(text: &str) -> Result<Weight, String> {
    let (name, percent) =
        text.split_once('=').ok_or("a weight is a band and its percent: 95-99=30")?;
    let band = Band::from_name(name).ok_or_else(|| {
        let known = Band::ALL.map(Band::name).join(", ");
        format!("no band is named {name}; known are {known}")
    })?;
    let percent = percent.parse().ok().filter(|percent| *percent <= 100);
    let percent = percent.ok_or("a weight is a whole number from 0 to 100")?;
    Ok(Weight { band, percent })
}
