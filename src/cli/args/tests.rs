//! Tests of the help for the verbs.

use clap::Command;

use super::*;

/// The verbs below `command`, with what is typed for each.
fn verbs<'a>(typed: &str, command: &'a Command) -> Vec<(String, &'a Command)> {
    let mut verbs = Vec::new();
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let typed = format!("{typed} {}", verb.get_name());
        if verb.has_subcommands() {
            verbs.extend(self::verbs(&typed, verb));
        } else {
            verbs.push((typed, verb));
        }
    }
    verbs
}

/// What is offered for `argument` of the verb that is typed so.
fn offered_for(typed: &str, argument: &str) -> Vec<String> {
    let command = Args::command();
    let verbs = verbs("hamta", &command);
    let verb = verbs.iter().find(|(of, _)| of == typed).expect("a verb");
    let argument = verb.1.get_arguments().find(|of| of.get_id() == argument).expect("an argument");
    let values = argument.get_possible_values().into_iter();
    values.map(|value| value.get_name().to_owned()).collect()
}

#[test]
fn names_are_offered() {
    let rules = Rule::ALL.map(|rule| rule.name().to_owned());
    assert_eq!(offered_for("hamta check", "only"), rules);
    assert_eq!(offered_for("hamta check", "explain"), rules);
    assert_eq!(offered_for("hamta check", "from"), ["fa", "en"]);
    assert_eq!(offered_for("hamta tm delete", "method"), ["human", "aligned", "machine"]);
    assert!(offered_for("hamta glossary add", "kind").contains(&"person".to_owned()));
}

#[test]
fn a_verb_offers_the_formats_that_it_writes() {
    assert_eq!(offered_for("hamta segment", "format"), ["text", "json"]);
    assert_eq!(offered_for("hamta analyze", "format"), ["text", "json", "csv", "html"]);
    for typed in ["hamta check", "hamta glossary lint"] {
        assert!(offered_for(typed, "format").contains(&"sarif".to_owned()), "{typed}");
    }
}

#[test]
fn every_verb_has_an_example_and_is_in_the_readme() {
    let readme = include_str!("../../../README.md");
    let command = Args::command();
    let verbs = verbs("hamta", &command);
    assert!(verbs.iter().any(|(typed, _)| typed == "hamta tm import"));
    for (typed, verb) in verbs {
        let end = verb.get_after_help().map(ToString::to_string);
        let has_example = end.is_some_and(|end| end.contains(&format!("Example: {typed}")));
        assert!(has_example, "{typed} has no example");
        let mut told = [' ', '`'].map(|after| format!("`{typed}{after}")).into_iter();
        assert!(told.any(|told| readme.contains(&told)), "the README does not explain {typed}");
    }
}
