//! `length`: translations that are much too short or too long.

use crate::align::expected_length;
use crate::check::finding::Finding;
use crate::check::pair::Pair;
use crate::check::rule::{About, Rule, Severity};

pub(crate) const ABOUT: About = About {
    name: "length",
    severity: Severity::Warning,
    says: "the translation of a segment is much shorter or longer than the article would suggest",
    why: "Something was left out, or added. English news is a tenth longer than its Persian; short segments may be of any \
          length.",
    fix: "None.",
    example: [
        "رئیس کمیسیون روز جمعه برای شرکت در گفت‌وگوهای راهبردی وارد پایتخت شد و در نخستین ساعت با اعضای هیئت دیدار کرد.",
        "The head of the commission arrived.",
        "The head of the commission arrived in the capital on Friday for strategic talks and met the members of the delegation in the first hour.",
    ],
};

/// The fewest characters of the longer side.
const SHORTEST: f64 = 100.0;

/// How many times shorter or longer than expected a translation may be.
const MOST: f64 = 2.2;

/// Whether the target is of another length than its source would suggest.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let source = expected_length(pair.source.words().folded(), pair.source.lang);
    let target = pair.target.words().folded().chars().count() as f64;
    let is_short = source >= SHORTEST && target * MOST < source;
    let is_long = target >= SHORTEST && source * MOST < target;
    if !pair.are_single || !(is_short || is_long) {
        return Vec::new();
    }
    let message = if is_short {
        "translate all of the segment; it is much longer in the article"
    } else {
        "translate only what the segment says; it is much shorter in the article"
    };
    vec![Finding {
        rule: Rule::Length,
        span: pair.target.span,
        message: message.to_owned(),
        fix: None,
        about: None,
    }]
}
