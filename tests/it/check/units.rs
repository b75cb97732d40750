//! Units of a memory, each held against its own source.

use hamta::check::{Options, Rule, UnitTexts, check_units};
use hamta::text::Lang;

use crate::articles::glossaries;
use crate::carry::tagged;

/// The rule, the unit and the text of each finding in units from Persian.
fn found_in_units(units: &[[&str; 2]]) -> Vec<(Rule, usize, String)> {
    let texts: Vec<UnitTexts> = units.iter().map(|unit| UnitTexts::from(*unit)).collect();
    let findings = check_units(&texts, Lang::Persian, glossaries(), Options::default());
    let shown = findings.iter().map(|(unit, finding)| {
        let text = finding.span.of(units[*unit][1]);
        (finding.rule, *unit, text.to_owned())
    });
    shown.collect()
}

#[test]
fn findings_in_units_point_into_their_unit() {
    let units = [
        ["لاوروف به وونسان رفت.", "Lavrov went to Vonsan."],
        ["", "nothing"],
        ["او رفت.\nاو آمد.", "He went to to\nVonsan."],
        ["پایان", " "],
        ["۱۲", ""],
        ["در این انفجار ۳۲۰ نفر زخمی شدند.", "230 people were injured."],
    ];
    let expected = [
        (Rule::ForbiddenTerm, 0, "Vonsan"),
        (Rule::RepeatedWord, 2, "to to"),
        (Rule::ForbiddenTerm, 2, "Vonsan"),
        (Rule::Untranslated, 3, ""),
        (Rule::NumberMismatch, 5, "230"),
    ];
    let found = found_in_units(&units);
    let found: Vec<_> =
        found.iter().map(|(rule, unit, text)| (*rule, *unit, text.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_name_must_be_in_its_own_unit() {
    let units = [["لاوروف رفت.", "He went away."], ["او آمد.", "Lavrov came."]];
    let found = found_in_units(&units);
    let expected = (Rule::MissingTerm, 0, "He went away.".to_owned());
    assert_eq!(found, [expected]);
}

#[test]
fn units_in_two_wordings_are_found_among_others() {
    let units = [
        ["گفت‌وگوها ادامه دارد.", "The talks are continuing."],
        ["او رفت.", "He left."],
        ["گفت‌وگوها ادامه دارد.", "The negotiations go on."],
    ];
    let found = found_in_units(&units);
    let text = "The negotiations go on.".to_owned();
    assert_eq!(found, [(Rule::InconsistentTranslation, 2, text)]);
}

/// The rule and the text of each finding in one unit from English, whose tags are written as `carry` has them in its
/// tests.
#[track_caller]
fn found_beside_tags(source: &str, target: &str, expected: &[(Rule, &str)]) {
    let unit = UnitTexts::from([source, target].map(tagged));
    let text = unit.target.text.clone();
    let findings = check_units(&[unit], Lang::English, glossaries(), Options::default());
    let found: Vec<_> =
        findings.iter().map(|(_, finding)| (finding.rule, finding.span.of(&text))).collect();
    assert_eq!(found, expected, "{target}");
}

#[test]
fn units_whose_placeholders_differ_are_not_one_text() {
    let units = [
        ["Copy {1} to {2} to {3}.", "از {1} در {2} تا {3} رونوشت بگیرید."],
        ["Copy {1} to {2}, to {3}.", "{1} را به {2} و {3} ببرید."],
        ["Copy this [1file1] now.", "اکنون از این [1پرونده1] رونوشت بگیرید."],
        ["Copy this [1file1] now.", "این [1پرونده1] را اکنون ببرید."],
    ];
    let units = units.map(|unit| UnitTexts::from(unit.map(tagged)));
    let findings = check_units(&units, Lang::English, glossaries(), Options::default());
    let found: Vec<_> = findings.iter().map(|(unit, finding)| (finding.rule, *unit)).collect();
    assert_eq!(found, [(Rule::InconsistentTranslation, 3)]);
}

/// What a program puts in stands between the words on its two sides.
#[test]
fn no_rule_looks_across_a_placeholder() {
    let silent = |source, target| found_beside_tags(source, target, &[]);
    silent("Dear {1}, hello and {2}.", "دوست گرامی {1}، سلام و {2}.");
    silent("Hello {1}, {2} came.", "سلام {1}،{2} آمد.");
    silent("Copy {1} and {2} and {3} here.", "از {1} و {2} و {3} رونوشت بگیرید.");
    silent("Press the key {1}.", "کلید {1} ها را بزنید.");
    silent("He is going to {1}.", "او می {1} رود.");
    silent("He said {1} of {2}.", "شده {1} اند از {2}.");
    // Formatting and notes are nothing, so that all is found.
    let comma = [(Rule::Punctuation, " ،")];
    found_beside_tags("Dear [1friend1], hello.", "دوست [1گرامی1] ، سلام.", &comma);
    found_beside_tags("Dear friend<1>, hello.", "دوست گرامی<1> ، سلام.", &comma);
    let twice = [(Rule::RepeatedWord, "از از")];
    found_beside_tags("Copy [1it1].", "از [1از1] این رونوشت بگیرید.", &twice);
    found_beside_tags("The {1} keys.", "کلید ها {1}.", &[(Rule::PersianSpelling, "کلید ها")]);
}
