//! `hamta check --fix` and `--diff`: the safe fixes are written, or shown.

use std::io::Write;
use std::path::Path;

use hamta::check::{Finding, edited, safe_edits};
use hamta::exchange::replace_known;

use crate::cli::args::{CheckArgs, GlobalArgs, Level};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::report;

/// Refuses a format where standard output is for the mended text.
pub(super) fn refuse_format(
    args: &CheckArgs,
    path: &Path,
    global: &GlobalArgs,
) -> Result<(), Failure> {
    if args.fix && input::is_standard(path) && global.format.is_some() {
        return Err(Failure::usage(
            "--fix writes the mended text to standard output; leave out --format",
        ));
    }
    Ok(())
}

/// Writes the safe fixes of `findings` into the file `path`, or what it becomes with them to standard output; gives that.
///
/// The file is written whole or not at all, and only if it still holds `text`.
pub(super) fn write(
    path: &Path,
    text: &str,
    findings: &[Finding],
    output: &mut Output,
) -> Result<String, Failure> {
    let edits = safe_edits(findings);
    let mended = edited(text, &edits);
    if input::is_standard(path) {
        output.stream().write_all(mended.as_bytes())?;
    } else if !edits.is_empty() {
        replace_known(path, text.as_bytes(), mended.as_bytes())?;
    }
    if !edits.is_empty() {
        let (path, count) = (path.display(), edits.len());
        output.remark(&format!("{path}: mended: {count}"))?;
    }
    Ok(mended)
}

/// Shows what `write` would write.
pub(super) fn show(
    path: &Path,
    text: &str,
    findings: &[Finding],
    error_on: Level,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let edits = safe_edits(findings);
    report::diff::write(path, text, &edits, output)?;
    output.remark(&format!("{}: to mend: {}", path.display(), edits.len()))?;
    Ok(match edits.is_empty() || error_on == Level::Never {
        true => Exit::Success,
        false => Exit::Findings,
    })
}
