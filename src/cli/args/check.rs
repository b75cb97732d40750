//! The arguments of `hamta check`.

use std::path::PathBuf;

use hamta::check::Rule;
use hamta::text::Lang;

use super::{Level, lang, rule};

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// What to check: articles as plain text, TMX, XLIFF, PO, TSV and CSV files, and folders of them [default: the current
    /// folder]. Two articles in different languages are an article and its translation; - is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The language that articles were translated from, where two are named alike: *.fa.* beside *.en.*
    #[arg(long, value_parser = lang, default_value = "fa", value_name = "LANG")]
    pub(crate) from: Lang,
    /// Check the units of the memory
    #[arg(long)]
    pub(crate) memory: bool,
    /// Say what a rule finds, why, and show an example
    #[arg(long, value_parser = rule, value_name = "RULE", conflicts_with = "paths")]
    pub(crate) explain: Option<Rule>,
    /// List the rules
    #[arg(long, conflicts_with_all = ["paths", "explain"])]
    pub(crate) list_rules: bool,
    /// Which findings make the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    pub(crate) error_on: Level,
}

impl CheckArgs {
    /// Whether the rules are asked for, and nothing is checked.
    pub(crate) fn says_rules(&self) -> bool {
        self.list_rules || self.explain.is_some()
    }
}
