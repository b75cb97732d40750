//! Single characters: the table of what compares as what, and a text read through it.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::decompose_compatible;

use crate::text::Span;

/// One row of the table: every character of `from` is compared as `to`.
#[derive(Debug)]
pub struct Rule {
    /// The name under which `tests/fold/` has the rule's cases.
    pub name: &'static str,
    /// The characters, each a case of its own.
    pub from: &'static str,
    /// What each of them becomes.
    pub to: &'static str,
}

/// The characters that compare as another one; what decomposition and case do is not repeated here.
pub const RULES: &[Rule] = &[
    // Arabic yeh, alef maksura, yeh barree, yeh with tail, e.
    rule("ye", "\u{64A}\u{649}\u{6D2}\u{6CD}\u{6D0}", "\u{6CC}"),
    // Arabic kaf, swash kaf.
    rule("kaf", "\u{643}\u{6AA}", "\u{6A9}"),
    // Heh goal, heh doachashmee, ae.
    rule("he", "\u{6C1}\u{6BE}\u{6D5}", "\u{647}"),
    rule("ta-marbuta", "\u{629}\u{6C3}", "\u{647}"),
    rule("alef-wasla", "\u{671}", "\u{627}"),
    rule("digit-0", "\u{6F0}\u{660}", "0"),
    rule("digit-1", "\u{6F1}\u{661}", "1"),
    rule("digit-2", "\u{6F2}\u{662}", "2"),
    rule("digit-3", "\u{6F3}\u{663}", "3"),
    rule("digit-4", "\u{6F4}\u{664}", "4"),
    rule("digit-5", "\u{6F5}\u{665}", "5"),
    rule("digit-6", "\u{6F6}\u{666}", "6"),
    rule("digit-7", "\u{6F7}\u{667}", "7"),
    rule("digit-8", "\u{6F8}\u{668}", "8"),
    rule("digit-9", "\u{6F9}\u{669}", "9"),
    // The Arabic thousands separator and the Persian comma.
    rule("comma", "\u{66C}\u{60C}", ","),
    rule("decimal-point", "\u{66B}", "."),
    rule("percent", "\u{66A}", "%"),
    rule("semicolon", "\u{61B}", ";"),
    rule("question-mark", "\u{61F}", "?"),
    rule("full-stop", "\u{6D4}", "."),
    // Guillemets, curly and low double quotes, double prime.
    rule(
        "double-quote",
        "\u{AB}\u{BB}\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}",
        "\"",
    ),
    // Curly and low single quotes, modifier apostrophes, prime, grave and acute on their own.
    rule(
        "apostrophe",
        "\u{2018}\u{2019}\u{201A}\u{201B}\u{2BC}\u{2BB}\u{2032}\u{60}\u{B4}",
        "'",
    ),
    // Hyphens, dashes, the minus sign.
    rule(
        "dash",
        "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}",
        "-",
    ),
    rule("latin-o-stroke", "\u{D8}\u{F8}", "o"),
    rule("latin-d-stroke", "\u{110}\u{111}\u{D0}\u{F0}", "d"),
    rule("latin-l-stroke", "\u{141}\u{142}", "l"),
    rule("latin-dotless-i", "\u{131}", "i"),
    rule("latin-sharp-s", "\u{DF}\u{1E9E}", "ss"),
    rule("latin-ae", "\u{C6}\u{E6}", "ae"),
    rule("latin-oe", "\u{152}\u{153}", "oe"),
    rule("latin-thorn", "\u{DE}\u{FE}", "th"),
];

const fn rule(name: &'static str, from: &'static str, to: &'static str) -> Rule {
    Rule { name, from, to }
}

/// What stands before a character in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it follows the character before at once.
    None,
    /// A half-space: ZWNJ, soft hyphen or zero-width space.
    Half,
    /// White space, or the beginning of the text.
    Space,
}

/// One character of the folded text, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character as it compares; never white space.
    pub ch: char,
    /// What the original has before it.
    pub gap: Gap,
    /// The bytes of the original that it stands for, with the marks written on it.
    pub span: Span,
    /// Its first byte in the folded text.
    pub at: usize,
}

/// Reads `text` character by character; no letter knows yet where it stands in the folded text.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    let mut gap = Gap::Space;
    for (start, c) in text.char_indices() {
        let span = Span::new(start, start + c.len_utf8());
        if c.is_whitespace() {
            gap = Gap::Space;
        } else if is_half_space(c) {
            gap = gap.max(Gap::Half);
        } else if is_ignored(c) {
            if let (Gap::None, Some(last)) = (gap, letters.last_mut()) {
                last.span.end = span.end;
            }
        } else {
            let mut push = |ch: char| {
                if ch.is_whitespace() {
                    gap = Gap::Space;
                    return;
                }
                letters.push(Letter {
                    ch,
                    gap,
                    span,
                    at: 0,
                });
                gap = Gap::None;
            };
            compared_as(c, &mut push);
        }
    }
    letters
}

/// Gives `push` the characters as which `c` is compared.
fn compared_as(c: char, push: &mut impl FnMut(char)) {
    if c.is_ascii() && c != '`' {
        return push(c.to_ascii_lowercase());
    }
    if let Some(to) = TABLE.get(&c) {
        return to.chars().for_each(push);
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|&c| !is_ignored(c)) {
            match TABLE.get(&lower) {
                Some(to) => to.chars().for_each(&mut *push),
                None => push(lower),
            }
        }
    });
}

static TABLE: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let rows = RULES.iter();
    rows.flat_map(|rule| rule.from.chars().map(|c| (c, rule.to)))
        .collect()
});

/// ZWNJ, and what is found in its place: soft hyphen, zero-width space.
fn is_half_space(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{AD}' | '\u{200B}')
}

/// What never counts: tatweel, vowel signs and accents, joiners, bidi controls, other controls.
fn is_ignored(c: char) -> bool {
    matches!(c,
        '\u{640}'
        | '\u{300}'..='\u{36F}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6ED}'
        | '\u{8CA}'..='\u{8FF}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{200D}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}
