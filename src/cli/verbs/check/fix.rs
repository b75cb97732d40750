//! `hamta check --fix` and `--diff`: the safe fixes are written, or shown.

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

/// A text with its safe fixes.
pub(super) struct Mended {
    pub(super) text: String,
    /// How many there were.
    count: usize,
}

impl Mended {
    /// Says how much of the file `path` was mended, where anything was.
    pub(super) fn remark(&self, path: &Path) -> Option<String> {
        (self.count > 0).then(|| format!("{}: mended: {}", path.display(), self.count))
    }
}

/// Writes the safe fixes of `findings` into the file `path`, if it still holds `text`: whole or not at all.
///
/// Nothing is written where `path` is standard input.
pub(super) fn write(path: &Path, text: &str, findings: &[Finding]) -> hamta::Result<Mended> {
    let edits = safe_edits(findings);
    let mended = Mended {
        text: edited(text, &edits),
        count: edits.len(),
    };
    if mended.count > 0 && !input::is_standard(path) {
        replace_known(path, text.as_bytes(), mended.text.as_bytes())?;
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
