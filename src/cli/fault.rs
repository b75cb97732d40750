//! What cannot be followed in `hamta.toml`.

use std::fmt;
use std::path::PathBuf;

/// What cannot be followed, and where it stands.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) path: PathBuf,
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    pub(crate) message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        write!(f, "{path}:{}:{}: {}", self.line, self.column, self.message)
    }
}
