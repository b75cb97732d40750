//! `persian-spelling`: Persian words in another spelling than that of a careful editor, where it is certain.
//!
//! The fold knows the right spelling, since it compares the two as one; this rule chooses which of the changes that it
//! makes are faults.

use std::borrow::Cow;
use std::cell::LazyCell;

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::text::fold::table::{
    DIGIT, KAF, NOT_SIGN, PRESENTATION_FORM, TATWEEL, YE, is_half_space,
};
use crate::text::fold::{COMPARATIVE, COPULA, Change, PLURAL, VERBAL_PREFIX, explain, fold};
use crate::text::number::word_value;
use crate::text::{HALF_SPACE, Lang, Parts, Span, Word, WordKind};

pub(crate) const ABOUT: About = About {
    name: "persian-spelling",
    severity: Severity::Warning,
    says: "a Persian word of the translation has Arabic letters or digits, mixed digits, or lacks its half-space",
    why: "Such words are found by no search, and lines break inside them. Only what is certain is found: the Arabic ye, kaf \
          and digits, letters drawn out by a tatweel or written as presentation forms, می and نمی before their verb, the \
          plural that stands apart from its noun, اند, ایم and اید after a he, ترین, and تر before از or a verb; and half-spaces \
          that part nothing.",
    fix: "Safe; suggested in a segment that has letters of Arabic alone, since Arabic may be quoted there, and where «می» may be \
          the month of May, another name or wine.",
    example: [
        "The talks will continue.",
        "مذاکرات ادامه پیدا می کند.",
        "مذاکرات ادامه پیدا می‌کند.",
    ],
};

/// Letters and endings that show that Arabic may be quoted, whose letters are to stay: teh marbuta, alef with hamza
/// below, the alef that is not spoken, and the endings -un and -in.
const OF_ARABIC: [char; 5] = ['ة', 'إ', 'ٱ', '\u{64C}', '\u{64D}'];

/// The misspelt words of a Persian target.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    if target.lang != Lang::Persian {
        return Vec::new();
    }
    let is_arabic = target.text.contains(OF_ARABIC);
    let says_may = LazyCell::new(|| MAY.iter().any(|name| says(pair.source.text, name)));
    let says_ha = LazyCell::new(|| says(pair.source.text, "Ha"));
    let (_, changes) = explain(target.text);
    let words = target.words().words().iter();
    let misspelt = words
        .filter_map(|word| {
            let right = respelt(target, word, &changes)?;
            let is_name = || is_plural(word.span.of(target.text), &right) && *says_ha;
            if target.is_parted_inside(word) || is_name() {
                return None;
            }
            let is_doubtful = match may(pair, word, &right, || *says_may) {
                May::Surely => return None,
                May::Perhaps => true,
                May::No => is_arabic,
            };
            let fix = if is_doubtful { Fix::suggested(right) } else { Fix::safe(right) };
            Some(target.instead(Rule::PersianSpelling, word.span, fix))
        })
        .collect::<Vec<_>>();
    let is_new = |other: &Finding| !misspelt.iter().any(|it| it.span.overlaps(other.span));
    let others = mixed_figures(target).into_iter().chain(stray_half_spaces(target));
    let others: Vec<Finding> = others.filter(is_new).collect();
    misspelt.into_iter().chain(others).collect()
}

/// The words with a half-space that parts nothing: two of them, or one beside a space or mark. After a he it may be
/// there to show the letter: «ه‌.ش».
fn stray_half_spaces(target: &Side<'_>) -> Vec<Finding> {
    const TWO: &str = "\u{200C}\u{200C}";
    let is_in_word = |c: char| c.is_alphanumeric() || c == HALF_SPACE;
    let is_end = |c: char| c.is_whitespace() || ".,،؛:!؟»)".contains(c);
    let mut found = Vec::new();
    let mut rest = target.text;
    while let Some(at) = rest.find(HALF_SPACE) {
        let at = target.text.len() - rest.len() + at;
        let (before, after) = target.text.split_at(at);
        let start = before.trim_end_matches(is_in_word).len();
        let end = at + after.find(|c| !is_in_word(c)).unwrap_or(after.len());
        let word = Span::new(start, end);
        rest = &target.text[end..];
        let written = word.of(target.text);
        let mut right = written;
        if rest.chars().next().is_none_or(is_end) && !written.ends_with("ه\u{200C}") {
            right = right.trim_end_matches(HALF_SPACE);
        }
        if target.text[..start].chars().next_back().is_none_or(char::is_whitespace) {
            right = right.trim_start_matches(HALF_SPACE);
        }
        if right != written || right.contains(TWO) {
            let mut right = right.to_owned();
            while right.contains(TWO) {
                right = right.replace(TWO, "\u{200C}");
            }
            found.push(target.instead(Rule::PersianSpelling, word, Fix::safe(right)));
        }
    }
    found
}

/// The figures of which some are Persian and some Latin: «۲3۴».
fn mixed_figures(target: &Side<'_>) -> Vec<Finding> {
    let is_latin = |c: char| c.is_ascii_digit();
    let is_persian = |c: char| ('۰'..='۹').contains(&c);
    let mut found = Vec::new();
    let mut rest = target.text;
    while let Some(start) = rest.find(is_latin) {
        let before = &rest[..start];
        let before = before.len() - before.trim_end_matches(is_persian).len();
        let after = &rest[start..];
        let length = after.find(|c| !is_latin(c) && !is_persian(c)).unwrap_or(after.len());
        let start = target.text.len() - rest.len() + start;
        let figures = Span::new(start - before, start + length);
        let text = figures.of(target.text);
        if text.contains(is_persian) {
            let fix = Fix::safe(Lang::Persian.digits(text));
            found.push(target.instead(Rule::PersianSpelling, figures, fix));
        }
        rest = &target.text[figures.end..];
    }
    found
}

/// The word in its right spelling; `None` where it has that.
fn respelt(target: &Side<'_>, word: &Word, changes: &[Change]) -> Option<String> {
    let mut right = String::new();
    let mut at = word.span.start;
    let first = changes.partition_point(|change| change.span.start < word.span.start);
    let its = changes[first..].iter().take_while(|change| change.span.start < word.span.end);
    for change in its {
        let Some((span, instead)) = mended(target, word, change) else {
            continue;
        };
        right.push_str(&target.text[at..span.start]);
        right.push_str(&instead);
        at = span.end;
    }
    right.push_str(&target.text[at..word.span.end]);
    if let Some(end) = joined_prefix(target, word, &right).or_else(|| joined_copula(&right)) {
        right.insert(end, HALF_SPACE);
    }
    (right != word.span.of(target.text)).then_some(right)
}

/// Returns the place to mend where the fold changes a word, and the text to write there; `None` where that is no fault.
fn mended(target: &Side<'_>, word: &Word, change: &Change) -> Option<(Span, Cow<'static, str>)> {
    let text = change.span.of(target.text);
    let instead = match change.rule {
        YE => Cow::Borrowed("ی"),
        KAF => Cow::Borrowed("ک"),
        TATWEEL if is_between_letters(change.span, word, target.text) => Cow::Borrowed(""),
        NOT_SIGN if is_between_letters(change.span, word, target.text) => Cow::Borrowed("\u{200C}"),
        PRESENTATION_FORM if text.starts_with(is_form_of_letter) => {
            Cow::Owned(fold(text).text().to_owned())
        }
        rule if rule.starts_with(DIGIT) => Cow::Owned(persian_digit(text)?.to_string()),
        VERBAL_PREFIX | PLURAL => {
            return Some((space_before(target.text, change.span), Cow::Borrowed("\u{200C}")));
        }
        COPULA | COMPARATIVE if is_certain_ending(target, word, change) => {
            return Some((space_before(target.text, change.span), Cow::Borrowed("\u{200C}")));
        }
        _ => return None,
    };
    Some((change.span, instead))
}

/// Whether a tatweel or half-space stands inside a word: not as in «هـ.ش», nor before a space.
fn is_between_letters(span: Span, word: &Word, text: &str) -> bool {
    const TATWEEL: char = '\u{640}';
    let after = text[span.end..word.span.end].trim_start_matches(TATWEEL);
    after.starts_with(char::is_alphabetic)
        && text[word.span.start..span.start].ends_with(char::is_alphabetic)
}

/// Whether a character is the form that one letter has at some place of a word, or two letters have together; the signs
/// of the rial and of blessings are none.
fn is_form_of_letter(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBFF}' | '\u{FE80}'..='\u{FEFC}')
}

/// The Persian digit for one of Arabic.
fn persian_digit(text: &str) -> Option<char> {
    const ZERO: [char; 2] = ['\u{660}', '\u{6F0}'];
    const NINE: char = '\u{669}';
    let digit = text.chars().next().filter(|c| (ZERO[0]..=NINE).contains(c))?;
    char::from_u32(u32::from(digit) - u32::from(ZERO[0]) + u32::from(ZERO[1]))
}

/// Whether what the fold joins to the word before it is certainly an ending: «شده اند», «رفته ایم», «مهم ترین», and
/// «بزرگ تر» before «از» or a form of «to be».
fn is_certain_ending(target: &Side<'_>, word: &Word, change: &Change) -> bool {
    let ending = &target.text[change.span.start..word.span.end];
    let before = space_before(target.text, change.span).start;
    let stem = &target.text[word.span.start..before];
    match change.rule {
        COPULA => matches!(ending, "اند" | "ایم" | "اید") && stem.ends_with('ه'),
        _ if ending == "تر" => {
            let is_wet = WET.contains(&stem) || stem.ends_with(" تر");
            !is_wet && is_before_than(target, word)
        }
        _ => ending.starts_with("ترین"),
    }
}

/// Nouns after which «تر» means wet.
const WET: [&str; 9] = ["چشم", "چشمان", "دیده", "مژه", "لب", "گلو", "دامن", "میوه", "هیزم"];

/// Whether a word after which «تر» is an ending of the one before follows.
fn is_before_than(target: &Side<'_>, word: &Word) -> bool {
    const THAN: [&str; 10] = ["از", "است", "بود", "شد", "شده", "شود", "شدن", "کرد", "کرده", "کردن"];
    let next = target.words_after(word.span).first();
    next.is_some_and(|next| {
        let between = &target.text[word.span.end..next.span.start];
        between.trim().is_empty() && THAN.contains(&target.letters(next))
    })
}

/// The white space before a place, with half-spaces in it.
fn space_before(text: &str, place: Span) -> Span {
    let is_space = |c: char| c.is_whitespace() || is_half_space(c);
    let before = text[..place.start].trim_end_matches(is_space);
    Span::new(before.len(), place.start)
}

/// Whether «می», with which a word begins, is no part of a verb but May: the month, or the name of a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum May {
    No,
    Perhaps,
    Surely,
}

/// English words for which Persian writes «می»: the month or name, other names, and wine, which is less than sure.
const MAY: [&str; 4] = ["May", "Mee", "Mei", "Mi"];
const WINE: &str = "wine";

/// Words before «می» after which it can be May; «در» stands before both a month and a verb.
const BEFORE_MAY: [&str; 5] = ["ماه", "ترزا", "خانم", "نخستوزیر", "در"];

/// The article says it where there is one; what stands before «می» may: «۲۴ می», «ماه می».
///
/// Only where it is to be parted from a verb, in the `right` spelling of the word, can it be anything.
fn may(pair: &Pair<'_>, word: &Word, right: &str, article_says_may: impl Fn() -> bool) -> May {
    let target = &pair.target;
    let is_parted = |word: &str| {
        let verb = word.strip_prefix("می");
        verb.is_some_and(|verb| verb.starts_with(HALF_SPACE))
    };
    if !is_parted(right) || is_parted(word.span.of(target.text)) {
        return May::No;
    }
    let letters = |word: &Word| target.words().letters(&word.folded);
    let words = target.words().words();
    let before = words.partition_point(|other| other.span.start < word.span.start);
    let is_before = |before: &Word| {
        before.kind != WordKind::Word
            || BEFORE_MAY.contains(&letters(before))
            || word_value(letters(before), Lang::Persian).is_some()
    };
    let is_after_such = words[..before].last().is_some_and(is_before);
    match (article_says_may(), is_after_such) {
        (true, true) => May::Surely,
        (true, false) => May::Perhaps,
        (false, true) if pair.source.text.is_empty() => May::Perhaps,
        (false, _) if says(pair.source.text, WINE) => May::Perhaps,
        (false, _) => May::No,
    }
}

/// Whether «ها» after a space is all that a new spelling changes: it is a part of the name in «کیم ها سونگ», Kim
/// Ha-seong.
fn is_plural(wrong: &str, right: &str) -> bool {
    let noun = wrong.strip_suffix("ها").map(str::trim_end);
    let right = right.strip_suffix("ها");
    noun.is_some_and(|noun| right.and_then(|right| right.strip_suffix(HALF_SPACE)) == Some(noun))
}

fn says(article: &str, name: &str) -> bool {
    let mut words = article.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == name)
}

/// Words that look like a joined verb and can be another word: his scale, let him not die.
const DOUBTFUL: [&str; 10] = [
    "میزانش",
    "میزانم",
    "میزانشان",
    "میدانش",
    "نمیرم",
    "نمیرد",
    "نمیره",
    "نمیریم",
    "نمیرید",
    "نمیرند",
];

/// Where the participle ends to which اند is written on without a half-space: شدهاند; «آیتهایم» can be "my verses".
fn joined_copula(spelt: &str) -> Option<usize> {
    const FEWEST: usize = 3;
    let participle = spelt.strip_suffix("اند")?;
    let is_one = participle.ends_with("ده") || participle.ends_with("ته");
    (is_one && participle.chars().count() >= FEWEST).then_some(participle.len())
}

/// Where می or نمی ends that is written on to its verb without a half-space.
///
/// A ye at the end can be that of an adjective: میدانی is "in the field" as well as "you know".
fn joined_prefix(target: &Side<'_>, word: &Word, spelt: &str) -> Option<usize> {
    let letters = target.words().letters(&word.folded);
    if letters != spelt || letters.ends_with('ی') || DOUBTFUL.contains(&letters) {
        return None;
    }
    Parts::of(letters).prefixes.first().map(|prefix| prefix.end)
}
