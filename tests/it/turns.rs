//! Several programs with one memory: writers take turns, readers go on reading.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use hamta::matching::{Options, Query};
use hamta::text::Lang;
use hamta::tm::{self, Fault, Memory};
use hamta::unit::{Side, TranslationUnit};

fn unit(persian: &str) -> TranslationUnit {
    TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new("text"))
}

fn is_found(memory: &mut Memory, persian: &str) -> bool {
    let reader = memory.reader().expect("it can be read");
    let query = Query::new(persian, Lang::Persian);
    !tm::matches(&reader, &query, &Options::default()).expect("it can be read").is_empty()
}

#[test]
fn a_word_that_nobody_knew_is_found_once_another_program_adds_it() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    let mut other = Memory::open(&path).expect("it can be opened");
    for word in ["صلح", "جنگ"] {
        assert!(!is_found(&mut memory, word));
        other.add([Ok(unit(word))]).expect("it can be written");
        assert!(is_found(&mut memory, word));
        other.reindex().expect("it can be written");
        assert!(is_found(&mut memory, word));
    }
    memory.add([Ok(unit("پیمان"))]).expect("it can be written");
    assert!(is_found(&mut memory, "پیمان"));
}

#[test]
fn a_writer_waits_its_turn_and_says_so_once() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    let told = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&told);
    memory.on_waiting(move || {
        counted.fetch_add(1, Ordering::Relaxed);
    });
    let other = rusqlite::Connection::open(&path).expect("it can be opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    let holder = thread::spawn(move || {
        thread::sleep(Duration::from_millis(2_500));
        other.execute_batch("COMMIT").expect("it can be written");
    });
    memory.add([Ok(unit("صلح"))]).expect("its turn comes");
    holder.join().expect("it ends");
    assert_eq!(told.load(Ordering::Relaxed), 1);
    assert!(is_found(&mut memory, "صلح"));
}

#[test]
fn a_memory_that_another_program_is_making_is_waited_for() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let other = rusqlite::Connection::open(&path).expect("it can be opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("it is new");
    let holder = thread::spawn(move || {
        thread::sleep(Duration::from_millis(2_500));
        other.execute_batch("COMMIT").expect("it can be written");
    });
    let mut memory = Memory::open(&path).expect("its turn comes");
    holder.join().expect("it ends");
    memory.add([Ok(unit("صلح"))]).expect("it can be written");
    assert!(is_found(&mut memory, "صلح"));
}

#[test]
fn a_reader_sees_one_state_of_the_memory() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    memory.add([Ok(unit("صلح"))]).expect("it can be written");
    let mut other = memory.another().expect("it can be opened").expect("it is in a file");
    let reader = other.reader().expect("it can be read");
    let found = |text: &str| {
        let query = Query::new(text, Lang::Persian);
        tm::matches(&reader, &query, &Options::default()).expect("it can be read").len()
    };
    assert_eq!((found("صلح"), found("جنگ")), (1, 0));
    memory.add([Ok(unit("جنگ"))]).expect("a reader holds nobody up");
    memory.reindex().expect("not even where the index is made anew");
    assert_eq!((found("صلح"), found("جنگ")), (1, 0));
    drop(reader);
    assert!(is_found(&mut other, "جنگ"));
}

fn hamta(project: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command.args(args).arg("--project").arg(project);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

const NAMES: [(&str, &str); 8] = [
    ("آدا", "Ada"),
    ("بور", "Bor"),
    ("کوری", "Cori"),
    ("دون", "Dun"),
    ("ابو", "Ebo"),
    ("فین", "Fyn"),
    ("گوا", "Goa"),
    ("هال", "Hull"),
];

/// Adds the names at once, each to the glossary that `into` gives, and asserts that `path` has all of them then.
fn add_at_once(folder: &Path, path: &Path, into: impl Fn(usize) -> PathBuf) {
    let running = (0..).zip(NAMES).map(|(i, (persian, english))| {
        let mut command = hamta(folder, &["glossary", "add", persian, english]);
        command.arg("--into").arg(into(i));
        command.spawn().expect("it runs")
    });
    for child in running.collect::<Vec<_>>() {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success());
    }
    let written = fs::read_to_string(path).expect("it is there");
    assert!(NAMES.iter().all(|(_, name)| written.contains(name)), "{written}");
}

#[test]
fn no_entry_is_lost_where_several_are_added_at_once() {
    let folder = tempfile::tempdir().expect("there is room");
    let into = folder.path().join("places.tsv");
    add_at_once(folder.path(), &into, |_| into.clone());
}

/// Projects may share a glossary by links to it.
#[cfg(unix)]
#[test]
fn no_entry_is_lost_where_it_is_added_through_links() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("places.tsv");
    fs::write(&path, "fa\ten\tkind\tstatus\n").expect("it can be written");
    let link = |i: usize| folder.path().join(format!("{i}/places.tsv"));
    for i in 0..NAMES.len() {
        fs::create_dir(folder.path().join(i.to_string())).expect("there is room");
        std::os::unix::fs::symlink("../places.tsv", link(i)).expect("it can be linked");
    }
    add_at_once(folder.path(), &path, link);
}

/// The turn in a folder is a lock on it, where the system has such.
#[cfg(unix)]
#[test]
fn who_waits_for_a_glossary_says_so_and_who_only_looks_does_not_wait() {
    let folder = tempfile::tempdir().expect("there is room");
    let into = folder.path().join("places.tsv");
    let new = folder.path().join("new.csv");
    fs::write(&new, "fa,en\nآدا,Ada\n").expect("it can be written");
    let held = fs::File::open(folder.path()).expect("it is there");
    held.lock().expect("nobody has it");
    let new = new.to_str().expect("it is UTF-8");
    let mut look = hamta(folder.path(), &["glossary", "import", new, "--dry-run"]);
    let look = look.arg("--into").arg(&into).output().expect("it runs");
    let said = String::from_utf8_lossy(&look.stderr).into_owned();
    assert!(look.status.success(), "{said}");
    assert!(!said.contains("waiting"), "{said}");
    let mut add = hamta(folder.path(), &["glossary", "add", "بور", "Bor"]);
    let add = add.arg("--into").arg(&into).spawn().expect("it runs");
    thread::sleep(Duration::from_millis(2_500));
    assert!(!into.exists());
    held.unlock().expect("it was locked");
    let output = add.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let waiting = "waiting for another program that changes it\n";
    assert!(said.contains(&format!("{}: {waiting}", into.display())));
    assert!(into.exists());
}

/// Who reads slowly what an import finds keeps nobody from adding an entry.
#[cfg(unix)]
#[test]
fn findings_are_told_when_the_turn_is_over() {
    let folder = tempfile::tempdir().expect("there is room");
    let into = folder.path().join("places.tsv");
    let new = folder.path().join("new.csv");
    let faulty = "آدا,آدا\n".repeat(5_000);
    fs::write(&new, format!("fa,en\nبور,Bor\n{faulty}")).expect("it can be written");
    let new = new.to_str().expect("it is UTF-8");
    let mut import = hamta(folder.path(), &["glossary", "import", new, "--on-conflict", "keep"]);
    // More than a pipe holds, which nobody reads yet.
    let import = import.arg("--into").arg(&into).stdout(Stdio::piped());
    let import = import.spawn().expect("it runs");
    for _ in 0..600 {
        if into.exists() { break } else { thread::sleep(Duration::from_millis(100)) }
    }
    let mut add = hamta(folder.path(), &["glossary", "add", "گوا", "Goa"]);
    let add = add.arg("--into").arg(&into).output().expect("it runs");
    assert!(add.status.success());
    let output = import.wait_with_output().expect("it ends");
    assert!(output.stdout.len() > 100_000);
}

#[test]
fn programs_that_start_at_once_all_have_their_way() {
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["tm", "glossaries"] {
        fs::create_dir(folder.path().join(name)).expect("there is room");
    }
    let texts: Vec<String> = (0..12).map(|i| format!("خبر شماره {i} از سئول")).collect();
    let writers = texts.iter().map(|text| hamta(folder.path(), &["tm", "add", text, "news"]));
    let readers = (0..6).map(|_| hamta(folder.path(), &["concordance", "سئول"]));
    let running: Vec<_> =
        writers.chain(readers).map(|mut command| command.spawn().expect("it runs")).collect();
    for child in running {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let mut memory =
        Memory::open(&folder.path().join("tm/memory.sqlite")).expect("it can be opened");
    assert!(texts.iter().all(|text| is_found(&mut memory, text)));
    assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
}
