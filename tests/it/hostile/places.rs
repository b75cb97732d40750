//! A folder, a device or a pipe in the place of a file, and disks on which there is no room.

use std::fs;

use super::{project, refuses, run, write};

#[test]
fn a_folder_is_no_file() {
    let folder = project();
    let name = |ending: &str| format!("x{ending}");
    for ending in [".xlf", ".tsv", ".html", ".csv", ".tmx", ".toml"] {
        fs::create_dir(folder.path().join(name(ending))).expect("there is room");
    }
    for args in [
        &["segment", "empty"][..],
        &["match", "empty"],
        &["pretranslate", "empty", "-o", "y.xlf"],
        &["analyze", "empty"],
        &["tm", "import", "empty"],
        &["glossary", "lint", "empty"],
        &["glossary", "import", "empty", "--into", "glossaries/n.tsv"],
        &["check", "--baseline", "empty", "a.en.txt"],
    ] {
        refuses(&folder, args, "empty: cannot read: ");
    }
    refuses(&folder, &["tm", "merge", "empty"], "empty: no file");
    refuses(&folder, &["tm", "backup", "empty"], "empty: is there already");
    refuses(&folder, &["tm", "backup", "empty", "--force"], "empty: no file");
    refuses(&folder, &["finish", "x.xlf"], "x.xlf: cannot read: ");
    refuses(&folder, &["--config", "x.toml", "match", "a.fa.txt"], "x.toml: cannot read: ");
    for (args, end) in [
        (&["pretranslate", "a.fa.txt", "--force", "-o"][..], ".xlf"),
        (&["tm", "export", "-o"], ".tmx"),
        (&["analyze", "a.fa.txt", "-o"], ".html"),
        (&["align", "a.fa.txt", "a.en.txt", "-o"], ".html"),
        (&["glossary", "export", "--force", "-o"], ".csv"),
    ] {
        let name = name(end);
        let args = [args, &[&name]].concat();
        refuses(&folder, &args, &format!("{name}: cannot write: "));
    }
}

/// A file that cannot be written is called what the user calls it, and nothing is said to be in it.
#[test]
fn a_folder_that_is_not_there_takes_no_file() {
    let folder = project();
    for args in
        [&["glossary", "add", "مسکو", "Moscow", "--into"][..], &["glossary", "export", "-o"]]
    {
        let said = "nowhere/x.tsv: cannot write: No such file or directory (os error 2)\n";
        refuses(&folder, &[args, &["nowhere/x.tsv"]].concat(), said);
    }
}

#[test]
fn standard_output_is_no_file() {
    let folder = project();
    write(&folder, "u.tsv", "fa\ten\nوزیر رفت.\tHe went.\n");
    for args in [
        &["glossary", "export", "-o"][..],
        &["glossary", "add", "مسکو", "Moscow", "--into"],
        &["tm", "backup"],
        &["tm", "export", "-o"],
        &["tm", "export", "--format", "csv", "-o"],
        &["analyze", "a.fa.txt", "--format", "csv", "-o"],
        &["align", "a.fa.txt", "a.en.txt", "--format", "tsv", "-o"],
        &["finish", "u.tsv", "--article", "a.fa.txt", "-o"],
    ] {
        let said = "-: no name of a file to write";
        refuses(&folder, &[args, &["-"]].concat(), said);
    }
}

/// What is no file is no memory either, and is not passed over in silence.
#[test]
fn a_folder_or_a_device_is_no_memory() {
    let folder = project();
    let memory = folder.path().join("tm/memory.sqlite");
    let verbs =
        [&["tm", "stats"][..], &["tm", "check"], &["tm", "vacuum"], &["tm", "import", "u.tmx"]];
    let said = "tm/memory.sqlite: not a memory of hamta's";
    let does_without = || {
        let (code, _, told) = run(&folder, &["match", "a.fa.txt"]);
        let told_so = format!("hamta: {said}; units added to it are not seen\n");
        assert_eq!((code, told), (Some(0), told_so));
    };
    fs::remove_file(&memory).expect("it is there");
    fs::create_dir(&memory).expect("there is room");
    verbs.iter().for_each(|verb| refuses(&folder, verb, said));
    does_without();
    fs::remove_dir(&memory).expect("it is empty");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/dev/zero", &memory).expect("it can be linked");
        verbs.iter().for_each(|verb| refuses(&folder, verb, said));
        does_without();
        fs::remove_file(&memory).expect("it is there");
        let made = std::process::Command::new("mkfifo").arg(&memory).status();
        assert!(made.expect("it runs").success());
        verbs.iter().for_each(|verb| refuses(&folder, verb, said));
        does_without();
    }
}

#[cfg(target_os = "linux")]
mod devices {
    use std::io::Write;
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::process::{Command, Output};
    use std::thread;
    use std::time::Duration;

    use super::super::writing::{VERBS, contents, copied, start};
    use super::super::{hamta, limited, listed};
    use super::{fs, project, refuses, run};

    /// Each reads a device without end in less than 100 MiB, and says so in one line.
    #[test]
    fn a_device_that_never_ends_is_given_up() {
        let folder = project();
        for end in [".xlf", ".tsv", ".csv", ".po", ".tmx", ".tbx", ".xlsx", ".ods"] {
            symlink("/dev/zero", folder.path().join(format!("z{end}"))).expect("it can be linked");
        }
        let into = ["--into", "glossaries/new.tsv"];
        for (args, end) in [
            (vec!["segment", "/dev/zero"], "larger than 16 MiB"),
            (vec!["check", "a.fa.txt", "/dev/zero"], "larger than 16 MiB"),
            (vec!["finish", "z.xlf"], "larger than 16 MiB"),
            (vec!["finish", "z.tsv"], "larger than 16 MiB"),
            (vec!["check", "z.po"], "larger than 16 MiB"),
            (vec!["check", "z.tmx"], ":1: not an XML file"),
            (vec!["tm", "import", "z.tmx"], ":1: not an XML file"),
            (vec!["tm", "merge", "z.tmx"], "no file"),
            (vec!["glossary", "import", "z.csv", into[0], into[1]], "larger than 16 MiB"),
            (vec!["glossary", "import", "z.tbx", into[0], into[1]], "larger than 16 MiB"),
            (vec!["glossary", "import", "z.xlsx", into[0], into[1]], "larger than 16 MiB"),
            (vec!["glossary", "import", "z.ods", into[0], into[1]], "larger than 16 MiB"),
            (vec!["check", "a.en.txt", "--baseline", "/dev/zero"], "larger than 16 MiB"),
            (vec!["match", "a.fa.txt", "--config", "/dev/zero"], "larger than 1 MiB"),
        ] {
            let output = limited("-d 100000", folder.path(), &args).output().expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.trim_end().ends_with(end), "{args:?}: {said}");
        }
        assert!(!folder.path().join("glossaries/new.tsv").exists());
    }

    #[test]
    fn a_full_disk_is_told_and_a_device_stays_one() {
        let folder = project();
        let full = folder.path().join("full.csv");
        symlink("/dev/full", &full).expect("it can be linked");
        for args in [
            &["tm", "export", "-o", "full.csv"][..],
            &["glossary", "export", "--force", "-o", "full.csv"],
            &["analyze", "a.fa.txt", "-o", "full.csv"],
        ] {
            refuses(&folder, args, "full.csv: cannot write: No space left");
        }
        refuses(&folder, &["tm", "backup", "full.csv", "--force"], "full.csv: no file");
        assert_eq!(fs::read_link(&full).expect("it is a link").as_os_str(), "/dev/full");
        for verb in [
            &["segment", "a.fa.txt"][..],
            &["match", "a.fa.txt"],
            &["check", "a.en.txt"],
            &["tm", "stats"],
            &["completions", "bash"],
            &["--help"],
        ] {
            let device = fs::File::options().write(true).open("/dev/full");
            let output = hamta(folder.path(), verb)
                .stdout(device.expect("it is there"))
                .output()
                .expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{verb:?}: {said}");
            let expected =
                "hamta: standard output: cannot write: No space left on device (os error 28)\n";
            assert!(said.ends_with(expected), "{verb:?}: {said}");
        }
    }

    /// Where files cannot grow, or not far, a verb does what it has to do or says that it cannot; all that was there
    /// stays.
    #[test]
    fn where_no_file_can_grow_the_memory_and_all_files_stay_whole() {
        let from = start();
        let before = contents(from.path());
        for args in VERBS {
            for limit in ["-f 0", "-f 16", "-f 200"] {
                let folder = copied(&from);
                let output = limited(limit, folder.path(), args).output();
                let output = output.expect("it runs");
                let said = String::from_utf8_lossy(&output.stderr);
                let left = contents(folder.path());
                if limit == "-f 0" || output.status.code() == Some(2) {
                    assert_eq!(output.status.code(), Some(2), "{args:?}, {limit}: {said}");
                    let last = said.lines().last().expect("something is said");
                    assert!(last.starts_with("hamta: "), "{args:?}, {limit}: {said}");
                    assert!(left == before, "{args:?}, {limit}: {said}");
                } else {
                    assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {said}");
                }
                let unfinished = listed(folder.path());
                let is_left = unfinished.iter().any(|name| name.contains(".hamta-"));
                assert!(!is_left, "{args:?}, {limit}");
            }
        }
    }

    /// Ignore files are read by whoever walks a folder, so that one that never ends, or is longer than anybody writes,
    /// is told.
    #[test]
    fn an_ignore_file_that_does_not_end_is_told() {
        let folder = project();
        fs::create_dir_all(folder.path().join("news/sub")).expect("there is room");
        for path in ["news/b.en.txt", "news/sub/c.en.txt"] {
            fs::write(folder.path().join(path), "He went to to Wonsan.\n").expect("there is room");
        }
        let check = |said: &str, found: &[&str]| {
            for args in [
                &["check", "news", "--format", "short", "--rule", "repeated-word=error"][..],
                &["align", "news"],
            ] {
                let output = in_good_time(folder.path(), args);
                let told = String::from_utf8_lossy(&output.stderr);
                assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
                assert!(told.contains(said), "{args:?}: {told} instead of {said}");
                if args[0] == "check" {
                    let shown = String::from_utf8_lossy(&output.stdout);
                    let paths = shown.lines().filter_map(|line| line.split(':').next());
                    assert_eq!(paths.collect::<Vec<_>>(), found);
                }
            }
        };
        let endless =
            ": a pipe or device, which may never end, in the place of an ignore file; move it away";
        // In the folder that is named, above it, and below it.
        for (name, found) in [
            ("news/.gitignore", &[][..]),
            (".ignore", &[]),
            ("news/sub/.ignore", &["news/b.en.txt"]),
        ] {
            let path = folder.path().join(name);
            let made = Command::new("mkfifo").arg(&path).status();
            assert!(made.expect("it runs").success());
            check(&format!("{name}{endless}"), found);
            fs::remove_file(&path).expect("it is there");
            symlink("/dev/zero", &path).expect("it can be linked");
            check(&format!("{name}{endless}"), found);
            fs::remove_file(&path).expect("it is there");
            fs::write(&path, vec![b'a'; 1024 * 1024 + 1]).expect("there is room");
            check(&format!("{name}: larger than 1 MiB"), found);
            fs::write(&path, "c.en.txt\n").expect("there is room");
            let (_, shown, _) = run(&folder, &["check", "news", "--format", "short"]);
            assert!(shown.contains("b.en.txt") && !shown.contains("c.en.txt"), "{shown}");
            fs::remove_file(&path).expect("it is there");
        }
    }

    /// What a call says that has to end within a minute.
    fn in_good_time(folder: &Path, args: &[&str]) -> Output {
        Command::new("timeout")
            .args(["60", env!("CARGO_BIN_EXE_hamta")])
            .args(args)
            .current_dir(folder)
            .output()
            .expect("it runs")
    }

    /// A program may write into a pipe piece by piece.
    #[test]
    fn a_pipe_that_begins_slowly_is_imported() {
        let folder = project();
        let made = Command::new("mkfifo").arg(folder.path().join("pipe")).status();
        assert!(made.expect("it runs").success());
        let import = hamta(folder.path(), &["tm", "import", "pipe", "--quiet"]).spawn();
        let mut import = import.expect("it runs");
        let mut pipe =
            fs::File::options().write(true).open(folder.path().join("pipe")).expect("it is read");
        let tmx = fs::read(folder.path().join("u.tmx")).expect("it is there");
        for piece in [b"\xEF\xBB\xBF", &b"\n "[..], &tmx] {
            pipe.write_all(piece).expect("it is read");
            thread::sleep(Duration::from_millis(200));
        }
        drop(pipe);
        assert!(import.wait().expect("it ends").success());
    }

    /// A pipe is read like a file where it is named as one, and nothing that only lies there keeps a run from its end.
    #[test]
    fn a_pipe_is_a_file_where_it_is_named_and_not_waited_for_elsewhere() {
        let folder = project();
        let pipe = |name: &str| {
            let _ = fs::remove_file(folder.path().join(name));
            let made = Command::new("mkfifo").arg(folder.path().join(name)).status();
            assert!(made.expect("it runs").success());
        };
        for name in [
            "p.fa.txt",
            "glossaries/p.tsv",
            "tm/p.tmx",
            "hamta.toml",
            "glossaries/exceptions.tsv",
            "tm/check.cache",
            "tm/glossaries.cache",
        ] {
            pipe(name);
            for args in [&["check", "."][..], &["match", "a.fa.txt"]] {
                let output = in_good_time(folder.path(), args);
                let said = String::from_utf8_lossy(&output.stderr);
                let code = output.status.code();
                assert!(matches!(code, Some(0..=2)), "{name}, {args:?}: {code:?} {said}");
            }
            // What the program keeps for itself may have taken the place of the pipe.
            fs::remove_file(folder.path().join(name)).expect("it is there");
        }
        pipe("p.fa.txt");
        let path = folder.path().join("p.fa.txt");
        let writer = thread::spawn(move || fs::write(path, "خبر.\n"));
        let (code, segments, said) = run(&folder, &["segment", "p.fa.txt"]);
        assert_eq!((code, said.as_str()), (Some(0), ""));
        assert!(segments.contains("خبر."), "{segments}");
        writer.join().expect("it ends").expect("it is read");
    }
}
