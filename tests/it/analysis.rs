//! Analyses: which segment is in which band, what is counted of it, and the files that come of it.

use std::path::Path;

use hamta::exchange::analysis::{page, table};
use hamta::matching::analysis::{Analysis, Band, Count, Counted, Counts, Weight, Weights};
use hamta::matching::{Candidate, Match, MatchKind, Query};
use hamta::text::Lang;
use hamta::unit::{Side, TranslationUnit};

/// A match of this rate, for any segment.
fn found(rate: u8, kind: MatchKind) -> Match {
    let unit = TranslationUnit::new(Lang::Persian, Side::new("بله"), Side::new("Yes"));
    Match {
        candidate: Candidate { id: 1, unit },
        rate,
        kind,
        penalties: Vec::new(),
        differences: Vec::new(),
        similarity: 1.0,
    }
}

fn segment(text: &str, best: Option<&Match>) -> Counted {
    let lang = Lang::of(text).unwrap_or(Lang::Persian);
    Counted::of(&Query::new(text, lang), best)
}

/// An analysis of files with these segments, for which there is no match.
fn analysis(files: &[&[&str]]) -> Analysis {
    let names = (1..=files.len()).map(|number| (format!("{number}.txt"), Lang::Persian));
    let mut analysis = Analysis::of(names);
    for (at, segments) in files.iter().enumerate() {
        for text in *segments {
            analysis.add(at, segment(text, None));
        }
    }
    analysis
}

/// How many segments are in each band that has any.
fn segments(counts: &Counts) -> Vec<(&'static str, u64)> {
    let counted = Band::ALL.map(|band| (band.name(), counts.of(band).segments));
    counted.into_iter().filter(|(_, count)| *count > 0).collect()
}

#[track_caller]
fn assert_band(rate: u8, kind: MatchKind, expected: Band) {
    let mut analysis = Analysis::of([("a".to_owned(), Lang::Persian)]);
    analysis.add(0, segment("یک دو", Some(&found(rate, kind))));
    assert_eq!(segments(&analysis.total()), [(expected.name(), 1)], "{rate}");
}

#[test]
fn a_match_is_in_the_band_of_its_rate() {
    assert_band(100, MatchKind::Context, Band::Context);
    assert_band(100, MatchKind::Exact, Band::Exact);
    for (rates, band) in [
        (95..=99, Band::From95),
        (85..=94, Band::From85),
        (75..=84, Band::From75),
        (50..=74, Band::From50),
        (1..=49, Band::None),
    ] {
        for rate in rates {
            assert_band(rate, MatchKind::Fuzzy, band);
        }
    }
}

#[test]
fn a_repetition_is_what_folds_to_the_same() {
    let one = |segments: &[&str]| self::segments(&analysis(&[segments]).total());
    assert_eq!(one(&["می‌شود", "می شود", "ميشود"]), [("repetition", 2), ("none", 1)]);
    assert_eq!(
        one(&["او گفت «بله» چرا؟", "او گفت « بله » چرا ؟", "او  گفت«بله»چرا؟"]),
        [("repetition", 2), ("none", 1)]
    );
    assert_eq!(one(&["می‌شود؟", "می‌شود."]), [("none", 2)]);
    assert_eq!(one(&["«بله» گفت", "بله «گفت»"]), [("none", 2)]);
    assert_eq!(one(&["۱۰ نفر", "۱۲ نفر"]), [("none", 2)]);
}

#[test]
fn a_repetition_is_in_its_file_or_across_files() {
    let files: [&[&str]; 3] = [&["یک", "دو", "یک"], &["یک", "یک", "سه"], &["سه"]];
    let analysis = analysis(&files);
    let counts: Vec<_> = analysis.files().iter().map(|file| segments(&file.counts)).collect();
    assert_eq!(counts[0], [("repetition", 1), ("none", 2)]);
    assert_eq!(counts[1], [("repetition", 1), ("cross-file", 1), ("none", 1)]);
    assert_eq!(counts[2], [("cross-file", 1)]);
    assert_eq!(segments(&analysis.total()), [("repetition", 2), ("cross-file", 2), ("none", 3)]);
}

#[test]
fn only_a_match_of_100_goes_before_a_repetition() {
    let after = |best: Option<Match>| {
        let mut analysis = Analysis::of([("a".to_owned(), Lang::Persian)]);
        analysis.add(0, segment("یک دو", None));
        analysis.add(0, segment("یک دو", best.as_ref()));
        segments(&analysis.total())[0].0
    };
    assert_eq!(after(None), "repetition");
    assert_eq!(after(Some(found(99, MatchKind::Fuzzy))), "repetition");
    assert_eq!(after(Some(found(100, MatchKind::Exact))), "100");
    assert_eq!(after(Some(found(100, MatchKind::Context))), "context");
}

#[test]
fn words_are_counted_as_they_compare_and_characters_without_spaces() {
    let count = |text| analysis(&[&[text]]).total().sum();
    let expected = |words, characters| Count { segments: 1, words, characters };
    assert_eq!(count("می‌شود گفت"), expected(2, 8));
    assert_eq!(count("می شود گفت"), expected(2, 8));
    assert_eq!(count("در ۲۱ تیر ۱۴۰۴ آمد."), expected(3, 15));
    assert_eq!(count("***"), expected(0, 3));
}

#[test]
fn words_are_weighted() {
    let analysis = analysis(&[&["یک دو سه", "یک دو سه"]]);
    let weights = Weights::default().with(Weight { band: Band::Repetition, percent: 25 });
    let total = analysis.total();
    assert_eq!(total.weighted(Band::Repetition, &weights), 0.75);
    assert_eq!(total.weighted(Band::None, &weights), 3.0);
    assert_eq!(total.weighted_sum(&weights), 3.75);
    assert_eq!(total.share(Band::None), 50.0);
    assert_eq!(Counts::default().share(Band::None), 0.0);
}

/// The weights say nothing about which band is cheaper, but nobody pays more for more help.
#[test]
fn the_usual_weights_rise_with_the_work() {
    let weights = Weights::default();
    assert!(Band::ALL.is_sorted_by_key(|band| weights.of(*band)));
    assert_eq!((weights.of(Band::Context), weights.of(Band::None)), (0, 100));
}

#[test]
fn a_file_name_cannot_break_the_files() {
    let name = "<b>\"a\", & b.txt";
    let mut analysis = Analysis::of([(name.to_owned(), Lang::English)]);
    analysis.add(0, segment("one two", None));
    let path = Path::new("x");
    let mut written = [Vec::new(), Vec::new()];
    page(&mut written[0], &analysis, &Weights::default(), path).expect("a vector takes everything");
    table(&mut written[1], &analysis, &Weights::default(), path)
        .expect("a vector takes everything");
    let [page, table] = written.map(|bytes| String::from_utf8(bytes).expect("it is UTF-8"));
    assert!(page.contains("<h2 dir=\"auto\">&lt;b&gt;&quot;a&quot;, &amp; b.txt</h2>"), "{page}");
    assert!(table.contains("\n\"<b>\"\"a\"\", & b.txt\",none,1,2,6,100,2\n"), "{table}");
}

/// The page runs nothing and fetches nothing, and its bars have a piece for each band that has words.
#[test]
fn a_page_stands_by_itself() {
    let mut page = Vec::new();
    let analysis = analysis(&[&["یک دو", "یک دو"], &["یک دو", "سه"]]);
    self::page(&mut page, &analysis, &Weights::default(), Path::new("x"))
        .expect("a vector takes everything");
    let page = String::from_utf8(page).expect("it is UTF-8");
    for outside in ["<script", "http", "src=", "href", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<svg").count(), 3);
    assert_eq!(page.matches("<rect").count(), 3 + 2 + 2);
    assert!(page.contains("<title>repetition across files: 2 words</title>"));
}
