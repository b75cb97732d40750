//! `inconsistent-translation`: the same segment, translated in two ways.

use std::collections::HashMap;

use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::pair::Pair;
use crate::check::rule::{About, Rule};

pub(super) const ABOUT: About = About {
    name: "inconsistent-translation",
    severity: Severity::Warning,
    says: "a segment that the article has twice is translated in two ways",
    why: "A reader takes two wordings for two things. Spelling and spacing do not count, and segments of one or two words \
          may mean another thing each time.",
    fix: "Suggested: either of the two may be the better one.",
    example: [
        "گفت‌وگوها ادامه دارد.\nگفت‌وگوها ادامه دارد.",
        "The talks are continuing.\nThe negotiations go on.",
        "The talks are continuing.\nThe talks are continuing.",
    ],
};

/// The fewest words of a segment that is found.
const SHORTEST: usize = 3;

/// The targets that differ from that of the first pair with the same source.
pub(super) fn check(pairs: &[Pair<'_>]) -> Vec<Finding> {
    let mut firsts: HashMap<&str, &Pair<'_>> = HashMap::new();
    let mut findings = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.are_single) {
        if pair.source.words.len() < SHORTEST {
            continue;
        }
        let first = firsts.entry(pair.source.words.folded()).or_insert(pair);
        if first.target.words.folded() != pair.target.words.folded() {
            findings.push(Finding {
                rule: Rule::InconsistentTranslation,
                span: pair.target.span,
                message: format!(
                    "write {}, as before",
                    pair.target.lang.quote(first.target.text)
                ),
                fix: Some(Fix::suggested(first.target.text)),
            });
        }
    }
    findings
}
