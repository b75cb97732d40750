//! The arguments of `hamta align`.

use std::path::PathBuf;

use hamta::text::Lang;

use super::lang;
use crate::cli::naming::Naming;

#[derive(Debug, clap::Args)]
pub(crate) struct AlignArgs {
    /// The article, as plain text, HTML, Markdown, DOCX or ODT, or a folder of articles and translations; - for
    /// standard input
    #[arg(value_name = "ARTICLE", required_unless_present = "apply")]
    pub(crate) source: Option<PathBuf>,
    /// Its translation; - for standard input
    pub(crate) translation: Option<PathBuf>,
    /// How the Persian and the English file of a folder are named; each * is the same in both [default: what hamta.toml
    /// says, or *.fa.*=*.en.*]
    #[arg(long, value_parser = Naming::parse, value_name = "FA=EN")]
    pub(crate) names: Option<Naming>,
    /// The language of the originals in a folder [default: what hamta.toml says, or fa]
    #[arg(long, value_parser = lang(), hide_possible_values = true, value_name = "LANG")]
    pub(crate) from: Option<Lang>,
    /// The lowest confidence of pairs to show or add, from 0 to 1 [default: 0, with --add 0.7]
    #[arg(long, value_parser = confidence, value_name = "CONFIDENCE")]
    pub(crate) min_confidence: Option<f64>,
    /// Add the pairs to the memory
    #[arg(long)]
    pub(crate) add: bool,
    /// Add the pairs of a corrected table, which was written with --format tsv, to the memory
    #[arg(long, value_name = "FILE", conflicts_with_all = ["source", "translation", "output", "add"])]
    pub(crate) apply: Option<PathBuf>,
    /// The file to write; its name says how: .tsv, .tmx or .html [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

fn confidence(text: &str) -> Result<f64, String> {
    let confidence = text.parse().ok().filter(|c| (0.0..=1.0).contains(c));
    confidence.ok_or_else(|| "a confidence is a number from 0 to 1".to_owned())
}
