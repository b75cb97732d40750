//! `hamta pretranslate` for a file of units: the same file, with matches where it has no translation yet.

use std::io::Write;
use std::path::Path;

use hamta::Error;
use hamta::exchange::bilingual::{self, Contents, Filled, Filling, Format, Unit};
use hamta::exchange::replace;
use hamta::glossary::Glossary;
use hamta::matching::{Options, Proposal};
use hamta::tm::{Memory, Reader};

use crate::cli::args::{GlobalArgs, PretranslateArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::offers::{self, SHARE};
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::report::filled::{Counts, counts};
use crate::cli::threads::{in_memories, one_a_core};

/// Fills the file in `format`, with matches as `usual` says unless the arguments or the project say otherwise.
pub(super) fn run(
    args: &PretranslateArgs,
    format: Format,
    usual: Options,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let path = &args.path;
    if args.review || Format::of(&args.output) != Some(format) {
        return Err(Failure::usage(format!(
            "{}: a file of units comes back as what it is; name it as {} is named",
            args.output.display(),
            path.display()
        )));
    }
    let project = Project::find(global)?;
    project.refuse_to_replace(&args.output, &[path], args.force)?;
    let file = input::bytes(path)?;
    let contents = bilingual::read(&file, format, path)?.ok_or_else(|| input::no_units(path))?;
    let glossary = project.glossary(output)?;
    let config = &project.config().matching;
    let options = offers::options(usual, config, args.threshold, &args.penalty);
    let memory = project.memory(output)?;
    let proposals = proposals(&contents.units, memory, &options, &glossary, global.quiet)?;
    let fillings: Vec<Option<Filling>> = contents
        .units
        .iter()
        .zip(&proposals)
        .map(|(unit, proposal)| Some(Filling::new(unit, proposal.as_ref()?, &glossary)))
        .collect();
    let filled = bilingual::fill(&file, format, &contents, &fillings, path)?;
    replace(&args.output, |out| {
        let written = out.write_all(&filled.file);
        written.map_err(|e| Error::write(&args.output, e))
    })?;
    tell(&contents, format, path, &filled, output)?;
    if matches!(format, Format::Table | Format::Xlsx) {
        let is_unsure = |at: &usize| {
            let filling = fillings[*at].as_ref().filter(|filling| !filling.is_sure);
            filling.is_some() && filled.left.binary_search(at).is_err()
        };
        let lines = (0..fillings.len()).filter(is_unsure).map(|at| contents.units[at].line);
        report::filled::unsure(path, &lines.collect::<Vec<_>>(), output)?;
    }
    let mut sums = Counts::default();
    for (at, unit) in contents.units.iter().enumerate() {
        let proposal = proposals[at].as_ref().filter(|_| filled.left.binary_search(&at).is_err());
        sums.add(unit, proposal.map(|proposal| proposal.found.kind));
    }
    counts(&sums, output)?;
    glossary.keep();
    Ok(if contents.problems.is_empty() { Exit::Success } else { Exit::Findings })
}

/// Reports what could not be read in the file, and which matches and which tags of units have no place in it.
fn tell(
    contents: &Contents,
    format: Format,
    path: &Path,
    filled: &Filled,
    output: &mut Output,
) -> std::io::Result<()> {
    for remark in &contents.remarks {
        output.remark(&format!("{}: {remark}", path.display()))?;
    }
    output.problems(&contents.problems)?;
    let place = |at: usize| format!("{}:{}", path.display(), contents.units[at].line);
    let why = match format {
        Format::Xlsx => "has a match, and a cell that stays as it is, such as one with a formula",
        _ => "has a match, and no place for it alone",
    };
    for at in &filled.left {
        output.remark(&format!("{}: {why}", place(*at)))?;
    }
    for (at, tags) in &filled.loose {
        report::draft::loose_in(&place(*at), tags, output)?;
    }
    Ok(())
}

/// The best match for each unit that is not translated.
fn proposals(
    units: &[Unit],
    memory: Memory,
    options: &Options,
    glossary: &Glossary,
    is_quiet: bool,
) -> Result<Vec<Option<Proposal>>, Failure> {
    let memories = one_a_core(memory, units.len() / SHARE)?;
    let mut progress = Progress::new(Of::Units, units.len() as u64, is_quiet);
    let mut found = Vec::with_capacity(units.len());
    let find = |reader: &Reader<'_>, at: usize| -> hamta::Result<Option<Proposal>> {
        if !offers::are_for(&units[at]) {
            return Ok(None);
        }
        let proposals = offers::proposals(reader, &offers::query_of(units, at), options, glossary)?;
        Ok(proposals.into_iter().next())
    };
    in_memories(memories, units.len(), find, |at, proposal| {
        progress.at(at as u64);
        found.push(proposal);
        Ok(())
    })?;
    Ok(found)
}
