//! One written form of a name or concept, and what an editor thinks of it.

use serde::{Deserialize, Serialize};

/// What an editor thinks of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The form to write.
    Preferred,
    /// A form that may also be written.
    Admitted,
    /// A form that must not be written.
    Forbidden,
}

impl Status {
    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Forbidden => "forbidden",
        }
    }

    /// The status that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Preferred, Self::Admitted, Self::Forbidden]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

/// One written form of an entry, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Term {
    /// Whether it is preferred, admitted or forbidden.
    pub status: Status,
    /// An editor's note on this form; notes on the whole entry stand in the entry.
    pub note: String,
    /// The form.
    pub text: String,
}
