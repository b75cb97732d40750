//! The program from a shell: each file of `tests/cmd` is a session, its output asserted whole.

use std::process::{Command, Stdio};

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}

fn hamta(args: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command.args(args).stdin(Stdio::null());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("it runs")
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let args = ["match", "tests/articles/lavrov-wonsan.fa.txt", "--format", "json"];
    let first = hamta(&args);
    assert!(first.status.success());
    assert_eq!(first.stdout, hamta(&args).stdout);
}

/// An article that is shared among threads reads as if one segment came after another.
#[test]
fn a_long_article_is_matched_in_order() {
    let folder = tempfile::tempdir().expect("there is room");
    let article = include_str!("../articles/lavrov-wonsan.fa.txt");
    let path = folder.path().join("long.fa.txt");
    std::fs::write(&path, article.repeat(40)).expect("it can be written");
    let path = path.to_string_lossy().into_owned();
    let numbers = |output: std::process::Output| -> Vec<usize> {
        let text = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        let number = |line: &str| line.split(['{', ':', ',']).nth(2)?.parse().ok();
        text.lines().filter_map(number).collect()
    };
    let args = ["match", path.as_str(), "--format", "json"];
    let numbers = numbers(hamta(&args));
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
    assert!(numbers.len() > 400);
    assert_eq!(hamta(&args).stdout, hamta(&args).stdout);
}

/// Files that are shared among threads are told of in order, whichever is done first.
#[test]
fn many_files_are_checked_in_order() {
    let folder = tempfile::tempdir().expect("there is room");
    let write = |name: String, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("it can be written");
    };
    for number in 100..160 {
        let repeated = "He went to to them. ".repeat(usize::from(number % 7 == 0) * 50 + 1);
        write(format!("{number}.en.txt"), &repeated);
        write(format!("{number}.xlf"), "no XML");
        write(format!("{number}.tsv"), "fa\ten\nاو رفت.\t\n");
    }
    let path = folder.path().to_string_lossy().into_owned();
    let args = ["check", path.as_str(), "--format", "short"];
    let [first, second] = [hamta(&args), hamta(&args)];
    assert_eq!(first.status.code(), Some(2));
    assert_eq!(first, second);
    let said = String::from_utf8(first.stderr).expect("it is UTF-8");
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(said.len(), 61, "one line a broken file, and the sums");
    assert!(said[..60].is_sorted(), "{said:?}");
    let found = String::from_utf8(first.stdout).expect("it is UTF-8");
    let count = |rule: &str| found.lines().filter(|line| line.contains(rule)).count();
    assert_eq!([count("untranslated"), count("repeated-word")], [60, 52 + 8 * 51]);
}

/// An analysis is the same, however many threads share the work; of segments that repeat only the first is new.
#[test]
fn a_long_article_is_analyzed_in_order() {
    let folder = tempfile::tempdir().expect("there is room");
    let one: String = (0..300).map(|i| format!("نوبت {i} در وونسان برگزار نشد.\n")).collect();
    let path = folder.path().join("long.fa.txt");
    std::fs::write(&path, one.repeat(2)).expect("it can be written");
    let path = path.to_string_lossy().into_owned();
    let analyzed = |args: &[&str]| {
        let output = hamta(&[&["analyze", "--format", "csv"], args].concat());
        String::from_utf8(output.stdout).expect("it is UTF-8")
    };
    let first = analyzed(&[&path]);
    assert!(first.contains(",repetition,300,"), "{first}");
    assert!(first.contains(",all,600,"), "{first}");
    assert_eq!(first, analyzed(&[&path]));
    let twice = analyzed(&[&path, &path]);
    assert!(twice.contains("all files,cross-file,300,"), "{twice}");
    assert!(twice.contains("all files,repetition,600,"), "{twice}");
}

/// A reader that goes away is no failure.
#[test]
fn a_closed_pipe_is_a_success() {
    for args in [
        &["match", "tests/articles/lavrov-wonsan.fa.txt"][..],
        &["tm", "export"],
        &["tm", "export", "--format", "csv"],
        &["tm", "list"],
        &["glossary", "export"],
        &["glossary", "export", "--as", "csv"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hamta"))
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""));
    }
}

#[test]
fn colours_can_be_asked_for_and_refused() {
    let match_args = ["match", "tests/articles/lavrov-wonsan.fa.txt"];
    let has_colour = |args: &[&str]| hamta(&[&match_args, args].concat()).stdout.contains(&0x1B);
    assert!(!has_colour(&[]), "not in a pipe");
    assert!(has_colour(&["--color", "always"]));
    assert!(!has_colour(&["--color", "never"]));
    let help_has_colour = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
        command.args(args).env("CLICOLOR_FORCE", "1");
        let help = command.output().expect("it runs").stdout;
        help.contains(&0x1B)
    };
    assert!(help_has_colour(&["--help"]));
    assert!(!help_has_colour(&["--color", "never", "--help"]));
    assert!(!help_has_colour(&["match", "--help", "--color=never"]));
}
