//! What other tools write: units, tags and details of a file in the manner of each, and that it goes through a memory
//! whole.

use hamta::tm::Memory;
use hamta::unit::TranslationUnit;

use super::fixture;
use super::kept::{all, read, written};
use super::tags::seen;

#[test]
fn omegat_level_2() {
    check(
        "omegat-level2.tmx",
        r##"en> Talks [1+ <a0>]on water[1- </a0>] go on[2 <f1/>].
         fa> گفت‌وگو [1+ <a0>]درباره آب[1- </a0>] ادامه دارد[2 <f1/>].
         date 2024-06-12T07:05:00Z
         author nasrin
         {"persian":{"attributes":{"changedate":"20240612T070500Z","changeid":"nasrin","creationdate":"20240610T181530Z","creationid":"nasrin","xml:lang":"FA-IR"}},"english":{"attributes":{"xml:lang":"EN-US"}}}
         en> [1- </b0>]Two sides agreed.
         fa> [1- </b0>]دو طرف توافق کردند.
         date 2024-06-12T07:07:00Z
         author nasrin
         {"persian":{"attributes":{"changedate":"20240612T070700Z","changeid":"nasrin","xml:lang":"FA-IR"}},"english":{"attributes":{"xml:lang":"EN-US"}}}"##,
    );
}

#[test]
fn okapi() {
    check(
        "okapi.tmx",
        r##"en> The [1+ bold <b>]delegation[1- bold </b>] left at noon.[2 lb <br/>]
         fa> [1+ bold <b>]هیئت[1- bold </b>] ظهر رفت.[2 lb <br/>]
         {"unit":{"attributes":{"tuid":"tu1_s1"},"props":[["Txt::FileName","visit.html"],["Txt::GroupName","p3"]]},"persian":{"attributes":{"xml:lang":"fa-ir"}},"english":{"attributes":{"xml:lang":"en-us"}}}
         en> [1+ italic <i>]Nobody answered.
         fa> [1+ italic <i>]کسی پاسخ نداد.
         {"unit":{"attributes":{"tuid":"tu2_s1"}},"persian":{"attributes":{"xml:lang":"fa-ir"}},"english":{"attributes":{"xml:lang":"en-us"}}}"##,
    );
}

#[test]
fn trados_workbench() {
    check(
        "trados-workbench.tmx",
        r##"en> The [1 {\b ]price[2 }] of bread rose.
         fa> [1 {\b ]بهای[2 }] نان بالا رفت.
         date 2008-03-01T12:00:00Z
         author REZA
         {"unit":{"attributes":{"changedate":"20080301T120000Z","changeid":"REZA","creationdate":"20080212T091011Z","creationid":"MINA","lastusagedate":"20080301T120000Z","usagecount":"2"},"props":[["Txt::Client","Daily"]]},"persian":{"attributes":{"xml:lang":"FA-01"}},"english":{"attributes":{"xml:lang":"EN-US"}}}"##,
    );
}

#[test]
fn trados_studio() {
    check(
        "trados-studio.tmx",
        r##"fa> [1+ 457 ]باران[1- 457 ] تا [2 22 ]شنبه می‌بارد.
         en> [1+ 457 ]Rain[1- 457 ] will fall until [2 22 ]Saturday.
         date 2023-05-07T07:07:07Z
         author DESK\mina
         {"unit":{"attributes":{"changedate":"20230507T070707Z","changeid":"DESK\\mina","creationdate":"20230506T060606Z","creationid":"DESK\\mina","lastusagedate":"20230507T070707Z","usagecount":"4"},"props":[["x-LastUsedBy","DESK\\mina"],["x-Context","-6171520342093821372, 7308613410934"],["x-Origin","TM"],["x-ConfirmationLevel","Translated"]]},"persian":{"attributes":{"xml:lang":"fa-IR"}},"english":{"attributes":{"xml:lang":"en-GB"}}}"##,
    );
}

#[test]
fn wordfast_in_utf_16() {
    check(
        "wordfast.tmx",
        r##"en> The bank[1 fnote &t1;] closed early.
         fa> بانک[1 fnote &t1;] زود بسته شد.
         date 2015-04-03T11:12:13Z
         author NS
         {"unit":{"attributes":{"changedate":"20150403T111213Z","changeid":"NS","creationdate":"20150402T101112Z","creationid":"NS","usagecount":"1"},"props":[["Subject","Economy"],["Client",""]]},"persian":{"attributes":{"xml:lang":"FA-IR"}},"english":{"attributes":{"xml:lang":"EN-US"}}}"##,
    );
}

#[test]
fn translate_toolkit() {
    check(
        "translate-toolkit.tmx",
        r##"en> Open %d file
         fa> گشودن %d پرونده
         note menu.c:41
         The verb, not the noun.
         {"unit":{"notes":["menu.c:41","The verb, not the noun."]}}"##,
    );
}

#[test]
fn swordfish_in_three_languages() {
    check(
        "swordfish.tmx",
        r##"en> Voting [1 <i>]has ended[2 </i>].
         fa> رأی‌گیری [1 <i>]پایان یافت[2 </i>].
         date 2020-04-14T13:17:10Z
         author karim
         note Checked by the desk
         {"unit":{"attributes":{"changedate":"20200414T131710Z","creationdate":"20200414T131703Z","creationid":"karim","creationtool":"Swordfish","creationtoolversion":"4.1.0","tuid":"1586870223491"},"props":[["project","elections"],["customer","Daily"]]},"persian":{"attributes":{"creationdate":"20200414T131703Z","xml:lang":"per"},"props":[["state","final"]]},"english":{"attributes":{"creationdate":"20200414T131703Z"}},"others":[{"lang":"fr","text":"Le vote a fini.","tags":[{"at":8,"kind":"alone","number":1,"role":"","code":"<i>"},{"at":14,"kind":"alone","number":2,"role":"","code":"</i>"}],"said":{"attributes":{"creationdate":"20200414T131703Z"}}}]}"##,
    );
}

#[test]
fn opus() {
    check(
        "opus.tmx",
        r##"en> Good morning.
         fa> صبح بخیر.
         en> Good morning.
         fa> بامداد خوش."##,
    );
}

#[test]
fn paracrawl() {
    check(
        "paracrawl.tmx",
        r##"en> The road is open again.
         fa> جاده دوباره باز است.
         {"unit":{"attributes":{"datatype":"Text"},"props":[["score-bicleaner","0.702"],["type","1:1"]]},"persian":{"props":[["source-document","http://news.example/fa/1"]]},"english":{"props":[["source-document","http://news.example/en/1"]]}}"##,
    );
}

#[test]
fn memoq_with_two_variants() {
    check(
        "memoq-variants.tmx",
        r##"fa> او [1+ bold {}]نیامد[1- bold {}].[2 fmt {}]
         en> He [1+ bold {}]did not come[1- bold {}].[2 fmt {}]
         date 2024-03-01T10:11:12Z
         author reza
         {"unit":{"attributes":{"changedate":"20240301T101112Z","changeid":"reza","creationdate":"20240229T090000Z","creationid":"maryam"},"props":[["corrected","no"],["x-context-post","<seg>پس از آن</seg>"]]},"persian":{"attributes":{"xml:lang":"prs"}},"english":{"attributes":{"xml:lang":"en-gb"}}}
         fa> او [1+ bold {}]نیامد[1- bold {}].[2 fmt {}]
         en> She [1+ bold {}]did not come[1- bold {}].
         date 2024-03-01T10:11:12Z
         author reza
         {"unit":{"attributes":{"changedate":"20240301T101112Z","changeid":"reza","creationdate":"20240229T090000Z","creationid":"maryam"},"props":[["corrected","no"],["x-context-post","<seg>پس از آن</seg>"]]},"persian":{"attributes":{"xml:lang":"prs"}},"english":{"attributes":{"xml:lang":"en-us"}}}"##,
    );
}

#[test]
fn virtaal_and_what_is_not_translated() {
    let found = super::read_fixture("virtaal.tmx");
    assert_eq!(
        found,
        ["en> دو بار  را بزنید | Press  twice", "virtaal.tmx:7: empty Persian segment"]
    );
}

/// Asserts what is in a fixture, and that it is there still when it comes out of a memory.
#[track_caller]
fn check(name: &str, expected: &str) {
    let units = read(fixture(name));
    let found: Vec<String> = units.iter().map(shown).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim_start).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
    let mut memory = Memory::in_memory().expect("there is room");
    memory.add(units.iter().cloned().map(Ok)).expect("it can be written");
    let kept = all(&memory);
    assert_eq!(kept, units);
    assert_eq!(read(written(&kept)), units);
}

/// A unit with all that is kept of it.
fn shown(unit: &TranslationUnit) -> String {
    let source = unit.source_lang;
    let mut shown = format!(
        "{source}> {}\n{}> {}",
        seen(unit.side(source)),
        source.other(),
        seen(unit.side(source.other()))
    );
    let date = unit.date.map(|date| date.to_string());
    let beside = [("date", &date), ("author", &unit.author), ("note", &unit.note)];
    for (name, value) in beside {
        shown.extend(value.iter().map(|value| format!("\n{name} {value}")));
    }
    if let Some(details) = &unit.details {
        shown += &format!("\n{}", serde_json::to_string(details).expect("it is text"));
    }
    shown
}
