//! What a file says of a unit beyond what hamta uses: read, kept in a memory, and written again.

use std::fs;
use std::path::Path;

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::Lang;
use hamta::tm::{Memory, Occasion};
use hamta::unit::TranslationUnit;

use super::one_unit;

/// A unit that says a great deal.
const FULL: &str = r#"<tmx version="1.4"><header srclang="*all*"/><body>
    <tu tuid="u-7" srclang="en-US" changedate="20240301T000000Z" changeid="sara" creationdate="20240101T000000Z" creationid="ali" datatype="html" lastusagedate="20240401T000000Z" o-tmf="x" segtype="phrase" usagecount="3">
      <note>first</note>
      <note>second</note>
      <prop type="client">Desk &amp; co</prop>
      <prop type="prev">Before</prop>
      <prop type="empty"></prop>
      <prop type="client">again&#10;and again</prop>
      <tuv xml:lang="en-US" creationtool="tool" creationtoolversion="2">
        <note>of English</note>
        <prop type="next">After</prop>
        <seg>one</seg>
      </tuv>
      <tuv xml:lang="prs" changedate="20240201T000000Z" changeid="reza">
        <prop type="checked">yes</prop>
        <seg>یک</seg>
      </tuv>
      <tuv xml:lang="de-DE" usagecount="1">
        <note>deutsch</note>
        <seg>ei<ph x="1">n</ph>s</seg>
      </tuv>
    </tu>
  </body></tmx>"#;

#[test]
fn all_of_it_comes_back_in_its_place() {
    let units = read(FULL);
    let written = written(&units);
    let expected =
        &FULL[FULL.find("<tu ").expect("it has a unit")..FULL.find("  </body>").expect("it ends")];
    assert!(written.contains(expected), "{written}");
    let unit = &units[0];
    assert_eq!(unit.source_lang, Lang::English);
    assert_eq!(unit.author.as_deref(), Some("sara"));
    assert_eq!(unit.note.as_deref(), Some("first\nsecond\nof English"));
    assert_eq!(unit.english.previous.as_deref(), Some("Before"));
    assert_eq!(read(&written), units);
}

#[test]
fn a_unit_that_says_nothing_else_has_no_details() {
    let plain = one_unit("یک", "one").replace(
        "<tu>",
        "<tu tuid='1' creationdate='20240101T000000Z' creationid='ali'><note>n</note><prop type='x-method'>aligned</prop>",
    );
    assert_eq!(read(&plain)[0].details, None);
    let other = plain.replace("tuid='1'", "tuid='2'");
    assert_eq!(read(&other)[0].details.as_ref().expect("a tuid").unit.attributes["tuid"], "2");
}

/// TMX wants `srclang` to be what the `<tuv>` of the source says.
#[test]
fn the_source_language_is_written_with_its_country() {
    let file = one_unit("یک", "one").replace("'en'", "'en-gb'");
    for header in ["EN-GB", "en"] {
        let header = format!("<header srclang='{header}'/><body>");
        let units = read(file.replace("<body>", &header));
        assert_eq!(units[0].source_lang, Lang::English);
        let written = written(&units);
        assert!(written.contains("<tu tuid=\"1\" srclang=\"en-gb\">"), "{written}");
        assert_eq!(read(&written), units);
    }
    let persian = one_unit("یک", "one").replace("<tu>", "<tu srclang='fa-IR'>");
    assert_eq!(read(&persian)[0].source_lang, Lang::Persian);
}

#[test]
fn each_further_variant_is_a_unit_and_those_of_other_languages_stay_with_the_first() {
    let file = FULL.replace(
        "</tu>",
        "<tuv xml:lang='EN'><seg>uno</seg></tuv><tuv xml:lang='fa-AF'><seg>یکم</seg></tuv><tuv xml:lang='en'><seg/></tuv></tu>",
    );
    let units = read(&file);
    let texts: Vec<_> =
        units.iter().map(|unit| (unit.persian.text.as_str(), unit.english.text.as_str())).collect();
    assert_eq!(texts, [("یک", "one"), ("یک", "uno"), ("یکم", "one")]);
    let others: Vec<_> =
        units.iter().map(|unit| unit.details.as_ref().expect("details").others.len()).collect();
    assert_eq!(others, [1, 0, 0]);
    assert_eq!(units[2].details.as_ref().expect("details").persian.attributes["xml:lang"], "fa-AF");
    assert_eq!(read(written(&units)), units);
}

#[test]
fn what_a_user_changes_goes_before_what_the_file_said() {
    let mut unit = read(FULL).remove(0);
    unit.date = Some("2026-11-27T00:00:00Z".parse().expect("a date"));
    unit.author = Some("mina".to_owned());
    unit.note = Some("mine".to_owned());
    unit.english.previous = None;
    let read = read(written(std::slice::from_ref(&unit))).remove(0);
    assert_eq!((&read.date, &read.author, &read.note), (&unit.date, &unit.author, &unit.note));
    assert_eq!(read.english, unit.english);
    let details = read.details.expect("the rest is kept");
    assert_eq!(details.unit.attributes["creationid"], "ali");
    assert_eq!(details.unit.attributes["changeid"], "mina");
    assert_eq!(details.unit.attributes["usagecount"], "3");
    assert_eq!(details.unit.props.len(), 3);
    assert_eq!(details.others.len(), 1);
    unit.author = None;
    unit.date = None;
    let read = self::read(written(&[unit])).remove(0);
    assert_eq!((read.date, read.author), (None, None));
}

#[test]
fn a_unit_that_says_without_end_does_not_fill_the_memory() {
    for piece in ["<note>n</note>", "<prop type='x'/>", "<tuv xml:lang='de'><seg>eins</seg></tuv>"]
    {
        let file =
            one_unit("یک", "one").replace("</tu>", &format!("{}</tu>", piece.repeat(20_000)));
        let found = super::read(file.as_bytes(), "t.tmx");
        assert_eq!(found, ["t.tmx:2: a <tu> with more than 1 MiB beside its segments"], "{piece}");
    }
    for piece in ["<ph/>", "<b>x</b>", "<bpt/>", "<hi/>"] {
        let file = one_unit(&format!("یک{}", piece.repeat(20_000)), "one");
        let found = super::read(file.as_bytes(), "t.tmx");
        assert_eq!(found, ["t.tmx:2: a <seg> longer than 1 MiB"], "{piece}");
    }
}

#[test]
fn a_memory_keeps_it_through_every_change() {
    let folder = tempfile::tempdir().expect("there is room");
    let tagged = FULL.replace("<seg>one", "<seg><bpt i='1'>b</bpt>one<ept i='1'>/b</ept>");
    let units = read(&tagged);
    let path = folder.path().join("memory.sqlite");
    let mut memory = Memory::open(&path).expect("it can be made");
    memory.add(units.iter().cloned().map(Ok)).expect("it can be written");
    assert_eq!(all(&memory), units);
    let occasion = Occasion::default();
    assert_eq!(memory.delete(&[1], &occasion).expect("it can be written"), 1);
    let changes = memory.changes().expect("it can be read");
    memory.undo(&changes[..1]).expect("it can be undone");
    assert_eq!(all(&memory), units);
    let mut edited = units[0].clone();
    edited.english.change_text("one.");
    memory.edit(1, &edited, &occasion).expect("it can be written");
    assert_eq!(all(&memory), [edited.clone()]);
    let mut other = Memory::in_memory().expect("there is room");
    other.merge(&path, &occasion).expect("it can be read");
    assert_eq!(all(&other), [edited]);
}

#[test]
fn a_unit_without_tags_and_details_gets_them_when_it_is_added_again() {
    let tagged = FULL.replace("<seg>one", "<seg><bpt i='1'>b</bpt>one<ept i='1'>/b</ept>");
    let full = read(&tagged);
    let bare = TranslationUnit {
        details: None,
        author: Some("who had it".to_owned()),
        ..read(FULL)[0].clone()
    };
    let mut memory = Memory::in_memory().expect("there is room");
    let add = |memory: &mut Memory, unit: &TranslationUnit| {
        let added = memory.add([Ok(unit.clone())]).expect("it can be written");
        (added.added, added.present)
    };
    assert_eq!(add(&mut memory, &bare), (1, 0));
    assert_eq!(add(&mut memory, &full[0]), (0, 1));
    let completed = TranslationUnit { author: bare.author.clone(), ..full[0].clone() };
    assert_eq!(all(&memory), std::slice::from_ref(&completed));
    // What is there is kept.
    let mut other = full[0].clone();
    other.english.tags.clear();
    assert_eq!(add(&mut memory, &other), (0, 1));
    assert_eq!(all(&memory), [completed]);
    let changes = memory.changes().expect("it can be read");
    memory.undo(&changes[..1]).expect("it can be undone");
    assert_eq!(all(&memory), [bare]);
}

#[test]
fn units_of_memories_of_older_formats_are_merged() {
    for format in ["3", "4", "5"] {
        let folder = tempfile::tempdir().expect("there is room");
        let path = folder.path().join("old.sqlite");
        let sql =
            fs::read_to_string(format!("tests/memory/format-{format}.sql")).expect("it is there");
        let old = rusqlite::Connection::open(&path).expect("it can be made");
        old.execute_batch(&sql).expect("it is right");
        drop(old);
        let mut memory = Memory::in_memory().expect("there is room");
        memory.merge(&path, &Occasion::default()).expect("it can be read");
        let units = all(&memory);
        assert_eq!(units[0].english.text, "A ceasefire took hold.");
        let counts = (units[0].persian.tags.len(), units[0].details.is_some());
        assert_eq!(counts, if format == "5" { (2, true) } else { (0, false) });
    }
}

/// All units of a memory.
pub(super) fn all(memory: &Memory) -> Vec<TranslationUnit> {
    let mut units = Vec::new();
    let take = |candidate: hamta::matching::Candidate| {
        units.push(candidate.unit);
        Ok(())
    };
    memory.each(None, take).expect("it can be read");
    units
}

/// The units of a file that nothing is wrong with.
#[track_caller]
pub(super) fn read(file: impl AsRef<[u8]>) -> Vec<TranslationUnit> {
    let reader = Reader::new(file.as_ref(), Path::new("t.tmx"), "origin").expect("it is UTF-8");
    let mut units = Vec::new();
    let mut problems = Vec::new();
    for item in reader {
        match item.expect("it is well-formed") {
            Item::Unit(unit) => units.push(*unit),
            Item::Problem(problem) => problems.push(problem.to_string()),
        }
    }
    assert_eq!(problems, [""; 0]);
    units
}

pub(super) fn written(units: &[TranslationUnit]) -> String {
    let mut writer = Writer::start(Vec::new(), Path::new("t.tmx"), Lang::English).expect("memory");
    for unit in units {
        writer.write(unit).expect("memory is written");
    }
    String::from_utf8(writer.finish().expect("memory")).expect("UTF-8")
}
