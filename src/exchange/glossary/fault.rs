//! What can be wrong with the rows of a glossary file.

use std::fmt;
use std::path::PathBuf;

/// What is wrong in one row of a glossary file; the other rows are still read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its kind.
    pub kind: FaultKind,
    /// The file, as it was named.
    pub path: PathBuf,
    /// The line, from 1; in a spreadsheet, the number of the row.
    pub line: u64,
    /// The form in question; empty where it is the whole row.
    pub form: String,
    /// What is wrong: a fragment in lower case, such as `no English term`.
    pub message: String,
}

impl Fault {
    /// Whether the row has a form in one language only, or in none.
    pub fn is_half_filled(&self) -> bool {
        self.kind == FaultKind::EmptyForm && self.form.is_empty()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.message)
    }
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// The row cannot be read, or contains an unknown value.
    BadRow,
    /// A form that should be there is not.
    EmptyForm,
    /// A form is written in the letters of another language.
    WrongScript,
    /// A form mixes letters of several scripts.
    MixedScript,
    /// A form contains a character that is invisible, or that means nothing there.
    StrayCharacter,
    /// What should be one form is several, with a mark other than `|` between them.
    SeveralForms,
    /// One form of an entry has two statuses.
    TwoStatuses,
    /// A note calls an entry the capital of a country that no entry names.
    UnknownCountry,
    /// The file is not written in its canonical form.
    NotCanonical,
}

impl FaultKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::BadRow,
        Self::EmptyForm,
        Self::WrongScript,
        Self::MixedScript,
        Self::StrayCharacter,
        Self::SeveralForms,
        Self::TwoStatuses,
        Self::UnknownCountry,
        Self::NotCanonical,
    ];

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BadRow => "bad-row",
            Self::EmptyForm => "empty-form",
            Self::WrongScript => "wrong-script",
            Self::MixedScript => "mixed-script",
            Self::StrayCharacter => "stray-character",
            Self::SeveralForms => "several-forms",
            Self::TwoStatuses => "two-statuses",
            Self::UnknownCountry => "unknown-country",
            Self::NotCanonical => "not-canonical",
        }
    }

    /// The finding, as one sentence without a final stop.
    pub fn says(self) -> &'static str {
        match self {
            Self::BadRow => "a row cannot be read, or names a kind or status that is not known",
            Self::EmptyForm => {
                "a form is missing, has no letter and no digit, or is a number beside a name"
            }
            Self::WrongScript => "a form is in the letters of the other language",
            Self::MixedScript => "a form is in the letters of both languages, or of another script",
            Self::StrayCharacter => {
                "a form holds a character that nobody sees, or that means nothing there, as a comma at its end"
            }
            Self::SeveralForms => {
                "several forms stand in a cell with another mark than | between them"
            }
            Self::TwoStatuses => "one form is forbidden and not forbidden for one name",
            Self::UnknownCountry => {
                "by its note an entry is the capital of a country that no entry has in English"
            }
            Self::NotCanonical => "a file is not in its canonical form",
        }
    }
}

/// What is wrong with a row, before it is known where the row stands.
#[derive(Debug)]
pub(super) struct RowFault {
    pub(super) kind: FaultKind,
    pub(super) form: String,
    pub(super) message: String,
}

impl RowFault {
    /// A fault of the row as a whole.
    pub(super) fn row(message: impl Into<String>) -> Self {
        Self::of(FaultKind::BadRow, "", message)
    }

    pub(super) fn of(kind: FaultKind, form: &str, message: impl Into<String>) -> Self {
        Self { kind, form: form.to_owned(), message: message.into() }
    }
}
