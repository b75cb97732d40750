//! Findings, whatever they were found in: what is known of each, and the formats in which they are written, one file
//! per format.

mod failed;
mod fingerprint;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
mod short;
mod spreadsheet;
#[cfg(test)]
mod tests;
mod text;

use std::path::Path;
use std::{fmt, io};

use hamta::check::{Fix, Severity};
use hamta::text::{Lang, Position, Span};

use self::failed::Failed;
pub(crate) use self::failed::{Failures, whole};
use self::fingerprint::fingerprints;
use crate::cli::args::Format;
use crate::cli::exit::Exit;
use crate::cli::level::Level;
use crate::cli::output::Output;
use crate::cli::report::path::{relative, relatives};

/// What a run has checked, and what it has found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The files that were checked, in order.
    files: Vec<String>,
    findings: Vec<Shown>,
    /// What could not be checked or fixed.
    failures: Failures,
    /// The rules by which they were checked.
    rules: Vec<RuleShown>,
}

/// The description of a rule, for formats that describe the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleShown {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    /// What is found.
    pub(crate) says: &'static str,
    /// Why it matters.
    pub(crate) why: &'static str,
    /// The same, with an example where there is one.
    pub(crate) help: String,
}

impl Report {
    /// A report of `findings` in `files` by `rules`; files and findings are put in order.
    pub(crate) fn new(files: &[&Path], mut findings: Vec<Shown>, rules: Vec<RuleShown>) -> Self {
        let relative = relatives();
        let mut files: Vec<String> = files.iter().map(|path| relative(path)).collect();
        files.sort();
        files.dedup();
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
        Self { files, findings, failures: Failures::default(), rules }
    }

    /// The same report of a run in which not everything could be checked or fixed.
    #[must_use]
    pub(crate) fn with_failures(self, failures: Failures) -> Self {
        Self { failures, ..self }
    }

    /// Writes the findings; formats of other verbs have been refused before this.
    pub(crate) fn write(&self, format: Format, output: &mut Output) -> io::Result<()> {
        match format {
            Format::Text
            | Format::Tsv
            | Format::Tmx
            | Format::Html
            | Format::Xlsx
            | Format::Po
            | Format::Xliff
            | Format::Xliff2 => text::write(&self.findings, output),
            Format::Csv => spreadsheet::write(self, output),
            Format::Short => short::write(&self.findings, output),
            Format::Json => json::write(self, output),
            Format::Sarif => sarif::write(self, output),
            Format::Github => github::write(self, output),
            Format::Gitlab => gitlab::write(self, output),
            Format::Junit => junit::write(self, output),
        }
    }

    /// The files that were checked, in order.
    pub(crate) fn files(&self) -> &[String] {
        &self.files
    }

    /// The findings, in order.
    pub(crate) fn findings(&self) -> &[Shown] {
        &self.findings
    }

    /// The findings in a file, in order.
    pub(crate) fn findings_in(&self, path: &Path) -> &[Shown] {
        let path = relative(path);
        let first = self.findings.partition_point(|shown| shown.path < path);
        let past = self.findings.partition_point(|shown| shown.path <= path);
        &self.findings[first..past]
    }

    /// The fingerprint of each finding, if its file has the name that `name` gives it.
    pub(crate) fn fingerprints<'a>(&'a self, name: impl Fn(&'a str) -> &'a str) -> Vec<String> {
        fingerprints(&self.findings, name)
    }

    /// Drops the findings for which `kept` is false; it is called for each in order, and may change the severity.
    pub(crate) fn keep(&mut self, kept: impl FnMut(&mut Shown) -> bool) {
        self.findings.retain_mut(kept);
    }

    /// Sets the severity of each rule; one that is off, and by which nothing was found, is left out.
    pub(crate) fn rate(&mut self, severity: impl Fn(&str) -> Option<Severity>) {
        let findings = &self.findings;
        self.rules.retain_mut(|rule| match severity(rule.name) {
            Some(severity) => {
                rule.severity = severity;
                true
            }
            None => findings.iter().any(|shown| shown.rule == rule.name),
        });
    }

    /// Writes the findings to standard error, if standard output is for something else.
    pub(crate) fn remark(&self, output: &mut Output) -> io::Result<()> {
        let mut findings = self.findings.iter();
        findings.try_for_each(|shown| output.remark(&short::line(shown)))
    }

    /// How many findings there are of each severity.
    pub(crate) fn counts(&self) -> Counts {
        let count = |severity| {
            let all = self.findings.iter();
            all.filter(|shown| shown.severity == severity).count()
        };
        Counts { errors: count(Severity::Error), warnings: count(Severity::Warning) }
    }
}

/// A finding as it is shown, whatever it was found in.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    /// The file, as `path::relative` names it.
    pub(crate) path: String,
    pub(crate) place: Place,
    /// What stands there, or the form in question.
    pub(crate) text: String,
    /// The missing text, if the finding is about an omission.
    pub(crate) about: Option<String>,
    pub(crate) message: String,
    /// The message without what changes when other lines, files or entries do: line numbers, numbers of places, notes.
    pub(crate) gist: String,
    pub(crate) fix: Option<Fix>,
    /// The text around the place, if that helps.
    pub(crate) context: Option<Context>,
}

/// Where in a file something was found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// On a line, or in a row of a spreadsheet; from 1.
    Line(u64),
    /// In a span of the translation of a unit, which stands on a line; the unit by its place among those of the file.
    Unit { line: u64, unit: usize, span: Span },
    /// In a span of a text.
    Span { span: Span, start: Position, end: Position },
}

/// What stands before and after a place.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) lang: Lang,
    pub(crate) before: String,
    pub(crate) after: String,
    /// Whether it is the source that stands there, since there is no translation.
    pub(crate) is_source: bool,
}

/// How many bytes are shown on each side of a place: more than a sentence has, but limited, since an endless line may
/// have thousands of faults.
const BESIDE: usize = 1_000;

impl Context {
    /// What stands around `place` in `text`, which is in `lang`; if that is very long, only the words nearby.
    pub(crate) fn around(place: Span, text: &str, lang: Lang) -> Self {
        let (before, after) = (&text[..place.start], &text[place.end..]);
        let space_from = |text: &str, from: usize| {
            let space = text.as_bytes().get(from..)?.iter().position(|&byte| byte == b' ');
            Some(from + space?)
        };
        let far = before.len().checked_sub(BESIDE);
        let first = far.and_then(|far| space_from(before, far));
        let past = space_from(after, BESIDE);
        Self {
            lang,
            before: first.map_or(before.to_owned(), |first| format!("…{}", &before[first..])),
            after: past.map_or(after.to_owned(), |past| format!("{} …", &after[..past])),
            is_source: false,
        }
    }

    /// The source, if its translation is empty.
    pub(crate) fn of_source(source: &str, lang: Lang) -> Self {
        Self { is_source: true, ..Self::around(Span::new(0, 0), source, lang) }
    }
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Shown {
    /// The sort key of findings.
    fn order(&self) -> impl Ord {
        let start = self.place.span().map_or(0, |span| span.start);
        let line = self.place.line();
        (&self.path, line, start, self.rule, &self.message)
    }
}

impl Place {
    fn line(&self) -> u64 {
        match self {
            Self::Line(line) | Self::Unit { line, .. } => *line,
            Self::Span { start, .. } => start.line as u64,
        }
    }

    /// The column in characters, or the first one.
    fn column(&self) -> usize {
        match self {
            Self::Line(_) | Self::Unit { .. } => 1,
            Self::Span { start, .. } => start.column,
        }
    }

    /// Where it stands in the text of the file.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Self::Line(_) | Self::Unit { .. } => None,
            Self::Span { span, .. } => Some(*span),
        }
    }
}

impl Counts {
    pub(crate) fn all(self) -> usize {
        self.errors + self.warnings
    }

    /// How a run with these counts ends.
    pub(crate) fn exit(self, error_on: Level) -> Exit {
        let grave = match error_on {
            Level::Warning => self.all(),
            Level::Error => self.errors,
            Level::Never => 0,
        };
        match grave {
            0 => Exit::Success,
            _ => Exit::Findings,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { errors, warnings } = self;
        match self.all() {
            0 => f.write_str("nothing found"),
            _ => write!(f, "errors: {errors}, warnings: {warnings}"),
        }
    }
}

/// Writes one finding among other results, in the formats that every verb has.
pub(crate) fn write_one(shown: &Shown, output: &mut Output) -> io::Result<()> {
    if output.is_json() { json::write_one(shown, output) } else { short::write_one(shown, output) }
}
