//! `short`: one line per finding, in the form that editors know from compilers: `path:line:column: severity[rule]:
//! message`. The column is in characters.

use std::io;

use anstyle::Style;
use hamta::check::Severity;

use super::Shown;
use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{BAD, ODD, SUBJECT};
use crate::cli::screen::Piece;

pub(super) fn write(findings: &[Shown], output: &mut Output) -> io::Result<()> {
    findings.iter().try_for_each(|shown| in_pieces(shown, |pieces| output.line(pieces)))
}

/// The same line for people, who see it in a terminal.
pub(super) fn write_one(shown: &Shown, output: &mut Output) -> io::Result<()> {
    in_pieces(shown, |pieces| output.left(0, pieces))
}

fn in_pieces(shown: &Shown, write: impl FnOnce(&[Piece<'_>]) -> io::Result<()>) -> io::Result<()> {
    let place = format!("{}: ", place(shown));
    let rule = rule(shown);
    let message = format!(": {}", shown.message);
    let style = style(shown.severity);
    write(&[piece(&place, SUBJECT), piece(&rule, style), plain(&message)])
}

/// The same without styles.
pub(super) fn line(shown: &Shown) -> String {
    format!("{}: {}: {}", place(shown), rule(shown), shown.message)
}

/// The path, line and column.
pub(super) fn place(shown: &Shown) -> String {
    let Shown { path, place, .. } = shown;
    format!("{path}:{}:{}", place.line(), place.column())
}

/// The severity and the rule.
pub(super) fn rule(shown: &Shown) -> String {
    format!("{}[{}]", shown.severity.name(), shown.rule)
}

/// The style for a severity.
pub(super) fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD,
        Severity::Warning => ODD,
    }
}
