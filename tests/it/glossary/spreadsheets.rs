//! The files of `tests/glossary`, made by spreadsheet programs and in the shapes of other programs' exports.

use std::path::Path;

use hamta::exchange::glossary::{Contents, Reading, Table, read_as, write};

/// What the file `name` gives, as the rows of a canonical glossary without its header.
fn import(name: &str) -> (Contents, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/glossary")
        .join(name);
    let bytes = std::fs::read(&path).expect("the file is there");
    let path = Path::new(name);
    let contents = read_as(bytes.as_slice(), Table::of(path), &Reading::default(), path);
    let contents = contents.expect("it has a header");
    let mut written = Vec::new();
    write(&mut written, &contents.entries).expect("a vector takes everything");
    let text = String::from_utf8(written).expect("it is written in UTF-8");
    (contents, text.lines().skip(1).map(str::to_owned).collect())
}

#[track_caller]
fn gives(name: &str, expected: &[&str]) {
    let (contents, rows) = import(name);
    assert_eq!(contents.problems, [], "{name}");
    assert_eq!(rows, expected, "{name}");
}

const PEOPLE: [&str; 4] = [
    "سرگئی لاوروف\tSergey Lavrov\tperson\tpreferred\tوزیر خارجه روسیه",
    "عباس عراقچی\tAbbas Araghchi|Abbas Araqchi\tperson\tpreferred\tforeign minister of Iran, since 2024",
    "عباس عراقچی\tAbbas Araghchy\tperson\tforbidden\tmisspelt",
    "مسعود پزشکیان\tMasoud Pezeshkian\tperson\tpreferred\t",
];

#[test]
fn one_table_reads_the_same_from_every_spreadsheet_format() {
    gives("people.xlsx", &PEOPLE);
    gives("people.ods", &PEOPLE);
    gives("people.xls", &PEOPLE);
}

#[test]
fn the_exports_of_other_programs_are_known() {
    gives(
        "memoq.csv",
        &[
            "لاهه\tThe Hague\tconcept\tpreferred\tseat of the UN court",
            "لاهه\tDen Haag\tconcept\tforbidden\t",
        ],
    );
    gives(
        "omegat.txt",
        &[
            "نوار غزه\tGaza Strip\tconcept\tpreferred\t",
            "کرانه باختری\tWest Bank\tconcept\tpreferred\toccupied territory",
        ],
    );
    gives("weblate.csv", &["تعرفه\ttariff\tconcept\tpreferred\ttrade"]);
    let (contents, rows) = import("deepl-head.csv");
    assert_eq!(rows, ["ناتو\tNATO\tconcept\tpreferred\t"]);
    assert_eq!(
        contents.problems[0].to_string(),
        "deepl-head.csv:3: the language “fr”, which is neither Persian nor English"
    );
    assert_eq!(contents.remarks, ["columns that are not used: Relevance"]);
}

#[test]
fn tbx_is_read_in_every_edition_and_style() {
    let expected = [
        "کی‌یف\tKyiv\tcity\tpreferred\tcapital of Ukraine",
        "کی‌یف\tKiev\tcity\tforbidden\t",
    ];
    for name in ["dca.tbx", "dct.tbx", "martif.tbx"] {
        let (contents, rows) = import(name);
        assert_eq!(contents.problems, [], "{name}");
        assert_eq!(rows, expected, "{name}");
    }
}

#[test]
fn encodings_are_found_out() {
    gives(
        "utf16.txt",
        &["سوریه\tSyria\tconcept\tpreferred\t\"quoted\", with comma"],
    );
    gives(
        "cp1256.csv",
        &[
            "بيروت\tBeirut\tconcept\tpreferred\t",
            "لبنان\tLebanon\tconcept\tpreferred\t",
            "چين\tChina\tconcept\tpreferred\t",
        ],
    );
    assert_eq!(import("cp1256.csv").0.remarks, ["read as windows-1256"]);
}

#[test]
fn lines_in_a_cell_are_terms_and_a_column_may_hold_wrong_forms() {
    gives(
        "multi.xls",
        &[
            "دوحه\tDoha|Ad Dawhah\tconcept\tpreferred\t",
            "دوحه\tDouha\tconcept\tforbidden\t",
            "مسقط\tMuscat\tconcept\tpreferred\t",
        ],
    );
}

#[test]
fn a_title_may_stand_above_the_header() {
    let (contents, rows) = import("titled.xlsx");
    assert_eq!(rows.len(), 2);
    assert_eq!(
        contents.problems[0].to_string(),
        "titled.xlsx:6: no Persian term"
    );
    assert_eq!(contents.remarks, ["columns that are not used: ردیف"]);
}

#[test]
fn every_bad_row_is_told_with_its_number() {
    let expected = |name: &str| {
        [
            "2: no Persian term",
            "3: “Kyiv” is not in Persian letters",
            "4: “کیف Kyiv” is not in Persian letters alone",
            "5: “مینسک□” holds a character of direction, U+200F",
            "6: “Mоscow” holds a letter of another script, U+043E",
            "7: #REF!, where a formula of the spreadsheet fails",
            "9: unknown kind “urban”; known are person, country, city, region, place, demonym, organisation, agreement, event, language, currency, calendar, concept",
            "10: “-” has no letter and no digit",
        ]
        .map(|fault| format!("{name}:{fault}"))
    };
    for name in ["broken.xlsx", "broken.xls"] {
        let faults: Vec<String> = import(name)
            .0
            .problems
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(faults, expected(name));
    }
}
