//! `lookup`: warm fuzzy lookups in memories of several sizes, beside other systems, and what else a large memory costs.
//!
//! `instructions`: a fixed number of lookups, to be counted by callgrind.

mod args;
mod corpus;
mod queries;
mod memory;
mod segments;
mod brute;
mod bm25;
mod fts5;
mod times;
mod process;
mod systems;
mod complete;
mod scale;
mod report;
mod instructions;

use std::path::Path;

use crate::Result;
use args::Args;
use corpus::Sources;
use scale::Scale;

pub use instructions::run as instructions;

/// Measures what the arguments ask for with the data in `folder`; prints each memory's table when it is done.
pub fn run(folder: &Path, args: impl Iterator<Item = String>) -> Result<()> {
    let args = Args::parse(args)?;
    let sources = Sources::read(folder)?;
    println!("{}\n", report::machine());
    let mut scales = Vec::new();
    for units in &args.units {
        let scale = Scale::measure(&sources, *units, &args)?;
        println!("{}", report::systems(&scale));
        scales.push(scale);
    }
    println!("{}", report::reaches(&scales));
    println!("{}", report::costs(&scales));
    Ok(())
}
