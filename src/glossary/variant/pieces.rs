//! The pieces of a text of which names consist: words, and the parts of words with a half-space or hyphen inside.

use std::borrow::Cow;

use crate::glossary::particles;
use crate::text::fold::{Gap, Letter};
use crate::text::{HALF_SPACE, Lang, Span};

/// What stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A space.
    Space,
    /// A half-space or hyphen: the piece is a part of a word.
    Inside,
    /// A mark, a new line, or the beginning of the text: no name goes on across it.
    End,
}

/// One piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// What stands before it.
    pub(super) before: Break,
    /// Its letters, folded, without apostrophes.
    pub(super) letters: Cow<'a, [char]>,
    /// The same with apostrophes, and where each letter stands in the text.
    word: &'a [Letter],
    /// Where it stands, without a possessive ending.
    pub(super) span: Span,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
    /// Whether all its letters are capitals, two or more.
    pub(super) is_all_capitals: bool,
    /// Whether it is a word that stands inside names without a capital.
    pub(super) is_particle: bool,
}

impl Piece<'_> {
    /// Where the first `count` of its letters, at least one, end in the text.
    pub(super) fn end(&self, count: usize) -> usize {
        let mut own = self.word.iter().filter(|letter| letter.ch != '\'');
        own.nth(count - 1).map_or(self.span.end, |letter| letter.span().end)
    }
}

/// The pieces of `text`, whose folded letters are `letters`, which are the characters `chars`; in order.
pub(super) fn pieces<'a>(
    text: &str,
    letters: &'a [Letter],
    chars: &'a [char],
    lang: Lang,
) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(letters.len() / 4);
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let is_part = |l: &&Letter| l.gap == Gap::None && is_part_of_word(l, lang);
        let (mut past, mut has_apostrophe) = (at + letters[at].run(), false);
        while let Some(next) = letters.get(past).filter(is_part) {
            has_apostrophe |= next.ch == '\'';
            past += next.run();
        }
        let ending = if has_apostrophe { apostrophe(&chars[at..past]) } else { 0 };
        let (word, chars) = (&letters[at..past - ending], &chars[at..past - ending]);
        let span = Span::new(word[0].span().start, word[word.len() - 1].span().end);
        let last = pieces.last().map(|piece| piece.span.end);
        let is_short = pieces.last().is_some_and(|piece| piece.letters.len() < 3);
        let before = last.map_or(Break::End, |end| break_of(&text[end..span.start], is_short));
        let mut written = span.of(text).chars().filter(|c| c.is_alphabetic());
        let is_capital = written.next().is_some_and(char::is_uppercase);
        let mut others = written.peekable();
        let own = || chars.iter().copied().filter(|&c| c != '\'');
        let letters =
            if has_apostrophe { Cow::Owned(own().collect()) } else { Cow::Borrowed(chars) };
        pieces.push(Piece {
            before,
            is_particle: !is_capital && particles::is_inside(&letters),
            letters,
            word,
            span,
            is_capital,
            is_all_capitals: is_capital
                && others.peek().is_some()
                && others.all(char::is_uppercase),
        });
        at = past;
    }
    pieces
}

fn is_part_of_word(letter: &Letter, lang: Lang) -> bool {
    letter.is_alphanumeric() || (letter.ch == '\'' && lang == Lang::English)
}

/// How many letters at the end of a word are an apostrophe with what English writes after one: s, or a short verb.
fn apostrophe(word: &[char]) -> usize {
    let at = word.iter().rposition(|&c| c == '\'');
    let Some(at) = at.filter(|&at| at > 0) else {
        return 0;
    };
    match word[at + 1..] {
        [] | ['s' | 'd' | 'm' | 't'] | ['l', 'l'] | ['r' | 'v', 'e'] => word.len() - at,
        _ => 0,
    }
}

/// The kind of `between`, the text between two pieces; a full stop after a short piece belongs to an abbreviation.
fn break_of(between: &str, is_short: bool) -> Break {
    // As between most words.
    if between == " " {
        return Break::Space;
    }
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (Some('\u{a0}'), None) => Break::Space,
        (Some('-' | '\u{2010}' | '\u{2011}' | HALF_SPACE | '\u{ad}' | '\u{200b}'), None) => {
            Break::Inside
        }
        _ if between == ". " && is_short => Break::Space,
        _ if !between.is_empty() && between.chars().all(|c| c == ' ') => Break::Space,
        _ => Break::End,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[track_caller]
    fn are(text: &str, lang: Lang, expected: &[&str]) {
        let folded = fold(text);
        let chars: Vec<char> = folded.letters().iter().map(|letter| letter.ch).collect();
        let pieces = pieces(text, folded.letters(), &chars, lang);
        let found: Vec<&str> = pieces.iter().map(|piece| piece.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_and_their_parts_are_pieces() {
        are(
            "Kim Jung-un’s visit, he said.",
            Lang::English,
            &["Kim", "Jung", "un", "visit", "he", "said"],
        );
        are(
            "Ra'isi and the Syrians' war",
            Lang::English,
            &["Ra'isi", "and", "the", "Syrians", "war"],
        );
        are("پیون‌گیانگ را", Lang::Persian, &["پیون", "گیانگ", "را"]);
        are("'s ' 's", Lang::English, &["s", "s"]);
    }
}
