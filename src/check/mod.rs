//! What is wrong with a translation, by the glossary: one file a rule.

pub mod finding;
pub mod passage;

mod forbidden_term;
mod missing_term;

use crate::glossary::Glossary;
use crate::segment::Article;

pub use finding::{Finding, Rule, Severity};
pub use passage::{Pairing, Passage};

/// Checks `target`, a translation of `source`, by all rules.
///
/// The findings point into `target` and are in the order of their places there.
pub fn check(source: &Article, target: &Article, glossary: &Glossary) -> Vec<Finding> {
    let mut findings = forbidden_term::check(target, glossary);
    let passages = Pairing::of(source, target).passages;
    let parts = passages.iter().map(|passage| passage.source);
    let names = glossary.occurrences_in_parts(source.text(), parts, source.lang());
    for (passage, names) in passages.iter().zip(names) {
        findings.extend(missing_term::check(
            source, target, passage, names, glossary,
        ));
    }
    findings.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    findings
}
