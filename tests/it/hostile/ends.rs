//! A program that is ended before its end, by whoever starts it or by whoever was to read it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{hamta, project};

/// A reader that goes away after one line is no failure, and nothing is said of it.
#[test]
fn a_closed_pipe_is_a_success_of_every_verb() {
    let folder = project();
    for args in [
        &["segment", "a.fa.txt"][..],
        &["match", "a.fa.txt"],
        &["fold", "رفت"],
        &["check", "a.en.txt", "--error-on", "never"],
        &[
            "check",
            "a.en.txt",
            "--error-on",
            "never",
            "--format",
            "sarif",
        ],
        &["check", "--list-rules"],
        &["align", "a.fa.txt", "a.en.txt"],
        &["align", "a.fa.txt", "a.en.txt", "--format", "html"],
        &["analyze", "a.fa.txt"],
        &["analyze", "a.fa.txt", "--format", "html"],
        &["concordance", "رفت"],
        &["tm", "list"],
        &["tm", "stats"],
        &["tm", "export"],
        &["tm", "export", "--format", "json"],
        &["glossary", "show", "Wonsan"],
        &["glossary", "search", "W"],
        &["glossary", "export"],
        &["completions", "zsh"],
        &["--help"],
    ] {
        for lines in 0..2 {
            let mut child = hamta(folder.path(), &[args, &["--quiet"]].concat())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it runs");
            let mut reader = BufReader::new(child.stdout.take().expect("it is piped"));
            for _ in 0..lines {
                reader.read_line(&mut String::new()).expect("it is UTF-8");
            }
            drop(reader);
            let output = child.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(
                (output.status.code(), said.as_str()),
                (Some(0), ""),
                "{args:?}"
            );
        }
    }
}

#[cfg(unix)]
mod signals {
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;
    use std::thread;
    use std::time::Duration;

    use super::super::{listed, run, write};
    use super::{Stdio, fs, hamta, project};

    /// How often each verb is ended; the moments are spread over the time that it takes.
    const TIMES: u32 = 6;

    /// Whatever the moment and the signal, every file holds what it held or what the whole run makes of it, the memory
    /// is sound, and what was not done can be done again.
    #[test]
    fn every_verb_that_writes_is_whole_or_nothing() {
        let table = "fa\ten\tarticle\nوزیر به وونسان رفت.\tHe went.\ta.fa.txt\n";
        for (args, file) in [
            (
                &["tm", "edit", "1", "--target", "He left.", "--yes"][..],
                "tm/memory.sqlite",
            ),
            (
                &["tm", "delete", "--origin", "u.tmx", "--yes"],
                "tm/memory.sqlite",
            ),
            (
                &["tm", "merge", "other.sqlite", "--yes"],
                "tm/memory.sqlite",
            ),
            (&["tm", "vacuum"], "tm/memory.sqlite"),
            (&["tm", "backup", "b.sqlite"], "b.sqlite"),
            (&["tm", "export", "-o", "b.tmx"], "b.tmx"),
            (
                &[
                    "glossary",
                    "import",
                    "new.csv",
                    "--into",
                    "glossaries/places.tsv",
                ],
                "glossaries/places.tsv",
            ),
            (
                &["pretranslate", "a.fa.txt", "-o", "b.xlf", "--force"],
                "b.xlf",
            ),
            (&["finish", "t.tsv", "--force"], "a.en.txt"),
            (&["check", "a.en.txt", "--fix"], "a.en.txt"),
        ] {
            let start = || {
                let folder = project();
                write(&folder, "t.tsv", table);
                write(&folder, "new.csv", "fa,en,kind\nکی‌یف,Kyiv,city\n");
                write(&folder, "o.fa.txt", "خبر.\n");
                let from = folder.path().join("tm/memory.sqlite");
                fs::copy(from, folder.path().join("other.sqlite")).expect("there is room");
                folder
            };
            let read = |folder: &tempfile::TempDir| fs::read(folder.path().join(file)).ok();
            let folder = start();
            let before = read(&folder);
            let began = std::time::Instant::now();
            let (code, _, said) = run(&folder, args);
            let length = began.elapsed();
            assert!(code == Some(0) || code == Some(1), "{args:?}: {said}");
            let after = read(&folder);
            let names = listed(folder.path());
            for time in 0..TIMES {
                let folder = start();
                let signal = if time % 2 == 0 { "INT" } else { "KILL" };
                let mut child = hamta(folder.path(), args)
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("it runs");
                thread::sleep(
                    length
                        .mul_f64(f64::from(time) / f64::from(TIMES))
                        .max(Duration::from_millis(1)),
                );
                let mut kill = Command::new("sh");
                kill.arg("-c")
                    .arg(format!("kill -s {signal} {} 2>/dev/null", child.id()));
                kill.status().expect("it runs");
                let status = child.wait().expect("it has ended");
                assert!(status.code().is_some() || [Some(2), Some(9)].contains(&status.signal()));
                if file.ends_with(".sqlite") {
                    let (code, sound, said) = run(&folder, &["tm", "check"]);
                    assert_eq!(
                        (code, sound.trim_end()),
                        (Some(0), "the memory is sound"),
                        "{said}"
                    );
                } else {
                    let left = read(&folder);
                    // The date of a draft is that of its making.
                    let is_whole = left.as_ref().map(Vec::len) == after.as_ref().map(Vec::len);
                    assert!(left == before || is_whole, "{args:?} ended by {signal}");
                }
                // What a run was about to put in its place may be left, under a name that is nobody's.
                let left = listed(folder.path());
                let is_known = |name: &String| names.contains(name) || name.contains(".hamta-");
                assert!(left.iter().all(is_known), "{left:?}");
            }
        }
    }
}
