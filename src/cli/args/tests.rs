//! Tests of the help for the verbs.

use clap::{Command, CommandFactory};

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
