//! Two texts, and which of their segments belong together.

use hamta::align::{Bead, Knowledge, Reading, Text, align};
use hamta::text::Lang;
use hamta::unit::{Side, TranslationUnit};
use proptest::prelude::*;

use crate::articles::{article, glossaries};

fn read(text: &Text<'_>, units: &[TranslationUnit]) -> Reading {
    let glossary = glossaries();
    Reading::new(text, Knowledge { glossary, units })
}

/// The beads of two texts of which each line is a segment.
fn lines(persian: &str, english: &str, units: &[TranslationUnit]) -> Vec<Bead> {
    align(&[
        read(&Text::of_lines(persian, Lang::Persian), units),
        read(&Text::of_lines(english, Lang::English), units),
    ])
}

/// The beads as ranges of lines, from 0: `0:0 1-2:1 3:-`.
fn shown(beads: &[Bead]) -> String {
    let side = |range: &std::ops::Range<usize>| match range.len() {
        0 => "-".to_owned(),
        1 => range.start.to_string(),
        _ => format!("{}-{}", range.start, range.end - 1),
    };
    let beads = beads.iter().map(|bead| format!("{}:{}", side(&bead.source), side(&bead.target)));
    beads.collect::<Vec<_>>().join(" ")
}

const PERSIAN: &str = "\
وزیر امور خارجه روسیه روز جمعه وارد وونسان شد
او در فرودگاه با چوی سون هوی دیدار کرد
سه نفر در زلزله شب گذشته کشته شدند
دو طرف ۱۲ سند همکاری امضا کردند
آیا این مذاکرات به صلح می‌انجامد؟
بازار بورس تهران امروز ۲٫۵ درصد رشد کرد
";
const ENGLISH: &str = "\
The Russian foreign minister arrived in Wonsan on Friday
He met Choe Son Hui at the airport
Three people were killed in last night's earthquake
The two sides signed 12 cooperation documents
Will these talks lead to peace?
The Tehran stock market grew 2.5 percent today
";

/// The text without the line `i`, or with it joined to the next one.
fn changed(text: &str, i: usize, joined: bool) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let line = changed.remove(i);
    if joined {
        changed[i] = format!("{line}. {}", changed[i]);
    }
    changed.join("\n")
}

#[test]
fn the_article_and_its_translation_belong_together() {
    let persian = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let english = article("lavrov-wonsan.en.txt", Lang::English);
    let texts = [Text::of(&persian), Text::of(&english)];
    let beads = align(&texts.each_ref().map(|text| read(text, &[])));
    let back = align(&[&texts[1], &texts[0]].map(|text| read(text, &[])));
    for beads in [beads, back] {
        let all: Vec<String> = (0..persian.segments().len()).map(|i| format!("{i}:{i}")).collect();
        assert_eq!(shown(&beads), all.join(" "));
        assert!(beads.iter().all(|bead| bead.confidence > 0.9), "{beads:?}");
    }
}

#[test]
fn lines_find_their_translations() {
    assert_eq!(shown(&lines(PERSIAN, ENGLISH, &[])), "0:0 1:1 2:2 3:3 4:4 5:5");
}

#[test]
fn a_line_that_is_not_translated_has_no_counterpart() {
    assert_eq!(shown(&lines(PERSIAN, &changed(ENGLISH, 2, false), &[])), "0:0 1:1 2:- 3:2 4:3 5:4");
    assert_eq!(shown(&lines(&changed(PERSIAN, 3, false), ENGLISH, &[])), "0:0 1:1 2:2 -:3 3:4 4:5");
}

#[test]
fn lines_that_were_joined_are_found_together() {
    assert_eq!(shown(&lines(PERSIAN, &changed(ENGLISH, 0, true), &[])), "0-1:0 2:1 3:2 4:3 5:4");
    assert_eq!(shown(&lines(&changed(PERSIAN, 4, true), ENGLISH, &[])), "0:0 1:1 2:2 3:3 4:4-5");
}

#[test]
fn lines_in_another_order_are_found_together() {
    let mut swapped: Vec<&str> = ENGLISH.lines().collect();
    swapped.swap(2, 3);
    assert_eq!(shown(&lines(PERSIAN, &swapped.join("\n"), &[])), "0:0 1:1 2-3:2-3 4:4 5:5");
}

#[test]
fn lines_that_are_all_alike_go_one_by_one() {
    let [persian, english] = [PERSIAN, ENGLISH].map(|text| {
        let line = text.lines().nth(2).unwrap_or_default();
        vec![line; 500].join("\n")
    });
    let beads = lines(&persian, &english, &[]);
    assert!(
        beads.iter().all(|bead| bead.source == bead.target && bead.source.len() == 1),
        "{}",
        shown(&beads)
    );
}

#[test]
fn a_unit_that_is_known_decides() {
    let unit = TranslationUnit::new(
        Lang::Persian,
        Side::new("هوا سرد است"),
        Side::new("Chilly out there"),
    );
    let (persian, english) = ("هوا سرد است", "Rather dull here\nChilly out there");
    assert_eq!(shown(&lines(persian, english, &[unit])), "-:0 0:1");
    assert_ne!(shown(&lines(persian, english, &[])), "-:0 0:1");
}

#[test]
fn unrelated_texts_are_known_for_it() {
    let other = "\
Chelsea beat Liverpool in the final minutes of the match
The singer released a new album last month
Scientists discovered a species of frog in the rainforest
Oil prices fell by 7 dollars
Doctors advise parents to vaccinate children
";
    for bead in lines(PERSIAN, other, &[]) {
        assert!(!bead.is_pair() || bead.confidence < 0.5, "{bead:?}");
    }
}

#[test]
fn a_few_headlines_that_share_nothing_are_not_sure() {
    let (persian, english) = (
        "بازار بورس سقوط کرد\nباران شدید در جنوب",
        "Team wins the final match\nNew film opens in cinemas",
    );
    for bead in lines(persian, english, &[]) {
        assert!(bead.confidence <= 0.6, "{bead:?}");
    }
}

#[test]
fn a_side_without_segments_has_no_pairs() {
    assert_eq!(lines("", "", &[]), []);
    assert_eq!(shown(&lines(PERSIAN, "", &[])), "0:- 1:- 2:- 3:- 4:- 5:-");
    assert_eq!(shown(&lines("", ENGLISH, &[])), "-:0 -:1 -:2 -:3 -:4 -:5");
    assert_eq!(shown(&lines("\n", "...", &[])).matches(':').count(), 1);
}

#[test]
fn a_text_may_be_many_times_as_long_as_the_other() {
    let persian = |count: usize| "دو طرف ۱۲ سند همکاری امضا کردند\n".repeat(count);
    let english = |count: usize| "The two sides signed 12 cooperation documents\n".repeat(count);
    let both = format!("{PERSIAN}{}", persian(30));
    let many = format!("{ENGLISH}{}", english(1_500));
    for (persian, english) in [
        (persian(1), english(600)),
        (persian(600), english(1)),
        (persian(2), english(1_200)),
        (both, many),
    ] {
        let beads = lines(&persian, &english, &[]);
        let last = beads.last().expect("both have lines");
        assert_eq!(last.source.end, persian.lines().count());
        assert_eq!(last.target.end, english.lines().count());
        let are_joined = beads.windows(2).all(|both| both[0].target.end == both[1].target.start);
        assert!(are_joined);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_segment_is_in_one_bead(
        persian in "(\\PC|[ابپ۱۲۳؟]|وونسان|\n| ){0,120}", english in "(\\PC|[a-z123?]|Wonsan|\n| ){0,120}",
    ) {
        let beads = lines(&persian, &english, &[]);
        let (mut source, mut target) = (0, 0);
        for bead in &beads {
            prop_assert_eq!((bead.source.start, bead.target.start), (source, target));
            prop_assert!(bead.source.len() + bead.target.len() > 0);
            prop_assert!((0.0..=1.0).contains(&bead.confidence));
            (source, target) = (bead.source.end, bead.target.end);
        }
        prop_assert_eq!(source, persian.split_inclusive('\n').count());
        prop_assert_eq!(target, english.split_inclusive('\n').count());
        prop_assert_eq!(beads, lines(&persian, &english, &[]));
    }
}
