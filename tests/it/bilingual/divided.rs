//! Units of XLIFF 1.2 that `<mrk mtype="seg">` divides into segments: each is read, filled and put back by itself.

use std::path::Path;

use hamta::exchange::bilingual::{Contents, Filling, Format, State, Unit, fill, read};
use hamta::exchange::draft::{Review, Standing};
use hamta::segment::Article;
use hamta::text::{Lang, Tag, Tagged};
use proptest::prelude::*;

use super::{check, xliff};
use crate::carry::{shown, tagged};

const PATH: &str = "t.xlf";

/// A unit whose source is divided, and what stands behind that.
fn unit(divided: &str, rest: &str) -> String {
    format!(
        "<trans-unit id='u'><source>S</source><seg-source>{divided}</seg-source>{rest}</trans-unit>"
    )
}

fn contents(file: &str) -> Contents {
    let read = read(file.as_bytes(), Format::Xliff, Path::new(PATH));
    read.expect("it can be read").expect("it has units")
}

#[track_caller]
fn reads(unit: &str, expected: &str) {
    check(PATH, xliff(unit), expected);
}

const TWO: &str = "<mrk mtype='seg' mid='a'>یک.</mrk> <mrk mtype='seg' mid='b'>دو.</mrk>";

#[test]
fn segments_with_one_mid_belong_together() {
    reads(
        &unit(
            TWO,
            "\n<target state='final'>\n <mrk mtype='seg' mid='b'>Two.</mrk>\n <mrk mid='a' mtype='seg'> One. </mrk></target><note>n</note>",
        ),
        "5 u/a fa> \"یک.\" | \"One.\" Final # n
         4 u/b fa> \"دو.\" | \"Two.\" Final # n",
    );
}

#[test]
fn a_mid_that_stands_twice_or_nowhere_goes_by_its_order() {
    let mark = |text: &str| format!("<mrk mtype='seg'>{text}</mrk>");
    let source = ["یک", "دو"].map(mark).concat();
    let target = ["one", "two"].map(mark).concat();
    reads(
        &unit(&source, &format!("<target>{target}</target>")),
        "2 u fa> \"یک\" | \"one\"
         2 u fa> \"دو\" | \"two\"",
    );
}

#[test]
fn a_mid_without_its_other_is_untranslated_or_told() {
    reads(
        &unit(TWO, "\n<target><mrk mtype='seg' mid='b'>Two.</mrk></target>"),
        "2 u/a fa> \"یک.\" | \"\"
         3 u/b fa> \"دو.\" | \"Two.\"",
    );
    reads(
        &unit(
            TWO,
            "<target>\n<mrk mtype='seg' mid='b'>Two.</mrk><mrk mtype='seg' mid='c'>Three.</mrk></target>",
        ),
        "2 u/a fa> \"یک.\" | \"\"
         3 u/b fa> \"دو.\" | \"Two.\"
         t.xlf:3: a segment “c” of a <target> whose source has no such segment",
    );
}

#[test]
fn segments_stand_in_other_elements_and_others_in_them() {
    let file = xliff(&unit(
        "<g id='1'>(<mrk mtype='x-sdl-comment'><mrk mtype='seg' mid='1'><x id='2'/>یک <g id='3'>دو</g><x id='4'/></mrk></mrk> \
         <mrk mtype='seg' mid='2'>سه <mrk mtype='seg' mid='3'>چهار</mrk> <mrk mtype='protected'>پنج</mrk></mrk>)</g>",
        "<target><g id='1'><mrk mtype='seg' mid='2'/><mrk mtype='seg' mid='1'><x id='4'/>one</mrk></g></target>",
    ));
    let units = contents(&file).units;
    let sources = units.iter().map(|unit| tagged_text(&unit.source, &unit.source_tags));
    assert_eq!(sources.collect::<Vec<_>>(), ["<2>یک [3دو3]<4>", "سه چهار پنج"]);
    let targets = units.iter().map(|unit| tagged_text(&unit.target, &unit.target_tags));
    assert_eq!(targets.collect::<Vec<_>>(), ["<4>one", ""]);
}

fn tagged_text(text: &str, tags: &[Tag]) -> String {
    shown(&Tagged { text: text.to_owned(), tags: tags.to_vec() })
}

#[test]
fn what_is_not_divided_on_both_sides_is_one_unit() {
    let source = |divided: &str, target: &str| {
        format!(
            "<trans-unit id='u'><source>یک. دو.</source><seg-source>{divided}</seg-source>{target}</trans-unit>"
        )
    };
    let whole = "2 u fa> \"یک. دو.\" | \"One. Two.\"";
    let target = "<target>One. Two.</target>";
    reads(&source("یک. دو.", target), whole);
    reads(&source("<mrk mtype='x-a' mid='1'>یک.</mrk> دو.", target), whole);
    reads(&source(TWO, target), whole);
    reads(&source(TWO, "<target/>"), "2 u/a fa> \"یک.\" | \"\"\n 2 u/b fa> \"دو.\" | \"\"");
    reads(&source(TWO, ""), "2 u/a fa> \"یک.\" | \"\"\n 2 u/b fa> \"دو.\" | \"\"");
    // Until somebody translates it, the source stands there.
    reads(
        &source(TWO, "<target state='new'>یک. دو.</target>"),
        "2 u/a fa> \"یک.\" | \"\" Draft\n 2 u/b fa> \"دو.\" | \"\" Draft",
    );
}

#[test]
fn one_segment_is_the_unit() {
    reads(
        &unit(
            "\n<mrk mtype='seg' mid='7'>یک</mrk> ",
            "<target>(<mrk mtype='seg' mid='7'>one</mrk>)</target>",
        ),
        "3 u fa> \"یک\" | \"one\"",
    );
}

#[test]
fn xliff_2_has_no_such_marks() {
    check(
        PATH,
        "<xliff version='2.1' srcLang='en' trgLang='fa'><file id='f'><unit id='u'><segment>
         <source><mrk id='1' mtype='seg'>A</mrk> <mrk id='2' mtype='seg'>b</mrk></source></segment></unit></file></xliff>",
        "1 u en> \"A b\" | \"\"",
    );
}

/// The file with `targets` in it, and the units that have no place for theirs.
fn filled(file: &str, targets: &[Option<Tagged>], is_sure: bool) -> (String, Vec<usize>) {
    let contents = contents(file);
    let filling = |target: &Tagged| Filling { target: target.clone(), is_sure, was: String::new() };
    let fillings = targets.iter().map(|target| target.as_ref().map(filling));
    let fillings: Vec<_> = fillings.collect();
    let path = Path::new(PATH);
    let filled = fill(file.as_bytes(), Format::Xliff, &contents, &fillings, path);
    let filled = filled.expect("it can be filled");
    let text = String::from_utf8(filled.file).expect("it is UTF-8");
    (text, filled.left)
}

/// Fills the segments of a unit, and holds what stands behind its source then against `expected`.
#[track_caller]
fn fills(divided: &str, rest: &str, targets: &[Option<&str>], is_sure: bool, expected: &str) {
    let targets: Vec<_> = targets.iter().map(|target| target.map(tagged)).collect();
    let (file, left) = filled(&xliff(&unit(divided, rest)), &targets, is_sure);
    assert_eq!(file, xliff(&unit(divided, expected)));
    assert_eq!(left, Vec::<usize>::new());
}

#[test]
fn a_target_that_is_not_there_gets_the_segments_of_the_source() {
    let source = "<g id='1'> <mrk mtype='seg' mid='a'> یک <x id='2'/>.</mrk>\n <mrk mtype='seg' mid='b'>دو</mrk>(</g>";
    let target = |state: &str, a: &str, b: &str| {
        format!(
            "<target{state}><g id='1'> <mrk mtype='seg' mid='a'>{a}</mrk>\n <mrk mtype='seg' mid='b'>{b}</mrk>(</g></target>"
        )
    };
    fills(
        source,
        "<note>n</note>",
        &[Some("one<2>"), Some("two & 2")],
        true,
        &(target(" state=\"translated\"", " one <x id='2'/>", "two &amp; 2") + "<note>n</note>"),
    );
    fills(source, "<target />", &[None, Some("two")], true, &target("", "", "two"));
    fills(
        source,
        "<target>\n</target>",
        &[None, Some("two")],
        false,
        &target(" state=\"needs-review-translation\"", "", "two"),
    );
    // What stood there until somebody translates it stays where nobody did.
    fills(
        "<mrk mtype='seg' mid='a'>S</mrk><mrk mtype='seg' mid='b'/>",
        "<target state='new'>S</target>",
        &[Some("s"), None],
        true,
        "<target state='new'><mrk mtype='seg' mid='a'>s</mrk><mrk mtype='seg' mid='b'/></target>",
    );
}

#[test]
fn a_source_that_stood_in_the_target_stays_where_nothing_is_put() {
    let unit = |target: &str| {
        format!(
            "<trans-unit id='u'><source>یک. دو.</source><seg-source>{TWO}</seg-source><target state='new'>{target}</target></trans-unit>"
        )
    };
    let (file, _) = filled(&xliff(&unit("یک. دو.")), &[None, Some("Two.".into())], true);
    let marks = "<mrk mtype='seg' mid='a'>یک.</mrk> <mrk mtype='seg' mid='b'>Two.</mrk>";
    assert_eq!(file, xliff(&unit(marks)));
    let open: Vec<bool> = contents(&file).units.iter().map(Unit::is_open).collect();
    assert_eq!(open, [true, false]);
}

#[test]
fn a_segment_of_a_target_is_filled_and_the_others_stay() {
    let rest = |state: &str, a: &str, b: &str| {
        format!("<target{state}>{b}&#x20;<!-- c -->{a}<x id='9'/></target>")
    };
    let there = "<mrk mid='b'  mtype='seg'>Two &amp; <![CDATA[three]]></mrk>";
    let filled = "<mrk mtype='seg' mid='a'>one</mrk>";
    for empty in ["<mrk mtype='seg' mid='a' />", "<mrk mtype='seg' mid='a'> <x id='3'/></mrk>"] {
        let one = &[Some("one"), None];
        fills(TWO, &rest("", empty, there), one, true, &rest("", filled, there));
        // The state is that of all segments.
        let review = " state=\"needs-review-translation\"";
        fills(TWO, &rest("", empty, there), one, false, &rest(review, filled, there));
        for state in [" state='new'", " state='needs-review-translation'"] {
            for is_sure in [true, false] {
                fills(TWO, &rest(state, empty, there), one, is_sure, &rest(state, filled, there));
            }
        }
    }
    // In the order of the target.
    let empty = ["a", "b"].map(|mid| format!("<mrk mtype='seg' mid='{mid}'></mrk>"));
    let both = ["a", "b"].map(|mid| format!("<mrk mtype='seg' mid='{mid}'>{mid}{mid}</mrk>"));
    fills(
        TWO,
        &rest(" state='new'", &empty[0], &empty[1]),
        &[Some("aa"), Some("bb")],
        true,
        &rest(" state=\"translated\"", &both[0], &both[1]),
    );
}

#[test]
fn a_segment_without_a_place_in_the_target_is_left() {
    let targets = ["One.", "Two."].map(|target| Some(target.into()));
    let file = xliff(&unit(TWO, "<target><mrk mtype='seg' mid='b'></mrk></target>"));
    let (text, left) = filled(&file, &targets, true);
    assert_eq!(left, [0]);
    assert_eq!(text, xliff(&unit(TWO, "<target><mrk mtype='seg' mid='b'>Two.</mrk></target>")));
    let file = xliff(&unit(TWO, "<target><mrk mtype='seg' mid='c'>Three.</mrk></target>"));
    let (text, left) = filled(&file, &targets, true);
    assert_eq!((text, left), (file, vec![0, 1]));
}

#[test]
fn too_many_segments_are_told() {
    let many = "<mrk mtype='seg'/>".repeat(10_001);
    reads(&unit(&many, ""), "t.xlf:2: a text of more than 10000 segments");
}

#[test]
fn a_segment_of_an_article_that_a_program_divided_is_one_again() {
    let article = Article::new(tagged("یک [1دو1]؛ سه"), Lang::Persian);
    let file = |state: &str, last: &str| {
        let divided =
            "<mrk mtype='seg' mid='1'>یک <g id='1'>دو</g>؛</mrk> <mrk mtype='seg' mid='2'>سه</mrk>";
        let target = format!(
            "<mrk mtype='seg' mid='1'>One <g id='1'>two</g>;</mrk> <mrk mtype='seg' mid='2'>{last}</mrk>"
        );
        xliff(&format!(
            "<trans-unit id='1'><source>یک <g id='1'>دو</g>؛ سه</source><seg-source>{divided}</seg-source><target{state}>{target}</target></trans-unit>"
        ))
    };
    let standing = |file: &str| {
        let review = Review::new(&article, &contents(file), Path::new(PATH), false);
        assert_eq!(review.problems.told(), []);
        review.standings
    };
    let [Standing::Translated(target)] = &standing(&file("", "three"))[..] else {
        panic!("it is translated");
    };
    assert_eq!(shown(target), "One [1two1]; three");
    assert_eq!(standing(&file("", "")), [Standing::Untranslated(2)]);
    let unreviewed = file(" state='needs-review-translation'", "three");
    assert_eq!(standing(&unreviewed), [Standing::Unreviewed(2)]);
}

/// Texts as they may stand in a segment, and nothing.
fn text() -> impl Strategy<Value = Option<String>> {
    prop::option::of("[a-z][a-z &<>\"'\u{200c}]{0,6}[.!]")
}

proptest! {
    /// Whatever segments there are, filled or not, in whatever order: each translation comes back to its own, all else
    /// is as it was.
    #[test]
    fn any_segments_come_back(
        segments in prop::collection::vec((text(), text()), 1..5),
        gaps in prop::collection::vec(prop::sample::select(vec!["", " ", "\n\t", "&#160;", "<x id='9'/>", "(<!-- a -->"]), 6),
        has_target: bool,
        is_reversed: bool,
    ) {
        let between = |marks: Vec<String>| {
            let marks = marks.iter().zip(&gaps).map(|(mark, gap)| format!("{gap}{mark}"));
            marks.collect::<String>() + gaps[5]
        };
        let mark = |at: usize, text: &str| format!("<mrk mtype='seg' mid='{at}'>{text}</mrk>");
        let escaped = |text: &Option<String>| text.as_deref().unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;");
        let source = segments.iter().enumerate().map(|(at, _)| mark(at, &format!("{gap}جمله {at}.", gap = gaps[at])));
        let source = between(source.collect());
        let marks = segments.iter().enumerate().map(|(at, (there, _))| mark(at, &escaped(there)));
        let mut marks: Vec<String> = marks.collect();
        if is_reversed {
            marks.reverse();
        }
        let target = if has_target { format!("<target>{}</target>", between(marks)) } else { String::new() };
        let file = xliff(&unit(&source, &target));
        let before = contents(&file).units;
        prop_assert_eq!(before.len(), segments.len());
        let new: Vec<Option<Tagged>> = segments.iter().map(|(_, new)| new.clone().map(Tagged::from)).collect();
        let (file, left) = filled(&file, &new, true);
        prop_assert_eq!(left.len(), if has_target { segments.iter().filter(|(there, new)| there.is_some() && new.is_some()).count() } else { 0 });
        let after = contents(&file).units;
        prop_assert_eq!(after.len(), before.len());
        for ((there, new), (before, after)) in segments.iter().zip(before.iter().zip(&after)) {
            prop_assert_eq!((&after.source, &after.id, &after.source_tags), (&before.source, &before.id, &before.source_tags));
            let there = there.as_ref().filter(|_| has_target);
            prop_assert_eq!(&after.target, there.or(new.as_ref()).map_or("", |text| text.as_str()));
            prop_assert_eq!(after.state, State::Translated);
        }
    }
}
