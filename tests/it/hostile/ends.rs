//! Whoever was to read the results goes away before their end.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{hamta, project};

/// A reader that goes away after one line is no failure, and nothing is said of it.
#[test]
fn a_closed_pipe_is_a_success_of_every_verb() {
    let folder = project();
    for args in [
        &["segment", "a.fa.txt"][..],
        &["match", "a.fa.txt"],
        &["fold", "رفت"],
        &["check", "a.en.txt", "--error-on", "never"],
        &["check", "a.en.txt", "--error-on", "never", "--format", "sarif"],
        &["check", "--list-rules"],
        &["check", "--explain", "length"],
        &["check", "a.fa.txt", "a.en.txt", "--diff", "--error-on", "never"],
        &["check", "--memory", "--error-on", "never", "--format", "junit"],
        &["align", "a.fa.txt", "a.en.txt"],
        &["align", "a.fa.txt", "a.en.txt", "--format", "html"],
        &["analyze", "a.fa.txt"],
        &["analyze", "a.fa.txt", "--format", "html"],
        &["concordance", "رفت"],
        &["tm", "list"],
        &["tm", "stats"],
        &["tm", "check"],
        &["tm", "undo", "--list"],
        &["tm", "delete", "--origin", "u.tmx", "--dry-run"],
        &["tm", "export"],
        &["tm", "export", "--format", "json"],
        &["glossary", "show", "Wonsan"],
        &["glossary", "search", "W"],
        &["glossary", "lint"],
        &["glossary", "export"],
        &["completions", "zsh"],
        &["--help"],
    ] {
        for lines in 0..2 {
            let mut child = hamta(folder.path(), &[args, &["--quiet"]].concat())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it runs");
            let mut reader = BufReader::new(child.stdout.take().expect("it is piped"));
            for _ in 0..lines {
                reader.read_line(&mut String::new()).expect("it is UTF-8");
            }
            drop(reader);
            let output = child.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{args:?}");
        }
    }
}
