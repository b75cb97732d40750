//! The files of `tests/glossary`, made by spreadsheet programs and in the shapes of other programs' exports.

use std::path::Path;

use hamta::exchange::glossary::{Contents, Reading, Table, read_as, write};

/// What the file `name` gives, as the rows of a canonical glossary without its header.
fn import(name: &str) -> (Contents, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/glossary").join(name);
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
    let expected =
        ["کی‌یف\tKyiv\tcity\tpreferred\tcapital of Ukraine", "کی‌یف\tKiev\tcity\tforbidden\t"];
    for name in ["dca.tbx", "dct.tbx", "martif.tbx"] {
        let (contents, rows) = import(name);
        assert_eq!(contents.problems, [], "{name}");
        assert_eq!(rows, expected, "{name}");
        assert_eq!(contents.others, ["what other programs write into TBX"], "{name}");
    }
}

/// What is not of an entry would be lost if the file were written anew.
#[test]
fn what_else_stands_in_a_file_is_told() {
    let others = |name: &str| import(name).0.others;
    assert_eq!(others("titled.xlsx"), ["the rows above the header", "the column “ردیف”"]);
    assert_eq!(others("omegat.txt"), ["the remarks in rows of their own"]);
    assert_eq!(others("deepl-head.csv"), ["the column “Relevance”"]);
    assert_eq!(others("calc-hidden.ods"), ["the column “draft”", "the sheet “Sheet1”"]);
    assert_eq!(others("people.xlsx"), [""; 0]);
}

#[test]
fn encodings_are_found_out() {
    gives("utf16.txt", &["سوریه\tSyria\tconcept\tpreferred\t\"quoted\", with comma"]);
    gives(
        "cp1256.csv",
        &[
            "بیروت\tBeirut\tconcept\tpreferred\t",
            "لبنان\tLebanon\tconcept\tpreferred\t",
            "چین\tChina\tconcept\tpreferred\t",
        ],
    );
    assert_eq!(
        import("cp1256.csv").0.remarks,
        ["read as windows-1256, by a guess; if letters are wrong, save it as UTF-8"]
    );
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
    assert_eq!(contents.problems[0].to_string(), "titled.xlsx:6: no Persian term");
    assert_eq!(contents.remarks, ["columns that are not used: ردیف"]);
}

#[test]
fn every_bad_row_is_told_with_its_number() {
    let expected = |name: &str| {
        [
            "2: no Persian term",
            "3: “Kyiv” is not in Persian letters",
            "4: “کیف Kyiv” is not in Persian letters alone",
            "6: “Mоscow” holds a letter of another script, U+043E",
            "7: #REF!, where a formula of the spreadsheet fails",
            "9: unknown kind “urban”; known are person, country, city, region, place, demonym, organisation, agreement, event, language, currency, calendar, concept",
            "10: “-” has no letter and no digit",
        ]
        .map(|fault| format!("{name}:{fault}"))
    };
    for name in ["broken.xlsx", "broken.xls"] {
        let faults: Vec<String> = import(name).0.problems.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected(name));
    }
}

/// The faults and remarks of a file, and the rows that it gives all the same.
#[track_caller]
fn gives_with(name: &str, rows: &[&str], faults: &[&str], remarks: &[&str]) {
    let (contents, found) = import(name);
    assert_eq!(found, rows, "{name}");
    let expected: Vec<String> = faults.iter().map(|fault| format!("{name}:{fault}")).collect();
    let faults = contents.problems.iter().map(ToString::to_string);
    assert_eq!(faults.collect::<Vec<_>>(), expected, "{name}");
    assert_eq!(contents.remarks, remarks, "{name}");
}

/// Why a file cannot be read at all.
fn refusal(name: &str, sheet: Option<&str>) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/glossary");
    let bytes = std::fs::read(path.join(name)).expect("the file is there");
    let reading = Reading { sheet, ..Reading::default() };
    let path = Path::new(name);
    let contents = read_as(bytes.as_slice(), Table::of(path), &reading, path);
    contents.err().map(|error| error.to_string())
}

#[test]
fn tables_that_calc_exports_are_read_in_each_encoding() {
    gives(
        "calc-semicolon.csv",
        &[
            "باب‌المندب\tBab el-Mandeb|Bab al-Mandab\tconcept\tpreferred\tin Arabic \"the gate of grief\"",
            "تنگه هرمز\tStrait of Hormuz\tconcept\tpreferred\tnarrow; between Oman and Iran",
            "دریای عمان\tGulf of Oman\tconcept\tpreferred\t",
        ],
    );
    gives(
        "calc-utf16.txt",
        &[
            "ایروان\tYerevan\tcity\tpreferred\tپایتخت ارمنستان",
            "باکو\tBaku\tcity\tpreferred\tپایتخت جمهوری آذربایجان، کنار خزر",
            "تفلیس\tTbilisi\tcity\tpreferred\t",
        ],
    );
}

/// Windows-1256 has no Persian ye; Calc writes a question mark in its place and says nothing.
#[test]
fn a_letter_that_an_encoding_lost_is_told() {
    gives_with(
        "calc-1256.csv",
        &[
            "تحریم‌ها\tsanctions\tconcept\tpreferred\t",
            "ترکیه\tTürkiye|Turkey\tconcept\tpreferred\t",
            "عمان\tOman\tconcept\tpreferred\t",
            "گرجستان\tGeorgia\tconcept\tpreferred\t",
        ],
        &["4: “سور?ه” holds a question mark in the place of a letter that was lost, U+003F"],
        &["read as windows-1256, by a guess; if letters are wrong, save it as UTF-8"],
    );
}

#[test]
fn bad_rows_of_an_opendocument_spreadsheet_are_told() {
    gives_with(
        "calc-faulty.ods",
        &[
            "ادلب\tIdlib\tcity\tpreferred\t",
            "حلب\tAleppo\tcity\tpreferred\t",
            "حلب\tHalab\tcity\tforbidden\t",
            // The two contradict each other, which the one who imports them decides.
            "دمشق\tDamascus\tcity\tpreferred\t",
            "دمشق\tDimashq\tcity\tpreferred\t",
        ],
        &[
            "6: no English term",
            "7: “Hama” is not in Persian letters",
            "9: “Latakia□Lattakia” holds a control character, U+0009",
            "10: “Daraа” holds a letter of another script, U+0430",
            "11: unknown status “قطعی”; known are preferred, admitted, forbidden",
            "12: an empty term in the English cell",
            "13: unknown kind “بندر”; known are person, country, city, region, place, demonym, organisation, agreement, event, language, currency, calendar, concept",
        ],
        &[],
    );
}

#[test]
fn the_spreadsheets_of_other_programs_are_known() {
    gives_with(
        "calc-multiterm.xlsx",
        &[
            "آتش‌بس\tceasefire|truce\tconcept\tpreferred\ta halt in fighting",
            "بازگشت خودکار تحریم‌ها|اسنپ‌بک\tsnapback\tconcept\tpreferred\t",
            "تحریم‌ها\tsanctions\tconcept\tpreferred\t",
        ],
        &[],
        &["columns that are not used: Entry_Number, Created_By"],
    );
    // What is said of a wrong form stays with it, and leaves the note of the entry as it is.
    gives_with(
        "calc-phrase.xlsx",
        &[
            "برجام\tJCPOA\tconcept\tpreferred\tthe 2015 deal",
            "برجام\tIran deal\tconcept\tforbidden\ttendentious",
            "فرستاده ویژه\tenvoy\tconcept\tpreferred\t",
        ],
        &[],
        &["columns that are not used: conceptId, conceptDomain"],
    );
    gives_with(
        "calc-memoq.xls",
        &[
            "مجلس خبرگان\tAssembly of Experts\tconcept\tpreferred\t",
            "مجمع تشخیص مصلحت نظام\tExpediency Council\tconcept\tpreferred\tchooses the leader",
        ],
        &[],
        &["columns that are not used: Entry_ID, Entry_Created, Term_Example"],
    );
}

#[test]
fn persian_headers_may_stand_under_a_merged_title() {
    gives_with(
        "calc-persian.ods",
        &[
            "علیرضا بیرانوند\tAlireza Beiranvand\tperson\tpreferred\tدروازه‌بان",
            "فدراسیون جهانی کشتی\tUnited World Wrestling\torganisation\tpreferred\t",
            "مهدی طارمی\tMehdi Taremi\tperson\tpreferred\tمهاجم",
            "مهدی طارمی\tMahdi Tarimi\tperson\tforbidden\t",
        ],
        &[],
        &["columns that are not used: ردیف"],
    );
    gives_with(
        "calc-frozen.xlsx",
        &[
            "خان یونس\tKhan Younis\tcity\tpreferred\t",
            "دیرالبلح\tDeir al-Balah\tcity\tpreferred\t",
            "رفح\tRafah\tcity\tpreferred\tcrossing to Egypt",
        ],
        &[],
        &["columns that are not used: Editor"],
    );
}

/// A cell that is merged over several rows counts for the first of them.
#[test]
fn formulas_give_what_they_come_to() {
    for name in ["calc-formulas.xlsx", "calc-formulas.ods", "calc-formulas.xls"] {
        gives_with(
            name,
            &[
                "آرش نامدار\tArash Namdar\tperson\tpreferred\t",
                "سیما باقری\tSima Bagheri\tperson\tpreferred\t",
                "نوید کمالی\tNavid Kamali\tconcept\tpreferred\t",
            ],
            &[
                "4: #NAME?, where a formula of the spreadsheet fails",
                "5: #N/A, where a formula of the spreadsheet fails",
            ],
            &["columns that are not used: given, surname"],
        );
    }
}

/// OpenDocument keeps what a cell shows; the formats of Excel keep the number.
#[test]
fn dates_are_no_bare_numbers() {
    for (name, day, truth, part) in [
        ("calc-values.ods", "11 September 2001", "TRUE", "50%"),
        ("calc-values.xlsx", "2001-09-11", "true", "0.5"),
        ("calc-values.xls", "2001-09-11", "true", "0.5"),
    ] {
        gives(
            name,
            &[
                "1979\t1979\tevent\tpreferred\t",
                "شورای امنیت\tSecurity Council\torganisation\tpreferred\t15",
                &format!("منطقه آزاد\t{truth}\tregion\tpreferred\t{part}"),
                "گروه هفت\tG7\torganisation\tpreferred\t2024-01-01",
                &format!("یازده سپتامبر\t{day}\tevent\tpreferred\tattacks of 2001"),
            ],
        );
    }
}

#[test]
fn hidden_rows_are_read_and_empty_sheets_passed_over() {
    gives_with(
        "calc-hidden.ods",
        &[
            "اهواز\tAhvaz\tconcept\tpreferred\t",
            "تبریز\tTabriz\tconcept\tpreferred\t",
            "مشهد\tMashhad\tconcept\tpreferred\t",
        ],
        &[],
        &[
            "only the sheet “Names” is read; --sheet takes another one: Sheet1",
            "columns that are not used: draft",
        ],
    );
}

#[test]
fn a_sheet_without_names_says_which_others_there_are() {
    for name in ["calc-sheets.xlsx", "calc-sheets.ods"] {
        assert_eq!(
            refusal(name, None),
            Some(format!(
                "{name}:1: no header row, with fa and en or the like; the first row is: این پرونده را تحریریه نگه می‌دارد; if it holds an entry, write a row with the names of the columns above it, or bring the file in: hamta glossary import --columns fa,en; only the sheet “راهنما” is read; --sheet takes another one: نام‌ها, پنهان"
            ))
        );
        assert_eq!(refusal(name, Some("نام‌ها")), None);
        assert_eq!(refusal(name, Some("پنهان")), None, "a hidden one, by its name");
        assert_eq!(
            refusal(name, Some("names")),
            Some(format!("{name}: no sheet “names”; there are: راهنما, نام‌ها, پنهان"))
        );
    }
}

#[test]
fn what_cannot_be_opened_says_why() {
    for name in ["calc-password.ods", "calc-password.xls", "calc-password.xlsx"] {
        assert_eq!(
            refusal(name, None),
            Some(format!("{name}: a spreadsheet with a password; save it without one"))
        );
    }
    assert_eq!(
        refusal("calc-cutoff.ods", None).as_deref(),
        Some("calc-cutoff.ods: no spreadsheet, or one that is damaged or cut off")
    );
}
