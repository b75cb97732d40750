//! Why the program could not go on.
//!
//! [`Error`] is one opaque type for the whole library: what happened, to which file, in which line.
//! A fault in a file whose rest can still be read is no error but a `Problem`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The result of anything in the library that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the program could not go on, with the file and line where there is one.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ErrorKind,
    path: Option<PathBuf>,
    line: Option<u64>,
}

/// What happened.
#[derive(Debug)]
pub(crate) enum ErrorKind {
    /// A file could not be read.
    Read(io::Error),
    /// A file could not be written.
    Write(io::Error),
    /// A file is not what it was taken for.
    Malformed(String),
    /// A memory was written by a newer program.
    Newer { found: i64, known: i64 },
    /// A memory is in use by another program for too long.
    Busy,
    /// A memory, or the folder it is in, cannot be written.
    ReadOnly,
    /// A memory cannot even be read.
    Unreadable,
    /// The store behind a memory failed.
    Store(Box<dyn std::error::Error + Send + Sync>),
    /// What was asked for cannot be done.
    Refused(String),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, path: None, line: None }))
    }

    /// A file that could not be read.
    pub fn read(path: &Path, source: io::Error) -> Self {
        Self::new(ErrorKind::Read(source)).at(path)
    }

    /// A file that could not be read and is not named yet.
    pub(crate) fn read_failed(source: io::Error) -> Self {
        Self::new(ErrorKind::Read(source))
    }

    /// A file that could not be written.
    pub fn write(path: &Path, source: io::Error) -> Self {
        Self::new(ErrorKind::Write(source)).at(path)
    }

    /// A file that is not what it was taken for; `what` is a fragment such as `no header row`.
    pub fn malformed(what: impl Into<String>) -> Self {
        Self::new(ErrorKind::Malformed(what.into()))
    }

    /// Something that cannot be done as it was asked for.
    pub fn refused(what: impl Into<String>) -> Self {
        Self::new(ErrorKind::Refused(what.into()))
    }

    /// The same error, in the file `path`, unless it names one already.
    #[must_use]
    pub fn at(mut self, path: &Path) -> Self {
        self.0.path.get_or_insert_with(|| path.to_owned());
        self
    }

    /// The same error, in line `line` (from 1).
    #[must_use]
    pub fn on_line(mut self, line: u64) -> Self {
        self.0.line = Some(line);
        self
    }

    /// Whether a memory could not be opened because nothing can be written there, or it cannot even be read.
    pub fn is_read_only(&self) -> bool {
        match &self.0.kind {
            ErrorKind::ReadOnly | ErrorKind::Unreadable => true,
            ErrorKind::Write(error) => error.kind() == io::ErrorKind::StorageFull,
            _ => false,
        }
    }

    /// Whether a file is not what it was taken for, or is damaged.
    pub fn is_malformed(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Malformed(_))
    }

    /// The same error of a memory that nobody wanted to write.
    pub(crate) fn on_reading(mut self) -> Self {
        if matches!(self.0.kind, ErrorKind::ReadOnly) {
            self.0.kind = ErrorKind::Unreadable;
        }
        self
    }

    /// Whether whoever was to read what is written has gone away.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(&self.0.kind, ErrorKind::Write(e) if e.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The file it happened to.
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// The line in that file, from 1.
    pub fn line(&self) -> Option<u64> {
        self.0.line
    }

    /// What happened, without the file and the line.
    pub fn message(&self) -> String {
        self.0.kind.to_string()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = self.path() {
            write!(f, "{}", path.display())?;
            if let Some(line) = self.line() {
                write!(f, ":{line}")?;
            }
            f.write_str(": ")?;
        }
        self.0.kind.fmt(f)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(source) => write!(f, "cannot read: {source}"),
            Self::Write(source) => write!(f, "cannot write: {source}"),
            Self::Malformed(what) | Self::Refused(what) => f.write_str(what),
            Self::Newer { found, known } => write!(
                f,
                "written by a newer hamta (format {found}, this one knows {known}); update hamta"
            ),
            Self::Busy => f.write_str("in use by another program; try again when it is done"),
            Self::ReadOnly => f.write_str("cannot be written"),
            Self::Unreadable => f.write_str("cannot be read"),
            Self::Store(source) => write!(f, "the memory failed: {source}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Read(source) | ErrorKind::Write(source) => Some(source),
            ErrorKind::Store(source) => Some(source.as_ref()),
            _ => None,
        }
    }
}
