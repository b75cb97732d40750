//! An entry: one name or concept, with its terms in both languages.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::glossary::term::{Status, Term};
use crate::text::Lang;

/// What an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person.
    Person,
    /// A state or territory.
    Country,
    /// A city, town or village.
    City,
    /// A part of a country or of the world.
    Region,
    /// A sea, river, island, building or facility.
    Place,
    /// A people, or the adjective of a country: «روس», Russian.
    Demonym,
    /// An institution, party, company, agency or newspaper.
    Organisation,
    /// A treaty or agreement.
    Agreement,
    /// A war, summit or other event.
    Event,
    /// A language.
    Language,
    /// A currency.
    Currency,
    /// A month, a day of the week or a calendar.
    Calendar,
    /// Any other concept.
    Concept,
}

impl Kind {
    /// All kinds, in their order.
    pub const ALL: [Self; 13] = [
        Self::Person,
        Self::Country,
        Self::City,
        Self::Region,
        Self::Place,
        Self::Demonym,
        Self::Organisation,
        Self::Agreement,
        Self::Event,
        Self::Language,
        Self::Currency,
        Self::Calendar,
        Self::Concept,
    ];

    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Country => "country",
            Self::City => "city",
            Self::Region => "region",
            Self::Place => "place",
            Self::Demonym => "demonym",
            Self::Organisation => "organisation",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Language => "language",
            Self::Currency => "currency",
            Self::Calendar => "calendar",
            Self::Concept => "concept",
        }
    }

    /// Whether sums and dates are written with it.
    ///
    /// Those are carried over by rule: a translation may say it with a sign ($), in another calendar, or not at all.
    pub fn is_in_placeables(self) -> bool {
        matches!(self, Self::Currency | Self::Calendar)
    }

    /// The kind that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One name or concept.
///
/// In each language the terms are sorted by status; at most the first is preferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it names.
    pub kind: Kind,
    /// Its Persian terms.
    pub persian: Vec<Term>,
    /// Its English terms.
    pub english: Vec<Term>,
    /// An editor's note; may be empty. That of a capital begins with its country: see [`Entry::capital_of`].
    pub note: String,
}

impl Entry {
    /// Its terms in `lang`.
    pub fn terms(&self, lang: Lang) -> &[Term] {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }

    /// Its terms in `lang`, to be changed.
    pub(crate) fn terms_mut(&mut self, lang: Lang) -> &mut Vec<Term> {
        match lang {
            Lang::Persian => &mut self.persian,
            Lang::English => &mut self.english,
        }
    }

    /// The English name of the country of which it is the capital according to its note: what follows "capital of",
    /// without "the", up to a semicolon or the end.
    pub fn capital_of(&self) -> Option<&str> {
        let named = self.note.strip_prefix("capital of ")?;
        let named = named.split(';').next().unwrap_or(named).trim_end();
        Some(named.strip_prefix("the ").unwrap_or(named))
    }

    /// The form to write in `lang`.
    pub fn preferred(&self, lang: Lang) -> Option<&str> {
        self.with_status(lang, Status::Preferred).next()
    }

    /// The terms in `lang` that have `status`.
    pub fn with_status(&self, lang: Lang, status: Status) -> impl Iterator<Item = &str> {
        let terms = self.terms(lang).iter();
        terms.filter(move |term| term.status == status).map(|term| term.text.as_str())
    }
}

/// The entries, by index, that are capitals of a country that is no entry's English name; none where no entry is a
/// country.
pub fn without_country(entries: &[Entry]) -> Vec<usize> {
    if !entries.iter().any(|entry| entry.kind == Kind::Country) {
        return Vec::new();
    }
    let terms = entries.iter().flat_map(|entry| &entry.english);
    let known: HashSet<&str> = terms.map(|term| term.text.as_str()).collect();
    let is_unknown = |entry: &Entry| entry.capital_of().is_some_and(|named| !known.contains(named));
    let entries = entries.iter().enumerate();
    let unknown = entries.filter(|(_, entry)| is_unknown(entry));
    unknown.map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_capital_of(note: &str, expected: Option<&str>) {
        assert_eq!(city(note).capital_of(), expected, "{note}");
    }

    fn city(note: &str) -> Entry {
        entry(Kind::City, "Nuuk", note)
    }

    fn entry(kind: Kind, english: &str, note: &str) -> Entry {
        Entry {
            kind,
            persian: Vec::new(),
            english: vec![Term {
                text: english.to_owned(),
                status: Status::Preferred,
                note: String::new(),
            }],
            note: note.to_owned(),
        }
    }

    #[test]
    fn the_note_of_a_capital_names_its_country() {
        is_capital_of("capital of Greenland", Some("Greenland"));
        is_capital_of("capital of the Bahamas", Some("Bahamas"));
        is_capital_of("capital of Greenland; نوک alone is \"tip\"", Some("Greenland"));
        is_capital_of("planned capital of Indonesia", None);
        is_capital_of("", None);
    }

    #[test]
    fn a_country_that_no_entry_names_is_found() {
        let greenland = entry(Kind::Country, "Greenland", "");
        let [right, wrong] = ["capital of Greenland", "capital of Grenland"].map(city);
        let entries = [greenland, right, wrong];
        assert_eq!(without_country(&entries), [2]);
        assert_eq!(without_country(&entries[1..]), [0; 0]);
    }
}
