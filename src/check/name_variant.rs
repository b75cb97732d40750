//! `name-variant`: names in a spelling that no entry lists.

use crate::check::certain::Certain;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::name::Wrong;
use crate::check::rule::{About, Rule};
use crate::glossary::{Consonants, Variant};
use crate::text::Lang;

pub(super) const ABOUT: About = About {
    name: "name-variant",
    severity: Severity::Warning,
    says: "a name stands in the translation in a spelling that the glossary does not list, near one that it does",
    why: "Lavrof and Lavrov are two men to a reader and to a search. A spelling is near a name where few letters differ and \
          it sounds the same, or nearly so, when it is written back into Persian. Where it is one word, the article must have the \
          name; where the translation is Persian always, in the same passage, and oftener than the translation has it in a form that is listed.",
    fix: "Safe as in forbidden-term, where the name has the same consonants, is near one entry only and in Persian has no \
          letter joined to it, and more than a title is as the name has it; suggested elsewhere.",
    example: [
        "لاوروف به وونسان رفت.",
        "Lavrof went to Wonsan.",
        "Lavrov went to Wonsan.",
    ],
};

/// The findings for `variants`, which were found in a translation.
pub(super) fn check(variants: &[Variant], certain: &Certain<'_>) -> Vec<Finding> {
    let (target, glossary) = (certain.target.article(), certain.glossary);
    let lang = target.lang();
    let finding = |variant: &Variant| {
        let found = lang.quote(variant.span.of(target.text()));
        let wrong = Wrong {
            text: target.text(),
            lang,
            span: variant.span,
            term: &glossary.term(variant.near[0], lang).text,
            right: glossary.right_spelling(variant, lang),
        };
        let is_only = variant
            .near
            .iter()
            .all(|id| id.entry == variant.near[0].entry);
        // A Persian letter that is joined may be one of the name: ناپولی is not ناپل.
        let is_whole = lang == Lang::English
            || !target.text()[variant.span.end..].starts_with(char::is_alphabetic);
        let is_same = variant.consonants == Consonants::Same && !variant.is_as_titled;
        let is_certain = is_only && is_whole && is_same;
        let fix = wrong.fix(is_certain && certain.is_of(variant.span, &variant.near));
        Finding {
            rule: Rule::NameVariant,
            span: variant.span,
            message: format!(
                "write {}, not {found} ({})",
                lang.quote(&fix.text),
                why(variant)
            ),
            fix: Some(fix),
            about: None,
        }
    };
    variants.iter().map(finding).collect()
}

/// What speaks for it.
fn why(variant: &Variant) -> String {
    let letters = match variant.distance {
        0 => "the same letters".to_owned(),
        1 => "1 letter differs".to_owned(),
        count => format!("{count} letters differ"),
    };
    match variant.consonants {
        Consonants::Same => format!("{letters}; the same consonants in Persian"),
        Consonants::Near => format!("{letters}; nearly the same consonants in Persian"),
    }
}
