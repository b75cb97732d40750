//! The rules of `check` by the tables of `tests/check/`.

use std::collections::BTreeMap;

use hamta::check::{Finding, Rule};
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::Lang;

use crate::articles::glossaries;
use crate::check::checked_by_lines;

/// A source, its translation, and where the rule finds something in that.
struct Case<'a> {
    line: usize,
    rule: Rule,
    source: Article,
    target: Article,
    found: Vec<&'a str>,
}

/// What parts a text that is found from what is safely written instead.
const INSTEAD: &str = " → ";

/// The rules that find nothing in one article without a glossary; the one for tags has cases of its own.
const ELSEWHERE: [Rule; 6] = [
    Rule::ForbiddenTerm,
    Rule::InconsistentName,
    Rule::InconsistentTranslation,
    Rule::MissingTerm,
    Rule::NameVariant,
    Rule::TagMismatch,
];

/// The fewest cases of a rule in the table.
const FEWEST: usize = 12;

/// What is found without a glossary: the rules that need one have tables of their own.
fn found_in(source: &Article, target: &Article) -> Vec<Finding> {
    checked_by_lines(source, target, &Glossary::new(Vec::new()))
}

#[test]
fn the_rules_find_what_the_table_says() {
    let cases = cases(include_str!("../check/cases.tsv"));
    let mut wrong = Vec::new();
    let mut counts: BTreeMap<Rule, [usize; 2]> = BTreeMap::new();
    for case in &cases {
        counts.entry(case.rule).or_default()[usize::from(case.found.is_empty())] += 1;
        let findings = found_in(&case.source, &case.target);
        let its = findings.iter().filter(|finding| finding.rule == case.rule);
        let found: Vec<&str> = its.map(|f| f.span.of(case.target.text())).collect();
        if found != case.found {
            wrong.push(format!("line {}: found {found:?}", case.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all = Rule::ALL.into_iter().filter(|rule| !ELSEWHERE.contains(rule));
    for rule in all {
        let [right, silent] = counts.get(&rule).copied().unwrap_or_default();
        let is_enough = right + silent >= FEWEST && right >= 3 && silent >= 3;
        assert!(is_enough, "{} has too few cases", rule.name());
    }
}

#[test]
fn the_rules_of_names_find_what_their_table_says() {
    let glossary = glossaries();
    let mut wrong = Vec::new();
    for case in cases(include_str!("../check/names.tsv")) {
        let findings = checked_by_lines(&case.source, &case.target, glossary);
        let its = findings.iter().filter(|finding| finding.rule == case.rule);
        let text = |finding: &Finding| {
            let there = finding.span.of(case.target.text());
            let found = finding.about.clone().unwrap_or_else(|| there.to_owned());
            match finding.fix.as_ref().filter(|fix| fix.is_safe) {
                Some(fix) => format!("{found}{INSTEAD}{}", fix.text),
                None => found,
            }
        };
        let found: Vec<String> = its.map(text).collect();
        if found != case.found {
            wrong.push(format!("line {}: found {found:?}", case.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fix_mends_what_was_found() {
    for case in cases(include_str!("../check/cases.tsv")) {
        let mut text = case.target.text().to_owned();
        let mut fixed: Vec<Finding> = found_in(&case.source, &case.target)
            .into_iter()
            .filter(|finding| finding.rule == case.rule && finding.fix.is_some())
            .collect();
        if fixed.is_empty() {
            continue;
        }
        fixed.sort_by_key(|finding| std::cmp::Reverse(finding.span));
        for finding in fixed {
            let fix = finding.fix.expect("it has one");
            text.replace_range(finding.span.range(), &fix.text);
        }
        let mended = Article::new(text, case.target.lang());
        let left = found_in(&case.source, &mended);
        let is_left = left.iter().any(|finding| finding.rule == case.rule);
        assert!(!is_left, "line {}: {}", case.line, mended.text());
    }
}

#[test]
#[should_panic(expected = "line 1 has 3 columns")]
fn a_row_without_its_columns_is_refused() {
    cases("untranslated\tیک\tone");
}

#[test]
#[should_panic(expected = "line 1 names no rule")]
fn a_row_of_an_unknown_rule_is_refused() {
    cases("spelling\tیک\tone\t");
}

#[test]
#[should_panic(expected = "line 1 expects what its target has not")]
fn a_row_that_expects_other_words_is_refused() {
    cases("untranslated\tیک\tone\ttwo");
}

/// The cases of a table: rule, source, target, the texts that are found; `\n` parts the segments of an article.
fn cases(table: &str) -> Vec<Case<'_>> {
    let lines = table.lines().enumerate();
    let rows = lines.filter(|(_, line)| !line.starts_with('#'));
    rows.map(|(i, line)| case(i + 1, line)).collect()
}

fn case(line: usize, row: &str) -> Case<'_> {
    let cells: Vec<&str> = row.split('\t').collect();
    assert_eq!(cells.len(), 4, "line {line} has {} columns", cells.len());
    let rule = Rule::from_name(cells[0]);
    assert!(rule.is_some(), "line {line} names no rule");
    let lang = Lang::of(cells[1]).expect("the source has letters");
    let text = |cell: &str| cell.replace("\\n", "\n");
    let found: Vec<&str> = cells[3].split(" | ").filter(|text| !text.is_empty()).collect();
    let is_there = found.iter().all(|found| {
        let text = found.split(INSTEAD).next().unwrap_or(found);
        cells[2].contains(text) || cells[1].contains(text)
    });
    assert!(is_there, "line {line} expects what its target has not");
    Case {
        line,
        rule: rule.expect("it was looked at"),
        source: Article::new(text(cells[1]), lang),
        target: Article::new(text(cells[2]), lang.other()),
        found,
    }
}
