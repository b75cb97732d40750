//! Checking units: those of a file, or of the memory.

use std::collections::BTreeSet;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::PoisonError;

use hamta::check::{Allowed, Finding, UnitTexts, check_units};
use hamta::exchange::bilingual::{self, Format, State, Unit};
use hamta::exchange::{Problem, tmx};
use hamta::text::{Lang, Tagged};
use hamta::tm::{Filter, Listed};

use super::checked::{Checked, UnitFile};
use super::checker::Checker;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::report;

/// How many units are checked as one text, so that no file takes unbounded memory.
pub(super) const TOGETHER: usize = 2_000;

/// Checks the units of `file`, which was read from `path`. A table that was only found in a folder is skipped if it has
/// no units.
pub(super) fn in_file(
    file: Vec<u8>,
    (path, format): (&Path, Format),
    is_named: bool,
    checker: &Checker<'_>,
) -> Result<Checked, Failure> {
    let contents = bilingual::read(&file, format, path)?;
    let contents = contents.filter(|contents| is_named || !contents.may_be_glossary);
    let Some(mut contents) = contents else {
        if is_named {
            return Err(input::no_units(path).into());
        }
        return Ok(Checked::default());
    };
    let named = |remark| format!("{}: {remark}", path.display());
    let mut checked = Checked {
        path: Some(path.to_owned()),
        remarks: contents.remarks.iter().map(named).collect(),
        problems: std::mem::take(&mut contents.problems),
        ..Checked::default()
    };
    for (number, units) in contents.units.chunks(TOGETHER).enumerate() {
        checked.add(number * TOGETHER, units, path, checker);
    }
    checked.units = checker.is_fixing.then_some(UnitFile { file, format, contents });
    Ok(checked)
}

/// Checks the units of a TMX file, which may be larger than what fits into memory.
pub(super) fn in_tmx(path: &Path, checker: &Checker<'_>) -> Result<Checked, Failure> {
    let mut reader = tmx::Reader::new(BufReader::new(input::open(path)?), path, "")?;
    let mut checked = Checked { path: Some(path.to_owned()), ..Checked::default() };
    let mut units = Vec::new();
    let mut first = 0;
    while let Some(item) = reader.next() {
        match item? {
            tmx::Item::Unit(unit) => units.push(Unit { line: reader.line(), ..(*unit).into() }),
            tmx::Item::Problem(problem) => checked.problems.push(problem),
        }
        if units.len() == TOGETHER {
            checked.add(first, &units, path, checker);
            first += units.len();
            units.clear();
        }
    }
    checked.add(first, &units, path, checker);
    Ok(checked)
}

/// Checks units of the memory; their numbers serve as their lines.
pub(super) fn in_memory(
    numbers: &BTreeSet<i64>,
    checker: &Checker<'_>,
) -> Result<Checked, Failure> {
    let path = &checker.memory;
    let mut checked = Checked { path: Some(path.to_owned()), ..Checked::default() };
    let mut units = Vec::new();
    if let Some(memory) = &checker.units {
        let filter = Filter { numbers: Some(numbers.clone()), ..Filter::default() };
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.reader()?.list(&filter, |Listed { candidate, .. }| {
            units.push(Unit {
                line: u64::try_from(candidate.id).unwrap_or_default(),
                ..candidate.unit.into()
            });
            Ok(ControlFlow::Continue(()))
        })?;
    }
    checked.add(0, &units, path, checker);
    Ok(checked)
}

impl Checked {
    /// Checks units, the first of which has the number `first`, as one text for each direction, and ignores what their
    /// notes allow.
    fn add(&mut self, first: usize, units: &[Unit], path: &Path, checker: &Checker<'_>) {
        let is_wanted = |unit: &Unit| match unit.state {
            State::Fixed => false,
            State::Draft => unit.target.is_empty(),
            State::Machine | State::Unreviewed | State::Translated | State::Final => true,
        };
        for lang in Lang::ALL {
            let units = (first..).zip(units);
            let units = units.filter(|(_, unit)| unit.source_lang == lang);
            let units: Vec<(usize, &Unit)> = units.filter(|(_, unit)| is_wanted(unit)).collect();
            let texts: Vec<UnitTexts> = units.iter().map(|(_, unit)| texts(unit)).collect();
            let allowed: Vec<Allowed> = units.iter().map(|(_, unit)| allowed(unit)).collect();
            for ((_, unit), allowed) in units.iter().zip(&allowed) {
                for fault in &allowed.faults {
                    let problem = Problem::new(path, unit.line, fault);
                    self.problems.push(problem.harmless());
                }
            }
            let is_ignored =
                |index: usize, finding: &Finding| allowed[index].rules.contains(&finding.rule);
            let Checker { glossary, options, .. } = checker;
            for (index, finding) in check_units(&texts, lang, glossary, *options) {
                if is_ignored(index, &finding) {
                    continue;
                }
                let shown =
                    report::check::shown_in_unit(&finding, units[index], lang.other(), path);
                self.findings.push(shown);
            }
        }
    }
}

fn texts(unit: &Unit) -> UnitTexts {
    UnitTexts {
        source: Tagged { text: unit.source.clone(), tags: unit.source_tags.clone() },
        target: Tagged { text: unit.target.clone(), tags: unit.target_tags.clone() },
        placeholders: unit.placeholders.clone(),
        is_of_memory: unit.made.method.is_some(),
    }
}

fn allowed(unit: &Unit) -> Allowed {
    Allowed::of(unit.notes.iter().map(String::as_str))
}
