//! Names and texts that would steer a terminal do not, whatever the verb and the format.

use std::fs;

use super::{TMX, project, run, write};

/// A name with the sequences of a terminal, a line break, and an override of the order.
#[cfg(unix)]
const NAME: &str = "e\u{1B}]0;x\u{7}\n\u{202E}vil\u{9B}2J";

/// No character that steers a terminal, but for ends of lines.
#[track_caller]
pub(super) fn is_harmless(text: &str) {
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(steers), "{text:?}");
}

#[cfg(unix)]
#[test]
fn names_of_files_steer_nothing() {
    let folder = project();
    for ending in ["fa.txt", "xlf", "tsv", "tmx", "toml", "sqlite", "xlsx"] {
        let name = format!("{NAME}.{ending}");
        let path = name.as_str();
        for args in [
            &["segment", path][..],
            &["match", path],
            &["pretranslate", "a.fa.txt", "-o", path],
            &["finish", path],
            &["check", path],
            &["align", path, "a.en.txt"],
            &["analyze", path],
            &["tm", "import", path],
            &["tm", "merge", path],
            &["glossary", "import", path, "--into", "glossaries/n.tsv"],
            &["glossary", "lint", path],
            &["segment", path, "--project", path],
            &["match", "a.fa.txt", "--config", path],
            &["match", path, "--threshold", path],
            &["glossary", "show", path],
            &["tm", "export", "--origin", path],
        ] {
            for there in [None, Some("\u{202E}\u{9B}no such thing")] {
                let file = folder.path().join(path);
                let _ = fs::remove_file(&file);
                if let Some(text) = there {
                    fs::write(&file, text).expect("it can be written");
                }
                let (_, written, said) = run(&folder, args);
                is_harmless(&written);
                is_harmless(&said);
                assert!(said.lines().all(|line| line.starts_with("hamta: ")), "{said:?}");
            }
        }
    }
}

#[test]
fn texts_steer_nothing() {
    let folder = project();
    let hostile = "وزیر \u{202E}به\u{9B}2J \u{2066}وونسان رفت.";
    write(&folder, "a.fa.txt", format!("{hostile}\n"));
    write(&folder, "a.en.txt", "The \u{202E}minister\u{9B} went to to \u{1B}[2J Vonsan.\n");
    let unit = TMX.replace("وزیر به وونسان رفت.", hostile);
    write(&folder, "u.tmx", unit.replace("minister", "min\u{202E}ister\u{7F}"));
    assert_eq!(run(&folder, &["tm", "import", "u.tmx"]).0, Some(0));
    let row = "وزیر\u{202E}\tmin\u{202E}ister\u{9B}\tterm\tpreferred\tno\u{9B}te\n";
    write(&folder, "glossaries/terms.tsv", format!("fa\ten\tkind\tstatus\tnote\n{row}"));
    for args in [
        &["segment", "a.fa.txt"][..],
        &["match", "a.fa.txt"],
        &["check", "a.fa.txt", "a.en.txt"],
        &["align", "a.fa.txt", "a.en.txt"],
        &["analyze", "a.fa.txt"],
        &["concordance", "رفت"],
        &["fold", hostile],
        &["tm", "list"],
        &["tm", "stats"],
        &["tm", "undo", "--list"],
        &["glossary", "search", "min"],
        &["glossary", "lint"],
    ] {
        for format in ["text", "json"] {
            let (_, written, said) = run(&folder, &[args, &["--format", format]].concat());
            is_harmless(&written);
            is_harmless(&said);
        }
    }
    let (_, units, _) = run(&folder, &["tm", "list", "--format", "json"]);
    assert!(units.contains("\\u202e"), "nothing is lost: {units}");
}
