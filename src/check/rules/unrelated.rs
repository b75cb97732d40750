//! `unrelated`: a translation in which hardly a sentence is known to be one of the article's.

use crate::check::finding::Finding;
use crate::check::rule::{About, Rule, Severity};
use crate::segment::Article;

pub(crate) const ABOUT: About = About {
    name: "unrelated",
    severity: Severity::Warning,
    says: "the translation has little in common with its article, so that most rules compare nothing",
    why: "It is the translation of another article, or of a small part of this one, or so free that no sentence is known to be the \
          translation of another. Only names are looked for then, in all of it, and a check that finds nothing proves nothing. \
          It is found where fewer than three in ten sentences surely have a counterpart, in texts of three sentences or more.",
    fix: "None.",
    example: [
        "زلزله‌ای به بزرگی ۵٫۲ بم را لرزاند.\nمرکز آن ۱۲ کیلومتری شهر بود.\nده‌ها خانه آسیب دید.\nمدارس تعطیل شد.\nآب و برق قطع است.",
        "Gold prices rose by 3% on Monday.\nThe dollar fell.",
        "A 5.2 magnitude quake shook Bam.\nIts centre was 12 kilometres from the city.\nDozens of houses were damaged.\nSchools were closed.\nWater and power are off.",
    ],
};

/// The fewest sentences of the longer text.
const FEWEST: usize = 3;

/// The least share of them that must be in sure pairs.
const LEAST: f64 = 0.3;

/// Reports a translation of which too few sentences are in one of so many `pairs`; its beginning is marked.
pub(crate) fn check(source: &Article, target: &Article, pairs: usize) -> Option<Finding> {
    let segments = target.segments();
    let longer = segments.len().max(source.segments().len());
    let is_related = pairs as f64 >= LEAST * longer as f64;
    let first = segments.first().filter(|_| longer >= FEWEST && !is_related)?;
    Some(Finding {
        rule: Rule::Unrelated,
        span: first.span,
        message: "the translation has little in common with its article: only names are compared"
            .to_owned(),
        fix: None,
        about: None,
    })
}
