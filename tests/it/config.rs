//! What a project says of itself, its baseline and its exceptions, as files that anybody can write.

use std::fs;
use std::path::Path;
use std::process::Command;

use hamta::exchange::baseline::{self, Known};
use hamta::exchange::exceptions;
use proptest::prelude::*;

use crate::formats::{json, sarif_schema};

const PLACES: &str = "fa\ten\tkind\tstatus\tnote\nونسان\tWonsan\tcity\tpreferred\t\nونسان\tVonsan\tcity\tforbidden\t\n";

/// A project with an article and a translation in which a word is doubled and a name is wrong.
fn project(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let files = [
        ("hamta.toml", config),
        ("glossaries/places.tsv", PLACES),
        ("news/a.fa.txt", "او به ونسان رفت.\n"),
        ("news/a.en.txt", "He went to to Vonsan.\n"),
        ("tm/.keep", ""),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("there is room");
        fs::write(path, text).expect("it can be written");
    }
    folder
}

/// The exit code, and what is written to standard output and to standard error.
fn hamta(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The rules of what is found in the article, in the folder `from` of the project.
#[track_caller]
fn finds(project: &Path, from: &str, article: &str, args: &[&str], expected: &[&str]) {
    let [source, translation] = ["fa", "en"].map(|lang| format!("{article}.{lang}.txt"));
    let check = ["check", &source, &translation, "--format", "json", "--quiet"];
    let (_, found, said) = hamta(&project.join(from), &[&check, args].concat());
    let rules: Vec<String> =
        found.lines().map(|line| json(line)["rule"].as_str().expect("a rule").to_owned()).collect();
    assert_eq!(said, "");
    assert_eq!(rules, expected);
}

#[test]
fn sarif_says_how_grave_the_rules_are() {
    let project = project(
        "[check.rules]\nrepeated-word = \"warning\"\nlength = \"off\"\nuntranslated = \"warning\"",
    );
    let args = ["check", "news/a.fa.txt", "news/a.en.txt", "--format", "sarif"];
    let (_, text, _) = hamta(project.path(), &args);
    let document = json(&text);
    assert!(sarif_schema().is_valid(&document));
    let run = &document["runs"][0];
    let levels = run["results"].as_array().expect("a list").iter();
    let levels: Vec<_> =
        levels.map(|result| (result["ruleId"].as_str(), result["level"].as_str())).collect();
    assert_eq!(
        levels,
        [(Some("repeated-word"), Some("warning")), (Some("forbidden-term"), Some("error")),]
    );
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let level = |name: &str| {
        let rule = rules.iter().find(|rule| rule["id"] == name)?;
        rule["defaultConfiguration"]["level"].as_str()
    };
    assert_eq!(level("untranslated"), Some("warning"));
    assert_eq!(level("forbidden-term"), Some("error"));
    assert_eq!(level("length"), None);
}

#[test]
fn paths_are_those_from_the_folder_of_the_project() {
    let project = project(
        "[[check.paths]]\npaths = [\"/news\"]\nrules = { repeated-word = \"off\" }\n[[check.paths]]\npaths = [\"/a.en.txt\"]\nrules = { forbidden-term = \"off\" }",
    );
    let (root, found) = (project.path(), &["forbidden-term"]);
    finds(root, "", "news/a", &[], found);
    finds(root, "", "./glossaries/../news/a", &[], found);
    finds(root, "news", "a", &[], found);
    finds(root, "news", "a", &["--project", ".."], found);
    let elsewhere = tempfile::tempdir().expect("there is room");
    let whole = root.join("news/a").to_string_lossy().into_owned();
    let project = root.to_string_lossy();
    finds(elsewhere.path(), "", &whole, &["--project", &project], found);
}

#[test]
fn articles_are_named_and_excluded_as_the_project_says() {
    let project = project(
        "[articles]\nnames = \"*-persian.txt=*-english.txt\"\nfrom = \"en\"\n[check]\nexclude = [\"archive\"]\n",
    );
    let root = project.path();
    for name in ["news/b", "archive/c"] {
        fs::create_dir_all(root.join("archive")).expect("there is room");
        for (lang, text) in [("persian", "او به به ونسان رفت."), ("english", "He went to Wonsan.")]
        {
            fs::write(root.join(format!("{name}-{lang}.txt")), text).expect("there is room");
        }
    }
    let checked = |folder: &str, args: &[&str]| {
        let check = ["check", "--format", "short", "--quiet"];
        hamta(&root.join(folder), &[&check, args].concat()).1
    };
    let found = "b-persian.txt:1:4: error[repeated-word]: write «به» once\n";
    assert_eq!(checked("", &[]), format!("news/{found}"));
    assert_eq!(checked("news", &[]), found);
    assert_eq!(checked("news", &["--from", "fa"]), "");
    assert_eq!(checked("archive", &[]), "");
    let usual = checked("", &["--names", "*.fa.*=*.en.*", "--from", "fa"]);
    assert!(usual.starts_with("news/a.en.txt:1:9: error[repeated-word]"), "{usual}");
    let (code, aligned, said) = hamta(root, &["align", "news", "--format", "json"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(json(aligned.lines().next().expect("a pair"))["source_lang"], "en");
}

#[test]
fn a_file_that_is_named_and_excluded_is_not_clean() {
    let project = project("[check]\nexclude = [\"news/*.en.txt\"]\n");
    let said = |path: &str| {
        let (code, found, said) = hamta(project.path(), &["check", path]);
        assert_eq!((code, found.as_str()), (Some(0), ""), "{path}");
        said
    };
    let remark = "hamta: news/a.en.txt: excluded in hamta.toml, so that nothing in it counts\n";
    assert_eq!(said("news/a.en.txt"), format!("{remark}hamta: nothing found\n"));
    assert_eq!(said("news/a.fa.txt"), said("news/a.en.txt"));
    assert_eq!(said("news"), "hamta: nothing found\n");
}

#[test]
fn a_baseline_is_the_same_from_every_folder_and_for_moved_lines() {
    let project = project("[check]\nbaseline = \"known.tsv\"");
    let root = project.path();
    let write = ["check", "a.fa.txt", "a.en.txt", "--write-baseline", "--quiet"];
    let done = hamta(&root.join("news"), &write);
    assert_eq!(done, (Some(0), String::new(), String::new()));
    let written = fs::read(root.join("known.tsv")).expect("it is there");
    finds(root, "", "news/a", &[], &[]);
    fs::write(root.join("news/a.en.txt"), "He went to to Vonsan.\nVonsan.\n")
        .expect("there is room");
    fs::write(root.join("news/a.fa.txt"), "او به ونسان رفت.\nونسان.\n").expect("there is room");
    finds(root, "", "news/a", &[], &["forbidden-term"]);
    fs::write(root.join("news/a.en.txt"), "A visit\nHe went to to Vonsan.\n")
        .expect("there is room");
    fs::write(root.join("news/a.fa.txt"), "یک سفر\nاو به ونسان رفت.\n").expect("there is room");
    finds(root, "news", "a", &[], &[]);
    hamta(root, &["check", "news/a.fa.txt", "news/a.en.txt", "--write-baseline"]);
    assert_eq!(fs::read(root.join("known.tsv")).expect("it is there"), written);
}

#[test]
fn a_run_that_did_not_look_for_a_finding_leaves_it_in_the_baseline() {
    let project = project("[check]\nbaseline = \"known.tsv\"");
    let root = project.path();
    let write = |name: &str, text: &str| {
        fs::write(root.join(name), text).expect("there is room");
    };
    write("news/b.fa.txt", "گفت‌وگوها ادامه دارد.\n");
    write("news/b.en.txt", "The talks are continuing.\n");
    write("news/c.fa.txt", "گفت‌وگوها ادامه دارد.\n");
    write("news/c.en.txt", "The negotiations go on.\n");
    let known = || fs::read_to_string(root.join("known.tsv")).expect("it is there");
    hamta(root, &["check", "--write-baseline"]);
    let written = known();
    let rules = written.lines().filter_map(|line| line.split('\t').nth(1));
    let rules: Vec<&str> = rules.collect();
    let found = ["forbidden-term", "repeated-word", "inconsistent-translation"];
    assert_eq!(rules, [&["rule"], &found[..]].concat());
    let some = [
        &["news/c.fa.txt", "news/c.en.txt"][..],
        &["news/a.fa.txt", "news/a.en.txt", "--rule=forbidden-term=off"],
    ];
    for args in some {
        let (code, ..) = hamta(root, &[&["check"], args, &["--write-baseline"]].concat());
        assert_eq!((code, known()), (Some(0), written.clone()), "{args:?}");
        let (_, _, said) = hamta(root, &[&["check"], args].concat());
        assert!(said.contains("no longer there: 0"), "{said}");
    }
}

#[test]
fn a_finding_stays_known_when_the_same_is_found_elsewhere() {
    let project = project("[check]\nbaseline = \"known.tsv\"");
    let root = project.path();
    let persian = "فرهاد دارابی به تهران رفت.\n";
    let write = |name: &str, english: &str| {
        fs::write(root.join(format!("news/{name}.fa.txt")), persian).expect("there is room");
        fs::write(root.join(format!("news/{name}.en.txt")), english).expect("there is room");
    };
    write("b", "Farhad Darabi went to Tehran.\n");
    write("c", "Farhad Darabi went to Tehran.\n");
    write("d", "Farhad Daraby went to Tehran.\n");
    let (_, _, said) = hamta(root, &["check", "--write-baseline"]);
    assert!(said.contains("findings written: 4"), "{said}");
    write("e", "Farhad Darabi went to Tehran.\n");
    let (code, found, _) = hamta(root, &["check", "--format", "short"]);
    assert_eq!((code, found.as_str()), (Some(0), ""));
}

#[test]
fn a_baseline_that_cannot_be_written_is_an_error_and_leaves_nothing() {
    let project = project("");
    let args = ["check", "news/a.fa.txt", "news/a.en.txt", "--write-baseline=nowhere/known.tsv"];
    let (code, _, said) = hamta(project.path(), &args);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.starts_with("hamta: nowhere/known.tsv: cannot write: "), "{said}");
}

#[test]
fn memories_of_one_name_are_refused() {
    let project = project("[memory]\nfiles = [\"tm/*.tmx\", \"other/*.tmx\"]");
    let tmx = include_str!("../cmd/config.in/tm/visits.tmx");
    for folder in ["tm", "other"] {
        let folder = project.path().join(folder);
        fs::create_dir_all(&folder).expect("there is room");
        fs::write(folder.join("visits.tmx"), tmx).expect("there is room");
    }
    let (code, _, said) = hamta(project.path(), &["match", "news/a.fa.txt"]);
    let expected = "hamta: other/visits.tmx: another file with this name is attached; give one of them another name\n";
    assert_eq!((code, said.as_str()), (Some(2), expected));
}

#[test]
fn a_memory_that_is_named_and_not_there_is_told_by_who_reads_none() {
    let project = project("[memory]\nfiles = [\"nope.tmx\"]");
    let (code, _, said) = hamta(project.path(), &["check", "news/a.fa.txt", "news/a.en.txt"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.starts_with("hamta: hamta.toml:2:"), "{said}");
    assert!(said.ends_with("there is no file “nope.tmx”\n"), "{said}");
}

#[test]
fn a_list_of_exceptions_is_read_as_tables_are() {
    let path = Path::new("exceptions.tsv");
    let read = |bytes: &[u8]| {
        let (exceptions, problems) = exceptions::read(bytes, path).expect("it is a list");
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        (exceptions.len(), problems)
    };
    let good = "\u{FEFF}rule\ttext\r\nlength\tمسکو\r\n\r\n*\tx\t\t\r\n";
    assert_eq!(read(good.as_bytes()), (2, vec![]));
    let utf_16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf_16), (2, vec![]));
    assert_eq!(read(b""), (0, vec![]));
    let faults =
        "rule\ttext\tpath\tnote\nlength\tمسکو?\n*\tx\ty\tz\tw\n\tx\nlength\t \nlength\tx\n";
    let mut faults = faults.as_bytes().to_vec();
    let place = faults.iter().position(|&byte| byte == b'?');
    faults[place.expect("it is there")] = 0xFF;
    let expected = [
        "exceptions.tsv:2: not UTF-8",
        "exceptions.tsv:3: more than 4 cells",
        "exceptions.tsv:4: no rule is named",
        "exceptions.tsv:5: no text",
    ];
    let (count, problems) = read(&faults);
    assert_eq!((count, problems.len()), (1, expected.len()));
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.starts_with(expected), "{problem}");
    }
    let wide = [b"rule\ttext\n".as_slice(), &b"length\t".repeat(100_000)].concat();
    assert_eq!(read(&wide).0, 0);
    for header in ["text\trule\n", "rule\n", "\n\nfa\ten\n"] {
        assert!(exceptions::read(header.as_bytes(), path).is_err(), "{header:?}");
    }
}

#[test]
fn a_row_that_is_none_of_a_baseline_ends_it() {
    let path = Path::new("known.tsv");
    let line = |text: &[u8]| baseline::read(text, path).map_err(|error| error.line());
    let one = Known::new("a.txt", "length", "00ff".to_owned());
    let good = b"path\trule\tfingerprint\r\na.txt\tlength\t00ff\r\n";
    assert_eq!(line(good).expect("it is a baseline"), [one]);
    assert_eq!(line(b"").expect("it is empty"), []);
    let cases: [(&[u8], u64); 6] = [
        (b"a.txt\tlength\t00ff\n", 1),
        (b"path\trule\tfingerprint\na.txt\tlength\n", 2),
        (b"path\trule\tfingerprint\n\n=======\n", 3),
        (b"path\trule\tfingerprint\na.txt\tlength\t\n", 2),
        (b"path\trule\tfingerprint\na.txt\tlength\txyz\n", 2),
        (b"path\trule\tfingerprint\n\xD8\xB3\xFF\tlength\t00\n", 2),
    ];
    for (text, expected) in cases {
        assert_eq!(line(text), Err(Some(expected)), "{}", text.escape_ascii());
    }
}

proptest! {
    #[test]
    fn a_baseline_reads_back_as_it_was_written(
        paths in prop::collection::vec("[\\PC\t\r\n \u{0}\u{85}\u{FEFF}]{0,12}", 0..6)
    ) {
        let mut known: Vec<Known> = paths
            .iter()
            .enumerate()
            .map(|(at, path)| Known::new(path, "length", format!("{at:032x}")))
            .collect();
        let mut bytes = Vec::new();
        baseline::write(&mut bytes, known.clone()).expect("a vector takes everything");
        known.sort();
        let read = baseline::read(bytes.as_slice(), Path::new("known.tsv"));
        prop_assert_eq!(read.expect("it is a baseline"), known);
    }

    #[test]
    fn nothing_makes_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let path = Path::new("x.tsv");
        let _ = baseline::read(bytes.as_slice(), path);
        let _ = exceptions::read(bytes.as_slice(), path);
        let begun = |header: &str| [header.as_bytes(), &bytes].concat();
        let _ = baseline::read(begun("path\trule\tfingerprint\n").as_slice(), path);
        let _ = exceptions::read(begun("rule\ttext\n").as_slice(), path);
    }
}
