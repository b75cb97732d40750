//! What each rule says of itself.

use crate::check::rule::{About, Rule};
use crate::check::rules::{
    date_mismatch, forbidden_term, inconsistent_name, inconsistent_translation, leftover_script,
    length, missing_term, name_variant, number_mismatch, omission, persian_spelling, punctuation,
    repeated_word, tag_mismatch, unrelated, untranslated,
};

impl Rule {
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
}
