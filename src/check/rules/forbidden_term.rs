//! `forbidden-term`: forms that the glossary forbids.

use crate::check::finding::Finding;
use crate::check::fix::name::Wrong;
use crate::check::names::certain::Certain;
use crate::check::names::own_name::is_said_so;
use crate::check::rule::{About, Rule, Severity};
use crate::glossary::Status;

pub(crate) const ABOUT: About = About {
    name: "forbidden-term",
    severity: Severity::Error,
    says: "a form stands in the translation that the glossary forbids",
    why: "A name written in two ways is two names to a reader and to a search. A form that another entry allows is not \
          found, nor is one that is part of a longer term, nor that of an institution which the article itself has: ITAR-TASS for «ایتارتاس».",
    fix: "Safe, with the capitals of the form and with what is written on to it, where the article has the name in the same \
          passage, by itself and without a ye, oftener than the translation has it in a form that is allowed; suggested elsewhere, where another name stands beside it, where several entries forbid the form, where \"a\" or \"the\", a plural or an ending would have to change with it, and inside an \
          address.",
    example: ["لاوروف به وونسان رفت.", "Lavrov went to Vonsan.", "Lavrov went to Wonsan."],
};

/// The forbidden forms among the names of a translation.
pub(crate) fn check(certain: &Certain<'_>) -> Vec<Finding> {
    let (target, glossary) = (certain.target.article(), certain.glossary);
    let lang = target.lang();
    let mut findings = Vec::new();
    for occurrence in certain.target.names() {
        let mut terms = occurrence.terms.iter();
        let is_allowed = terms.any(|&id| glossary.term(id, lang).status != Status::Forbidden);
        // Words between which a program puts something in are no name.
        let is_parted = target.content().is_parted_inside(occurrence.span);
        if is_allowed || is_parted || is_said_so(certain, occurrence) {
            continue;
        }
        let id = occurrence.terms[0];
        let Some(preferred) = glossary.entry(id).preferred(lang) else {
            continue;
        };
        let found = occurrence.span.of(target.text());
        let wrong = Wrong {
            text: target.text(),
            lang,
            span: occurrence.span,
            term: &glossary.term(id, lang).text,
            right: preferred,
        };
        let mut entries = occurrence.terms.iter().map(|&id| glossary.entry(id));
        let is_one = entries.all(|entry| entry.preferred(lang) == Some(preferred));
        let is_meant = || {
            certain.is_of(occurrence.span, &occurrence.terms)
                && certain.is_wanting(occurrence.span, &occurrence.terms)
        };
        let fix = wrong.fix(is_one && is_meant());
        let why = match glossary.term(id, lang).note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        findings.push(Finding {
            rule: Rule::ForbiddenTerm,
            span: occurrence.span,
            message: format!("write {}, not {}{why}", lang.quote(&fix.text), lang.quote(found)),
            fix: Some(fix),
            about: None,
        });
    }
    findings
}
