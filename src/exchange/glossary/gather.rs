//! The rows of a file, gathered into entries.

use std::collections::HashMap;
use std::path::Path;

use super::fault::{Fault, FaultKind, RowFault};
use super::row::{Given, Row};
use super::{Contents, Kinds};
use crate::glossary::{Entry, Kind, Status, Term};
use crate::text::{Lang, fold};

/// The rows read so far, gathered into entries.
pub(super) struct Gathered<'a> {
    path: &'a Path,
    kinds: Kinds<'a>,
    entries: Vec<(Entry, u64)>,
    /// The first entry of each name, as it is written.
    by_name: HashMap<(Kind, String), usize>,
    faults: Vec<Fault>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(path: &'a Path, kinds: Kinds<'a>) -> Self {
        Self {
            path,
            kinds,
            entries: Vec::new(),
            by_name: HashMap::new(),
            faults: Vec::new(),
        }
    }

    /// Takes in a row: into the entry that it names, or a new one.
    ///
    /// A second preferred row for a name is a new entry, too, for the two contradict each other.
    pub(super) fn take(&mut self, mut row: Row, line: u64) {
        let name = std::mem::take(&mut row.persian[0].0);
        let kind = row.kind.unwrap_or_else(|| (self.kinds)(&name));
        let prefers = row.status == Status::Preferred && prefers(&row.english);
        let key = (kind, name);
        let known = self.by_name.get(&key).copied();
        let has_room =
            |at: usize| !prefers || self.entries[at].0.preferred(Lang::English).is_none();
        let at = known
            .filter(|&at| has_room(at))
            .unwrap_or(self.entries.len());
        if at == self.entries.len() {
            let entry = Entry {
                kind,
                persian: vec![term(Status::Preferred, "", key.1.clone())],
                english: Vec::new(),
                note: String::new(),
            };
            self.by_name.entry(key).or_insert(at);
            self.entries.push((entry, line));
        }
        if let Err(fault) = add(&mut self.entries[at].0, row) {
            self.fault(line, fault);
        }
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

    /// The entries. Those that prefer no English term go to one of a name that folds the same, or are left over.
    pub(super) fn finish(mut self) -> Contents {
        let mut contents = Contents::default();
        let entries = std::mem::take(&mut self.entries);
        let (whole, partial): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|(entry, _)| entry.preferred(Lang::English).is_some());
        let mut whole = whole;
        if !partial.is_empty() {
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
        }
        for (mut entry, line) in whole {
            sort(&mut entry);
            contents.entries.push(entry);
            contents.lines.push(line);
        }
        for (entry, _) in &mut contents.partial {
            sort(entry);
        }
        self.faults.sort_by_key(|fault| fault.line);
        contents.problems = self.faults;
        contents
    }

    fn join(&mut self, entry: &mut Entry, partial: Entry, line: u64) {
        let persian = partial
            .persian
            .into_iter()
            .skip(1)
            .map(|term| (Lang::Persian, term));
        let english = partial
            .english
            .into_iter()
            .map(|term| (Lang::English, term));
        let terms: Vec<_> = persian.chain(english).collect();
        for (lang, term) in terms {
            if let Err(fault) = push_new(side(entry, lang), term) {
                self.fault(line, fault);
            }
        }
    }
}

fn prefers(english: &[Given]) -> bool {
    english
        .iter()
        .any(|(_, status)| matches!(status, None | Some(Status::Preferred)))
}

fn folded(entry: &Entry) -> (Kind, String) {
    (entry.kind, fold(&entry.persian[0].text).text().to_owned())
}

fn sort(entry: &mut Entry) {
    entry.persian[1..].sort_by_key(|term| term.status);
    entry.english.sort_by_key(|term| term.status);
}

fn side(entry: &mut Entry, lang: Lang) -> &mut Vec<Term> {
    match lang {
        Lang::Persian => &mut entry.persian,
        Lang::English => &mut entry.english,
    }
}

fn term(status: Status, note: &str, text: String) -> Term {
    Term {
        status,
        note: note.to_owned(),
        text,
    }
}

/// Adds the terms of `row`, all but its name, to the entry that it names, leaving out those that it has.
fn add(entry: &mut Entry, row: Row) -> Result<(), RowFault> {
    let (rest, note) = match row.status {
        Status::Preferred => (Status::Admitted, ""),
        other => (other, row.note.as_str()),
    };
    let given = |status: Option<Status>| match status {
        None | Some(Status::Preferred) => rest,
        Some(status) => status,
    };
    for (text, status) in row.persian.into_iter().skip(1) {
        push_new(&mut entry.persian, term(given(status), note, text))?;
    }
    let explicit = row
        .english
        .iter()
        .position(|(_, status)| *status == Some(Status::Preferred));
    let implicit = || row.english.iter().position(|(_, status)| status.is_none());
    let preferred = match row.status {
        Status::Preferred => explicit.or_else(implicit),
        _ => None,
    };
    for (i, (text, status)) in row.english.into_iter().enumerate() {
        let new = match Some(i) == preferred {
            true => term(Status::Preferred, "", text),
            false => term(given(status), note, text),
        };
        push_new(&mut entry.english, new)?;
    }
    if row.status == Status::Preferred {
        entry.note = row.note;
    }
    Ok(())
}

fn push_new(terms: &mut Vec<Term>, new: Term) -> Result<(), RowFault> {
    match terms.iter().find(|term| term.text == new.text) {
        None => terms.push(new),
        Some(old) if old.status == new.status => {}
        // What is preferred is admitted, too.
        Some(old) if old.status == Status::Preferred && new.status == Status::Admitted => {}
        Some(old) => {
            let (old, new_status) = (old.status.name(), new.status.name());
            let message = format!("“{}” is {old} and {new_status} in one entry", new.text);
            return Err(RowFault::of(FaultKind::TwoStatuses, &new.text, message));
        }
    }
    Ok(())
}
