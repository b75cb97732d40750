//! `lookup`: warm fuzzy lookups in memories of several sizes, beside other systems, and what else a large memory costs.
//!
//! `instructions`: a fixed number of lookups, to be counted by callgrind.

mod args;
mod corpus;
mod queries;
mod memory;
mod segments;
mod brute;
#[cfg(feature = "tantivy")]
mod bm25;
mod fts5;
mod times;
mod process;
mod systems;
mod complete;
mod scale;
mod growth;
mod report;
mod instructions;

use std::path::Path;

use crate::Result;
use args::Args;
use corpus::Sources;
use scale::{Filled, Scale};

pub use instructions::run as instructions;

/// Measures what the arguments ask for with the data in `folder`; prints each memory's table when it is done.
pub fn run(folder: &Path, args: impl Iterator<Item = String>) -> Result<()> {
    let args = Args::parse(args)?;
    let sources = Sources::read(folder)?;
    println!("{}\n", report::machine());
    let filled = args.units.iter();
    let filled: Vec<Filled> =
        filled.map(|&units| Filled::new(&sources, units, &args)).collect::<Result<_>>()?;
    println!("{}", report::growth(&growth::measure(&filled)?));
    let mut scales = Vec::new();
    for filled in filled {
        let scale = Scale::measure(filled)?;
        println!("{}", report::systems(&scale));
        scales.push(scale);
    }
    println!("{}", report::reaches(&scales));
    println!("{}", report::costs(&scales));
    Ok(())
}
