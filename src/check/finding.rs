//! A fault in a translation.

use serde::{Deserialize, Serialize};

use crate::check::fix::Fix;
use crate::check::rule::Rule;
use crate::text::Span;

/// A fault in a translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it was found by.
    pub rule: Rule,
    /// Where it stands in the translation.
    pub span: Span,
    /// What is wrong and what to write instead: one sentence without a final stop.
    pub message: String,
    /// What to write in the place of the span, where that can be said.
    pub fix: Option<Fix>,
    /// What is not there, where the finding is about that and not about what stands in its place.
    pub about: Option<String>,
}
