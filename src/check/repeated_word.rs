//! `repeated-word`: the same word twice in a row, by mistake.
//!
//! Both languages double words on purpose (کم کم, "very very"). So small words are found that nobody doubles, and in Persian
//! long ones; nothing where the article doubles a word too.

use crate::check::finding::{Finding, Severity};
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Part};
use crate::check::rule::{About, Rule};
use crate::text::{Lang, Span, Word, WordKind};

pub(super) const ABOUT: About = About {
    name: "repeated-word",
    severity: Severity::Error,
    says: "a word stands twice in a row in the translation",
    why: "It happens where a sentence is mended. What is doubled on purpose is let pass: آرام آرام, had had, and names.",
    fix: "Suggested: another word may have been meant.",
    example: [
        "وزیر به تهران رفت.",
        "The minister went to to Tehran.",
        "The minister went to Tehran.",
    ],
};

/// English words that can be doubled: by grammar, for emphasis, as sounds.
const DOUBLED: [&str; 24] = [
    "had", "that", "is", "very", "so", "far", "many", "much", "really", "long", "big", "no", "yes",
    "bye", "ha", "now", "never", "again", "there", "please", "too", "more", "go", "who",
];

/// Persian words that nobody doubles, however short they are.
const SINGLE: [&str; 24] = [
    "را", "از", "که", "با", "در", "به", "تا", "برای", "این", "آن", "است", "شد", "بود", "کرد",
    "شده", "کرده", "خود", "نیز", "اما", "یا", "و", "هم", "باید", "دارد",
];

/// The fewest letters of other Persian words that are found.
const LONG: usize = 6;

/// Long ones that are doubled on purpose.
const LONG_DOUBLED: [&str; 5] = ["آهسته", "میلیون", "میلیارد", "هزاران", "کیلومتر"];

/// The words of the target that repeat the word before them.
pub(super) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    let repeated = repetitions(target);
    if repeated.is_empty() || !repetitions(&pair.source).is_empty() {
        return Vec::new();
    }
    let wrong = repeated
        .into_iter()
        .filter(|[first, _]| is_mistake(target, first));
    wrong
        .map(|[first, second]| {
            let once = first.span.of(target.text);
            Finding {
                rule: Rule::RepeatedWord,
                span: target.place(Span::new(first.span.start, second.span.end)),
                message: format!("write {} once", target.lang.quote(once)),
                fix: Some(Fix::suggested(once)),
            }
        })
        .collect()
}

/// Words that follow each other, with nothing but spaces between, and are written alike; not in "Jae-in in Seoul".
fn repetitions<'a>(part: &'a Part<'_>) -> Vec<[&'a Word; 2]> {
    let letters = |word: &Word| part.words().letters(&word.folded);
    let pairs = part.words().words().windows(2).filter_map(|words| {
        let [first, second] = words else {
            return None;
        };
        // Few words are as long as the one before, and no letters are looked at.
        let are_alike = first.folded.len() == second.folded.len()
            && letters(first) == letters(second)
            && first.kind == WordKind::Word
            && second.kind == WordKind::Word;
        if !are_alike {
            return None;
        }
        let between = &part.text[first.span.end..second.span.start];
        let is_spaced = !between.is_empty() && between.chars().all(char::is_whitespace);
        let is_part = part.text[..first.span.start].ends_with('-')
            || part.text[second.span.end..].starts_with('-');
        (is_spaced && !is_part).then_some([first, second])
    });
    pairs.collect()
}

fn is_mistake(part: &Part<'_>, word: &Word) -> bool {
    let letters = part.words().letters(&word.folded);
    match part.lang {
        Lang::English => {
            let is_name =
                word.span.start > 0 && word.span.of(part.text).starts_with(char::is_uppercase);
            !is_name && !DOUBLED.contains(&letters)
        }
        Lang::Persian if letters == "به" => word.span.start > 0,
        Lang::Persian => {
            SINGLE.contains(&letters)
                || letters.chars().count() >= LONG && !LONG_DOUBLED.contains(&letters)
        }
    }
}
