//! Parts of a day: "Saturday evening" for «بامداد شنبه».

use crate::check::finding::Finding;
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::date::Weekday;
use crate::text::{Span, Value, Word};

/// A part of a day that shares no hour with one of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Morning,
    /// Afternoon or evening.
    Later,
    Noon,
    Midnight,
}

/// Their names, folded.
const PARTS: [(&str, Part); 14] = [
    ("afternoon", Part::Later),
    ("evening", Part::Later),
    ("midnight", Part::Midnight),
    ("morning", Part::Morning),
    ("noon", Part::Noon),
    ("بامداد", Part::Morning),
    ("بعدازظهر", Part::Later),
    ("سحرگاه", Part::Morning),
    ("شامگاه", Part::Later),
    ("صبح", Part::Morning),
    ("ظهر", Part::Noon),
    ("عصر", Part::Later),
    ("غروب", Part::Later),
    ("نیمهشب", Part::Midnight),
];

/// A part of a day of the week, at its name.
struct Told {
    span: Span,
    day: Weekday,
    part: Part,
}

/// Reports the only part of a day of the target, where the source has another one of the same day.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let (source, target) = (&pair.source, &pair.target);
    let [right, wrong] = [only(told(source).into_iter())?, only(told(target).into_iter())?];
    if right.day != wrong.day || !are_apart(right.part, wrong.part) {
        return None;
    }
    let (right, quoted) = (source.quote(right.span), target.quote(wrong.span));
    Some(target.finding(Rule::DateMismatch, wrong.span, format!("{right} is not {quoted}")))
}

/// Whether two parts share no hour; where one becomes the next cannot be told.
fn are_apart(one: Part, other: Part) -> bool {
    matches!(
        (one, other),
        (Part::Morning, Part::Later)
            | (Part::Later, Part::Morning)
            | (Part::Noon, Part::Midnight)
            | (Part::Midnight, Part::Noon)
    )
}

/// The parts of days of the week that a text names, before the day or after it.
fn told(side: &Side<'_>) -> Vec<Told> {
    const BETWEEN: [&str; 2] = ["on", "روز"];
    let days = side.values().iter().filter_map(|value| match value.value {
        Value::Date(date) => Some((value.span, date.weekday?)),
        _ => None,
    });
    let part = |word: &Word| {
        let letters = side.letters(word);
        PARTS.iter().find(|(name, _)| *name == letters).map(|(_, part)| *part)
    };
    let told = days.filter_map(|(span, day)| {
        let mut before = side.words_before(span).iter().rev();
        let before = before.find(|word| !BETWEEN.contains(&side.letters(word)));
        let mut beside = before.into_iter().chain(side.words_after(span).first());
        let (word, part) = beside.find_map(|word| Some((word, part(word)?)))?;
        Some(Told { span: word.span, day, part })
    });
    told.collect()
}
