//! The rules, one a file: what each looks for, and what it says of itself.

pub(super) mod date_mismatch;
pub(super) mod forbidden_term;
pub(super) mod inconsistent_name;
pub(super) mod inconsistent_translation;
pub(super) mod leftover_script;
pub(super) mod length;
pub(super) mod missing_term;
pub(super) mod name_variant;
pub(super) mod number_mismatch;
pub(super) mod omission;
pub(super) mod persian_spelling;
pub(super) mod punctuation;
pub(super) mod repeated_word;
pub(super) mod tag_mismatch;
pub(super) mod unrelated;
pub(super) mod untranslated;
