//! Files of units are mended where the letters stand: tags, escapes, line ends and all else stay, byte for byte.

use encoding_rs::WINDOWS_1256;

use super::{check, fs, mended, text};
use crate::documents::hostile::archive;
use crate::documents::members;

/// What is written in a file of text: each of `changes`, whose old text stands there once.
#[track_caller]
fn mends(name: &str, file: &str, changes: &[(&str, &str)], says: &[&str]) {
    let mut expected = file.to_owned();
    for (old, new) in changes {
        assert_eq!(expected.matches(old).count(), 1, "{old}");
        expected = expected.replace(old, new);
    }
    let (found, said) = mended(name, file.as_bytes());
    assert_eq!(String::from_utf8(found).expect("it is UTF-8"), expected);
    for says in says {
        assert!(said.contains(says), "{says}: {said}");
    }
}

const TMX: &str = "\u{FEFF}<?xml version='1.0'?>\r\n<!-- Vonsan -->
<tmx version='1.4'><header srclang='fa'/><body>\r
<tu tuid='Vonsan'><note>Vonsan</note><tuv xml:lang='fa'><seg>او با &lt;قطار&gt; به وونسان رفت.</seg></tuv>
  <tuv xml:lang='en'><prop type='x'>Vonsan</prop><seg>
    He went to <ph x='1'>Vonsan</ph>Von<hi>san</hi> &amp; on
\t to <![CDATA[Vonsan's port]]> &#x2014; by train.</seg></tuv></tu>
<tu srclang='en'><tuv xml:lang='en'><seg>It will be.</seg></tuv><tuv xml:lang='fa'><seg>می شود.</seg></tuv></tu>
</body></tmx>";

#[test]
fn tmx_keeps_its_tags_and_all_that_it_says_elsewhere() {
    mends(
        "t.tmx",
        TMX,
        &[("</ph>Von<hi>", "</ph>Won<hi>"), ("[Vonsan's", "[Wonsan's"), ("می شود", "می‌شود")],
        &["--- a/t.tmx", "@@ -3,7 +3,7 @@", "t.tmx: fixed: 3"],
    );
}

#[test]
fn words_beside_a_line_break_are_mended() {
    mends(
        "t.tmx",
        "<tmx version='1.4'><header srclang='fa'/><body><tu><tuv xml:lang='fa'><seg>او به وونسان رفت و در وونسان ماند.</seg></tuv>\
         <tuv xml:lang='en'><seg>He went<ph type='lb'/>to Vonsan<ph>&lt;br/></ph>and stayed in Vonsan.</seg></tuv></tu></body></tmx>",
        &[("to Vonsan<", "to Wonsan<"), ("in Vonsan", "in Wonsan")],
        &["t.tmx: fixed: 2"],
    );
}

#[test]
fn what_several_units_of_tmx_share_is_mended_once() {
    mends(
        "t.tmx",
        "<tmx version='1.4'><header srclang='fa'/><body><tu><tuv xml:lang='fa'><seg>وونسان دور است.</seg></tuv>\
         <tuv xml:lang='fa-AF'><seg>وونسان دور بود.</seg></tuv><tuv xml:lang='en'><seg>Vonsan is far.</seg></tuv></tu></body></tmx>",
        &[("Vonsan", "Wonsan")],
        &["t.tmx: fixed: 1"],
    );
}

#[test]
fn xliff_keeps_its_tags_its_states_and_its_offers() {
    let units = "<trans-unit id='Vonsan'><source>او به وونسان رفت.</source>
      <target state='final'><g id='1'>Vo</g>nsan <mrk mtype='x'>is where</mrk> he went: <ph id='2'>Vonsan</ph>.</target>
      <alt-trans><target>Vonsan</target></alt-trans><note>Vonsan</note></trans-unit>";
    let one = format!(
        "<xliff version='1.2'><file source-language='fa' target-language='en'><body>\r\n{units}</body></file></xliff>\n"
    );
    mends("t.xlf", &one, &[("'1'>Vo<", "'1'>Wo<")], &["t.xlf: fixed: 1"]);
    let divided = one.replace("</source>", "</source><seg-source><mrk mtype='seg' mid='1'>او رفت.</mrk><mrk mtype='seg' mid='2'>به وونسان.</mrk></seg-source>").replace("<mrk mtype='x'>is where</mrk>", "<mrk mtype='seg' mid='2'>To Vonsan.</mrk><mrk mtype='seg' mid='1'>He went.</mrk>");
    mends("t.xlf", &divided, &[("To Vonsan", "To Wonsan")], &["t.xlf: fixed: 1"]);
    let lines = one
        .replace("<body>", "<body xml:space='preserve'>")
        .replace("<mrk mtype='x'>is where</mrk> he", "is where\r\n\r\nhe &amp; we");
    let deleted =
        "<mrk mtype='x-sdl-deleted'>Vonsan, or</mrk>\n<mrk mtype='x-sdl-added'>Vonsan,\r\n</mrk>";
    mends(
        "t.xlf",
        &lines.replace("<g id='1'>Vo</g>nsan ", deleted),
        &[("added'>Vonsan", "added'>Wonsan")],
        &["t.xlf: fixed: 1"],
    );
    let two = "<xliff version='2.1' srcLang='en' trgLang='fa'><file id='f'><unit id='u'>
<segment id='a'><source>It will be.</source><target>می <pc id='1'>شود</pc>.</target></segment>
<segment id='b' state='reviewed'><source>It was.</source><target>&quot;كتاب&quot; بود.</target></segment></unit></file></xliff>";
    mends("t.xliff", two, &[("می <pc", "می\u{200C}<pc"), ("كتاب", "کتاب")], &["t.xliff: fixed: 2"]);
}

const PO: &str = "# Vonsan\nmsgid \"\"\nmsgstr \"Language: en\\n\"\n\n#: Vonsan.c\nmsgctxt \"Vonsan\"\nmsgid \"\"\n\"او به وونسان رفت.\\n\"\nmsgstr \"\"\n\
    \"He \\\"went\\\" to\\tVon\"\r\n  \"san.\\n\"\n\nmsgid \"وونسان\"\nmsgid_plural \"وونسان‌ها\"\nmsgstr[0] \"Wonsan\"\nmsgstr[1] \"\\126onsan, Vonsan\"\n\
    #~ msgid \"a\"\n#~ msgstr \"Vonsan\"";

#[test]
fn po_keeps_its_line_ends_and_escapes() {
    mends(
        "t.po",
        PO,
        &[("tVon\"", "tWon\""), (", Vonsan", ", Wonsan")],
        &["t.po: fixed: 2", "t.po: not fixed, since more than letters would change: 1"],
    );
}

#[test]
fn tables_keep_their_quotation_marks_and_other_cells() {
    mends(
        "t.tsv",
        "note\tfa\ten\tby\r\nVonsan\tاو از وونسان گفت.\t\"He said \"\"Vonsan\"\"\"\r\n\r\n\"a\nb\"\tوونسان\t Vonsan is far. \tVonsan\n",
        &[("\"\"Vonsan", "\"\"Wonsan"), (" Vonsan is", " Wonsan is")],
        &["t.tsv: fixed: 2"],
    );
    mends(
        "t.csv",
        "sep=;\nsource;target\nIt will be;می شود\n",
        &[("می شود", "می‌شود")],
        &["t.csv: fixed: 1"],
    );
}

#[test]
fn a_file_keeps_its_encoding() {
    let file = "fa,en\nاو به وونسان رفت,He went to Vonsan\nاو از کي\u{200C}يف برگشت,He came back from Kiev\nاو رفت و برگشت,He went and came back\n";
    let (bytes, _, _) = WINDOWS_1256.encode(file);
    let (found, _) = mended("t.csv", &bytes);
    let expected = file.replace("Vonsan", "Wonsan").replace("Kiev", "Kyiv");
    assert_eq!(WINDOWS_1256.decode(&found).0, expected);
    let utf16 = |text: &str| -> Vec<u8> {
        let marked = format!("\u{FEFF}{text}");
        marked.encode_utf16().flat_map(u16::to_be_bytes).collect()
    };
    let tmx = TMX
        .trim_start_matches('\u{FEFF}')
        .replace("version='1.0'", "version='1.0' encoding='UTF-16'");
    let (found, _) = mended("t.tmx", &utf16(&tmx));
    let expected = tmx
        .replace("</ph>Von<hi>", "</ph>Won<hi>")
        .replace("[Vonsan's", "[Wonsan's")
        .replace("می شود", "می‌شود");
    assert_eq!(found, utf16(&expected));
}

pub(crate) const WORKBOOK: [(&str, &str); 5] = [
    (
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>\
         </Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
         xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>\
         <sheets><sheet name='Vonsan' sheetId='1' r:id='r1'/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>\
         <Relationship Id='r2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/>\
         </Relationships>",
    ),
    (
        "xl/sharedStrings.xml",
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>fa</t></si><si><t>en</t></si>\
         <si><t>وونسان</t></si><si><t>Vonsan is far.\nVery far.</t></si>\
         <si><r><t>Von</t></r><r><rPr><b/></rPr><t>san</t></r></si></sst>",
    ),
    (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>\
         <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>\
         <row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' s='7' t='s'><v>3</v></c><c r='C2' t='s'><v>3</v></c></row>\
         <row r='4'><c r='A4' t='s'><v>2</v></c><c r='B4' t='s'><v>4</v></c></row>\
         <row r='5'><c r='A5' t='s'><v>2</v></c><c r='B5' t='str'><f>C2</f><v>Vonsan</v></c></row>\
         <row r='6'><c r='A6' t='s'><v>2</v></c><c r='B6' t='inlineStr'><is><t>To Vonsan</t></is></c></row>\
         </sheetData></worksheet>",
    ),
];

#[test]
fn a_workbook_keeps_formats_formulas_and_all_other_cells() {
    let parts = WORKBOOK.map(|(name, xml)| (name.to_owned(), xml.as_bytes().to_vec()));
    let (found, said) = mended("t.xlsx", &archive(&parts));
    let cell = |name: &str, style: &str, text: &str| {
        format!(
            "<c r=\"{name}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        )
    };
    let expected = WORKBOOK[4]
        .1
        .replace(
            "<c r='B2' s='7' t='s'><v>3</v></c>",
            &cell("B2", " s=\"7\"", "Wonsan is far.&#10;Very far."),
        )
        .replace(
            "<c r='B6' t='inlineStr'><is><t>To Vonsan</t></is></c>",
            &cell("B6", "", "To Wonsan"),
        );
    for ((name, bytes), (_, old)) in members(&found).into_iter().zip(&parts) {
        match name.as_str() {
            "xl/worksheets/sheet1.xml" => assert_eq!(text(&bytes), expected),
            name => assert_eq!(&bytes, old, "{name}"),
        }
    }
    for says in [
        "@@ -1,6 +1,6 @@\n \n-Vonsan is far. Very far.\n+Wonsan is far. Very far.\n \n Vonsan\n",
        "t.xlsx: fixed: 2",
        "t.xlsx: not fixed, since more than letters would change: 2",
    ] {
        assert!(said.contains(says), "{says}: {said}");
    }
}

/// A spreadsheet of LibreOffice with one unit, in which a fix is safe.
fn ods() -> Vec<u8> {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row =
        |fa: &str, en: &str| format!("<table:table-row>{}{}</table:table-row>", cell(fa), cell(en));
    let content = format!(
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>\
         <office:body><office:spreadsheet><table:table table:name='a'>{}{}</table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        row("fa", "en"),
        row("وونسان", "Vonsan")
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let parts = [("mimetype", kind), ("content.xml", content.as_str())];
    archive(&parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())))
}

#[test]
fn what_is_only_read_is_refused_and_what_does_not_count_is_left() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = |name: &str| folder.path().join(name);
    let file = ods();
    fs::write(path("t.ods"), &file).expect("it can be written");
    fs::write(path("t.po"), PO).expect("it can be written");
    let run = |args: &[&str]| check(folder.path(), args).output().expect("it runs");
    let off = "forbidden-term=off,name-variant=off";
    let output = run(&["t.po", "--fix", "--rule", off]);
    assert!(!text(&output.stderr).contains("fixed"));
    assert_eq!(fs::read_to_string(path("t.po")).expect("it is there"), PO);
    let output = run(&["t.ods", "t.po", "--fix"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("hamta: t.ods: ODS is read, not written; save it as .xlsx\n"), "{said}");
    assert!(said.contains("hamta: t.po: fixed: 2\n"), "{said}");
    assert_eq!(fs::read(path("t.ods")).expect("it is there"), file);
}
