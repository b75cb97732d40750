//! The words in the headers of columns, in English and in Persian, and what they mean.

use super::column::{Column, Reach, Side};
use crate::glossary::Status;
use crate::text::{HALF_SPACE, Lang, fold};

/// How many words may say nothing in a header that names a language.
const MOST_UNKNOWN: usize = 2;

/// What the words of one header say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Header {
    lang: Option<Lang>,
    about: Option<About>,
    side: Option<Side>,
}

/// What a column is about, apart from its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Term,
    Language,
    Kind,
    Subject,
    Status,
    With(Status),
    Note,
    Fuzzy,
}

impl Header {
    /// The meaning of `cell` as a header; `None` if any of its words outside brackets is unknown.
    pub(super) fn of(cell: &str) -> Option<Self> {
        Self::read(cell, 0)
    }

    /// The same for a cell that names a language, in which some words need not be known.
    pub(super) fn loosely(cell: &str) -> Option<Self> {
        Self::of(cell).or_else(|| Self::read(cell, MOST_UNKNOWN).filter(Self::names_a_language))
    }

    /// What `cell` says, where not more than `most_unknown` words outside of brackets are not known.
    fn read(cell: &str, most_unknown: usize) -> Option<Self> {
        if let Some(lang) = Self::language_tag(cell) {
            return Some(Self { lang: Some(lang), ..Self::default() });
        }
        let mut header = Self::default();
        let (outside, inside) = without_brackets(cell);
        let mut unknown = 0;
        for word in words(&outside) {
            let is_known = header.take(&word).is_some();
            if !is_known && language(&word).is_some() {
                return None;
            }
            unknown += usize::from(!is_known);
        }
        for word in words(&inside) {
            let mut with = header;
            if with.take(&word).is_some() {
                header = with;
            }
        }
        let says_something =
            header.lang.is_some() || header.about.is_some() || header.side.is_some();
        (says_something && unknown <= most_unknown).then_some(header)
    }

    /// The language of a cell that is only a language tag: `fa`, `en-GB`, `per`, `fa_IR`.
    pub(super) fn language_tag(cell: &str) -> Option<Lang> {
        let mut parts = cell.trim().split(['-', '_']);
        let lang = Lang::from_tag(parts.next()?)?;
        let is_place = |part: &str| match part.len() {
            2 => part.bytes().all(|b| b.is_ascii_alphabetic()),
            3 => part.bytes().all(|b| b.is_ascii_digit()),
            4 => part.eq_ignore_ascii_case("arab") || part.eq_ignore_ascii_case("latn"),
            _ => false,
        };
        parts.all(is_place).then_some(lang)
    }

    /// The contents of the column.
    pub(super) fn column(&self) -> Column {
        match (self.about.unwrap_or(About::Term), self.side, self.lang) {
            (About::Note, ..) => Column::Note,
            (About::Fuzzy, ..) => Column::Fuzzy,
            (About::Kind, ..) => Column::Kind { is_sure: true },
            (About::Subject, ..) => Column::Kind { is_sure: false },
            (About::Status, ..) => Column::Status(Reach::Row),
            (About::Language, Some(side), _) => Column::Language(side),
            (About::Term, Some(side), None) => Column::Side(side),
            (About::Term, _, Some(lang)) => Column::Terms(lang, None),
            (About::With(status), _, Some(lang)) => Column::Terms(lang, Some(status)),
            (About::With(status), _, None) => Column::Flag(status, Reach::Row),
            // A column «Term» by itself is the source side.
            (About::Term, None, None) => Column::Side(Side::Source),
            (About::Language, None, _) => Column::Unused,
        }
    }

    /// Whether it says which language's terms it is about.
    pub(super) fn names_a_language(&self) -> bool {
        self.lang.is_some()
    }

    /// Takes one word; `None` if it is unknown, or names a second language.
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some(lang) = language(word) {
            return match self.lang.replace(lang) {
                Some(other) if other != lang => None,
                _ => Some(()),
            };
        }
        if word.bytes().all(|b| b.is_ascii_digit()) || FILLERS.contains(&word) {
            return Some(());
        }
        if let Some(side) = side(word) {
            self.side = Some(side);
            return Some(());
        }
        let (_, about) = WORDS.iter().find(|(words, _)| words.contains(&word))?;
        // «Term status» is about the status, «note on the term» about the note.
        if self.about.is_none_or(|known| known == About::Term) || *about != About::Term {
            self.about = Some(*about);
        }
        Some(())
    }
}

/// The meaning of the header of a column, in a table that need not be a glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Heading {
    /// Texts in a language.
    Text(Lang),
    /// The source, in whichever language.
    Source,
    /// Its translation.
    Target,
    /// Notes on them.
    Note,
    /// What only a glossary has: kinds and statuses.
    Glossary,
}

/// The contents of a column by its header; `None` if that is unknown.
pub(in crate::exchange) fn heading(cell: &str) -> Option<Heading> {
    match Header::of(cell)?.column() {
        Column::Terms(lang, None) => Some(Heading::Text(lang)),
        Column::Note => Some(Heading::Note),
        Column::Kind { .. } | Column::Status(_) | Column::Flag(..) | Column::Terms(..) => {
            Some(Heading::Glossary)
        }
        Column::Side(Side::Source) => Some(Heading::Source),
        Column::Side(Side::Target) => Some(Heading::Target),
        Column::Language(_) | Column::Fuzzy | Column::Unused => None,
    }
}

/// What stands outside brackets in a header, and what stands inside them.
fn without_brackets(cell: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let mut depth = 0_usize;
    for c in cell.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
        // What stands on both sides of a bracket is not one word.
        if matches!(c, '(' | '[' | ')' | ']') {
            outside.push(' ');
            inside.push(' ');
        }
    }
    (outside, inside)
}

/// The words of a header, folded.
fn words(cell: &str) -> Vec<String> {
    let cell = cell.trim_start_matches('\u{FEFF}');
    let cell: String = cell
        .chars()
        .map(|c| if c.is_alphanumeric() || c == HALF_SPACE { c } else { ' ' })
        .collect();
    let words = cell.split(' ').filter(|word| !word.is_empty());
    words.map(|word| fold(word).text().to_owned()).collect()
}

fn language(word: &str) -> Option<Lang> {
    match word {
        "english" | "en" | "eng" | "latin" | "انگلیسی" | "لاتین" | "خارجی" => {
            Some(Lang::English)
        }
        "persian" | "farsi" | "fa" | "fas" | "per" | "prs" | "dari" | "فارسی" => {
            Some(Lang::Persian)
        }
        _ => None,
    }
}

fn side(word: &str) -> Option<Side> {
    match word {
        "source" | "original" | "مبدا" | "مبدأ" => Some(Side::Source),
        "target" | "translation" | "equivalent" | "مقصد" | "ترجمه" | "معادل" | "برابر"
        | "برابرنهاد" => Some(Side::Target),
        _ => None,
    }
}

/// Words that say nothing of what a column holds.
const FILLERS: [&str; 17] = [
    "iran",
    "afghanistan",
    "united",
    "states",
    "kingdom",
    "us",
    "uk",
    "usa",
    "gb",
    "ir",
    "entry",
    "به",
    "زبان",
    "شخص",
    "the",
    "of",
    "in",
];

const WORDS: [(&[&str], About); 9] = [
    (
        &[
            "term",
            "terms",
            "name",
            "names",
            "word",
            "words",
            "form",
            "text",
            "string",
            "spelling",
            "واژه",
            "نام",
            "اسم",
            "اصطلاح",
            "عبارت",
            "کلمه",
            "صورت",
            "شکل",
            "ضبط",
            "املا",
            "متن",
        ],
        About::Term,
    ),
    (&["language", "lang", "locale"], About::Language),
    (&["kind", "type", "category", "class", "نوع", "گونه", "دسته", "رده"], About::Kind),
    (&["domain", "subject", "field", "subjectfield", "حوزه", "موضوع"], About::Subject),
    (&["status", "info", "usage", "وضعیت"], About::Status),
    (&["fuzzy"], About::Fuzzy),
    (
        &[
            "forbidden",
            "prohibited",
            "deprecated",
            "wrong",
            "incorrect",
            "avoid",
            "banned",
            "ممنوع",
            "نادرست",
            "غلط",
            "اشتباه",
            "منسوخ",
        ],
        About::With(Status::Forbidden),
    ),
    (
        &[
            "admitted",
            "allowed",
            "alternative",
            "alternatives",
            "synonym",
            "synonyms",
            "variant",
            "variants",
            "other",
            "also",
            "مترادف",
            "مجاز",
            "دیگر",
        ],
        About::With(Status::Admitted),
    ),
    (
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "description",
            "definition",
            "def",
            "explanation",
            "translator",
            "developer",
            "توضیح",
            "توضیحات",
            "یادداشت",
            "ملاحظات",
            "شرح",
            "تعریف",
        ],
        About::Note,
    ),
];

/// The status that a cell names; `None` if it names no known one.
pub(super) fn status(cell: &str) -> Option<Status> {
    if let Some(status) = Status::from_name(cell) {
        return Some(status);
    }
    let folded = fold(cell);
    let word = folded.text().trim_end_matches("-admn-sts");
    match word {
        "preferred" | "preferredterm" | "approved" | "مرجح" | "ترجیحی" | "اصلی" | "درست" => {
            Some(Status::Preferred)
        }
        "admitted" | "admittedterm" | "allowed" | "accepted" | "مجاز" | "پذیرفته" => {
            Some(Status::Admitted)
        }
        "forbidden" | "prohibited" | "deprecated" | "deprecatedterm" | "superseded"
        | "supersededterm" | "obsolete" | "not recommended" | "notrecommended" | "rejected"
        | "ممنوع" | "نادرست" | "غلط" | "منسوخ" => Some(Status::Forbidden),
        _ => None,
    }
}

/// The value of a cell that can be ticked; `None` if it contains something else.
pub(in crate::exchange) fn truth(cell: &str) -> Option<bool> {
    match fold(cell).text() {
        "true" | "yes" | "y" | "x" | "1" | "بله" | "بلی" | "آری" => Some(true),
        "" | "false" | "no" | "n" | "0" | "خیر" | "نه" => Some(false),
        _ => None,
    }
}
