//! The right form of a name for the place where a wrong one stands: in its capitals, and before what is written on to
//! it.
//!
//! The fix is safe where that is certain. It is not where the words around the name would have to change with it ("a"
//! and "an", "the", a plural, a Persian ending or ezafe), nor inside an address.

use crate::check::fix::Fix;
use crate::text::grammar::{begins_with_vowel, has_article, has_no_ezafe};
use crate::text::{Lang, Span, with_capital};

/// A wrong form of a name, and the right one.
pub(in crate::check) struct Wrong<'a> {
    /// The text that it stands in, and its language.
    pub(in crate::check) text: &'a str,
    pub(in crate::check) lang: Lang,
    /// Where it stands, without what is written on to it.
    pub(in crate::check) span: Span,
    /// The term of the glossary that it is, or is near to.
    pub(in crate::check) term: &'a str,
    /// The form to write.
    pub(in crate::check) right: &'a str,
}

impl Wrong<'_> {
    /// What to write instead; `is_certain` is whether the name is no other one.
    pub(in crate::check) fn fix(&self, is_certain: bool) -> Fix {
        let fits = match self.lang {
            Lang::English => self.fits_english(),
            Lang::Persian => self.fits_persian(),
        };
        let cased = self.in_its_case();
        Fix {
            is_safe: is_certain && cased.is_some() && fits && !self.is_in_address(),
            text: cased.unwrap_or_else(|| self.right.to_owned()) + self.last_marks(),
        }
    }

    fn found(&self) -> &str {
        self.span.of(self.text)
    }

    fn before(&self) -> &str {
        &self.text[..self.span.start]
    }

    fn after(&self) -> &str {
        &self.text[self.span.end..]
    }

    /// The right form with the capitals of the wrong one; `None` where they follow no rule.
    fn in_its_case(&self) -> Option<String> {
        let (found, term) = (cases(self.found()), cases(self.term));
        let is_raised = found[0] == Case::Initial && term[0] == Case::Small;
        // The words of a variant may be joined or parted.
        let is_parted = found.len() != term.len() && found[0] == term[0];
        if found == term || is_parted {
            Some(self.right.to_owned())
        } else if found.contains(&Case::All) && !self.found().contains(char::is_lowercase) {
            Some(self.right.to_uppercase())
        } else if is_raised && found[1..] == term[1..] {
            Some(with_capital(self.right))
        } else {
            None
        }
    }

    /// Whether the letters and words beside an English name suit the right form too.
    fn fits_english(&self) -> bool {
        let article = self.before().trim_end().rsplit(|c: char| !c.is_alphanumeric()).next();
        let has_indefinite = article
            .is_some_and(|word| word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an"));
        has_article(self.term) == has_article(self.right)
            && (!has_indefinite || begin_alike(self.found(), self.right))
            && self.takes_ending()
    }

    /// Whether the plural or possessive after the name is that of the right form.
    fn takes_ending(&self) -> bool {
        let has_hiss = |name: &str| {
            let name = name.to_lowercase();
            ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end))
        };
        let rest = self.after();
        let letters = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (ending, rest) = rest.split_at(letters);
        match ending.to_lowercase().as_str() {
            "" => {
                // After an s an apostrophe alone is a possessive; elsewhere it closes a quotation.
                let after = rest.strip_prefix(['\'', '’']);
                let is_alone = after.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
                !is_alone || has_hiss(self.found()) == has_hiss(self.right)
            }
            "s" => !has_hiss(self.right),
            "es" => has_hiss(self.right),
            _ => false,
        }
    }

    /// Whether what is written on to a Persian name, or its ezafe, is that of the right form.
    fn fits_persian(&self) -> bool {
        let (found, right) = (last_sound(self.found()), last_sound(self.right));
        let is_bare = !self.after().starts_with(|c: char| c.is_alphanumeric() || is_joint(c));
        found == right || is_bare && has_no_ezafe(self.found(), self.right, self.after())
    }

    /// The vowel signs after a Persian name, which are not its own.
    fn last_marks(&self) -> &str {
        let found = self.found();
        match self.lang {
            Lang::Persian => &found[found.trim_end_matches(is_vowel_sign).len()..],
            Lang::English => "",
        }
    }

    /// Whether it is a part of an address, a hashtag, an account or the name of a file.
    fn is_in_address(&self) -> bool {
        let mut after = self.after().chars();
        let next = after.next();
        self.before().ends_with(['/', '\\', '@', '#', '_', '.', '='])
            || next.is_some_and(|c| ['/', '\\', '@', '_', '='].contains(&c))
            || next == Some('.') && after.next().is_some_and(char::is_alphanumeric)
    }
}

/// Which letters of a word are capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    /// The first one.
    Initial,
    /// All, of several.
    All,
}

/// The case of each word.
fn cases(text: &str) -> Vec<Case> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    words
        .map(|word| {
            let letters = || word.chars().filter(|c| c.is_alphabetic());
            match letters().next() {
                Some(_) if letters().count() > 1 && letters().all(char::is_uppercase) => Case::All,
                Some(first) if first.is_uppercase() => Case::Initial,
                _ => Case::Small,
            }
        })
        .collect()
}

/// Whether "a" or "an" stands before both.
fn begin_alike(one: &str, other: &str) -> bool {
    let sounds = [one, other].map(begins_with_vowel);
    let first_letters = |name: &str| name.to_lowercase().chars().take(2).collect::<String>();
    sounds[0].is_some() && sounds[0] == sounds[1] || first_letters(one) == first_letters(other)
}

/// What decides how an ending or an ezafe is written on to a Persian word.
#[derive(PartialEq, Eq)]
enum Sound {
    LongVowel,
    He,
    /// A he that carries the ezafe itself.
    HeWithEzafe,
    Ye,
    Other,
}

fn last_sound(name: &str) -> Sound {
    match name.trim_end_matches(is_vowel_sign).chars().next_back() {
        Some('ا' | 'آ' | 'و') => Sound::LongVowel,
        Some('ه' | 'ة') => Sound::He,
        Some('ۀ' | '\u{654}') => Sound::HeWithEzafe,
        Some('ی' | 'ي' | 'ى') => Sound::Ye,
        _ => Sound::Other,
    }
}

/// The vowel signs and the doubling sign, from fathatan to sukun, and the short alef.
fn is_vowel_sign(c: char) -> bool {
    ('\u{64B}'..='\u{652}').contains(&c) || c == '\u{670}'
}

/// What joins an ending to its word: a half-space, or the hamza of an ezafe.
fn is_joint(c: char) -> bool {
    c == '\u{200C}' || c == '\u{654}'
}
