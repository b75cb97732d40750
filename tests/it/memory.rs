//! The memory file: what is attached, added and kept; formats old and new; files that are no memory.

use std::fs;
use std::path::{Path, PathBuf};

use hamta::Result;
use hamta::exchange::Problems;
use hamta::matching::{Candidate, Options, Query};
use hamta::text::Lang;
use hamta::tm::{self, Added, Memory, OriginSummary};
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use rusqlite::Connection;
use tempfile::TempDir;

fn unit(origin: &str, persian: &str, english: &str) -> TranslationUnit {
    TranslationUnit {
        source_lang: Lang::English,
        persian: Side { previous: Some("پیشین".to_owned()), ..Side::new(persian) },
        english: Side { next: Some("Next".to_owned()), ..Side::new(english) },
        origin: Origin { name: origin.to_owned(), method: Method::Aligned },
        author: Some("editor".to_owned()),
        date: jiff::Timestamp::from_second(1_700_000_000).ok(),
        note: Some("remark".to_owned()),
        details: None,
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room")
}

/// Writes a TMX file with one unit for each pair.
fn tmx(folder: &TempDir, name: &str, pairs: &[(&str, &str)]) -> PathBuf {
    let tuv = |lang: &str, text: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{text}</seg></tuv>");
    let units: String = pairs
        .iter()
        .map(|(fa, en)| format!("<tu>{}{}</tu>\n", tuv("fa", fa), tuv("en", en)))
        .collect();
    let path = folder.path().join(name);
    let text = format!("<tmx version=\"1.4\"><header srclang=\"fa\"/><body>\n{units}</body></tmx>");
    fs::write(&path, text).expect("it can be written");
    path
}

fn attach(memory: &mut Memory, files: &[PathBuf]) -> Result<Problems> {
    memory.attach(files, |_, _| {})
}

fn english(memory: &Memory) -> Vec<String> {
    let mut found = Vec::new();
    let take = |candidate: Candidate| {
        found.push(candidate.unit.english.text);
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    found
}

fn is_found(memory: &mut Memory, persian: &str) -> bool {
    let matches = tm::matches(
        &memory.reader().expect("it can be read"),
        &Query::new(persian, Lang::Persian),
        &Options::default(),
    );
    !matches.expect("it can be read").is_empty()
}

#[test]
fn a_unit_is_kept_whole() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    let added = Memory::open(&path).and_then(|mut m| m.add([Ok(unit("added", "صلح", "Peace"))]));
    assert_eq!(added.expect("it can be written"), Added { added: 1, present: 0 });
    let memory = Memory::open(&path).expect("it can be opened");
    let mut units = Vec::new();
    let take = |candidate: Candidate| {
        units.push(candidate.unit);
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    assert_eq!(units, [unit("added", "صلح", "Peace")]);
}

#[test]
fn a_unit_is_added_once_under_any_name() {
    let mut memory = Memory::in_memory().expect("there is room");
    let units = || {
        [
            Ok(unit("a.tmx", "صلح", "Peace")),
            Ok(unit("b.tmx", "صلح", "Peace")),
            Ok(unit("b.tmx", "جنگ", "War")),
        ]
    };
    let first = memory.add(units()).expect("it can be written");
    let second = memory.add(units()).expect("it can be written");
    assert_eq!((first, second), (Added { added: 2, present: 1 }, Added { added: 0, present: 3 }));
}

#[test]
fn an_error_among_the_units_leaves_the_memory_as_it_was() {
    let mut memory = Memory::in_memory().expect("there is room");
    let failed =
        memory.add([Ok(unit("a", "صلح", "Peace")), Err(hamta::Error::malformed("cut off"))]);
    assert_eq!(failed.expect_err("one unit is an error").to_string(), "cut off");
    assert_eq!(english(&memory), Vec::<String>::new());
    assert_eq!(memory.origins().expect("it can be read"), []);
}

#[test]
fn attached_files_are_followed() {
    let folder = folder();
    let mut memory = Memory::open(&folder.path().join("memory.sqlite")).expect("it can be opened");
    memory.add([Ok(unit("added", "خود", "Own"))]).expect("it can be written");
    let first = tmx(&folder, "a.tmx", &[("صلح", "Peace"), ("جنگ", "War")]);
    let second = tmx(&folder, "b.tmx", &[("صلح", "Peace")]);
    let both = [first.clone(), second.clone()];
    let problems = attach(&mut memory, &both).expect("they can be read");
    assert_eq!(problems.told(), []);
    assert_eq!(english(&memory), ["Own", "Peace", "War", "Peace"]);

    tmx(&folder, "a.tmx", &[("آتش‌بس", "Ceasefire")]);
    attach(&mut memory, &both).expect("they can be read");
    assert_eq!(english(&memory), ["Own", "Peace", "Ceasefire"]);
    assert!(!is_found(&mut memory, "جنگ"), "what is gone is not found");
    assert!(is_found(&mut memory, "آتش بس"), "what is new is found");

    attach(&mut memory, &[first]).expect("it can be read");
    assert_eq!(english(&memory), ["Own", "Ceasefire"]);
    let origin = |name: &str, attached| OriginSummary {
        name: name.to_owned(),
        attached,
        units: 1,
        problems: 0,
    };
    assert_eq!(
        memory.origins().expect("it can be read"),
        [origin("a.tmx", true), origin("added", false)]
    );
}

#[test]
fn a_file_that_was_only_touched_is_not_read_again() {
    let folder = folder();
    let mut memory = Memory::in_memory().expect("there is room");
    let path = tmx(&folder, "a.tmx", &[("صلح", "Peace")]);
    let mut reads = 0;
    for _ in 0..2 {
        memory.attach(std::slice::from_ref(&path), |_, _| reads += 1).expect("it can be read");
        tmx(&folder, "a.tmx", &[("صلح", "Peace")]);
    }
    assert_eq!(reads, 1);
}

#[test]
fn a_broken_attached_file_changes_nothing() {
    let folder = folder();
    let mut memory = Memory::in_memory().expect("there is room");
    let path = tmx(&folder, "a.tmx", &[("صلح", "Peace")]);
    attach(&mut memory, std::slice::from_ref(&path)).expect("it can be read");
    fs::write(&path, "<tmx><body><tu><tuv xml:lang=\"fa\"><seg>نو").expect("it can be written");
    let error =
        attach(&mut memory, std::slice::from_ref(&path)).expect_err("it is cut off").to_string();
    assert!(error.starts_with(&format!("{}:1: ", path.display())), "{error}");
    assert_eq!(english(&memory), ["Peace"]);
}

/// Whoever only reads does without a file that is just being copied, and has of it what it held before.
#[test]
fn a_broken_attached_file_can_be_passed_over() {
    let folder = folder();
    let mut memory = Memory::in_memory().expect("there is room");
    let path = tmx(&folder, "a.tmx", &[("صلح", "Peace")]);
    attach(&mut memory, std::slice::from_ref(&path)).expect("it can be read");
    fs::write(
        &path,
        "<tmx><header srclang='fa'/><body><tu><tuv xml:lang='fa'><seg>نو</seg></tuv><tuv xml:lang='en'><seg>New</seg></tuv></tu>",
    )
    .expect("it can be written");
    let files = [path, tmx(&folder, "b.tmx", &[("جنگ", "War")])];
    let (problems, unread) = memory.attach_readable(&files, |_, _| {}).expect("it can be written");
    assert!(problems.is_empty());
    assert_eq!(unread.len(), 1);
    assert_eq!(unread[0].path(), Some(files[0].as_path()));
    assert_eq!(english(&memory), ["Peace", "War"]);
    assert!(is_found(&mut memory, "جنگ"));
}

#[test]
fn problems_are_told_and_counted() {
    let folder = folder();
    let mut memory = Memory::in_memory().expect("there is room");
    let path = tmx(&folder, "a.tmx", &[("صلح", "Peace"), ("جنگ", " ")]);
    let problems = attach(&mut memory, &[path]).expect("it can be read");
    let messages: Vec<(u64, &str)> =
        problems.told().iter().map(|p| (p.line, p.message.as_str())).collect();
    assert_eq!(messages, [(3, "empty English segment")]);
    assert_eq!(memory.origins().expect("it can be read")[0].problems, 1);
}

#[test]
fn a_newer_memory_is_refused_with_both_versions() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    drop(Memory::open(&path).expect("it can be opened"));
    let connection = Connection::open(&path).expect("it can be opened");
    connection.pragma_update(None, "user_version", 99).expect("it can be written");
    drop(connection);
    let error = Memory::open(&path).expect_err("it is newer").to_string();
    let said = "written by a newer hamta (format 99, this one knows 8); update hamta";
    assert_eq!(error, format!("{}: {said}", path.display()));
}

#[test]
fn a_file_that_is_no_memory_is_refused_and_left_alone() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    let text = "this is a text, not a memory. ".repeat(100);
    fs::write(&path, &text).expect("it can be written");
    let error = Memory::open(&path).expect_err("it is a text").to_string();
    assert_eq!(error, format!("{}: not a memory of hamta's", path.display()));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
}

/// Memories as older programs left them, as SQL.
#[test]
fn memories_of_every_format_open() {
    let dumps = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/memory");
    for dump in fs::read_dir(dumps).expect("the folder is there") {
        let dump = dump.expect("the entry can be read").path();
        let folder = folder();
        let path = folder.path().join("memory.sqlite");
        let sql = fs::read_to_string(&dump).expect("it is SQL");
        Connection::open(&path).and_then(|c| c.execute_batch(&sql)).expect("it is right");
        let mut memory = Memory::open(&path).expect("it can be opened");
        assert_eq!(english(&memory), ["A ceasefire took hold."], "{}", dump.display());
        assert!(is_found(&mut memory, "آتش بس برقرار شد."), "{}", dump.display());
    }
}

/// How many tags the Persian sides of the units of a memory have.
fn tags(memory: &Memory) -> usize {
    let mut tags = 0;
    let take = |candidate: Candidate| {
        tags += candidate.unit.persian.tags.len();
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    tags
}

#[test]
fn files_that_were_attached_before_line_breaks_were_spaces_are_read_anew() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    let files = [tmx(&folder, "a.tmx", &[("<hi>صلح</hi>", "<hi>Peace</hi>")])];
    let mut memory = Memory::open(&path).expect("it can be opened");
    attach(&mut memory, &files).expect("it can be read");
    drop(memory);
    let sql = "UPDATE unit SET tags = NULL; PRAGMA user_version = 7";
    Connection::open(&path).and_then(|c| c.execute_batch(sql)).expect("it can be written");
    let mut memory = Memory::open(&path).expect("it can be opened");
    assert_eq!(tags(&memory), 0);
    attach(&mut memory, &files).expect("it can be read");
    assert_eq!(tags(&memory), 2);
}

#[test]
fn files_that_were_attached_before_tags_were_kept_are_read_anew() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    let file = tmx(&folder, "a.tmx", &[("<hi>صلح</hi>", "<hi>Peace</hi>")]);
    let files = [file];
    let mut memory = Memory::open(&path).expect("it can be opened");
    attach(&mut memory, &files).expect("it can be read");
    assert_eq!(tags(&memory), 2);
    drop(memory);
    let sql = "ALTER TABLE unit DROP COLUMN tags; ALTER TABLE unit DROP COLUMN details;
               ALTER TABLE removed_unit DROP COLUMN tags; ALTER TABLE removed_unit DROP COLUMN details;
               DROP TABLE sketch; ALTER TABLE base DROP COLUMN made;
               PRAGMA user_version = 4";
    Connection::open(&path).and_then(|c| c.execute_batch(sql)).expect("it can be written");
    let mut memory = Memory::open(&path).expect("it can be opened");
    assert_eq!(tags(&memory), 0);
    attach(&mut memory, &files).expect("it can be read");
    assert_eq!(tags(&memory), 2);
}

#[test]
fn postings_of_an_older_fold_are_made_anew() {
    let folder = folder();
    let path = folder.path().join("memory.sqlite");
    Memory::open(&path)
        .and_then(|mut m| m.add([Ok(unit("added", "صلح", "Peace"))]))
        .expect("it can be written");
    let connection = Connection::open(&path).expect("it can be opened");
    let sql = "UPDATE setting SET value = '0' WHERE name = 'fold'; DELETE FROM recent_posting; DELETE FROM token;";
    connection.execute_batch(sql).expect("it can be written");
    drop(connection);
    assert!(is_found(&mut Memory::open(&path).expect("it can be opened"), "صلح"));
}
