//! Inline elements: which tags they become, which numbers these have, and how they are written.

use std::path::Path;

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::{Lang, Tag, TagKind};
use hamta::unit::{Side, TranslationUnit};

use super::one_unit;

#[test]
fn each_element_is_a_tag_and_no_text() {
    check(
        "<bpt i='1' x='1' type='bold'>&lt;b&gt;</bpt>یک<ept i='1'>&lt;/b&gt;</ept> دو<ph x='2'>&lt;br/&gt;</ph>",
        "<ph x='2'>&lt;br/&gt;</ph>two <bpt i='7' x='1'>&lt;b&gt;</bpt>one<ept i='7'>&lt;/b&gt;</ept>",
        "[1+ bold <b>]یک[1- bold </b>] دو[2 <br/>] | [2 <br/>]two [1+ <b>]one[1- </b>]",
        "<bpt i=\"1\" x=\"1\" type=\"bold\">&lt;b&gt;</bpt>یک<ept i=\"1\">&lt;/b&gt;</ept> دو<ph x=\"2\">&lt;br/&gt;</ph>",
    );
    check(
        "<it pos='begin' x='1'>&lt;i&gt;</it>یک <hi type='term' x='2'>دو</hi> <ut>{\\b </ut>سه",
        "<hi x='2'>two</hi> three<it pos='end'>&lt;/i&gt;</it>",
        "[1+ <i>]یک [2+ term <hi>]دو[2- term </hi>] [3 {\\b ]سه | [2+ <hi>]two[2- </hi>] three[4- </i>]",
        "<it pos=\"begin\" x=\"1\">&lt;i&gt;</it>یک <hi x=\"2\" type=\"term\">دو</hi> <ph x=\"3\">{\\b </ph>سه",
    );
}

/// It parts the words beside it, whether its file says what it is or only its code does.
#[test]
fn a_line_break_is_a_space() {
    check(
        "یک<ph x='1' type='lb'/>دو<ph x='2'>&lt;br/&gt;</ph><ph x='3'>&lt;br/&gt;</ph><hi x='4'>سه</hi>",
        "one<ph x='1' type='lb'/> two<ph x='2'>a</ph>three",
        "یک[1 lb ] دو[2 <br/>] [3 <br/>][4+ <hi>]سه[4- </hi>] | one[1 lb ] two[2 a]three",
        "یک<ph x=\"1\" type=\"lb\"/>دو<ph x=\"2\">&lt;br/&gt;</ph><ph x=\"3\">&lt;br/&gt;</ph><hi x=\"4\">سه</hi>",
    );
}

#[test]
fn empty_pairs_stay_what_they_are() {
    check(
        "<bpt i='3' type='457' x='1'/>یک<ept i='3'/>",
        "<hi>one</hi>",
        "[1+ 457 ]یک[1- 457 ] | [2+ <hi>]one[2- </hi>]",
        "<bpt i=\"1\" x=\"1\" type=\"457\"/>یک<ept i=\"1\"/>",
    );
}

#[test]
fn without_x_the_same_i_or_else_the_same_code_is_the_same_tag() {
    check(
        "<bpt i='1'>a</bpt>یک<ept i='1'/><bpt i='2'>b</bpt>دو<ept i='2'/>",
        "<bpt i='2'>?</bpt>two<ept i='2'/><bpt i='9'>a</bpt>one<ept i='9'/>",
        "[1+ a]یک[1- ][2+ b]دو[2- ] | [2+ ?]two[2- ][1+ a]one[1- ]",
        "<bpt i=\"1\" x=\"1\">a</bpt>یک<ept i=\"1\"/><bpt i=\"2\" x=\"2\">b</bpt>دو<ept i=\"2\"/>",
    );
    check(
        "<ph>a</ph>یک<ph>b</ph><ph>a</ph>",
        "<ph>b</ph>one<ph>c</ph><ph>a</ph><ph>a</ph><ph>a</ph>",
        "[1 a]یک[2 b][3 a] | [2 b]one[4 c][1 a][3 a][5 a]",
        "<ph x=\"1\">a</ph>یک<ph x=\"2\">b</ph><ph x=\"3\">a</ph>",
    );
}

#[test]
fn what_stands_in_a_code_is_kept_with_its_elements() {
    check(
        "یک<ph x='1'> &lt;img alt=\"<sub type='alt'>a &amp; <ph x='&quot;'>b</ph></sub>\"&gt;\n</ph>",
        "one<ph x='1'>&lt;sub&gt;2&lt;/sub&gt; &lt;tmx:sub&gt;</ph>",
        "یک[1  <img alt=\"<tmx:sub type=\"alt\">a & <tmx:ph x=\"&quot;\">b</tmx:ph></tmx:sub>\">\n] | one[1 <sub>2</sub> <tmx:sub>]",
        "یک<ph x=\"1\"> &lt;img alt=\"<sub type=\"alt\">a &amp; <ph x=\"&quot;\">b</ph></sub>\"&gt;&#10;</ph>",
    );
}

#[test]
fn places_are_those_in_the_text_without_white_space_around_it() {
    check(
        " \n <ph>a</ph> <ph>b</ph> یک\n  <ph>c</ph>\n دو <ph>d</ph> ",
        "one",
        "[1 a][2 b]یک [3 c]دو[4 d] | one",
        "<ph x=\"1\">a</ph><ph x=\"2\">b</ph>یک <ph x=\"3\">c</ph>دو<ph x=\"4\">d</ph>",
    );
}

#[test]
fn what_is_nested_badly_is_kept() {
    check(
        "<bpt i='1'>a</bpt>یک<bpt i='2'>b</bpt>دو<ept i='1'>c</ept><ept i='2'>d</ept>",
        "<hi>one <hi/></hi>",
        "[1+ a]یک[2+ b]دو[1- c][2- d] | [3+ <hi>]one[4+ <hi>][4- </hi>][3- </hi>]",
        "<bpt i=\"1\" x=\"1\">a</bpt>یک<bpt i=\"2\" x=\"2\">b</bpt>دو<ept i=\"1\">c</ept><ept i=\"2\">d</ept>",
    );
}

/// OmegaT's project memory has them as letters, and pairs of which another segment has one end.
#[test]
fn in_a_file_of_omegat_its_tags_in_the_text_are_tags() {
    let persian = "&lt;b0&gt;آمریکا&lt;/b0&gt; و &lt;f1/&gt;ایران &lt;a2&gt;گفت &lt;!--";
    let english = "Iran&lt;f1/> and <![CDATA[<b0>America</b0>]]> &lt;a2&gt;said &lt;!--";
    let file = one_unit(persian, english);
    let own = file.replace("<body>", "<header creationtool='OmegaT'/><body>");
    let (problems, unit) = read_file(&own);
    assert_eq!(problems, [""; 0]);
    assert_eq!(
        [seen(&unit.persian), seen(&unit.english)],
        [
            "[1+ <b0>]آمریکا[1- </b0>] و [2 <f1/>]ایران [3+ <a2>]گفت <!--",
            "Iran[2 <f1/>] and [1+ <b0>]America[1- </b0>] [3+ <a2>]said <!--",
        ]
    );
    let segments = segments(&unit);
    assert_eq!(
        segments[1],
        "Iran<ph x=\"2\">&lt;f1/&gt;</ph> and <bpt i=\"1\" x=\"1\">&lt;b0&gt;</bpt>America<ept i=\"1\">&lt;/b0&gt;</ept> \
         <it pos=\"begin\" x=\"3\">&lt;a2&gt;</it>said &lt;!--"
    );
    assert_eq!(read(&segments[0], &segments[1]).1, unit);
    // Another program means the letters.
    let (_, unit) = read_file(&own.replace("OmegaT", "desk"));
    assert!(unit.persian.text.starts_with("<b0>"));
    assert!(unit.persian.tags.is_empty());
}

/// A neighbour is what stands in the article, and goes back as OmegaT wrote it.
#[test]
fn in_a_file_of_omegat_neighbours_have_no_tags() {
    let prev = "<prop type=\"prev\">&lt;b0&gt;سلام&lt;/b0&gt; &lt; ۵</prop>";
    let file = one_unit("یک", "one").replace("<tu>", &format!("<tu>{prev}"));
    let own = file.replace("<body>", "<header creationtool='OmegaT'/><body>");
    let (problems, unit) = read_file(&own);
    assert_eq!(problems, [""; 0]);
    assert_eq!(unit.persian.previous.as_deref(), Some("سلام < ۵"));
    let written = written(&unit);
    assert_eq!(written.matches("type=\"prev\"").count(), 1, "{written}");
    assert!(written.contains("&lt;b0&gt;سلام&lt;/b0&gt; &lt; ۵"), "{written}");
}

#[test]
fn what_tmx_does_not_allow_is_told_and_kept() {
    let told = |persian: &str, problem: &str, shown: &str, written: &str| {
        let (problems, unit) = read(persian, "one");
        assert_eq!(problems, [format!("t.tmx:2: {problem}")]);
        assert_eq!(seen(&unit.persian), shown);
        assert_eq!(segments(&unit)[0], written);
    };
    told(
        "<ept i='1'>b</ept>یک",
        "an <ept> that ends no <bpt>",
        "[1- b]یک",
        "<it pos=\"end\" x=\"1\">b</it>یک",
    );
    told(
        "<bpt i='1'>a</bpt>یک<ept i='2'>b</ept>",
        "an <ept> that ends no <bpt>",
        "[1+ a]یک[2- b]",
        "<it pos=\"begin\" x=\"1\">a</it>یک<it pos=\"end\" x=\"2\">b</it>",
    );
    told(
        "یک<bpt>a</bpt>",
        "a <bpt> that no <ept> ends",
        "یک[1+ a]",
        "یک<it pos=\"begin\" x=\"1\">a</it>",
    );
    told(
        "<it>a</it>یک",
        "an <it> whose pos is neither begin nor end",
        "[1 a]یک",
        "<ph x=\"1\">a</ph>یک",
    );
    told(
        "<b class='&amp;'>یک</b><br/>",
        "<b> in a segment, which TMX does not have",
        "[1+ <b class='&amp;'>]یک[1- </b>][2 <br/>]",
        "<bpt i=\"1\" x=\"1\">&lt;b class='&amp;amp;'&gt;</bpt>یک<ept i=\"1\">&lt;/b&gt;</ept><ph x=\"2\">&lt;br/&gt;</ph>",
    );
}

#[test]
fn marks_that_cross_or_are_too_deep_are_pairs() {
    let mark = |at, kind, number| Tag {
        at,
        kind,
        number,
        role: String::new(),
        code: (if kind == TagKind::Open { "<hi>" } else { "</hi>" }).to_owned(),
    };
    let (_, mut unit) = read("یک", "one");
    unit.english.tags = vec![
        mark(0, TagKind::Open, 1),
        mark(1, TagKind::Open, 2),
        mark(2, TagKind::Close, 1),
        mark(3, TagKind::Close, 2),
    ];
    let pair = "<bpt i=\"1\" x=\"1\">&lt;hi&gt;</bpt>o<bpt i=\"2\" x=\"2\">&lt;hi&gt;</bpt>n\
                <ept i=\"1\">&lt;/hi&gt;</ept>e<ept i=\"2\">&lt;/hi&gt;</ept>";
    assert_eq!(segments(&unit)[1], pair);
    assert_eq!(read(&segments(&unit)[0], pair).1.english, unit.english);
    let open = (1..=40).map(|number| mark(0, TagKind::Open, number));
    let close = (1..=40).rev().map(|number| mark(3, TagKind::Close, number));
    unit.english.tags = open.chain(close).collect();
    assert!(segments(&unit)[1].starts_with("<bpt i=\"1\" x=\"1\">"));
    unit.english.tags.retain(|tag| tag.number <= 32);
    assert!(segments(&unit)[1].starts_with("<hi x=\"1\">"));
}

#[test]
fn a_text_that_changes_keeps_its_tags_in_what_stays() {
    let (_, unit) = read("یک", "<ph>a</ph>He <ph>b</ph>said<ph>c</ph> no<ph>d</ph>.<ph>e</ph>");
    let changed = |text: &str| {
        let mut side = unit.english.clone();
        side.change_text(text);
        seen(&side)
    };
    assert_eq!(changed("He said no."), "[1 a]He [2 b]said[3 c] no[4 d].[5 e]");
    assert_eq!(changed("He says no."), "[1 a]He [2 b]says[3 c] no[4 d].[5 e]");
    assert_eq!(changed("No."), "[1 a][2 b][3 c]No[4 d].[5 e]");
    assert_eq!(changed("He said nothing"), "[1 a]He [2 b]said[3 c] no[4 d]thing[5 e]");
}

/// Asserts what the tags of a unit are, how those of its Persian side are written, and that they are read so again.
#[track_caller]
fn check(persian: &str, english: &str, expected: &str, written: &str) {
    let (problems, unit) = read(persian, english);
    assert_eq!(problems, [""; 0]);
    assert_eq!(format!("{} | {}", seen(&unit.persian), seen(&unit.english)), expected);
    let segments = segments(&unit);
    assert_eq!(segments[0], written);
    assert_eq!(read(&segments[0], &segments[1]).1, unit);
}

/// The problems of a file with one unit, and the unit.
#[track_caller]
fn read(persian: &str, english: &str) -> (Vec<String>, TranslationUnit) {
    read_file(&one_unit(persian, english))
}

#[track_caller]
fn read_file(file: &str) -> (Vec<String>, TranslationUnit) {
    let reader = Reader::new(file.as_bytes(), Path::new("t.tmx"), "").expect("it is UTF-8");
    let mut problems = Vec::new();
    let mut units = Vec::new();
    for item in reader {
        match item.expect("it is well-formed") {
            Item::Unit(unit) => units.push(*unit),
            Item::Problem(problem) => problems.push(problem.to_string()),
        }
    }
    (problems, units.pop().expect("it has a unit"))
}

/// The file that is written of a unit.
fn written(unit: &TranslationUnit) -> String {
    let mut writer = Writer::start(Vec::new(), Path::new("t.tmx"), Lang::Persian).expect("memory");
    writer.write(unit).expect("memory is written");
    String::from_utf8(writer.finish().expect("memory")).expect("UTF-8")
}

/// What is written of a unit between `<seg>` and `</seg>`, Persian first.
fn segments(unit: &TranslationUnit) -> Vec<String> {
    let file = written(unit);
    let segments = file.split("<seg>").skip(1);
    segments.map(|after| after.split("</seg>").next().unwrap_or_default().to_owned()).collect()
}

/// A text with its tags in square brackets.
pub(super) fn seen(side: &Side) -> String {
    let mut seen = side.text.clone();
    for tag in side.tags.iter().rev() {
        let kind = match tag.kind {
            TagKind::Open => "+",
            TagKind::Close => "-",
            TagKind::Alone => "",
        };
        let role = if tag.role.is_empty() { "" } else { " " };
        let shown = format!("[{}{kind}{role}{} {}]", tag.number, tag.role, tag.code);
        seen.insert_str(tag.at, &shown);
    }
    seen
}
