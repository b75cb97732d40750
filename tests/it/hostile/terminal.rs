//! A terminal is steered by no text, whatever verb shows it: the program runs in a real one.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use tempfile::TempDir;

use super::shown::is_harmless;
use super::{TMX, hamta, project, run, write};

/// A text with the sequences of a terminal, overrides of the order and other controls, around words that are found.
fn hostile(text: &str) -> String {
    format!("{text} \u{202E}\u{1B}]0;x\u{7}\u{1B}[2J\u{9B}2J\u{2066}\u{8}\u{7F}\u{200E}{text}")
}

/// What a terminal gets to show when the program runs in it, and `keys` are typed.
fn shown(folder: &Path, args: &[&str], bidi: &str, keys: &str) -> String {
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("there is a terminal");
    grantpt(&controller).expect("it is ours");
    unlockpt(&controller).expect("it is ours");
    let name = ptsname(&controller, Vec::new()).expect("it has a name");
    let name = name.into_string().expect("it is UTF-8");
    let terminal = || {
        let mut options = File::options();
        options.read(true).write(true).open(&name).expect("it is there")
    };
    let mut command = hamta(folder, args);
    command.stdin(terminal()).stdout(terminal()).stderr(terminal());
    command.env("TERM", "xterm").env("NO_COLOR", "1").env("HAMTA_BIDI", bidi);
    let mut child = command.spawn().expect("it runs");
    // Its ends of the terminal are only those of the program now, so that reading ends with it.
    drop(command);
    let mut controller = File::from(controller);
    let mut typed = controller.try_clone().expect("it can be cloned");
    typed.write_all(keys.as_bytes()).expect("it is there");
    let reader = thread::spawn(move || {
        let mut shown = Vec::new();
        // The end of a terminal is an error on Linux.
        let _ = controller.read_to_end(&mut shown);
        shown
    });
    child.wait().expect("it ends");
    let shown = reader.join().expect("it ends");
    let shown = String::from_utf8(shown).expect("it says UTF-8").replace("\r\n", "\n");
    shown.split('\n').map(without_bar).collect::<Vec<_>>().join("\n")
}

/// A line without the progress bar that a slow machine draws before it, and takes away again.
fn without_bar(line: &str) -> &str {
    match line.rsplit_once("\r\u{1B}[2K") {
        Some((bar, rest)) if bar.contains(['░', '█']) => rest,
        _ => line,
    }
}

/// Errors and remarks are ordered and joined as results are.
#[test]
fn what_is_said_aside_is_shown_as_results_are() {
    let folder = project();
    for (bidi, name) in [("logical", "خبر"), ("visual", "\u{FEAE}\u{FE92}\u{FEA7}")] {
        let said = shown(folder.path(), &["segment", "خبر.fa.txt"], bidi, "");
        let expected = format!("hamta: {name}.fa.txt: cannot read: ");
        let said = said.replace(['\u{202D}', '\u{202C}'], "");
        assert!(said.starts_with(&expected), "{bidi}: {said:?}");
    }
}

/// A project whose texts and names are all such: its article is `source`, and its units come from the file `origin`.
fn full_of_them(source: &str, origin: &str) -> TempDir {
    let folder = project();
    write(&folder, "a.fa.txt", format!("{source}.\n"));
    write(&folder, "a.en.txt", format!("{} to to Vonsan.\n", hostile("The minister went")));
    let unit = TMX
        .replace("وزیر به وونسان رفت.", &source.replace(['\u{1B}', '\u{7}', '\u{8}'], ""))
        .replace("minister", "min\u{202E}is\u{9B}ter")
        .replace("<tu>", "<tu creationid=\"a\u{202E}b\"><note>no\u{9B}te\u{202E}</note>");
    write(&folder, origin, unit);
    assert_eq!(run(&folder, &["tm", "import", origin]).0, Some(0));
    let entries = "fa\ten\tkind\tstatus\tnote\nوزیر\u{202E}\tmin\u{202E}ister\u{9B}\tconcept\tpreferred\tno\u{9B}te\u{202E}\n";
    write(&folder, "glossaries/terms.tsv", entries);
    write(
        &folder,
        "new.csv",
        "fa,en,kind\nکی\u{202E}یف,Ky\u{9B}iv,city\u{202E}\nوونسان,Won\u{9B}san,city\n",
    );
    write(&folder, "bad\u{202E}\u{9B}.toml", "a = \u{202E}\n");
    folder
}

#[test]
fn no_verb_lets_a_text_steer_the_terminal() {
    let source = hostile("وزیر به وونسان رفت");
    let origin = format!("{}.tmx", hostile("origin").replace('/', ""));
    let folder = full_of_them(&source, &origin);
    let note = hostile("note");
    for args in [
        &["segment", "a.fa.txt"][..],
        &["segment", "a.fa.txt", "--one-per-line"],
        &["match", "a.fa.txt"],
        &["match", "a.fa.txt", "--config", "bad\u{202E}\u{9B}.toml"],
        &["fold", &source],
        &["fold", &source, &note],
        &["check", "a.fa.txt", "a.en.txt"],
        &["check", "a.fa.txt", "a.en.txt", "--diff"],
        &["check", "a.fa.txt", "a.en.txt", "--format", "sarif"],
        &["check", "a.fa.txt", "a.en.txt", "--format", "github"],
        &["check", "a.fa.txt", "a.en.txt", "--format", "junit"],
        &["check", "--memory"],
        &["check", &origin],
        &["check", "--rule", &note],
        &["align", "a.fa.txt", "a.en.txt"],
        &["align", "a.fa.txt", "a.en.txt", "--format", "html"],
        &["align", "a.fa.txt", "a.en.txt", "--format", "tsv"],
        &["analyze", "a.fa.txt"],
        &["analyze", "a.fa.txt", "--format", "html"],
        &["concordance", "رفت"],
        &["concordance", &note],
        &["pretranslate", "a.fa.txt", "--output", &note],
        &["finish", &origin],
        &["tm", "list"],
        &["tm", "list", "--author", &note],
        &["tm", "stats"],
        &["tm", "check"],
        &["tm", "export"],
        &["tm", "export", "--format", "json"],
        &["tm", "edit", "2", "--target", &note],
        &["tm", "delete", "--origin", &origin],
        &["tm", "dedupe"],
        &["tm", "merge", &origin],
        &["tm", "undo"],
        &["tm", "undo", "--list"],
        &["tm", "import", &origin],
        &["tm", "import", &note],
        &["tm", &note],
        &["glossary", "show", "min"],
        &["glossary", "show", &note],
        &["glossary", "search", "min"],
        &["glossary", "lint"],
        &["glossary", "export"],
        &["glossary", "import", "new.csv", "--into", "glossaries/places.tsv", "--dry-run"],
        &["glossary", "add", &note, &source, "--into", "glossaries/places.tsv"],
        &["glossary", "remove", &note],
        &["completions", &note],
    ] {
        for bidi in ["logical", "visual"] {
            let shown = shown(folder.path(), args, bidi, "n\n").replace('\t', " ");
            assert!(!shown.is_empty(), "{args:?}");
            match bidi {
                "logical" => is_harmless(&shown),
                // There hamta puts lines in order itself, and says so before and after.
                _ => shown.lines().for_each(is_ordered),
            }
        }
    }
}

/// A line in which nothing is out of order but what hamta orders.
fn is_ordered(line: &str) {
    match line.strip_suffix('\u{202C}') {
        Some(ordered) => is_harmless(&ordered.replacen('\u{202D}', "", 1)),
        None => is_harmless(line),
    }
}
