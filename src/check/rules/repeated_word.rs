//! `repeated-word`: the same word twice in a row, by mistake.
//!
//! Both languages double words on purpose (کم کم, "very very"). So words are found that nobody doubles, in Persian also
//! those that are not short; nothing where the article doubles a word too. Of several words that stand twice in a row
//! the second ones are found, and a sentence that is the same as the one before.

use smallvec::SmallVec;

use crate::check::finding::Finding;
use crate::check::fix::Fix;
use crate::check::pair::{Pair, Side};
use crate::check::rule::{About, Rule, Severity};
use crate::text::number::word_value;
use crate::text::{Lang, Span, Word, WordKind};

pub(crate) const ABOUT: About = About {
    name: "repeated-word",
    severity: Severity::Error,
    says: "a word, several words or a sentence stands twice in a row in the translation",
    why: "It happens where a sentence is edited. What is doubled on purpose is allowed: آرام آرام, had had, and names.",
    fix: "Suggested: another word may have been meant.",
    example: [
        "وزیر به تهران رفت.",
        "The minister went to to Tehran.",
        "The minister went to Tehran.",
    ],
};

/// English words that can be doubled: by grammar, for emphasis, as sounds.
const DOUBLED: [&str; 25] = [
    "had", "that", "is", "very", "so", "far", "many", "much", "really", "long", "big", "no", "yes",
    "bye", "ha", "now", "never", "again", "there", "please", "too", "more", "go", "who", "late",
];

/// Persian words that nobody doubles, however short they are.
const SINGLE: [&str; 24] = [
    "را", "از", "که", "با", "در", "به", "تا", "برای", "این", "آن", "است", "شد", "بود", "کرد",
    "شده", "کرده", "خود", "نیز", "اما", "یا", "و", "هم", "باید", "دارد",
];

/// The fewest letters of other Persian words that are found.
const LONG: usize = 4;

/// Long words that are doubled on purpose: parts one after another (قطره قطره), ways to go (آرام آرام), numbers that
/// stand for many (هزاران هزار).
const LONG_DOUBLED: [&str; 66] = [
    "آرام",
    "آهسته",
    "اندک",
    "بریده",
    "بسته",
    "بسیار",
    "پاره",
    "پرسان",
    "پوسته",
    "پیاله",
    "توده",
    "تیکه",
    "ثانیه",
    "جرعه",
    "چهار",
    "حلقه",
    "خانه",
    "خرده",
    "خندان",
    "خورده",
    "خوشه",
    "خیلی",
    "دانه",
    "دایره",
    "دسته",
    "دقیقه",
    "دوان",
    "دوتا",
    "دوگان",
    "ذره",
    "رشته",
    "رفته",
    "ساعت",
    "سانت",
    "شاخه",
    "شیشه",
    "صفحه",
    "فرقه",
    "قبیله",
    "قطره",
    "قطعه",
    "کاسه",
    "کشان",
    "کلمه",
    "کوچه",
    "کیسه",
    "کیلومتر",
    "گروه",
    "گریان",
    "گوشه",
    "لایه",
    "لحظه",
    "لرزان",
    "لقمه",
    "لنگان",
    "مرحله",
    "میلیارد",
    "میلیون",
    "نوبت",
    "نوبه",
    "هزار",
    "هزاران",
    "هفته",
    "واژه",
    "وعده",
    "یواش",
];

/// The words of the target that repeat the word before them.
pub(crate) fn check(pair: &Pair<'_>) -> Vec<Finding> {
    let target = &pair.target;
    if let Some(finding) = phrase(pair).or_else(|| sentence(pair)) {
        return vec![finding];
    }
    let repeated = repetitions(target);
    // Not "Boutros-Ghali" after Boutros.
    let repeated = repeated.filter(|[_, second]| !target.text[second.span.end..].starts_with('-'));
    let wrong = repeated.filter(|[first, _]| is_mistake(target, first));
    let mut wrong = wrong.peekable();
    let is_of_source = || {
        let mut words = pair.source.text.split_whitespace();
        // Baden-Baden.
        let mut is_joined = || {
            words.any(|word| {
                let (first, second) = word.split_once('-').unwrap_or_default();
                !first.is_empty() && second.trim_end_matches(|c: char| !c.is_alphabetic()) == first
            })
        };
        repetitions(&pair.source).next().is_some() || is_joined()
    };
    if wrong.peek().is_none() || is_of_source() {
        return Vec::new();
    }
    wrong
        .map(|[first, second]| {
            let once = if first.folded.len() == second.folded.len() {
                first.span.of(target.text)
            } else {
                second.span.of(target.text)
            };
            Finding {
                rule: Rule::RepeatedWord,
                span: target.place(Span::new(first.span.start, second.span.end)),
                message: format!("write {} once", target.lang.quote(once)),
                fix: Some(Fix::suggested(once)),
                about: None,
            }
        })
        .collect()
}

/// Reports several words of the target that stand twice in a row, where no words of the source do.
fn phrase(pair: &Pair<'_>) -> Option<Finding> {
    let target = &pair.target;
    let [first, second] = repeated_phrase(target)?;
    let once = first.of(target.text);
    repeated_phrase(&pair.source).is_none().then(|| Finding {
        rule: Rule::RepeatedWord,
        span: target.place(Span::new(first.start, second.end)),
        message: format!("write {} once", target.lang.quote(once)),
        fix: Some(Fix::suggested(once)),
        about: None,
    })
}

/// The places of the first words that stand twice in a row, with nothing but a space between: not one word over and
/// over, as in "ha ha ha ha".
fn repeated_phrase(side: &Side<'_>) -> Option<[Span; 2]> {
    const MOST: usize = 6;
    let words = side.words().words();
    let folded = side.words().folded().as_bytes();
    // Few words are as long as another and end with its last letter, and no more is looked at.
    let may_be_same = |one: &Word, other: &Word| {
        one.folded.len() == other.folded.len()
            && folded[one.folded.end - 1] == folded[other.folded.end - 1]
    };
    let is_same = |one: &Word, other: &Word| {
        may_be_same(one, other) && side.letters(one) == side.letters(other)
    };
    let of_length = |start: usize, length: usize| {
        words.get(start + length).filter(|next| may_be_same(&words[start], next))?;
        let first = words.get(start..start + length)?;
        let second = words.get(start + length..start + 2 * length)?;
        let (last, next) = (first.last()?, second.first()?);
        let are_alike = first.iter().zip(second).all(|(one, other)| is_same(one, other));
        let is_one_word = || first.iter().all(|word| is_same(word, &first[0]));
        let is_spaced = || side.text.get(last.span.end..next.span.start) == Some(" ");
        // "Again and again and again" begins before with its last word, or goes on with its first.
        let before = start.checked_sub(1).map(|before| &words[before]);
        let after = words.get(start + 2 * length);
        let goes_on = || {
            before.is_some_and(|before| is_same(before, last))
                || after.is_some_and(|after| is_same(after, &first[0]))
        };
        (are_alike && is_spaced() && !is_one_word() && !goes_on()).then(|| {
            [first, second].map(|words| Span::new(words[0].span.start, words[length - 1].span.end))
        })
    };
    // One of the words that stand twice is at a multiple of their number, where most texts have no two alike.
    let may_be_twice = |&length: &usize| {
        let mut places = (length..words.len()).step_by(length);
        places.any(|at| is_same(&words[at - length], &words[at]))
    };
    let lengths: SmallVec<[usize; MOST]> = (2..=MOST).filter(may_be_twice).collect();
    let mut starts = 0..words.len().saturating_sub(3);
    starts.find_map(|start| lengths.iter().find_map(|&length| of_length(start, length)))
}

/// Reports that the target is the same sentence as the one before it, where that is not so in the source.
fn sentence(pair: &Pair<'_>) -> Option<Finding> {
    const FEWEST: usize = 4;
    let is_twice =
        |side: &Side<'_>| side.article[..side.span.start].trim_end().ends_with(side.text);
    let target = &pair.target;
    let is_wrong = target.words().len() >= FEWEST && is_twice(target) && !is_twice(&pair.source);
    let whole = Span::new(0, target.text.len());
    let message = "take this sentence out; it stands before it too".to_owned();
    is_wrong.then(|| target.finding(Rule::RepeatedWord, whole, message))
}

/// Words that follow each other, with nothing but spaces between, and are written alike; the second can be the
/// beginning of a compound, as in «به به سوی». Not "in" of "Jae-in in Seoul".
fn repetitions<'a>(side: &'a Side<'_>) -> impl Iterator<Item = [&'a Word; 2]> {
    side.words().words().windows(2).filter_map(move |words| {
        let [first, second] = words else {
            return None;
        };
        // Few words have the last letter of the one before at its place, and no more is looked at.
        let folded = side.words().folded().as_bytes();
        let length = first.folded.len();
        if second.folded.len() < length
            || folded[second.folded.start + length - 1] != folded[first.folded.end - 1]
        {
            return None;
        }
        let letters = |word: &Word| side.words().letters(&word.folded);
        let are_alike = letters(second).starts_with(letters(first))
            && first.kind == WordKind::Word
            && second.kind == WordKind::Word;
        if !are_alike {
            return None;
        }
        let of_second = second.span.of(side.text);
        let is_whole = first.folded.len() == second.folded.len();
        let is_of_compound =
            || of_second.split_whitespace().next() == Some(first.span.of(side.text));
        let between = &side.text[first.span.end..second.span.start];
        let is_spaced = !between.is_empty() && between.chars().all(char::is_whitespace);
        let is_part = side.text[..first.span.start].ends_with('-');
        let is_parted = || side.is_parted(Span::new(first.span.end, second.span.start));
        let is_repeated = is_spaced && !is_part && (is_whole || is_of_compound()) && !is_parted();
        is_repeated.then_some([first, second])
    })
}

fn is_mistake(side: &Side<'_>, word: &Word) -> bool {
    let letters = side.words().letters(&word.folded);
    match side.lang {
        Lang::English => {
            let is_name =
                word.span.start > 0 && word.span.of(side.text).starts_with(char::is_uppercase);
            !is_name && !DOUBLED.contains(&letters)
        }
        // At the head it praises: «به به، چه هوایی!»
        Lang::Persian if letters == "به" => word.span.start > 0,
        Lang::Persian => {
            SINGLE.contains(&letters)
                || letters.chars().count() >= LONG
                    && !LONG_DOUBLED.contains(&letters)
                    && word_value(letters, Lang::Persian).is_none()
        }
    }
}
