//! `hamta check --fix` and `--diff`: the safe ones among the fixes of a report are written, or shown.

use std::io::Write;
use std::path::Path;

use hamta::check::{Edit, edited, safe_edits};
use hamta::exchange::replace_known;

use super::files::Input;
use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::report;
use crate::cli::report::finding::Report;

/// Refuses a format where standard output is for a mended text.
pub(super) fn refuse_format(
    args: &CheckArgs,
    inputs: &[Input],
    global: &GlobalArgs,
) -> Result<(), Failure> {
    let is_standard = |input: &Input| match input {
        Input::Pair { target, .. } => input::is_standard(target),
        Input::Alone(path) => input::is_standard(path),
        Input::Units { .. } | Input::Memory(_) => false,
    };
    if args.fix && global.format.is_some() && inputs.iter().any(is_standard) {
        return Err(Failure::usage(
            "--fix writes the mended text to standard output; leave out --format",
        ));
    }
    Ok(())
}

/// Shows what `write` would write into the file `path`, which holds `text`, and tells how many fixes that are.
pub(super) fn show(
    path: &Path,
    text: &str,
    report: &Report,
    output: &mut Output,
) -> Result<usize, Failure> {
    let edits = edits(path, report);
    if !edits.is_empty() {
        report::diff::write(path, text, &edits, output)?;
        output.remark(&format!("{}: to mend: {}", path.display(), edits.len()))?;
    }
    Ok(edits.len())
}

/// Writes the safe fixes into the file `path`, if it still holds `text`: whole or not at all. Gives what it holds then, where
/// anything is new. Standard input, mended or not, goes to standard output.
pub(super) fn write(
    path: &Path,
    text: &str,
    report: &Report,
    output: &mut Output,
) -> Result<Option<String>, Failure> {
    let edits = edits(path, report);
    let mended = edited(text, &edits);
    if input::is_standard(path) {
        output.stream().write_all(mended.as_bytes())?;
    } else if !edits.is_empty() {
        replace_known(path, text.as_bytes(), mended.as_bytes())?;
    }
    if edits.is_empty() {
        return Ok(None);
    }
    output.remark(&format!("{}: mended: {}", path.display(), edits.len()))?;
    Ok(Some(mended))
}

/// The safe fixes among the findings in the file `path`.
fn edits<'a>(path: &Path, report: &'a Report) -> Vec<Edit<'a>> {
    let findings = report.findings_in(path).iter();
    safe_edits(findings.filter_map(|shown| shown.place.span().zip(shown.fix.as_ref())))
}
