//! `missing-term`: names of the source that its translation lacks.
//!
//! Any form of the entry will do, the forbidden ones and variants too: those are findings of their own. A name with a ye
//! written on to it asks for nothing, since it can be an adjective.

use std::collections::{BTreeSet, HashSet};

use crate::check::finding::{Finding, Severity};
use crate::check::passage::Passage;
use crate::check::rule::{About, Rule};
use crate::glossary::{Ending, Glossary, Kind, Occurrence, Status, Variant};
use crate::segment::Article;
use crate::text::Lang;

pub(super) const ABOUT: About = About {
    name: "missing-term",
    severity: Severity::Warning,
    says: "a name stands in the article, and none of its forms in the translation of the paragraph",
    why: "The name was left out, or is written in a way that the glossary does not know. Any form of the entry will do. A \
          name inside a longer one asks for nothing, and a name may move to another sentence of its paragraph. The words of \
          sums and dates are not asked for: $5 has no dollar in it.",
    fix: "None.",
    example: [
        "لاوروف به وونسان رفت.",
        "Lavrov went there.",
        "Lavrov went to Wonsan.",
    ],
};

/// Those of `names`, which stand in the source of `passage`, that its translation lacks; each once.
pub(super) fn check(
    source: &Article,
    target: &Article,
    passage: &Passage,
    names: Vec<Occurrence>,
    variants: &[Variant],
    glossary: &Glossary,
) -> Vec<Finding> {
    let mut present = present(passage.target.of(target.text()), target.lang(), glossary);
    let here = variants
        .iter()
        .filter(|variant| passage.target.covers(variant.span));
    present.extend(here.flat_map(|variant| variant.near.iter().map(|id| id.entry)));
    let text = passage.source.of(source.text());
    let mut reported = HashSet::new();
    let mut findings = Vec::new();
    for occurrence in names {
        let entries: Vec<usize> = occurrence.terms.iter().map(|id| id.entry).collect();
        let is_present = entries.iter().any(|entry| present.contains(entry));
        let mut kinds = occurrence.terms.iter().map(|&id| glossary.entry(id).kind);
        let is_in_placeables = kinds.all(Kind::is_in_placeables);
        if is_present
            || is_in_placeables
            || occurrence.ending == Ending::Ye
            || !reported.insert(entries)
        {
            continue;
        }
        let Some(forms) = forms(glossary, &occurrence, target.lang()) else {
            continue;
        };
        let found = source.lang().quote(occurrence.span.of(text));
        findings.push(Finding {
            rule: Rule::MissingTerm,
            span: passage.target_of(passage.source.start + occurrence.span.start),
            message: format!("{found} is not here; write {forms}"),
            fix: None,
        });
    }
    findings
}

/// The entries that stand in a translation; in Persian also those in Latin letters, as (KCNA) often does.
fn present(text: &str, lang: Lang, glossary: &Glossary) -> BTreeSet<usize> {
    let mut present = glossary.entries_in(text, lang);
    if lang == Lang::Persian {
        present.extend(glossary.entries_in(text, Lang::English));
    }
    present
}

/// The preferred form, and the admitted ones.
fn forms(glossary: &Glossary, occurrence: &Occurrence, lang: Lang) -> Option<String> {
    let entry = glossary.entry(occurrence.terms[0]);
    let preferred = entry.preferred(lang)?;
    let admitted: Vec<String> = entry
        .with_status(lang, Status::Admitted)
        .map(|form| lang.quote(form))
        .collect();
    Some(match admitted.as_slice() {
        [] => lang.quote(preferred),
        admitted => format!("{} (or {})", lang.quote(preferred), admitted.join(", ")),
    })
}
