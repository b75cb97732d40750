//! Keeping a memory: what a filter wants, what changes do, and that undoing them brings back what was there.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use hamta::matching::Candidate;
use hamta::text::Lang;
use hamta::tm::{Added, ChangeKind, Fault, Filter, Listed, Memory, Near, Occasion, Sought};
use hamta::unit::{Method, Origin, Side, TranslationUnit};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rusqlite::Connection;

fn unit(persian: &str, english: &str) -> TranslationUnit {
    TranslationUnit {
        origin: Origin { name: "added".to_owned(), method: Method::Human },
        ..TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new(english))
    }
}

fn on(day: i64) -> Option<Timestamp> {
    Timestamp::from_second(day * 86_400).ok()
}

fn memory(units: &[TranslationUnit]) -> Memory {
    let mut memory = Memory::in_memory().expect("there is room");
    add(&mut memory, units);
    memory
}

fn add(memory: &mut Memory, units: &[TranslationUnit]) -> Added {
    let units = units.iter().cloned().map(hamta::Result::Ok);
    memory.add(units).expect("it can be written")
}

fn occasion(kind: ChangeKind) -> Occasion {
    Occasion { kind, about: String::new(), date: on(20_000) }
}

fn list(memory: &mut Memory, filter: &Filter) -> Vec<Listed> {
    let mut found = Vec::new();
    let reader = memory.reader().expect("it can be read");
    let listed = reader.list(filter, |listed| {
        found.push(listed);
        Ok(ControlFlow::Continue(()))
    });
    listed.expect("it can be read");
    found
}

fn numbers(memory: &mut Memory, filter: &Filter) -> Vec<i64> {
    let listed = list(memory, filter).into_iter();
    listed.map(|listed| listed.candidate.id).collect()
}

/// The units that were added, not attached, as they are.
fn own(memory: &mut Memory) -> Vec<Candidate> {
    let listed = list(memory, &Filter::default()).into_iter();
    let own = listed.filter(|listed| !listed.is_attached);
    own.map(|listed| listed.candidate).collect()
}

fn undo(memory: &mut Memory, count: usize) {
    let mut changes = memory.changes().expect("it can be read");
    changes.truncate(count);
    memory.undo(&changes).expect("it can be written");
}

#[track_caller]
fn is_sound(memory: &mut Memory) {
    let faults = memory.check().expect("it can be read");
    assert_eq!(faults, Vec::<Fault>::new());
}

/// A TMX file with these units.
fn tmx(path: &Path, pairs: &[(&str, &str)]) {
    let tuv = |lang: &str, text: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{text}</seg></tuv>");
    let units: String = pairs
        .iter()
        .map(|(fa, en)| format!("<tu>{}{}</tu>\n", tuv("fa", fa), tuv("en", en)))
        .collect();
    let text = format!("<tmx version=\"1.4\"><header srclang=\"fa\"/><body>\n{units}</body></tmx>");
    fs::write(path, text).expect("it can be written");
}

fn attach(memory: &mut Memory, files: &[PathBuf]) {
    memory.attach(files, |_, _| {}).expect("it can be read");
}

/// Four units that differ in all that a filter asks for.
fn four() -> Memory {
    let dated = |day, unit: TranslationUnit| TranslationUnit { date: on(day), ..unit };
    let tehran = "The foreign minister arrived in Tehran.";
    let moscow = "The foreign minister arrived in Moscow.";
    let mut units = [
        dated(10, unit("آتش‌بس برقرار شد.", "A ceasefire took hold.")),
        dated(20, unit("آتش بس شکست خورد.", "The ceasefire failed.")),
        unit("وزیر خارجه وارد تهران شد.", tehran),
        unit("وزیر خارجه وارد مسکو شد.", moscow),
    ];
    units[1].author = Some("desk".to_owned());
    units[2].origin.name = "trips.tmx".to_owned();
    units[2].origin.method = Method::Aligned;
    units[3].source_lang = Lang::English;
    memory(&units)
}

fn sought(phrase: &str, in_source: Option<bool>) -> Sought {
    Sought { phrase: phrase.to_owned(), lang: Lang::of(phrase), in_source }
}

/// A change to a filter that wants everything.
type Ask = fn(&mut Filter);

#[test]
fn a_filter_wants_what_it_says() {
    let cases: [(Ask, &[i64]); 16] = [
        (|_| {}, &[1, 2, 3, 4]),
        (|f| f.numbers = Some(BTreeSet::from([9, 3, 1])), &[1, 3]),
        (|f| f.origin = Some("trips.tmx".to_owned()), &[3]),
        (|f| f.author = Some("desk".to_owned()), &[2]),
        (|f| f.method = Some(Method::Human), &[1, 2, 4]),
        (|f| f.lang = Some(Lang::English), &[4]),
        (|f| f.since = on(10), &[1, 2]),
        (|f| f.since = on(11), &[2]),
        (|f| f.before = on(20), &[1]),
        (|f| f.phrases = vec![sought("آتشبس", None)], &[1, 2]),
        (|f| f.phrases = vec![sought("وزیر خارجه", None)], &[3, 4]),
        (|f| f.phrases = vec![sought("وزیر خارجه", Some(true))], &[3]),
        (|f| f.phrases = vec![sought("وزیر خارجه", Some(false))], &[4]),
        (|f| f.phrases = vec![sought("arriv*", Some(false))], &[3]),
        (|f| f.phrases = vec![sought("ceasefire", None), sought("شد", None)], &[1]),
        (
            |f| {
                f.phrases = vec![sought("ceasefire", None)];
                f.author = Some("desk".to_owned());
            },
            &[2],
        ),
    ];
    let mut memory = four();
    for (ask, wanted) in cases {
        let mut filter = Filter::default();
        ask(&mut filter);
        assert_eq!(numbers(&mut memory, &filter), wanted, "{filter:?}");
    }
}

#[test]
fn figures_are_looked_for_in_both_languages() {
    let mut memory = memory(&[
        unit("قطعنامهٔ ۲۲۳۱ ماند.", "The resolution stayed."),
        unit("قطعنامه ماند.", "Resolution 2231 stayed."),
        unit("قطعنامهٔ ۲۲۳۲ ماند.", "Resolution 2232 stayed."),
    ]);
    for (phrase, in_source, wanted) in [
        ("2231", None, &[1, 2][..]),
        ("۲۲۳۱", None, &[1, 2]),
        ("2231", Some(true), &[1]),
        ("۲۲۳۱", Some(false), &[2]),
    ] {
        let filter = Filter { phrases: vec![sought(phrase, in_source)], ..Filter::default() };
        assert_eq!(numbers(&mut memory, &filter), wanted, "{filter:?}");
    }
}

#[test]
fn nearness_is_that_of_the_nearest_other_source() {
    let mut memory = memory(&[
        unit("وزیر خارجه روز شنبه وارد تهران شد", "1"),
        unit("وزیر خارجه روز شنبه وارد مسکو شد", "2"),
        unit("صلح", "3"),
        unit("وزیر خارجه روز شنبه وارد تهران شد", "4"),
    ]);
    let above = |rate| Filter { above: Some(rate), ..Filter::default() };
    let below = |rate| Filter { below: Some(rate), ..Filter::default() };
    let near: Vec<(i64, Option<Near>)> = list(&mut memory, &above(80))
        .into_iter()
        .map(|listed| (listed.candidate.id, listed.nearest))
        .collect();
    let near_to = |unit, rate| Some(Near { unit, rate });
    assert_eq!(near, [(1, near_to(4, 100)), (2, near_to(1, 85)), (4, near_to(1, 100))]);
    assert_eq!(numbers(&mut memory, &below(80)), [3]);
    assert_eq!(numbers(&mut memory, &below(86)), [2, 3]);
    let between = Filter { above: Some(80), ..below(100) };
    assert_eq!(numbers(&mut memory, &between), [2]);
    // What is gone is near to nothing.
    memory.delete(&[1], &Occasion::default()).expect("it can be written");
    assert_eq!(numbers(&mut memory, &above(100)), Vec::<i64>::new());
}

#[test]
fn an_edited_unit_has_a_new_number_and_its_old_one_again_when_that_is_undone() {
    let mut memory = memory(&[unit("صلح", "Peace"), unit("جنگ", "War")]);
    let before = own(&mut memory);
    let edited = unit("آشتی", "Peace");
    let number = memory.edit(1, &edited, &occasion(ChangeKind::Edit));
    assert_eq!(number.expect("it can be written"), 3);
    assert_eq!(own(&mut memory)[1].unit, edited);
    is_sound(&mut memory);
    undo(&mut memory, 1);
    assert_eq!(own(&mut memory), before);
    is_sound(&mut memory);
}

#[test]
fn an_edit_to_what_another_unit_says_is_refused() {
    let mut memory = memory(&[unit("صلح", "Peace"), unit("جنگ", "War")]);
    let before = own(&mut memory);
    let refused = memory.edit(1, &unit("جنگ", "War"), &occasion(ChangeKind::Edit));
    assert_eq!(
        refused.expect_err("unit 2 says that").to_string(),
        "unit 2 has the same texts and neighbours"
    );
    let missing = memory.edit(9, &unit("نو", "New"), &occasion(ChangeKind::Edit));
    assert_eq!(missing.expect_err("there is none").to_string(), "no unit 9 that can be edited");
    assert_eq!(own(&mut memory), before);
    assert_eq!(memory.changes().expect("it can be read").len(), 1);
}

/// What could not go out again does not come in, whichever way.
#[test]
fn a_character_that_no_file_can_hold_is_not_taken() {
    let mut memory = memory(&[unit("نو", "New")]);
    let bad = unit("نو", "N\0ew");
    let units = [unit("صلح", "Peace"), bad.clone()];
    let refused = memory.add(units.into_iter().map(Ok));
    let said = "unit 2 (`نو`) holds U+0000, which no file of units can hold";
    assert_eq!(refused.expect_err("it is bad").to_string(), said);
    let edited = memory.edit(1, &bad, &occasion(ChangeKind::Edit));
    edited.expect_err("it is bad");
    let origins = memory.origins().expect("it can be read");
    assert_eq!(origins.iter().map(|origin| origin.units).sum::<u64>(), 1);
}

#[test]
fn units_of_attached_files_are_not_changed() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("a.tmx");
    tmx(&file, &[("صلح", "Peace")]);
    let mut memory = memory(&[]);
    attach(&mut memory, &[file]);
    assert_eq!(memory.delete(&[1], &occasion(ChangeKind::Delete)).ok(), Some(0));
    let edited = memory.edit(1, &unit("نو", "New"), &occasion(ChangeKind::Edit));
    assert!(edited.is_err());
    assert_eq!(numbers(&mut memory, &Filter::default()), [1]);
    assert_eq!(memory.changes().expect("it can be read"), []);
}

#[test]
fn of_duplicates_the_best_one_is_kept() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("a.tmx");
    tmx(&file, &[("آتش‌بس", "Ceasefire"), ("می‌روند", "They go")]);
    let with = |method, day, unit: TranslationUnit| {
        let mut unit = unit;
        unit.origin.method = method;
        unit.date = on(day);
        unit.note = None;
        unit
    };
    let mut memory = memory(&[
        with(Method::Aligned, 9, unit("صلح", "Peace")),
        with(Method::Human, 1, unit("صلح", "peace")),
        with(Method::Human, 2, unit("صلح ", "Peace")),
        with(Method::Machine, 3, unit("صلح", "PEACE")),
        // Another translation is no duplicate.
        with(Method::Human, 3, unit("صلح", "Amity")),
        // The attached one stays, and is as good.
        TranslationUnit { date: None, ..unit("آتش بس", "Ceasefire") },
        // This one is newer than the attached one, which stays nevertheless.
        with(Method::Human, 3, unit("میروند", "They go")),
    ]);
    attach(&mut memory, &[file]);
    let before = own(&mut memory);
    let statistics = memory.statistics().expect("it can be read");
    assert_eq!((statistics.duplicates, statistics.doubles), (5, 4));
    let duplicates = memory.duplicates().expect("it can be read");
    let told: Vec<(i64, Vec<i64>, usize)> =
        duplicates.iter().map(|same| (same.kept, same.doubles.clone(), same.others)).collect();
    assert_eq!(told, [(3, vec![2, 1, 4], 3), (7, vec![], 1), (8, vec![6], 1)]);
    let deleted = memory.dedupe(&duplicates, &occasion(ChangeKind::Dedupe));
    assert_eq!(deleted.expect("it can be written"), 4);
    assert_eq!(numbers(&mut memory, &Filter::default()), [3, 5, 7, 8, 9]);
    is_sound(&mut memory);
    undo(&mut memory, 1);
    assert_eq!(own(&mut memory), before);
}

#[test]
fn what_a_double_is_kept_for_must_still_be_there() {
    let mut memory = memory(&[unit("صلح", "Peace"), unit("صلح", "peace")]);
    let duplicates = memory.duplicates().expect("it can be read");
    memory.delete(&[1], &Occasion::default()).expect("it can be written");
    let deleted = memory.dedupe(&duplicates, &occasion(ChangeKind::Dedupe));
    assert_eq!(deleted.expect("it can be written"), 0);
    assert_eq!(numbers(&mut memory, &Filter::default()), [2]);
}

#[test]
fn conflicts_are_sources_with_several_targets() {
    let mut english = unit("صلح برقرار شد", "Peace");
    english.source_lang = Lang::English;
    let memory = memory(&[
        unit("آتش‌بس", "Ceasefire"),
        unit("آتش بس", "Truce"),
        unit("آتش بس", "truce"),
        unit("جنگ", "War"),
        unit("پیکار", "War"),
        unit("صلح", "Peace"),
        english,
    ]);
    assert_eq!(memory.conflicts().expect("it can be read"), [vec![1, 2, 3]]);
    let statistics = memory.statistics().expect("it can be read");
    assert_eq!((statistics.units, statistics.duplicates, statistics.conflicts), (7, 1, 1));
}

#[test]
fn another_memory_is_taken_in_once() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("a.tmx");
    tmx(&file, &[("صلح", "Peace")]);
    let path = folder.path().join("other.sqlite");
    let mut other = Memory::open(&path).expect("it can be opened");
    let mut foreign = unit("پیمان", "Pact");
    foreign.origin.name = "sports".to_owned();
    add(&mut other, &[foreign.clone(), unit("جنگ", "War")]);
    attach(&mut other, std::slice::from_ref(&file));
    drop(other);

    let mut memory = memory(&[unit("جنگ", "War")]);
    attach(&mut memory, std::slice::from_ref(&file));
    let merging = memory.merging(&path, 5).expect("it can be read");
    let units = Added { added: 1, present: 2 };
    assert_eq!(merging.units, units);
    assert_eq!(merging.first[0].unit, foreign);
    let merged = memory.merge(&path, &occasion(ChangeKind::Merge));
    assert_eq!(merged.expect("it can be written"), units);
    assert_eq!(own(&mut memory)[1].unit, foreign);
    is_sound(&mut memory);
    let beside = fs::read_dir(folder.path()).expect("it is there").count();
    assert_eq!(beside, 2, "nothing is left beside the other memory");
    let again = memory.merge(&path, &occasion(ChangeKind::Merge));
    assert_eq!(again.expect("it can be written").added, 0);
    undo(&mut memory, 1);
    assert_eq!(numbers(&mut memory, &Filter::default()), [1, 2]);
}

#[test]
fn what_is_no_other_memory_is_refused() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    let text = folder.path().join("text");
    fs::write(&text, "this is a text. ".repeat(200)).expect("it can be written");
    let empty = folder.path().join("empty");
    Connection::open(&empty)
        .and_then(|c| c.execute_batch("CREATE TABLE a (b)"))
        .expect("it can be written");
    let missing = folder.path().join("missing");
    let cases = [
        (&text, "not a memory of hamta's"),
        (&empty, "not a memory of hamta's"),
        (&path, "this is the memory itself"),
    ];
    for (path, said) in cases {
        let refused = memory.merge(path, &occasion(ChangeKind::Merge));
        let error = refused.expect_err("it is refused").to_string();
        assert_eq!(error, format!("{}: {said}", path.display()));
    }
    assert!(memory.merge(&missing, &occasion(ChangeKind::Merge)).is_err());
    assert!(!missing.exists(), "it is not made");
    assert!(memory.merge(folder.path(), &occasion(ChangeKind::Merge)).is_err());
}

#[test]
fn the_last_ten_changes_can_be_undone() {
    let mut memory = Memory::in_memory().expect("there is room");
    for i in 0..12 {
        add(&mut memory, &[unit("صلح", &format!("Peace {i}"))]);
    }
    let changes = memory.changes().expect("it can be read");
    let told: Vec<(i64, u64, u64)> =
        changes.iter().map(|change| (change.number, change.added, change.removed)).collect();
    let expected: Vec<(i64, u64, u64)> = (3..=12).rev().map(|number| (number, 1, 0)).collect();
    assert_eq!(told, expected);
    undo(&mut memory, 99);
    assert_eq!(numbers(&mut memory, &Filter::default()), [1, 2]);
    assert_eq!(memory.changes().expect("it can be read"), []);
    is_sound(&mut memory);
}

#[test]
fn only_the_newest_changes_are_undone() {
    let mut memory = memory(&[unit("صلح", "Peace")]);
    let old = memory.changes().expect("it can be read");
    add(&mut memory, &[unit("جنگ", "War")]);
    let refused = memory.undo(&old).expect_err("another one came").to_string();
    assert_eq!(refused, "another program has changed the memory meanwhile; nothing is undone");
    assert_eq!(numbers(&mut memory, &Filter::default()), [1, 2]);
}

#[test]
fn what_one_run_aligns_is_one_change() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    let align = |memory: &mut Memory, english: &str| {
        let units = [Ok(unit("صلح", english))];
        let added = memory.add_on(&occasion(ChangeKind::Align), units);
        added.expect("it can be written");
    };
    let told = |memory: &Memory| -> Vec<(ChangeKind, u64)> {
        let changes = memory.changes().expect("it can be read").into_iter();
        changes.map(|change| (change.occasion.kind, change.added)).collect()
    };
    align(&mut memory, "1");
    align(&mut memory, "2");
    align(&mut memory, "2");
    align(&mut memory, "3");
    assert_eq!(told(&memory), [(ChangeKind::Align, 3)]);
    let mut other = Memory::open(&path).expect("it can be opened");
    add(&mut other, &[unit("صلح", "4")]);
    align(&mut memory, "5");
    let all = [(ChangeKind::Align, 1), (ChangeKind::Add, 1), (ChangeKind::Align, 3)];
    assert_eq!(told(&memory), all);
    undo(&mut memory, 1);
    assert_eq!(numbers(&mut memory, &Filter::default()), [1, 2, 3, 4]);
}

#[test]
fn what_undoing_would_do_is_told() {
    let mut memory = memory(&[unit("صلح", "Peace"), unit("جنگ", "War")]);
    memory.edit(2, &unit("نبرد", "War"), &occasion(ChangeKind::Edit)).expect("it can be written");
    memory.delete(&[1, 3], &occasion(ChangeKind::Delete)).expect("it can be written");
    add(&mut memory, &[unit("پیمان", "Pact")]);
    let changes = memory.changes().expect("it can be read");
    let told = |count: usize| {
        let undoing = memory.undoing(changes[count - 1].number, 9);
        let undoing = undoing.expect("it can be read");
        let numbers = |units: &[Candidate]| units.iter().map(|unit| unit.id).collect::<Vec<_>>();
        let (going, coming) = (numbers(&undoing.first_going), numbers(&undoing.first_coming));
        assert_eq!((undoing.going, undoing.coming), (going.len() as u64, coming.len() as u64));
        (going, coming)
    };
    assert_eq!(told(1), (vec![4], vec![]));
    assert_eq!(told(2), (vec![4], vec![1, 3]));
    assert_eq!(told(3), (vec![4], vec![1, 2]));
    assert_eq!(told(4), (vec![4], vec![]));
}

#[test]
fn a_backup_is_a_memory_and_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    add(&mut memory, &[unit("صلح", "Peace")]);
    let copy = folder.path().join("copy.sqlite");
    memory.backup(&copy, false).expect("it can be written");
    add(&mut memory, &[unit("جنگ", "War")]);
    let refused = memory.backup(&copy, false).expect_err("it is there");
    assert_eq!(refused.to_string(), format!("{}: is there already", copy.display()));
    let count = |path: &Path| {
        let mut memory = Memory::open(path).expect("it can be opened");
        is_sound(&mut memory);
        numbers(&mut memory, &Filter::default()).len()
    };
    assert_eq!(count(&copy), 1);
    memory.backup(&copy, true).expect("it can be written");
    assert_eq!(count(&copy), 2);
    let itself = memory.backup(&path, true).expect_err("it is the memory");
    assert_eq!(itself.to_string(), format!("{}: this is the memory itself", path.display()));
    let used = Memory::open(&copy).expect("it can be opened");
    let refused = memory.backup(&copy, true).expect_err("it is in use");
    assert_eq!(
        refused.to_string(),
        format!("{}: a memory that another program uses", copy.display())
    );
    drop(used);
    let left: BTreeSet<String> = fs::read_dir(folder.path())
        .expect("it is there")
        .map(|entry| entry.expect("it is there").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("memory.sqlite"))
        .collect();
    assert_eq!(left, BTreeSet::from(["copy.sqlite".to_owned()]));
}

#[test]
fn a_vacuum_gives_room_back_and_keeps_what_can_be_undone() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be opened");
    let long = "صلح و جنگ ".repeat(2_000);
    let units: Vec<TranslationUnit> = (0..30).map(|i| unit(&long, &i.to_string())).collect();
    add(&mut memory, &units);
    undo(&mut memory, 1);
    add(&mut memory, &[unit("صلح", "Peace")]);
    let shrunk = memory.vacuum().expect("it can be written");
    assert!(shrunk.after < shrunk.before / 2, "{shrunk:?}");
    is_sound(&mut memory);
    undo(&mut memory, 1);
    assert_eq!(own(&mut memory), []);
    // An origin without units is not told of.
    assert_eq!(memory.origins().expect("it can be read"), []);
}

/// As a program of format 4 left it, after a deletion.
#[test]
fn what_an_older_program_deleted_comes_back() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("memory.sqlite");
    let sql = include_str!("../memory/format-4.sql");
    Connection::open(&path).and_then(|c| c.execute_batch(sql)).expect("it is right");
    let mut memory = Memory::open(&path).expect("it can be opened");
    undo(&mut memory, 1);
    assert_eq!(numbers(&mut memory, &Filter::default()), [1, 2]);
    is_sound(&mut memory);
}

/// What is done to a memory.
#[derive(Clone, Debug)]
enum Step {
    Add(Vec<(&'static str, &'static str)>),
    /// More units than the recent part of the index takes.
    AddMany,
    Delete(Vec<usize>),
    Edit(usize, &'static str),
    Dedupe,
    Undo(usize),
    Reindex,
    /// The attached file holds this, or is gone.
    Attach(Option<(&'static str, &'static str)>),
}

fn pair() -> impl Strategy<Value = (&'static str, &'static str)> {
    (
        select(vec!["صلح", "صلح و جنگ", "آتش‌بس", "آتش بس", "می‌شود ۱۲", "می شود 13"]),
        select(vec!["Peace", "peace", "war", "12 men", "A truce"]),
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => vec(pair(), 1..4).prop_map(Step::Add),
        1 => Just(Step::AddMany),
        3 => vec(0..99_usize, 1..4).prop_map(Step::Delete),
        3 => (0..99_usize, pair()).prop_map(|(at, pair)| Step::Edit(at, pair.0)),
        1 => Just(Step::Dedupe),
        4 => (1..4_usize).prop_map(Step::Undo),
        1 => Just(Step::Reindex),
        1 => pair().prop_map(|pair| Step::Attach(Some(pair))),
        1 => Just(Step::Attach(None)),
    ]
}

fn take(memory: &mut Memory, step: &Step, file: &Path, count: usize) {
    let units = own(memory);
    let number = |at: usize| units[at % units.len()].id;
    match step {
        Step::Add(pairs) => {
            let new: Vec<TranslationUnit> = pairs.iter().map(|(fa, en)| unit(fa, en)).collect();
            add(memory, &new);
        }
        Step::AddMany => {
            let new = |i| unit("صلح", &format!("{count} {i}"));
            add(memory, &(0..1_200).map(new).collect::<Vec<_>>());
        }
        Step::Delete(places) if !units.is_empty() => {
            let wanted: Vec<i64> = places.iter().map(|&at| number(at)).collect();
            memory.delete(&wanted, &occasion(ChangeKind::Delete)).expect("it can be written");
        }
        Step::Edit(at, persian) if !units.is_empty() => {
            let mut edited = units[at % units.len()].unit.clone();
            edited.persian = Side::new(*persian);
            // Where another unit says that already it is refused.
            let _ = memory.edit(number(*at), &edited, &occasion(ChangeKind::Edit));
        }
        Step::Dedupe => {
            let duplicates = memory.duplicates().expect("it can be read");
            memory.dedupe(&duplicates, &occasion(ChangeKind::Dedupe)).expect("it can be written");
        }
        Step::Reindex => memory.reindex().expect("it can be written"),
        Step::Attach(Some(pair)) => {
            tmx(file, &[*pair]);
            attach(memory, &[file.to_owned()]);
        }
        Step::Attach(None) => attach(memory, &[]),
        Step::Delete(_) | Step::Edit(..) | Step::Undo(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn undoing_brings_back_what_was_there(steps in vec(step(), 1..16)) {
        let folder = tempfile::tempdir().expect("there is room");
        let file = folder.path().join("a.tmx");
        let mut memory = memory(&[]);
        // The units before each change that can be undone.
        let mut before = Vec::new();
        for (count, step) in steps.iter().enumerate() {
            let changes = memory.changes().expect("it can be read");
            if let Step::Undo(most) = step {
                let most = *most.min(&before.len());
                undo(&mut memory, most);
                if most > 0 {
                    let left = before.len() - most;
                    prop_assert_eq!(own(&mut memory), before.split_off(left).swap_remove(0));
                }
            } else {
                let units = own(&mut memory);
                take(&mut memory, step, &file, count);
                let newest = memory.changes().expect("it can be read");
                if newest.first() != changes.first() {
                    before.push(units);
                    before.drain(..before.len().saturating_sub(10));
                }
            }
            prop_assert_eq!(memory.changes().expect("it can be read").len(), before.len());
            prop_assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
        }
    }
}
