//! The points taken from a match rate, and why.

use serde::{Deserialize, Serialize};

use crate::unit::Method;

/// Why points are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// A placeable in figures or signs (a number, a date, an address) says something else; taken for each.
    Placeable,
    /// The marks differ, or stand elsewhere.
    Punctuation,
    /// Words are the same only when folded (half-spaces, letters, capitals or accents differ), or a placeable
    /// says the same in another way.
    Spelling,
    /// The inline tags inside the text differ in kind or order, or stand between other words.
    Tags,
    /// The unit comes from articles aligned by a program.
    Aligned,
    /// The unit was translated by a machine.
    Machine,
}

impl Reason {
    /// All reasons, in their order.
    pub const ALL: [Self; 6] = [
        Self::Placeable,
        Self::Punctuation,
        Self::Spelling,
        Self::Tags,
        Self::Aligned,
        Self::Machine,
    ];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Placeable => "placeable",
            Self::Punctuation => "punctuation",
            Self::Spelling => "spelling",
            Self::Tags => "tags",
            Self::Aligned => "aligned",
            Self::Machine => "machine",
        }
    }

    /// The reason that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// Points taken from a match rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Penalty {
    /// Why.
    pub reason: Reason,
    /// How many, of the 100 that a match rate has.
    pub points: u8,
}

/// How many points each reason costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalties {
    /// For each placeable that says something else.
    pub placeable: u8,
    /// For marks that differ.
    pub punctuation: u8,
    /// For words that only folding makes the same, and placeables written in another way.
    pub spelling: u8,
    /// For inline tags that differ.
    pub tags: u8,
    /// For a unit that was aligned by a program.
    pub aligned: u8,
    /// For a unit that a machine translated.
    pub machine: u8,
}

impl Default for Penalties {
    fn default() -> Self {
        Self { placeable: 2, punctuation: 1, spelling: 1, tags: 1, aligned: 5, machine: 15 }
    }
}

impl Penalties {
    /// These penalties, with `points` for `reason`.
    #[must_use]
    pub fn with(mut self, reason: Reason, points: u8) -> Self {
        let place = match reason {
            Reason::Placeable => &mut self.placeable,
            Reason::Punctuation => &mut self.punctuation,
            Reason::Spelling => &mut self.spelling,
            Reason::Tags => &mut self.tags,
            Reason::Aligned => &mut self.aligned,
            Reason::Machine => &mut self.machine,
        };
        *place = points;
        self
    }

    /// The penalty for the way a unit was made.
    pub(super) fn of_method(&self, method: Method) -> Option<Penalty> {
        let (reason, points) = match method {
            Method::Human => return None,
            Method::Aligned => (Reason::Aligned, self.aligned),
            Method::Machine => (Reason::Machine, self.machine),
        };
        Some(Penalty { reason, points })
    }
}
