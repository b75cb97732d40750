//! Drafts that come back broken, cut off or made to do harm; places where nothing can be written.

use std::fs;
use std::path::Path;

use hamta::exchange::bilingual::{self, Format};
use hamta::exchange::draft::Review;
use hamta::segment::Article;
use hamta::text::Lang;

use super::files::{TABLE, project, run, units, write};

#[test]
fn a_file_is_looked_for_beside_the_draft_only() {
    let folder = project();
    write(&folder, "a.fa.txt", "سه.\n");
    write(&folder, "c.tsv", "fa\ten\tarticle\nیک.\tOne.\t../up.fa.txt\n");
    fs::create_dir(folder.path().join("desk/below")).expect("there is room");
    write(&folder, "desk/below/d.tsv", TABLE.replace("a.fa", "../a.fa"));
    write(&folder, "desk/good.tsv", TABLE);
    let refused = run(&folder, &["finish", "c.tsv"]);
    let said = "hamta: c.tsv: its article up.fa.txt is not beside it, nor here; say with --article where it is, or --units to take the units alone\n";
    assert_eq!(refused, (Some(2), said.to_owned()));
    let (code, said) = run(&folder, &["finish", "desk/good.tsv"]);
    assert_eq!(code, Some(0), "{said}");
    let finished = fs::read_to_string(folder.path().join("desk/a.en.txt"));
    assert_eq!(finished.expect("it is there"), "One.\n\nTwo.\n");
    // The one in the current folder is another article.
    let (code, said) = run(&folder, &["finish", "desk/below/d.tsv"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("“یک.” is no segment of the article"), "{said}");
}

#[test]
fn where_the_article_cannot_be_written_nothing_is_added() {
    let folder = project();
    write(&folder, "desk/t.tsv", TABLE);
    let (code, said) = run(&folder, &["finish", "desk/t.tsv", "-o", "gone/a.en.txt"]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with("hamta: gone/a.en.txt: cannot write: "), "{said}");
    assert_eq!(units(&folder), "0  units in all");
}

#[test]
fn where_the_memory_cannot_be_changed_no_article_is_written() {
    let folder = project();
    write(&folder, "desk/t.tsv", TABLE);
    write(&folder, "tm/memory.sqlite", "this is no memory, however long it may be".repeat(100));
    let (code, said) = run(&folder, &["finish", "desk/t.tsv"]);
    assert_eq!(code, Some(2));
    assert_eq!(said, "hamta: tm/memory.sqlite: not a memory of hamta's\n");
    let left = fs::read_dir(folder.path().join("desk")).expect("it is there");
    assert_eq!(left.count(), 2, "the article and the table");
}

#[test]
fn what_cannot_be_read_is_one_line() {
    let folder = project();
    let refuse = |name: &str, file: &[u8], said: &str| {
        write(&folder, name, file);
        let (code, told) = run(&folder, &["finish", name, "--article", "desk/a.fa.txt"]);
        assert_eq!((code, told), (Some(2), format!("hamta: {name}{said}\n")));
    };
    refuse("t.xlf", b"", ":1: not an XLIFF file: it has no element");
    refuse("t.xlf", b"<xliff/>", ": no units in it");
    let german = b"<xliff><file source-language='de' target-language='en'/></xliff>";
    let said = ":1: a file from “de” into “en”, not between fa and en";
    refuse("t.xlf", german, said);
    refuse("t.xlf", b"<xliff>\0", ":1: cut off: the file ends before </xliff>");
    refuse("t.tsv", b"", ":1: the first row names no columns fa and en, nor source and target");
    refuse("t.tsv", b"fa\ten\n", ": no units in it");
    refuse("t.tsv", b"fa\ten\n\"a", ":2: a quotation mark that is not closed");
    write(&folder, "broken.txt", b"\xff\n");
    write(&folder, "t.tsv", TABLE);
    let (code, told) = run(&folder, &["finish", "t.tsv", "--article", "broken.txt"]);
    let said = "hamta: broken.txt:1: not UTF-8; convert the file first\n";
    assert_eq!((code, told.as_str()), (Some(2), said));
    let (code, told) = run(&folder, &["finish", "t.tsv", "--article", "desk"]);
    assert_eq!(code, Some(2));
    assert!(told.starts_with("hamta: desk: cannot read: "), "{told}");
}

#[test]
fn what_is_read_is_never_replaced() {
    let folder = project();
    write(&folder, "desk/t.tsv", TABLE);
    for kept in ["desk/t.tsv", "desk/a.fa.txt", "desk/../desk/a.fa.txt"] {
        let (code, said) = run(&folder, &["finish", "desk/t.tsv", "-o", kept, "--force"]);
        let expected = format!("hamta: {kept}: it is what is read; write another file\n");
        assert_eq!((code, said), (Some(2), expected));
    }
    assert_eq!(units(&folder), "0  units in all");
}

/// A draft that is cut off, at whatever length, never loses or mixes up what is there.
#[test]
fn drafts_cut_at_every_length_are_survived() {
    let article = Article::new("یک.\nدو.\n", Lang::Persian);
    let xliff = "<xliff version='1.2'><file original='a' source-language='fa' target-language='en'><body><group id='g'>
        <trans-unit id='1'><source>یک.</source><target>One.</target></trans-unit>
        <trans-unit id='2'><source>دو.</source><target>Two.</target></trans-unit></group></body></file></xliff>";
    for (name, format, file) in [("t.xlf", Format::Xliff, xliff), ("t.tsv", Format::Table, TABLE)] {
        for end in 0..=file.len() {
            let path = Path::new(name);
            let read = bilingual::read(&file.as_bytes()[..end], format, path);
            let Ok(Some(contents)) = read else {
                assert!(end < file.len());
                continue;
            };
            let text = Review::new(&article, &contents, path, true).content().text;
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 2);
            assert!(["یک.", "One.", "One", "On", "O"].contains(&lines[0]), "{text}");
            assert!(["دو.", "Two.", "Two", "Tw", "T"].contains(&lines[1]), "{text}");
            if end == file.len() {
                assert_eq!(lines, ["One.", "Two."]);
            }
        }
    }
}

/// Ids that are no numbers of segments, or the same again, are no way to another segment.
#[test]
fn ids_are_not_believed() {
    let article = Article::new("یک.\nدو.\n", Lang::Persian);
    let mut table = "number\tfa\ten\n2\tیک.\tOne.\n0\tدو.\tTwo.\n".to_owned();
    for id in ["-1", "99999999999999999999", "1", "x", "۱"] {
        table += &format!("{id}\tیک.\tAgain.\n");
    }
    let path = Path::new("t.tsv");
    let contents = bilingual::read(table.as_bytes(), Format::Table, path);
    let contents = contents.expect("it can be read").expect("it names columns");
    let review = Review::new(&article, &contents, path, false);
    assert_eq!(review.content().text, "One.\nTwo.\n");
    let lines: Vec<u64> = review.problems.told().iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [4, 5, 6, 7, 8]);
}
