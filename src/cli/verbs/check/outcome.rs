//! The results of everything that was checked.

use std::path::Path;

use hamta::align::Lexicons;
use hamta::check::{Rendered, inconsistencies};
use hamta::exchange::key::Hash;

use super::checked::{Checked, Texts};
use super::checker::Checker;
use super::files::Input;
use super::fix;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::report;
use crate::cli::report::finding::{Failures, Report, Shown};
use crate::cli::threads::{Turns, in_order, workers};

/// The results of everything that was checked.
#[derive(Default)]
pub(super) struct Outcome {
    checked: Vec<Checked>,
    /// What could not be checked or fixed.
    failures: Failures,
}

impl Outcome {
    /// Checks all inputs, on all cores; what cannot be checked is reported and skipped.
    pub(super) fn check(
        &mut self,
        inputs: &[Input],
        checker: &Checker<'_>,
        quiet: bool,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let count = inputs.len();
        if count == 0 {
            return Ok(());
        }
        let mut progress = Progress::new(Of::Checks, count as u64, quiet);
        let work = |mut lexicons: Lexicons, turns: &Turns<'_, _>| {
            turns.each(|number| Ok(checker.check(&inputs[number], &mut lexicons)))
        };
        let workers = (0..workers(count)).map(|_| Lexicons::default());
        in_order(workers.collect(), count, work, |number, checked| {
            progress.at(number as u64);
            self.take(checked, output)
        })
    }

    fn take(&mut self, checked: Checked, output: &mut Output) -> Result<(), Failure> {
        for failure in &checked.failures {
            self.fail(failure);
        }
        for remark in &checked.remarks {
            output.remark(remark)?;
        }
        let problems = checked.problems.told().iter();
        for problem in problems.filter(|problem| problem.is_harmless) {
            output.remark(&problem.to_string())?;
        }
        if let Some(rest) = checked.problems.rest() {
            output.remark(&rest)?;
        }
        self.checked.push(checked);
        Ok(())
    }

    pub(super) fn fail(&mut self, failure: &Failure) {
        self.failures.add(failure);
    }

    /// Whether something could not be checked or fixed.
    pub(super) fn has_failed(&self) -> bool {
        !self.failures.is_empty()
    }

    /// The report of all findings: those in each file, and those about what the translations render in two ways.
    pub(super) fn report(&self) -> Report {
        let all = || self.checked.iter();
        let whole = all().filter(|checked| checked.failures.is_empty());
        let files: Vec<&Path> = whole.filter_map(|checked| checked.path.as_deref()).collect();
        let findings = all().flat_map(|checked| &checked.findings);
        let mut findings: Vec<Shown> = findings.cloned().collect();
        findings.extend(all().flat_map(Checked::unread));
        let translations = all().filter_map(|one| Some((one.article()?, one.renderings.as_ref()?)));
        let (articles, translations): (Vec<_>, Vec<_>) = translations
            .map(|((path, texts), renderings)| {
                let text = texts.target.text.as_str();
                ((path, texts), Rendered { text, renderings })
            })
            .unzip();
        for ((path, texts), found) in articles.into_iter().zip(inconsistencies(&translations)) {
            if !found.is_empty() {
                let (text, article) = (&texts.target, texts.target.article());
                findings.extend(report::check::shown(&found, text, &article, path));
            }
        }
        report::check::report(&files, findings).with_failures(self.failures.clone())
    }

    /// What is to be kept of it for the next run.
    pub(super) fn take_kept(&mut self) -> impl Iterator<Item = (Hash, Option<Vec<u8>>)> {
        let all = self.checked.iter_mut();
        all.filter_map(|checked| checked.kept.take())
    }

    /// Whether no file was checked.
    pub(super) fn is_of_nothing(&self) -> bool {
        self.checked.iter().all(|checked| checked.path.is_none())
    }

    /// Reports which units and rows could not be read, if no findings are shown.
    pub(super) fn tell_unread(&self, output: &mut Output) -> Result<(), Failure> {
        let problems = self.checked.iter().flat_map(|checked| checked.problems.told());
        for problem in problems.filter(|problem| !problem.is_harmless) {
            output.remark(&problem.to_string())?;
        }
        Ok(())
    }

    /// Shows what `fix` would write, and returns how many fixes there are.
    pub(super) fn show_edits(
        &mut self,
        report: &Report,
        output: &mut Output,
    ) -> Result<usize, Failure> {
        let mut count = 0;
        for number in 0..self.checked.len() {
            match fix::show(&self.checked[number], report, output) {
                Ok(shown) => count += shown,
                Err(failure) => self.failures.pass_over(failure)?,
            }
        }
        if count == 0 && !self.is_of_nothing() {
            output.remark("nothing to fix")?;
        }
        Ok(count)
    }

    /// Writes the safe fixes of a report, for each file all or none, and checks again what was fixed. Returns whether
    /// standard output has a fixed text.
    pub(super) fn fix(
        &mut self,
        report: &Report,
        checker: &Checker<'_>,
        output: &mut Output,
    ) -> Result<bool, Failure> {
        let mut has_written = false;
        for number in 0..self.checked.len() {
            let checked = &self.checked[number];
            has_written |= checked.standard_input().is_some();
            match fix::write(checked, report, checker, output) {
                Ok(None) => {}
                Ok(Some(again)) => self.checked[number] = again,
                Err(failure) => self.failures.pass_over(failure)?,
            }
        }
        Ok(has_written)
    }
}

impl Checked {
    /// The units and rows that could not be read, as findings.
    fn unread(&self) -> impl Iterator<Item = Shown> {
        let problems = self.problems.told().iter();
        problems.filter(|problem| !problem.is_harmless).map(report::check::unread)
    }

    /// The article that was checked, and its file.
    pub(super) fn article(&self) -> Option<(&Path, &Texts)> {
        self.path.as_deref().zip(self.texts.as_ref())
    }

    /// The same, if it came from standard input.
    pub(super) fn standard_input(&self) -> Option<(&Path, &Texts)> {
        self.article().filter(|(path, _)| input::is_standard(path))
    }
}
