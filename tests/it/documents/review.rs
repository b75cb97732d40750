//! Tables for review: what was written comes back, and so does what reviewers and their programs did.

use std::fs;
use std::path::Path;

use hamta::exchange::bilingual::{Contents, Unit};
use hamta::exchange::document::{self, Document};
use hamta::exchange::draft::{Draft, Review, Row, Standing};
use hamta::exchange::draft_file;
use hamta::exchange::review::{Format, read};
use hamta::segment::Article;
use hamta::text::{Lang, Tagged};
use proptest::prelude::*;

use super::hostile::archive;
use super::members;
use crate::carry::{shown, tagged};

const FOLDER: &str = "tests/exchange/review";

/// The table for the article, in both formats, with a name that markup has to escape.
fn written(article: &Article, format: Format) -> Vec<u8> {
    let rows = article.segments().iter().map(|_| Row::default()).collect();
    let draft = Draft { article, name: "a \"&\" <b>.fa.txt", rows };
    let mut file = Vec::new();
    let format = draft_file::Format::Review(format);
    let outcome = draft.write(format, &mut file, Path::new("t"));
    outcome.expect("it can be written");
    file
}

#[track_caller]
fn contents(file: Vec<u8>, format: Format) -> Contents {
    read(file, format, Path::new("t")).expect("it can be read")
}

/// The source and the target of a unit, with their tags.
fn texts(unit: &Unit) -> [String; 2] {
    let (source, target) = (unit.source.clone(), unit.target.clone());
    let (source_tags, target_tags) = (unit.source_tags.clone(), unit.target_tags.clone());
    [(source, source_tags), (target, target_tags)].map(|(text, tags)| shown(&Tagged { text, tags }))
}

/// A page with the rows of the article's table between `head` and `foot`.
fn page(rows: &str) -> Vec<u8> {
    let head = "<table><tr><th>#</th><th>fa</th><th>en</th><th>note</th></tr>";
    format!("<p>Article: a.fa.txt</p>{head}{rows}</table>").into_bytes()
}

#[track_caller]
fn told(rows: &str) -> (Contents, Vec<String>) {
    let contents = contents(page(rows), Format::Html);
    let told = contents.problems.lines();
    let told = told.chain(contents.remarks.clone()).collect();
    (contents, told)
}

#[test]
fn segments_come_back_with_their_tags() {
    for (text, lang) in [
        ("[1لاوروف1] آمد<2>. می‌رود.\nبله.", Lang::Persian),
        ("[1Lavrov1] came<2>. He goes.\nYes.", Lang::English),
    ] {
        let article = Article::new(tagged(text), lang);
        for format in [Format::Docx, Format::Html] {
            let file = written(&article, format);
            assert!(file == written(&article, format), "the same bytes again");
            let contents = contents(file, format);
            assert_eq!(contents.article.as_deref(), Some("a \"&\" <b>.fa.txt"));
            let segments = article.segments();
            let own = segments.iter().map(|s| shown(&article.content().part(s.span)));
            let found = contents.units.iter().map(|unit| texts(unit)[0].clone());
            assert_eq!(found.collect::<Vec<_>>(), own.collect::<Vec<_>>());
            let ids: Vec<_> = contents.units.iter().filter_map(|u| u.id.as_deref()).collect();
            assert_eq!(ids, ["1", "2", "3"]);
            assert!(contents.units.iter().all(|unit| unit.source_lang == lang));
        }
    }
}

/// `trip.*` are as hamta wrote them, `libreoffice.*` as LibreOffice 7.4.7 saved those.
#[test]
fn what_libreoffice_saves_is_the_article_still() {
    let path = Path::new(FOLDER).join("trip.fa.html");
    let bytes = fs::read(&path).expect("it is there");
    let document = Document::read(bytes, document::Format::Html, &path).expect("it can be read");
    let article = Article::new(document.content().clone(), Lang::Persian);
    let finished = fs::read(Path::new(FOLDER).join("trip.en.html")).expect("it is there");
    for name in ["trip.docx", "trip.html", "libreoffice.docx", "libreoffice.html"] {
        let path = Path::new(FOLDER).join(name);
        let format = Format::of(&path).expect("its name says it");
        let contents = contents(fs::read(&path).expect("it is there"), format);
        assert_eq!(contents.article.as_deref(), Some("trip.fa.html"), "{name}");
        assert!(contents.problems.is_empty() && contents.remarks.is_empty(), "{name}");
        let review = Review::new(&article, &contents, &path, false);
        assert_eq!(review.problems.told(), [], "{name}");
        assert_eq!(review.standings[0], Standing::Untranslated(2), "{name}");
        let written = document.with(&review.content(), Lang::English);
        let written = String::from_utf8(written.expect("it can be written"));
        assert_eq!(written.expect("it is UTF-8").as_bytes(), finished, "{name}");
    }
}

/// As Word gives them back: other runs, tracked changes, a paragraph more, a row more that is deleted.
#[test]
fn tracked_changes_are_accepted() {
    let article = Article::new(tagged("یک.\nدو<1>.\nسه."), Lang::Persian);
    let mut all = members(&written(&article, Format::Docx));
    let part = all.last_mut().expect("it has parts");
    let xml = String::from_utf8(part.1.clone()).expect("it is UTF-8");
    let rows: Vec<&str> = xml.split_inclusive("</w:tr>").collect();
    let run = |text: &str| format!("<w:r><w:tab/><w:t>{text}</w:t></w:r>");
    let target = format!(
        "<w:p><w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr>{}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins>{}</w:ins></w:p><w:p>{}<w:r><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
        run("On{1&gt;"),
        run("e{1}"),
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>",
    );
    let cell = "<w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc>".repeat(6);
    let gone = format!("<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{cell}</w:tr>");
    // The third cell of the row of the second segment.
    let mut cells: Vec<String> = rows[2].split_inclusive("</w:tc>").map(str::to_owned).collect();
    cells[2] = format!("<w:tc>{target}</w:tc>");
    let xml = [rows[0], rows[3], &gone, &cells.concat(), rows[4]].concat();
    part.1 = xml.into_bytes();
    let contents = contents(archive(&all), Format::Docx);
    assert_eq!(contents.problems.told(), []);
    assert_eq!(contents.remarks, ["row 3: {1> has no place in the translation, and is left out"]);
    let found: Vec<_> = contents.units.iter().map(texts).collect();
    assert_eq!(found[0][0], "سه.");
    assert_eq!(found[1], ["دو<1>.", "On e<1> c\u{2011}d"]);
    assert_eq!(found.len(), 2);
}

#[test]
fn rows_may_be_moved_left_out_and_divided() {
    let rows = "<tr id=segment-3><td><td>سه.<td>Three.<td></tr><tr><td>&nbsp;<td> <td><td></tr></table>
        <p>more</p><table><tr><td>#</td><td>FA</td><td>EN</td><td>Note</td></tr>
        <tr><td>1</td><td>یک  .</td><td><div>On&#x200c;e</div><div>more</div><script>no</script></td><td>x</td></tr>";
    let (contents, told) = told(rows);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(contents.article.as_deref(), Some("a.fa.txt"));
    let ids: Vec<_> = contents.units.iter().map(|u| (u.line, u.id.as_deref())).collect();
    assert_eq!(ids, [(2, Some("3")), (5, Some("1"))]);
    let article = Article::new("یک .\nدو.\nسه.", Lang::Persian);
    let review = Review::new(&article, &contents, Path::new("t"), false);
    assert_eq!(review.content().text, "On\u{200c}e more\nدو.\nThree.");
    assert_eq!(review.standings[1], Standing::Missing);
}

#[test]
fn joined_and_lost_cells_are_told_with_their_row() {
    let (contents, told) = told(
        "<tr><td>1</td><td colspan=2>یک. One.</td><td></td></tr>
        <tr><td rowspan=2>2 3</td><td>دو.</td><td>Two.</td><td></td></tr>
        <tr><td>سه.</td><td>Three.</td><td></td></tr>
        <tr><td>4</td><td>چهار.</td><td colspan=1>Four.</td><td></td></tr>",
    );
    assert_eq!(
        told,
        [
            "t:2: cells of this row are joined; divide them again",
            "t:3: cells of this row are joined; divide them again",
            "t:4: 3 cells in a table of 4 columns",
        ]
    );
    assert_eq!(texts(&contents.units[0]), ["چهار.", "Four."]);
    let article = Article::new("یک.", Lang::Persian);
    for joined in ["<w:gridSpan w:val=\"2\"/>", "<w:vMerge/>"] {
        let mut all = members(&written(&article, Format::Docx));
        let part = all.last_mut().expect("it has parts");
        let xml = String::from_utf8(part.1.clone()).expect("it is UTF-8");
        let at = xml.rfind("</w:tcPr>").expect("it has cells");
        part.1 = [&xml[..at], joined, &xml[at..]].concat().into_bytes();
        let contents = self::contents(archive(&all), Format::Docx);
        let told = contents.problems.told()[0].to_string();
        assert_eq!(told, "t:2: cells of this row are joined; divide them again");
    }
}

#[test]
fn markers_without_a_place_are_left_out_and_told() {
    let row = |target: &str| {
        let source = "{1&gt;یک&lt;1}{2} {{2}";
        format!("<tr><td>1</td><td>{source}</td><td>{target}</td><td></td></tr>")
    };
    for (target, expected, strange) in [
        ("{2}{1&gt;One&lt;1} {{2}", "<2>[1One1] {2}", &[][..]),
        ("One", "One", &[]),
        ("{1&gt;One", "[1One", &[]),
        ("One{2}{2}{3}", "One<2>", &["{2}", "{3}"]),
        ("One&lt;1} {1&gt;", "One [1", &["<1}"]),
        ("{1}{2&gt;&lt;2}", "", &["{1}", "{2>", "<2}"]),
        ("{{{2}{0}{99999999999}{", "{<2>{0}{99999999999}{", &[]),
    ] {
        let (contents, told) = told(&row(target));
        assert_eq!(texts(&contents.units[0]), ["[1یک1]<2> {2}", expected]);
        let strange = strange.iter();
        let strange = strange.map(|marker| {
            format!("row 2: {marker} has no place in the translation, and is left out")
        });
        assert_eq!(told, strange.collect::<Vec<_>>(), "{target}");
    }
}

#[test]
fn what_is_no_table_for_review_is_refused() {
    let refused = |file: Vec<u8>, format| {
        let refused = read(file, format, Path::new("t")).expect_err("it is none");
        refused.to_string()
    };
    let none =
        "t: no table for review: a row must name its columns, #, fa, en, rate, origin and note";
    let file = fs::read("tests/exchange/docx/pandoc.docx").expect("it is there");
    assert_eq!(refused(file, Format::Docx), none);
    for page in ["", "no <table", "<table><tr><td>#<td>fa<td>en</table>", "\u{0}<tr><td>#"] {
        assert_eq!(refused(page.into(), Format::Html), none);
    }
    let no_document = "t: no document, or one that is damaged or cut off";
    assert_eq!(refused(b"<p>".to_vec(), Format::Docx), no_document);
    let article = Article::new("ی\u{1}ک.", Lang::Persian);
    let draft = Draft { article: &article, name: "a", rows: vec![Row::default()] };
    for format in [Format::Docx, Format::Html] {
        let mut file = Vec::new();
        let outcome = draft.write(draft_file::Format::Review(format), &mut file, Path::new("t"));
        let told = outcome.expect_err("XML cannot hold it").to_string();
        let expected = "t: segment 1 (`ی\u{fffd}ک.`), or what is proposed for it, holds U+0001, which no file of units can hold";
        assert_eq!(told, expected);
    }
}

/// A page that is cut off loses its end, and mixes up nothing.
#[test]
fn pages_cut_at_every_length_are_survived() {
    let article = Article::new(tagged("[1یک1].\nدو."), Lang::Persian);
    let file = written(&article, Format::Html);
    for end in 0..file.len() {
        let Ok(contents) = read(file[..end].to_vec(), Format::Html, Path::new("t")) else {
            continue;
        };
        for unit in &contents.units {
            let [source, target] = texts(unit);
            assert!(["[1یک1].", "دو."].contains(&source.as_str()), "{source}");
            assert_eq!(target, "");
        }
    }
}

/// Text with anything that could be taken for a marker, and tags anywhere.
fn any_tagged() -> impl Strategy<Value = Tagged> {
    let pieces = vec![
        "آ", "ی", "\u{200c}", "«", "{", "<", "{{", "<<", "1", "2", "}", ">", "&", "\"", "\nب",
        "[1", "1]", "<2>",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| {
        let mut all = tagged("ب");
        for piece in pieces {
            let is_tag = ["[1", "1]", "<2>"].contains(&piece);
            all.push(&if is_tag { tagged(piece) } else { piece.into() });
        }
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_segment_comes_back(content in any_tagged(), is_docx in any::<bool>()) {
        let article = Article::new(content, Lang::Persian);
        let format = if is_docx { Format::Docx } else { Format::Html };
        let contents = contents(written(&article, format), format);
        let segments = article.segments();
        prop_assert_eq!(contents.units.len(), segments.len());
        for (unit, segment) in contents.units.iter().zip(&segments) {
            prop_assert_eq!(&texts(unit)[0], &shown(&article.content().part(segment.span)));
        }
        let review = Review::new(&article, &contents, Path::new("t"), false);
        prop_assert_eq!(review.problems.told(), []);
    }
}
