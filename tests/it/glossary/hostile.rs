//! Files that are broken, cut off or made to do harm: each is refused in one clear line, or read as far as it goes.

use std::io::{Cursor, Write};
use std::path::Path;

use hamta::exchange::glossary::{Contents, FaultKind, Reading, Table, read_as};
use proptest::prelude::{any, proptest};
use zip::write::{SimpleFileOptions, ZipWriter};

fn import(bytes: &[u8], table: Table) -> Result<Contents, String> {
    let read = read_as(bytes, table, &Reading::default(), Path::new("x"));
    read.map_err(|error| error.to_string())
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/glossary");
    std::fs::read(folder.join(name)).expect("the file is there")
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a vector takes everything");
        writer.write_all(bytes).expect("a vector takes everything");
    }
    writer.finish().expect("a vector takes everything").into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"a\">{rows}</table:table></office:document-content>"
    );
    archive(&[("content.xml", content.as_bytes())])
}

const BOOKS: [(&str, Table); 3] =
    [("people.xlsx", Table::Xlsx), ("people.ods", Table::Ods), ("people.xls", Table::Xls)];

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for (name, table) in BOOKS {
        let whole = fixture(name);
        for part in 1..16 {
            let cut = &whole[..whole.len() * part / 16];
            assert!(import(cut, table).is_err(), "{name}, {part} of 16");
        }
    }
    let tbx = fixture("dca.tbx");
    let cut = import(&tbx[..tbx.len() - 10], Table::Tbx).expect_err("it is cut off");
    assert!(cut.contains("cut off") || cut.contains("not well-formed"), "{cut}");
    assert_eq!(
        import("fa,en,note\nاسلو,Oslo,\"a note\nthat never ends\n".as_bytes(), Table::Csv)
            .expect_err("it is cut off"),
        "x:2: a quotation mark that is not closed"
    );
}

#[test]
fn a_file_under_a_wrong_name_is_refused() {
    for (name, _) in BOOKS {
        for table in [Table::Tbx, Table::Xlsx, Table::Xls, Table::Ods] {
            let is_own = BOOKS.contains(&(name, table));
            assert_eq!(import(&fixture(name), table).is_ok(), is_own, "{name} as {table:?}");
        }
    }
}

#[test]
fn a_workbook_that_is_named_as_a_text_says_what_it_is() {
    for (name, said) in [
        (
            "people.xlsx",
            "x: no text, but a spreadsheet of Excel or LibreOffice; name it .xlsx or .ods",
        ),
        ("people.xls", "x: no text, but a spreadsheet of Excel 97 to 2003; name it .xls"),
    ] {
        assert_eq!(import(&fixture(name), Table::Csv).expect_err("it is no text"), said);
    }
}

#[test]
fn a_zero_byte_that_went_astray_makes_no_other_encoding() {
    let contents = import("fa,en\nاسلو,Os\0lo\n".as_bytes(), Table::Csv).expect("it is UTF-8");
    assert_eq!(contents.remarks, [""; 0]);
    assert_eq!(contents.problems[0].kind, FaultKind::StrayCharacter);
}

#[test]
fn a_bomb_is_found_before_it_goes_off() {
    let spaces = vec![b' '; 8 * 1024 * 1024];
    let bomb = archive(&[("xl/media/0", &spaces)]);
    let mut writer = ZipWriter::new_append(Cursor::new(bomb)).expect("it is an archive");
    for i in 1..=32 {
        writer
            .deep_copy_file("xl/media/0", &format!("xl/media/{i}"))
            .expect("a vector takes everything");
    }
    let bomb = writer.finish().expect("a vector takes everything").into_inner();
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(
        import(&bomb, Table::Xlsx).expect_err("it is a bomb"),
        "x: a spreadsheet that is larger than 256 MiB when it is unpacked"
    );
}

/// The number of the column of such a cell is more than 32 bits hold.
#[test]
fn a_cell_beyond_all_columns_is_not_believed() {
    let types = r#"<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
    let root = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let workbook = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let sheets = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let cell =
        |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = [
        cell("A1", "fa") + &cell("B1", "en"),
        cell("A2", "اسلو") + &cell("B2", "Oslo"),
        cell("A3", "کی‌یف") + &cell("B3", "Kyiv") + &cell("ZZZZZZZZZZZZZZ3", "far"),
    ];
    let rows = rows.map(|cells| format!("<row>{cells}</row>")).concat();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", sheets.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    let contents = import(&archive(&parts), Table::Xlsx).expect("it is a workbook");
    let forms = contents.entries.iter().map(|entry| entry.persian[0].text.as_str());
    assert_eq!(forms.collect::<Vec<_>>(), ["اسلو"]);
    let problems = contents.problems.iter().map(ToString::to_string);
    assert_eq!(problems.collect::<Vec<_>>(), ["x:3: more than 256 columns"]);
}

#[test]
fn repeated_cells_are_not_believed() {
    let cell = "<table:table-cell table:number-columns-repeated=\"4000000000\"><text:p>fa</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"4000000000\">{cell}</table:table-row>"
    );
    assert!(import(&ods(&row), Table::Ods).is_err());
    let row = "<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell><text:p>fa</text:p></table:table-cell></table:table-row>";
    assert_eq!(
        import(&ods(row), Table::Ods).expect_err("too often"),
        "x:1: a row that says it stands there 4000000000 times"
    );
}

#[test]
fn a_tbx_bomb_is_not_expanded() {
    let bomb = "<!DOCTYPE martif [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><martif><text><body><termEntry><langSet xml:lang='fa'><tig><term>&b;</term></tig></langSet></termEntry></body></text></martif>";
    let contents = import(bomb.as_bytes(), Table::Tbx).expect("the rest is read");
    assert_eq!(contents.problems[0].to_string(), "x:1: entity `&b;` is not expanded");
    let deep = format!("<martif>{}", "<a>".repeat(100_000));
    assert_eq!(
        import(deep.as_bytes(), Table::Tbx).expect_err("it is too deep"),
        "x:1: elements nested more than 64 deep"
    );
}

#[test]
fn a_huge_cell_is_a_fault_of_its_row() {
    let table = format!("fa,en\nاسلو,{}\nریگا,Riga\n", "a".repeat(1024 * 1024));
    let contents = import(table.as_bytes(), Table::Csv).expect("it has a header");
    assert_eq!(contents.problems[0].to_string(), "x:2: a cell longer than 64 KiB");
    assert_eq!(contents.entries.len(), 1);
}

#[test]
fn a_broken_byte_is_a_fault_of_its_row() {
    let mut table = "fa,en\nاسلو,Oslo\nریگا,Riga\n".as_bytes().to_vec();
    table.insert(table.len() - 2, 0xFF);
    let contents = import(&table, Table::Csv).expect("it has a header");
    assert_eq!(contents.problems[0].to_string(), "x:3: not UTF-8");
    assert_eq!(contents.entries.len(), 1);
}

proptest! {
    #[test]
    fn no_bytes_break_a_reader(bytes in any::<Vec<u8>>()) {
        for table in [Table::Tsv, Table::Csv, Table::Xlsx, Table::Xls, Table::Ods, Table::Tbx] {
            let _ = import(&bytes, table);
        }
    }

    #[test]
    fn no_damage_breaks_a_reader(book in 0..3_usize, at in any::<proptest::sample::Index>(), byte in any::<u8>(), more in any::<[u8; 4]>()) {
        let (name, table) = BOOKS[book];
        let mut bytes = fixture(name);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = import(&bytes, table);
        for (place, byte) in bytes[at..].iter_mut().zip(more) {
            *place = byte;
        }
        let _ = import(&bytes, table);
    }

    #[test]
    fn no_rows_break_the_table(rows in "([\\PC\",;\t\n]|fa|en|preferred|city|کیف|\\|){0,60}") {
        let _ = import(format!("fa,en,kind,status\n{rows}").as_bytes(), Table::Csv);
        let _ = import(rows.as_bytes(), Table::Csv);
    }
}
