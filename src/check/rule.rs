//! The rules by which a translation is checked; what each says of itself is in `about`.

use serde::{Deserialize, Serialize};

use crate::text::nearest;

/// What a finding was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each says what it is in its About")]
pub enum Rule {
    DateMismatch,
    ForbiddenTerm,
    InconsistentName,
    InconsistentTranslation,
    LeftoverScript,
    Length,
    MissingTerm,
    NameVariant,
    NumberMismatch,
    Omission,
    PersianSpelling,
    Punctuation,
    RepeatedWord,
    TagMismatch,
    Unrelated,
    Untranslated,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It may be right; somebody should look.
    Warning,
    /// It is wrong.
    Error,
}

impl Severity {
    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a rule says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The name by which users know it.
    pub name: &'static str,
    /// How grave its findings are, where nobody says otherwise.
    pub severity: Severity,
    /// What is found, in one sentence without a final stop.
    pub says: &'static str,
    /// Why it matters, and what is allowed.
    pub why: &'static str,
    /// What it writes instead, and whether that is safe: whole sentences.
    pub fix: &'static str,
    /// A source, a translation in which something is found, and one in which nothing is.
    pub example: [&'static str; 3],
}

impl Rule {
    /// All rules, in the order of their names.
    pub const ALL: [Self; 16] = [
        Self::DateMismatch,
        Self::ForbiddenTerm,
        Self::InconsistentName,
        Self::InconsistentTranslation,
        Self::LeftoverScript,
        Self::Length,
        Self::MissingTerm,
        Self::NameVariant,
        Self::NumberMismatch,
        Self::Omission,
        Self::PersianSpelling,
        Self::Punctuation,
        Self::RepeatedWord,
        Self::TagMismatch,
        Self::Unrelated,
        Self::Untranslated,
    ];

    /// The name by which users know it.
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// The rule that `name` names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The rule that `name` names, or words that say that there is none, and which may have been meant.
    pub fn named(name: &str) -> Result<Self, String> {
        Self::from_name(name).ok_or_else(|| {
            let known = Self::ALL.map(Self::name);
            match nearest(name, known) {
                Some(near) => format!("no rule is named {name}; did you mean {near}?"),
                None => format!("no rule is named {name}; known are {}", known.join(", ")),
            }
        })
    }

    /// How grave its findings are.
    pub fn severity(self) -> Severity {
        self.about().severity
    }

    /// Whether it holds what stands in several files against each other.
    pub fn is_across_files(self) -> bool {
        matches!(self, Self::InconsistentName | Self::InconsistentTranslation)
    }
}
