//! The rows of a file, gathered into entries.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::path::Path;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::contents::{Contents, Kinds};
use super::fault::{Fault, FaultKind, RowFault};
use super::form;
use super::row::{Given, Row};
use crate::glossary::{Entry, Kind, Status, Term};
use crate::text::{Lang, fold};

/// The rows read so far, gathered into entries.
pub(super) struct Gathered<'a> {
    path: &'a Path,
    kinds: Kinds<'a>,
    entries: Vec<Entry>,
    /// The line of the first row of each entry.
    lines: Vec<u64>,
    /// The first entry of each kind and name, as it is written, by number.
    by_name: HashTable<usize>,
    hasher: DefaultHashBuilder,
    faults: Vec<Fault>,
}

impl<'a> Gathered<'a> {
    /// Gets ready for `rows` rows.
    pub(super) fn new(path: &'a Path, kinds: Kinds<'a>, rows: usize) -> Self {
        Self {
            path,
            kinds,
            entries: Vec::with_capacity(rows),
            lines: Vec::with_capacity(rows),
            by_name: HashTable::with_capacity(rows),
            hasher: DefaultHashBuilder::default(),
            faults: Vec::new(),
        }
    }

    /// Adds a row: to the entry that it names, or to a new one.
    ///
    /// A second preferred row for a name also becomes a new entry, for the two contradict each other.
    pub(super) fn take(&mut self, mut row: Row, line: u64) {
        let name = std::mem::take(&mut row.persian[0].0);
        let kind = row.kind.unwrap_or_else(|| (self.kinds)(&name));
        if let Some((english, _)) = row.english.first()
            && kind != Kind::Calendar
            && let Err(fault) = form::refuse_number(&name, english)
        {
            return self.fault(line, fault);
        }
        let prefers = row.status == Status::Preferred && prefers(&row.english);
        let known = self.known(kind, &name);
        let has_room = |at: usize| !prefers || self.entries[at].preferred(Lang::English).is_none();
        let at = known.filter(|&at| has_room(at)).unwrap_or(self.entries.len());
        if at == self.entries.len() {
            let mut entry = Entry {
                kind,
                persian: Vec::with_capacity(row.persian.len()),
                english: Vec::with_capacity(row.english.len()),
                note: String::new(),
            };
            entry.persian.push(term(Status::Preferred, "", name));
            self.entries.push(entry);
            self.lines.push(line);
            if known.is_none() {
                self.remember(at);
            }
        }
        if let Err(fault) = add(&mut self.entries[at], row) {
            self.fault(line, fault);
        }
    }

    /// The first entry of this kind and name.
    fn known(&self, kind: Kind, name: &str) -> Option<usize> {
        let is_same = |&at: &usize| named(&self.entries[at]) == (kind, name);
        let hash = self.hasher.hash_one((kind, name));
        self.by_name.find(hash, is_same).copied()
    }

    /// Makes the entry `at` the first one of its kind and name.
    fn remember(&mut self, at: usize) {
        let hash = |&at: &usize| self.hasher.hash_one(named(&self.entries[at]));
        self.by_name.insert_unique(hash(&at), at, hash);
    }

    pub(super) fn fault(&mut self, line: u64, fault: RowFault) {
        self.faults.push(Fault {
            kind: fault.kind,
            path: self.path.to_owned(),
            line,
            form: fault.form,
            message: fault.message,
        });
    }

    /// The entries. Those that prefer no English term are added to one whose name folds the same, or are left over.
    pub(super) fn finish(mut self) -> Contents {
        let mut contents = Contents {
            entries: std::mem::take(&mut self.entries),
            lines: std::mem::take(&mut self.lines),
            ..Contents::default()
        };
        let is_whole = |entry: &Entry| entry.preferred(Lang::English).is_some();
        if !contents.entries.iter().all(is_whole) {
            self.part(&mut contents);
        }
        for entry in &mut contents.entries {
            sort(entry);
        }
        for (entry, _) in &mut contents.partial {
            sort(entry);
        }
        self.faults.sort_by_key(|fault| fault.line);
        contents.problems = self.faults;
        contents
    }

    /// Separates the entries that prefer no English term from the others.
    fn part(&mut self, contents: &mut Contents) {
        let entries = std::mem::take(&mut contents.entries);
        let lines = std::mem::take(&mut contents.lines);
        let (mut whole, partial): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .zip(lines)
            .partition(|(entry, _)| entry.preferred(Lang::English).is_some());
        let mut by_fold: HashMap<(Kind, String), usize> = HashMap::new();
        for (at, (entry, _)) in whole.iter().enumerate() {
            by_fold.entry(folded(entry)).or_insert(at);
        }
        for (entry, line) in partial {
            match by_fold.get(&folded(&entry)) {
                Some(&at) => self.join(&mut whole[at].0, entry, line),
                None => contents.partial.push((entry, line)),
            }
        }
        (contents.entries, contents.lines) = whole.into_iter().unzip();
    }

    fn join(&mut self, entry: &mut Entry, partial: Entry, line: u64) {
        let persian = partial.persian.into_iter().skip(1).map(|term| (Lang::Persian, term));
        let english = partial.english.into_iter().map(|term| (Lang::English, term));
        let terms: Vec<_> = persian.chain(english).collect();
        for (lang, term) in terms {
            if let Err(fault) = push_new(entry.terms_mut(lang), term) {
                self.fault(line, fault);
            }
        }
    }
}

fn prefers(english: &[Given]) -> bool {
    english.iter().any(|(_, status)| matches!(status, None | Some(Status::Preferred)))
}

/// What the rows of an entry have in common.
fn named(entry: &Entry) -> (Kind, &str) {
    (entry.kind, &entry.persian[0].text)
}

fn folded(entry: &Entry) -> (Kind, String) {
    (entry.kind, fold(&entry.persian[0].text).text().to_owned())
}

fn sort(entry: &mut Entry) {
    entry.persian[1..].sort_by_key(|term| term.status);
    entry.english.sort_by_key(|term| term.status);
}

fn term(status: Status, note: &str, text: String) -> Term {
    Term { status, note: note.to_owned(), text }
}

/// Adds the terms of `row`, all but its name, to the entry that it names, leaving out those that it has.
///
/// The note belongs to the entry if the row says what to write, and otherwise to its terms.
fn add(entry: &mut Entry, row: Row) -> Result<(), RowFault> {
    let explicit = row.english.iter().position(|(_, status)| *status == Some(Status::Preferred));
    let implicit = || row.english.iter().position(|(_, status)| status.is_none());
    let preferred = match row.status {
        Status::Preferred => explicit.or_else(implicit),
        _ => None,
    };
    let rest = match row.status {
        Status::Preferred => Status::Admitted,
        other => other,
    };
    let note = match preferred {
        Some(_) => "",
        None => row.note.as_str(),
    };
    let given = |status: Option<Status>| match status {
        None | Some(Status::Preferred) => rest,
        Some(status) => status,
    };
    for (text, status) in row.persian.into_iter().skip(1) {
        push_new(&mut entry.persian, term(given(status), note, text))?;
    }
    for (i, (text, status)) in row.english.into_iter().enumerate() {
        let new = if Some(i) == preferred {
            term(Status::Preferred, "", text)
        } else {
            term(given(status), note, text)
        };
        push_new(&mut entry.english, new)?;
    }
    if preferred.is_some() {
        entry.note = row.note;
    }
    Ok(())
}

fn push_new(terms: &mut Vec<Term>, new: Term) -> Result<(), RowFault> {
    match terms.iter().find(|term| term.text == new.text) {
        None => terms.push(new),
        Some(old) if old.status == new.status => {}
        // What is preferred is also admitted.
        Some(old) if old.status == Status::Preferred && new.status == Status::Admitted => {}
        Some(old) => {
            let (old, new_status) = (old.status.name(), new.status.name());
            let message = format!("“{}” is {old} and {new_status} in one entry", new.text);
            return Err(RowFault::of(FaultKind::TwoStatuses, &new.text, message));
        }
    }
    Ok(())
}
