//! Countries that are said together with others, or with what is theirs: "the two countries" for «ایران و تاجیکستان»,
//! the E3 for Britain, France and Germany, «سپاه پاسداران» for "Iran's Revolutionary Guards".

use std::collections::BTreeSet;

use crate::check::names::government::Named;
use crate::check::names::present::Present;
use crate::glossary::{Entry, Glossary, Kind};
use crate::text::Lang;

/// What says several countries at once, as it folds.
const SEVERAL: [&str; 17] = [
    "both countries",
    "both governments",
    "both nations",
    "both sides",
    "four countries",
    "three countries",
    "three nations",
    "two countries",
    "two governments",
    "two nations",
    "two neighbors",
    "two neighbours",
    "two sides",
    "دو دولت",
    "دو طرف",
    "دو کشور",
    "سه کشور",
];

/// The three countries of Europe that speak as one, and what they are called.
const THREE: [&str; 3] = ["Britain", "France", "Germany"];
const AS_ONE: &str = "E3";

/// Whether a country or a group of countries that an article names is `present` so.
pub(crate) fn is_said(named: &Named<'_>, present: &Present<'_>, glossary: &Glossary) -> bool {
    let entry = |number: usize| &glossary.entries()[number];
    let is_country = |entry: &Entry| matches!(entry.kind, Kind::Country | Kind::Demonym);
    let mut own = named.entries.iter().map(|&number| entry(number));
    let is_group = own.clone().any(|own| is_called(own, AS_ONE));
    if is_group {
        let is_there = |name: &str| present.entries.iter().any(|&it| is_called(entry(it), name));
        return THREE.iter().all(|name| is_there(name));
    }
    if !own.clone().any(is_country) {
        return false;
    }
    let is_of_three = || own.clone().any(|own| THREE.iter().any(|name| is_called(own, name)));
    let is_as_one = || present.entries.iter().any(|&it| is_called(entry(it), AS_ONE));
    let are_several = || {
        let places = named.source.mentions().places_in(named.part);
        let countries =
            places.map(|(_, number)| number).filter(|&number| is_country(entry(number)));
        let names = countries.filter_map(|number| entry(number).preferred(Lang::Persian));
        names.collect::<BTreeSet<_>>().len() > 1
    };
    present.says(&SEVERAL) && are_several()
        || is_of_three() && is_as_one()
        || own.any(|own| is_by_its_body(named, own, present, glossary))
}

/// Whether an institution of a country stands beside the name of that, and is there: English says whose it is.
fn is_by_its_body(
    named: &Named<'_>,
    country: &Entry,
    present: &Present<'_>,
    glossary: &Glossary,
) -> bool {
    const BETWEEN: [&str; 3] = [" ", "'s ", "’s "];
    let article = named.source.article();
    let is_beside = |from: usize, to: usize| {
        article.text().get(from..to).is_some_and(|between| BETWEEN.contains(&between))
    };
    let is_of_country = |body: &Entry| {
        let mut names = country.english.iter().map(|term| &*term.text);
        body.kind == Kind::Organisation
            && names.any(|name| {
                body.note.starts_with(name)
                    || body.english.iter().any(|term| term.text.contains(name))
            })
    };
    let mut names = named.source.names().iter();
    names.any(|name| {
        let is_next = match article.lang() {
            Lang::English => is_beside(named.span.end, name.span.start),
            Lang::Persian => is_beside(name.span.end, named.span.start),
        };
        is_next
            && name
                .terms
                .iter()
                .any(|id| is_of_country(glossary.entry(*id)) && present.has_one(&[id.entry], false))
    })
}

fn is_called(entry: &Entry, name: &str) -> bool {
    entry.english.iter().any(|term| term.text == name)
}
