//! `hamta check` of several articles: what one of them says is held against the others, and where names are asked for.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What is said of the articles in a folder, which belong to the project itself.
fn said(folder: &Path, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(["check", ".", "--format", "short", "--quiet"])
        .args(["--project", env!("CARGO_MANIFEST_DIR")])
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("it can be written");
    }
}

#[test]
fn a_name_spelt_otherwise_in_another_file_is_found() {
    let folder = tempfile::tempdir().expect("there is room");
    let files = [
        ("a.fa.txt", "بهروز دارابی آمد.\n"),
        ("a.en.txt", "Behrouz Daraby came.\n"),
        ("b.fa.txt", "دارابی آمد.\nدارابی رفت.\n"),
        ("b.en.txt", "Darabi came.\nDarabi left.\n"),
    ];
    write(folder.path(), &files);
    let expected = "a.en.txt:1:9: warning[inconsistent-name]: write “Darabi”, as in 2 other places, not “Daraby”\n";
    assert_eq!(said(folder.path(), &[]), expected);
    assert_eq!(
        said(folder.path(), &["--rule", "inconsistent-name=off"]),
        ""
    );
    fs::remove_file(folder.path().join("b.en.txt")).expect("it is there");
    assert_eq!(said(folder.path(), &[]), "");
}

#[test]
fn the_scope_of_missing_term_is_the_arguments_or_else_the_projects() {
    let folder = tempfile::tempdir().expect("there is room");
    let files = [
        (
            "a.fa.txt",
            "لاوروف روز جمعه ۱۲ سند را در وونسان امضا کرد.\nلاوروف روز شنبه با ۴۸ نفر دیدار کرد.\n",
        ),
        (
            "a.en.txt",
            "Lavrov signed 12 documents in Wonsan on Friday.\nThe minister met 48 people on Saturday.\n",
        ),
        ("own.toml", "[check]\nmissing-term-scope = \"segment\"\n"),
    ];
    write(folder.path(), &files);
    let config = ["--config", "own.toml"];
    let missing = "a.en.txt:2:1: warning[missing-term]: «لاوروف» is not here; write “Lavrov”\n";
    assert_eq!(said(folder.path(), &[]), "");
    assert_eq!(said(folder.path(), &config), missing);
    let document = ["--missing-term-scope", "document"];
    assert_eq!(said(folder.path(), &[config, document].concat()), "");
}

#[test]
fn a_file_is_checked_once_whatever_it_is_called() {
    let folder = tempfile::tempdir().expect("there is room");
    let news = folder.path().join("news");
    fs::create_dir(&news).expect("there is room");
    let files = [
        ("a.fa.txt", "او به ونسان رفت.\n"),
        ("a.en.txt", "He went to to Wonsan.\n"),
    ];
    write(&news, &files);
    let found = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
            .args(["check", "--format", "short", "--quiet"])
            .args(["--project", env!("CARGO_MANIFEST_DIR")])
            .args(args)
            .current_dir(folder.path())
            .output()
            .expect("it runs");
        String::from_utf8(output.stdout).expect("it is UTF-8")
    };
    let once = "news/a.en.txt:1:9: error[repeated-word]: write “to” once\n";
    let whole = news.to_str().expect("it is UTF-8");
    let other = format!("{whole}/a.en.txt");
    assert_eq!(found(&["news"]), once);
    assert_eq!(found(&["news", whole]), once);
    let by_detour = "news/../news/a.en.txt:1:9: error[repeated-word]: write “to” once\n";
    assert_eq!(found(&["news", "news/../news"]), by_detour);
    assert_eq!(found(&["news/a.en.txt", &other]), once);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.en.txt", news.join("link.en.txt")).expect("it can be linked");
        assert_eq!(found(&["news"]), once);
    }
}

#[test]
fn a_name_that_is_mistyped_leaves_the_other_file_to_be_checked() {
    let folder = tempfile::tempdir().expect("there is room");
    write(folder.path(), &[("a.en.txt", "He went to to Wonsan.\n")]);
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(["check", "nowhere.txt", "a.en.txt", "--format", "short"])
        .args(["--project", env!("CARGO_MANIFEST_DIR")])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("repeated-word"));
    assert!(text(&output.stderr).contains("nowhere.txt: cannot read"));
}
