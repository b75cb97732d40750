//! Taking back an alignment that a translator has corrected.

use std::path::Path;

use hamta::exchange::alignment;
use hamta::tm::ChangeKind;
use hamta::unit::Method;

use crate::cli::clock::occasion;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

/// Adds the pairs of a table whose confidence is at least `least` to the memory, as units that a person has approved.
pub(super) fn run(
    path: &Path,
    least: f64,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let contents = alignment::read(&input::bytes(path)?, path)?;
    for remark in &contents.remarks {
        output.remark(&format!("{}: {remark}", path.display()))?;
    }
    output.problems(&contents.problems)?;
    let occasion = occasion(ChangeKind::Align, path.display().to_string());
    let alignments = contents.alignments.iter();
    let units =
        alignments.flat_map(|alignment| alignment.units(least, Method::Human, occasion.date));
    let mut memory = project.memory_to_change()?;
    let added = memory.add_on(&occasion, units.map(Ok))?;
    report::memory::added(added, contents.problems.len(), output)?;
    Ok(if contents.problems.is_empty() { Exit::Success } else { Exit::Findings })
}
