//! `inconsistent-translation`: the same segment, translated in two ways.

use std::collections::HashMap;

use crate::check::evidence::{Evidence, Rendering};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::pair::Pair;
use crate::check::rule::{About, Rule};
use crate::text::Lang;

pub(super) const ABOUT: About = About {
    name: "inconsistent-translation",
    severity: Severity::Warning,
    says: "a segment that stands twice in the article, or in two articles, is translated in two ways",
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

/// The segment and its translation, where it is long enough.
pub(super) fn rendering(pair: &Pair<'_>) -> Option<Rendering> {
    let (source, target) = (&pair.source, &pair.target);
    (pair.are_single && source.words().len() >= SHORTEST).then(|| Rendering {
        source: source.words().folded().to_owned(),
        target: target.text.to_owned(),
        folded: target.words().folded().to_owned(),
        span: target.span,
    })
}

/// The translations that differ from the first one of the same source, for each of the texts.
pub(super) fn check(texts: &[&Evidence]) -> Vec<Vec<Finding>> {
    let mut firsts: HashMap<(Lang, &str), &Rendering> = HashMap::new();
    let mut findings = Vec::new();
    for text in texts {
        let mut its = Vec::new();
        for segment in &text.segments {
            let key = (text.lang, segment.source.as_str());
            let first = firsts.entry(key).or_insert(segment);
            if first.folded != segment.folded {
                its.push(Finding {
                    rule: Rule::InconsistentTranslation,
                    span: segment.span,
                    message: format!("write {}, as before", text.lang.quote(&first.target)),
                    fix: Some(Fix::suggested(first.target.as_str())),
                });
            }
        }
        findings.push(its);
    }
    findings
}
