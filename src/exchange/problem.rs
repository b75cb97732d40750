//! A fault in a file being read that does not keep the rest of it from being read.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

/// What is wrong in one line of a file; the rest of the file is still read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, as it was named.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u64,
    /// What is wrong: a fragment in lower case, such as `no English segment`.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.message)
    }
}
