//! Capitals and countries that stand for one government: Washington agreed for «آمریکا موافقت کرد».

use std::collections::BTreeSet;

use crate::align::ReadArticle;
use crate::check::names::present::Present;
use crate::glossary::{Entry, Glossary, Kind};
use crate::text::{Lang, Span};

/// Words after which a name is a place, and no government, in the article.
const BEFORE_PLACES: [(Lang, &[&str]); 2] = [
    (Lang::Persian, &["از", "به", "تا", "در", "شهر", "نزدیک"]),
    (Lang::English, &["at", "from", "in", "into", "near", "outside", "to"]),
];

/// Those after which it surely is one in the translation, where a government can be spoken to.
const SURELY_BEFORE_PLACES: [(Lang, &[&str]); 2] =
    [(Lang::Persian, &["در", "شهر"]), (Lang::English, &["at", "in", "near", "outside"])];

/// Words with which a government is spoken to, for all that it stands after "to".
const SPOKEN_TO: [&str; 8] = [
    "letter to",
    "letters to",
    "message to",
    "warning to",
    "نامه به",
    "پیام به",
    "پیامی به",
    "هشدار به",
];

/// What an article calls the country of a government that it named, as it folds.
const OWN_COUNTRY: [&str; 4] = ["کشورش", "کشور او", "کشور خود", "his country"];

/// A union of countries that is called by its seat too, which stands before it here.
const UNION: [&str; 2] = ["Brussels", "European Union"];

/// What stands for the name of a capital anywhere.
const CAPITAL: [&str; 2] = ["پایتخت", "the capital"];

/// What makes of a country or people its capital: "the Afghan capital", «پایتخت افغانستان».
const BEFORE_CAPITALS: [&str; 2] = ["پایتخت ", "capital of "];
const AFTER_CAPITALS: [&str; 3] = [" capital", "'s capital", "’s capital"];

/// Where a name stands in an article, and what may stand for it in the translation.
pub(crate) struct Named<'a> {
    pub(crate) source: &'a ReadArticle<'a>,
    /// The name.
    pub(crate) span: Span,
    /// The part of the article whose translation is looked at.
    pub(crate) part: Span,
    /// The entries that the name can be of, by index.
    pub(crate) entries: &'a [usize],
    pub(crate) is_headline: bool,
}

/// Whether the government that a name may stand for is `present` by its country, where it was named by the capital, or
/// by its capital, where it was named by the country. In a headline it may, wherever the name stands. A capital that
/// the article calls that of its country says both.
pub(crate) fn is_said(named: &Named<'_>, present: &Present<'_>, glossary: &Glossary) -> bool {
    let entry = |&entry: &usize| &glossary.entries()[entry];
    let is_capital = |entry: &Entry| entry.capital_of().is_some();
    let own = named.entries.iter().map(entry);
    if own.clone().any(is_capital) && present.says(&CAPITAL) {
        return true;
    }
    let source = named.source.article();
    let (before, after) = (&source.text()[..named.span.start], &source.text()[named.span.end..]);
    let is_of_capital = BEFORE_CAPITALS.iter().any(|of| before.ends_with(of))
        || AFTER_CAPITALS.iter().any(|capital| after.starts_with(capital));
    let mut there = present.entries.iter().map(entry);
    if is_of_capital && there.any(|there| own.clone().any(|own| is_of(there, own))) {
        return true;
    }
    let is_place = is_after(&BEFORE_PLACES, source.lang(), source.text(), named.span);
    let is_spoken_to = || SPOKEN_TO.iter().any(|words| before.trim_end().ends_with(words));
    if !named.is_headline && is_place && !is_spoken_to() {
        return false;
    }
    let is_by_country = |capital: &Entry| {
        stands_for_other(named, present, |there| is_of(capital, entry(&there)))
            || present.says(&OWN_COUNTRY)
    };
    let is_by_capital =
        |country: &Entry| stands_for_other(named, present, |there| is_of(entry(&there), country));
    let mut own = own;
    own.any(|own| if is_capital(own) { is_by_country(own) } else { is_by_capital(own) })
}

/// Whether such entries, which are one government, stand in the translation, and not as a place, oftener than in the
/// article: once for another.
fn stands_for_other(
    named: &Named<'_>,
    present: &Present<'_>,
    is_it: impl Fn(usize) -> bool,
) -> bool {
    let mut entries = present.entries.iter().filter(|entry| is_it(**entry)).peekable();
    if entries.peek().is_none() {
        return false;
    }
    let target = present.target.article();
    let is_place = |span| is_after(&SURELY_BEFORE_PLACES, target.lang(), target.text(), span);
    let there = entries.flat_map(|&entry| present.places_of(entry));
    let there: BTreeSet<usize> =
        there.filter(|span| !is_place(*span)).map(|span| span.start).collect();
    let in_article = named.source.mentions().places_in(named.part);
    let in_article = in_article.filter(|(_, entry)| is_it(*entry));
    let in_article: BTreeSet<usize> = in_article.map(|(span, _)| span.start).collect();
    named.is_headline || there.len() > in_article.len()
}

/// Whether one of the words of the language stands right before a name.
fn is_after(words: &[(Lang, &[&str])], lang: Lang, text: &str, name: Span) -> bool {
    let before = text[..name.start].strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit([' ', '\n']).next().unwrap_or_default().to_lowercase();
    words.iter().any(|(its, words)| *its == lang && words.contains(&&*word))
}

/// Whether a city is the capital of a country, or of that of a people, or the seat of the union of countries.
fn is_of(capital: &Entry, country: &Entry) -> bool {
    let is_called = |entry: &Entry, name: &str| entry.english.iter().any(|term| term.text == name);
    let is_country = matches!(country.kind, Kind::Country | Kind::Demonym);
    let named = capital.capital_of().filter(|_| is_country);
    let [seat, union] = UNION;
    named.is_some_and(|named| is_called(country, named))
        || is_called(capital, seat) && is_called(country, union)
}
