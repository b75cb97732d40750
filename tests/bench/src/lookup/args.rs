//! Owns the arguments of `lookup`.

use std::env;
use std::path::{Path, PathBuf};

use crate::Result;

/// What to measure, and where.
pub(super) struct Args {
    /// The sizes of the memories.
    pub(super) units: Vec<usize>,
    /// How many queries hamta answers.
    pub(super) queries: usize,
    /// Where memories are made; some gigabytes for a million units.
    pub(super) work: PathBuf,
    /// The hamta program.
    pub(super) hamta: PathBuf,
}

impl Args {
    /// Reads `--name value` pairs.
    pub(super) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut args = Self {
            units: vec![10_000, 100_000, 1_000_000],
            queries: 2000,
            work: env::temp_dir().join("hamta-bench"),
            hamta: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/release/hamta"),
        };
        while let Some(name) = words.next() {
            let value = words.next().ok_or(format!("{name} needs a value"))?;
            match name.as_str() {
                "--units" => {
                    let sizes = value.split(',').map(str::parse);
                    args.units = sizes.collect::<std::result::Result<_, _>>()?;
                }
                "--queries" => args.queries = value.parse()?,
                "--work" => args.work = value.into(),
                "--hamta" => args.hamta = value.into(),
                _ => return Err(format!("unknown: {name}").into()),
            }
        }
        Ok(args)
    }
}
