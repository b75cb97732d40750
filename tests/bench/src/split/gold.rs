//! Gold files: texts whose sentence boundaries are known.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Result;

/// A text, and where its sentences end; the last end is left out.
pub struct Document {
    pub text: String,
    pub ends: BTreeSet<usize>,
}

/// The documents of a file with one sentence a line and an empty line between documents.
pub fn read(path: &Path) -> Result<Vec<Document>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let documents = file.split("\n\n").filter(|d| !d.trim().is_empty());
    Ok(documents.map(document).collect())
}

fn document(lines: &str) -> Document {
    let mut text = String::new();
    let mut ends = BTreeSet::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            ends.insert(text.len());
            text.push(' ');
        }
        text.push_str(line);
    }
    Document { text, ends }
}
