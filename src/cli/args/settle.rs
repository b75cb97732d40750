//! The arguments that decide which findings count.

use std::path::PathBuf;

use hamta::check::Rule;

use super::rule;
use crate::cli::config::Setting;

#[derive(Debug, clap::Args)]
pub(crate) struct SettleArgs {
    /// The severity of rules, as length=off,missing-term=error; may be given several times
    #[arg(long, value_parser = setting, value_delimiter = ',', value_name = "RULE=off|warning|error")]
    pub(crate) rule: Vec<(Rule, Setting)>,
    /// Look for the findings of these rules only, as number-mismatch,date-mismatch; may be given several times
    #[arg(long, value_parser = rule(), hide_possible_values = true, value_delimiter = ',', value_name = "RULE")]
    pub(crate) only: Vec<Rule>,
    /// The findings to ignore: a file that --write-baseline wrote [default: what hamta.toml says]
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings into a baseline, and show none [default: --baseline, what hamta.toml says, or
    /// hamta-baseline.tsv in the project]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub(crate) write_baseline: Option<Option<PathBuf>>,
}

/// Reads `length=off`.
fn setting(text: &str) -> Result<(Rule, Setting), String> {
    let (name, setting) = text.split_once('=').ok_or("a rule and what it is: length=off")?;
    let rule = Rule::named(name)?;
    let setting = Setting::from_name(setting).ok_or("a rule is off, warning or error")?;
    Ok((rule, setting))
}
