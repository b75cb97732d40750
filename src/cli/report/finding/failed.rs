//! What kept a run from its work: the reports for programs say so, since nobody may read standard error there.

use super::Report;
use crate::cli::args::Format;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{Output, complain};
use crate::cli::report::path::relative;

/// Stands in the place of a rule's name where a format wants one.
pub(super) const FAILED: &str = "failed";

/// Something that could not be checked or fixed.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    /// The file, as `path::relative` names it, if it is about one.
    pub(super) path: Option<String>,
    /// The line there, if that is known; from 1.
    pub(super) line: Option<u64>,
    pub(super) message: String,
}

impl Failed {
    fn of(failure: &Failure) -> Self {
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

/// All that could not be checked or fixed in a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Failures(Vec<Failed>);

impl Failures {
    /// Says what failed on standard error, and keeps it for the report.
    pub(crate) fn add(&mut self, failure: &Failure) {
        complain(&failure.to_string());
        self.0.push(Failed::of(failure));
    }

    /// The same, for a run that goes on; where the results themselves cannot be written, it does not.
    pub(crate) fn pass_over(&mut self, failure: Failure) -> Result<(), Failure> {
        if matches!(failure, Failure::Output(_)) {
            return Err(failure);
        }
        self.add(&failure);
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Failed> {
        self.0.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
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
        Report::default()
            .with_failures(Failures(vec![Failed::of(failure)]))
            .write(format, output)?;
    }
    exit
}
