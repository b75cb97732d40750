//! Alignments as files: what is written reads back, and what is mended is taken as it stands.

use std::path::Path;

use hamta::align::{Alignment, Row};
use hamta::exchange::alignment::{Page, Table, read};
use hamta::text::Lang;
use hamta::unit::Method;
use proptest::prelude::*;

use crate::documents::hostile::archive;
use crate::fixing::units::WORKBOOK;

fn row(persian: &str, english: &str, confidence: Option<f64>) -> Row {
    Row {
        persian: persian.to_owned(),
        english: english.to_owned(),
        confidence,
        spans: [None, None],
    }
}

fn weather(source_lang: Lang) -> Alignment {
    Alignment {
        name: "weather.fa.txt".to_owned(),
        source_lang,
        rows: vec![
            row("باران آمد. باد هم آمد.", "Rain fell, and wind \"blew\".", Some(0.91)),
            row("برف می‌بارد.", "", Some(0.5)),
            row("هوا سرد است.", "It is cold.", None),
            row("\"۱۲\"", "12", Some(0.3)),
        ],
    }
}

fn table(alignments: &[Alignment], least: f64) -> String {
    let mut bytes = Vec::new();
    let mut table = Table::start(&mut bytes, Path::new("x.tsv"));
    for alignment in alignments {
        table.write(alignment, least).expect("there is room");
    }
    table.finish().expect("there is room");
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn a_table_reads_back() {
    for lang in Lang::ALL {
        let written = table(&[weather(lang)], 0.0);
        let contents = read(written.as_bytes(), Path::new("x.tsv")).expect("it is a table");
        assert_eq!(contents.problems.told(), []);
        assert_eq!(contents.alignments, [weather(lang)]);
    }
}

#[test]
fn a_text_with_many_names_in_their_own_letters_reads_back() {
    let mut alignment = weather(Lang::Persian);
    alignment.rows = vec![
        row("گروه Northern Sky Rising با Silver Lake", "Northern Sky", Some(0.5)),
        row("Northern Sky", "Northern Sky", Some(0.5)),
        row("Northern Sky", "", Some(0.5)),
    ];
    let written = table(&[alignment.clone()], 0.0);
    let contents = read(written.as_bytes(), Path::new("x.tsv")).expect("it is a table");
    assert_eq!(contents.problems.told(), []);
    let rows = contents.alignments.iter().map(|alignment| &alignment.rows);
    assert_eq!(rows.collect::<Vec<_>>(), [&alignment.rows]);
}

#[test]
fn the_source_language_stands_first() {
    let written = table(&[weather(Lang::English)], 0.6);
    assert_eq!(
        written,
        "confidence\ten\tfa\tarticle\n\
         0.91\t\"Rain fell, and wind \"\"blew\"\".\"\tباران آمد. باد هم آمد.\tweather.fa.txt\n\
         \tIt is cold.\tهوا سرد است.\tweather.fa.txt\n"
    );
}

#[test]
fn an_empty_table_has_a_header() {
    assert_eq!(table(&[], 0.0), "confidence\tfa\ten\tarticle\n");
}

#[test]
fn what_is_wrong_is_told_by_line_and_the_rest_is_taken() {
    let mended = "Confidence,EN,FA\n\
        0.9,Rain fell.,باران آمد.\n\
        1.5,It is cold.,هوا سرد است.\n\
        ,باد آمد.,It is warm.\n\
        0.8,It is\0hot.,هوا داغ است.\n\
        \"0,5\",It is warm.,هوا گرم است.\n\
        0.9,#REF!,\n\
        ,رئیس CNN گفت,او رفت.\n\
        0.9,It rains,باران می‌بارد, هنوز\n";
    let contents = read(mended.as_bytes(), Path::new("mended.csv")).expect("it is a table");
    let problems: Vec<String> = contents.problems.lines().collect();
    assert_eq!(
        problems,
        [
            "mended.csv:3: “1.5” is no confidence from 0 to 1",
            "mended.csv:4: English text in the column fa",
            "mended.csv:5: U+0000, which no text has",
            "mended.csv:7: #REF!, where a formula of the spreadsheet fails",
            "mended.csv:8: Persian text in the column en",
            "mended.csv:9: the row has 4 cells, the header 3; is a “,” not in quotation marks?",
        ]
    );
    let [alignment] = contents.alignments.as_slice() else {
        panic!("{:?}", contents.alignments);
    };
    assert_eq!((alignment.name.as_str(), alignment.source_lang), ("mended.csv", Lang::English));
    assert_eq!(
        alignment.rows,
        [row("باران آمد.", "Rain fell.", Some(0.9)), row("هوا گرم است.", "It is warm.", Some(0.5)),]
    );
}

#[test]
fn a_workbook_is_a_table_too() {
    let parts = WORKBOOK.map(|(name, xml)| (name.to_owned(), xml.as_bytes().to_vec()));
    let contents = read(&archive(&parts), Path::new("mended.xlsx")).expect("it is a table");
    let [alignment] = contents.alignments.as_slice() else {
        panic!("{:?}", contents.alignments);
    };
    let first = row("وونسان", "Vonsan is far. Very far.", None);
    assert_eq!(alignment.rows.first(), Some(&first));
}

/// An error of a formula is one of its row, whether the reader of spreadsheets knows it or not.
#[test]
fn an_error_in_a_workbook_is_one_of_its_row() {
    for error in ["#N/A", "#SPILL!", "#GETTING_DATA", "#FIELD!"] {
        let parts = WORKBOOK.map(|(name, xml)| {
            let own = "<c r='B4' t='s'><v>4</v></c>";
            // The cell after it does not say its place.
            let failed =
                format!("<c t='e'><f>C2#</f><v>{error}</v></c><c t='e'><v>{error}</v></c>");
            (name.to_owned(), xml.replace(own, &failed).into_bytes())
        });
        let contents = read(&archive(&parts), Path::new("mended.xlsx")).expect("it is a table");
        let problems: Vec<String> = contents.problems.lines().collect();
        let failed = format!("mended.xlsx:4: {error}, where a formula of the spreadsheet fails");
        assert_eq!(problems, [failed]);
        assert_eq!(contents.alignments[0].rows.len(), 3, "{error}");
    }
}

#[test]
fn a_table_without_its_columns_says_what_it_has() {
    let error = read("persian\tenglish\n".as_bytes(), Path::new("x.tsv")).expect_err("no columns");
    assert_eq!(
        error.to_string(),
        "x.tsv:1: the first row must name the columns fa and en; it is “persian | english”"
    );
    assert!(read(b"", Path::new("x.tsv")).is_err());
}

#[test]
fn pairs_become_units_with_the_segments_beside_them() {
    let units = weather(Lang::Persian).units(0.4, Method::Aligned, None);
    let [rain, cold] = units.as_slice() else {
        panic!("{units:?}");
    };
    assert_eq!(rain.persian.previous, None);
    assert_eq!(rain.persian.next.as_deref(), Some("برف می‌بارد."));
    assert_eq!(rain.english.next.as_deref(), Some("It is cold."));
    assert_eq!(cold.persian.previous.as_deref(), Some("برف می‌بارد."));
    assert_eq!(cold.english.previous.as_deref(), Some("Rain fell, and wind \"blew\"."));
    assert_eq!(
        (cold.origin.name.as_str(), cold.origin.method),
        ("weather.fa.txt", Method::Aligned)
    );
    let sure = weather(Lang::Persian).units(0.0, Method::Human, None);
    assert_eq!(sure.len(), 3);
    assert_eq!(sure[1].persian.next.as_deref(), Some("\"۱۲\""));
    let after_two = &weather(Lang::Persian).units(0.0, Method::Human, None)[1];
    assert_eq!(after_two.english.next.as_deref(), Some("12"));
}

#[test]
fn a_page_shows_every_row_and_runs_nothing() {
    let mut alignment = weather(Lang::Persian);
    alignment.name = "<script>&.txt".to_owned();
    alignment.rows[0].english = "a < b & \"c\" <img onerror=x>".to_owned();
    let mut bytes = Vec::new();
    let mut page = Page::start(&mut bytes, Path::new("x.html")).expect("there is room");
    page.write(&alignment, 0.0).expect("there is room");
    page.finish().expect("there is room");
    let page = String::from_utf8(bytes).expect("it is UTF-8");
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("&lt;script&gt;&amp;.txt") && !page.contains("<script"));
    assert!(page.contains("a &lt; b &amp;") && !page.contains("<img"));
    assert!(!page.contains("http"), "it needs nothing else");
    let classes = [
        "<tr><th>0.91",
        "<tr class=\"alone\"><th>0.50",
        "<tr><th></th>",
        "<tr class=\"doubtful\"><th>0.30",
    ];
    let places: Vec<_> = classes.iter().map(|class| page.find(class)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{page}");
    assert_eq!(page.matches("lang=\"fa\" dir=\"rtl\"").count(), 4);
}

proptest! {
    #[test]
    fn no_file_breaks_the_reader(bytes in any::<Vec<u8>>(), rows in "([\\PC\t|\n\"]|fa|کیف|0.5){0,60}") {
        let _ = read(bytes.as_slice(), Path::new("x.tsv"));
        let _ = read(format!("fa\ten\tconfidence\n{rows}").as_bytes(), Path::new("x.tsv"));
    }

    #[test]
    fn any_text_reads_back(persian in "[ابپ \"\t,۱۲]{0,12}", english in "[abc \"\t,12]{0,12}", hundredths in 0_u8..=100) {
        let confidence = f64::from(hundredths) / 100.0;
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let alignment = Alignment {
            name: "a b.txt".to_owned(),
            source_lang: Lang::Persian,
            rows: vec![row(&squeeze(&persian), &squeeze(&english), Some(confidence))],
        };
        let written = table(std::slice::from_ref(&alignment), 0.0);
        let contents = read(written.as_bytes(), Path::new("x.tsv")).expect("it is a table");
        prop_assert_eq!(contents.problems.told(), []);
        prop_assert_eq!(&contents.alignments, &[alignment]);
    }
}
