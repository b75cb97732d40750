//! `hamta tm edit`: another unit in place of one.

use std::collections::BTreeSet;

use hamta::tm::{ChangeKind, Filter, Listed};
use hamta::unit::{Method, TranslationUnit};

use super::plan::{Plan, UNDO, memory};
use super::{has_letters, list};
use crate::cli::args::EditArgs;
use crate::cli::clock::{now, occasion};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::report::change::Outcome;

pub(super) fn run(
    args: &EditArgs,
    project: &Project,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let mut memory = memory(args.ask, project, output)?;
    let number = args.number;
    let filter = Filter { numbers: Some(BTreeSet::from([number])), ..Filter::default() };
    let mut listed = list::all(&mut memory, &filter)?;
    let Some(Listed { candidate: old, is_attached, .. }) = listed.pop() else {
        return Err(Failure::usage(format!("the memory has no unit {number}")));
    };
    if is_attached {
        return Err(Failure::usage(attached(number, &old.unit)));
    }
    let new = edited(&old.unit, args)?;
    let is_new = new != old.unit;
    let new = TranslationUnit { date: now(), ..new };
    if !output.is_json() {
        report::unit::write(&number.to_string(), &old.unit, output)?;
        report::unit::write("becomes", &new, output)?;
        output.gap()?;
    }
    let outcome = Outcome { added: is_new.into(), removed: is_new.into(), done: false };
    let plan = Plan {
        verb: "edit",
        outcome,
        words: format!("units: {} to change", u64::from(is_new)),
        is_nothing: !is_new,
    };
    plan.run(args.ask, output, || {
        let about = format!("unit {number}");
        let new = memory.edit(number, &new, &occasion(ChangeKind::Edit, about))?;
        Ok((outcome, format!("unit {number} is unit {new} now; {UNDO}")))
    })
}

/// The unit as the arguments want it.
fn edited(old: &TranslationUnit, args: &EditArgs) -> Result<TranslationUnit, Failure> {
    let mut new = old.clone();
    let texts = [(&args.source, old.source_lang), (&args.target, old.source_lang.other())];
    for (text, lang) in texts {
        let Some(text) = text.as_deref().map(str::trim) else { continue };
        if text.is_empty() {
            let side = if lang == old.source_lang { "source" } else { "target" };
            return Err(Failure::usage(format!("the {side} is empty")));
        }
        if has_letters(text, lang.other()) && !has_letters(text, lang) {
            return Err(Failure::usage(format!("{text} is not {}", lang.name())));
        }
        new.side_mut(lang).change_text(text);
    }
    if new != *old {
        new.origin.method = Method::Human;
    }
    new.origin.method = args.method.unwrap_or(new.origin.method);
    new.author = args.author.clone().or(new.author);
    Ok(new)
}

/// Why a unit of an attached file cannot be changed here.
fn attached(number: i64, unit: &TranslationUnit) -> String {
    let name = &unit.origin.name;
    format!("unit {number} comes from tm/{name}, which the memory follows: change it there")
}
