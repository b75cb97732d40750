//! The rules by which a translation is checked, and what each says of itself.

use serde::{Deserialize, Serialize};

use crate::check::finding::Severity;
use crate::check::rules::{
    date_mismatch, forbidden_term, inconsistent_name, inconsistent_translation, leftover_script,
    length, missing_term, name_variant, number_mismatch, omission, persian_spelling, punctuation,
    repeated_word, tag_mismatch, unrelated, untranslated,
};
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

    /// What it says of itself.
    pub fn about(self) -> &'static About {
        match self {
            Self::DateMismatch => &date_mismatch::ABOUT,
            Self::ForbiddenTerm => &forbidden_term::ABOUT,
            Self::InconsistentName => &inconsistent_name::ABOUT,
            Self::InconsistentTranslation => &inconsistent_translation::ABOUT,
            Self::LeftoverScript => &leftover_script::ABOUT,
            Self::Length => &length::ABOUT,
            Self::MissingTerm => &missing_term::ABOUT,
            Self::NameVariant => &name_variant::ABOUT,
            Self::NumberMismatch => &number_mismatch::ABOUT,
            Self::Omission => &omission::ABOUT,
            Self::PersianSpelling => &persian_spelling::ABOUT,
            Self::Punctuation => &punctuation::ABOUT,
            Self::RepeatedWord => &repeated_word::ABOUT,
            Self::TagMismatch => &tag_mismatch::ABOUT,
            Self::Unrelated => &unrelated::ABOUT,
            Self::Untranslated => &untranslated::ABOUT,
        }
    }

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
