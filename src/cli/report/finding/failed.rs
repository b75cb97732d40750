//! What kept a run from its work: the reports for programs say so, since nobody may read standard error there.

use super::Report;
use crate::cli::args::Format;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::report::path::relative;

/// Stands in the place of a rule's name where a format wants one.
pub(super) const FAILED: &str = "failed";

/// Something that could not be checked or fixed.
#[derive(Clone, Debug)]
pub(crate) struct Failed {
    /// The file, as `path::relative` names it, if it is about one.
    pub(super) path: Option<String>,
    /// The line there, if that is known; from 1.
    pub(super) line: Option<u64>,
    pub(super) message: String,
}

impl Failed {
    pub(crate) fn of(failure: &Failure) -> Self {
        let (path, line, message) = match failure {
            Failure::Library(error) => (error.path(), error.line(), error.message()),
            Failure::Config(fault) => {
                (Some(fault.path.as_path()), Some(fault.line as u64), fault.message.clone())
            }
            Failure::Output(_) | Failure::Usage(_) => (None, None, failure.to_string()),
        };
        Self { path: path.map(relative), line, message }
    }

    /// Its file, or the current folder.
    pub(super) fn place(&self) -> &str {
        self.path.as_deref().unwrap_or(".")
    }
}

/// Writes a report that says why there is no other if a verb failed before it could write one, so that programs read a
/// whole document.
pub(crate) fn whole(
    exit: Result<Exit, Failure>,
    format: Format,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if let Err(failure) = &exit
        && !matches!(failure, Failure::Output(_))
    {
        Report::default().with_failures(vec![Failed::of(failure)]).write(format, output)?;
    }
    exit
}
