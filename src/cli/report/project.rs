//! A project that was made.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::path::relative;
use crate::cli::report::style::SUBJECT;

#[derive(Serialize)]
struct ProjectJson {
    project: String,
    glossaries: Vec<String>,
}

/// Writes which project was made, and which glossaries are in it.
pub(crate) fn made(folder: &Path, glossaries: &[PathBuf], output: &mut Output) -> io::Result<()> {
    let named = |path: &Path| match relative(path) {
        name if name.is_empty() => ".".to_owned(),
        name => name,
    };
    let project = named(folder);
    if output.is_json() {
        let glossaries = glossaries.iter().map(|path| relative(path)).collect();
        return output.json(&ProjectJson { project, glossaries });
    }
    let rest = format!(": a project with {} glossaries", glossaries.len());
    output.left(0, &[piece(&project, SUBJECT), plain(&rest)])
}
