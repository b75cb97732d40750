//! Owns `instructions`: a memory is filled and a number of segments looked up, and nothing is measured here.

use std::env;
use std::fs;
use std::path::Path;

use super::corpus::{Corpus, Sources};
use super::memory::{self, Memory};
use super::queries::queries;
use crate::Result;

const UNITS: usize = 10_000;
/// How many different segments are looked up, again and again.
const QUERIES: usize = 200;

/// Looks `--lookups` segments up (200 unless told) and prints how many matches were offered.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let lookups = match (args.next().as_deref(), args.next()) {
        (None, _) => QUERIES,
        (Some("--lookups"), Some(lookups)) => lookups.parse()?,
        _ => return Err("instructions takes --lookups NUMBER".into()),
    };
    let corpus = Corpus::new(&Sources::read(folder)?, UNITS, 0, QUERIES);
    let queries = queries(&corpus, QUERIES);
    let project = env::temp_dir().join(format!("hamta-instructions-{}", std::process::id()));
    memory::empty_project(&project)?;
    let mut memory = Memory::open(&project)?;
    memory.add(&corpus.pairs)?;
    let offered = look_up(&memory, queries.iter().cycle().take(lookups))?;
    drop(memory);
    fs::remove_dir_all(&project)?;
    println!("{offered}");
    Ok(())
}

/// Looks the segments up: the one part that is counted, so a function of its own by name.
#[inline(never)]
fn look_up<'a>(memory: &Memory, segments: impl Iterator<Item = &'a String>) -> Result<usize> {
    let mut offered = 0;
    for segment in segments {
        offered += memory.offered(segment)?;
    }
    Ok(offered)
}
