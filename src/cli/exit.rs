//! How a run can end. The codes are a contract, listed in the README.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::cli::fault::Fault;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing was found wrong.
    Success,
    /// Findings at or above the level asked for, or problems in a file that was imported.
    Findings,
    /// Wrong usage, or the program could not go on.
    Failure,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Findings => 1,
            Exit::Failure => 2,
        })
    }
}

/// Why a run could not go on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An error of the library.
    Library(hamta::Error),
    /// The results could not be written.
    Output(io::Error),
    /// The arguments ask for something that cannot be done.
    Usage(String),
    /// Something in `hamta.toml` cannot be followed.
    Config(Fault),
}

impl Failure {
    /// Whether whoever was to read the results has gone away, which is not a failure.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        match self {
            Self::Library(error) => error.is_broken_pipe(),
            Self::Output(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Usage(_) | Self::Config(_) => false,
        }
    }

    /// The same as an error of the library, for places that can only pass on those.
    pub(crate) fn into_error(self) -> hamta::Error {
        match self {
            Self::Library(error) => error,
            other => hamta::Error::refused(other.to_string()),
        }
    }

    /// Arguments that cannot be followed; `message` says what to do instead.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library(error) => error.fmt(f),
            Self::Output(error) => write!(f, "standard output: cannot write: {error}"),
            Self::Usage(message) => f.write_str(message),
            Self::Config(fault) => fault.fmt(f),
        }
    }
}

impl From<hamta::Error> for Failure {
    fn from(error: hamta::Error) -> Self {
        Self::Library(error)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Config(fault)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
