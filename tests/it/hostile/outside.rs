//! Ways out of a project's folder: a project that someone else has made leads nothing that is written out of it.

use std::fs;

use super::{project, refuses, run, write};

#[test]
fn articles_are_not_named_into_another_folder() {
    let folder = project();
    write(&folder, "t.tsv", "fa\ten\nوزیر به وونسان رفت.\tHe went.\n");
    write(&folder, "hamta.toml", "[articles]\nnames = \"*.fa.*=../*.en.*\"\n");
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
        write(&folder, "hamta.toml", format!("[check]\nbaseline = '{named}'\n"));
        let said = format!("{named}: outside of the project; to write it, name it");
        refuses(&folder, &["check", "a.fa.txt", "a.en.txt", "--write-baseline"], &said);
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

/// What is attached by a link that leads nowhere any more is missed, and no run looks as if it had never been there.
#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told() {
    use std::os::unix::fs::symlink;
    let folder = project();
    let check = ["check", "a.en.txt"];
    for name in ["glossaries/share.tsv", "glossaries/exceptions.tsv", "tm/share.tmx", "hamta.toml"]
    {
        let link = folder.path().join(name);
        symlink("../share/gone", &link).expect("it can be linked");
        let verb: &[&str] = match name {
            "tm/share.tmx" => &["match", "a.fa.txt"],
            _ => &check,
        };
        refuses(&folder, verb, &format!("{name}: cannot read: "));
        fs::remove_file(&link).expect("it is there");
    }
    let link = folder.path().join("glossaries/share.tsv");
    symlink("../share/gone", &link).expect("it can be linked");
    let config = "[glossary]\nfiles = ['glossaries/*.tsv']\n";
    write(&folder, "hamta.toml", config);
    refuses(&folder, &check, "glossaries/share.tsv: cannot read: ");
    fs::remove_file(&link).expect("it is there");
    // The lock of an editor.
    let lock = folder.path().join("glossaries/.#places.tsv");
    symlink("desk@host.4321:1700000000", lock).expect("it can be linked");
    let (code, _, said) = run(&folder, &check);
    assert_eq!(code, Some(1), "{said}");
}

/// Articles of a store are aligned by the links to them, and none twice.
#[cfg(unix)]
#[test]
fn two_files_are_aligned_once_whatever_they_are_called() {
    use std::os::unix::fs::symlink;
    let folder = project();
    for name in ["news", "store"] {
        fs::create_dir(folder.path().join(name)).expect("there is room");
    }
    for (name, text) in [
        ("news/b.fa.txt", "وزیر به وونسان رفت.\n"),
        ("news/b.en.txt", "The minister went to Wonsan.\n"),
        ("store/1", "وزیر از وونسان آمد.\n"),
        ("store/2", "The minister came from Wonsan.\n"),
    ] {
        write(&folder, name, text);
    }
    for (end, link) in [
        ("b.fa.txt", "news/a.fa.txt"),
        ("b.en.txt", "news/a.en.txt"),
        ("../store/1", "news/d.fa.txt"),
        ("../store/2", "news/d.en.txt"),
    ] {
        symlink(end, folder.path().join(link)).expect("it can be linked");
    }
    let align = ["align", "news", "--format", "tsv", "--quiet"];
    let (code, found, said) = run(&folder, &align);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let articles = found.lines().skip(1).filter_map(|row| row.rsplit('\t').next());
    assert_eq!(articles.collect::<Vec<_>>(), ["b.fa.txt", "d.fa.txt"]);
    symlink("gone", folder.path().join("news/0.en.txt")).expect("it can be linked");
    write(&folder, "news/0.fa.txt", "وزیر رفت.\n");
    let (code, again, said) = run(&folder, &align[..4]);
    assert_eq!((code, again), (Some(1), found));
    assert!(said.starts_with("hamta: news/0.en.txt: cannot read: "));
}

/// An entity that stands for another file is one for which nothing stands, in every format that could have any.
#[test]
fn no_entity_reads_another_file() {
    let folder = project();
    let outside = tempfile::tempdir().expect("there is room");
    let file = outside.path().join("secret");
    fs::write(&file, "sesame").expect("it can be written");
    let doctype = |root: &str| {
        let file = file.display();
        format!(
            "<!DOCTYPE {root} [<!ENTITY s SYSTEM \"file://{file}\"><!ENTITY % p SYSTEM \"file://{file}\">%p;]>\n"
        )
    };
    let xliff = "<xliff version=\"1.2\"><file source-language=\"fa\" target-language=\"en\" original=\"a\"><body>\
                 <trans-unit id=\"1\"><source>خبر &s;</source><target>news &s;</target></trans-unit></body></file></xliff>";
    let tbx = "<martif><text><body><termEntry><langSet xml:lang='fa'><tig><term>خبر &s;</term></tig></langSet>\
               <langSet xml:lang='en'><tig><term>news &s;</term></tig></langSet></termEntry></body></text></martif>";
    let page = "<html><body><p>خبر &s;</p></body></html>";
    write(&folder, "x.tmx", doctype("tmx") + &super::TMX.replace("رفت", "رفت &s;"));
    write(&folder, "x.xlf", doctype("xliff") + xliff);
    write(&folder, "x.tbx", doctype("martif") + tbx);
    write(&folder, "x.fa.html", doctype("html") + page);
    write(&folder, "x.fa.xhtml", doctype("html") + page);
    for (args, code) in [
        (&["tm", "import", "x.tmx"][..], 1),
        (&["tm", "import", "x.xlf"], 1),
        (&["check", "x.tmx", "x.xlf", "--error-on", "never"], 0),
        (&["glossary", "import", "x.tbx", "--into", "glossaries/n.tsv"], 1),
        (&["segment", "x.fa.html"], 0),
        (&["segment", "x.fa.xhtml"], 0),
        (&["pretranslate", "x.fa.xhtml", "--output", "y.en.xhtml"], 0),
        (&["pretranslate", "x.xlf", "--output", "y.xlf"], 1),
        (&["tm", "export", "--output", "y.tmx"], 0),
    ] {
        let (ended, written, said) = run(&folder, args);
        assert_eq!(ended, Some(code), "{args:?}: {said}");
        assert!(!(written + &said).contains("sesame"), "{args:?}");
    }
    for name in ["y.en.xhtml", "y.xlf", "y.tmx", "glossaries/n.tsv"] {
        let Ok(text) = fs::read_to_string(folder.path().join(name)) else {
            continue;
        };
        assert!(!text.contains("sesame"), "{name}");
    }
}
