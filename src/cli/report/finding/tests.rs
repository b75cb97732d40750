//! The findings with which the formats are tested.

use hamta::text::Positions;

use super::*;

/// An error, where `found` first stands in `text`.
pub(super) fn in_text(text: &str, found: &str) -> Shown {
    let start = text.find(found).expect("it stands there");
    let span = Span::new(start, start + found.len());
    let mut positions = Positions::new(text);
    let message = "write “Wonsan”, not “Vonsan” & <more>".to_owned();
    Shown {
        rule: "forbidden-term",
        severity: Severity::Error,
        path: "اخبار/a,b.txt".to_owned(),
        place: Place::Span { span, start: positions.of(span.start), end: positions.of(span.end) },
        text: found.to_owned(),
        about: None,
        gist: message.clone(),
        message,
        fix: Some(Fix { text: "Wonsan".to_owned(), is_safe: true }),
        context: None,
    }
}

/// A warning about a line of a glossary.
pub(super) fn in_line(line: u64) -> Shown {
    Shown {
        rule: "entered-twice",
        severity: Severity::Warning,
        path: "g.tsv".to_owned(),
        place: Place::Line(line),
        text: "کییف".to_owned(),
        about: None,
        message: "an entry already".to_owned(),
        gist: "an entry".to_owned(),
        fix: None,
        context: None,
    }
}

#[test]
fn findings_are_put_in_order() {
    let mut first = in_line(2);
    first.path = "a.tsv".to_owned();
    let shown = vec![in_line(10), in_line(9), first];
    let files = ["g.tsv", "a.tsv", "g.tsv"].map(Path::new);
    let report = Report::new(&files, shown, Vec::new());
    let order: Vec<_> = report.findings.iter().map(short::place).collect();
    assert_eq!(order, ["a.tsv:2:1", "g.tsv:9:1", "g.tsv:10:1"]);
    assert_eq!(report.files, ["a.tsv", "g.tsv"]);
}

#[test]
fn columns_for_people_are_characters() {
    let cases = [
        ("می‌شود ونسان", "1:8"),
        ("سَلامٌ ونسان", "1:8"),
        ("🙂\n𐎠𐎠 🙂 ونسان", "2:6"),
        ("\u{FEFF}ونسان", "1:1"),
    ];
    for (text, expected) in cases {
        let place = short::place(&in_text(text, "ونسان"));
        assert_eq!(place, format!("اخبار/a,b.txt:{expected}"), "{text}");
    }
}

#[test]
fn what_is_shown_around_a_place_is_not_without_end() {
    let text = "او می کند ".repeat(1_000);
    let middle = text.len() / 2 + "او ".len();
    let place = Span::new(middle, middle + "می کند".len());
    assert_eq!(place.of(&text), "می کند");
    let context = Context::around(place, &text, Lang::Persian);
    for side in [&context.before, &context.after] {
        assert!((BESIDE..BESIDE + 20).contains(&side.len()), "{side}");
    }
    assert!(context.before.starts_with("… ") && context.before.ends_with("او "));
    assert!(context.after.starts_with(" او") && context.after.ends_with(" …"));
    let short = Context::around(Span::new(3, 9), "the place is", Lang::English);
    assert_eq!([&*short.before, &*short.after], ["the", " is"]);
}
