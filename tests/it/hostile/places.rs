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
    refuses(
        &folder,
        &["tm", "backup", "empty"],
        "empty: is there already",
    );
    refuses(
        &folder,
        &["tm", "backup", "empty", "--force"],
        "empty: no file",
    );
    refuses(&folder, &["finish", "x.xlf"], "x.xlf: cannot read: ");
    refuses(
        &folder,
        &["--config", "x.toml", "match", "a.fa.txt"],
        "x.toml: cannot read: ",
    );
    for (args, end) in [
        (&["pretranslate", "a.fa.txt", "--force", "-o"][..], ".xlf"),
        (&["tm", "export", "-o"], ".tmx"),
        (&["analyze", "a.fa.txt", "-o"], ".html"),
        (&["align", "a.fa.txt", "a.en.txt", "-o"], ".html"),
        (&["glossary", "export", "-o"], ".csv"),
    ] {
        let name = name(end);
        let args = [args, &[&name]].concat();
        refuses(&folder, &args, &format!("{name}: cannot write: "));
    }
}

/// What is no file is no memory either, and is not passed over in silence.
#[test]
fn a_folder_or_a_device_is_no_memory() {
    let folder = project();
    let memory = folder.path().join("tm/memory.sqlite");
    let verbs = [
        &["match", "a.fa.txt"][..],
        &["tm", "stats"],
        &["tm", "check"],
        &["tm", "vacuum"],
        &["tm", "import", "u.tmx"],
    ];
    let said = "tm/memory.sqlite: not a memory of hamta's";
    fs::remove_file(&memory).expect("it is there");
    fs::create_dir(&memory).expect("there is room");
    verbs.iter().for_each(|verb| refuses(&folder, verb, said));
    fs::remove_dir(&memory).expect("it is empty");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/dev/zero", &memory).expect("it can be linked");
        verbs.iter().for_each(|verb| refuses(&folder, verb, said));
    }
}

#[cfg(target_os = "linux")]
mod devices {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::super::{hamta, listed};
    use super::{fs, project, refuses, run, write};

    /// The program with at most so many KiB of address space, or at most so many blocks of 512 bytes in a file.
    fn limited(limit: &str, folder: &std::path::Path, args: &[&str]) -> Command {
        let hamta = hamta(folder, args);
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("trap '' XFSZ; ulimit {limit}; exec \"$0\" \"$@\""))
            .arg(hamta.get_program())
            .args(args)
            .current_dir(folder);
        command
    }

    /// Each reads a device without end in less than 300 MiB, and says so in one line.
    #[test]
    fn a_device_that_never_ends_is_given_up() {
        let folder = project();
        for end in [
            ".xlf", ".tsv", ".csv", ".po", ".tmx", ".tbx", ".xlsx", ".ods",
        ] {
            symlink("/dev/zero", folder.path().join(format!("z{end}"))).expect("it can be linked");
        }
        let into = ["--into", "glossaries/new.tsv"];
        for (args, end) in [
            (vec!["segment", "/dev/zero"], "larger than 16 MiB"),
            (vec!["check", "a.fa.txt", "/dev/zero"], "larger than 16 MiB"),
            (vec!["finish", "z.xlf"], "larger than 16 MiB"),
            (vec!["finish", "z.tsv"], "larger than 16 MiB"),
            (vec!["check", "z.po"], "larger than 16 MiB"),
            (vec!["check", "z.tmx"], "larger than 16 MiB"),
            (vec!["tm", "import", "z.tmx"], ":1: not an XML file"),
            (vec!["tm", "merge", "z.tmx"], "no file"),
            (
                vec!["glossary", "import", "z.csv", into[0], into[1]],
                "larger than 16 MiB",
            ),
            (
                vec!["glossary", "import", "z.tbx", into[0], into[1]],
                "larger than 16 MiB",
            ),
            (
                vec!["glossary", "import", "z.xlsx", into[0], into[1]],
                "larger than 16 MiB",
            ),
            (
                vec!["glossary", "import", "z.ods", into[0], into[1]],
                "larger than 16 MiB",
            ),
            (
                vec!["check", "a.en.txt", "--baseline", "/dev/zero"],
                "larger than 16 MiB",
            ),
            (
                vec!["match", "a.fa.txt", "--config", "/dev/zero"],
                "larger than 1 MiB",
            ),
        ] {
            let output = limited("-v 300000", folder.path(), &args)
                .output()
                .expect("it runs");
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
            &["glossary", "export", "-o", "full.csv"],
            &["analyze", "a.fa.txt", "-o", "full.csv"],
        ] {
            refuses(&folder, args, "full.csv: cannot write: No space left");
        }
        refuses(
            &folder,
            &["tm", "backup", "full.csv", "--force"],
            "full.csv: no file",
        );
        assert_eq!(
            fs::read_link(&full).expect("it is a link").as_os_str(),
            "/dev/full"
        );
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

    /// Where no file may grow any more, nothing of a change is kept, and all that was there is.
    #[test]
    fn where_no_file_can_grow_the_memory_and_all_files_stay_whole() {
        let folder = project();
        let units: String = (0..3000)
            .map(|i| format!("{}\n", super::super::TMX).replace("وزیر", &format!("وزیر {i}")))
            .collect();
        let body = units.replace("<tmx version=\"1.4\"><header srclang=\"fa\"/><body>", "");
        let body = body.replace("</body></tmx>", "");
        write(
            &folder,
            "many.tmx",
            format!("<tmx><header srclang=\"fa\"/><body>{body}</body></tmx>"),
        );
        let glossary = fs::read(folder.path().join("glossaries/places.tsv")).expect("it is there");
        let before = listed(folder.path());
        for args in [
            &["tm", "import", "many.tmx"][..],
            &["tm", "backup", "copy.sqlite"],
        ] {
            let output = limited("-f 100", folder.path(), args)
                .output()
                .expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.contains(".sqlite: "), "{args:?}: {said}");
            assert_eq!(listed(folder.path()), before, "{args:?}");
        }
        for args in [
            &["tm", "export", "-o", "new.tmx"][..],
            &["pretranslate", "a.fa.txt", "-o", "new.xlf"],
            &[
                "glossary",
                "add",
                "کی‌یف",
                "Kyiv",
                "--into",
                "glossaries/places.tsv",
            ],
        ] {
            let output = limited("-f 0", folder.path(), args)
                .output()
                .expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
            assert_eq!(listed(folder.path()), before, "{args:?}");
        }
        assert_eq!(
            fs::read(folder.path().join("glossaries/places.tsv")).expect("it is there"),
            glossary
        );
        let (code, sound, _) = run(&folder, &["tm", "check"]);
        assert_eq!((code, sound.trim_end()), (Some(0), "the memory is sound"));
        let (_, units, _) = run(&folder, &["tm", "stats"]);
        assert!(units.contains("1  units in all"), "{units}");
    }
}
