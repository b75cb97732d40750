//! What is wrong with a translation: one file a rule.

pub mod finding;
pub mod options;
pub mod passage;
pub mod rule;

mod date_mismatch;
mod forbidden_term;
mod inconsistent_translation;
mod leftover_script;
mod length;
mod measure;
mod missing_term;
mod name_variant;
mod number_mismatch;
mod omission;
mod pair;
mod persian_spelling;
mod punctuation;
mod repeated_word;
mod short_name;
mod untranslated;

use crate::check::missing_term::Search;
use crate::check::pair::Pair;
use crate::glossary::{Glossary, Occurrence, Variant};
use crate::segment::Article;
use crate::text::Lang;

pub use finding::{Finding, Severity};
pub use options::{Options, Scope};
pub use passage::{Counterparts, Omitted, Passage, passages};
pub use rule::{About, Rule};

/// The rules that look at two segments which belong together, and at nothing else.
const OF_PAIRS: &[fn(&Pair<'_>) -> Vec<Finding>] = &[
    date_mismatch::check,
    leftover_script::check,
    length::check,
    number_mismatch::check,
    persian_spelling::check,
    punctuation::check,
    repeated_word::check,
    |pair| untranslated::check(pair).into_iter().collect(),
];

/// Checks `target`, a translation of `source`, by all rules; `passages` are those of the two.
///
/// The findings point into `target` and are in the order of their places there.
pub fn check(
    source: &Article,
    target: &Article,
    passages: &[Passage],
    glossary: &Glossary,
    options: Options,
) -> Vec<Finding> {
    let there = glossary.occurrences(target.text(), target.lang());
    let variants = variants(source, target, passages, &there, glossary);
    let mut findings = forbidden_term::check(target, &there, glossary);
    findings.extend(name_variant::check(target, &variants, glossary));
    findings.extend(missing_term::check(&Search {
        source,
        target,
        passages,
        variants: &variants,
        glossary,
        scope: options.scope,
    }));
    let omitted = passages.iter().flat_map(|passage| &passage.omitted);
    findings.extend(omitted.filter_map(|omitted| omission::check(source, target, omitted)));
    let pairs = passages.iter().flat_map(|passage| &passage.pairs);
    let pairs: Vec<Pair<'_>> = pairs
        .map(|&counterparts| Pair::new(source, target, counterparts))
        .collect();
    for pair in &pairs {
        for rule in OF_PAIRS {
            findings.extend(rule(pair));
        }
    }
    findings.extend(inconsistent_translation::check(&pairs));
    findings.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    findings
}

/// The variants in `target`, beside the names that are `there`. A Persian word has no capital that says it is a name: there the source must have the name.
fn variants(
    source: &Article,
    target: &Article,
    passages: &[Passage],
    there: &[Occurrence],
    glossary: &Glossary,
) -> Vec<Variant> {
    let variants = glossary.variants_beside(target.text(), target.lang(), there);
    if target.lang() == Lang::English {
        return variants;
    }
    let named = |passage: &Passage| {
        let text = passage.source.of(source.text());
        (passage.target, glossary.entries_in(text, source.lang()))
    };
    let named: Vec<_> = passages.iter().map(named).collect();
    let is_named = |variant: &Variant| {
        let mut here = named
            .iter()
            .filter(|(target, _)| target.covers(variant.span));
        here.any(|(_, entries)| variant.near.iter().any(|id| entries.contains(&id.entry)))
    };
    variants.into_iter().filter(is_named).collect()
}
