//! Units of a memory written for other programs: what is written reads back as what it was.

use std::path::Path;

use hamta::exchange::bilingual::{Confirmed, Format, State, Writer, Written, read};
use hamta::exchange::tmx;
use hamta::text::{Lang, Tag, TagKind};
use hamta::unit::{Method, Side, TranslationUnit};
use proptest::prelude::*;

fn unit(persian: &str, english: &str, note: Option<&str>) -> TranslationUnit {
    TranslationUnit {
        origin: Default::default(),
        note: note.map(str::to_owned),
        ..TranslationUnit::new(Lang::Persian, Side::new(persian), Side::new(english))
    }
}

fn written(units: &[TranslationUnit], format: Written) -> hamta::Result<Vec<u8>> {
    let path = Path::new("out");
    let mut writer = Writer::start(Vec::new(), format, Lang::Persian, path)?;
    for unit in units {
        writer.write(unit)?;
    }
    writer.finish()
}

#[track_caller]
fn check(units: &[TranslationUnit], format: Written, expected: &str) {
    let file = written(units, format).expect("it can be written");
    let file = String::from_utf8(file).expect("it is UTF-8");
    assert!(file.ends_with(expected), "{file}");
}

const FORMATS: [(Written, &str); 6] = [
    (Written::Tsv, "t.tsv"),
    (Written::Csv, "t.csv"),
    (Written::Xlsx, "t.xlsx"),
    (Written::Po, "t.po"),
    (Written::Xliff, "t.xlf"),
    (Written::Xliff2, "t.xlf"),
];

#[test]
fn messages_of_po_differ_and_machines_are_fuzzy() {
    let mut machine = unit("باز", "Open\nit", Some("hamta: allow length\nبعد"));
    machine.origin.method = Method::Machine;
    check(
        &[unit("باز", "Open", None), machine],
        Written::Po,
        r#""X-Source-Language: fa\n"

msgid "باز"
msgstr "Open"

# hamta: allow length
# بعد
#, fuzzy
msgctxt "2"
msgid "باز"
msgstr ""
"Open\n"
"it"
"#,
    );
}

/// What is read in its place is a part of the sentence in files without tags too.
#[test]
fn placeholders_stand_in_a_text_without_tags() {
    let alone = |at, role: &str, code: &str| Tag {
        at,
        kind: TagKind::Alone,
        number: 1,
        role: role.to_owned(),
        code: code.to_owned(),
    };
    let mut one = unit("شما  پیام دارید.", "You have  messages.", None);
    one.persian.tags = vec![alone("شما ".len(), "", "<x/>")];
    let at = "You have ".len();
    one.english.tags = vec![alone(at, "", "%d"), alone(at, "note", "[^1]")];
    check(
        &[one],
        Written::Po,
        "\nmsgid \"شما {1} پیام دارید.\"\nmsgstr \"You have %d messages.\"\n",
    );
}

#[test]
fn xliff_keeps_tags_and_tells_machines() {
    let tag = |at, kind, number, role: &str, code: &str| Tag {
        at,
        kind,
        number,
        role: role.to_owned(),
        code: code.to_owned(),
    };
    let mut tagged = unit("ب", "a & b", None);
    tagged.origin.method = Method::Machine;
    tagged.english.tags = vec![
        tag(0, TagKind::Open, 1, "bold", "<b>"),
        tag(1, TagKind::Alone, 2, "", "<hr>"),
        tag(4, TagKind::Open, 3, "link", ""),
        tag(5, TagKind::Close, 1, "bold", "</b>"),
        tag(5, TagKind::Close, 3, "link", ""),
    ];
    check(
        std::slice::from_ref(&tagged),
        Written::Xliff2,
        r#"    <unit id="1">
      <originalData>
        <data id="d1">&lt;b&gt;</data>
        <data id="d2">&lt;hr&gt;</data>
        <data id="d3">&lt;/b&gt;</data>
      </originalData>
      <segment state="initial">
        <source>ب</source>
        <target><sc id="1" dataRef="d1" type="fmt" subType="xlf:b"/>a<ph id="2" dataRef="d2"/> &amp; <pc id="3" type="link">b<ec startRef="1" dataRef="d3"/></pc></target>
      </segment>
    </unit>
  </file>
</xliff>
"#,
    );
    tagged.english.tags.retain(|tag| tag.number != 3);
    check(
        &[tagged],
        Written::Xliff,
        r#"      <trans-unit id="1">
        <source>ب</source>
        <target state="needs-review-translation"><g id="1" ctype="bold">a<x id="2"/> &amp; b</g></target>
      </trans-unit>
    </body>
  </file>
</xliff>
"#,
    );
}

/// A machine's translation is nobody's work after it went through a table.
#[test]
fn tables_give_back_how_a_unit_was_made() {
    let mut machine = unit("خودروها آمدند.", "The cars came.", None);
    machine.origin.method = Method::Machine;
    machine.author = Some("engine".to_owned());
    machine.date = "2025-04-14T08:00:00Z".parse().ok();
    let mut aligned = unit("باز", "Open", None);
    aligned.origin.method = Method::Aligned;
    let units = [machine, aligned, unit("سلام", "Hello", None)];
    let made = |unit: &TranslationUnit| (unit.origin.method, unit.author.clone(), unit.date);
    for (format, name) in &FORMATS[..3] {
        let file = written(&units, *format).expect("it can be written");
        let path = Path::new(name);
        let read_as = Format::of(path).expect("it is a format of units");
        let contents = read(&file, read_as, path).expect("it can be read");
        let contents = contents.expect("it has units");
        let again = contents.translated(&Confirmed::default()).units;
        let [again, before] = [&again[..], &units].map(|units| units.iter().map(made).collect());
        let again: Vec<_> = again;
        assert_eq!(again, before, "{name}");
        let confirmed = Confirmed { author: Some("desk"), ..Confirmed::default() };
        let again = &contents.translated(&confirmed).units[0];
        assert_eq!(again.author.as_deref(), Some("desk"));
    }
}

/// What somebody has written by hand into the columns of an export.
#[test]
fn a_method_or_date_that_is_not_known_is_told() {
    let table = "fa\ten\tmethod\tdate\n\
        یک\tone\tMT\t2024/01/02\n\
        دو\ttwo\tMachine\t2024-01-02\n\
        سه\tthree\tphone\t\n\
        چهار\tfour\t\tin May\n";
    let contents = read(table.as_bytes(), Format::Table, Path::new("t.tsv"));
    let contents = contents.expect("it can be read").expect("it has units");
    let problems: Vec<String> = contents.problems.lines().collect();
    assert_eq!(problems, ["t.tsv:4: unknown method “phone”; known are human, aligned, machine"]);
    assert_eq!(
        contents.remarks,
        [
            "dates that are not read: 1, the first one in line 5, “in May”; a date is 2025-04-14 or 1404-01-25"
        ]
    );
    let made = contents
        .units
        .iter()
        .map(|unit| (unit.made.method, unit.made.date.map(|date| date.to_string())));
    let day = Some("2024-01-02T00:00:00Z".to_owned());
    assert_eq!(
        made.collect::<Vec<_>>(),
        [(Some(Method::Machine), day.clone()), (Some(Method::Machine), day), (None, None)]
    );
}

/// Two ends for one beginning, which a hostile file can have.
#[test]
fn a_pair_that_ends_twice_is_still_xml() {
    let tag = |kind, number| Tag { at: 0, kind, number, role: String::new(), code: String::new() };
    let mut twice = unit("ب", "a", None);
    twice.english.tags = vec![
        tag(TagKind::Open, 1),
        tag(TagKind::Close, 1),
        tag(TagKind::Open, 2),
        tag(TagKind::Close, 1),
    ];
    for format in [Written::Xliff, Written::Xliff2] {
        let file = written(std::slice::from_ref(&twice), format).expect("it can be written");
        let again = read(&file, Format::Xliff, Path::new("t.xlf")).expect("it can be read");
        let again = again.expect("it is XLIFF");
        assert_eq!(again.problems.told(), []);
        assert_eq!(again.units[0].target, "a");
    }
}

#[test]
fn what_no_file_can_hold_is_told_with_its_unit() {
    let units = [unit("یک", "one", None), unit("دو", "t\u{8}o", None)];
    for (format, _) in FORMATS {
        let error = written(&units, format).expect_err("it cannot be held");
        let told = "out: unit 2 (`دو`) holds U+0008, which no file of units can hold";
        assert_eq!(error.to_string(), told);
    }
}

/// Texts as a memory may have them, without white space around them.
fn text() -> impl Strategy<Value = String> {
    "[a-zب-ی\u{200c} \"'\\\\<>&;,|\t\n%{}]{0,12}".prop_map(|text| format!("ب{}ی", text.trim()))
}

/// The lines of notes in which something stands.
fn lines(notes: &str) -> Vec<String> {
    let lines = notes.lines().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Texts with letters that nobody sees, of which some stand in no file.
fn controls() -> impl Strategy<Value = String> {
    "[a-z\"\\\\\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}]{0,6}"
        .prop_map(|text| format!("ب{text}ی"))
}

proptest! {
    /// A letter that goes out comes back, or is refused where it would go out.
    #[test]
    fn control_letters_read_back_or_are_refused(fa in controls(), en in controls(), note in controls()) {
        let mut own = unit(&fa, &en, Some(&note));
        own.origin.name = format!("{note}\u{1}");
        for (format, name) in FORMATS {
            let Ok(file) = written(std::slice::from_ref(&own), format) else {
                let holds = |text: &str| text.chars().any(|c| !(' '..='\u{fffd}').contains(&c));
                prop_assert!([&fa, &en, &note].iter().any(|text| holds(text)), "{}", name);
                continue;
            };
            let path = Path::new(name);
            let read_as = Format::of(path).expect("it is a format of units");
            let contents = read(&file, read_as, path).expect("it can be read").expect("it has units");
            prop_assert_eq!(contents.problems.told(), []);
            let again = &contents.units[0];
            prop_assert_eq!([&again.source, &again.target], [&fa, &en], "{}", name);
        }
        let path = Path::new("t.tmx");
        let mut writer = tmx::Writer::start(Vec::new(), path, Lang::Persian).expect("a vector takes everything");
        if writer.write(&own).is_ok() {
            let file = writer.finish().expect("a vector takes everything");
            let contents = read(&file, Format::Tmx, path).expect("it can be read").expect("it has units");
            let again = &contents.units[0];
            prop_assert_eq!([&again.source, &again.target], [&fa, &en]);
        }
    }

    #[test]
    fn units_read_back(texts in prop::collection::vec((text(), text(), prop::option::of(text())), 1..5)) {
        let units: Vec<_> = texts.iter().map(|(fa, en, note)| unit(fa, en, note.as_deref())).collect();
        for (format, name) in FORMATS {
            let file = written(&units, format).expect("it can be written");
            let path = Path::new(name);
            let read_as = Format::of(path).expect("it is a format of units");
            let contents = read(&file, read_as, path).expect("it can be read").expect("it has units");
            prop_assert_eq!(contents.problems.told(), []);
            let again: Vec<_> = contents.units.iter().map(|unit| (&unit.source, &unit.target)).collect();
            let before: Vec<_> = texts.iter().map(|(fa, en, _)| (fa, en)).collect();
            prop_assert_eq!(again, before, "{}", name);
            for (unit, (_, _, note)) in contents.units.iter().zip(&texts) {
                prop_assert_eq!(unit.state, State::Translated);
                prop_assert_eq!(lines(&unit.notes.join("\n")), lines(note.as_deref().unwrap_or_default()));
            }
        }
    }
}
