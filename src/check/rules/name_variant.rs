//! `name-variant`: names in a spelling that no entry lists.

use std::collections::BTreeSet;

use crate::align::ReadArticle;
use crate::check::finding::Finding;
use crate::check::fix::name::Wrong;
use crate::check::names::certain::Certain;
use crate::check::names::misspelt::misspelt;
use crate::check::names::own_name::{has_own_name, is_in_full_name};
use crate::check::names::short_name::ShortNames;
use crate::check::passage::{Passage, mentions};
use crate::check::rule::{About, Rule, Severity};
use crate::glossary::{Consonants, Occurrence, Variant};
use crate::text::sounds::{Sound, sounds_of};
use crate::text::{Lang, Span, Words};

pub(crate) const ABOUT: About = About {
    name: "name-variant",
    severity: Severity::Warning,
    says: "a name stands in the translation in a spelling that the glossary does not list, near one that it does",
    why: "Lavrof and Lavrov are two men to a reader and to a search. A spelling is near a name where few letters differ and \
          it sounds the same, or nearly so, when it is written back into Persian. Where it is one word, the article must have the \
          name; where the translation is Persian always, in the same passage, and oftener than the translation has it in a form that is listed. \
          In English a word that lost, gained or changed one letter inside is found where its passage lacks the name. \
          What sounds as another name of the article does is right: Hossein Rouhani for «حسین روحانی», near Hassan Rouhani; \
          so is one word of a full name: Sidney Powell, near Sydney.",
    fix: "Safe as in forbidden-term, where the name has the same consonants, that of a person the same sounds or one other letter, \
          is near one entry only, and in Persian has no letter joined to it, and more than a title is as the name has it; suggested elsewhere.",
    example: ["لاوروف به وونسان رفت.", "Lavrof went to Wonsan.", "Lavrov went to Wonsan."],
};

/// The variants in a translation. One word is another name where the article has nowhere the one that it is near, as
/// Mylan for Milan. A Persian word has no capital that says it is a name: there the article must have it in the same
/// passage, and oftener than the translation has it in a form that is listed. Beside «ناپل» for its Naples, «ناپولی» is
/// another name. And none is one that the article has as a name of its own.
///
/// Where the article is not known, all that could be variants.
pub(crate) fn variants(certain: &Certain<'_>) -> Vec<Variant> {
    let (target, glossary) = (certain.target, certain.glossary);
    let mut variants = glossary.variants_beside(target.article(), target.folded(), target.names());
    let Some((source, passages)) = certain.source else {
        return variants;
    };
    if variants.is_empty() {
        return misspelt(certain, &variants);
    }
    let everywhere = Span::new(0, source.article().text().len());
    let named = source.mentions().entries_in(everywhere);
    let text = target.article().text();
    let of_persons = of_persons(&variants, certain);
    // Beside Houston itself, "Huston Rockets" is a slip.
    let stands = |variant: &Variant| {
        let mut ids = target.names().iter().flat_map(|name| &name.terms);
        ids.any(|id| variant.near.iter().any(|near| near.entry == id.entry))
    };
    let misspelt = misspelt(certain, &variants);
    variants.retain(|variant| {
        let found = variant.span.of(text);
        let is_persons = || of_persons.contains(&found) && !stands(variant);
        let is_named = variant.near.iter().any(|id| named.contains(&id.entry));
        let is_long =
            || found.contains([' ', '-']) && !certain.is_before_other(variant.span, &variant.near);
        (is_named || is_long()) && !is_persons() && !has_own_name(certain, variant)
    });
    match target.article().lang() {
        Lang::English => {
            variants.extend(misspelt);
            variants.sort_unstable_by_key(|variant| variant.span);
            variants
        }
        Lang::Persian => in_passages(variants, certain, source, passages),
    }
}

/// The spellings that are one word of a full name somewhere in the translation: Sidney of Sidney Powell, who may be
/// Sidney from then on.
fn of_persons<'a>(variants: &[Variant], certain: &Certain<'a>) -> Vec<&'a str> {
    let text = certain.target.article().text();
    let of_persons = variants.iter();
    let of_persons = of_persons.filter(|variant| is_in_full_name(certain, variant));
    of_persons.map(|variant| variant.span.of(text)).collect()
}

/// Those whose names their passages have in the article, oftener than in a form that is listed.
fn in_passages(
    mut variants: Vec<Variant>,
    certain: &Certain<'_>,
    source: &ReadArticle<'_>,
    passages: &[Passage],
) -> Vec<Variant> {
    let (target, entries) = (certain.target, certain.glossary.entries());
    let named = |passage: &Passage| source.mentions().entries_in(passage.source);
    let named: Vec<_> = passages.iter().map(named).collect();
    // A name whose half-spaces stand elsewhere is found as itself too.
    let is_variant = |name: &&Occurrence| {
        let mut spans = variants.iter().map(|variant| variant.span);
        spans.any(|span| span.overlaps(name.span))
    };
    let listed = target.names().iter().filter(|name| !is_variant(name));
    let listed: Vec<Occurrence> = listed.cloned().collect();
    // A surname that the article has in the full name alone needs no more: beside «مسعود پزشکیان», «پزشکان» is a word.
    let is_inside_in_both = |passage: &Passage, entry: usize| {
        mentions(source.names(), passage.source, entry) == 0
            && (target.mentions().places_in(passage.target)).any(|(_, there)| there == entry)
    };
    // A short form of another name of the article: «امان», Amman, beside Oman.
    let is_short = |variant: &Variant, named: &BTreeSet<usize>| {
        let found = variant.span.of(target.article().text());
        let is_other = |entry: &&usize| variant.near.iter().all(|id| id.entry != **entry);
        let said = ShortNames::new(found, Lang::Persian);
        let mut others = named.iter().filter(is_other);
        !found.contains(' ') && others.any(|&entry| said.has(&entries[entry]))
    };
    variants.retain(|variant| {
        let here = passages.iter().zip(&named);
        let mut here = here.filter(|(passage, _)| passage.target.covers(variant.span));
        here.any(|(passage, named)| {
            let mut near = variant.near.iter().map(|id| id.entry);
            near.any(|entry| {
                named.contains(&entry)
                    && passage.lacks(entry, source.names(), &listed)
                    && !is_inside_in_both(passage, entry)
            }) && !is_short(variant, named)
        })
    });
    variants
}

/// The findings for `variants`, which were found in a translation.
pub(crate) fn check(variants: &[Variant], certain: &Certain<'_>) -> Vec<Finding> {
    let (target, glossary) = (certain.target.article(), certain.glossary);
    let lang = target.lang();
    let of_persons = of_persons(variants, certain);
    let finding = |variant: &Variant| {
        let found = variant.span.of(target.text());
        let wrong = Wrong {
            text: target.text(),
            lang,
            span: variant.span,
            term: &glossary.term(variant.near[0], lang).text,
            right: glossary.right_spelling(variant, lang),
        };
        let is_only = variant.near.iter().all(|id| id.entry == variant.near[0].entry);
        // A Persian letter that is joined may be one of the name: ناپولی is not ناپل.
        let is_whole = lang == Lang::English
            || !target.text()[variant.span.end..].starts_with(char::is_alphabetic);
        // A word with a ye may be an adjective, or a word of its own: پارسی is not پاریس.
        let is_adjective =
            lang == Lang::Persian && found.ends_with('ی') && !wrong.right.ends_with('ی');
        let is_same = variant.consonants == Consonants::Same && !variant.is_as_titled;
        let is_certain = is_only
            && is_whole
            && is_same
            && !is_adjective
            && !(lang == Lang::Persian && have_other_vowels(found, wrong.right))
            && !of_persons.contains(&found)
            && is_one_person(variant, certain, wrong.right);
        let is_meant = || {
            certain.is_of(variant.span, &variant.near)
                && certain.is_wanting(variant.span, &variant.near)
        };
        let fix = wrong.fix(is_certain && is_meant());
        Finding {
            rule: Rule::NameVariant,
            span: variant.span,
            message: format!(
                "write {}, not {} ({})",
                lang.quote(&fix.text),
                lang.quote(found),
                why(variant)
            ),
            fix: Some(fix),
            about: None,
        }
    };
    let is_as_written = |variant: &&Variant| {
        let found = variant.span.of(target.text());
        let mut near = variant.near.iter();
        near.any(|&id| is_written_both_ways(found, &glossary.term(id, lang).text))
            || is_parted_alike(variant, certain)
    };
    let wrong = variants.iter().filter(|variant| !is_as_written(variant));
    wrong.map(finding).collect()
}

/// Whether the name of a person that is one word is written in two, without another letter, in the article too: «علی
/// نژاد» can be Ali Nejad.
fn is_parted_alike(variant: &Variant, certain: &Certain<'_>) -> bool {
    let Some((source, here)) = certain.source_of(variant.span) else {
        return false;
    };
    let here: Vec<&Passage> = here.collect();
    let has_space = |text: &str, span: Span| span.of(text).contains(' ');
    let is_near = |name: &Occurrence| {
        let mut ids = name.terms.iter();
        ids.any(|id| variant.near.iter().any(|near| near.entry == id.entry))
    };
    let is_beside = |name: &Occurrence| here.iter().any(|it| it.source.covers(name.span));
    let mut names = source.names().iter();
    variant.distance == 0
        && has_space(certain.target.article().text(), variant.span)
        && certain.are_people(&variant.near)
        && names.any(|name| {
            has_space(source.article().text(), name.span) && is_near(name) && is_beside(name)
        })
}

/// Whether a person is no other one: John Carey is not John Kerry, though both are «جان کری». One letter may differ, or
/// those with which one sound is written, as in Lawrow.
fn is_one_person(variant: &Variant, certain: &Certain<'_>, right: &str) -> bool {
    let article = certain.target.article();
    let heard = |name: &str| -> Vec<Sound> {
        let words = Words::of(name, article.lang());
        words.tokens().flat_map(sounds_of).collect()
    };
    !certain.are_people(&variant.near)
        || variant.distance <= 1
        || heard(variant.span.of(article.text())) == heard(right)
}

/// Whether two Persian names differ only in what may be written in both ways: the space after a particle (دا سیلوا,
/// داسیلوا), the article of a surname (القسام, قسام), a hamza between vowels (جامائیکا, جامایکا), and the ye of an
/// ezafe between its words, after a vowel (لئوی چهاردهم, لئو چهاردهم).
fn is_written_both_ways(found: &str, term: &str) -> bool {
    const PARTICLES: [&str; 6] = ["ابن", "ال", "دا", "دو", "فان", "فون"];
    let joined = |name: &str| {
        let mut joined = String::new();
        let mut words = name.split([' ', '\u{200C}']).peekable();
        while let Some(word) = words.next() {
            let word = without_article(word);
            let has_ezafe =
                words.peek().is_some() && (word.ends_with("ای") || word.ends_with("وی"));
            joined.push_str(word.strip_suffix('ی').filter(|_| has_ezafe).unwrap_or(word));
            if !PARTICLES.contains(&word) {
                joined.push(' ');
            }
        }
        with_one_ye(&joined)
    };
    joined(found) == joined(term)
}

/// Whether nothing but long vowels makes two Persian names differ: of one from another language both may be right
/// (آکسیوس, اکسیوس; کارولین لویت, کارولین لیویت).
fn have_other_vowels(found: &str, term: &str) -> bool {
    let is_vowel = |c: &char| matches!(c, 'ا' | 'آ' | 'و' | 'ی' | 'ئ');
    let consonants = |name: &str| -> String { name.chars().filter(|c| !is_vowel(c)).collect() };
    found != term && consonants(found) == consonants(term)
}

/// A word without the Arabic article, where enough is left of it for a name.
fn without_article(word: &str) -> &str {
    const FEWEST: usize = 3;
    let rest = word.strip_prefix("ال");
    rest.filter(|rest| rest.chars().count() >= FEWEST).unwrap_or(word)
}

/// A name with one ye after alef and vav, where it is written with a hamza or with two.
fn with_one_ye(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            'ی' | 'ئ' if written.ends_with("ای") || written.ends_with("وی") => {}
            'ی' | 'ئ' if written.ends_with(['ا', 'و']) => written.push('ی'),
            letter => written.push(letter),
        }
    }
    written
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
