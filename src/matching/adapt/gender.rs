//! Words that tell whether a person is a man or a woman.

use crate::text::words::without_possessive;
use crate::text::{Lang, Words};

/// Words that tell whether a person is a man or a woman, folded; with one of these a person is not exchanged.
#[rustfmt::skip]
const GENDERED: [&str; 97] = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "mr", "mrs", "ms", "miss",
    "sir", "lady", "king", "queen", "prince", "princess", "husband", "wife", "father", "mother",
    "son", "daughter", "brother", "sister", "uncle", "aunt", "nephew", "niece", "grandfather",
    "grandmother", "widow", "widower", "boy", "girl", "actress", "duke", "duchess", "grandson",
    "granddaughter", "stepson", "stepdaughter", "stepfather", "stepmother", "girlfriend",
    "boyfriend", "fiance", "fiancee", "mum", "mom", "dad", "bride", "groom", "bridegroom",
    "bachelor", "male", "female", "lord", "dame", "baron", "baroness", "countess", "emperor",
    "empress", "hero", "heroine", "heiress", "alumnus", "alumna", "landlord", "landlady",
    "waitress", "آقای", "خانم", "همسرش", "بانو", "پسر", "پسرش", "دختر", "دخترش", "آقا", "مرد",
    "مردی", "زن", "زنی", "پدر", "پدرش", "مادر", "مادرش", "برادر", "برادرش", "خواهر", "خواهرش",
    "شوهر", "شوهرش", "ملکه",
];

/// What stands before -man in a word that tells the same; Oman and Salman do not.
#[rustfmt::skip]
const BEFORE_MAN: [&str; 45] = [
    "", "air", "alder", "anchor", "assembly", "business", "camera", "chair", "clergy", "congress",
    "council", "country", "crafts", "door", "dutch", "english", "fire", "fisher", "fore", "french",
    "frontier", "gentle", "gun", "hit", "horse", "irish", "lay", "marks", "middle", "noble",
    "ombuds", "police", "sales", "scots", "sea", "service", "show", "spokes", "sports", "states",
    "strong", "super", "weather", "welsh", "work",
];

/// Whether a text has a word that tells it.
pub(super) fn tells_man_from_woman(text: &str, lang: Lang) -> bool {
    let words = Words::of(text, lang);
    words.tokens().any(is_gendered_word)
}

fn is_gendered_word(word: &str) -> bool {
    let word = without_possessive(word);
    let is_man = || {
        let before = word.strip_suffix("man").or_else(|| word.strip_suffix("men"));
        before.is_some_and(|before| BEFORE_MAN.contains(&before) || before.ends_with("wo"))
    };
    let one = word.strip_suffix('s').unwrap_or(word);
    GENDERED.contains(&word) || GENDERED.contains(&one) || is_man()
}
