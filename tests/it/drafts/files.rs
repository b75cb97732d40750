//! Drafts from a shell: which files are read and written, and under which names.

use std::fs;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A project with an article of two segments.
pub(super) fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["tm", "glossaries", "desk"] {
        fs::create_dir(folder.path().join(name)).expect("there is room");
    }
    write(&folder, "desk/a.fa.txt", "یک.\n\nدو.\n");
    folder
}

pub(super) fn write(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.path().join(name), text).expect("it can be written");
}

/// Runs the program in the project; gives its exit code and what it says.
pub(super) fn run(folder: &TempDir, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    let Output { status, stdout, stderr } = command
        .args(args)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let said = [stderr, stdout].concat();
    (status.code(), String::from_utf8(said).expect("it says UTF-8"))
}

/// How many units the memory holds.
pub(super) fn units(folder: &TempDir) -> String {
    let (_, said) = run(folder, &["tm", "stats"]);
    let all = said.lines().find(|line| line.ends_with("units in all"));
    all.unwrap_or_default().trim().to_owned()
}

pub(super) const TABLE: &str = "fa\ten\tarticle\nیک.\tOne.\ta.fa.txt\nدو.\tTwo.\ta.fa.txt\n";

#[test]
fn the_finished_article_is_named_as_articles_are() {
    let folder = project();
    let toml = "[articles]\nnames = \"*_fa.txt=*_en.txt\"\n";
    write(&folder, "hamta.toml", toml);
    for (name, finished) in
        [("b_fa.txt", "b_en.txt"), ("b.txt", "b.en.txt"), ("b.fa.txt", "b.fa.en.txt")]
    {
        write(&folder, &format!("desk/{name}"), "یک.\r\nدو.");
        write(&folder, "desk/t.tsv", TABLE.replace("a.fa.txt", name));
        let (code, said) = run(&folder, &["finish", "desk/t.tsv"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(&format!("desk/{finished}: written")), "{said}");
        let text = fs::read_to_string(folder.path().join("desk").join(finished));
        assert_eq!(text.expect("it is there"), "One.\r\nTwo.");
    }
    assert_eq!(units(&folder), "2  units in all");
}

#[test]
fn the_project_says_what_is_worth_filling_in() {
    let folder = project();
    let unit = ["tm", "add", "او امروز به شهر ما آمد.", "He came to our town today."];
    assert_eq!(run(&folder, &unit).0, Some(0));
    write(&folder, "a.fa.txt", "او دیروز به شهر ما رفت.");
    let counts = |args: &[&str]| {
        let args = [&["pretranslate", "a.fa.txt", "-o", "a.xlf", "--force"], args].concat();
        run(&folder, &args).1
    };
    let fuzzy = "segments: 1 in all, 0 context, 0 exact, 1 fuzzy, 0 without a match\n";
    let none = "segments: 1 in all, 0 context, 0 exact, 0 fuzzy, 1 without a match\n";
    assert_eq!(counts(&[]), none, "4 of 6 words are less than 75");
    assert_eq!(counts(&["--threshold", "60"]), fuzzy);
    write(&folder, "hamta.toml", "[match]\nthreshold = 60\n");
    assert_eq!(counts(&[]), fuzzy);
    assert_eq!(counts(&["--threshold", "75"]), none);
}

#[test]
fn english_articles_become_persian() {
    let folder = project();
    let unit = ["tm", "add", "He came to our town today.", "او امروز به شهر ما آمد."];
    assert_eq!(run(&folder, &unit).0, Some(0));
    write(&folder, "a.en.txt", "- He came to our town today.\n");
    let draft = ["pretranslate", "a.en.txt", "-o", "a.tsv"];
    assert_eq!(run(&folder, &draft).0, Some(0));
    let table = fs::read_to_string(folder.path().join("a.tsv")).expect("it is there");
    assert!(table.starts_with("number\ten\tfa\t"), "{table}");
    let (code, said) = run(&folder, &["finish", "a.tsv", "--format", "json", "--quiet"]);
    let added = "{\"read\":1,\"added\":0,\"present\":1,\"refused\":0}\n";
    assert_eq!((code, said.as_str()), (Some(0), added));
    let text = fs::read_to_string(folder.path().join("a.fa.txt"));
    assert_eq!(text.expect("it is there"), "- او امروز به شهر ما آمد.\n");
}

/// Neither XLIFF nor a memory keeps white space at the end of a text, though a tag stands behind it.
#[test]
fn an_image_at_the_end_has_its_space() {
    let folder = project();
    write(&folder, "k.en.md", "Press ![](k.png) to go on.\n");
    let source = "Press <x id='1'/> to go on.";
    let target = "برای ادامه بزنید <x id='1'/>";
    write(
        &folder,
        "k.xlf",
        format!(
            "<xliff version='1.2'><file original='k.en.md' source-language='en' target-language='fa'><body>\
             <trans-unit id='1'><source>{source}</source><target>{target}</target></trans-unit></body></file></xliff>"
        ),
    );
    let (code, said) = run(&folder, &["finish", "k.xlf"]);
    assert_eq!(code, Some(0), "{said}");
    let text = fs::read_to_string(folder.path().join("k.fa.md"));
    let expected = "برای ادامه بزنید ![](k.png)\n";
    assert_eq!(text.expect("it is there"), expected);
}

/// Two links around one segment, or one around another, would be broken Markdown, and HTML that is forbidden.
#[test]
fn no_link_comes_to_stand_in_another() {
    let folder = project();
    let finished = |article: &str, source: &str, target: &str| {
        write(&folder, "l.en.md", article);
        write(&folder, "l.tsv", format!("en\tfa\tarticle\n{source}\t{target}\tl.en.md\n"));
        let (code, said) = run(&folder, &["finish", "l.tsv", "--force"]);
        assert_eq!(code, Some(0), "{said}");
        let text = fs::read_to_string(folder.path().join("l.fa.md"));
        let told = said.lines().filter(|line| line.contains("its place"));
        let told: Vec<&str> = told.collect();
        (text.expect("it is there"), told.join("\n"))
    };
    let told = "hamta: segment 1: to be put in its place: link";
    let is = |text: &str| (text.to_owned(), told.to_owned());
    assert_eq!(
        finished("He left [today](a) for good.\n", "He left today for good.", "او رفت.",),
        is("[او رفت.](a)\n")
    );
    assert_eq!(
        finished(
            "He [left](a) and came [back](b) home.\n",
            "He left and came back home.",
            "همه چیز همان است که بود.",
        ),
        is("همه چیز همان است که بود.\n")
    );
    assert_eq!(
        finished(
            "He [said earlier](a) that talks were [called off](b) now.\n",
            "He said earlier that talks were called off now.",
            "او پیش‌تر گفت که گفت‌وگوها لغو شده است.",
        ),
        is("او [پیش‌تر گفت](a) که گفت‌وگوها لغو شده است.\n")
    );
    assert_eq!(
        finished(
            "He wrote <https://x.y/z> and [left](b) home.\n",
            "He wrote  and left home.",
            "همه چیز همان است که بود.",
        ),
        is("[همه چیز همان است که بود.](b) <https://x.y/z>\n")
    );
}

/// A file that is finished as far as it is translated, and once more when more of it is, is finished once.
#[test]
fn what_is_translated_later_is_all_that_is_added() {
    let article = "یک.\n\nدو.\n\nسه.\n\nچهار.\n\nدو.\n\nسه.\n";
    let steps: [(&[&str], u64, u64); 5] = [
        (&["One.", "", "Three.", "Four.", "", ""], 3, 0),
        (&["One.", "Two.", "Three.", "Four.", "", ""], 1, 3),
        (&["One.", "Two.", "Three.", "Four.", "Two!", ""], 1, 4),
        (&["One.", "Two.", "Three.", "Four.", "Two!", "Three!"], 1, 5),
        (&["One.", "Two.", "Three.", "Four.", "Two!", "Three!"], 0, 6),
    ];
    for (head, end) in [("article", "\ta.fa.txt"), ("note", "\t")] {
        let folder = project();
        write(&folder, "desk/a.fa.txt", article);
        for (targets, added, present) in steps {
            let rows = ["یک.", "دو.", "سه.", "چهار.", "دو.", "سه."];
            let rows = rows.iter().zip(targets);
            let rows = rows.map(|(fa, en)| format!("{fa}\t{en}{end}\n"));
            let table = format!("fa\ten\t{head}\n{}", rows.collect::<String>());
            write(&folder, "desk/t.tsv", table);
            let finish = ["finish", "desk/t.tsv", "--force", "--format", "json", "--quiet"];
            let (_, said) = run(&folder, &[&finish[..], &["--origin", head]].concat());
            let read = added + present;
            let sums = format!(
                "{{\"read\":{read},\"added\":{added},\"present\":{present},\"refused\":0}}\n"
            );
            assert_eq!(said, sums, "{targets:?}");
        }
        // Each has the neighbours that it has by now.
        let (_, listed) = run(&folder, &["tm", "export", "--origin", head]);
        for (text, kind, beside) in
            [("Three.", "prev", "Two."), ("Three.", "next", "Four."), ("Four.", "next", "Two!")]
        {
            let props = format!("<prop type=\"{kind}\">{beside}</prop>");
            let unit = listed.split("<tuv").find(|tuv| tuv.contains(&format!("<seg>{text}</seg>")));
            assert!(unit.is_some_and(|unit| unit.contains(&props)), "{text} {props}: {listed}");
        }
    }
}

/// What comes out of a pipe has no name to be found by, and none to be named after.
#[test]
fn an_article_from_standard_input_is_named_when_it_is_finished() {
    let folder = project();
    let args = ["pretranslate", "-", "--lang", "fa", "-o", "empty.tsv"];
    assert_eq!(run(&folder, &args).0, Some(0));
    write(&folder, "t.tsv", TABLE.replace("a.fa.txt", "standard input"));
    let (code, said) = run(&folder, &["finish", "t.tsv"]);
    let lost = "hamta: t.tsv: its article standard input is not beside it, nor here; say with --article where it is, or --units to take the units alone\n";
    assert_eq!((code, said.as_str()), (Some(2), lost));
    let (code, said) = run(&folder, &["finish", "t.tsv", "--article", "-"]);
    let unnamed = "hamta: say with --output where the article goes\n";
    assert_eq!((code, said.as_str()), (Some(2), unnamed));
}
