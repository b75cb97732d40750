//! What is exported comes back the same, from every format; and how tables without a certain header are read.

use std::path::Path;

use hamta::exchange::glossary::{Contents, Reading, Table, export, read, read_as};
use proptest::prelude::{Strategy, prop_assert_eq, proptest};
use proptest::string::string_regex;

fn exported(contents: &Contents, table: Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    export(&mut bytes, table, &contents.entries, Path::new("out"))
        .expect("a vector takes everything");
    bytes
}

/// Entries of every kind, with marks that each format must quote or escape.
fn some_entries() -> impl Strategy<Value = Contents> {
    let persian = "(کی‌یف|اسلو|تهران|آتش‌بس|کره شمالی)";
    let english = "[A-Z][a-z&<>\"',;=]{0,8}( [A-Z][a-z]{0,5})?";
    let row = format!(
        "{persian}(\\|الف{{1,4}})?\t{english}(\\|{english})?\t(city|person|event)\t(preferred|admitted|forbidden)\t([a-z<&\"';,=ا-ی]{{1,9}}( [a-z\"]{{1,4}})?)?\n"
    );
    let row = string_regex(&row).expect("the pattern is one");
    proptest::collection::vec(row, 0..12).prop_map(|rows| {
        let table = format!("fa\ten\tkind\tstatus\tnote\n{}", rows.concat());
        let contents = read(table.as_bytes(), Table::Tsv, Path::new("in.tsv"));
        let mut contents = contents.expect("it has a header");
        // A canonical file has one entry for a name.
        contents
            .entries
            .sort_by(|a, b| (&a.persian[0].text, a.kind).cmp(&(&b.persian[0].text, b.kind)));
        contents
            .entries
            .dedup_by(|a, b| (&a.persian[0].text, a.kind) == (&b.persian[0].text, b.kind));
        contents
    })
}

proptest! {
    #[test]
    fn what_goes_out_comes_back(contents in some_entries()) {
        let canonical = exported(&contents, Table::Tsv);
        for table in [Table::Tsv, Table::Csv, Table::Tbx, Table::Tbx2008, Table::Xlsx] {
            let bytes = exported(&contents, table);
            prop_assert_eq!(&bytes, &exported(&contents, table), "the same bytes each time: {:?}", table);
            let back = read(bytes.as_slice(), table, Path::new("back")).expect("it reads back");
            prop_assert_eq!(&back.problems, &[], "{:?}", table);
            let back = String::from_utf8(exported(&back, Table::Tsv)).expect("it is in UTF-8");
            prop_assert_eq!(back.as_bytes(), canonical.as_slice(), "{:?}: {}", table, back);
        }
    }
}

fn import(table: &str, reading: &Reading<'_>) -> Result<Contents, String> {
    let path = Path::new("names.csv");
    read_as(table.as_bytes(), Table::Csv, reading, path).map_err(|error| error.to_string())
}

#[track_caller]
fn pairs(table: &str, expected: &[(&str, &str)]) {
    let contents = import(table, &Reading::default()).expect("its columns are known");
    assert_eq!(contents.problems, []);
    let pairs = contents
        .entries
        .iter()
        .map(|entry| (entry.persian[0].text.as_str(), entry.english[0].text.as_str()));
    assert_eq!(pairs.collect::<Vec<_>>(), expected);
}

#[test]
fn headers_are_known_in_both_languages_and_many_words() {
    let expected = [("لاهه", "The Hague")];
    for header in [
        "fa,en",
        "FA-IR,en_GB",
        "Persian,English",
        "Farsi term,English term",
        "فارسی,انگلیسی",
        "نام فارسی,نام انگلیسی",
        "واژهٔ فارسي,معادل انگليسي",
        "اصطلاح,معادل",
        "source,target",
        "Persian (Iran),English (United States)",
        "نام فارسی,English Name (AP)",
        "نام فارسی,نام انگلیسی (رسمی)",
        "Persian,English [preferred by AP]",
        "Name in Persian,Name in English",
        "Farsi name,English spelling",
        "نام (فارسی),ضبط لاتین",
        "\u{FEFF}per,eng",
        "Persian,Latin",
        "Original,Translation",
        "نام خارجی,نام فارسی",
        "نام شخص,نام لاتین",
        // Words that say nothing stand beside a language that is named once.
        "عنوان فارسی,معادل انگلیسی",
        "شکل فارسی,شکل انگلیسی",
        "املای فارسی,املای انگلیسی",
        "نام فارسی شخص,نام انگلیسی شخص",
        "Persian Term,English Equivalent",
        "Full name (Persian),Full name (English)",
    ] {
        let row = if header.starts_with("نام خارجی") {
            "The Hague,لاهه"
        } else {
            "لاهه,The Hague"
        };
        pairs(&format!("{header}\n{row}\n"), &expected);
    }
    pairs("English,Persian\nThe Hague,لاهه\n", &expected);
    pairs("English;Persian;Note\nThe Hague;لاهه;a, b, c\n", &expected);
    pairs("sep=;\r\nEnglish;Persian\r\nThe Hague;لاهه\r\n", &expected);
    pairs("term,fa\nThe Hague,لاهه\n", &expected);
    pairs("The Hague,لاهه,en,fa\n", &expected);
}

#[test]
fn a_column_beside_both_languages_need_not_be_one_of_forms() {
    let table = "Persian,English,English pronunciation\nلاهه,The Hague,THUH HAYG\n";
    let contents = import(table, &Reading::default()).expect("it has a header");
    assert_eq!(contents.entries[0].english.len(), 1);
    assert_eq!(contents.remarks, ["columns that are not used: English pronunciation"]);
    // Which of two holds the forms, nothing says.
    let table = "Full Persian,Full English,Short English\nلاهه,The Hague,Hague\n";
    assert!(import(table, &Reading::default()).is_err());
}

/// The names of one list must not become translations of those of the other.
#[test]
fn lists_beside_each_other_are_refused() {
    let refused = |table: &str| import(table, &Reading::default()).expect_err("two lists");
    assert_eq!(
        refused("انگلیسی,فارسی,ردیف,انگلیسی,فارسی\nOslo,اسلو,2,Riga,ریگا\n"),
        "names.csv:1: the languages of the columns alternate; for lists beside each other import one after the other, with --columns en,fa --skip 1 and --columns -,-,-,en,fa --skip 1; for forms of one entry say --columns en,fa,-,en,fa --skip 1"
    );
    assert!(refused("list\nsource,target,note,source,target,note\n").ends_with(
        "--columns source,target,note --skip 2 and --columns -,-,-,source,target,note --skip 2; for forms of one entry say --columns source,target,note,source,target,note --skip 2"
    ));
    let table = "fa,en,English\nلاهه,The Hague,Den Haag\n";
    let contents = import(table, &Reading::default()).expect("it has a header");
    assert_eq!(contents.entries[0].english.len(), 2);
    assert_eq!(
        contents.remarks,
        [
            "columns with English forms of one entry: en, English; the first form is the one to write"
        ]
    );
}

/// The faults of the rows of a table, each after its line.
fn faults(rows: &str) -> Vec<String> {
    let contents = import(&format!("fa,en,kind\n{rows}"), &Reading::default());
    let faults = contents.expect("it has a header").problems.into_iter();
    faults.map(|fault| format!("{}: {}", fault.line, fault.message)).collect()
}

#[test]
fn numbers_are_entries_of_numbers_only() {
    assert_eq!(
        faults(
            "جمع,12,\n2024,Year,\n۱۱۸,118,\n۱۱ سپتامبر,9/11,event\n۱,January,calendar\nاف-۱۶,F-16,\n"
        ),
        ["2: “12” is a number, and “جمع” is none", "3: “2024” is a number, and “Year” is none"]
    );
}

#[test]
fn marks_at_the_edges_of_forms_are_faults() {
    let edge = |form: &str, mark: char| {
        format!("“{form}” begins or ends with “{mark}”, which is no part of it")
    };
    let cases = [
        ("تپه س،", "Tappe S", Some(edge("تپه س،", '،'))),
        ("تپه س", "Tappe S:", Some(edge("Tappe S:", ':'))),
        ("'باران", "Baran", Some(edge("'باران", '\''))),
        ("تهران.", "Tehran", Some(edge("تهران.", '.'))),
        ("ج.ا.ا.", "I.R.I.", None),
        ("م.", "A.D.", None),
        ("عدن", "'Adan", None),
        ("پوتین\u{200C}", "Putin\u{200B}", None),
        ("\u{FEFF}پوتین\t", "Putin", None),
    ];
    for (fa, en, expected) in cases {
        let expected: Vec<String> = expected.iter().map(|fault| format!("2: {fault}")).collect();
        assert_eq!(faults(&format!("{fa},\"{en}\",\n")), expected, "{fa}, {en}");
    }
}

#[test]
fn rows_that_hold_no_entry_are_told_apart() {
    let table = "ردیف,fa,en,fuzzy\n1,لاهه,The Hague,False\nردیف,fa,en,fuzzy\n,,بخش دوم: شهرها,\n2,ریگا,,\n3,اسلو,Oslo,True\n4,شرکت «آب» (آبفا),Water (W),\n";
    let contents = import(table, &Reading::default()).expect("it has a header");
    let faults = contents.problems.iter().map(|fault| (fault.line, fault.is_half_filled()));
    assert_eq!(faults.collect::<Vec<_>>(), [(4, true), (5, true)]);
    assert_eq!(contents.lines, [2, 7]);
    assert_eq!(
        contents.remarks,
        [
            "forms with brackets at the end or in quotation marks, which are found only so: 2, the first one in line 7, “شرکت «آب» (آبفا)”",
            "left out: 1 fuzzy",
            "columns that are not used: ردیف"
        ]
    );
}

/// Newsrooms note beside a name which agency writes it so.
#[test]
fn a_column_that_names_only_a_side_holds_no_forms_beside_both_languages() {
    for header in ["Source", "Target", "Term", "Name", "نام", "ترجمه"] {
        let table = format!("Persian,English,{header}\nسرگئی لاوروف,Sergey Lavrov,Reuters\n");
        let contents = import(&table, &Reading::default()).expect("it has a header");
        assert_eq!(contents.problems, []);
        assert_eq!(contents.entries[0].english.len(), 1, "{header}");
        assert_eq!(contents.entries[0].persian.len(), 1, "{header}");
        assert_eq!(contents.remarks, [format!("columns that are not used: {header}")]);
    }
    let columns = ["fa", "en", "source"].map(str::to_owned);
    let reading = Reading { columns: Some(&columns), ..Reading::default() };
    let contents = import("سرگئی لاوروف,Sergey Lavrov,Reuters\n", &reading);
    assert_eq!(contents.expect("they are named").entries[0].english.len(), 1);
}

/// A comma in a name that nobody has quoted would make another name of it.
#[test]
fn a_row_of_text_with_more_cells_than_the_header_is_a_fault() {
    let surplus = "the row has 3 cells, the header 2; is a “,” not in quotation marks?";
    let contents = import("fa,en\nکره شمالی,Korea, North\nلاهه,The Hague,,\n", &Reading::default());
    let contents = contents.expect("it has a header");
    let faults: Vec<_> = contents.problems.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(faults, [surplus]);
    assert_eq!(contents.entries.len(), 1, "empty cells are none");
    let tabs = "fa\ten\nلاهه\tThe\tHague\n".as_bytes();
    let contents = read(tabs, Table::Tsv, Path::new("names.tsv")).expect("it has a header");
    let told = "the row has 3 cells, the header 2; is there a tab in a text?";
    assert_eq!(contents.problems[0].message, told);
    // Whoever names the columns passes over those that he does not name.
    let columns = ["fa", "en"].map(str::to_owned);
    let reading = Reading { columns: Some(&columns), ..Reading::default() };
    let contents = import("لاهه,The Hague,1\n", &reading).expect("they are named");
    assert_eq!(contents.problems, []);
}

#[test]
fn several_forms_in_a_cell_stand_with_a_line_between_them() {
    let faults = |row: &str| {
        let contents = import(&format!("fa;en\n{row}\n"), &Reading::default());
        let problems = contents.expect("it has a header").problems.into_iter();
        problems.map(|fault| fault.message).collect::<Vec<_>>()
    };
    for (row, form) in [
        ("ایران;\"Iran; Persia\"", "Iran; Persia"),
        ("\"ایران؛ پارس\";Iran", "ایران؛ پارس"),
        ("ایران;Iran / Persia", "Iran / Persia"),
        ("روسیه;Russia/Russian Federation", "Russia/Russian Federation"),
        ("آلمان;Germany, Federal Republic of Germany", "Germany, Federal Republic of Germany"),
        ("آلمان، جمهوری فدرال آلمان;Germany", "آلمان، جمهوری فدرال آلمان"),
    ] {
        assert_eq!(faults(row), [format!("“{form}” is several forms; write | between them")]);
    }
    for row in [
        "زن، زندگی، آزادی;Woman, Life, Freedom",
        "وزارت بهداشت، درمان و آموزش پزشکی;Ministry of Health, Treatment and Medical Education",
        "اف/ای-۱۸;F/A-18",
        "حملات ۱۱ سپتامبر;9/11",
        "ایدز;HIV/AIDS",
        "نیویورک;New York, New York",
    ] {
        assert_eq!(faults(row), [""; 0]);
    }
}

#[test]
fn arabic_letters_of_persian_forms_become_persian_ones() {
    pairs("fa,en\nكي\u{200c}يف,Kyiv\n", &[("کی\u{200c}یف", "Kyiv")]);
    let table = "fa,en,status\nکره|كره,Korea,\nکره|كوره,Corea,forbidden\n";
    let contents = import(table, &Reading::default()).expect("it has a header");
    assert_eq!(contents.problems, []);
    let forms = contents.entries[0].persian.iter();
    let forms: Vec<&str> = forms.map(|term| term.text.as_str()).collect();
    assert_eq!(forms, ["کره", "كوره"]);
}

#[test]
fn what_tbx_says_of_a_preferred_term_is_said_of_its_entry() {
    let tbx = "<martif><text><body><termEntry><langSet xml:lang='fa'><tig><term>کرملین</term><note>بی‌ال</note></tig></langSet>\
        <langSet xml:lang='en'><tig><term>Kremlin</term><note>no article</note></tig>\
        <tig><term>the Kremlin</term><note>old</note></tig></langSet></termEntry></body></text></martif>";
    let contents = read(tbx.as_bytes(), Table::Tbx, Path::new("t.tbx")).expect("it is TBX");
    assert_eq!(contents.problems, []);
    assert_eq!(contents.entries[0].note, "بی‌ال; no article");
    assert_eq!(contents.entries[0].english[1].note, "old");
}

#[test]
fn columns_can_be_named() {
    let names = |names: &str| names.split(',').map(str::to_owned).collect::<Vec<_>>();
    let columns = names("en,-,fa,note");
    let reading = Reading { columns: Some(&columns), skipped: 1, ..Reading::default() };
    let contents =
        import("a,b,c,d\nThe Hague,x,لاهه,seat of a court\n", &reading).expect("they are named");
    assert_eq!(contents.entries[0].note, "seat of a court");
    for (wrong, message) in [
        (
            "en,town",
            "names.csv: no column is named “town”; name them fa, en, kind, status, note, or - for one to pass over",
        ),
        ("en,note", "names.csv: --columns must name fa and en"),
    ] {
        let columns = names(wrong);
        let reading = Reading { columns: Some(&columns), ..Reading::default() };
        assert_eq!(import("a,b\n", &reading).expect_err("they are wrong"), message);
    }
}

#[test]
fn a_table_without_a_header_shows_its_first_row() {
    assert_eq!(
        import("The Hague,لاهه\nOslo,اسلو\n", &Reading::default()).expect_err("no header"),
        "names.csv:1: no header row, with fa and en or the like; the first row is: The Hague | لاهه; if it holds an entry, write a row with the names of the columns above it, or bring the file in: hamta glossary import --columns en,fa"
    );
    let proposed = |table: &str| {
        let told = import(table, &Reading::default()).expect_err("no header");
        told.rsplit_once("import ").map(|(_, proposed)| proposed.to_owned())
    };
    let proposed = |table| proposed(table).unwrap_or_default();
    assert_eq!(proposed("1,لاهه,The Hague\n"), "--columns -,fa,en");
    assert_eq!(
        proposed("ردیف,نام فارسی,Wikipedia,توضیح\n1,لاهه,The Hague,شهر\n"),
        "--columns -,fa,en,note --skip 1"
    );
    assert_eq!(
        import("term,translation\n12,34\n", &Reading::default())
            .map(|contents| contents.entries.len()),
        Ok(0),
        "a table without letters"
    );
}

#[test]
fn the_lines_of_rows_are_those_of_the_file() {
    for end in ["\n", "\r\n"] {
        let table =
            ["fa,en", "", "Oslo,اسلو", "اسلو,\"Oslo", "Christiania\"", "Riga,ریگا", ""].join(end);
        let contents = import(&table, &Reading::default()).expect("it has a header");
        let lines: Vec<u64> = contents.problems.iter().map(|fault| fault.line).collect();
        assert_eq!((contents.lines, lines), (vec![4], vec![3, 6]), "{end:?}");
    }
}

/// A question mark stands where an encoding had no letter; after an English word it is one.
#[test]
fn a_question_mark_in_a_word_is_a_lost_letter() {
    let table =
        "fa,en\nآنکارا,Ankara\nترک?ه,Turkey\nازمیر,?zmir\nحلب?,Aleppo\nکجا می‌روی؟,Quo vadis?\n";
    let contents = import(table, &Reading::default()).expect("it has a header");
    let lines: Vec<u64> = contents.problems.iter().map(|fault| fault.line).collect();
    assert_eq!((contents.lines, lines), (vec![2, 6], vec![3, 4, 5]));
}
