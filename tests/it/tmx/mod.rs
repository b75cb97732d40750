//! TMX: what other tools write is understood.

mod hostile;
mod kept;
mod made;
mod round_trip;
mod tags;
mod tools;

use std::io::BufRead;
use std::path::Path;

use hamta::exchange::tmx::{Item, Reader};
use hamta::unit::{Method, TranslationUnit};

#[test]
fn omegat_gives_neighbours_of_the_source_and_the_latest_change() {
    check_fixture(
        "omegat.tmx",
        "fa> لاوروف وارد پیونگ‌یانگ شد. | Lavrov arrived in Pyongyang. | 2025-07-12T08:15:00Z sara
         fa> دیدار دو ساعت طول کشید. | The meeting took two hours. | 2025-07-11T19:02:00Z ali | note Ask the \"desk\".
         fa prev لاوروف وارد پیونگ‌یانگ شد.
         fa next او فردا باز می‌گردد.",
    );
}

#[test]
fn memoq_codes_are_no_text_and_the_source_is_english() {
    check_fixture(
        "memoq.tmx",
        "en> وزارت خارجه ایران گفت «نه». | Iran's foreign ministry said “no”. | 2024-03-01T10:11:12Z reza",
    );
}

#[test]
fn trados_marked_text_is_kept_and_its_origins_are_known() {
    check_fixture(
        "trados.tmx",
        r"en> ذخیره را بزنید یا بروید. | Click Save now or leave. | 2023-01-02T03:04:05Z PC\desk
          en> ساخته ماشین. | Machine made. | 2023-01-02T03:04:06Z PC\desk | machine
          en> تراز شده. | Aligned. | 2023-01-02T03:04:07Z PC\desk | aligned
          en> به دست ماشین. | By a machine. | 2023-01-02T03:04:08Z MT! | machine",
    );
}

#[test]
fn weblate_lines_are_joined_and_written_breaks_kept() {
    let items = read_fixture("weblate.tmx");
    let expected = "en> بیشتر\nبخوانید | Read more | note seen on the front page";
    assert_eq!(items, [expected]);
}

#[test]
fn windows_1256_is_decoded() {
    check_fixture("windows-1256.tmx", "fa> گفت‌وگو در پكن | Talks in Beijing");
}

#[test]
fn each_fault_is_a_problem_and_the_rest_is_read() {
    check_fixture(
        "faults.tmx",
        "faults.tmx:5: no English segment (it has fa, de-DE)
         faults.tmx:9: no Persian segment (it has EN_us)
         faults.tmx:10: no Persian segment (it has no <tuv>)
         faults.tmx:11: no Persian segment (it has no xml:lang)
         faults.tmx:12: empty Persian segment
         faults.tmx:16: empty English segment
         faults.tmx:20: creationdate `2025-13-01` is no date like 20250109T091205Z
         faults.tmx:20: x-method `guessed` is none of human, aligned and machine
         faults.tmx:20: changedate `yesterday` is no date like 20250109T091205Z
         fa> تاریخ | Date | 2025-01-01T00:00:00Z
         faults.tmx:25: entity `&nbsp;` is not expanded
         faults.tmx:26: a reference to no character
         faults.tmx:27: U+001B is forbidden in XML
         faults.tmx:28: entity `&who;` is not expanded
         faults.tmx:29: an attribute that is not written as name=\"value\"
         en> یک <دو> | First, & kept
         en> یک <دو> | Second",
    );
}

#[test]
fn entities_of_a_dtd_are_never_expanded_nor_fetched() {
    check_fixture(
        "bomb.tmx",
        "bomb.tmx:9: entity `&lol3;` is not expanded
         bomb.tmx:10: entity `&passwd;` is not expanded
         fa> آ | kept",
    );
}

#[test]
fn what_stands_before_broken_xml_is_given() {
    check_fixture(
        "broken.tmx",
        "fa> یک | one
         ERROR broken.tmx:4: not well-formed: expected `</seg>`, but `</tuv>` was found",
    );
}

#[test]
fn utf_16_and_byte_order_marks_are_understood() {
    let text = one_unit("یک", "one 😀").replace("utf-8", "utf-16");
    let expected = "fa> یک | one 😀";
    check(&utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes), expected);
    check(&utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes), expected);
    check(&utf_16(&text, u16::to_le_bytes), expected);
    check(&utf_16(&text, u16::to_be_bytes), expected);
    check(format!("\u{feff}{text}").as_bytes(), expected);
    check(text.as_bytes(), expected);
    let long = text.replace("?>", &format!("{}?>", " ".repeat(400)));
    check(long.as_bytes(), expected);
}

#[test]
fn line_breaks_are_one_space_in_segments_and_kept_in_notes() {
    let file = one_unit("یک\r\n\t دو", "one  \n two\tthree");
    let file = file.replace("<tu>", "<tu><note>a\r\nb</note><note> c </note>");
    check(file.as_bytes(), "fa> یک دو | one two\tthree | note a\nb\nc");
}

#[test]
fn the_latest_date_wins_and_the_id_beside_it_or_else_the_first() {
    let with = |tu: &str, tuv: &str| {
        let file = one_unit("یک", "one").replace("<tu>", &format!("<tu {tu}>"));
        file.replace("'en'>", &format!("'en' {tuv}>"))
    };
    let old = "creationdate='20240101T000000Z' creationid='ali'";
    let new = "changedate='20250101T000000Z'";
    let expected = "fa> یک | one | 2025-01-01T00:00:00Z";
    check(with(old, new).as_bytes(), &format!("{expected} ali"));
    let signed = format!("{new} changeid='sara'");
    check(with(old, &signed).as_bytes(), &format!("{expected} sara"));
    check(with(&signed, old).as_bytes(), &format!("{expected} sara"));
    check(with(new, "").as_bytes(), expected);
}

#[test]
fn source_language_of_a_unit_is_its_own_then_the_headers_then_the_first() {
    let file = one_unit("یک", "one");
    let header = |lang: &str| file.replace("<body>", &format!("<header srclang='{lang}'/><body>"));
    check(header("EN-GB").as_bytes(), "en> یک | one");
    check(header("*all*").as_bytes(), "fa> یک | one");
    check(header("de").as_bytes(), "fa> یک | one");
    let own = |lang: &str| header("en").replace("<tu>", &format!("<tu srclang='{lang}'>"));
    check(own("fa-IR").as_bytes(), "fa> یک | one");
    check(own("*all*").as_bytes(), "fa> یک | one");
}

/// Asserts what reading the fixture `name` gives, line by line.
#[track_caller]
fn check_fixture(name: &str, expected: &str) {
    let expected: Vec<_> = expected.lines().map(str::trim_start).collect();
    assert_eq!(read_fixture(name).join("\n"), expected.join("\n"));
}

#[track_caller]
fn check(file: &[u8], expected: &str) {
    assert_eq!(read(file, "t.tmx").join("\n"), expected);
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/exchange/tmx").join(name)).expect("the fixture is there")
}

fn read_fixture(name: &str) -> Vec<String> {
    read(&*fixture(name), name)
}

/// All that is found, each as a person would want to see it.
fn read(file: impl BufRead, name: &str) -> Vec<String> {
    let reader = Reader::new(file, Path::new(name), "origin").expect("the encoding is known");
    reader.map(|item| shown(&item)).collect()
}

fn shown(item: &hamta::error::Result<Item>) -> String {
    match item {
        Ok(Item::Unit(unit)) => shown_unit(unit),
        Ok(Item::Problem(problem)) => problem.to_string(),
        Err(error) => format!("ERROR {error}"),
    }
}

fn shown_unit(unit: &TranslationUnit) -> String {
    let (persian, english) = (&unit.persian, &unit.english);
    let mut text = format!("{}> {} | {}", unit.source_lang, persian.text, english.text);
    if let Some(date) = unit.date {
        text += &format!(" | {date}");
    }
    text.extend(unit.author.iter().map(|author| format!(" {author}")));
    text.extend(unit.note.iter().map(|note| format!(" | note {note}")));
    if unit.origin.method != Method::Human {
        text += &format!(" | {}", unit.origin.method.name());
    }
    for (lang, side) in [("fa", persian), ("en", english)] {
        text.extend(side.previous.iter().map(|other| format!("\n{lang} prev {other}")));
        text.extend(side.next.iter().map(|other| format!("\n{lang} next {other}")));
    }
    text
}

fn one_unit(persian: &str, english: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='utf-8'?><tmx version='1.4'><body>\n\
         <tu><tuv xml:lang='fa'><seg>{persian}</seg></tuv><tuv xml:lang='en'><seg>{english}</seg></tuv></tu></body></tmx>"
    )
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}
