//! Measures that a translation converts wrongly, or gives the number of one unit to another: 50 miles as «۵۰ کیلومتر».
//!
//! Measures of one kind are held against each other by their size. Only one that is left over on each side is reported,
//! where both texts have as many; and one in brackets that is not what stands before it.

use crate::check::finding::Finding;
use crate::check::numbers::asked::Asked;
use crate::check::numbers::measure::have_same_systems;
use crate::check::numbers::rounded::hedge;
use crate::check::numbers::scales::{Dimension, Found, Scale, is_unit, measure_of_code, scale_at};
use crate::check::numbers::totals::{WHOLE, thousandths};
use crate::check::only::only;
use crate::check::pair::{Pair, Side};
use crate::check::rule::Rule;
use crate::text::number::Number;
use crate::text::placeable::Unit;
use crate::text::{Lang, Placeable, Span, Value};

/// A number, or the two ends of a range, with a unit.
struct Measure {
    /// The ends in the first unit of the dimension, by each size that the unit can have.
    readings: Vec<[f64; 2]>,
    scale: &'static Scale,
    dimension: Dimension,
    is_hedged: bool,
    /// Whether it is written like a code, which no other rule holds against a number.
    is_code: bool,
    span: Span,
}

/// A measure, and the same in other units behind it, in brackets.
struct Group(Vec<Measure>);

/// The measure of the target that is not one of the source.
pub(crate) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let ours = groups(&pair.target);
    if ours.is_empty() {
        return None;
    }
    let theirs = groups(&pair.source);
    let mut dimensions = Dimension::ALL.into_iter();
    dimensions.find_map(|dimension| {
        let of =
            |groups: &'_ [Group]| groups.iter().filter(|it| it.dimension() == dimension).count();
        let its = |group: &&Group| group.dimension() == dimension;
        let is_same_number = of(&theirs) == of(&ours);
        let wrong =
            only(ours.iter().filter(its).filter(|wrong| {
                !theirs.iter().any(|right| wrong.0.iter().all(|it| right.has(it)))
            }))?;
        let mut left = theirs
            .iter()
            .filter(its)
            .filter(|right| !ours.iter().any(|group| group.0.iter().any(|it| right.has(it))));
        let is_half_right = |right: &&Group| wrong.0.iter().any(|it| right.has(it));
        let right = match (left.next(), left.next()) {
            (Some(right), None) if is_same_number => right,
            (None, _) => theirs.iter().filter(its).find(is_half_right)?,
            _ => return None,
        };
        report(pair, right, wrong)
    })
}

/// Whether the same stands in brackets behind a value in another unit, so that there is more to write than the value.
pub(crate) fn is_converted_behind(side: &Side<'_>, value: &Placeable) -> bool {
    let mut groups = groups(side).into_iter();
    groups.any(|group| group.0.len() > 1 && group.0[0].span.covers(value.span))
}

/// Whether a value is a measure that is given in another unit as well, one of the two in brackets, and the other text
/// has that.
pub(crate) fn is_said_in_other_unit(asked: &Asked<'_>) -> bool {
    let Asked { own, value, said, .. } = *asked;
    let is_said = |measure: &Measure| {
        let mut values = own.values().iter();
        let its = values.find(|it| it.span.start == measure.span.start);
        let number = its.and_then(|it| it.value.quantities().next());
        number.is_some_and(|number| said.has(number))
    };
    let is_its = |measure: &&Measure| measure.span.covers(value.span);
    // Only what opens a bracket makes a group of several.
    own.text.contains(OPENING)
        && groups(own).iter().any(|group| {
            let mut others = group.0.iter().filter(|it| !is_its(it));
            group.0.iter().any(|it| is_its(&it)) && others.any(is_said)
        })
}

/// Reports the first measure of a group that is not what it stands for. Two in one unit are compared as numbers, where
/// neither text measures by another system.
fn report(pair: &Pair<'_>, right: &Group, wrong: &Group) -> Option<Finding> {
    let wrong = wrong.0.iter().find(|it| !right.has(it))?;
    let is_compared = |right: &Measure| {
        std::ptr::eq(right.scale, wrong.scale) && !right.is_code && !wrong.is_code
    };
    let is_one_unit = right.0.iter().all(is_compared) && have_same_systems(pair);
    let right = right.0.first().filter(|_| !is_one_unit)?;
    let (right, quoted) = (pair.source.quote(right.span), pair.target.quote(wrong.span));
    let message = format!("{right} is not {quoted}");
    Some(pair.target.finding(Rule::NumberMismatch, wrong.span, message))
}

impl Group {
    fn dimension(&self) -> Dimension {
        self.0[0].dimension
    }

    fn has(&self, wanted: &Measure) -> bool {
        self.0.iter().any(|it| it.is(wanted))
    }
}

impl Measure {
    /// Whether both are the same, as far as such measures are rounded.
    fn is(&self, other: &Self) -> bool {
        let is_hedged = self.is_hedged || other.is_hedged;
        let is_exact = std::ptr::eq(self.scale, other.scale)
            && (self.is_code || other.is_code)
            && !is_hedged
            && self.dimension != Dimension::Temperature;
        let are_near = |one: f64, other: f64| {
            if is_exact {
                (one - other).abs() < one.abs() * 0.01
            } else {
                self.dimension.are_near(one, other, is_hedged)
            }
        };
        self.dimension == other.dimension
            && self.readings.iter().any(|one| {
                let mut others = other.readings.iter();
                others.any(|it| are_near(one[0], it[0]) && are_near(one[1], it[1]))
            })
    }

    /// Both as one: 6 feet 4 inches.
    fn and(&self, rest: &Self) -> Self {
        let both = self.readings.iter().zip(&rest.readings);
        let sums = both.map(|(one, rest)| [one[0] + rest[0], one[1] + rest[1]]);
        Self { readings: sums.collect(), span: Span::new(self.span.start, rest.span.end), ..*self }
    }
}

/// What stands between the parts of one measure.
const JOINTS: [&str; 5] = ["", "and", "و", ",", "،"];

/// How a measure belongs to the one before it.
enum Belongs {
    /// It is the rest of that in a smaller unit.
    AsRest,
    /// It is the same in another unit.
    AsSame,
    Not,
}

/// The measures of a text: those that are one together, and those in brackets with what stands before them.
fn groups(side: &Side<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for measure in side.values().iter().filter_map(|value| measure(side, value)) {
        let before = groups.last().and_then(|group| group.0.last());
        if is_rest_of_unread(side, &measure, before) {
            continue;
        }
        let last = groups.last_mut().and_then(|group| Some((group.0.pop()?, group)));
        let Some((last, group)) = last else {
            groups.push(Group(vec![measure]));
            continue;
        };
        match belongs(side, &last, &measure) {
            Belongs::AsRest => group.0.push(last.and(&measure)),
            Belongs::AsSame => group.0.extend([last, measure]),
            Belongs::Not => {
                group.0.push(last);
                groups.push(Group(vec![measure]));
            }
        }
    }
    groups
}

fn belongs(side: &Side<'_>, last: &Measure, measure: &Measure) -> Belongs {
    let between = side.text.get(last.span.end..measure.span.start);
    let between = between.filter(|_| last.dimension == measure.dimension).map(str::trim);
    match between {
        // In Persian two measures that follow each other are of two things.
        Some("") if side.lang == Lang::Persian => Belongs::Not,
        Some(joint) if is_rest(last, joint, measure) => Belongs::AsRest,
        // "27C/15C" are the heat of the day and of the night.
        Some("/") if std::ptr::eq(last.scale, measure.scale) => Belongs::Not,
        Some(between) if opens_bracket(between) => Belongs::AsSame,
        _ => Belongs::Not,
    }
}

/// Whether a measure counts the rest of one before it in a smaller unit.
fn is_rest(last: &Measure, joint: &str, measure: &Measure) -> bool {
    JOINTS.contains(&joint)
        && measure.scale.size() < last.scale.size()
        && measure.dimension != Dimension::Temperature
}

/// What opens a bracket, or stands before the same in another unit.
const OPENING: [char; 2] = ['(', '/'];

/// Whether what stands between two measures opens a bracket, or a slash, with the second one.
fn opens_bracket(between: &str) -> bool {
    const LONGEST: usize = 16;
    between.len() <= LONGEST && between.starts_with(OPENING) && !between.contains(')')
}

/// The measure that a value is with the unit behind it.
fn measure(side: &Side<'_>, value: &Placeable) -> Option<Measure> {
    let is_bare = match &value.value {
        Value::Number(_) => true,
        Value::Range(range) => range.unit == Unit::None,
        _ => false,
    };
    if let Some((number, found)) = measure_of_code(value) {
        let is_single = !ends_range(side, value);
        return is_single.then(|| measure_of(side, value, &[number], found))?;
    }
    let found = is_bare.then(|| scale_at(side, value))??;
    let numbers: Vec<Number> = value.value.quantities().map(|it| it.number.clone()).collect();
    measure_of(side, value, &numbers, found)
}

/// Whether a figure that shares the unit of a value stands before it: "between 8 and 19C", "15-27C".
fn ends_range(side: &Side<'_>, value: &Placeable) -> bool {
    const JOINTS: [&str; 6] = ["-", "–", "to", "and", "or", "/"];
    let before = side.text[..value.span.start].trim_end();
    let mut joints = JOINTS.iter().filter_map(|joint| before.strip_suffix(joint));
    joints.any(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

fn measure_of(
    side: &Side<'_>,
    value: &Placeable,
    numbers: &[Number],
    found: Found,
) -> Option<Measure> {
    let end = |number: &Number| {
        #[expect(clippy::cast_precision_loss, reason = "measures are compared roughly")]
        let number = thousandths(number)? as f64 / WHOLE as f64;
        Some(found.readings(number))
    };
    let (first, last) = (end(numbers.first()?)?, end(numbers.last()?)?);
    Some(Measure {
        readings: first.into_iter().zip(last).map(|(first, last)| [first, last]).collect(),
        scale: found.scale,
        dimension: found.dimension,
        is_hedged: hedge(side, value).is_some(),
        is_code: matches!(value.value, Value::Code(_)),
        span: Span::new(value.span.start, found.end),
    })
}

/// Whether a measure counts the rest of one that was not read, as its number is «یک»: «یک متر و ۸۰ سانتی‌متر».
fn is_rest_of_unread(side: &Side<'_>, measure: &Measure, last: Option<&Measure>) -> bool {
    let [.., unit, joint] = side.words_before(measure.span) else {
        return false;
    };
    // "12st 7lb" looks like an ordinal.
    if measure.scale.is_pounds() && side.letters(joint).ends_with("st") {
        return true;
    }
    JOINTS.contains(&side.letters(joint))
        && is_unit(side, unit)
        && last.is_none_or(|last| last.span.end < unit.span.end)
}
