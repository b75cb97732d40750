//! What is wrong with a translation, by the glossary: one file a rule.

pub mod finding;
pub mod passage;

mod forbidden_term;
mod missing_term;
mod name_variant;

use crate::glossary::Glossary;
use crate::segment::Article;

pub use finding::{Finding, Rule, Severity};
pub use passage::{Pairing, Passage};

/// Checks `target`, a translation of `source`, by all rules.
///
/// The findings point into `target` and are in the order of their places there.
pub fn check(source: &Article, target: &Article, glossary: &Glossary) -> Vec<Finding> {
    let variants = glossary.variants(target.text(), target.lang());
    let mut findings = forbidden_term::check(target, glossary);
    findings.extend(name_variant::check(target, &variants, glossary));
    for passage in Pairing::of(source, target).passages {
        findings.extend(missing_term::check(
            source, target, &passage, &variants, glossary,
        ));
    }
    findings.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    findings
}
