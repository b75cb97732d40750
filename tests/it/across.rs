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

/// What a run in a folder ends with, and what is found there.
fn found(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(["check", "--format", "short", "--quiet"])
        .args(["--project", env!("CARGO_MANIFEST_DIR")])
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it runs");
    let found = String::from_utf8(output.stdout).expect("it is UTF-8");
    (output.status.code(), found)
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
    assert_eq!(said(folder.path(), &["--rule", "inconsistent-name=off"]), "");
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
    let files = [("a.fa.txt", "او به ونسان رفت.\n"), ("a.en.txt", "He went to to Wonsan.\n")];
    write(&news, &files);
    let found = |args: &[&str]| found(folder.path(), args).1;
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

/// As git-annex and other stores have them: the files lie under names of the store's own, often in a hidden folder.
#[cfg(unix)]
#[test]
fn a_link_to_a_file_under_another_name_is_checked() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["news", "store", ".store"] {
        fs::create_dir(folder.path().join(name)).expect("there is room");
    }
    let files = [
        ("store/0001.txt", "او به ونسان رفت.\n"),
        (".store/0002.txt", "He went to to Wonsan.\n"),
        ("store/c.en.txt", "They went to to Wonsan.\n"),
    ];
    write(folder.path(), &files);
    for (end, link) in [
        ("../store/0001.txt", "news/b.fa.txt"),
        ("../.store/0002.txt", "news/b.en.txt"),
        ("../.store/0002.txt", "news/a.en.txt"),
        ("../store/c.en.txt", "news/c.en.txt"),
    ] {
        symlink(end, folder.path().join(link)).expect("it can be linked");
    }
    let of = |name: &str| format!("{name}:1:9: error[repeated-word]: write “to” once\n");
    let linked = of("news/b.en.txt");
    let own = of("store/c.en.txt").replace("1:9", "1:11");
    let (code, found_there) = found(folder.path(), &["."]);
    assert_eq!(found_there, linked.clone() + &own);
    assert_eq!(code, Some(1));
    let (_, found_there) = found(folder.path(), &["news"]);
    assert_eq!(found_there, linked + &own.replace("store", "news"));
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_that_leads_nowhere_cannot_be_read() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("there is room");
    write(folder.path(), &[("b.en.txt", "He went to to Wonsan.\n")]);
    let once = "b.en.txt:1:9: error[repeated-word]: write “to” once\n";
    for other in ["notes.txt", ".#b.en.txt"] {
        symlink("gone", folder.path().join(other)).expect("it can be linked");
    }
    assert_eq!(found(folder.path(), &["."]), (Some(1), once.to_owned()));
    symlink("gone", folder.path().join("b.fa.txt")).expect("it can be linked");
    for path in [".", "b.en.txt"] {
        assert_eq!(
            found(folder.path(), &[path]),
            (Some(2), once.to_owned()),
            "it is checked alone"
        );
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
