//! Inline tags carried over to a translation, kept in drafts, and put back into the article.

use std::path::Path;

use hamta::align::carry;
use hamta::exchange::bilingual::{self, Contents};
use hamta::exchange::document::{self, Document};
use hamta::exchange::draft::{Draft, Review, Row, Standing};
use hamta::exchange::draft_file::Format;
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::{Lang, Tag, TagKind, Tagged};
use proptest::prelude::*;

/// A text where `[1` begins a pair, `1]` ends it, `<2>` is a tag that stands alone, and `{3}` one that is read in its
/// place.
pub(crate) fn tagged(marked: &str) -> Tagged {
    let mut tagged = Tagged::default();
    let mut rest = marked;
    while let Some(at) = rest.find(['[', ']', '<', '{']) {
        let (before, mark) = rest.split_at(at);
        let (kind, digit, length) = match mark.as_bytes()[0] {
            b'[' => (TagKind::Open, &mark[1..2], 2),
            b'<' | b'{' => (TagKind::Alone, &mark[1..2], 3),
            _ => (TagKind::Close, &before[at - 1..], 1),
        };
        let text = before.strip_suffix(digit).filter(|_| kind == TagKind::Close);
        tagged.text += text.unwrap_or(before);
        tagged.tags.push(Tag {
            at: tagged.text.len(),
            kind,
            number: digit.parse().expect("a digit"),
            role: if mark.starts_with('{') { "" } else { "bold" }.to_owned(),
            code: String::new(),
        });
        rest = &mark[length..];
    }
    tagged.text += rest;
    tagged
}

/// The reverse of `tagged`; what is read in its place is `<3>` too.
pub(crate) fn shown(tagged: &Tagged) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for tag in &tagged.tags {
        shown += &tagged.text[at..tag.at];
        at = tag.at;
        shown += &match tag.kind {
            TagKind::Open => format!("[{}", tag.number),
            TagKind::Close => format!("{}]", tag.number),
            TagKind::Alone => format!("<{}>", tag.number),
        };
    }
    shown + &tagged.text[at..]
}

fn glossary() -> Glossary {
    let table = "fa\ten\tkind\tstatus\tnote\nلاوروف\tLavrov\tperson\tpreferred\t\nوونسان\tWonsan\tcity\tpreferred\t\n";
    let kind = hamta::exchange::glossary::Table::Tsv;
    let contents = hamta::exchange::glossary::read(table.as_bytes(), kind, Path::new("g.tsv"));
    Glossary::new(contents.expect("it is a glossary").entries)
}

/// Where the tags of a Persian segment stand in its translation, and the numbers of those that have no place.
#[track_caller]
fn assert_carried(source: &str, expected: &str, missing: &[u32]) {
    let source = tagged(source);
    let target = tagged(expected).text;
    let carried = carry(&source, &target, Lang::Persian, &glossary());
    let tags = carried.tags;
    assert_eq!(shown(&Tagged { text: target, tags }), expected);
    let numbers: Vec<u32> = carried.missing.iter().map(|tag| tag.number).collect();
    assert_eq!(numbers, missing);
}

#[test]
fn what_marks_all_of_a_segment_marks_all_of_its_translation() {
    assert_carried("[1لاوروف به وونسان رفت.1]", "[1Lavrov went to Wonsan.1]", &[]);
    assert_carried("[1لاوروف به وونسان رفت1].", "[1Lavrov went to Wonsan1].", &[]);
    assert_carried("[1[2لاوروف به وونسان رفت.2]1]", "[1[2Lavrov went to Wonsan.2]1]", &[]);
}

#[test]
fn a_pair_goes_around_the_same_name_value_or_words() {
    assert_carried("[1لاوروف1] به وونسان رفت.", "[1Lavrov1] went to Wonsan.", &[]);
    assert_carried("لاوروف به [1وونسان1] رفت.", "To [1Wonsan1] went Lavrov.", &[]);
    assert_carried(
        "لاوروف در [1۲۱ تیر ۱۴۰۴1] به [2وونسان2] رفت.",
        "Lavrov went to [2Wonsan2] on [112 July 20251].",
        &[],
    );
    assert_carried(
        "[1وزیر خارجه روسیه1] به وونسان رفت.",
        "The Russian [1foreign minister1] went to Wonsan.",
        &[],
    );
}

#[test]
fn a_name_that_the_glossary_does_not_have_is_known_by_its_sound() {
    assert_carried("[1گوترش1] به کابل رفت.", "[1Guterres1] went to Kabul.", &[]);
    assert_carried("گوترش به [1کابل1] رفت.", "Guterres went to [1Kabul1].", &[]);
    // A word in small letters is no name.
    assert_carried("گوترش [1کابل1] را دید.", "Guterres saw a cabal.", &[1, 1]);
}

#[test]
fn what_has_no_certain_place_is_told() {
    assert_carried("او [1بی‌درنگ1] رفت.", "Off he went.", &[1, 1]);
    assert_carried("[1لاوروف و لاوروف1] رفت.", "Went.", &[1, 1]);
    assert_carried("لاوروف<1> به وونسان رفت.", "Lavrov<1> went to Wonsan.", &[]);
}

#[test]
fn a_tag_stands_beside_the_word_that_it_touches() {
    assert_carried("لاوروف <1>۲٫۵ درصد رشد کرد.", "Lavrov grew by <1>2.5 percent.", &[]);
    let source = tagged("Prices grew <1>2.5 percent.");
    let target = "قیمت ۲٫۵ درصد رشد کرد.";
    let tags = carry(&source, target, Lang::English, &glossary()).tags;
    let text = target.to_owned();
    assert_eq!(shown(&Tagged { text, tags }), "قیمت <1>۲٫۵ درصد رشد کرد.");
}

#[test]
fn a_tag_behind_a_verb_stands_behind_all_of_it() {
    let source = tagged("Prices grew<1> 2.5 percent.");
    for expected in [
        "قیمت ۲٫۵ درصد رشد کرد<1>.",
        "قیمت ۲٫۵ درصد رشد می‌کند<1>.",
        "قیمت ۲٫۵ درصد رشد خواهد کرد<1>.",
        "قیمت ۲٫۵ درصد رشد نکرده است<1> و ماند.",
        "رشد<1>، کرد: ۲٫۵ درصد",
        "رشد<1> خواهد ماند: ۲٫۵ درصد",
        "رشد<1> خواهر او ۲٫۵ درصد شد",
        "رشد<1> دهه گذشته ۲٫۵ درصد شد",
        "رشد<1> نزد او ۲٫۵ درصد شد",
    ] {
        let text = tagged(expected).text;
        let tags = carry(&source, &text, Lang::English, &glossary()).tags;
        assert_eq!(shown(&Tagged { text, tags }), expected);
    }
}

#[test]
fn one_end_of_a_pair_reaches_to_the_end_of_the_segment() {
    assert_carried("به [1وونسان", "to [1Wonsan", &[]);
    assert_carried("لاوروف1] رفت.", "Lavrov1] went.", &[]);
}

/// The segments of the article, with these targets, as XLIFF and read again.
fn there_and_back(article: &Article, targets: &[Option<Tagged>]) -> Contents {
    let rows = article.segments().iter().map(|_| Row::default()).collect();
    let name = "a.fa.html";
    let draft = Draft { article, name, rows };
    let path = Path::new("t.xlf");
    let mut file = Vec::new();
    draft.write(Format::Xliff, &mut file, path).expect("XML can hold it");
    let read = bilingual::read(&file, bilingual::Format::Xliff, path);
    let mut contents = read.expect("it can be read").expect("it is XLIFF");
    for (unit, target) in contents.units.iter_mut().zip(targets) {
        if let Some(target) = target {
            unit.target = target.text.clone();
            unit.target_tags = target.tags.clone();
            unit.state = bilingual::State::Translated;
        }
    }
    contents
}

#[test]
fn tags_go_out_come_back_and_are_put_into_the_article() {
    let article =
        Article::new(tagged("<1>[2لاوروف2] رفت. [3وونسان شهر است.\nاو آمد.3]"), Lang::Persian);
    let targets = ["[2Lavrov2] left.", "[3Wonsan is a city.", "He came.3]"];
    let targets: Vec<_> = targets.iter().map(|text| Some(tagged(text))).collect();
    let contents = there_and_back(&article, &targets);
    let sources: Vec<String> = contents
        .units
        .iter()
        .map(|unit| {
            let (text, tags) = (unit.source.clone(), unit.source_tags.clone());
            shown(&Tagged { text, tags })
        })
        .collect();
    assert_eq!(sources, ["[2لاوروف2] رفت.", "[3وونسان شهر است.", "او آمد.3]"]);
    let review = Review::new(&article, &contents, Path::new("t.xlf"), false);
    assert_eq!(shown(&review.content()), "<1>[2Lavrov2] left. [3Wonsan is a city.\nHe came.3]");
    assert_eq!(review.loose(), []);
    let units = review.units("a", None, None);
    let numbers = |tags: &[Tag]| tags.iter().map(|tag| tag.number).collect::<Vec<_>>();
    assert_eq!(numbers(&units[1].persian.tags), [1], "numbered within the segment");
    assert_eq!(numbers(&units[1].english.tags), [1]);
    let taken = contents.translated(&Default::default());
    assert_eq!(numbers(&taken.units[1].persian.tags), [1], "alone too");
    assert_eq!(numbers(&taken.units[1].english.tags), [1]);
}

/// Files keep of a tag its number; what it is in the article, the article says.
#[test]
fn formatting_comes_back_into_a_page() {
    let page = "<p><b class='x'>لاوروف</b> به <a href='y'>وونسان</a> رفت<img src='z'>.</p>";
    let path = Path::new("a.fa.html");
    let read = Document::read(page.as_bytes().to_vec(), document::Format::Html, path);
    let document = read.expect("it can be read");
    let article = Article::new(document.content().clone(), Lang::Persian);
    let target = tagged("[1Lavrov1] went to [2Wonsan2]<3>.");
    let contents = there_and_back(&article, &[Some(target)]);
    let review = Review::new(&article, &contents, Path::new("t.xlf"), false);
    let written = document.with(&review.content(), Lang::English);
    assert_eq!(
        String::from_utf8(written.expect("it can be written")).expect("it is UTF-8"),
        "<p><b class='x'>Lavrov</b> went to <a href='y'>Wonsan</a><img src='z'>.</p>"
    );
}

#[test]
fn tags_that_did_not_come_back_are_carried_or_told() {
    let article = Article::new(tagged("[1لاوروف1] [2بی‌درنگ2] به وونسان رفت."), Lang::Persian);
    let target = Tagged::from("Lavrov went to Wonsan at once.");
    let contents = there_and_back(&article, &[Some(target)]);
    let mut review = Review::new(&article, &contents, Path::new("t.xlf"), false);
    review.carry(&glossary());
    assert!(matches!(review.standings[..], [Standing::Translated(_)]));
    assert_eq!(shown(&review.content()), "[1Lavrov1] went to Wonsan at once.");
    let loose = review.loose();
    assert_eq!(loose.len(), 1);
    assert_eq!(loose[0].0, 1);
    assert!(loose[0].1.iter().all(|tag| tag.number == 2));
}

#[test]
fn inline_elements_of_other_programs_are_tags() {
    let file = "<xliff version='1.2'><file original='a' source-language='en' target-language='fa'><body><trans-unit id='7'>
        <source>A <bpt id='b' rid='p'>&lt;b&gt;</bpt>B<ept id='e' rid='p'>&lt;/b&gt;</ept> <mrk mtype='x'>C</mrk><ph id='i'>{0}&#10;&amp;</ph><x id='j' ctype='image'/></source>
        <target><x id='j'/><it id='k' pos='close'/>ت</target></trans-unit></body></file></xliff>";
    let read = bilingual::read(file.as_bytes(), bilingual::Format::Xliff, Path::new("t.xlf"));
    let unit = read.expect("it can be read").expect("it is XLIFF").units.remove(0);
    let (text, tags) = (unit.source, unit.source_tags);
    let codes: Vec<&str> = tags.iter().map(|tag| tag.code.as_str()).collect();
    assert_eq!(codes, ["<b>", "</b>", "{0}\n&", ""]);
    assert_eq!(tags[3].role, "image");
    assert_eq!(shown(&Tagged { text, tags }), "A [1B1] C<2><3>");
    let (text, tags) = (unit.target, unit.target_tags);
    assert_eq!(shown(&Tagged { text, tags }), "<3>4]ت");
}

#[test]
fn a_line_break_parts_the_words_beside_it() {
    for tag in [
        "<x id='1' ctype='lb'/>",
        "<x id='1' ctype='x-br'/>",
        "<ph id='1'>&lt;br/></ph>",
        "<ph id='1' type='fmt' subType='xlf:lb'/>",
    ] {
        let file = format!(
            "<xliff version='1.2'><file original='a' source-language='en' target-language='fa'><body><trans-unit id='7'>
             <source>One{tag}two</source><target>یک {tag}دو</target></trans-unit></body></file></xliff>"
        );
        let read = bilingual::read(file.as_bytes(), bilingual::Format::Xliff, Path::new("t.xlf"));
        let unit = read.expect("it can be read").expect("it is XLIFF").units.remove(0);
        assert_eq!((unit.source.as_str(), unit.target.as_str()), ("One two", "یک دو"), "{tag}");
        assert_eq!(unit.source_tags[0].at, "One".len());
    }
}

/// Text with tags anywhere, paired or not.
fn any_tagged() -> impl Strategy<Value = Tagged> {
    prop::collection::vec(
        prop::sample::select(vec![
            "لاوروف ",
            "رفت. ",
            "۱۲ ",
            "[1",
            "1]",
            "[2",
            "2]",
            "<3>",
            "[4",
            "\n",
        ]),
        0..24,
    )
    .prop_map(|pieces| tagged(&pieces.concat()))
}

proptest! {
    #[test]
    fn no_tag_is_lost_or_doubled(source in any_tagged(), target in "[a-c 12.Lavrov]{0,20}") {
        let carried = carry(&source, &target, Lang::Persian, &glossary());
        let mut all: Vec<(u32, TagKind)> = carried.tags.iter().chain(&carried.missing).map(|tag| (tag.number, tag.kind)).collect();
        let mut own: Vec<(u32, TagKind)> = source.tags.iter().map(|tag| (tag.number, tag.kind)).collect();
        let key = |(number, kind): &(u32, TagKind)| (*number, *kind as u8);
        all.sort_by_key(key);
        own.sort_by_key(key);
        prop_assert_eq!(all, own);
        prop_assert!(carried.tags.is_sorted_by_key(|tag| tag.at));
        prop_assert!(carried.tags.iter().all(|tag| target.is_char_boundary(tag.at)));
    }

    #[test]
    fn an_article_keeps_its_tags(content in any_tagged()) {
        let article = Article::new(content.clone(), Lang::Persian);
        let whole = article.with_segments([]);
        prop_assert_eq!(&whole.text, &content.text);
        let mut tags = whole.tags;
        let mut own = content.tags;
        let key = |tag: &Tag| (tag.at, tag.number, tag.kind as u8);
        tags.sort_by_key(key);
        own.sort_by_key(key);
        prop_assert_eq!(tags, own);
    }
}
