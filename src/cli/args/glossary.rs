//! The arguments of `hamta glossary`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use hamta::exchange::glossary::Table;
use hamta::glossary::{Kind, Status};

use super::{AskArgs, Offered, offered};
use crate::cli::level::Level;

#[derive(Debug, Subcommand)]
pub(crate) enum GlossaryVerb {
    /// Show the entries that have a form, in either language
    #[command(alias = "lookup", after_help = "Example: hamta glossary show Lavrov")]
    Show(FormArgs),
    /// Show the entries that have a text in their forms or notes
    #[command(after_help = "Example: hamta glossary search foreign")]
    Search(TextArgs),
    /// Add one entry, or new forms to one that is there
    #[command(
        after_help = "Example: hamta glossary add کی‌یف Kiev --status forbidden --kind city --into glossaries/cities.tsv"
    )]
    Add(EntryArgs),
    /// Remove an entry, by a form that it prefers, or one form of an entry
    #[command(after_help = "Example: hamta glossary remove Kiev")]
    Remove(RemoveArgs),
    /// Take the entries of spreadsheets, tables or TBX files into a glossary
    #[command(
        after_help = "Example: hamta glossary import names.xlsx --into glossaries/people.tsv --dry-run"
    )]
    Import(GlossaryImportArgs),
    /// Write glossaries for other programs
    #[command(after_help = "Example: hamta glossary export --output names.xlsx")]
    Export(GlossaryExportArgs),
    /// Say what is wrong in glossary files
    #[command(after_help = "Example: hamta glossary lint")]
    Lint(LintArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct FormArgs {
    /// The form; - for standard input
    pub(crate) form: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TextArgs {
    /// The text, a part of a form or note; - for standard input
    pub(crate) text: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct EntryArgs {
    /// The Persian forms, with | between them; the first one names the entry
    pub(crate) persian: String,
    /// The English forms, with | between them; the first one is to be written
    pub(crate) english: String,
    /// What it names [default: the kind of the entry that has the name, or concept]
    #[arg(long, value_parser = kind())]
    pub(crate) kind: Option<Kind>,
    /// Whether the forms are preferred, admitted or forbidden
    #[arg(long, value_parser = status(), hide_possible_values = true, default_value = "preferred")]
    pub(crate) status: Status,
    /// A note, which may be anything; that of a capital begins so: capital of Ukraine
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) note: String,
    /// The glossary that takes the entry; made if there is none
    #[arg(long, value_name = "GLOSSARY")]
    pub(crate) into: PathBuf,
    /// Show what would become of the entry, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RemoveArgs {
    /// The form; - for standard input
    pub(crate) form: String,
    /// The kind of the entry, where several have the form
    #[arg(long, value_parser = kind())]
    pub(crate) kind: Option<Kind>,
    /// The glossary to remove it from [default: those of the project]
    #[arg(long, value_name = "GLOSSARY")]
    pub(crate) from: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) ask: AskArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct GlossaryImportArgs {
    /// The files: TSV, CSV, XLSX, XLS, ODS or TBX; - for a table from standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// The glossary that takes the entries; made if there is none
    #[arg(long, value_name = "GLOSSARY")]
    pub(crate) into: PathBuf,
    /// Show what would become of the entries, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// What happens to an entry that contradicts one in the glossary
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub(crate) on_conflict: OnConflict,
    /// What the columns hold, in their order: fa, en, kind, status, note, - for nothing
    #[arg(long, value_delimiter = ',', value_name = "NAMES", allow_hyphen_values = true)]
    pub(crate) columns: Option<Vec<String>>,
    /// With --columns: how many rows stand before the first entry
    #[arg(long, default_value_t = 0, requires = "columns", value_name = "ROWS")]
    pub(crate) skip: usize,
    /// The sheet of a workbook [default: the first one that is not empty]
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// What the entries name, if they do not say it [default: what the glossary says of the name, or concept]
    #[arg(long, value_parser = kind())]
    pub(crate) kind: Option<Kind>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnConflict {
    /// The glossary's entry stays
    Keep,
    /// The new entry replaces it
    Replace,
    /// You are asked, at a terminal
    Ask,
    /// Nothing is written at all
    #[default]
    Fail,
}

#[derive(Debug, clap::Args)]
pub(crate) struct GlossaryExportArgs {
    /// The glossaries [default: those of the project]
    #[arg(value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The format: tsv, csv, xlsx, tbx or tbx2008 (for programs that only know the older TBX) [default: what the name
    /// of the file says, or tsv]
    #[arg(long = "as", value_parser = table(), hide_possible_values = true, value_name = "FORMAT")]
    pub(crate) table: Option<Table>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LintArgs {
    /// The glossaries [default: those of the project]
    #[arg(value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    /// Rewrite the files in their canonical form
    #[arg(long)]
    pub(crate) fix: bool,
    /// Which findings make the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    pub(crate) error_on: Level,
}

fn kind() -> Offered<Kind> {
    offered(Kind::ALL.map(Kind::name), |name| {
        Kind::from_name(name)
            .ok_or_else(|| format!("known are {}", Kind::ALL.map(Kind::name).join(", ")))
    })
}

fn status() -> Offered<Status> {
    offered(["preferred", "admitted", "forbidden"], |name| {
        Status::from_name(name).ok_or_else(|| "known are preferred, admitted, forbidden".to_owned())
    })
}

fn table() -> Offered<Table> {
    offered(["tsv", "csv", "xlsx", "tbx", "tbx2008"], |name| match name {
        "tsv" => Ok(Table::Tsv),
        "csv" => Ok(Table::Csv),
        "xlsx" => Ok(Table::Xlsx),
        "tbx" => Ok(Table::Tbx),
        "tbx2008" => Ok(Table::Tbx2008),
        _ => Err("known are tsv, csv, xlsx, tbx, tbx2008".to_owned()),
    })
}
