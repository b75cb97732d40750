//! What stands in a message as letters, and is none to a reader: places where a program puts something in, and markup.

use std::collections::BTreeMap;

use crate::text::Span;

/// How the messages of a file name what a program puts in, beside `{name}`, which is looked for in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// In no other way.
    #[default]
    Braces,
    /// As C does: `%d`, `%2$s`.
    C,
    /// As Python does: `%d`, `%(name)s`.
    Python,
}

impl Style {
    /// The style that a flag of PO names: `c-format`.
    pub fn of_flag(flag: &str) -> Option<Self> {
        match flag.strip_suffix("-format")? {
            "c" | "objc" | "php" | "java-printf" | "perl" | "lua" => Some(Self::C),
            "python" => Some(Self::Python),
            _ => None,
        }
    }
}

/// How a unit's texts are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placeholders {
    /// How they name what a program puts in.
    pub style: Style,
    /// The other form of the source, of a message that has one for a single thing and one for several.
    pub other: Option<String>,
}

/// A place where a program puts something in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'t> {
    pub(super) key: Key<'t>,
    pub(super) span: Span,
}

/// What is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'t> {
    /// What has this name.
    Named(&'t str),
    /// The argument with this number, from 1, of a kind that a letter tells: `d` a whole number, `f` another one.
    Numbered(usize, char),
}

impl Key<'_> {
    /// Whether it can be the number of things, which words can say: "one file".
    pub(super) fn can_be_count(self) -> bool {
        match self {
            Self::Named(_) => true,
            Self::Numbered(_, kind) => kind == 'd',
        }
    }
}

/// The places of a text where a program puts something in; `None` where they cannot be told.
pub(super) fn placeholders(text: &str, style: Style) -> Option<Vec<Placeholder<'_>>> {
    let mut found = in_braces(text)?;
    if style != Style::Braces {
        found.extend(after_percent(text, style)?);
    }
    Some(found)
}

/// `{name}`, `{0}`, `{size:.2f}`; none where a text chooses among several (`{n, plural, one {…} other {…}}`).
fn in_braces(text: &str) -> Option<Vec<Placeholder<'_>>> {
    const LONGEST: usize = 60;
    let mut found = Vec::new();
    for (at, _) in text.match_indices('{') {
        let inside = &text[at + 1..];
        let Some(end) = inside.find(['}', '{']).filter(|&end| end <= LONGEST) else {
            continue;
        };
        let inside = &inside[..end];
        if inside.contains(", plural") || inside.contains(", select") {
            return None;
        }
        let name = inside.split([':', '!']).next().unwrap_or(inside);
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || "_.-[]".contains(c));
        if is_name && text[at + 1 + end..].starts_with('}') {
            let span = Span::new(at, at + end + 2);
            found.push(Placeholder { key: Key::Named(name), span });
        }
    }
    Some(found)
}

/// `%d`, `%2$s`, `%(name)s`; `None` where one takes its width from an argument too.
fn after_percent(text: &str, style: Style) -> Option<Vec<Placeholder<'_>>> {
    const FLAGS: &[char] = &['-', '+', '#', '0', '\''];
    const LENGTHS: &[char] = &['h', 'l', 'L', 'q', 'j', 'z', 't'];
    let is_digit = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let (mut next, mut done) = (0, 0);
    for (at, _) in text.match_indices('%') {
        if at < done {
            continue;
        }
        let mut rest = &text[at + 1..];
        if rest.starts_with('%') {
            done = at + 2;
            continue;
        }
        let mut name = None;
        if let Some(named) = rest.strip_prefix('(').filter(|_| style == Style::Python) {
            let Some((inside, after)) = named.split_once(')') else {
                continue;
            };
            (name, rest) = (Some(inside), after);
        }
        let position = rest.split_once('$');
        let position = position.and_then(|(number, after)| Some((number.parse().ok()?, after)));
        if let Some((_, after)) = position {
            rest = after;
        }
        rest = rest.trim_start_matches(FLAGS).trim_start_matches(is_digit);
        rest = rest.strip_prefix('.').unwrap_or(rest).trim_start_matches(is_digit);
        if rest.starts_with('*') {
            return None;
        }
        rest = rest.trim_start_matches(LENGTHS);
        let Some(kind) = rest.chars().next().and_then(kind) else {
            continue;
        };
        done = text.len() - rest.len() + 1;
        let key = match (name, position) {
            (Some(name), _) => Key::Named(name),
            (None, Some((number, _))) => Key::Numbered(number, kind),
            (None, None) => {
                next += 1;
                Key::Numbered(next, kind)
            }
        };
        found.push(Placeholder { key, span: Span::new(at, done) });
    }
    Some(found)
}

/// What an argument is that a letter writes: one of whole numbers, of others, of texts; or its own letter.
fn kind(letter: char) -> Option<char> {
    match letter {
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => Some('d'),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'a' | 'A' => Some('f'),
        's' | 'S' | 'r' => Some('s'),
        'c' | 'p' | '@' => Some(letter),
        _ => None,
    }
}

/// The elements of markup that are looked for.
const ELEMENTS: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "kbd", "mark", "s", "small", "span", "strong",
    "sub", "sup", "tt", "u",
];

/// How often an element begins in a text, and how often it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The elements that stand in a text as letters, by their names.
pub(super) fn markup(text: &str) -> BTreeMap<&str, Ends> {
    let mut found: BTreeMap<&str, Ends> = BTreeMap::new();
    for (at, _) in text.match_indices('<') {
        let inside = &text[at + 1..];
        let (is_last, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        let name = &inside[..inside.find([' ', '>', '/']).unwrap_or(0)];
        let Some((attributes, _)) = inside[name.len()..].split_once('>') else {
            continue;
        };
        if !ELEMENTS.contains(&name) || attributes.contains('<') || attributes.ends_with('/') {
            continue;
        }
        let ends = found.entry(name).or_default();
        ends.last += usize::from(is_last);
        ends.first += usize::from(!is_last);
    }
    found
}
