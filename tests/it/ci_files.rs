//! What hamta offers to the continuous integration of others names verbs and flags that exist.

use std::fs;
use std::path::Path;
use std::process::Command;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(path).expect("the file is there")
}

/// What `hamta VERB --help` says, where the words before the first flag or path are the verb.
#[track_caller]
fn help(words: &[&str]) -> String {
    let is_verb = |word: &&&str| word.chars().all(|c| c.is_ascii_lowercase());
    let verb: Vec<&str> = words.iter().take_while(is_verb).copied().collect();
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(&verb)
        .arg("--help")
        .output()
        .expect("it runs");
    assert!(!verb.is_empty() && output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

#[track_caller]
fn flags_exist(words: &[&str]) {
    let help = help(words);
    for flag in words.iter().filter(|word| word.len() > 2 && word.starts_with("--")) {
        assert!(help.contains(&format!("{flag} ")), "{flag} of {words:?}");
    }
}

#[test]
fn the_hooks_run_what_exists() {
    let hooks = read(".pre-commit-hooks.yaml");
    let entries = hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: hamta "));
    let entries: Vec<Vec<&str>> = entries.map(|entry| entry.split(' ').collect()).collect();
    assert_eq!(entries.len(), 2);
    for entry in &entries {
        flags_exist(entry);
    }
}

/// Those that pre-commit takes for binary are looked at too.
#[test]
fn the_hooks_run_for_documents() {
    let hooks = read(".pre-commit-hooks.yaml");
    let types = hooks.lines().filter_map(|line| line.trim().strip_prefix("types: "));
    assert_eq!(types.collect::<Vec<_>>(), ["[file]"]);
}

/// What the step of the action that checks calls hamta with, where `error-on` is `level`.
#[cfg(unix)]
fn called_with(level: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let action = read(".github/actions/hamta/action.yml");
    let step = action.split("- name: Check\n").nth(1).expect("a step");
    let script = step.split("run: |\n").nth(1).expect("a script");
    let script = script.lines().take_while(|line| !line.is_empty());
    let script: String = script.map(|line| format!("{}\n", line.trim())).collect();
    let folder = tempfile::tempdir().expect("there is room");
    let program = folder.path().join("hamta/bin/hamta");
    fs::create_dir_all(folder.path().join("hamta/bin")).expect("there is room");
    fs::write(&program, "#!/bin/sh\necho \"$@\"\n").expect("it can be written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script])
        .env("RUNNER_TEMP", folder.path())
        .envs([("PATHS", "news\ndesk\n"), ("ERROR_ON", level), ("FORMAT", "github")])
        .output()
        .expect("it runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

#[cfg(unix)]
#[test]
fn the_action_leaves_to_the_project_what_nobody_says() {
    let action = read(".github/actions/hamta/action.yml");
    let level = action.split("  error-on:\n").nth(1).expect("an input");
    let level = level.lines().find_map(|line| line.trim().strip_prefix("default: "));
    assert_eq!(level, Some("\"\""));
    assert_eq!(called_with(""), "check --format github -- news desk\n");
    assert_eq!(called_with("error"), "check --format github --error-on error -- news desk\n");
}

#[test]
fn the_action_runs_what_exists() {
    let action = read(".github/actions/hamta/action.yml");
    let lines = action.lines().filter_map(|line| line.split_once("bin/hamta\" "));
    let calls: Vec<Vec<&str>> = lines.map(|(_, call)| call.split(' ').collect()).collect();
    assert_eq!(calls.len(), 1);
    flags_exist(&calls[0]);
}
