//! Translations put into files that lack them: they are read back, and all else is as it was.

use std::path::Path;

use hamta::exchange::bilingual::{Contents, Filling, Format, fill, read};
use hamta::text::Lang;
use hamta::unit::{Side, TranslationUnit};
use proptest::prelude::*;

use super::fixtures::files;
use super::xliff;
use crate::carry::tagged;
use crate::documents::hostile::archive;
use crate::documents::members;
use crate::fixing::units::WORKBOOK;

fn contents(file: &[u8], path: &Path) -> Option<Contents> {
    let format = Format::of(path).expect("it is a format of units");
    read(file, format, path).expect("it can be read")
}

fn filling(target: &str, is_sure: bool) -> Filling {
    Filling { target: target.into(), is_sure, was: "was \"so\"".to_owned() }
}

/// The file with `target` in the place of every translation that is missing, and the units that could not be filled.
fn filled(name: &str, file: &[u8], target: &str, is_sure: bool) -> (Vec<u8>, Vec<usize>) {
    let path = Path::new(name);
    let contents = contents(file, path).expect("it has units");
    let format = Format::of(path).expect("it is a format of units");
    let fillings: Vec<_> = contents
        .units
        .iter()
        .map(|unit| unit.is_open().then(|| filling(target, is_sure)))
        .collect();
    let filled = fill(file, format, &contents, &fillings, path).expect("it can be filled");
    (filled.file, filled.left)
}

#[track_caller]
fn check(name: &str, file: &str, is_sure: bool, expected: &str) {
    let (file, _) = filled(name, file.as_bytes(), "یک \"دو\" & سه", is_sure);
    assert_eq!(String::from_utf8(file).expect("it is UTF-8"), expected);
}

/// The files of all folders that can be filled.
fn fillable() -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let all = ["po", "xliff", "tables"].into_iter().flat_map(files);
    let is_fillable = |(path, file): &(std::path::PathBuf, Vec<u8>)| {
        Format::of(path) != Some(Format::Ods) && contents(file, path).is_some()
    };
    all.filter(is_fillable).collect()
}

#[test]
fn nothing_to_fill_in_changes_nothing() {
    for (path, file) in fillable() {
        let contents = contents(&file, &path).expect("it has units");
        let format = Format::of(&path).expect("it is a format of units");
        let fillings = vec![None; contents.units.len()];
        let same = fill(&file, format, &contents, &fillings, &path).expect("it can be filled");
        if format == Format::Xlsx {
            let again = self::contents(&same.file, &path).expect("it has units");
            assert_eq!(again.units, contents.units);
        } else {
            assert!(same.file == file, "{}", path.display());
        }
    }
}

#[test]
fn what_is_filled_in_is_read_back_and_all_else_is_as_it_was() {
    for (path, file) in fillable() {
        let name = path.to_string_lossy();
        let before = contents(&file, &path).expect("it has units");
        let (file, left) = filled(&name, &file, "پاسخ، دو", true);
        let after = contents(&file, &path).expect("it has units");
        assert_eq!(after.problems.len(), before.problems.len(), "{name}");
        assert_eq!(after.units.len(), before.units.len(), "{name}");
        for (at, (new, old)) in after.units.iter().zip(&before.units).enumerate() {
            assert_eq!(
                (&new.source, &new.id, &new.notes),
                (&old.source, &old.id, &old.notes),
                "{name}"
            );
            if old.is_open() && !left.contains(&at) {
                assert_eq!(new.target.trim(), "پاسخ، دو", "{name}");
            } else {
                assert_eq!(new.target, old.target, "{name}");
                // Segments of one unit of XLIFF 1.2 have one state.
                let is_segment = new.id.as_ref().is_some_and(|id| id.contains('/'));
                let state = if is_segment { new.state.min(old.state) } else { old.state };
                assert_eq!(new.state, state, "{name}");
            }
        }
    }
}

#[test]
fn po_says_what_is_fuzzy_and_what_it_was() {
    let head = "msgid \"\"\nmsgstr \"Language: fa\\n\"\n\n";
    let file = format!(
        "{head}# keep\n#: a.c:1\n#, c-format\nmsgctxt \"x\"\nmsgid \"One\\n\"\nmsgstr \"\"\n\n\
         msgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n\n\
         msgid \"Half\"\nmsgid_plural \"Halves\"\nmsgstr[0] \"نیم\"\nmsgstr[1] \"\"\n\n#~ msgid \"Gone\"\n#~ msgstr \"\""
    );
    let text = r#""یک \"دو\" & سه"#;
    check(
        "t.po",
        &file,
        false,
        &format!(
            "{head}# keep\n#: a.c:1\n#, fuzzy, c-format\n#| msgid \"was \\\"so\\\"\"\nmsgctxt \"x\"\nmsgid \"One\\n\"\nmsgstr {text}\\n\"\n\n\
             #, fuzzy\n#| msgid \"was \\\"so\\\"\"\n#| msgid_plural \"was \\\"so\\\"\"\nmsgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] {text}\"\nmsgstr[1] {text}\"\n\n\
             msgid \"Half\"\nmsgid_plural \"Halves\"\nmsgstr[0] \"نیم\"\nmsgstr[1] \"\"\n\n#~ msgid \"Gone\"\n#~ msgstr \"\""
        ),
    );
    let stale =
        format!("{head}#, fuzzy\n#| msgid \"Old\"\n#| \" text\"\nmsgid \"a\"\nmsgstr \"\"\n");
    let fresh =
        format!("{head}#, fuzzy\n#| msgid \"was \\\"so\\\"\"\nmsgid \"a\"\nmsgstr {text}\"\n");
    check("t.po", &stale, false, &fresh);
    let sure = format!("{head}msgid \"a\"\nmsgstr \"\"");
    check("t.po", &sure, true, &format!("{head}msgid \"a\"\nmsgstr {text}\""));
}

#[test]
fn po_texts_of_several_lines_have_a_line_for_each() {
    let file = b"msgid \"\"\r\n\"a\\n\"\r\n\"b\"\r\nmsgstr \"\"\r\n\"\"\r\n";
    let (file, _) = filled("t.po", file, "یک\nدو\t\\", true);
    let expected =
        "msgid \"\"\r\n\"a\\n\"\r\n\"b\"\r\nmsgstr \"\"\r\n\"یک\\n\"\r\n\"دو\\t\\\\\"\r\n";
    assert_eq!(String::from_utf8(file).expect("it is UTF-8"), expected);
}

#[test]
fn xliff_1_has_its_targets_after_the_source() {
    let text = "یک \"دو\" &amp; سه";
    check(
        "t.xlf",
        &xliff(
            "<trans-unit id='1'>\n  <source>آ</source>\n  <note>n</note>\n</trans-unit><trans-unit id='2'><source>ب</source><target xml:lang='en' state='new' /></trans-unit>",
        ),
        false,
        &xliff(&format!(
            "<trans-unit id='1'>\n  <source>آ</source>\n  <target state=\"needs-review-translation\">{text}</target>\n  <note>n</note>\n</trans-unit><trans-unit id='2'><source>ب</source><target xml:lang='en' state=\"needs-review-translation\">{text}</target></trans-unit>"
        )),
    );
}

/// Nobody has approved what a program has put in.
#[test]
fn what_is_to_be_looked_at_in_xliff_1_is_not_approved() {
    let unit = |approved: &str, inside: &str| {
        xliff(&format!(
            "<trans-unit id='1'{approved} xml:space='default'><source>آ</source>{inside}</trans-unit>"
        ))
    };
    let approved = " approved='yes'";
    let text = "یک \"دو\" &amp; سه";
    let put = |state: &str| format!("<target state=\"{state}\">{text}</target>");
    let empty = unit(approved, "<target/>");
    let sure = unit(approved, &put("translated"));
    check("t.xlf", &empty, true, &sure);
    let unsure = unit("", &put("needs-review-translation"));
    check("t.xlf", &empty, false, &unsure);
}

#[test]
fn xliff_tags_around_a_source_stand_around_its_translation() {
    let text = "یک \"دو\" &amp; سه";
    check(
        "t.xlf",
        &xliff(
            "<trans-unit id='1'><source><g id='1'><bpt id='2'>&lt;b></bpt> آ ب</g><x id='3'/></source><target>\n</target></trans-unit>",
        ),
        true,
        &xliff(&format!(
            "<trans-unit id='1'><source><g id='1'><bpt id='2'>&lt;b></bpt> آ ب</g><x id='3'/></source><target state=\"translated\"><g id='1'><bpt id='2'>&lt;b></bpt> {text}</g><x id='3'/></target></trans-unit>"
        )),
    );
    // Those in the middle are not in the filling: somebody is to look at it.
    check(
        "t.xlf",
        &xliff("<trans-unit id='1'><source>آ <g id='1'>ب</g></source></trans-unit>"),
        true,
        &xliff(&format!(
            "<trans-unit id='1'><source>آ <g id='1'>ب</g></source><target state=\"needs-review-translation\">{text}</target></trans-unit>"
        )),
    );
}

/// Trados Studio keeps what was deleted while it tracks changes.
#[test]
fn what_was_deleted_in_a_source_is_no_part_of_its_translation() {
    for (source, expected) in [
        ("<mrk mtype='x-sdl-deleted'>Old </mrk>A", "پ"),
        ("A<mrk mtype='x-sdl-deleted'><x id='2'/> old</mrk>", "پ"),
        (
            "<g id='1'><mrk mtype='x-sdl-deleted'>Old <mrk mtype='x'>B</mrk></mrk> \
             <mrk mtype='x-sdl-added'>A</mrk></g><mrk mtype='x-sdl-deleted'>.</mrk>",
            "<g id='1'> <mrk mtype='x-sdl-added'>پ</mrk></g>",
        ),
    ] {
        let (target, missing) = tagged_target(source, "پ");
        assert_eq!(target, format!("<target state=\"translated\">{expected}</target>"));
        assert_eq!(missing, [0; 0]);
    }
}

/// The target of one unit that is filled with `target`, of which tags are written as `carry` has them in its tests, and
/// the numbers of the tags that it lacks.
#[track_caller]
fn tagged_target(source: &str, target: &str) -> (String, Vec<u32>) {
    let file = xliff(&format!("<trans-unit id='1'><source>{source}</source></trans-unit>"));
    let path = Path::new("t.xlf");
    let contents = contents(file.as_bytes(), path).expect("it has units");
    let filling = Filling { target: tagged(target), is_sure: true, was: String::new() };
    let format = Format::Xliff;
    let filled = fill(file.as_bytes(), format, &contents, &[Some(filling)], path);
    let filled = filled.expect("it can be filled");
    self::contents(&filled.file, path).expect("it is well-formed");
    let text = String::from_utf8(filled.file).expect("it is UTF-8");
    let at = text.find("<target").expect("it is filled");
    let end = text.find("</trans-unit>").expect("the unit ends");
    let loose = filled.loose.iter().flat_map(|(_, tags)| tags);
    let numbers = loose.map(|tag| tag.number).collect();
    (text[at..end].to_owned(), numbers)
}

#[test]
fn xliff_tags_in_a_source_stand_where_the_filling_has_them() {
    let source = " <x id='3'/>A <g id='1' ctype='bold'>B</g> <ph id='2'>&lt;i/><sub>x</sub></ph>C <mrk mtype='x'>D</mrk><cp/> ";
    let sure = |target: &str| format!("<target state=\"translated\">{target}</target>");
    let unsure =
        |target: &str| format!("<target state=\"needs-review-translation\">{target}</target>");
    let (target, missing) = tagged_target(source, "<3>پ<2> & [1ب1]");
    assert_eq!(
        target,
        sure(
            " <x id='3'/>پ<ph id='2'>&lt;i/><sub>x</sub></ph> &amp; <g id='1' ctype='bold'>ب</g> "
        )
    );
    assert!(missing.is_empty());
    let (target, missing) = tagged_target(source, "[1پ1] ب");
    assert_eq!(target, unsure(" <g id='1' ctype='bold'>پ</g> ب "));
    assert_eq!(missing, [3, 2]);
    let (target, _) = tagged_target("A<bx id='1'/>B <g id='2'/>C<ex id='1'/>", "[1پ[22]ب1]");
    assert_eq!(target, sure("<bx id='1'/>پ<g id='2'/>ب<ex id='1'/>"));
    // Which of the two is meant cannot be said.
    let (target, missing) = tagged_target("A <g id='1'>B<g id='1'>C</g></g> D", "[1پ1]");
    assert_eq!(target, unsure("پ"));
    assert_eq!(missing, [1, 1, 1, 1]);
}

#[test]
fn lines_are_references_in_xliff() {
    let unit = |target: &str| {
        let file = format!(
            "<trans-unit xml:space='preserve'><source> آ\n\nب\n</source>{target}</trans-unit>"
        );
        xliff(&file)
    };
    let (file, _) = filled("t.xlf", unit("").as_bytes(), "یک\n\nدو", true);
    let expected = unit("<target state=\"translated\"> یک&#10;&#10;دو\n</target>");
    assert_eq!(String::from_utf8(file).expect("it is UTF-8"), expected);
}

/// A memory keeps no white space at the ends of a text, though it may stand between that and a tag.
#[test]
fn xliff_tags_at_the_ends_have_their_spaces() {
    let source = "<x id='1'/> files of <g id='2'> A</g> and <x id='3'/>";
    let sure = |target: &str| format!("<target state=\"translated\">{target}</target>");
    assert_eq!(
        tagged_target(source, "<1>پرونده [2ب2] و<3>").0,
        sure("<x id='1'/> پرونده <g id='2'>ب</g> و <x id='3'/>")
    );
    assert_eq!(
        tagged_target(source, "[2ب2] و پرونده<3><1>").0,
        sure("<g id='2'> ب</g> و پرونده <x id='3'/> <x id='1'/>")
    );
    let source = "\n A<x id='1'/> B<x id='2'/>\n";
    assert_eq!(tagged_target(source, "آ <1>ب<2>").0, sure("\n آ <x id='1'/>ب<x id='2'/>\n"));
    assert_eq!(tagged_target(source, "آ <2>ب<1>").0, sure("\n آ <x id='2'/>ب<x id='1'/>\n"));
}

/// No match is less for a line break, and a file may keep them.
#[test]
fn a_translation_with_other_lines_is_to_be_looked_at() {
    let is_sure = |segment: &str| {
        let unit = TranslationUnit::new(
            Lang::English,
            Side::new("One two three.\nFour."),
            Side::new("یک دو سه.\nچهار."),
        );
        crate::tags::filling(segment, unit).is_sure
    };
    assert!(is_sure("One two three.\nFour.\n"));
    assert!(!is_sure("One two three. Four."));
    assert!(!is_sure("One two three.\n\nFour."));
}

#[test]
fn xliff_2_has_its_state_at_the_segment() {
    let file = |segment: &str, target: &str| {
        format!(
            "<xliff version='2.1' srcLang='en' trgLang='fa'><file id='f'><unit id='u'><mtc:matches xmlns:mtc='m'><mtc:match><source>x</source><target>y</target></mtc:match></mtc:matches><segment{segment}><source>One</source>{target}</segment></unit></file></xliff>"
        )
    };
    let target = "<target>یک \"دو\" &amp; سه</target>";
    check("t.xlf", &file("", ""), true, &file(" state=\"translated\"", target));
    let begun = file(" state='initial' id='s'", "<target>One</target>");
    check("t.xlf", &begun, true, &file(" state=\"translated\" id='s'", target));
    // What only looks like a state is none.
    check(
        "t.xlf",
        &file(" id=\" state=\" a='b'", ""),
        true,
        &file(" id=\" state=\" a='b' state=\"translated\"", target),
    );
    check("t.xlf", &file(" id='s'", ""), false, &file(" id='s' state=\"initial\"", target));
}

#[test]
fn tables_keep_all_other_cells() {
    check(
        "t.csv",
        "en;x;fa\r\n\"a\nb\";\"1;\"\r\n  c ;; ;\r\n;;\r\nd;2;دال\r\n",
        true,
        "en;x;fa\r\n\"a\nb\";\"1;\";\"یک \"\"دو\"\" & سه\"\r\n  c ;;\"یک \"\"دو\"\" & سه\";\r\n;;\r\nd;2;دال\r\n",
    );
}

#[test]
fn a_row_with_stray_quotation_marks_is_left_and_those_after_it_are_not() {
    let file = |target: &str| {
        format!("en,fa\nA,{target}\n\"B \"b\" b\",\n\"C\nc\",{target}\nD,{target}\n")
    };
    let (found, left) = filled("t.csv", file("").as_bytes(), "یک", true);
    assert_eq!(String::from_utf8(found).expect("it is UTF-8"), file("یک"));
    assert!(left.is_empty(), "{left:?}");

    // Between tabs the marks of a quotation are letters.
    let file = |target: &str| {
        format!("en\tfa\n\"Go,\" he said.\t{target}\n\"We go.\t{target}\nWe win.\"\t{target}\n")
    };
    let (found, left) = filled("t.tsv", file("").as_bytes(), "یک", true);
    assert_eq!(String::from_utf8(found).expect("it is UTF-8"), file("یک"));
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn formulas_stay() {
    let row = |number: u64, cell: &str| {
        format!("<row r='{number}'><c r='A{number}' t='s'><v>2</v></c>{cell}</row>")
    };
    let rows = [
        "<c r='B2' t='str'><f t='shared' ref='B2:B3' si='0'>IF(1=1,\"\",A2)</f><v></v></c>",
        "<c r='B3' t='str'><f t='shared' si='0'/><v></v></c><c r='C3'><v>7</v></c>",
        "<c r='B4'/>",
    ];
    let sheet: String = (2..).zip(rows).map(|(number, cell)| row(number, cell)).collect();
    let parts = WORKBOOK.map(|(name, xml)| {
        let xml = match xml.split_once("<row r='2'>") {
            Some((head, _)) => format!("{head}{sheet}</sheetData></worksheet>"),
            None => xml.to_owned(),
        };
        (name.to_owned(), xml.into_bytes())
    });
    let (file, left) = filled("t.xlsx", &archive(&parts), "Wonsan", true);
    assert_eq!(left, [0, 1]);
    let (_, xml) = members(&file).pop().expect("it has a sheet");
    let xml = String::from_utf8(xml).expect("it is UTF-8");
    let new = "<c r=\"B4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Wonsan</t></is></c></row>";
    let end = format!("{}{new}", sheet.strip_suffix("<c r='B4'/></row>").expect("it ends so"));
    assert!(xml.contains(&end), "{xml}");
}

#[test]
fn an_encoding_without_room_is_refused() {
    let file = [b"fa,en\r\n".as_slice(), b"\xd3\xe1\xc7\xe3,\r\n"].concat();
    let path = Path::new("t.csv");
    let contents = contents(&file, path).expect("it has units");
    let error = fill(&file, Format::Table, &contents, &[Some(filling("日本", true))], path);
    assert_eq!(
        error.expect_err("it has no such letter").to_string(),
        "t.csv: windows-1256 has no room for the translation; save it in UTF-8 first"
    );
}

/// Where the rows have not as many cells as the names of the columns, commas in a translation could be taken for what
/// parts them.
#[test]
fn a_table_that_would_be_taken_apart_otherwise_is_refused() {
    let file = "English;Persian;Note;More\nOne;;\nTwo\n".as_bytes();
    let path = Path::new("t.csv");
    let contents = contents(file, path).expect("it has units");
    let fillings: Vec<_> =
        contents.units.iter().map(|_| Some(filling("یک، دو, سه", true))).collect();
    let error = fill(file, Format::Table, &contents, &fillings, path);
    assert_eq!(
        error.expect_err("it could not be read again").to_string(),
        "t.csv: with the translation in it, its cells would be taken apart otherwise; save it as .xlsx first"
    );
}

#[test]
fn a_character_that_xml_cannot_hold_is_told() {
    let file = xliff("<trans-unit id='1'><source>آ</source></trans-unit>");
    let path = Path::new("t.xlf");
    let contents = contents(file.as_bytes(), path).expect("it has units");
    let fillings = [Some(filling("\u{8}", true))];
    let error = fill(file.as_bytes(), Format::Xliff, &contents, &fillings, path);
    assert_eq!(
        error.expect_err("it cannot be held").to_string(),
        "t.xlf: what is proposed for `آ` holds U+0008, which no file of units can hold"
    );
}

/// Texts as they may stand in a cell or a message: no control characters but tabs and line breaks, no white space
/// around them.
fn text() -> impl Strategy<Value = String> {
    "[a-zب-ی\u{200c} \"'\\\\<>&;,|\t\n%]{1,12}".prop_map(|text| format!("ب{}ی", text.trim()))
}

proptest! {
    #[test]
    fn any_text_comes_back(targets in prop::collection::vec(prop::option::of(text()), 3), crlf: bool) {
        let po = "msgid \"a\"\nmsgstr \"\"\n\n#, c-format\nmsgid \"b\\n\"\nmsgstr \"\"\n\"\"\n# c\nmsgid \"c\"\nmsgstr \"\"\n";
        let units = ["a", "b", "c"].map(|id| format!("<trans-unit id='{id}'>\n <source>{id}</source>\n</trans-unit>"));
        let xlf = xliff(&units.concat()).replace("'fa'", "'en'").replace("'en-GB'", "'fa'");
        let table = "en,note,fa\na,\"1,\"\nb\nc,\"x\ny\",\n";
        for (name, file) in [("t.po", po), ("t.xlf", &xlf), ("t.csv", table)] {
            let file = if crlf { file.replace('\n', "\r\n") } else { file.to_owned() };
            let path = Path::new(name);
            let format = Format::of(path).expect("it is a format of units");
            let contents = contents(file.as_bytes(), path).expect("it has units");
            let fillings: Vec<_> = targets.iter().map(|target| target.as_ref().map(|t| filling(t, true))).collect();
            let filled = fill(file.as_bytes(), format, &contents, &fillings, path).expect("it can be filled");
            prop_assert_eq!(filled.left, Vec::<usize>::new());
            let again = self::contents(&filled.file, path).expect("it has units");
            for (unit, target) in again.units.iter().zip(&targets) {
                prop_assert_eq!(unit.target.trim(), target.as_deref().unwrap_or_default());
            }
        }
    }
}
