//! Units of a memory, each held against its own source.

use hamta::check::{Options, Rule, check_units};
use hamta::text::Lang;

use crate::articles::glossaries;

/// The rule, the unit and the text of each finding in units from Persian.
fn found_in_units(units: &[[&str; 2]]) -> Vec<(Rule, usize, String)> {
    let findings = check_units(units, Lang::Persian, glossaries(), Options::default());
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
