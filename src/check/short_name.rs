//! What will do for a name that a translation does not have in any of its forms.
//!
//! Of a person the surname; of an institution what is left without its country, by which every language names it differently
//! (House of Representatives, مجلس نمایندگان), or who sits in it: Senators for «سناتورهای سنا»; of a people or language the word without
//! its ending («کرد» for Kurdish).

use crate::glossary::{Entry, Kind};
use crate::text::{Lang, Words};

/// The words of a text, among which short forms are looked for.
pub(super) struct ShortNames {
    lang: Lang,
    /// With a space before and after each.
    words: String,
}

/// The fewest letters of a word that stands for a name.
const SHORTEST: usize = 3;

/// What a people or a language can have at its end in Persian, the longest first.
const ENDINGS: [&str; 3] = ["ها", "ای", "ی"];

/// The names of institutions, and what their members are called: one word may say both.
const MEMBERS: [(&str, &[&str]); 8] = [
    ("congress", OF_CONGRESS),
    ("house of commons", &["mp", "mps"]),
    ("house of lords", &["peer", "peers"]),
    ("house of representatives", OF_CONGRESS),
    ("parliament", &["mp", "mps"]),
    ("senate", &["sen", "senator", "senators", "sens"]),
    ("سنا", OF_SENATE),
    ("سنای آمریکا", OF_SENATE),
];

const OF_CONGRESS: &[&str] = &[
    "congressman",
    "congressmen",
    "congresswoman",
    "congresswomen",
    "rep",
    "reps",
];

const OF_SENATE: &[&str] = &["سناتور", "سناتورها", "سناتورهای", "سناتوری"];

impl ShortNames {
    pub(super) fn new(text: &str, lang: Lang) -> Self {
        Self {
            lang,
            words: spaced(text, lang),
        }
    }

    /// Whether a short form of what `entry` names is said.
    pub(super) fn has(&self, entry: &Entry) -> bool {
        let mut terms = entry.terms(self.lang).iter();
        terms.any(|term| {
            let spaced = spaced(&term.text, self.lang);
            let words: Vec<&str> = spaced.split_whitespace().collect();
            short(&words, entry.kind, self.lang).is_some_and(|short| self.words.contains(&short))
                || members(&words)
                    .iter()
                    .any(|word| self.words.contains(&format!(" {word} ")))
        })
    }
}

/// The words of a text, without possessives, with a space before and after each.
fn spaced(text: &str, lang: Lang) -> String {
    let words = Words::of(text, lang);
    let mut spaced = String::from(" ");
    for word in words.words() {
        let letters = words.letters(&word.folded);
        spaced.push_str(letters.strip_suffix("'s").unwrap_or(letters));
        spaced.push(' ');
    }
    spaced
}

/// The short form, with a space before and after.
fn short(words: &[&str], kind: Kind, lang: Lang) -> Option<String> {
    let short = match kind {
        Kind::Person if words.len() > 1 => (*words.last()?).to_owned(),
        Kind::Demonym | Kind::Language if lang == Lang::Persian => {
            let last = words.last()?;
            let cut = ENDINGS.iter().find_map(|ending| last.strip_suffix(ending));
            cut?.to_owned()
        }
        // The country stands last in Persian and first in English.
        Kind::Organisation | Kind::Event if words.len() > 2 && !is_numbered(words) => match lang {
            Lang::Persian => words[..2].join(" "),
            Lang::English => words[words.len() - 2..].join(" "),
        },
        _ => return None,
    };
    let is_name = short.chars().count() >= SHORTEST && !short.starts_with("of ");
    is_name.then(|| format!(" {short} "))
}

/// What the members of the institution are called that has this name.
fn members(name: &[&str]) -> &'static [&'static str] {
    let name = name.join(" ");
    let mut known = MEMBERS.iter();
    let found = known.find(|(institution, _)| *institution == name);
    found.map_or(&[], |(_, members)| members)
}

/// Whether a name ends with what tells it from another: the First World War.
fn is_numbered(words: &[&str]) -> bool {
    const NUMBERS: [&str; 4] = ["اول", "دوم", "سوم", "چهارم"];
    words.last().is_some_and(|last| NUMBERS.contains(last))
}
