//! The arguments of `hamta check`.

use std::path::PathBuf;

use hamta::check::{Rule, Scope};
use hamta::text::Lang;

use super::{SettleArgs, lang};
use crate::cli::config::Level;
use crate::cli::naming::Naming;

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// What to check: articles as plain text, HTML, Markdown, DOCX or ODT, TMX, XLIFF, PO, TSV, CSV, XLSX and ODS
    /// files, and folders of them [default: the current folder]. Two articles in different languages are an article and
    /// its translation; - is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How the Persian and the English file of an article are named; each * is the same in both [default: what
    /// hamta.toml says, or *.fa.*=*.en.*]
    #[arg(long, value_parser = Naming::parse, value_name = "FA=EN")]
    pub(crate) names: Option<Naming>,
    /// The language that articles were translated from, where two are named so [default: what hamta.toml says, or fa]
    #[arg(long, value_parser = lang, value_name = "LANG")]
    pub(crate) from: Option<Lang>,
    /// Check the units of the memory
    #[arg(long)]
    pub(crate) memory: bool,
    /// Say what a rule finds, why, and show an example
    #[arg(long, value_parser = Rule::named, value_name = "RULE", conflicts_with = "paths")]
    pub(crate) explain: Option<Rule>,
    /// List the rules
    #[arg(long, conflicts_with_all = ["paths", "explain"])]
    pub(crate) list_rules: bool,
    /// Which findings make the exit code 1 [default: what hamta.toml says, or warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) error_on: Option<Level>,
    /// Write the fixes that are safe into the articles and files of units; of standard input, to standard output
    #[arg(long, conflicts_with_all = ["diff", "explain", "list_rules", "write_baseline"])]
    pub(crate) fix: bool,
    /// Show what --fix would write, as a unified diff; the exit code is 1 where there is anything
    #[arg(long, conflicts_with_all = ["format", "explain", "list_rules", "write_baseline"])]
    pub(crate) diff: bool,
    /// Where missing-term asks for the names of the article: segment, paragraph, first-mention or document [default:
    /// what hamta.toml says, or first-mention]
    #[arg(long = "missing-term-scope", value_parser = scope, value_name = "SCOPE")]
    pub(crate) scope: Option<Scope>,
    /// Check everything again, without tm/check.cache, where the findings in unchanged articles are kept
    #[arg(long)]
    pub(crate) no_cache: bool,
    #[command(flatten)]
    pub(crate) settle: SettleArgs,
}

impl CheckArgs {
    /// Whether the rules are asked for, and nothing is checked.
    pub(crate) fn says_rules(&self) -> bool {
        self.list_rules || self.explain.is_some()
    }
}

fn scope(name: &str) -> Result<Scope, String> {
    Scope::from_name(name).ok_or_else(|| {
        let known = Scope::ALL.map(Scope::name).join(", ");
        format!("no scope is named {name}; known are {known}")
    })
}
