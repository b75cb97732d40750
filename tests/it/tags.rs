//! Inline tags of a segment and of a unit: where they stand for the same, what it costs where they do not, and how the
//! unit's translation says where they go.

use hamta::align::carry_proposed;
use hamta::check::Placeholders;
use hamta::exchange::bilingual::{Filling, Made, State, Unit};
use hamta::glossary::Glossary;
use hamta::matching::{
    Adaptation, Match, MatchKind, Options, Penalties, Proposal, Query, Reason, adapt, counterparts,
};
use hamta::text::TagKind::{Alone, Close, Open};
use hamta::text::{Lang, Tagged, Words};
use hamta::tm::{self, Memory};
use hamta::unit::{Side, TranslationUnit};
use proptest::prelude::*;

use crate::carry::{shown, tagged};

fn side(marked: &str) -> Side {
    let Tagged { text, tags } = tagged(marked);
    Side { tags, ..Side::new(text) }
}

fn unit(english: &str, persian: &str) -> TranslationUnit {
    TranslationUnit::new(Lang::English, side(english), side(persian))
}

fn query(marked: &str) -> Query {
    let Tagged { text, tags } = tagged(marked);
    Query { tags, ..Query::new(&text, Lang::English) }
}

/// The matches of a memory with `units` in it.
fn matches(units: &[TranslationUnit], query: &Query, options: &Options) -> Vec<Match> {
    let mut memory = Memory::in_memory().expect("there is room");
    let added = memory.add(units.iter().cloned().map(Ok));
    added.expect("it can be written");
    let reader = memory.reader().expect("it can be read");
    tm::matches(&reader, query, options).expect("it can be read")
}

/// The numbers of tags that stand for the same, as `1=2 3=1`.
fn alike(segment: &str, unit: &str) -> Option<String> {
    let [segment, unit] = [segment, unit].map(tagged);
    let [words, others] = [&segment, &unit].map(|text| Words::of(&text.text, Lang::English));
    let numbers = counterparts(&segment.tags, &words, &unit.tags, &others)?;
    let mut numbers: Vec<String> = numbers.iter().map(|(a, b)| format!("{a}={b}")).collect();
    numbers.sort();
    Some(numbers.join(" "))
}

#[test]
fn tags_between_the_same_words_are_alike() {
    let are = |segment, unit, expected: &str| {
        assert_eq!(alike(segment, unit).as_deref(), Some(expected), "{segment} / {unit}");
    };
    are("one two", "one two", "");
    are("one [1two1] three", "one [1two1] three", "1=1");
    are("one [3two3] <1>three", "one [1two1] <2>three", "1=2 3=1");
    are("on[1e t1]wo", "on[2e t2]wo", "1=2");
    // Around a word more, a word less or another one.
    are("[1Lavrov1] went home today", "[1Sergey Lavrov1] went home today", "1=1");
    are("he saw [1big red1] ships", "he saw [1ships1] ships", "1=1");
    are("one [1two1] three four five", "nought one [1two1] three four", "1=1");
    // At the ends they need no counterpart.
    are("[1one two1].<2>", "one two.", "");
    are("<1>[2one [3two3] three2]", "one [1two1] three", "3=1");
    are("one <1><2>two", "one <2><1>two", "1=2 2=1");
    // Unless they are read where they stand.
    are("one {1} or {2}.", "one {3} or {1}.", "1=3 2=1");
    are("[5{1} and {2}5]", "{1} and {2}", "1=1 2=2");
    are("[1one1] in {2}.", "[1one1] in {2}.", "1=1 2=2");
}

#[test]
fn other_tags_are_not_alike() {
    let are_not = |segment, unit| assert_eq!(alike(segment, unit), None, "{segment} / {unit}");
    are_not("one [1two1] three", "one two three");
    are_not("one two three", "one <1>two three");
    are_not("one [1two1] three", "[1one1] two three");
    are_not("one [1two1] three", "one [1two three1]");
    are_not("one <1>two", "one [1two1]");
    are_not("one [1two1] [2three2] four", "one [1two [2three2]1] four");
    are_not("one two", "on<1>e two");
    are_not("one <1>two <2>three", "one <1>two <1>three");
    are_not("delete {1}?", "delete?");
    are_not("delete?", "delete {1}?");
    are_not("{1} one two", "one two {1}");
}

#[test]
fn roles_that_both_name_differ() {
    let role = |role: &str| {
        let mut text = tagged("one [1two1] three");
        for tag in &mut text.tags {
            role.clone_into(&mut tag.role);
        }
        text
    };
    let words = Words::of("one two three", Lang::English);
    let are_alike = |own: &str, other: &str| {
        let (own, other) = (role(own), role(other));
        counterparts(&own.tags, &words, &other.tags, &words).is_some()
    };
    assert!(are_alike("bold", "bold"));
    assert!(are_alike("bold", ""));
    assert!(are_alike("", "link"));
    assert!(!are_alike("bold", "link"));
}

#[test]
fn other_tags_cost_a_point() {
    let units = [unit("one two three", "یک دو سه")];
    let rated = |segment: &str, options: &Options| {
        let found = matches(&units, &query(segment), options).remove(0);
        let penalties = found.penalties.iter();
        let penalties: Vec<_> = penalties.map(|p| (p.reason, p.points)).collect();
        (found.rate, found.kind, penalties)
    };
    let usual = Options::default();
    let costs = vec![(Reason::Tags, 1)];
    assert_eq!(rated("one two three", &usual), (100, MatchKind::Exact, vec![]));
    assert_eq!(rated("[1one two three1]", &usual), (100, MatchKind::Exact, vec![]));
    assert_eq!(rated("one [1two1] three", &usual), (99, MatchKind::Fuzzy, costs));
    let free =
        Options { penalties: Penalties::default().with(Reason::Tags, 0), ..Options::default() };
    assert_eq!(rated("one [1two1] three", &free), (100, MatchKind::Exact, vec![]));
    // Beside other penalties, in their order.
    let dear =
        Options { penalties: Penalties::default().with(Reason::Tags, 7), ..Options::default() };
    let costs = vec![(Reason::Punctuation, 1), (Reason::Tags, 7)];
    assert_eq!(rated("one [1two1], three", &dear), (92, MatchKind::Fuzzy, costs));
    // What falls below the threshold is no match.
    let strict = Options { threshold: 100, ..Options::default() };
    assert_eq!(matches(&units, &query("one [1two1] three"), &strict), []);
}

#[test]
fn of_units_that_differ_in_tags_the_one_with_those_of_the_segment_comes_first() {
    let units = [unit("one two three", "یک دو سه"), unit("one [1two1] three", "یک [1دو1] سه!")];
    let best = |segment: &str| {
        let found = matches(&units, &query(segment), &Options::default());
        found[0].candidate.unit.persian.text.clone()
    };
    assert_eq!(best("one [1two1] three"), "یک دو سه!");
    assert_eq!(best("one two three"), "یک دو سه");
}

/// What a unit proposes for a segment, with tags as [`shown`].
fn proposed(segment: &str, unit: TranslationUnit) -> String {
    shown(&filling(segment, unit).target)
}

/// What is filled in for a segment, as a unit proposes it.
pub(crate) fn filling(segment: &str, unit: TranslationUnit) -> Filling {
    let source = tagged(segment);
    let query = query(segment);
    let options = Options::default();
    let found = matches(&[unit], &query, &options).remove(0);
    let glossary = Glossary::new(Vec::new());
    let proposal = Proposal {
        adaptation: adapt(&source.text, &found.candidate.unit, Lang::English, &glossary),
        found,
    };
    let carried = carry_proposed(&source, &proposal, Lang::English, &glossary);
    let unit = Unit {
        source_lang: Lang::English,
        source: source.text,
        source_tags: source.tags,
        target: String::new(),
        target_tags: Vec::new(),
        id: None,
        notes: Vec::new(),
        placeholders: Placeholders::default(),
        state: State::Draft,
        made: Made::default(),
        line: 1,
    };
    let filling = Filling::new(&unit, &proposal, &glossary);
    assert_eq!(filling.target, carried);
    filling
}

#[test]
fn tags_stand_where_the_translation_of_the_unit_has_its_own() {
    // No word of these has a common meaning or sounds like another, so that nothing else could tell.
    let unit = || unit("blorp [1quib1] <2>zint", "[1تپش1] <2>درنا پوشه");
    assert_eq!(proposed("blorp [2quib2] <1>zint", unit()), "[2تپش2] <1>درنا پوشه");
    // Around a segment they stand around its translation.
    assert_eq!(
        proposed("[5[6blorp [2quib2] <1>zint6]5]<7>", unit()),
        "[5[6[2تپش2] <1>درنا پوشه6]5]<7>"
    );
    assert_eq!(proposed("<7>[5blorp [2quib2] <1>zint5]", unit()), "<7>[5[2تپش2] <1>درنا پوشه5]");
    assert_eq!(
        proposed(
            "[55][4blorp4] <1>[2quib2] zint",
            self::unit("[1blorp1] <2>[3quib3] zint", "[1تپش1] <2>[3درنا3] پوشه")
        ),
        "[55][4تپش4] <1>[2درنا2] پوشه"
    );
    // Other tags, or not all of them in the translation: as if the unit had none.
    assert_eq!(proposed("blorp [2quib zint2]", unit()), "تپش درنا پوشه");
    let lacks = self::unit("blorp [1quib1] <2>zint", "[1تپش1] درنا پوشه");
    assert_eq!(proposed("blorp [1quib1] <2>zint", lacks), "تپش درنا پوشه");
    let crossed = self::unit("blorp [1quib1] [2zint2]", "[1تپش [2درنا1] پوشه2]");
    assert_eq!(proposed("blorp [1quib1] [2zint2]", crossed), "تپش درنا پوشه");
    // What has no counterpart in the source is no tag of the segment.
    let more = self::unit("blorp [1quib1] zint", "<3>[1تپش1] درنا پوشه");
    assert_eq!(proposed("blorp [1quib1] zint", more), "[1تپش1] درنا پوشه");
}

/// What a program puts in for them is a part of the sentence.
#[test]
fn placeholders_stand_where_the_translation_of_the_unit_has_its_own() {
    for (source, target) in [
        ("Use {1} or {2}.", "از {1} یا {2} استفاده کنید."),
        ("From {1} to {2}.", "از {1} تا {2}."),
        ("{1} sent you {2}.", "{1} برای شما {2} فرستاد."),
        ("Delete {1}?", "{1} حذف شود؟"),
        ("The [1file1] was saved in {2}.", "[1پرونده1] در {2} ذخیره شد."),
        ("Order {2} from {1}", "از {1} سفارش {2}"),
        ("Value: {1} ({2})", "مقدار: {1} ({2})"),
        ("Line one<1> and {2}", "خط یک<1> و {2}"),
    ] {
        assert_eq!(proposed(source, unit(source, target)), shown(&tagged(target)));
    }
    let order = || unit("Order {2} from {1}", "از {1} سفارش {2}");
    assert_eq!(proposed("[5Order {2} from {1}5]", order()), "[5از <1> سفارش <2>5]");
    assert!(filling("Order {2} from {1}", order()).is_sure);
    assert!(!filling("Delete {1}?", unit("Delete?", "حذف شود؟")).is_sure);
}

#[test]
fn tags_move_with_what_is_adapted() {
    let unit = || unit("blorp [11,2001] quib 5 <2>zint vops", "<2>تپش [1۱۲۰۰1] درنا ۵ پوشه");
    assert_eq!(
        proposed("blorp [134,5671] quib 5 <2>zint vops", unit()),
        "<2>تپش [1۳۴٬۵۶۷1] درنا ۵ پوشه"
    );
    assert_eq!(
        proposed(
            "blorp [1421] quib 555 <2>zint vops",
            self::unit("blorp [1991] quib 5 <2>zint vops", "تپش [1۹۹1] درنا ۵ پو<2>شه")
        ),
        "تپش [1۴۲1] درنا ۵۵۵ پو<2>شه"
    );
}

#[test]
fn a_place_in_a_changed_text_is_at_its_end() {
    let units = [unit("zint 12 vops", "پوشه ۱۲ درنا")];
    let found = matches(&units, &query("zint 345 vops"), &Options::default()).remove(0);
    let adaptation =
        adapt("zint 345 vops", &found.candidate.unit, Lang::English, &Glossary::new(Vec::new()));
    let adaptation: Adaptation = adaptation.expect("the number is exchanged");
    let own = found.candidate.unit.persian.text.clone();
    let proposal = Proposal { found, adaptation: Some(adaptation) };
    let target = proposal.target(Lang::English).to_owned();
    assert_eq!(target, "پوشه ۳۴۵ درنا");
    let at = |text: &str, part: &str| text.find(part).expect("it stands there");
    let inside = at(&own, "۲");
    let [start, end] = [at(&target, "۳۴۵"), at(&target, " درنا")];
    assert_eq!(proposal.moved(inside, Open), start);
    assert_eq!(proposal.moved(inside, Close), end);
    assert_eq!(proposal.moved(inside, Alone), end);
    assert_eq!(proposal.moved(at(&own, "۱۲"), Close), start);
    assert_eq!(proposal.moved(at(&own, " درنا"), Open), end);
    assert_eq!(proposal.moved(own.len(), Open), target.len());
    assert_eq!(proposal.moved(0, Open), 0);
}

/// Few words with tags anywhere, paired or not.
fn any_tagged() -> impl Strategy<Value = String> {
    let pieces = vec!["blorp ", "quib ", "12 ", "zint. ", "[1", "1]", "[2", "2]", "<3>", "<4>"];
    prop::collection::vec(prop::sample::select(pieces), 1..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn tags_of_a_proposal_are_those_of_the_segment(segment in any_tagged(), own in any_tagged(), target in any_tagged()) {
        let unit = unit(&own, &target);
        let options = Options { threshold: 1, ..Options::default() };
        let query = query(&segment);
        let source = tagged(&segment);
        let glossary = Glossary::new(Vec::new());
        for found in matches(&[unit], &query, &options) {
            let adaptation = adapt(&source.text, &found.candidate.unit, Lang::English, &glossary);
            let proposal = Proposal { found, adaptation };
            let offered = carry_proposed(&source, &proposal, Lang::English, &glossary);
            prop_assert_eq!(&offered.text, proposal.target(Lang::English));
            prop_assert!(offered.tags.is_sorted_by_key(|tag| tag.at));
            prop_assert!(offered.tags.iter().all(|tag| offered.text.is_char_boundary(tag.at)));
            let mut left = source.tags.clone();
            for tag in &offered.tags {
                let own = left.iter().position(|own| (own.number, own.kind) == (tag.number, tag.kind));
                left.remove(own.expect("the segment has it, and once for each time"));
            }
        }
    }

    /// Whatever other tags cost, every unit whose rate reaches the threshold is found, and rated as it is by itself.
    #[test]
    fn no_match_is_missed_for_its_tags(
        segment in any_tagged(),
        units in prop::collection::vec(any_tagged(), 1..8),
        threshold in 1_u8..=100,
        points in 0_u8..60,
    ) {
        let penalties = Penalties::default().with(Reason::Tags, points);
        let options = |threshold| Options { threshold, most: usize::MAX, penalties };
        let units: Vec<_> = units.iter().enumerate().map(|(i, own)| unit(own, &format!("ب{i}"))).collect();
        let query = query(&segment);
        let rates = |found: Vec<Match>| {
            let mut rates: Vec<_> = found.iter().map(|found| (found.candidate.unit.persian.text.clone(), found.rate)).collect();
            rates.sort();
            rates
        };
        let mut alone: Vec<_> = units.iter().flat_map(|unit| rates(matches(std::slice::from_ref(unit), &query, &options(1)))).collect();
        alone.sort();
        alone.retain(|(_, rate)| *rate >= threshold);
        prop_assert_eq!(rates(matches(&units, &query, &options(threshold))), alone);
    }
}
