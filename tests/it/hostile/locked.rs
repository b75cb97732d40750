//! A memory that another program holds, and files and folders that may not be written.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use rusqlite::Connection;
use tempfile::TempDir;

use super::writing::{VERBS, contents, start, units};
use super::{hamta, project, run, write};

/// Somebody who may not write what others have made.
const NOBODY: u32 = 65_534;

/// A folder with the program, for somebody who may not look into that of the tests.
fn program() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let program = folder.path().join("hamta");
    let built = env!("CARGO_BIN_EXE_hamta");
    if fs::hard_link(built, &program).is_err() {
        fs::copy(built, &program).expect("there is room");
    }
    set(folder.path(), 0o755);
    folder
}

/// The program in `folder`, started by somebody who may not write there; `None` where there is nobody who may not.
fn by_nobody(
    program: &Path,
    folder: &Path,
    args: &[&str],
) -> Option<(Option<i32>, String, String)> {
    let mut command = Command::new(program.join("hamta"));
    command.args(args).current_dir(folder);
    if folder.metadata().expect("it is there").uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some((output.status.code(), text(&output.stdout), text(&output.stderr)))
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("they can be set");
}

/// Nobody may write anything in the folder and below it.
fn lock(folder: &Path) {
    for entry in fs::read_dir(folder).expect("it can be read") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() { lock(&path) } else { set(&path, 0o444) }
    }
    set(folder, 0o555);
}

/// Makes the folders such that they can be written, and removed.
fn unlock(folder: &Path) {
    set(folder, 0o755);
    for name in ["tm", "glossaries", "empty"] {
        set(&folder.join(name), 0o755);
    }
}

/// Who may not write is told so in one line at the end, and may still read.
#[expect(clippy::print_stderr, reason = "a test that is not tried says so")]
#[test]
fn a_folder_that_may_not_be_written_is_read() {
    let folder = start();
    let program = program();
    let before = contents(folder.path());
    lock(folder.path());
    let mut results = Vec::new();
    for args in VERBS {
        results.push((args, true, by_nobody(program.path(), folder.path(), args)));
    }
    for args in [
        &["segment", "a.fa.txt"][..],
        &["match", "a.fa.txt"],
        &["analyze", "a.fa.txt"],
        &["concordance", "رفت"],
        &["check", "a.en.txt", "--error-on", "never"],
        &["tm", "stats"],
        &["tm", "list"],
        &["tm", "export"],
        &["glossary", "show", "Wonsan"],
    ] {
        results.push((args, false, by_nobody(program.path(), folder.path(), args)));
    }
    unlock(folder.path());
    for (args, writes, result) in results {
        let Some((code, _, said)) = result else {
            eprintln!("not tried: no other user can be had here");
            return;
        };
        let expected = if writes { 2 } else { 0 };
        assert_eq!(code, Some(expected), "{args:?}: {said}");
        assert!(said.lines().count() <= 2, "{args:?}: {said}");
        assert!(said.lines().all(|line| line.starts_with("hamta: ")), "{args:?}: {said}");
    }
    assert!(contents(folder.path()) == before);
}

/// What was added to a memory is there for who may not write it, beside what the files of units say now.
#[expect(clippy::print_stderr, reason = "a test that is not tried says so")]
#[test]
fn a_memory_that_may_not_be_written_is_read_whole() {
    let folder = project();
    let program = program();
    let out = tempfile::tempdir().expect("there is room");
    set(out.path(), 0o777);
    let copy = out.path().join("copy.sqlite");
    let copy = copy.to_str().expect("it is UTF-8");
    let ask = |args: &[&str]| {
        lock(folder.path());
        let result = by_nobody(program.path(), folder.path(), args);
        unlock(folder.path());
        result
    };
    let cases: [(&[&str], &str); 7] = [
        (&["tm", "export"], "Wonsan"),
        (&["tm", "stats"], "1  units in all"),
        (&["tm", "list"], "Wonsan"),
        (&["tm", "check"], "the memory is sound"),
        (&["tm", "undo", "--list"], "u.tmx"),
        (&["tm", "delete", "1", "--dry-run"], "1 to delete"),
        (&["tm", "backup", copy], ""),
    ];
    for (args, expected) in cases {
        let Some((code, written, said)) = ask(args) else {
            eprintln!("not tried: no other user can be had here");
            return;
        };
        assert_eq!((code, said.as_str()), (Some(0), ""), "{args:?}");
        assert!(written.contains(expected), "{args:?}: {written}");
    }
    let added = units("new", 2);
    write(&folder, "tm/new.tmx", &added);
    let stats = ask(&["tm", "stats"]).expect("as before");
    assert_eq!((stats.0, stats.2.as_str()), (Some(0), ""));
    assert!(stats.1.contains("4  units in all"), "{}", stats.1);
    // As a full disk leaves it.
    write(&folder, "tm/memory.sqlite-wal", "");
    let stats = ask(&["tm", "stats"]).expect("as before");
    assert_eq!((stats.0, stats.2.as_str()), (Some(0), ""));
    // With a log that SQLite cannot go on with, the memory cannot be read.
    write(&folder, "tm/memory.sqlite-wal", "log");
    let (code, written, said) = ask(&["tm", "export", "--quiet"]).expect("as before");
    assert_eq!((code, written.as_str()), (Some(2), ""));
    assert_eq!(said, "hamta: tm/memory.sqlite: cannot be read\n");
}

/// Who reads a memory of somebody else's leaves nothing beside it that would keep the owner from writing.
#[expect(clippy::print_stderr, reason = "a test that is not tried says so")]
#[test]
fn who_may_not_write_a_memory_leaves_nothing_beside_it() {
    let (folder, other) = (project(), project());
    let program = program();
    let tm = folder.path().join("tm");
    let memory = tm.join("memory.sqlite");
    for made in [folder.path(), &tm] {
        set(made, 0o777);
    }
    for mode in [0o444, 0o644] {
        set(&memory, mode);
        for args in [&["tm", "list"][..], &["match", "a.fa.txt", "--quiet"]] {
            let Some((code, _, said)) = by_nobody(program.path(), folder.path(), args) else {
                eprintln!("not tried: no other user can be had here");
                return;
            };
            assert_eq!((code, said.as_str()), (Some(0), ""), "{args:?}");
            let left = fs::read_dir(&tm).expect("it can be read");
            let left = left.map(|entry| entry.expect("it can be read").file_name());
            let besides = left.filter(|name| name.to_string_lossy().starts_with("memory.sqlite-"));
            assert_eq!(besides.count(), 0, "{args:?}");
        }
    }
    let (code, _, said) = run(&folder, &["tm", "add", "خبر", "news", "--quiet"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    // It is merged into another one without a trace too.
    for made in [other.path().to_owned(), other.path().join("tm")] {
        set(&made, 0o777);
    }
    set(&other.path().join("tm/memory.sqlite"), 0o666);
    let path = memory.to_str().expect("it is UTF-8");
    let args = ["tm", "merge", path, "--dry-run"];
    let (code, _, said) = by_nobody(program.path(), other.path(), &args).expect("as before");
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let sides = ["-wal", "-shm"].map(|end| folder.path().join(format!("tm/memory.sqlite{end}")));
    assert!(sides.iter().all(|side| !side.exists()));
}

/// A program that holds the whole memory for a while is waited for, by who reads and by who writes.
#[test]
fn a_memory_that_is_held_is_waited_for() {
    let folder = project();
    let other = Connection::open(folder.path().join("tm/memory.sqlite"));
    let other = other.expect("it can be opened");
    other
        .execute_batch(
            "PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE; DELETE FROM setting WHERE 0",
        )
        .expect("nobody has it");
    let running: Vec<_> =
        [&["tm", "add", "خبر", "news"][..], &["concordance", "رفت"], &["match", "a.fa.txt"]]
            .map(|args| {
                let mut command = hamta(folder.path(), args);
                command.stdout(Stdio::null()).spawn().expect("it runs")
            })
            .into();
    std::thread::sleep(std::time::Duration::from_millis(1500));
    drop(other);
    for mut child in running {
        assert!(child.wait().expect("it ends").success());
    }
    let (_, units, _) = run(&folder, &["tm", "stats"]);
    assert!(units.contains("2  units in all"), "{units}");
}

/// What needs the memory for itself says so where it cannot have it, and nothing is done.
#[test]
fn a_memory_in_use_is_not_made_smaller() {
    let folder = project();
    let other = Connection::open(folder.path().join("tm/memory.sqlite"));
    let other = other.expect("it can be opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    let (code, written, said) = run(&folder, &["tm", "vacuum"]);
    assert_eq!((code, written.as_str()), (Some(2), ""), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("hamta: tm/memory.sqlite: "), "{said}");
}
