//! Names in news: a sample of what is found, to be read by hand, and what one language has and the other lacks.
//!
//! The news is `ntrex-news.tsv`: segments with their translation, in documents. Each document is looked through whole,
//! as `hamta match` does, and its hits are put down to its segments.

mod articles;
mod missed;
mod sample;
mod speed;

use std::fs;
use std::path::{Path, PathBuf};

use hamta::exchange::glossary;
use hamta::glossary::Glossary;

use crate::Result;

pub use speed::{made, run as speed};

/// Prints the counts, the sample and the misses.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let mut glossaries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    let mut size = 300;
    let mut seed = 5;
    while let Some(name) = args.next() {
        let value = args.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--glossaries" => glossaries = value.into(),
            "--sample" => size = value.parse()?,
            "--seed" => seed = value.parse()?,
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    let glossary = Glossary::new(read(&glossaries)?);
    let segments = articles::read(folder, &glossary)?;
    sample::write(&segments, &glossary, size, seed);
    missed::write(&segments, &glossary);
    Ok(())
}

/// The entries of all glossaries in a folder, in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<hamta::glossary::Entry>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(folder)? {
        paths.push(file?.path());
    }
    paths.sort();
    let mut entries = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "tsv")) {
        let bytes = fs::read(path)?;
        let contents = glossary::read(bytes.as_slice(), glossary::Table::Tsv, path)?;
        for problem in contents.problems {
            eprintln!("{problem}");
        }
        entries.extend(contents.entries);
    }
    Ok(entries)
}
