//! Whether a form can stand in a glossary: in the letters of its language, with nothing invisible in it.
//!
//! What certainly comes from another program is read as what it stands for, and is not a fault.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::fault::{FaultKind, RowFault};
use crate::text::{HALF_SPACE, Lang, TATWEEL};

/// A cell's form without what stands around it and is not part of it; a no-break space in it is a space.
pub(super) fn bare(form: &str) -> Cow<'_, str> {
    let form = form.trim_matches(|c| matches!(c, ' ' | '\r' | NO_BREAK) || is_unseen_at_edge(c));
    if form.contains(NO_BREAK) {
        Cow::Owned(form.replace(NO_BREAK, " "))
    } else {
        Cow::Borrowed(form)
    }
}

/// Whether `c` is nothing where no letter stands on one of its sides.
fn is_unseen_at_edge(c: char) -> bool {
    matches!(c, '\t' | HALF_SPACE | '\u{200B}' | '\u{FEFF}') || is_direction(c)
}

/// A space that does not break.
const NO_BREAK: char = '\u{A0}';

/// The Persian `form` in Persian letters, where it has others that certainly stand for them.
///
/// - **Arabic ye and kaf**, which some keyboards produce.
/// - **Presentation forms**, as in PDF: the letters that they show.
/// - **Tatweel** between letters, which only lengthens a word; at the end of «هـ» it shapes the letter, and stays.
/// - **The not sign** between letters, which old keyboards and fonts had in place of the half-space.
pub(super) fn in_persian_letters(form: &str) -> Option<String> {
    let is_foreign = |c| matches!(c, 'ي' | 'ك' | TATWEEL | NOT_SIGN) || is_presentation_form(c);
    if !form.contains(is_foreign) {
        return None;
    }
    let mut plain = String::with_capacity(form.len());
    for c in form.chars() {
        if is_presentation_form(c) {
            plain.extend(std::iter::once(c).nfkc().skip_while(|c| *c == ' '));
        } else {
            plain.push(c);
        }
    }
    let plain: Vec<char> = plain.chars().collect();
    let mut written = String::with_capacity(form.len());
    for (at, &c) in plain.iter().enumerate() {
        let is_inside = || {
            let past = plain[at..].iter().find(|&&next| next != c);
            written.chars().next_back().is_some_and(joins_on) && past.is_some_and(|c| joins_on(*c))
        };
        match c {
            'ي' => written.push('ی'),
            'ك' => written.push('ک'),
            TATWEEL if is_inside() => {}
            NOT_SIGN if is_inside() => written.push(HALF_SPACE),
            c => written.push(c),
        }
    }
    (written != form).then_some(written)
}

const NOT_SIGN: char = '\u{AC}';

/// Whether `c` shows one letter or several in the form that they have at a certain place in a word.
fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether `c` is a letter of Persian, or a vowel sign on one.
fn joins_on(c: char) -> bool {
    Lang::of_letter(c) == Some(Lang::Persian) || matches!(c, '\u{64B}'..='\u{652}')
}

/// Whether `c` only gives the direction of a text.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Says what is wrong with `form`, a form in `lang`.
pub(super) fn check(form: &str, lang: Lang) -> Result<(), RowFault> {
    if is_plain(form, lang) {
        return Ok(());
    }
    if let Some((c, what)) = stray(form, lang) {
        let message = format!("“{}” holds {what}, U+{:04X}", shown(form), u32::from(c));
        return Err(RowFault::of(FaultKind::StrayCharacter, form, message));
    }
    if let Some(c) = mark_at_edge(form, lang) {
        let message = format!("“{form}” begins or ends with “{c}”, which is no part of it");
        return Err(RowFault::of(FaultKind::StrayCharacter, form, message));
    }
    if holds_several(form) {
        let message = format!("“{form}” is several forms; write | between them");
        return Err(RowFault::of(FaultKind::SeveralForms, form, message));
    }
    let name = lang.name();
    let has = |lang| form.chars().any(|c| Lang::of_letter(c) == Some(lang));
    match (has(lang), has(lang.other())) {
        (false, true) => {
            let message = format!("“{form}” is not in {name} letters");
            return Err(RowFault::of(FaultKind::WrongScript, form, message));
        }
        (true, true) => {
            let message = format!("“{form}” is not in {name} letters alone");
            return Err(RowFault::of(FaultKind::MixedScript, form, message));
        }
        _ => {}
    }
    if let Some(c) = form.chars().find(|&c| is_of_another_script(c)) {
        let message = format!("“{form}” holds a letter of another script, U+{:04X}", u32::from(c));
        return Err(RowFault::of(FaultKind::MixedScript, form, message));
    }
    if form.chars().any(char::is_alphanumeric) {
        Ok(())
    } else {
        Err(RowFault::of(
            FaultKind::EmptyForm,
            form,
            format!("“{form}” has no letter and no digit"),
        ))
    }
}

/// Sees that not one of two forms is a number and the other none: a row of totals or years is no entry.
pub(super) fn refuse_number(persian: &str, english: &str) -> Result<(), RowFault> {
    let (number, other) = match (is_number(persian), is_number(english)) {
        (true, false) => (persian, english),
        (false, true) => (english, persian),
        _ => return Ok(()),
    };
    let message = format!("“{number}” is a number, and “{other}” is none");
    Err(RowFault::of(FaultKind::EmptyForm, number, message))
}

/// Whether `form` is of figures alone. With a slash or a hyphen it may be a name: 9/11.
fn is_number(form: &str) -> bool {
    form.chars().all(|c| c.is_numeric() || matches!(c, ' ' | ',' | '.' | '٬' | '٫' | '%' | '٪'))
}

/// Whether `form` ends in brackets, or stands in quotation marks.
pub(super) fn is_bracketed(form: &str) -> bool {
    form.ends_with(')')
        || [('«', '»'), ('“', '”'), ('"', '"')]
            .into_iter()
            .any(|(open, close)| form.starts_with(open) && form.ends_with(close))
}

/// The mark of a list or a sentence at one end of `form`, or that by which a spreadsheet program tells texts.
///
/// A full stop ends abbreviations, and an apostrophe can begin a word of English.
fn mark_at_edge(form: &str, lang: Lang) -> Option<char> {
    let is_mark = |c: &char| matches!(c, ',' | '،' | ';' | '؛' | ':');
    let first = form.chars().next();
    let last = form.chars().next_back();
    let is_quoted_text = lang == Lang::Persian && first == Some('\'');
    let ends_sentence = lang == Lang::Persian && last == Some('.') && {
        let word = form.split(' ').next_back().unwrap_or_default();
        word.matches('.').count() == 1 && word.chars().count() > LONGEST_ABBREVIATION
    };
    let first = first.filter(|c| is_mark(c) || is_quoted_text);
    first.or_else(|| last.filter(|c| is_mark(c) || ends_sentence))
}

/// How many characters a Persian abbreviation has with its full stop, if it has only one.
const LONGEST_ABBREVIATION: usize = 3;

/// Whether a cell is certain to hold several forms with another mark between them than `|`.
///
/// A comma or a slash can belong to the name: «زن، زندگی، آزادی», HIV/AIDS. It separates two forms if each word of one
/// is in the other or begins a word of it: “Germany, Federal Republic of Germany”, “Russia/Russian Federation”.
fn holds_several(form: &str) -> bool {
    form.contains([';', '؛'])
        || form.contains(" / ")
        || [',', '،', '/'].into_iter().any(|mark| {
            let parts: Vec<&str> = form.split(mark).map(str::trim).collect();
            let pairs = parts.iter().flat_map(|one| parts.iter().map(move |other| (one, other)));
            let mut pairs = pairs.filter(|(one, other)| !one.is_empty() && one != other);
            pairs.any(|(one, other)| one.split_whitespace().all(|word| is_in(word, other)))
        })
}

/// The fewest letters of a word that counts as the same as a longer one that begins with it.
const KNOWN_BY: usize = 4;

/// Whether `word` is one of those in `form`, or begins one.
fn is_in(word: &str, form: &str) -> bool {
    let is_long = word.chars().count() >= KNOWN_BY;
    form.split_whitespace().any(|other| other == word || is_long && other.starts_with(word))
}

/// Whether `form` consists of plain letters, spaces and half-spaces in their places, as nearly all do: a quick test.
fn is_plain(form: &str, lang: Lang) -> bool {
    match lang {
        Lang::English => form.bytes().all(|b| b.is_ascii_alphabetic() || b == b' '),
        Lang::Persian => {
            let is_letter = |c: char| Lang::of_letter(c) == Some(Lang::Persian);
            let mut before = ' ';
            let is_in_place = |c: char| match (std::mem::replace(&mut before, c), c) {
                (before, HALF_SPACE) => is_letter(before),
                (HALF_SPACE, ' ') => false,
                (_, c) => c == ' ' || is_letter(c),
            };
            form.chars().all(is_in_place) && before != HALF_SPACE
        }
    }
}

/// The first character that is invisible or means nothing here, and what it is.
fn stray(form: &str, lang: Lang) -> Option<(char, &'static str)> {
    let mut before = None;
    let mut chars = form.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = |c: Option<&char>| {
            c.is_some_and(|&c| Lang::of_letter(c) == Some(Lang::Persian) || c.is_numeric())
        };
        let what = match c {
            c if is_direction(c) => Some("a character of direction"),
            HALF_SPACE
                if lang == Lang::English || !joins(before.as_ref()) || !joins(chars.peek()) =>
            {
                Some("a half-space that stands between no letters")
            }
            HALF_SPACE => None,
            '\u{AD}' | '\u{200B}' | '\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {
                Some("a character that nobody sees")
            }
            '\u{FFFD}' => Some("the sign for a character that was lost"),
            // Programs write it in place of a letter that an encoding does not have.
            '?' if lang == Lang::Persian || chars.peek().is_some_and(|c| c.is_alphabetic()) => {
                Some("a question mark in the place of a letter that was lost")
            }
            '\u{2007}' | '\u{202F}' => Some("a space that does not break"),
            '\u{E000}'..='\u{F8FF}' => Some("a character without a meaning"),
            c if c.is_control() => Some("a control character"),
            c if c != ' ' && c.is_whitespace() => Some("a space of another kind"),
            _ => None,
        };
        if let Some(what) = what {
            return Some((c, what));
        }
        before = Some(c);
    }
    None
}

/// The form with its stray characters shown as a box.
fn shown(form: &str) -> String {
    let shown = |c: char| {
        if c.is_control()
            || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
                && c != HALF_SPACE
        {
            '\u{25A1}'
        } else {
            c
        }
    };
    form.chars().map(shown).collect()
}

/// Whether `c` is a letter of neither Persian nor English.
fn is_of_another_script(c: char) -> bool {
    // Modifier letters occur in transliterations: ʿ and ʾ.
    c.is_alphabetic()
        && Lang::of_letter(c).is_none()
        && !matches!(c, 'ª' | 'º' | '\u{02B0}'..='\u{036F}')
}
