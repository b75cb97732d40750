//! The formats in which results are written, and which of them each verb writes.

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, Command, ValueEnum};

use super::offered::offered;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object a line
    Json,
    /// One line a finding
    Short,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// A Code Quality report of GitLab
    Gitlab,
    /// JUnit's XML, a case for each finding
    Junit,
    /// A table with tabs between its cells
    Tsv,
    /// A table with commas between its cells
    Csv,
    /// Units, as programs for translators exchange them
    Tmx,
    /// A page
    Html,
    /// A workbook of Excel 2007 or later
    Xlsx,
    /// A message catalogue of GNU gettext
    Po,
    /// XLIFF 1.2
    Xliff,
    /// XLIFF 2.1
    Xliff2,
}

impl Format {
    /// The name by which users know it.
    pub(crate) fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// The formats that every verb writes, or nearly so.
pub(crate) const EVERYWHERE: &[Format] = &[Format::Text, Format::Json];

/// The formats that a verb writes, which is named as it is typed.
fn formats(typed: &str) -> &'static [Format] {
    use Format::{
        Csv, Github, Gitlab, Html, Json, Junit, Po, Sarif, Short, Text, Tmx, Tsv, Xliff, Xliff2,
        Xlsx,
    };
    match typed {
        "align" => &[Text, Json, Tsv, Tmx, Html],
        "analyze" => &[Text, Json, Csv, Html],
        "check" | "glossary lint" => &[Text, Short, Json, Csv, Sarif, Github, Gitlab, Junit],
        "completions" => &[Text],
        "tm export" => &[Text, Json, Tmx, Tsv, Csv, Xlsx, Po, Xliff, Xliff2],
        _ => EVERYWHERE,
    }
}

/// The formats that the verb in `matches` writes.
pub(super) fn written(mut matches: &ArgMatches) -> &'static [Format] {
    let mut typed = Vec::new();
    while let Some((verb, below)) = matches.subcommand() {
        typed.push(verb);
        matches = below;
    }
    formats(&typed.join(" "))
}

/// Which formats there are.
fn known() -> String {
    let names: Vec<String> = Format::value_variants().iter().map(|format| format.name()).collect();
    format!("known are {}", names.join(", "))
}

/// The command of the program, in which each verb has the formats that it writes, for its help and its completions.
pub(super) fn with_formats(command: Command) -> Command {
    let format = command.get_arguments().find(|arg| arg.get_id() == "format").cloned();
    match format {
        Some(format) => below(command, "", &format),
        None => command,
    }
}

/// Gives each verb below `command`, for which `typed` is typed, a `format` of its own.
fn below(command: Command, typed: &str, format: &Arg) -> Command {
    command.mut_subcommands(|verb| {
        let typed = format!("{typed} {}", verb.get_name());
        if verb.has_subcommands() {
            return below(verb, &typed, format);
        }
        let typed = typed.trim_start();
        let written = formats(typed).iter();
        let names: Vec<PossibleValue> = written.filter_map(ValueEnum::to_possible_value).collect();
        // What another verb writes is refused later, which says what this one does.
        let parser = offered(names, |name| Format::from_str(name, false).map_err(|_| known()));
        let own = format.clone().value_parser(parser).hide_possible_values(false);
        let usual = match typed {
            "align" | "analyze" => "as the name of --output says, or text",
            "tm export" => "as the name of --output says, or tmx",
            _ => "text",
        };
        verb.arg(own.help(format!("How results are written [default: {usual}]")))
    })
}
