//! Ways out of a project's folder: a project that someone else has made leads nothing that is written out of it.

use std::fs;

use super::{project, refuses, run, write};

#[test]
fn articles_are_not_named_into_another_folder() {
    let folder = project();
    write(&folder, "t.tsv", "fa\ten\nوزیر به وونسان رفت.\tHe went.\n");
    write(
        &folder,
        "hamta.toml",
        "[articles]\nnames = \"*.fa.*=../*.en.*\"\n",
    );
    refuses(
        &folder,
        &["finish", "t.tsv", "--article", "a.fa.txt"],
        "hamta.toml:2:9: these are names of files, in whichever folder: without / in them",
    );
    refuses(
        &folder,
        &["align", ".", "--names", "*.fa.*=../*.en.*"],
        "invalid value '*.fa.*=../*.en.*'",
    );
}

#[test]
fn a_baseline_is_not_written_outside_unasked() {
    let folder = project();
    let outside = tempfile::tempdir().expect("there is room");
    let file = outside.path().join("new.tsv");
    let name = file.to_string_lossy().into_owned();
    for named in [name.as_str(), "../new.tsv", "tm/../../new.tsv"] {
        write(
            &folder,
            "hamta.toml",
            format!("[check]\nbaseline = '{named}'\n"),
        );
        let said = format!("{named}: outside of the project; to write it, name it");
        refuses(
            &folder,
            &["check", "a.fa.txt", "a.en.txt", "--write-baseline"],
            &said,
        );
        assert!(!file.exists());
    }
    let asked = format!("--write-baseline={name}");
    let (code, _, said) = run(&folder, &["check", "a.fa.txt", "a.en.txt", &asked]);
    assert_eq!(code, Some(0), "{said}");
    assert!(file.is_file());
}

/// What the program keeps for itself takes the place of a link, and is never read where the link leads to no file.
#[cfg(unix)]
#[test]
fn what_is_kept_is_not_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let folder = project();
    let outside = tempfile::tempdir().expect("there is room");
    let file = outside.path().join("precious");
    let caches = ["tm/glossaries.cache", "tm/check.cache"].map(|name| folder.path().join(name));
    write(&folder, "b.en.txt", "A second article.\n");
    for end in [file.as_path(), "/dev/zero".as_ref()] {
        fs::write(&file, "precious").expect("it can be written");
        for cache in &caches {
            let _ = fs::remove_file(cache);
            symlink(end, cache).expect("it can be linked");
        }
        let (code, _, said) = run(&folder, &["check", "."]);
        assert_eq!(code, Some(1), "{said}");
        let left = fs::read_to_string(&file).expect("it is there");
        assert_eq!(left, "precious");
        for cache in &caches {
            let kind = fs::symlink_metadata(cache).expect("it is there");
            assert!(kind.is_file(), "{} is made anew", cache.display());
        }
    }
}
