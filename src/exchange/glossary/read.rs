//! Reads a table row by row, keeps what is good and says of every other row what is wrong with it.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::{COLUMNS, Table};
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::glossary::{Entry, Kind, Status, Term};
use crate::text::{Lang, fold};

/// What a glossary file holds: what is good in it, and all that is not.
#[derive(Debug, Default)]
pub struct Contents {
    /// The entries, in the order of their first rows.
    pub entries: Vec<Entry>,
    /// The line of each entry's first row, from 1.
    pub lines: Vec<u64>,
    /// The faults, in the order of their lines.
    pub problems: Vec<Problem>,
}

/// Reads a glossary from `input`; `path` is what problems and errors call it.
///
/// # Errors
///
/// Where the file cannot be read, or its first row is not a header with at least `fa` and `en`.
pub fn read(input: impl Read, table: Table, path: &Path) -> Result<Contents> {
    let mut reader = ReaderBuilder::new()
        .delimiter(table.delimiter())
        .quoting(table == Table::Csv)
        .flexible(true)
        .has_headers(false)
        .from_reader(input);
    let mut record = ByteRecord::new();
    let mut gathered = Gathered::new(path);
    let mut header = None;
    while reader
        .read_byte_record(&mut record)
        .map_err(|e| failure(e, path))?
    {
        let line = record.position().map_or(1, csv::Position::line);
        match &header {
            None => header = Some(Header::read(&record).map_err(|e| e.at(path).on_line(line))?),
            Some(header) => gathered.take(header.row(&record), line),
        }
    }
    match header {
        None => Err(no_header("the file is empty").at(path)),
        Some(_) => Ok(gathered.finish()),
    }
}

fn failure(error: csv::Error, path: &Path) -> Error {
    let message = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(source) => Error::read(path, source),
        _ => Error::malformed(message).at(path),
    }
}

fn no_header(found: &str) -> Error {
    Error::malformed(format!(
        "no header row with the columns {}; {found}",
        COLUMNS.join(", ")
    ))
}

/// In which column each of [`COLUMNS`] stands.
struct Header([Option<usize>; COLUMNS.len()]);

impl Header {
    fn read(record: &ByteRecord) -> Result<Self> {
        let cells: Vec<String> = record.iter().map(cell_name).collect();
        let places = COLUMNS.map(|column| cells.iter().position(|cell| cell == column));
        match places {
            [Some(_), Some(_), ..] => Ok(Self(places)),
            _ => Err(no_header(&format!(
                "the first row is: {}",
                cells.join(" | ")
            ))),
        }
    }

    fn row(&self, record: &ByteRecord) -> std::result::Result<Row, String> {
        let [persian, english, kind, status, note] = self.0.map(|place| {
            let bytes = place
                .and_then(|place| record.get(place))
                .unwrap_or_default();
            let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned())?;
            match text.chars().find(|c| c.is_control()) {
                Some(c) => Err(format!("a control character, U+{:04X}", u32::from(c))),
                None => Ok(text.trim().to_owned()),
            }
        });
        Row::new(&persian?, &english?, &kind?, &status?, note?)
    }
}

fn cell_name(bytes: &[u8]) -> String {
    let name = String::from_utf8_lossy(bytes);
    name.trim_start_matches('\u{FEFF}').trim().to_lowercase()
}

/// One row, checked by itself.
struct Row {
    persian: Vec<String>,
    english: Vec<String>,
    kind: Kind,
    status: Status,
    note: String,
}

impl Row {
    fn new(
        persian: &str,
        english: &str,
        kind: &str,
        status: &str,
        note: String,
    ) -> std::result::Result<Self, String> {
        let row = Self {
            persian: terms(persian, Lang::Persian)?,
            english: terms(english, Lang::English)?,
            kind: match kind {
                "" => Kind::Concept,
                name => Kind::from_name(name)
                    .ok_or_else(|| unknown("kind", name, Kind::ALL.map(Kind::name)))?,
            },
            status: match status {
                "" => Status::Preferred,
                name => Status::from_name(name).ok_or_else(|| {
                    unknown("status", name, ["preferred", "admitted", "forbidden"])
                })?,
            },
            note,
        };
        match (row.persian.is_empty(), row.english.is_empty()) {
            (true, _) => Err("no Persian term".to_owned()),
            (_, true) if row.status == Status::Preferred => Err("no English term".to_owned()),
            (_, true) if row.persian.len() == 1 => {
                Err(format!("no term that is {}", row.status.name()))
            }
            _ => Ok(row),
        }
    }

    fn key(&self) -> (Kind, String) {
        (self.kind, fold(&self.persian[0]).text().to_owned())
    }
}

fn unknown<const N: usize>(what: &str, found: &str, known: [&str; N]) -> String {
    format!("unknown {what} “{found}”; known are {}", known.join(", "))
}

/// The terms of a cell, each in the script of its language.
fn terms(cell: &str, lang: Lang) -> std::result::Result<Vec<String>, String> {
    if cell.is_empty() {
        return Ok(Vec::new());
    }
    let mut terms: Vec<String> = Vec::new();
    for term in cell.split('|').map(str::trim) {
        if term.is_empty() {
            return Err(format!("an empty term in the {} cell", name(lang)));
        }
        if term
            .chars()
            .any(|c| Lang::of_letter(c) == Some(lang.other()))
        {
            return Err(format!("“{term}” is not in {} letters", name(lang)));
        }
        if terms.iter().any(|other| other == term) {
            return Err(format!("“{term}” twice in one cell"));
        }
        terms.push(term.to_owned());
    }
    Ok(terms)
}

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Persian => "Persian",
        Lang::English => "English",
    }
}

/// The rows read so far, gathered into entries.
struct Gathered<'a> {
    path: &'a Path,
    entries: Vec<(Entry, u64)>,
    by_name: HashMap<(Kind, String), usize>,
    problems: Vec<Problem>,
}

impl<'a> Gathered<'a> {
    fn new(path: &'a Path) -> Self {
        Self {
            path,
            entries: Vec::new(),
            by_name: HashMap::new(),
            problems: Vec::new(),
        }
    }

    fn take(&mut self, row: std::result::Result<Row, String>, line: u64) {
        let row = match row {
            Ok(row) => row,
            Err(message) => return self.problem(line, message),
        };
        let new = self.entries.len();
        let index = *self.by_name.entry(row.key()).or_insert(new);
        if index == new {
            let entry = Entry {
                kind: row.kind,
                persian: vec![term(Status::Preferred, "", &row.persian[0])],
                english: Vec::new(),
                note: String::new(),
            };
            self.entries.push((entry, line));
        }
        let (entry, first_line) = &mut self.entries[index];
        if row.status == Status::Preferred && entry.preferred(Lang::English).is_some() {
            let message = format!(
                "“{}” has a preferred English term already, “{}” (line {first_line})",
                row.persian[0],
                entry.preferred(Lang::English).unwrap_or_default(),
            );
            return self.problem(line, message);
        }
        add(entry, row);
    }

    fn problem(&mut self, line: u64, message: String) {
        self.problems.push(Problem {
            path: self.path.to_owned(),
            line,
            message,
        });
    }

    /// The entries that have a preferred term in both languages; the others are problems.
    fn finish(mut self) -> Contents {
        let mut contents = Contents::default();
        for (mut entry, line) in std::mem::take(&mut self.entries) {
            if entry.preferred(Lang::English).is_none() {
                let message = format!("“{}” has no row that is preferred", entry.persian[0].text);
                self.problem(line, message);
                continue;
            }
            entry.persian[1..].sort_by_key(|term| term.status);
            entry.english.sort_by_key(|term| term.status);
            contents.entries.push(entry);
            contents.lines.push(line);
        }
        self.problems.sort_by_key(|problem| problem.line);
        contents.problems = self.problems;
        contents
    }
}

fn term(status: Status, note: &str, text: &str) -> Term {
    Term {
        status,
        note: note.to_owned(),
        text: text.to_owned(),
    }
}

/// Adds the terms of `row` to the entry that it names, leaving out those that it has.
fn add(entry: &mut Entry, row: Row) {
    let (rest, note) = match row.status {
        Status::Preferred => (Status::Admitted, ""),
        other => (other, row.note.as_str()),
    };
    for text in &row.persian[1..] {
        push_new(&mut entry.persian, term(rest, note, text));
    }
    for (i, text) in row.english.iter().enumerate() {
        let is_preferred = i == 0 && row.status == Status::Preferred;
        let new = match is_preferred {
            true => term(Status::Preferred, "", text),
            false => term(rest, note, text),
        };
        push_new(&mut entry.english, new);
    }
    if row.status == Status::Preferred {
        entry.note = row.note;
    }
}

fn push_new(terms: &mut Vec<Term>, new: Term) {
    if terms.iter().all(|term| term.text != new.text) {
        terms.push(new);
    }
}
