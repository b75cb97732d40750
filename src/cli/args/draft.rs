//! The arguments of `hamta pretranslate` and `hamta finish`.

use std::path::PathBuf;

use hamta::matching::Penalty;
use hamta::text::Lang;

use super::{lang, new_origin, penalty, threshold};

#[derive(Debug, clap::Args)]
pub(crate) struct PretranslateArgs {
    /// The article, as plain text, HTML, Markdown, DOCX or ODT (- for standard input), or a file of units: PO, XLIFF, a
    /// table as TSV, CSV or XLSX
    #[arg(value_name = "ARTICLE|UNITS")]
    pub(crate) path: PathBuf,
    /// Its language, fa or en [default: what its name says, as a.fa.txt, or that of most of its letters]
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    /// The file to write; of an article, its name says how: .xlf, .xliff, .tsv (a table), or as the article's (in the
    /// other language)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write a table for a reviewer of the article; the name of the file says how: .docx, .html or .tsv
    #[arg(long, conflicts_with = "xliff2")]
    pub(crate) review: bool,
    /// Write an article as XLIFF 2.1 [default: 1.2, which more programs read]
    #[arg(long)]
    pub(crate) xliff2: bool,
    /// The lowest match rate that is filled in, from 1 to 100 [default: what hamta.toml says, or 75]
    #[arg(long, short, value_parser = threshold, value_name = "RATE")]
    pub(crate) threshold: Option<u8>,
    /// What a penalty costs, as placeable=2,machine=20; may be given several times
    #[arg(long, value_parser = penalty, value_delimiter = ',', value_name = "REASON=POINTS")]
    pub(crate) penalty: Vec<Penalty>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct FinishArgs {
    /// The reviewed file, an .xlf, .xliff, .tsv, .docx or .html that hamta pretranslate wrote, or any file of units
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
    /// The article it was made of [default: the one it names, beside it or here]
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) article: Option<PathBuf>,
    /// The finished article to write [default: beside the article, named as hamta.toml says, or ARTICLE.en.txt]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Take the units into the memory, and write no article; implied if the file names none
    #[arg(long, conflicts_with_all = ["article", "output"])]
    pub(crate) units: bool,
    /// Take translations that are not marked as reviewed too
    #[arg(long)]
    pub(crate) all: bool,
    /// The origin under which the units are kept [default: the name of the article]
    #[arg(long, value_parser = new_origin, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    /// Who translated it
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    /// Replace the finished article if it exists
    #[arg(long)]
    pub(crate) force: bool,
}
