//! `inconsistent-translation`: the same segment, translated in two ways.

use foldhash::{HashMap, HashMapExt};

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::renderings::Rendered;
use crate::check::rule::{About, Rule, Severity};
use crate::text::Lang;

pub(crate) const ABOUT: About = About {
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

/// The translations that differ from the first one of the same source, for each of the texts.
pub(crate) fn check(translations: &[Rendered<'_>]) -> Vec<Vec<Finding>> {
    let segments = translations.iter().map(|its| its.renderings.segments.len());
    let mut firsts: HashMap<(Lang, u64), (&str, u64)> = HashMap::with_capacity(segments.sum());
    let mut findings = Vec::with_capacity(translations.len());
    for Rendered { text, renderings } in translations {
        let mut its = Vec::new();
        for segment in &renderings.segments {
            let key = (renderings.lang, segment.source);
            let own = (segment.span.of(text), segment.target);
            let (first, hash) = *firsts.entry(key).or_insert(own);
            if hash != segment.target {
                its.push(Finding {
                    rule: Rule::InconsistentTranslation,
                    span: segment.span,
                    message: format!("write {}, as before", renderings.lang.quote(first)),
                    fix: Some(Fix::suggested(first)),
                    about: None,
                });
            }
        }
        findings.push(its);
    }
    findings
}
