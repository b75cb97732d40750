//! What will do for a name that a translation does not have in any of its forms.
//!
//! Of a person the surname; of an institution what is left without its country, by which every language names it
//! differently (House of Representatives, مجلس نمایندگان), or who sits in it: Senators for «سناتورهای سنا», lawmakers
//! for «نمایندگان پارلمان»; of "The Hague" the Hague; of a people or language the word without its ending («کرد» for
//! Kurdish); of anything in Persian the name without what it is («ایکس» for «شبکه اجتماعی ایکس»). The whole of an
//! institution's name will do in small letters too, and that of a region, as some newspapers write them (the supreme
//! court, eastern Europe), and in Persian with a word put in after its first («نیروهای شبه‌نظامی پشتیبانی سریع»).

use crate::glossary::{Entry, Kind};
use crate::text::{Lang, WordKind, Words};

/// The words of a text, among which short forms are looked for.
pub(crate) struct ShortNames {
    lang: Lang,
    /// With a space before and after each.
    words: String,
}

/// The fewest letters of a word that stands for a name.
const SHORTEST: usize = 3;

/// What a people or a language can have at its end in Persian, the longest first.
const ENDINGS: [&str; 3] = ["ها", "ای", "ی"];

/// The second words, as they fold, of names that are told from others by the third: the World Health Organization is
/// not the World Meteorological Organization.
const GENERAL: [&str; 3] = ["اجتماعی", "بینالمللی", "جهانی"];

/// What Persian can say before a name that says itself what it is.
const KINDS: [&str; 18] = [
    "باشگاه",
    "جریان",
    "جشنواره",
    "جشنواره فیلم",
    "حزب",
    "خبرگزاری",
    "روزنامه",
    "سازمان",
    "شبکه اجتماعی",
    "شرکت",
    "شهر",
    "قوم",
    "مجله",
    "پلتفرم",
    "کشور",
    "گذرگاه",
    "گروه",
    "ولایت",
];

/// What English says after the place of a festival.
const FESTIVALS: [&str; 3] = ["international film festival", "film festival", "festival"];

/// The words for a part of a government, and for those who lead it: one says both.
const MINISTRIES: [&str; 10] = [
    "agency",
    "chief",
    "department",
    "minister",
    "ministers",
    "ministry",
    "secretary",
    "وزارت",
    "وزارتخانه",
    "وزیر",
];

/// How the name of a part of a government begins before what it is for.
const MINISTRIES_OF: [&str; 4] =
    ["department of the", "department of", "ministry of the", "ministry of"];

/// Names, and what else says them, which names nothing by itself: the members of an institution, what it is, or a word
/// that has another meaning too (the Channel, «حافظ»).
const SAID_BY: [(&str, &[&str]); 38] = [
    (
        "atomic energy organization of iran",
        &["atomic agency", "atomic chief", "nuclear agency", "nuclear chief"],
    ),
    ("bundestag", OF_PARLIAMENT),
    ("congress", OF_CONGRESS),
    ("department of environment", &["environmental agency", "environmental protection agency"]),
    ("english channel", &["channel"]),
    ("house of commons", &["mp", "mps"]),
    ("house of lords", &["peer", "peers"]),
    ("house of representatives", OF_CONGRESS),
    ("knesset", OF_PARLIAMENT),
    ("kremlin", &["moscow", "russia", "russian"]),
    ("london olympics", &["london games"]),
    ("olympics", &["games"]),
    ("paris olympics", &["paris games"]),
    ("parliament", OF_PARLIAMENT),
    ("senate", &["sen", "senator", "senators", "sens"]),
    ("supreme court", &["chief justice"]),
    ("white house", &["administration", "washington"]),
    ("آستانا", &["آستانه"]),
    ("بوندستاگ", PARLIAMENT),
    ("ترکیهای", &["ترکی"]),
    ("جمهوری چک", &["چک"]),
    ("حافظ شیرازی", &["حافظ"]),
    ("داونینگ استریت", &["دفتر نخستوزیر"]),
    ("روسکاسموس", &["آژانس فضایی روسیه", "سازمان فضایی روسیه"]),
    ("سنا", OF_SENATE),
    ("سنای آمریکا", OF_SENATE),
    ("سپاه پاسداران", &["پاسداران", "سپاه"]),
    ("فارسی", &["ایران", "ایرانی", "پارسی", "هخامنشی"]),
    ("مولانا جلالالدین", &["مولانا", "مولوی"]),
    ("والاستریت", &["بورس نیویورک"]),
    ("پنتاگون", &["وزارت جنگ", "وزارت دفاع", "وزیر جنگ", "وزیر دفاع"]),
    ("کاخ الیزه", &["ریاستجمهوری فرانسه"]),
    ("کاخ سفید", &["دولت آمریکا", "دولت بایدن", "دولت ترامپ", "ریاستجمهوری آمریکا", "واشنگتن"]),
    ("کاپیتول هیل", &["کنگره"]),
    ("کرملین", &["روسیه", "مسکو"]),
    ("کنست", PARLIAMENT),
    ("کویتسیتی", &["شهر کویت", "کویت"]),
    ("گرند پری", &["جایزه بزرگ"]),
];

const OF_CONGRESS: &[&str] = &[
    "congressional",
    "congressman",
    "congressmen",
    "congresswoman",
    "congresswomen",
    "lawmaker",
    "lawmakers",
    "rep",
    "reps",
];

const OF_PARLIAMENT: &[&str] = &[
    "deputies",
    "lawmaker",
    "lawmakers",
    "legislator",
    "legislators",
    "mp",
    "mps",
    "parliament",
    "parliamentary",
];

const PARLIAMENT: &[&str] = &["مجلس", "پارلمان", "پارلمانی"];

const OF_SENATE: &[&str] = &["سناتور", "سناتورها", "سناتورهای", "سناتوری"];

impl ShortNames {
    pub(crate) fn new(text: &str, lang: Lang) -> Self {
        Self { lang, words: spaced(text, lang) }
    }

    /// Whether a short form of what `entry` names is said.
    pub(crate) fn has(&self, entry: &Entry) -> bool {
        let mut terms = entry.terms(self.lang).iter();
        terms.any(|term| {
            let spaced = spaced(&term.text, self.lang);
            let words: Vec<&str> = spaced.split_whitespace().collect();
            short(&words, entry.kind, self.lang).is_some_and(|short| self.words.contains(&short))
                || (self.may_be_other(entry.kind) && self.has_whole(&words))
                || self.has_numbered(&words)
                || without_kind(&words, entry.kind).is_some_and(|name| self.has_one_of(&name))
                || (entry.kind == Kind::Organisation && self.has_ministry(&words))
                || said_by(&words).iter().any(|other| self.says(other))
                || matches!(&*words, ["the", rest @ ..] if self.says(&rest.join(" ")))
        })
    }

    /// Whether a phrase, as it folds, is said.
    pub(crate) fn says(&self, phrase: &str) -> bool {
        self.words.contains(&format!(" {phrase} "))
    }

    /// Whether the given name of a person is said.
    pub(crate) fn has_given_name(&self, person: &Entry) -> bool {
        let mut terms = person.terms(self.lang).iter();
        terms.any(|term| {
            let spaced = spaced(&term.text, self.lang);
            let given = spaced.split_whitespace().next();
            given.is_some_and(|given| self.words.contains(&format!(" {given} ")))
        })
    }

    /// Whether a name of this kind may be written in small letters, or in Persian have a word put in.
    fn may_be_other(&self, kind: Kind) -> bool {
        kind == Kind::Organisation || kind == Kind::Region && self.lang == Lang::English
    }

    /// Whether what an event is is said, beside its date: the coup of the 1953 coup.
    pub(crate) fn has_noun(&self, event: &Entry) -> bool {
        let mut terms = event.terms(self.lang).iter();
        terms.any(|term| {
            let words = Words::of(&term.text, self.lang);
            let mut nouns = words.words().iter().filter(|word| {
                let written = word.span.of(&term.text);
                let is_long = written.chars().count() >= SHORTEST;
                word.kind == WordKind::Word && is_long && !written.starts_with(char::is_uppercase)
            });
            nouns.any(|noun| self.has_one_of(words.letters(&noun.folded)))
        })
    }

    /// Whether all the words of a name are said: in English however they are written, in Persian with one more after
    /// the first of them.
    fn has_whole(&self, name: &[&str]) -> bool {
        match (self.lang, name) {
            (Lang::English, [_, _, ..]) => self.words.contains(&format!(" {} ", name.join(" "))),
            (Lang::Persian, [first, rest @ ..]) if rest.len() > 1 => {
                let first = format!(" {first} ");
                let rest = format!(" {} ", rest.join(" "));
                let mut places = self.words.match_indices(&first);
                places.any(|(at, _)| {
                    let after = &self.words[at + first.len()..];
                    let put_in = after.find(' ').unwrap_or(after.len());
                    after[put_in..].starts_with(&rest)
                })
            }
            _ => false,
        }
    }

    /// Whether the text has the plural of the noun, and the number: Resolutions 598 and 1701.
    fn has_numbered(&self, name: &[&str]) -> bool {
        let plural = match self.lang {
            Lang::English => "s",
            Lang::Persian => "های",
        };
        let [.., noun, number] = name else {
            return false;
        };
        number.starts_with(|c: char| c.is_ascii_digit())
            && self.words.contains(&format!(" {noun}{plural} "))
            && self.words.contains(&format!(" {number} "))
    }

    /// Whether a part of a government is said as English or Persian may say it otherwise, or who leads it: the
    /// environment department, «وزیر خارجه».
    fn has_ministry(&self, name: &[&str]) -> bool {
        let joined = name.join(" ");
        let of = MINISTRIES_OF.iter().find_map(|opening| joined.strip_prefix(opening));
        let (subject, lang) = match (of, name) {
            (Some(subject), _) => (subject.trim_start().to_owned(), Lang::English),
            (None, [subject @ .., last]) if MINISTRIES.contains(last) => {
                (subject.join(" "), Lang::English)
            }
            (None, [first, subject @ ..]) if MINISTRIES.contains(first) => {
                (subject.join(" "), Lang::Persian)
            }
            _ => return false,
        };
        !subject.is_empty()
            && MINISTRIES.iter().any(|ministry| match lang {
                Lang::English => self.says(&format!("{subject} {ministry}")),
                Lang::Persian => self.says(&format!("{ministry} {subject}")),
            })
    }

    /// Whether a name is said, in the plural too: Republicans for their party.
    fn has_one_of(&self, name: &str) -> bool {
        const PLURALS: [&str; 4] = ["", "ان", "ها", "های"];
        let mut forms = PLURALS.iter().map(|plural| format!(" {name}{plural} "));
        forms.any(|form| self.words.contains(&form))
    }
}

/// Whether all the words of a name stand in a term of `entry`, one after the other.
pub(crate) fn is_part_of_term(name: &str, entry: &Entry, lang: Lang) -> bool {
    let name = spaced(name, lang);
    entry.terms(lang).iter().any(|term| spaced(&term.text, lang).contains(&name))
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
            Lang::Persian if GENERAL.contains(&words[1]) => return None,
            Lang::Persian => words[..2].join(" "),
            Lang::English => words[words.len() - 2..].join(" "),
        },
        _ => return None,
    };
    let is_name = short.chars().count() >= SHORTEST && !short.starts_with("of ");
    is_name.then(|| format!(" {short} "))
}

/// The name without the words that say what it is of, where a Persian term begins with them, or that of an English
/// festival ends so.
fn without_kind(words: &[&str], kind: Kind) -> Option<String> {
    let whole = words.join(" ");
    let festival = FESTIVALS.iter().find_map(|festival| whole.strip_suffix(festival));
    if let Some(place) = festival.map(str::trim_end).filter(|place| !place.is_empty()) {
        return Some(place.to_owned());
    }
    let kinds = KINDS.iter().map(|kind| kind.split(' ').collect::<Vec<_>>());
    let found = kinds.filter(|kind| words.starts_with(kind)).max_by_key(Vec::len)?;
    let name = words[found.len()..].join(" ");
    (kind != Kind::Person && !name.is_empty()).then_some(name)
}

/// What else says the name.
fn said_by(name: &[&str]) -> &'static [&'static str] {
    let name = name.join(" ");
    let mut known = SAID_BY.iter();
    let found = known.find(|(its, _)| *its == name);
    found.map_or(&[], |(_, others)| others)
}

/// Whether a name ends with what tells it from another: the First World War.
fn is_numbered(words: &[&str]) -> bool {
    const NUMBERS: [&str; 4] = ["اول", "دوم", "سوم", "چهارم"];
    words.last().is_some_and(|last| NUMBERS.contains(last))
}
