//! Several translations, held against each other.

use hamta::align::{Lexicons, ReadArticle};
use hamta::check::{
    Finding, Options, Rendered, Renderings, Translation, check_one, inconsistencies,
};
use hamta::segment::Article;
use hamta::text::Lang;

use super::passages_by_lines;
use crate::articles::glossaries;

/// A translation by lines, and its renderings, with the names that the glossary has.
fn translated<'a>(persian: &str, english: &'a str) -> (&'a str, Renderings) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let passages = passages_by_lines(&source, &target);
    let glossary = glossaries();
    let [source, target] = [&source, &target].map(|article| ReadArticle::new(article, glossary));
    let translation = Translation { source: &source, target: &target, passages: &passages };
    let lexicons = &mut Lexicons::default();
    let (_, renderings) = check_one(&translation, glossary, lexicons, Options::default());
    (english, renderings)
}

/// The messages for each of the translations.
fn said(translations: &[&(&str, Renderings)]) -> Vec<Vec<String>> {
    let messages = |findings: &Vec<Finding>| findings.iter().map(|f| f.message.clone()).collect();
    let translations = translations.iter().map(|(text, renderings)| Rendered { text, renderings });
    let translations: Vec<Rendered<'_>> = translations.collect();
    inconsistencies(&translations).iter().map(messages).collect()
}

#[test]
fn a_name_spelt_otherwise_in_another_translation_is_found_there() {
    let most = translated("دارابی آمد.\nدارابی رفت.", "Darabi came.\nDarabi left.");
    let other = translated("بهروز دارابی آمد.", "Behrouz Daraby came.");
    let found = "write “Darabi”, as in 2 other places, not “Daraby”".to_owned();
    assert_eq!(said(&[&most, &other]), [vec![], vec![found.clone()]]);
    assert_eq!(said(&[&other, &most]), [vec![found], vec![]]);
    // Of two spellings that are as frequent the first is right.
    let once = translated("دارابی آمد.", "Darabi came.");
    assert_eq!(
        said(&[&other, &once]),
        [vec![], vec!["write “Daraby”, as in 1 other place, not “Darabi”".to_owned()]]
    );
}

#[test]
fn the_spelling_of_the_glossary_is_right_and_two_that_it_has_are_let_pass() {
    let listed = translated("سرگئی لاوروف آمد.", "Sergey Lavrov came.");
    let admitted = translated("سرگئی لاوروف رفت.", "Sergei Lavrov left.");
    assert_eq!(said(&[&listed, &admitted]), [vec![], Vec::<String>::new()]);
}

#[test]
fn a_segment_translated_otherwise_elsewhere_is_found() {
    let first = translated("گفت‌وگوها ادامه دارد.", "The talks are continuing.");
    let second = translated("گفتگوها ادامه دارد.", "The talks go on.");
    let found = "write “The talks are continuing.”, as before".to_owned();
    assert_eq!(said(&[&first, &second, &first]), [vec![], vec![found], vec![]]);
}
