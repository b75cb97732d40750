//! Letters of translations that are changed in a file: they are read back, and all else is as it was.

use std::path::{Path, PathBuf};

use hamta::check::{Edit, apart, edited};
use hamta::exchange::bilingual::{Contents, Format, Layout, State, Unit, read};
use hamta::text::Span;

use super::fixtures::files;

/// Which part of a text is changed.
type Pick = fn(&str) -> Option<Span>;

fn contents(file: &[u8], path: &Path) -> Option<Contents> {
    let format = Format::of(path).expect("it is a format of units");
    read(file, format, path).ok().flatten()
}

/// The files of units in `tests/exchange` that can be written.
fn changeable() -> Vec<(PathBuf, Vec<u8>)> {
    let all = ["po", "xliff", "tables", "tmx"].into_iter().flat_map(files);
    all.filter(|(path, _)| Format::of(path) != Some(Format::Ods)).collect()
}

/// The parts of a text that are nothing but letters, the longest there are.
fn words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(Span::new(at, end)),
        }
    }
    words
}

fn first_letter(text: &str) -> Option<Span> {
    let word = *words(text).first()?;
    let length = word.of(text).chars().next()?.len_utf8();
    Some(Span::new(word.start, word.start + length))
}

fn last_letter(text: &str) -> Option<Span> {
    let word = *words(text).last()?;
    let length = word.of(text).chars().next_back()?.len_utf8();
    Some(Span::new(word.end - length, word.end))
}

fn middle_word(text: &str) -> Option<Span> {
    let words = words(text);
    words.get(words.len() / 2).copied()
}

/// The part of a translation that `pick` picks, with other letters in its place.
fn edit(unit: &Unit, pick: Pick) -> Option<Edit<'static>> {
    let span = pick(&unit.target)?;
    let text = match span.of(&unit.target) {
        "xy" => "zx",
        _ => "xy",
    };
    Some(Edit { span, text })
}

/// The texts of units, and how far each is.
fn texts(units: &[Unit]) -> Vec<(&str, &str, State)> {
    let texts = units.iter();
    let texts = texts.map(|unit| (unit.source.as_str(), unit.target.as_str(), unit.state));
    texts.collect()
}

/// Changes a part of each translation, and holds what is read then against what it is to be; gives how many were
/// changed, and of how many.
fn changed(path: &Path, file: &[u8], pick: Pick) -> [usize; 2] {
    let Some(before) = contents(file, path) else {
        return [0, 0];
    };
    let format = Format::of(path).expect("it is a format of units");
    let layout = Layout::of(file, format, &before, path).expect("it can be changed");
    let mut expected = before.units.clone();
    let mut edits = Vec::new();
    let mut count = 0;
    for (at, unit) in before.units.iter().enumerate() {
        let Some(edit) = edit(unit, pick) else {
            continue;
        };
        count += 1;
        if let Some(change) = layout.change(at, edit) {
            edits.push(change);
            expected[at].target = edited(&unit.target, &[edit]);
        }
    }
    let done = edits.len();
    let file = layout.with(&apart(edits)).expect("it can be written");
    let after = contents(&file, path).expect("it has units");
    assert_eq!(texts(&after.units), texts(&expected), "{}", path.display());
    [done, count]
}

#[test]
fn letters_in_files_of_other_programs_are_changed_in_place() {
    let picks: [Pick; 3] = [first_letter, last_letter, middle_word];
    let mut sums = [0, 0];
    for (path, file) in changeable() {
        for pick in picks {
            let [done, count] = changed(&path, &file, pick);
            sums = [sums[0] + done, sums[1] + count];
        }
    }
    let [done, count] = sums;
    assert!(count > 300, "{count}");
    assert!(done * 100 > count * 98, "{done} of {count}");
}

#[test]
fn nothing_changed_leaves_a_file_as_it_is() {
    for (path, file) in changeable() {
        let format = Format::of(&path).expect("it is a format of units");
        let Some(contents) = contents(&file, &path).filter(|_| format != Format::Xlsx) else {
            continue;
        };
        let layout = Layout::of(&file, format, &contents, &path).expect("it can be changed");
        let same = layout.with(&[]).expect("it can be written");
        assert!(same == file, "{}", path.display());
    }
}

/// A table never says its encoding; one that would be taken for another afterwards is not written.
#[test]
fn a_table_stays_in_the_encoding_that_is_guessed() {
    let file = [b"fa\ten\n\xDB\x8C\tO".as_slice(), &[0xFF; 40], b"ne\n"].concat();
    let path = Path::new("t.tsv");
    let contents = contents(&file, path).expect("it has units");
    let layout = Layout::of(&file, Format::Table, &contents, path).expect("it can be read");
    let span = Span::new(0, contents.units[0].target.len());
    let edit = Edit { span, text: "hamta" };
    let change = layout.change(0, edit).expect("they are letters");
    let told = layout.with(&[change]).expect_err("it would be UTF-8");
    let said = "t.tsv: with the translation in it, its encoding would be guessed otherwise; save it in UTF-8 first";
    assert_eq!(told.to_string(), said);
}

/// Units are found again by their lines; where all rows stand in one, a unit could be taken for another row that reads
/// like it.
#[test]
fn a_table_of_carriage_returns_alone_is_not_written() {
    let file = b"source;target\rsource;target\rlate;then\r";
    let path = Path::new("t.csv");
    let contents = contents(file, path).expect("it has units");
    let told = Layout::of(file, Format::Table, &contents, path).err();
    let said = "t.csv: its rows end in carriage returns alone; save it with line feeds first";
    assert_eq!(told.map(|e| e.to_string()).as_deref(), Some(said));
}
