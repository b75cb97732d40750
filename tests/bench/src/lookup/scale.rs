//! Owns everything that is measured with a memory of one size: how it is filled, and then what it answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fastrand::Rng;

use super::args::Args;
use super::complete::{self, Reach};
use super::corpus::{Corpus, Pair, Sources};
use super::memory::{self, Memory};
use super::process::Program;
use super::queries::{phrases, queries};
use super::segments::Segments;
use super::systems::{self, Race};
use super::times::Times;
use crate::Result;

const SEED: u64 = 1405;
/// How many units are added one by one.
const SINGLE: usize = 50;
/// How many units are added, and how many deleted, before the second look at what is found.
const CHANGED: usize = 1000;
/// How many phrases are looked for.
const PHRASES: usize = 50;
/// How many processes look one segment up.
const PROCESSES: usize = 20;

/// A memory of `units` units that was just filled, and what it is asked.
pub(super) struct Filled {
    pub(super) units: usize,
    pub(super) project: PathBuf,
    pub(super) queries: Vec<String>,
    phrases: Vec<String>,
    /// Units that are added later.
    others: Vec<Pair>,
    import: Option<Import>,
    fresh: Option<Fresh>,
}

impl Filled {
    pub(super) fn new(sources: &Sources, units: usize, args: &Args) -> Result<Self> {
        let corpus = Corpus::new(sources, units, SINGLE + CHANGED, args.queries.div_ceil(4));
        let queries = queries(&corpus, args.queries);
        let project = args.work.join(units.to_string());
        memory::empty_project(&project)?;
        let program = Program { path: &args.hamta, project: &project };
        let program = args.hamta.is_file().then_some(program);
        let import = fill(&corpus.pairs, &project, program.as_ref())?;
        let fresh = match &program {
            Some(program) => Some(fresh(program, &queries[1 % queries.len()])?),
            None => None,
        };
        Ok(Self {
            units,
            phrases: phrases(&corpus, PHRASES),
            others: corpus.fresh,
            project,
            queries,
            import,
            fresh,
        })
    }
}

/// What was measured with a memory of `units` units.
pub(super) struct Scale {
    pub(super) units: usize,
    pub(super) race: Race,
    pub(super) reach: Reach,
    /// After units were added and others deleted.
    pub(super) changed: Reach,
    pub(super) import: Option<Import>,
    pub(super) fresh: Option<Fresh>,
    pub(super) add: Times,
    pub(super) concordance: Times,
    /// Bytes of the file, and of its index.
    pub(super) sizes: (u64, u64),
}

/// `hamta tm import` of the whole memory.
pub(super) struct Import {
    pub(super) time: Duration,
    pub(super) peak: Option<u64>,
}

/// `hamta match` for one segment.
pub(super) struct Fresh {
    pub(super) times: Times,
    pub(super) peak: Option<u64>,
}

impl Scale {
    pub(super) fn measure(filled: Filled) -> Result<Self> {
        let queries = &filled.queries;
        let mut memory = Memory::open(&filled.project)?;
        let sizes = memory.sizes()?;
        let mut segments = Segments::of(&memory.units()?);
        let race = systems::race(&memory, &mut segments, queries)?;
        let sample = &queries[..queries.len().min(complete::sample(filled.units))];
        let reach = complete::reach(&memory, &mut segments, sample)?;
        drop(segments);
        let concordance = Times::of(&filled.phrases, |phrase| memory.holding(phrase))?;
        let (single, others) = filled.others.split_at(SINGLE);
        let add = Times::of(single.chunks(1), |unit| memory.add(unit))?;
        let changed = changed(&mut memory, others, sample)?;
        Ok(Self {
            units: filled.units,
            race,
            reach,
            changed,
            import: filled.import,
            fresh: filled.fresh,
            add,
            concordance,
            sizes,
        })
    }
}

/// Writes the TMX file and brings it into the memory, by the program where there is one.
fn fill(pairs: &[Pair], project: &Path, program: Option<&Program<'_>>) -> Result<Option<Import>> {
    let tmx: PathBuf = project.join("units.tmx");
    memory::write_tmx(&tmx, pairs)?;
    let Some(program) = program else {
        Memory::open(project)?.add(pairs)?;
        return Ok(None);
    };
    let start = Instant::now();
    let peak = program.run_with_peak(&["tm".as_ref(), "import".as_ref(), tmx.as_ref()])?;
    let time = start.elapsed();
    Ok(Some(Import { time, peak }))
}

/// Looks one segment up in one process after another.
fn fresh(program: &Program<'_>, segment: &str) -> Result<Fresh> {
    let article = program.project.join("article.txt");
    fs::write(&article, segment)?;
    let args: [&Path; 4] =
        ["match".as_ref(), article.as_ref(), "--threshold".as_ref(), "70".as_ref()];
    let peak = program.run_with_peak(&args)?;
    let times = Times::of(0..PROCESSES, |_| program.run(&args))?;
    Ok(Fresh { times, peak })
}

/// Adds `others`, deletes as many units at random, and looks again at what is found.
fn changed(memory: &mut Memory, others: &[Pair], queries: &[String]) -> Result<Reach> {
    memory.add(others)?;
    let mut ids: Vec<i64> = memory.units()?.into_iter().map(|(id, _)| id).collect();
    Rng::with_seed(SEED).shuffle(&mut ids);
    memory.delete(&ids[..others.len().min(ids.len() / 2)])?;
    let mut segments = Segments::of(&memory.units()?);
    complete::reach(memory, &mut segments, queries)
}
