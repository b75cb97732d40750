//! The arguments of `hamta check`.

use std::path::PathBuf;

use hamta::check::{Rule, Scope};
use hamta::text::Lang;

use super::{Offered, SettleArgs, lang, offered, rule};
use crate::cli::level::Level;
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
    /// The language of the originals, where they and their translations are found by their names [default: what
    /// hamta.toml says, or fa]
    #[arg(long, value_parser = lang(), hide_possible_values = true, value_name = "LANG")]
    pub(crate) from: Option<Lang>,
    /// Check the units of the memory
    #[arg(long)]
    pub(crate) memory: bool,
    /// Show what a rule finds, and why, with an example; --list-rules names them
    #[arg(long, value_parser = rule(), hide_possible_values = true, value_name = "RULE", conflicts_with = "paths")]
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
    #[arg(long = "missing-term-scope", value_parser = scope(), hide_possible_values = true, value_name = "SCOPE")]
    pub(crate) scope: Option<Scope>,
    /// Check unchanged articles too, whose findings tm/check.cache has, and leave that file as it is
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

fn scope() -> Offered<Scope> {
    let names = Scope::ALL.map(Scope::name);
    offered(names, |name| {
        Scope::from_name(name).ok_or_else(|| {
            let known = Scope::ALL.map(Scope::name).join(", ");
            format!("no scope is named {name}; known are {known}")
        })
    })
}
