//! Files that are cut off, hold no text, or hold what no text holds: each gives what is good or says why not.

use std::fs;
use std::path::Path;

use hamta::exchange::glossary::{Reading, Table, read_as};
use hamta::matching::{Options, Query};
use hamta::text::Lang;
use hamta::tm::{self, Memory};
use rusqlite::Connection;

use super::{TMX, project, refuses, run, write};

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/glossary");
    fs::read(folder.join(name)).expect("the file is there")
}

#[test]
fn glossaries_cut_at_every_length_are_refused() {
    for (name, table) in [
        ("people.xlsx", Table::Xlsx),
        ("people.ods", Table::Ods),
        ("dca.tbx", Table::Tbx),
        ("martif.tbx", Table::Tbx),
    ] {
        let whole = fixture(name);
        let whole = whole.trim_ascii_end();
        for end in 0..whole.len() {
            let read = read_as(&whole[..end], table, &Reading::default(), Path::new("x"));
            let said = read.expect_err("it is cut off").to_string();
            assert!(said.starts_with("x:"), "{name} at {end}: {said}");
            assert_eq!(said.lines().count(), 1, "{name} at {end}: {said}");
        }
    }
}

#[test]
fn a_configuration_cut_at_every_length_is_one_line_or_less_of_itself() {
    let folder = project();
    let whole =
        "[check]\nerror-on = \"never\"\nrules = { length = \"off\" }\n[match]\nmax = 2 # سه\n";
    for end in 0..=whole.len() {
        write(&folder, "hamta.toml", &whole.as_bytes()[..end]);
        let (code, _, said) = run(&folder, &["glossary", "show", "Wonsan"]);
        match code {
            Some(0) => assert_eq!(said, "", "{end}"),
            code => {
                assert_eq!(code, Some(2), "{said}");
                assert!(said.starts_with("hamta: hamta.toml:"), "{said}");
                assert_eq!(said.lines().count(), 1, "{said}");
            }
        }
    }
}

#[test]
fn markdown_at_which_its_parser_panics_is_one_line() {
    let folder = project();
    write(&folder, "bad.fa.md", "- [ ] \\\n  -  ");
    let said = "bad.fa.md: Markdown that its parser cannot read";
    refuses(&folder, &["match", "bad.fa.md"], said);
    refuses(&folder, &["check", "bad.fa.md"], said);
}

/// A memory that is cut off is refused, or gives what it has, and never grows whole again by being looked at.
#[test]
fn a_memory_cut_off_anywhere_is_survived() {
    let folder = project();
    let whole = fs::read(folder.path().join("tm/memory.sqlite")).expect("it is there");
    let path = folder.path().join("cut.sqlite");
    let all = Memory::open(&folder.path().join("tm/memory.sqlite"))
        .and_then(|memory| memory.numbers())
        .expect("it can be read")
        .len();
    let mut refused = 0;
    for end in (0..whole.len()).step_by(997) {
        fs::write(&path, &whole[..end]).expect("it can be written");
        let opened = Memory::open(&path).and_then(|mut memory| {
            let mut count = 0;
            memory.each(None, |_| {
                count += 1;
                Ok(())
            })?;
            memory.check().map(|faults| (count, faults))
        });
        match opened {
            // Where not one page is left, it is a new memory.
            Ok((0, faults)) if end == 0 => assert!(faults.is_empty()),
            // Of the last pages nothing may be in use: then nothing is lost.
            Ok((units, faults)) => {
                assert!(!faults.is_empty() || units == all, "{end} of {}", whole.len());
            }
            Err(error) => {
                refused += 1;
                let said = error.to_string();
                assert!(said.starts_with(&format!("{}: ", path.display())), "{said}");
            }
        }
        let _ = fs::remove_file(&path);
        for beside in ["cut.sqlite-wal", "cut.sqlite-shm"] {
            let _ = fs::remove_file(folder.path().join(beside));
        }
    }
    assert!(refused > 10);
}

/// What a check says to do is what helps.
#[test]
fn a_check_says_what_mends_a_memory() {
    let backup = "hamta: put a backup of the memory in its place\n";
    let reindex = "hamta: hamta tm reindex makes the index anew; the units are not touched\n";
    for (damage, said, advice) in [
        ("UPDATE unit SET persian_next = CAST(x'd8ff' AS TEXT)", "unit 1 cannot be read\n", backup),
        ("UPDATE unit SET details = '{'", "unit 1 cannot be read\n", backup),
        (
            "UPDATE unit SET english_previous = 'He left.'",
            "unit 1 does not say what it was added with\n",
            backup,
        ),
        (
            "UPDATE recent SET tokens = x'01' WHERE lang = 'en'",
            "unit 1 stands in the index with other words (en)\n",
            reindex,
        ),
    ] {
        let folder = project();
        let memory = Connection::open(folder.path().join("tm/memory.sqlite"));
        memory.and_then(|memory| memory.execute_batch(damage)).expect("it can be written");
        let (code, written, told) = run(&folder, &["tm", "check"]);
        assert_eq!(code, Some(1), "{damage}: {told}");
        assert!(written.starts_with(said), "{damage}: {written}");
        assert_eq!(told, advice, "{damage}");
    }
}

/// A memory in which some bytes are other ones is refused, found damaged, or gives what it has; nothing is worse than
/// that.
#[test]
fn a_memory_with_other_bytes_in_it_is_survived() {
    let folder = project();
    let whole = fs::read(folder.path().join("tm/memory.sqlite")).expect("it is there");
    let path = folder.path().join("changed.sqlite");
    let mut found = 0;
    for at in (0..whole.len()).step_by(499) {
        let mut changed = whole.clone();
        let end = whole.len().min(at + 8);
        changed[at..end].iter_mut().for_each(|byte| *byte = !*byte);
        fs::write(&path, &changed).expect("it can be written");
        let looked_through = Memory::open(&path).and_then(|mut memory| {
            let query = Query::new("وزیر به وونسان رفت.", Lang::Persian);
            let reader = memory.reader()?;
            // What a match finds in it is anything, but no end of the program.
            let _ = tm::matches(&reader, &query, &Options::default());
            drop(reader);
            memory.check()
        });
        match looked_through {
            Ok(faults) => found += usize::from(!faults.is_empty()),
            Err(error) => {
                found += 1;
                let said = error.to_string();
                assert!(said.starts_with(&format!("{}: ", path.display())), "{said}");
                assert!(!said.contains("the memory failed"), "{at}: {said}");
            }
        }
        for name in ["changed.sqlite", "changed.sqlite-wal", "changed.sqlite-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
        }
    }
    assert!(found > 3, "{found}");
}

/// Where the tables are not those of a memory, that is told as any other damage is, and not in the words of SQLite.
#[test]
fn a_memory_with_other_tables_is_damaged() {
    let folder = project();
    let path = folder.path().join("tm/memory.sqlite");
    let whole = fs::read(&path).expect("it is there");
    let with = |at: usize, other: &[u8]| {
        let mut changed = whole.clone();
        changed[at..at + other.len()].copy_from_slice(other);
        changed
    };
    let mut columns = whole.clone();
    let name = b"english_previous";
    for at in 0..columns.len() - name.len() {
        if columns[at..].starts_with(name) {
            columns[at] = b'a';
        }
    }
    assert!(columns != whole);
    let said = "tm/memory.sqlite: the memory is damaged; put a backup of it in its place, or delete it, which loses what was added to it; the TMX files are read again";
    let refuse = |changed: &[u8], verbs: &[&[&str]]| {
        fs::write(&path, changed).expect("it can be written");
        verbs.iter().for_each(|verb| refuses(&folder, verb, said));
    };
    let changing = &["tm", "delete", "1", "--yes"][..];
    // The format of its tables, and the format of a memory. Whoever only reads has what the TMX files hold.
    for changed in [with(47, &[9]), with(60, &[0; 4])] {
        refuse(&changed, &[&["tm", "export"], &["check", "--memory"], changing]);
        let (code, _, told) = run(&folder, &["match", "a.fa.txt"]);
        let told_so = format!("hamta: {said}; units added to it are not seen\n");
        assert_eq!((code, told), (Some(0), told_so));
    }
    // The name of a column.
    refuse(&columns, &[&["match", "a.fa.txt"], &["tm", "list"], changing]);
}

/// A file that is just being copied, or is no glossary, does not stop the desk; a check without it would be none.
#[test]
fn whoever_only_reads_does_without_a_broken_file() {
    let folder = project();
    write(&folder, "tm/bad.tmx", "<tmx");
    write(&folder, "glossaries/notes.csv", "day,call\n");
    let (code, written, told) = run(&folder, &["match", "a.fa.txt"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(written.contains("The minister went to Wonsan."), "{written}");
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("hamta: glossaries/notes.csv:1: no header row"), "{told:?}");
    assert!(told[0].ends_with("; its names are not found"), "{told:?}");
    assert!(told[1].starts_with("hamta: tm/bad.tmx:1: "), "{told:?}");
    assert!(told[1].ends_with("; what is new in it is not seen"), "{told:?}");
    refuses(&folder, &["tm", "stats"], "tm/bad.tmx:1: ");
    refuses(&folder, &["check", "a.fa.txt", "a.en.txt"], "glossaries/notes.csv:1: ");
}

/// A database of another program is no memory, and stays as it is.
#[test]
fn a_database_of_another_program_is_not_touched() {
    let folder = project();
    let path = folder.path().join("tm/memory.sqlite");
    for tables in [
        "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('آش')",
        "CREATE TABLE unit (name TEXT); INSERT INTO unit VALUES ('متر')",
    ] {
        fs::remove_file(&path).expect("it is there");
        let other = Connection::open(&path).expect("it can be made");
        other.execute_batch(tables).expect("it can be filled");
        other.close().expect("it can be closed");
        let before = fs::read(&path).expect("it is there");
        for args in [&["tm", "stats"][..], &["tm", "import", "u.tmx"]] {
            refuses(&folder, args, "tm/memory.sqlite: not a memory of hamta's");
        }
        assert!(fs::read(&path).expect("it is there") == before);
    }
}

/// What a program of another kind would write in the place of a text.
#[test]
fn broken_letters_are_told_with_their_line() {
    let folder = project();
    let refuse = |name: &str, bytes: &[u8], args: &[&str], said: &str| {
        write(&folder, name, bytes);
        let args = [args, &[name]].concat();
        refuses(&folder, &args, &format!("{name}{said}"));
    };
    let not_utf8 = ":2: not UTF-8";
    for verb in ["segment", "match", "analyze"] {
        refuse("x.fa.txt", b"a\n\xff\n", &[verb], not_utf8);
    }
    let marked = ": in UTF-16LE, as its byte order mark says; save it as UTF-8";
    refuse("x.fa.txt", b"\xff\xfe\x27\x06", &["segment"], marked);
    // UTF-16 without a mark is no UTF-8 either, and half a character is none.
    refuse("x.fa.txt", b"a\n\x48\xd8", &["segment"], not_utf8);
    let tmx = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut cut = [&[0xFF, 0xFE][..], &tmx(TMX)].concat();
    cut.truncate(cut.len() - 41);
    refuse("x.tmx", &cut, &["tm", "import"], ":1: ");
    let lone =
        [&[0xFF, 0xFE][..], &tmx("<tmx>\n"), &[0x48, 0xD8, 0x3C, 0x00], &tmx("/tmx>")].concat();
    refuse("x.tmx", &lone, &["tm", "import"], ":2: ");
    // A NUL is a character of a text like others, and ends nothing.
    write(&folder, "x.fa.txt", "خبر\0 دیگر.\n");
    let (code, segments, said) = run(&folder, &["segment", "x.fa.txt"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(segments.contains("دیگر"), "{segments}");
}
