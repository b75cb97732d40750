//! The arguments as they are typed. Each verb turns them into what they mean at its start, and does not look at them
//! after that.

mod align;
mod analyze;
mod check;
mod draft;
mod format;
mod glossary;
mod offered;
mod settle;
#[cfg(test)]
mod tests;
mod tm;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use hamta::check::Rule;
use hamta::matching::{Penalty, Reason};
use hamta::text::Lang;
use hamta::unit::Method;

pub(crate) use self::align::AlignArgs;
pub(crate) use self::analyze::AnalyzeArgs;
pub(crate) use self::check::CheckArgs;
pub(crate) use self::draft::{FinishArgs, PretranslateArgs};
pub(crate) use self::format::{EVERYWHERE, Format};
pub(crate) use self::glossary::{
    EntryArgs, GlossaryExportArgs, GlossaryImportArgs, GlossaryVerb, LintArgs, OnConflict,
    RemoveArgs,
};
use self::offered::{Offered, offered};
pub(crate) use self::settle::SettleArgs;
use self::tm::method;
pub(crate) use self::tm::{
    AskArgs, BackupArgs, DedupeArgs, DeleteArgs, EditArgs, FilterArgs, ListArgs, MergeArgs,
    UndoArgs, start,
};
use crate::cli::screen::Bidi;

/// A translation memory and glossary for Persian and English news.
#[derive(Debug, Parser)]
#[command(name = "hamta", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 nothing found, 1 findings, 2 wrong usage or could not run.")]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: GlobalArgs,
    #[command(subcommand)]
    pub(crate) verb: Verb,
    /// The formats that the verb writes.
    #[arg(skip)]
    pub(crate) written: &'static [Format],
}

impl Args {
    /// The command with all its verbs, as help and completions show it.
    pub(crate) fn command() -> clap::Command {
        format::with_formats(<Self as CommandFactory>::command())
    }

    /// The arguments of the process.
    pub(crate) fn of_process() -> Result<Self, clap::Error> {
        let mut command = Self::command();
        let matches = command.try_get_matches_from_mut(std::env::args_os())?;
        let args = Self::from_arg_matches(&matches);
        let args = args.map_err(|error| error.format(&mut command))?;
        Ok(Self { written: format::written(&matches), ..args })
    }
}

/// What every verb takes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct GlobalArgs {
    /// The project: a folder with tm/ and glossaries/ [default: the nearest one, upwards from here]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) project: Option<PathBuf>,
    /// The configuration of the project [default: hamta.toml in its folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// How results are written: text, json, or what else the --help of a verb names [default: text]
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub(crate) format: Option<Format>,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
    /// How Persian reaches the terminal: auto, terminal, embedding, words, visual or logical
    #[arg(long, global = true, value_parser = bidi(), default_value = "auto", value_name = "WAY", hide_possible_values = true)]
    pub(crate) bidi: BidiArg,
    /// Say nothing but results and errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// A way to show Persian, or `None` for what suits the terminal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BidiArg(pub(crate) Option<Bidi>);

fn bidi() -> Offered<BidiArg> {
    let names = ["auto", "terminal", "embedding", "words", "visual", "logical"];
    offered(names, |name| match (name, Bidi::named(name)) {
        ("auto", _) => Ok(BidiArg(None)),
        (_, Some(way)) => Ok(BidiArg(Some(way))),
        _ => Err("known are auto, terminal, embedding, words, visual, logical".to_owned()),
    })
}

fn lang() -> Offered<Lang> {
    offered(["fa", "en"], |tag| Lang::from_tag(tag).ok_or_else(|| "known are fa and en".to_owned()))
}

/// A parser of the names of rules.
fn rule() -> Offered<Rule> {
    offered(Rule::ALL.map(Rule::name), Rule::named)
}

/// Parses the name of a new origin.
fn new_origin(name: &str) -> Result<String, String> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err("an origin has a name, without control characters".to_owned());
    }
    Ok(name.to_owned())
}

fn threshold(text: &str) -> Result<u8, String> {
    let rate = text.parse().ok().filter(|rate| (1..=100).contains(rate));
    rate.ok_or_else(|| "a match rate is a whole number from 1 to 100".to_owned())
}

fn most(text: &str) -> Result<NonZeroUsize, String> {
    let most = text.parse();
    most.map_err(|_| "a whole number from 1".to_owned())
}

/// Reads `placeable=2`.
fn penalty(text: &str) -> Result<Penalty, String> {
    let (name, points) =
        text.split_once('=').ok_or("a penalty is a reason and its points: placeable=2")?;
    let reason = Reason::from_name(name).ok_or_else(|| {
        let known = Reason::ALL.map(Reason::name).join(", ");
        format!("no penalty is named {name}; known are {known}")
    })?;
    let points = points.parse().ok().filter(|points| *points <= 100);
    let points = points.ok_or("points are a whole number from 0 to 100")?;
    Ok(Penalty { reason, points })
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make a project, with the glossaries that come with hamta
    #[command(after_help = "Example: hamta init desk")]
    Init(InitArgs),
    /// Split an article into segments
    #[command(after_help = "Example: hamta segment tests/articles/lavrov-wonsan.fa.txt")]
    Segment(SegmentArgs),
    /// Offer the best matches of the memory for each segment of an article, and the names in it
    #[command(
        after_help = "Example: hamta match tests/articles/lavrov-wonsan.fa.txt --threshold 70"
    )]
    Match(MatchArgs),
    /// Fill in the matches of the memory, for a translator to go on with: an article as XLIFF, as a table or in the
    /// other language; a file of units in its own format
    #[command(after_help = "Example: hamta pretranslate visit.fa.txt -o visit.xlf")]
    Pretranslate(PretranslateArgs),
    /// Take a reviewed file back into the memory, and write the finished article
    #[command(after_help = "Example: hamta finish visit.xlf --author desk")]
    Finish(FinishArgs),
    /// Say what is wrong in translations and articles: names, numbers, dates, spelling
    #[command(after_help = "Example: hamta check article.fa.txt article.en.txt")]
    Check(CheckArgs),
    /// Find which segments of an article and its translation belong together
    #[command(after_help = "Example: hamta align article.fa.txt article.en.txt --add")]
    Align(AlignArgs),
    /// Count the words of articles and files of units by how much of them the memory translates already, for a quote
    #[command(after_help = "Example: hamta analyze news/*.fa.txt --output quote.html")]
    Analyze(AnalyzeArgs),
    /// Search the memory for a word or phrase, in either language
    #[command(after_help = "Example: hamta concordance \"گفت‌وگوهای راهبردی\"")]
    Concordance(ConcordanceArgs),
    /// Show what a text compares as; of two texts, whether they are the same, and why
    #[command(after_help = "Example: hamta fold گفتگوهای \"گفت و گوهای\"")]
    Fold(FoldArgs),
    /// Keep the memory: import, add, list, edit, delete, dedupe, merge, undo, export, stats, check, reindex, backup,
    /// vacuum
    #[command(subcommand)]
    Tm(TmVerb),
    /// Keep the glossaries: show, search, add, remove, import, export, lint
    #[command(subcommand)]
    Glossary(GlossaryVerb),
    /// Write a completion script for a shell
    #[command(
        after_help = "Example: hamta completions bash > ~/.local/share/bash-completion/completions/hamta"
    )]
    Completions(CompletionsArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// The folder of the project; made where there is none [default: --project, or the current folder]
    pub(crate) folder: Option<PathBuf>,
}

/// An article to read.
#[derive(Debug, clap::Args)]
pub(crate) struct ArticleArgs {
    /// The article, as plain text, HTML, Markdown, DOCX or ODT; - for standard input
    #[arg(value_name = "ARTICLE")]
    pub(crate) path: PathBuf,
    /// Its language, fa or en [default: what its name says, as a.fa.txt, or that of most of its letters]
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SegmentArgs {
    #[command(flatten)]
    pub(crate) article: ArticleArgs,
    /// Write each segment on a line of its own, without its number
    #[arg(long, conflicts_with = "format")]
    pub(crate) one_per_line: bool,
    /// Write where each segment stands in the article, in bytes; in JSON it always is
    #[arg(long)]
    pub(crate) spans: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct MatchArgs {
    #[command(flatten)]
    pub(crate) article: ArticleArgs,
    /// The lowest match rate, from 1 to 100 [default: what hamta.toml says, or 50]
    #[arg(long, short, value_parser = threshold, value_name = "RATE")]
    pub(crate) threshold: Option<u8>,
    /// The most matches for one segment [default: what hamta.toml says, or 3]
    #[arg(long, short, value_parser = most, value_name = "NUMBER")]
    pub(crate) max: Option<NonZeroUsize>,
    /// What a penalty costs, as placeable=2,machine=20; may be given several times
    #[arg(long, value_parser = penalty, value_delimiter = ',', value_name = "REASON=POINTS")]
    pub(crate) penalty: Vec<Penalty>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ConcordanceArgs {
    /// The word or phrase, * for any end of a word; - for standard input
    pub(crate) phrase: String,
    /// Its language, fa or en [default: that of most of its letters]
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    /// The most units to show
    #[arg(long, short, default_value_t = 50, value_name = "NUMBER")]
    pub(crate) max: usize,
}

#[derive(Debug, clap::Args)]
pub(crate) struct FoldArgs {
    /// The text; - for standard input
    pub(crate) text: String,
    /// Another text, to compare with it; the exit code is 1 where they are not the same
    pub(crate) other: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TmVerb {
    /// Add the units of files to the memory, all of them or none: TMX, XLIFF, PO, and tables with a column for each
    /// language
    #[command(after_help = "Example: hamta tm import archive-2024.tmx archive-2025.tmx")]
    Import(ImportArgs),
    /// Add one unit to the memory
    #[command(after_help = "Example: hamta tm add \"آتش‌بس برقرار شد.\" \"A ceasefire took hold.\"")]
    Add(AddArgs),
    /// Show units of the memory
    #[command(after_help = "Example: hamta tm list --text \"آتش*\" --since 2025-01-01")]
    List(ListArgs),
    /// What many look for here
    #[command(hide = true, alias = "find")]
    Search(SearchArgs),
    /// Correct a unit; it gets a new number
    #[command(
        after_help = "Example: hamta tm edit 12 --target \"A ceasefire took hold.\" --author desk"
    )]
    Edit(EditArgs),
    /// Delete units
    #[command(after_help = "Example: hamta tm delete --origin old.tmx --method machine --dry-run")]
    Delete(DeleteArgs),
    /// Delete units that say the same as others in both languages
    #[command(after_help = "Example: hamta tm dedupe --dry-run")]
    Dedupe(DedupeArgs),
    /// Add the units of another memory
    #[command(after_help = "Example: hamta tm merge ../sports/tm/memory.sqlite")]
    Merge(MergeArgs),
    /// Undo the last changes: the last ten can be undone, the newest first
    #[command(after_help = "Example: hamta tm undo --list")]
    Undo(UndoArgs),
    /// Copy the memory into a file, while others may go on using it
    #[command(after_help = "Example: hamta tm backup backups/memory.sqlite")]
    Backup(BackupArgs),
    /// Shrink the memory's file: the system gets unused space back
    #[command(after_help = "Example: hamta tm vacuum")]
    Vacuum,
    /// Write the units of the memory, as TMX or for other programs
    #[command(after_help = "Example: hamta tm export --origin added --output tm/added.tmx")]
    Export(ExportArgs),
    /// Say what the memory holds
    #[command(after_help = "Example: hamta tm stats --format json")]
    Stats,
    /// Look through the memory for damage, and compare its index with its units
    #[command(after_help = "Example: hamta tm check")]
    Check,
    /// Rebuild the index of the memory from its units
    #[command(after_help = "Example: hamta tm reindex")]
    Reindex,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// The files: .tmx, .xlf, .xliff, .po, .tsv, .csv, .xlsx or .ods; - for TMX from standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// The origin under which the units are kept [default: the name of their file]
    #[arg(long, value_parser = new_origin, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    /// How the units were made, human, aligned or machine, whatever the files say
    #[arg(long, value_parser = method(), hide_possible_values = true)]
    pub(crate) method: Option<Method>,
    /// Who translated them, whatever the files say
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
}

/// Whatever stands after a verb that there is not.
#[derive(Debug, clap::Args)]
pub(crate) struct SearchArgs {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) _rest: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AddArgs {
    /// The segment; - for standard input
    pub(crate) source: String,
    /// Its translation
    pub(crate) target: String,
    /// The language of the segment, fa or en [default: by the letters of both texts]
    #[arg(long, value_parser = lang(), hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    /// Who translated it
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// The file to write; its name, or --format, says how: .tmx, .tsv, .csv, .xlsx, .po, .xlf or .xliff [default:
    /// standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The language that all units are written as translated from, in the formats with one direction: all but TMX
    #[arg(long, value_parser = lang(), hide_possible_values = true, default_value = "fa", value_name = "LANG")]
    pub(crate) from: Lang,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}
