//! What TMX says about a unit besides its texts, and what follows from that: date, author, note, method.

use jiff::Timestamp;

use super::date::{date, stamp};
use crate::text::Lang;
use crate::unit::{Details, Method, Said};

/// The attributes of a `<tu>` and a `<tuv>` that are kept, besides those below.
const KEPT: [&str; 11] = [
    "changedate",
    "changeid",
    "creationdate",
    "creationid",
    "creationtool",
    "creationtoolversion",
    "datatype",
    "lastusagedate",
    "o-encoding",
    "o-tmf",
    "usagecount",
];

/// Those only of a `<tu>`.
const KEPT_OF_UNIT: [&str; 3] = ["segtype", "srclang", "tuid"];

/// The attributes that say when a unit was made and changed, and by whom.
const STAMPS: [&str; 4] = ["changedate", "changeid", "creationdate", "creationid"];

/// Whether the attribute `name` of a `<tu>`, or of a `<tuv>`, is kept.
pub(super) fn is_kept(name: &str, of_unit: bool) -> bool {
    KEPT.contains(&name) || (of_unit && KEPT_OF_UNIT.contains(&name))
}

/// What is said about the unit, its source and its target.
pub(super) fn parts(details: &Details, source: Lang) -> [&Said; 3] {
    [&details.unit, details.side(source), details.side(source.other())]
}

/// The latest date, and the id beside it or otherwise the first there is.
pub(super) fn last_change(parts: [&Said; 3]) -> (Option<Timestamp>, Option<&str>) {
    let stamps = parts.iter().flat_map(|said| {
        let stamp = |when: &str, who: &str| {
            let value = |name: &str| said.attributes.get(name).map(String::as_str);
            (value(when).and_then(date), value(who))
        };
        [stamp("changedate", "changeid"), stamp("creationdate", "creationid")]
    });
    let stamps: Vec<_> = stamps.collect();
    let latest = stamps.iter().filter_map(|(date, _)| *date).max();
    let mut beside = stamps.iter().filter(|(date, _)| *date == latest);
    let author = beside.find_map(|(_, id)| *id);
    (latest, author.or_else(|| stamps.iter().find_map(|(_, id)| *id)))
}

/// All notes, one per line; `None` where there is none.
pub(super) fn note(parts: [&Said; 3]) -> Option<String> {
    let notes: Vec<&str> = parts.iter().flat_map(|said| &said.notes).map(String::as_str).collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}

/// How the unit was made, where nobody says it outright: what Trados' `x-Origin` and memoQ's `aligned` say, or an
/// author like `MT!`.
pub(super) fn likely_method(parts: [&Said; 3], author: Option<&str>) -> Method {
    let props = parts.iter().flat_map(|said| &said.props);
    let mut methods = props.filter_map(|(kind, value)| match kind.as_str() {
        "x-Origin" => trados_method(value),
        "aligned" => value.eq_ignore_ascii_case("yes").then_some(Method::Aligned),
        _ => None,
    });
    let method = methods.next_back();
    let by_author = (author == Some("MT!")).then_some(Method::Machine);
    method.or(by_author).unwrap_or_default()
}

/// Drops what the writer writes for any unit, here one that was last changed at `date` and has this number in its file;
/// returns whether anything else is left.
pub(super) fn forget_usual(
    details: &mut Details,
    number: u64,
    source: Lang,
    date: Option<Timestamp>,
) -> bool {
    let Details { unit, persian, english, others } = details;
    let is_made_then = match unit.attributes.get("creationdate") {
        Some(made) => date.is_some_and(|date| *made == stamp(date)),
        None => date.is_none(),
    };
    let is_changed =
        ["changedate", "changeid"].iter().any(|name| unit.attributes.contains_key(*name));
    if is_made_then && !is_changed && !has_stamp(persian) && !has_stamp(english) {
        forget_stamps(unit);
    }
    if unit.notes.len() < 2 && persian.notes.is_empty() && english.notes.is_empty() {
        unit.notes.clear();
    }
    let of_source = match source {
        Lang::Persian => &persian,
        Lang::English => &english,
    };
    let tag = of_source.attributes.get("xml:lang");
    let tag = tag.map_or(source.code(), String::as_str);
    for (name, usual) in [("tuid", &*number.to_string()), ("srclang", tag)] {
        if unit.attributes.get(name).is_some_and(|value| value == usual) {
            unit.attributes.remove(name);
        }
    }
    let is_empty = unit.is_empty() && persian.is_empty() && english.is_empty();
    !is_empty || !others.is_empty()
}

/// Whether it says when something was done, or by whom.
pub(super) fn has_stamp(said: &Said) -> bool {
    STAMPS.iter().any(|name| said.attributes.contains_key(*name))
}

fn forget_stamps(said: &mut Said) {
    said.attributes.retain(|name, _| !is_stamp(name));
}

/// Whether the attribute `name` says when something was done, or by whom.
pub(super) fn is_stamp(name: &str) -> bool {
    STAMPS.contains(&name)
}

/// The method according to Trados' `x-Origin`: `MT`, `NMT`, `Alignment` and the like.
fn trados_method(value: &str) -> Option<Method> {
    if value.contains("MT") || value.contains("Machine") {
        Some(Method::Machine)
    } else if value.contains("Align") {
        Some(Method::Aligned)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_programs_say_how_a_unit_was_made() {
        let cases = [
            (vec![("aligned", "yes")], None, Method::Aligned),
            (vec![("aligned", "no")], None, Method::Human),
            (vec![("x-Origin", "NMT")], None, Method::Machine),
            (vec![("x-Origin", "TM"), ("aligned", "yes")], None, Method::Aligned),
            (vec![("x-Origin", "TM")], Some("MT!"), Method::Machine),
            (vec![], Some("desk"), Method::Human),
        ];
        for (props, author, expected) in cases {
            let props = props.into_iter();
            let props = props.map(|(kind, value)| (kind.to_owned(), value.to_owned()));
            let said = Said { props: props.collect(), ..Said::default() };
            let parts = [&said, &Said::default(), &Said::default()];
            assert_eq!(likely_method(parts, author), expected, "{said:?}, {author:?}");
        }
    }
}
