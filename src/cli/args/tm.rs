//! The arguments of the verbs of `hamta tm` that look at units and change them.

use std::path::PathBuf;

use hamta::exchange;
use hamta::text::Lang;
use hamta::unit::Method;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Offered, lang, offered};

/// Which units are wanted.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which units")]
pub(crate) struct FilterArgs {
    /// The numbers of units, as tm list shows them
    #[arg(value_name = "NUMBER", value_parser = number, help_heading = None::<&str>)]
    pub(crate) numbers: Vec<i64>,
    /// Those of this origin; tm stats lists the origins
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    /// Those that this person wrote
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    /// Those made so: human, aligned or machine
    #[arg(long, value_parser = method(), hide_possible_values = true)]
    pub(crate) method: Option<Method>,
    /// Those translated from this language, fa or en
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    /// Those last changed on this day or later, as 2025-06-01 (UTC)
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// Those last changed on this day or earlier
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// Those with this phrase in the text of its language; * for any end of a word
    #[arg(long, value_name = "PHRASE")]
    pub(crate) text: Option<String>,
    /// The same, in the source
    #[arg(long, value_name = "PHRASE")]
    pub(crate) source: Option<String>,
    /// The same, in the target
    #[arg(long, value_name = "PHRASE")]
    pub(crate) target: Option<String>,
    /// Near-duplicates: those for whose source another unit is a match of this rate or more, before penalties
    #[arg(long, value_parser = super::threshold, value_name = "RATE")]
    pub(crate) above: Option<u8>,
    /// Those for whose source no other unit is
    #[arg(long, value_parser = super::threshold, value_name = "RATE")]
    pub(crate) below: Option<u8>,
}

/// A parser of the names of methods.
pub(super) fn method() -> Offered<Method> {
    offered(["human", "aligned", "machine"], |name| {
        Method::from_name(name).ok_or_else(|| "known are human, aligned and machine".to_owned())
    })
}

fn number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| {
        "a unit has a number, as tm list shows it; several stand one after another".to_owned()
    })
}

fn day(text: &str) -> Result<Date, String> {
    exchange::day(text)
        .ok_or_else(|| "a date is written as 2025-06-01, or as 1404-03-11".to_owned())
}

/// The beginning of a day, UTC; `None` where it is beyond all dates.
pub(crate) fn start(day: Date) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()
}

/// Whether a change is to be made.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct AskArgs {
    /// Do it without asking
    #[arg(long, short)]
    pub(crate) yes: bool,
    /// Show what would be done, and change nothing
    #[arg(long, conflicts_with = "yes")]
    pub(crate) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ListArgs {
    /// The most units to show
    #[arg(long, short, default_value_t = 50, value_name = "NUMBER")]
    pub(crate) max: usize,
    /// Show the units with the highest numbers, which were added or edited last
    #[arg(long)]
    pub(crate) newest: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Those whose source is translated otherwise in another unit
    #[arg(long, conflicts_with = "numbers")]
    pub(crate) conflicts: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct EditArgs {
    /// The number of the unit, as tm list shows it
    pub(crate) number: i64,
    /// The new source
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// The new target
    #[arg(long, value_name = "TEXT")]
    pub(crate) target: Option<String>,
    /// Who wrote it
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    /// How it was made: human, aligned or machine [default: human, if a text is new]
    #[arg(long, value_parser = method(), hide_possible_values = true)]
    pub(crate) method: Option<Method>,
    #[command(flatten)]
    pub(crate) ask: AskArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DeleteArgs {
    #[command(flatten)]
    pub(crate) ask: AskArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DedupeArgs {
    #[command(flatten)]
    pub(crate) ask: AskArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct MergeArgs {
    /// The other memory
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) ask: AskArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct UndoArgs {
    /// How many changes
    #[arg(value_name = "NUMBER", default_value_t = 1)]
    pub(crate) count: usize,
    /// List the changes that can be undone
    #[arg(long, conflicts_with_all = ["count", "yes", "dry_run"])]
    pub(crate) list: bool,
    #[command(flatten)]
    pub(crate) ask: AskArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BackupArgs {
    /// The file to write
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
}
