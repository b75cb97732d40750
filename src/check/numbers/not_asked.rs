//! Numbers that the other text need not say: conversions, what is said twice, and parts of names.

use crate::check::measures::{CENTIMETRES, Kind, METRES, stem, unit_behind, unit_named};
use crate::check::numbers::asked::Asked;
use crate::check::numbers::currencies::sums;
use crate::check::numbers::said::Said;
use crate::check::numbers::worded;
use crate::check::pair::Side;
use crate::text::number::{Number, Quantity, roman};
use crate::text::sounds::{Key, sounds_of};
use crate::text::{Lang, Placeable, Value, Word, fold};

/// Whether what is before a figure is a figure with letters attached to it.
pub(crate) fn ends_code(before: &str) -> bool {
    let figure = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    figure.len() < before.len() && figure.ends_with(|c: char| c.is_ascii_digit())
}

/// What opens a bracket behind a sum.
const OPENING: &str = " (";

/// What stands between the sums of one bracket.
const JOINTS: [&str; 8] = ["", ",", ";", "/", "or", "about", "،", "؛"];

/// Whether a sum is that before it in a currency which `other` does not have: either one in brackets of "$125bn (£95bn;
/// €110bn)".
pub(crate) fn is_conversion(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value: placeable, other, .. } = asked;
    let Value::Amount(_, currency) = placeable.value else {
        return false;
    };
    let is_other = |value: &Value| matches!(value, Value::Amount(_, other) if *other != currency);
    let is_between_sums = |(open, close): (usize, usize)| {
        let first = open + OPENING.len();
        let mut at = first;
        let inside = side.values().iter();
        let mut inside = inside.filter(|value| (first..close).contains(&value.span.start));
        let are_sums = inside.all(|value| {
            let between = side.text.get(at..value.span.start);
            at = value.span.end;
            let is_joint = between.is_some_and(|between| JOINTS.contains(&between.trim()));
            is_joint && matches!(value.value, Value::Amount(..))
        });
        let mut before = side.values().iter();
        are_sums && at == close && before.any(|sum| sum.span.end == open && is_other(&sum.value))
    };
    let open = side.text[..placeable.span.start].rfind(OPENING);
    let rest = &side.text[placeable.span.end..];
    let close = rest.find(')').map(|close| placeable.span.end + close);
    let mut others = other.values().iter().flat_map(|value| sums(&value.value));
    open.zip(close).is_some_and(is_between_sums) && !others.any(|(_, other)| other == currency)
}

/// Whether a value says again what the one before it does, in another unit of time: «۴۸ ساعت، یعنی ۲ روز».
pub(crate) fn is_restated(asked: &Asked<'_>) -> bool {
    let Asked { own: side, value, .. } = *asked;
    let before = side.words_before(value.span).last();
    let is_again = before.is_some_and(|word| side.letters(word) == "یعنی")
        || side.text[..value.span.start].ends_with('(');
    let is_time = |value: &&Placeable| {
        let unit = unit_behind(side, value).and_then(unit_named);
        unit.is_some_and(|unit| unit.kind == Kind::Time)
    };
    let last = || {
        let mut values = side.values().iter().rev();
        values.find(|other| other.span.end <= value.span.start)
    };
    let are_same = |last: &Placeable| {
        let said = Said::of_target(side);
        let is_said = |value| worded::says(&Asked { own: side, value, other: side, said: &said });
        is_said(value) || is_said(last)
    };
    is_again && is_time(&value) && last().filter(is_time).is_some_and(are_same)
}

/// Bodies that are counted by their terms, folded.
const BODIES: [&str; 10] = [
    "دولت",
    "مجلس",
    "کابینه",
    "دوره",
    "government",
    "parliament",
    "majlis",
    "cabinet",
    "administration",
    "term",
];

/// Whether an ordinal is one of a ruler or of a body that the other text names without one: «پاپ لئو چهاردهم» is "Pope
/// Leo", and «مجلس دوازدهم» "parliament".
pub(crate) fn is_numeral_of_name(asked: &Asked<'_>) -> bool {
    let Asked { own, value, other, .. } = *asked;
    if !matches!(value.value, Value::Ordinal(_)) {
        return false;
    }
    let has_ordinal = other.values().iter().any(|it| matches!(it.value, Value::Ordinal(_)));
    let noun = match own.lang {
        Lang::Persian => own.words_before(value.span).last(),
        Lang::English => own.words_after(value.span).first(),
    };
    noun.is_some_and(|noun| {
        let noun = own.letters(noun);
        let is_of_body = || BODIES.contains(&noun) && !has_ordinal;
        let is_of_ruler = || {
            let has_title = || [own, other].into_iter().any(has_title);
            own.lang == Lang::Persian && (!has_ordinal || has_title()) && !is_place(own, value)
        };
        is_of_body() || is_of_ruler() && has_name_alone(other, noun)
    })
}

/// What rulers are called, folded.
const TITLES: [&str; 15] = [
    "pope",
    "king",
    "queen",
    "emperor",
    "tsar",
    "sultan",
    "shah",
    "پاپ",
    "شاه",
    "پادشاه",
    "ملکه",
    "امپراتور",
    "امپراطور",
    "تزار",
    "سلطان",
];

fn has_title(side: &Side<'_>) -> bool {
    let mut words = side.words().words().iter();
    words.any(|word| TITLES.contains(&side.letters(word)))
}

/// Forms of Persian verbs by which somebody is in the place that an ordinal before them says, folded.
const ARE: [&str; 14] = [
    "شد",
    "شدند",
    "شدم",
    "شدیم",
    "شده",
    "میشود",
    "میشوند",
    "است",
    "هست",
    "هستند",
    "بود",
    "بودند",
    "ماند",
    "ایستاد",
];

/// Whether a Persian ordinal says in which place somebody is, and is no numeral of a ruler: «ایران پانزدهم شد», «این
/// پانزدهمین بار».
fn is_place(side: &Side<'_>, value: &Placeable) -> bool {
    let next = side.words_after(value.span).first();
    value.span.of(side.text).ends_with("ین")
        || next.is_some_and(|word| ARE.contains(&side.letters(word)))
}

/// Whether an English text has a name that sounds so, without a numeral after it.
fn has_name_alone(side: &Side<'_>, name: &str) -> bool {
    let key = Key::of(&sounds_of(name));
    let words = side.words().words();
    words.iter().enumerate().any(|(at, word)| {
        let text = word.span.of(side.text);
        let next = words.get(at + 1);
        let is_numbered = next.is_some_and(|next| {
            let next = next.span.of(side.text);
            next == "the" || roman(next).is_some()
        });
        let is_it = || key.is_near(Key::of(&sounds_of(side.letters(word))));
        text.starts_with(char::is_uppercase) && !is_numbered && is_it()
    })
}

/// Whether a figure is the type after the number of a plane that the other text has: the 8 of "787-8" and «۷۳۷ مکس ۸»,
/// or "737-800" itself.
pub(crate) fn is_type(asked: &Asked<'_>) -> bool {
    const FEWEST: usize = 3;
    if let Value::Range(range) = &asked.value.value {
        return is_named_type([asked.own, asked.other], asked.value) && asked.said.has(&range.low);
    }
    let before = &asked.own.text[..asked.value.span.start];
    let joints = ["-", " MAX ", " مکس "].into_iter();
    let model = joints.filter_map(|joint| before.strip_suffix(joint)).next();
    let number = model.map(|model| {
        let start = model.trim_end_matches(char::is_numeric).len();
        &model[start..]
    });
    let number = number.filter(|number| number.chars().count() == FEWEST);
    let number = number.and_then(|number| Number::read(fold(number).text()));
    number.is_some_and(|number| asked.said.has(&Quantity::figures(number)))
}

/// Whether what looks like a range is the type of a plane, after a name that the other text has too.
pub(crate) fn is_named_type([own, other]: [&Side<'_>; 2], value: &Placeable) -> bool {
    let is_large = value.value.quantities().all(|it| it.number.to_u64() >= Some(100));
    let name = own.words_before(value.span).last();
    let is_named = |name: &Word| has_name_alone(other, own.letters(name));
    is_large && value.span.of(own.text).contains('-') && name.is_some_and(is_named)
}

/// Nouns before numbers of courts, laws and runways, with those that the other language has for them, folded.
const NUMBERED: [(&str, &[&str]); 4] = [
    ("شعبه", &["branch", "branches", "chamber"]),
    ("ماده", &["article", "articles", "section"]),
    ("تبصره", &["note", "clause"]),
    ("باند", &["runway", "runways"]),
];

/// Whether a number is that of a court or a law, and the other text leaves it out with its noun: «شعبه ۲۶ دادگاه
/// انقلاب» is "a revolutionary court".
pub(crate) fn is_of_court_or_law(asked: &Asked<'_>) -> bool {
    let Asked { own, value, other, .. } = *asked;
    let noun = own.words_before(value.span).last().map(|word| own.letters(word));
    let row = noun.and_then(|noun| NUMBERED.iter().find(|(name, _)| *name == noun));
    row.is_some_and(|(_, nouns)| {
        let mut words = other.words().words().iter();
        !words.any(|word| nouns.contains(&other.letters(word)))
    })
}

/// Marks after feet and after inches.
const FEET: [char; 3] = ['\'', '’', '′'];
const INCHES: [char; 3] = ['"', '”', '″'];

/// Whether a number is of somebody's height in feet and inches, which the other text has in metres: 5'11".
pub(crate) fn is_of_height(asked: &Asked<'_>) -> bool {
    let Asked { own, value, other, .. } = *asked;
    let is_digit = |c: char| c.is_ascii_digit();
    let (before, after) = (&own.text[..value.span.start], &own.text[value.span.end..]);
    let are_inches = |figure: &str| figure.trim_start_matches(is_digit).starts_with(INCHES);
    let is_height = match after.strip_prefix(FEET) {
        Some(inches) => inches.starts_with(is_digit) && are_inches(inches),
        None => {
            are_inches(after)
                && before.trim_end_matches(FEET).ends_with(is_digit)
                && before.ends_with(FEET)
        }
    };
    is_height && {
        let mut words = other.words().words().iter().map(|word| stem(other, word));
        words.any(|unit| METRES.contains(&unit) || CENTIMETRES.contains(&unit))
    }
}

/// Whether a value is in the name of something that the other text names too: 1953 in "the 1953 coup".
pub(crate) fn is_of_name(asked: &Asked<'_>) -> bool {
    let place = asked.own.place(asked.value.span);
    let mut its = asked.own.names.iter().filter(|name| name.span.covers(place));
    let has_entry = |entry: usize| {
        let mut terms = asked.other.names.iter().flat_map(|name| &name.terms);
        terms.any(|term| term.entry == entry)
    };
    its.any(|name| name.terms.iter().any(|term| has_entry(term.entry)))
}
