//! One row of a table, checked by itself: its terms with their statuses, its kind and its note.

use super::column::{Column, Reach, Side};
use super::fault::{FaultKind, RowFault};
use super::form;
use super::header::{Header, status, truth};
use crate::exchange::sheet;
use crate::glossary::{Kind, Status};
use crate::text::Lang;

/// A term as a row gives it: with a status only if the row gives one for this very term.
pub(super) type Given = (String, Option<Status>);

/// The contents of a row.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) persian: Vec<Given>,
    pub(super) english: Vec<Given>,
    /// Its kind, if it gives one.
    pub(super) kind: Option<Kind>,
    pub(super) status: Status,
    pub(super) note: String,
}

impl Row {
    /// Reads `row` by its columns.
    pub(super) fn read(columns: &[Column], row: sheet::Row<'_>) -> Result<Self, RowFault> {
        let mut read = Self {
            persian: Vec::new(),
            english: Vec::new(),
            kind: None,
            status: Status::Preferred,
            note: String::new(),
        };
        // The language of the terms to the left, and how many of them do not belong to the last cell.
        let mut before = None;
        for (at, &column) in columns.iter().enumerate() {
            let cell = row.cell(at);
            refuse_broken(cell)?;
            match column {
                Column::Terms(lang, status) => before = read.terms(cell, lang, status, before)?,
                Column::Side(side) => {
                    let lang = language(columns, side, row)?;
                    before = read.terms(cell, lang, None, before)?;
                }
                Column::Kind { is_sure } => read.kind(cell, is_sure)?,
                Column::Status(Reach::Row) => read.status(cell)?,
                Column::Status(Reach::TermsBefore) => {
                    let status = cell.split([';', ',']).find_map(|word| status(word.trim()));
                    read.set(before, status);
                }
                Column::Flag(status, reach) => read.flag(cell, status, reach, before)?,
                Column::Note => read.add_note(cell),
                Column::Language(_) | Column::Fuzzy | Column::Unused => {}
            }
        }
        read.finish()
    }

    /// Takes the terms of a cell; returns their language and how many terms stand before them.
    fn terms(
        &mut self,
        cell: &str,
        lang: Lang,
        status: Option<Status>,
        before: Option<(Lang, usize)>,
    ) -> Result<Option<(Lang, usize)>, RowFault> {
        // A column of ticks called «English forbidden» applies to the terms before it.
        if let Some(status) = status
            && let Some(ticked) = truth(cell)
        {
            if ticked {
                self.set(before, Some(status));
            }
            return Ok(before);
        }
        let terms = self.side(lang);
        let first = terms.len();
        if !cell.is_empty() {
            take_terms(cell, lang, status, terms)?;
        }
        Ok(Some((lang, first)))
    }

    fn side(&mut self, lang: Lang) -> &mut Vec<Given> {
        match lang {
            Lang::Persian => &mut self.persian,
            Lang::English => &mut self.english,
        }
    }

    fn set(&mut self, before: Option<(Lang, usize)>, status: Option<Status>) {
        if let (Some((lang, first)), Some(status)) = (before, status) {
            for (_, given) in self.side(lang).iter_mut().skip(first) {
                *given = Some(status);
            }
        }
    }

    fn flag(
        &mut self,
        cell: &str,
        status: Status,
        reach: Reach,
        before: Option<(Lang, usize)>,
    ) -> Result<(), RowFault> {
        match (truth(cell), reach) {
            (Some(false), _) => {}
            (Some(true), Reach::TermsBefore) => self.set(before, Some(status)),
            (Some(true), Reach::Row) => self.status = status,
            (None, _) => {
                return Err(RowFault::row(format!(
                    "“{cell}” in a column that is to be true or false"
                )));
            }
        }
        Ok(())
    }

    fn kind(&mut self, cell: &str, is_sure: bool) -> Result<(), RowFault> {
        match kind(cell) {
            Some(kind) => self.kind = Some(kind),
            None if cell.is_empty() || !is_sure => {}
            None => return Err(unknown("kind", cell, Kind::ALL.map(Kind::name))),
        }
        Ok(())
    }

    fn status(&mut self, cell: &str) -> Result<(), RowFault> {
        match status(cell) {
            Some(status) => self.status = status,
            None if cell.is_empty() => {}
            None => {
                return Err(unknown("status", cell, ["preferred", "admitted", "forbidden"]));
            }
        }
        Ok(())
    }

    fn add_note(&mut self, cell: &str) {
        for (i, word) in cell.split_whitespace().enumerate() {
            let between = match (self.note.is_empty(), i) {
                (true, _) => "",
                (false, 0) => "; ",
                _ => " ",
            };
            self.note.push_str(between);
            self.note.push_str(word);
        }
    }

    /// Writes Persian forms in Persian letters where they have others for them: these compare the same, and what is not
    /// forbidden is written into translations as it stands here.
    fn write_in_persian_letters(&mut self) {
        for (at, (form, status)) in self.persian.iter_mut().enumerate() {
            let is_forbidden = status.unwrap_or(self.status) == Status::Forbidden;
            if (at == 0 || !is_forbidden)
                && let Some(written) = form::in_persian_letters(form)
            {
                *form = written;
            }
        }
    }

    fn finish(mut self) -> Result<Self, RowFault> {
        self.write_in_persian_letters();
        if let Some(c) = self.note.chars().find(|c| c.is_control()) {
            let message = format!("a control character, U+{:04X}", u32::from(c));
            return Err(RowFault::of(FaultKind::StrayCharacter, "", message));
        }
        let empty = |message: String| Err(RowFault::of(FaultKind::EmptyForm, "", message));
        match (self.persian.is_empty(), self.english.is_empty()) {
            (true, _) => empty("no Persian term".to_owned()),
            (_, true) if self.status == Status::Preferred => empty("no English term".to_owned()),
            (_, true) if self.persian.len() == 1 => {
                empty(format!("no term that is {}", self.status.name()))
            }
            _ => Ok(self),
        }
    }
}

fn refuse_broken(cell: &str) -> Result<(), RowFault> {
    sheet::refuse_failed(cell).map_err(RowFault::row)
}

/// The language that the row names for one of its sides.
fn language(columns: &[Column], side: Side, row: sheet::Row<'_>) -> Result<Lang, RowFault> {
    let at = columns.iter().position(|column| *column == Column::Language(side));
    let tag = at.map_or("", |at| row.cell(at));
    Header::language_tag(tag).ok_or_else(|| {
        RowFault::row(format!("the language “{tag}”, which is neither Persian nor English"))
    })
}

/// Takes the terms of a cell, separated by `|` or by line breaks.
fn take_terms(
    cell: &str,
    lang: Lang,
    status: Option<Status>,
    terms: &mut Vec<Given>,
) -> Result<(), RowFault> {
    let forms = cell.split('\n').flat_map(|line| line.split('|'));
    for form in forms.map(form::bare) {
        if form.is_empty() {
            let message = format!("an empty term in the {} cell", lang.name());
            return Err(RowFault::of(FaultKind::EmptyForm, cell, message));
        }
        form::check(&form, lang)?;
        if terms.iter().any(|(other, _)| *other == form) {
            return Err(RowFault::row(format!("“{form}” twice in one row")));
        }
        terms.push((form.into_owned(), status));
    }
    Ok(())
}

fn unknown<const N: usize>(what: &str, found: &str, known: [&str; N]) -> RowFault {
    RowFault::row(format!("unknown {what} “{found}”; known are {}", known.join(", ")))
}

/// The kind that a cell names, in English or in Persian.
pub(super) fn kind(cell: &str) -> Option<Kind> {
    if let Some(kind) = Kind::from_name(cell) {
        return Some(kind);
    }
    let folded = crate::text::fold(cell);
    Some(match folded.text() {
        "people" | "name" | "شخص" | "فرد" | "اشخاص" | "افراد" => Kind::Person,
        "state" | "countries" | "کشور" | "کشورها" => Kind::Country,
        "town" | "cities" | "شهر" | "شهرها" => Kind::City,
        "province" | "منطقه" | "ناحیه" | "استان" => Kind::Region,
        "places" | "location" | "مکان" | "محل" | "جا" => Kind::Place,
        "nationality" | "ملیت" | "قوم" => Kind::Demonym,
        "organization" | "organisations" | "organizations" | "سازمان" | "نهاد" | "حزب" => {
            Kind::Organisation
        }
        "treaty" | "پیمان" | "توافق" | "توافقنامه" | "معاهده" => {
            Kind::Agreement
        }
        "رویداد" | "رخداد" | "جنگ" => Kind::Event,
        "term" | "مفهوم" | "اصطلاح" | "واژه" => Kind::Concept,
        other => return Kind::from_name(other),
    })
}
