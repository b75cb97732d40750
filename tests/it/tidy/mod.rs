//! The rules of the house, held by reading the sources and the data.

mod cycles;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use hamta::exchange::{glossary, tmx};
use hamta::text::{Lang, fold};

/// The one order of the library's modules; a module uses only those before it.
const ORDER: [&str; 10] = [
    "text", "segment", "unit", "glossary", "matching", "align", "check", "error", "exchange", "tm",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with one of the extensions, sorted, with its text.
fn files(folder: &str, extensions: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| extensions.iter().any(|known| e == *known)) {
                let text = fs::read_to_string(&path).expect("the file is UTF-8");
                found.push((
                    path.strip_prefix(root()).expect("it is in the project").to_owned(),
                    text,
                ));
            }
        }
    }
    found.sort();
    found
}

/// The module of the library that a source belongs to: `text` for `src/text/fold/mod.rs`.
fn module(path: &Path) -> String {
    let first = path.components().nth(1).expect("a source is below src");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The lines of code, without comments and the tests at the end.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a split has a first part");
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.fold(String::new(), |code, line| code + line + "\n")
}

fn place_of(name: &str) -> Option<usize> {
    ORDER.iter().position(|module| *module == name)
}

#[test]
fn lib_declares_the_modules_in_their_order() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs is there");
    let declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, ORDER);
}

#[test]
fn a_module_uses_only_those_before_it() {
    for (path, text) in files("src", &["rs"]) {
        let Some(own) = place_of(&module(&path)) else {
            continue;
        };
        for rest in code(&text).split("crate::").skip(1) {
            let name: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let used = place_of(&name)
                .unwrap_or_else(|| panic!("{}: crate::{name} is no module", path.display()));
            assert!(used <= own, "{} uses {name}, which comes after it", path.display());
        }
    }
}

#[test]
fn nothing_escapes_the_order() {
    let spellings =
        ["crate::{", "crate as ", "super::super", "extern crate", "#[path", "include!(", "$crate"];
    for (path, text) in files("src", &["rs"]) {
        if place_of(&module(&path)).is_none() {
            continue;
        }
        let code = code(&text);
        for spelling in spellings {
            assert!(!code.contains(spelling), "{} has {spelling:?}", path.display());
        }
        let is_top = path.components().count() == 2
            || (path.components().count() == 3 && path.ends_with("mod.rs"));
        assert!(
            !(is_top && code.contains("super::")),
            "{} reaches the root by super",
            path.display()
        );
    }
}

#[test]
fn what_comes_before_error_is_pure() {
    let impure = [
        "std::{",
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::io",
        "SystemTime",
        "Instant",
        "::now(",
    ];
    let error = place_of("error").expect("error is a module");
    for (path, text) in files("src", &["rs"]) {
        if place_of(&module(&path)).is_some_and(|own| own < error) {
            let code = code(&text);
            for name in impure {
                assert!(!code.contains(name), "{} uses {name}", path.display());
            }
        }
    }
}

/// In the program `Result` has its failure written out, and what fails as the library does is a `hamta::Result`.
#[test]
fn the_program_has_two_results() {
    for (path, text) in files("src/cli", &["rs"]) {
        let code = code(&text);
        let is_alone = |line: &str| line.starts_with("use hamta::") && line.contains("Result");
        assert!(
            !code.contains("result::Result") && !code.lines().any(is_alone),
            "{} does not say whose Result it is",
            path.display()
        );
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    let rooms = [
        ("icu_calendar", "text"),
        ("unicode_normalization", "text exchange"),
        ("rusqlite", "tm"),
        ("postcard", "glossary exchange"),
        ("sha2", "exchange tm cli"),
        ("quick_xml", "exchange"),
        ("html5gum", "exchange"),
        ("pulldown_cmark", "exchange"),
        ("csv::", "exchange cli"),
        ("calamine", "exchange"),
        ("cfb::", "exchange"),
        ("zip::", "exchange"),
        ("rust_xlsxwriter", "exchange"),
        ("encoding_rs", "exchange"),
        ("simdutf8", "exchange"),
        ("tempfile", "exchange"),
        ("clap", "cli"),
        ("anstyle", "cli"),
        ("anstream", "cli"),
        ("indicatif", "cli"),
        ("terminal_size", "cli"),
        ("signal_hook", "cli"),
        ("toml::", "cli"),
        ("globset", "cli"),
        ("ignore::", "cli"),
        ("unicode_bidi", "cli"),
        ("unicode_width", "cli"),
    ];
    for (path, text) in files("src", &["rs"]) {
        for (name, room) in rooms {
            let is_used = code(&text).contains(name);
            assert!(
                !is_used || room.split(' ').any(|room| module(&path) == room),
                "{} uses {name}, which belongs to {room}",
                path.display()
            );
        }
    }
}

/// A file that could be left half-written is written by `exchange::replace`.
#[test]
fn files_are_replaced_whole() {
    for (path, text) in files("src", &["rs"]) {
        for name in ["fs::write(", "File::create", "OpenOptions"] {
            assert!(!code(&text).contains(name), "{} uses {name}", path.display());
        }
    }
}

#[test]
fn sources_are_short_and_say_what_they_own() {
    for (path, text) in files("src", &["rs"]) {
        assert!(text.starts_with("//! "), "{} does not say what it owns", path.display());
        assert!(text.lines().count() <= 400, "{} is over 400 lines", path.display());
        let name = path.file_stem().expect("a source has a name").to_string_lossy().into_owned();
        assert!(
            !["util", "utils", "helpers", "common", "misc"].contains(&name.as_str()),
            "{name} says nothing"
        );
    }
    let main = fs::read_to_string(root().join("src/main.rs")).expect("main.rs is there");
    assert!(main.lines().count() <= 30);
}

#[test]
fn comments_fit_into_a_line() {
    for (path, text) in ["src", "tests"].map(|folder| files(folder, &["rs"])).concat() {
        let mut comments = text.lines().filter(|line| line.trim_start().starts_with("//"));
        let long = comments.find(|line| line.chars().count() > 120);
        assert_eq!(long, None, "{}", path.display());
    }
}

#[test]
fn every_test_module_runs() {
    for (path, _) in files("tests/it", &["rs"]) {
        let folder = path.parent().expect("a test is in a folder");
        let (module, parent) = match path.file_name().and_then(|name| name.to_str()) {
            Some("main.rs") => continue,
            Some("mod.rs") => (folder, folder.parent().expect("it is below tests")),
            _ => (path.as_path(), folder),
        };
        let parents =
            if parent.ends_with("it") { parent.join("main.rs") } else { parent.join("mod.rs") };
        let name = module.file_stem().expect("a test has a name");
        let declared = format!("mod {};", name.to_string_lossy());
        let text = fs::read_to_string(root().join(parents)).expect("the module above is there");
        let is_declared = |line: &str| line.trim_start_matches("pub(crate) ") == declared;
        assert!(text.lines().any(is_declared), "{} is in no test run", path.display());
    }
}

#[test]
fn word_lists_are_sorted_and_clean() {
    for (path, text) in files("src", &["txt"]) {
        let is_in_lists = path.parent().is_some_and(|folder| folder.ends_with("lists"));
        let name = path.file_stem().and_then(OsStr::to_str);
        let has_lang = name.is_some_and(|name| name.ends_with(".fa") || name.ends_with(".en"));
        assert!(is_in_lists && has_lang, "{} is no lists/NAME.LANG.txt", path.display());
        let words: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(words.is_sorted(), "{} is not sorted", path.display());
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{} has doubles", path.display());
        for word in words {
            assert!(!word.is_empty() && word.trim() == word, "{}: {word:?}", path.display());
            assert!(
                !word.contains(['ي', 'ك', 'ى']),
                "{}: Arabic letters in {word:?}",
                path.display()
            );
        }
    }
}

#[test]
fn words_to_align_by_are_sorted_and_in_their_columns() {
    let list = fs::read_to_string(root().join("src/align/words.tsv")).expect("the list is there");
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines.is_sorted_by(|one, other| one < other));
    let is_persian = |c| Lang::of_letter(c) == Some(Lang::Persian) || c == '\u{200C}';
    for line in lines {
        let (persian, english) = line.split_once('\t').expect("a line has two columns");
        let forms = |column: &str, is_letter: fn(char) -> bool| {
            column.split('|').all(|form| !form.is_empty() && form.chars().all(is_letter))
        };
        assert!(forms(persian, is_persian), "{line}");
        assert!(forms(english, |c| c.is_ascii_lowercase() || c == '-'), "{line}");
        for column in [persian, english] {
            assert_eq!(alike(column.split('|')), Vec::<&str>::new(), "{line}");
        }
    }
}

/// Lists whose words are compared as they fold: a row that folds as another one says nothing.
#[test]
fn no_two_words_of_folded_lists_fold_alike() {
    let folded = ["src/glossary", "src/text/fold"].map(|folder| files(folder, &["txt"]));
    for (path, text) in folded.into_iter().flatten() {
        let words = text.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(alike(words), Vec::<&str>::new(), "{}", path.display());
    }
}

/// Those of the words that fold as one before them.
fn alike<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: HashSet<String> = HashSet::new();
    let letters = |word: &str| fold(word).letters().iter().map(|l| l.ch).collect();
    words.filter(|word| !seen.insert(letters(word))).collect()
}

#[test]
fn glossaries_are_canonical() {
    for (path, text) in files("glossaries", &["tsv"]) {
        let contents =
            glossary::read(text.as_bytes(), glossary::Table::Tsv, &path).expect("it is a glossary");
        assert_eq!(contents.problems, [], "{}", path.display());
        let mut canonical = Vec::new();
        glossary::write(&mut canonical, &contents.entries).expect("a vector takes everything");
        assert!(canonical == text.as_bytes(), "{}: hamta glossary lint --fix", path.display());
    }
}

#[test]
fn memories_are_canonical() {
    for (path, text) in files("tm", &["tmx"]) {
        let reader = tmx::Reader::new(text.as_bytes(), &path, "").expect("it is TMX");
        let mut writer = tmx::Writer::start(Vec::new(), &path, Lang::Persian)
            .expect("a vector takes everything");
        for item in reader {
            match item.expect("it is well-formed") {
                tmx::Item::Unit(unit) => writer.write(&unit).expect("a vector takes everything"),
                tmx::Item::Problem(problem) => panic!("{problem}"),
            }
        }
        let canonical = writer.finish().expect("a vector takes everything");
        assert!(canonical == text.as_bytes(), "{}: write it with hamta tm export", path.display());
    }
}
