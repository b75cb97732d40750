//! An entry: one name or concept, with its terms in both languages.

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
    /// A people, or what belongs to a country: «روس», Russian.
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
    /// What an editor says of it; empty for nothing.
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

    /// The form to write in `lang`.
    pub fn preferred(&self, lang: Lang) -> Option<&str> {
        self.with_status(lang, Status::Preferred).next()
    }

    /// The terms in `lang` that have `status`.
    pub fn with_status(&self, lang: Lang, status: Status) -> impl Iterator<Item = &str> {
        let terms = self.terms(lang).iter();
        terms
            .filter(move |term| term.status == status)
            .map(|term| term.text.as_str())
    }
}
