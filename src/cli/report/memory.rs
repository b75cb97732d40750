//! What the memory contains, and what became of units that were to be added.

use std::collections::BTreeMap;
use std::io;

use hamta::tm::{Added, Fault, OriginSummary, Shrunk, Statistics};
use hamta::unit::{Origin, TranslationUnit};
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{ASIDE, SUBJECT};

/// A unit in a JSON export.
#[derive(Serialize)]
pub(crate) struct UnitJson<'a> {
    unit: i64,
    source_lang: &'static str,
    fa: &'a str,
    en: &'a str,
    origin: &'a Origin,
    author: Option<&'a str>,
    date: Option<String>,
    note: Option<&'a str>,
}

impl<'a> UnitJson<'a> {
    pub(crate) fn new(id: i64, unit: &'a TranslationUnit) -> Self {
        Self {
            unit: id,
            source_lang: unit.source_lang.code(),
            fa: &unit.persian.text,
            en: &unit.english.text,
            origin: &unit.origin,
            author: unit.author.as_deref(),
            date: unit.date.map(|date| date.to_string()),
            note: unit.note.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct AddedJson {
    read: u64,
    added: u64,
    present: u64,
    refused: usize,
}

/// Writes how many units were added, and how many not, and why.
pub(crate) fn added(added: Added, refused: usize, output: &mut Output) -> io::Result<()> {
    let Added { added, present } = added;
    let read = added + present + refused as u64;
    if output.is_json() {
        return output.json(&AddedJson { read, added, present, refused });
    }
    output.left(0, &[plain(&sums(Added { added, present }, refused))])
}

/// The same, put into words.
pub(crate) fn sums(added: Added, refused: usize) -> String {
    let Added { added, present } = added;
    let read = added + present + refused as u64;
    format!("units: {read} read, {added} added, {present} there already, {refused} refused")
}

#[derive(Serialize)]
struct FaultJson {
    message: String,
}

/// Writes what is wrong with the memory.
pub(crate) fn faults(faults: &[Fault], output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        let mut messages = faults.iter().map(Fault::to_string);
        return messages.try_for_each(|message| output.json(&FaultJson { message }));
    }
    for fault in faults {
        output.left(0, &[plain(&fault.to_string())])?;
    }
    match faults.first() {
        None => output.left(0, &[plain("the memory is sound")]),
        Some(Fault::Index(_)) => {
            output.remark("hamta tm reindex makes the index anew; the units are not touched")
        }
        Some(Fault::File(_) | Fault::Unit(_)) => {
            output.remark("put a backup of the memory in its place")
        }
    }
}

/// Writes where the units of the memory come from.
pub(crate) fn origins(origins: &[OriginSummary], output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return origins.iter().try_for_each(|origin| output.json(origin));
    }
    for origin in origins {
        let units = format!("{:>8}", origin.units);
        let mut aside = String::new();
        if origin.attached {
            aside.push_str("  attached");
        }
        if origin.problems > 0 {
            aside.push_str(&format!("  problems: {}", origin.problems));
        }
        output.left(
            0,
            &[piece(&units, SUBJECT), plain("  "), plain(&origin.name), piece(&aside, ASIDE)],
        )?;
    }
    let units: u64 = origins.iter().map(|origin| origin.units).sum();
    output.left(0, &[piece(&format!("{units:>8}"), SUBJECT), plain("  units in all")])
}

/// Writes what the memory contains, in numbers.
pub(crate) fn statistics(statistics: &Statistics, output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return output.json(statistics);
    }
    let parts = |parts: &mut dyn Iterator<Item = (String, u64)>| {
        let parts: Vec<String> = parts
            .filter(|(_, units)| *units > 0)
            .map(|(name, units)| format!("{name} {units}"))
            .collect();
        parts.join(", ")
    };
    let named = |counts: &BTreeMap<String, u64>| {
        parts(&mut counts.iter().map(|(name, &units)| (name.clone(), units)))
    };
    let years = statistics.years.iter();
    let years = years.map(|(year, &units)| (year.to_string(), units));
    let undated = ("none".to_owned(), statistics.undated);
    let free = statistics.free_bytes / 1024;
    let lines = [
        ("from", named(&statistics.source_langs)),
        ("made by", named(&statistics.methods)),
        ("dated", parts(&mut years.chain([undated]))),
        ("duplicates", told(statistics.duplicates, &dedupe(statistics))),
        ("conflicts", told(statistics.conflicts, "tm list --conflicts shows them")),
        ("file", format!("{} KiB, {free} KiB of it free", statistics.bytes / 1024)),
    ];
    for (label, line) in lines.iter().filter(|(_, line)| !line.is_empty()) {
        output.labelled(piece(label, ASIDE), 12, &[plain(line)])?;
    }
    Ok(())
}

/// What can be done about duplicates.
fn dedupe(statistics: &Statistics) -> String {
    match statistics.doubles {
        0 => "all come from files in tm/, which the memory follows: delete them there".to_owned(),
        doubles if doubles == statistics.duplicates => "tm dedupe deletes them".to_owned(),
        doubles => format!("tm dedupe deletes {doubles} of them"),
    }
}

/// A number, and what can be done if it is not 0.
fn told(number: usize, advice: &str) -> String {
    match number {
        0 => "0".to_owned(),
        number => format!("{number}; {advice}"),
    }
}

#[derive(Serialize)]
struct ShrunkJson {
    before: u64,
    after: u64,
}

/// Writes how much smaller the memory's file has become.
pub(crate) fn shrunk(shrunk: Shrunk, output: &mut Output) -> io::Result<()> {
    let Shrunk { before, after } = shrunk;
    if output.is_json() {
        return output.json(&ShrunkJson { before, after });
    }
    let line = format!("{} KiB before, {} KiB now", before / 1024, after / 1024);
    output.left(0, &[plain(&line)])
}
