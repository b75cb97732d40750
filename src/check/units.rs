//! Many units, checked as one text: what one of them says can explain another, as a full name does a surname.

use crate::check::check_texts;
use crate::check::finding::Finding;
use crate::check::moved::TextKind;
use crate::check::options::Options;
use crate::check::passage::{Counterparts, Passage};
use crate::check::rules::{tag_mismatch, untranslated};
use crate::check::unit_texts::UnitTexts;
use crate::glossary::Glossary;
use crate::segment::Article;
use crate::text::{Lang, Span, Tagged};

/// Checks units that were translated from `lang`.
///
/// Gives the findings with the index of their unit, in that order; their spans point into its target. A unit without a
/// translation is nothing but untranslated.
pub fn check_units(
    units: &[UnitTexts],
    lang: Lang,
    glossary: &Glossary,
    options: Options,
) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut indices = Vec::new();
    let [mut sources, mut targets] = [Tagged::default(), Tagged::default()];
    let mut passages = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let UnitTexts { source, target, .. } = unit;
        if target.text.trim().is_empty() {
            let lacks = untranslated::lacking(&source.text);
            findings.extend(lacks.map(|finding| (index, finding)));
        } else if !source.text.trim().is_empty() {
            indices.push(index);
            passages.push(passage(add(&mut sources, source), add(&mut targets, target)));
            findings.extend(tag_mismatch::check(unit).map(|finding| (index, finding)));
        }
    }
    let [source, target] = [Article::new(sources, lang), Article::new(targets, lang.other())];
    let both = [&source, &target];
    for mut finding in check_texts(TextKind::Units, both, &passages, glossary, options) {
        let next = passages.partition_point(|passage| passage.target.start <= finding.span.start);
        let Some(at) = next.checked_sub(1) else {
            continue;
        };
        let unit = passages[at].target;
        let end = finding.span.end.min(unit.end) - unit.start;
        finding.span = Span::new(finding.span.start - unit.start, end);
        findings.push((indices[at], finding));
    }
    findings.sort_by_key(|(index, _)| *index);
    findings
}

/// Adds a segment to a text, on lines of its own, and tells where it stands.
fn add(text: &mut Tagged, segment: &Tagged) -> Span {
    let start = text.text.len();
    text.push(segment);
    let span = Span::new(start, text.text.len());
    text.text.push('\n');
    span
}

fn passage(source: Span, target: Span) -> Passage {
    Passage {
        source,
        target,
        pairs: vec![Counterparts { source, target, are_single: true }],
        omitted: Vec::new(),
        unsure: Vec::new(),
    }
}
