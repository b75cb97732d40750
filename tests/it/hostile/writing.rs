//! Every verb that writes, a project in which each has something to write, and what that project holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hamta::matching::Candidate;
use hamta::tm::{Fault, Memory};
use tempfile::TempDir;

use super::{listed, project, run, write};

/// Every verb that writes, as it is called in the folder of [`start`].
pub(super) const VERBS: [&[&str]; 25] = [
    &["tm", "import", "more.tmx"],
    &["tm", "add", "خبری تازه.", "Some news."],
    &["tm", "edit", "1", "--target", "He left.", "--yes"],
    &["tm", "delete", "--origin", "many.tmx", "--yes"],
    &["tm", "dedupe", "--yes"],
    &["tm", "merge", "other.sqlite", "--yes"],
    &["tm", "undo", "--yes"],
    &["tm", "reindex"],
    &["tm", "vacuum"],
    &["tm", "backup", "new.sqlite"],
    &["tm", "export", "--output", "new.tmx"],
    &["pretranslate", "a.fa.txt", "--output", "new.xlf"],
    &["pretranslate", "u.po", "--output", "new.po"],
    &["finish", "reviewed.tsv", "--force"],
    &["analyze", "a.fa.txt", "--output", "new.html"],
    &["align", "a.fa.txt", "a.en.txt", "--add"],
    &["align", "a.fa.txt", "a.en.txt", "--output", "new.tsv"],
    &["align", "--apply", "reviewed.tsv"],
    &["check", "b.fa.txt", "--fix"],
    &["check", "a.en.txt", "--write-baseline"],
    &["glossary", "import", "new.csv", "--into", "glossaries/places.tsv"],
    &["glossary", "add", "بندر", "port", "--into", "glossaries/places.tsv"],
    &["glossary", "remove", "وزیر", "--yes"],
    &["glossary", "lint", "--fix"],
    &["glossary", "export", "--force", "--output", "new.csv"],
];

/// A file of units, of which one says what that of the project does.
pub(super) fn units(name: &str, count: u32) -> String {
    let unit = |persian: String, english: String| {
        format!(
            "<tu><tuv xml:lang=\"fa\"><seg>{persian}</seg></tuv><tuv xml:lang=\"en\"><seg>{english}</seg></tuv></tu>\n"
        )
    };
    let mut body: String = (0..count)
        .map(|i| {
            unit(format!("{name} شماره {i} در میان {}.", i % 97), format!("Number {i} of {name}."))
        })
        .collect();
    body += &unit("وزير به وونسان رفت.".to_owned(), "The minister went to Wonsan.".to_owned());
    format!("<tmx version=\"1.4\"><header srclang=\"fa\"/><body>{body}</body></tmx>")
}

/// A project in which every verb has something to write.
pub(super) fn start() -> TempDir {
    let folder = project();
    write(&folder, "many.tmx", units("خبر", 300));
    write(&folder, "more.tmx", units("گزارش", 300));
    write(&folder, "b.fa.txt", "كتاب ها را مي خواند.\n");
    write(&folder, "reviewed.tsv", "fa\ten\tarticle\nوزیر به وونسان رفت.\tHe went.\ta.fa.txt\n");
    write(
        &folder,
        "u.po",
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n\"\n\n\
         msgid \"وزیر به وونسان رفت.\"\nmsgstr \"\"\n",
    );
    write(&folder, "new.csv", "fa,en,kind\nکی‌یف,Kyiv,city\n");
    write(
        &folder,
        "glossaries/terms.tsv",
        "fa\ten\tkind\tstatus\tnote\nوزیر\tminister\tconcept\tpreferred\t\nآب\twater\tconcept\tpreferred\t\n",
    );
    let other = project();
    write(&other, "other.tmx", units("نامه", 100));
    assert_eq!(run(&other, &["tm", "import", "other.tmx"]).0, Some(0));
    let memory = other.path().join("tm/memory.sqlite");
    fs::copy(memory, folder.path().join("other.sqlite")).expect("there is room");
    assert_eq!(run(&folder, &["tm", "import", "many.tmx"]).0, Some(0));
    folder
}

/// The same folder once more.
pub(super) fn copied(from: &TempDir) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for name in listed(from.path()) {
        let (old, new) = (from.path().join(&name), folder.path().join(&name));
        if old.is_dir() {
            fs::create_dir(new).expect("there is room");
        } else {
            fs::copy(old, new).map(drop).expect("there is room");
        }
    }
    folder
}

/// What each file of a folder holds, by its name; of a memory, which has to be sound, its units. All numbers are the
/// same, for the time of its making stands in many a file.
pub(super) fn contents(folder: &Path) -> BTreeMap<String, String> {
    let names = listed(folder).into_iter().filter(|name| !is_unfinished(name));
    let files = names.filter(|name| folder.join(name).is_file());
    let hold = |name: String| {
        let path = folder.join(&name);
        let text = if name.ends_with(".sqlite") {
            memory(&path)
        } else {
            let bytes = fs::read(&path).expect("it can be read");
            let text = String::from_utf8(bytes).expect("it is UTF-8");
            let parts = text.split(|c: char| c.is_ascii_digit());
            parts.filter(|part| !part.is_empty()).collect()
        };
        (name, text)
    };
    files.map(hold).collect()
}

/// All units of a memory that has to be sound, but for their dates.
fn memory(path: &Path) -> String {
    let mut memory = Memory::open(path).expect("it opens");
    assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
    let mut units = String::new();
    let take = |mut candidate: Candidate| {
        candidate.unit.date = None;
        units += &format!("{candidate:?}\n");
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    units
}

/// Whether a file is one that a run is about to put in the place of another one, or what SQLite has beside that.
pub(super) fn is_unfinished(name: &str) -> bool {
    name.contains(".hamta-")
}
