//! `hamta check`: what is wrong in translations and articles.

mod baseline;
mod files;
mod job;
mod settled;
mod units;

use std::path::{Path, PathBuf};

use hamta::matching::Candidate;

use self::files::{Input, Inputs, Looking};
use self::job::Checked;
use self::units::TOGETHER;
use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{self, Output};
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::shared::{Turns, in_order, workers};

pub(crate) fn run(
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if let Some(rule) = args.explain {
        report::rule::explain(rule, output)?;
        return Ok(Exit::Success);
    }
    if args.list_rules {
        report::rule::list(output)?;
        return Ok(Exit::Success);
    }
    let project = Project::find(global)?;
    let inputs = Inputs::of(args, &Looking::new(args, &project))?;
    let mut outcome = Outcome::default();
    for failure in inputs.failures {
        outcome.fail(&failure);
    }
    let mut inputs = inputs.inputs;
    if args.memory {
        inputs.extend(memory(&project, output)?);
    }
    outcome.check(&inputs, &project, global.quiet, output)?;
    let files: Vec<&Path> = outcome.files.iter().map(PathBuf::as_path).collect();
    let mut report = report::check::report(&files, outcome.findings);
    settled::settle(&mut report, &args.settle, &project, output)?;
    report.write(global.format.unwrap_or_default(), output)?;
    let counts = report.counts();
    output.remark(&counts.to_string())?;
    let error_on = args.error_on.or(project.config().check.error_on);
    Ok(match outcome.has_failed {
        true => Exit::Failure,
        false => counts.exit(error_on.unwrap_or_default()),
    })
}

/// The units of the memory, as many together as are checked as one text.
fn memory(project: &Project, output: &mut Output) -> Result<Vec<Input>, Failure> {
    let mut units = Vec::new();
    let memory = project.memory(output)?;
    memory.each(None, |candidate| {
        units.push(candidate);
        Ok(())
    })?;
    let together = units.chunks(TOGETHER).map(<[Candidate]>::to_vec);
    Ok(together.map(Input::Memory).collect())
}

/// What has come of all that was checked.
#[derive(Default)]
struct Outcome {
    /// The files that were looked through.
    files: Vec<PathBuf>,
    findings: Vec<report::finding::Shown>,
    /// Whether something could not be checked.
    has_failed: bool,
}

impl Outcome {
    /// Checks all inputs, on all cores; what cannot be checked is told and passed over, unless it is all there is.
    fn check(
        &mut self,
        inputs: &[Input],
        project: &Project,
        quiet: bool,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let count = inputs.len();
        if count == 0 {
            return Ok(output.remark("there is nothing here to check")?);
        }
        let glossary = project.glossary(output)?;
        let mut progress = Progress::new(Of::Articles, count as u64, quiet);
        let memory = project.memory_path();
        let find = |i: usize| Checked::of(&inputs[i], &memory, &glossary);
        let work = |(), turns: &Turns<'_, _>| turns.each(|i| Ok(find(i)));
        in_order(vec![(); workers(count)], count, work, |i, checked| {
            progress.at(i as u64);
            match checked {
                Ok(checked) => self.take(checked, output),
                Err(failure) if count == 1 && !self.has_failed => Err(failure),
                Err(failure) => {
                    self.fail(&failure);
                    Ok(())
                }
            }
        })?;
        glossary.keep();
        Ok(())
    }

    fn take(&mut self, checked: Checked, output: &mut Output) -> Result<(), Failure> {
        for remark in &checked.remarks {
            output.remark(remark)?;
        }
        self.files.extend(checked.path);
        self.findings.extend(checked.findings);
        Ok(())
    }

    fn fail(&mut self, failure: &Failure) {
        output::complain(&failure.to_string());
        self.has_failed = true;
    }
}
