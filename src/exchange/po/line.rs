//! The kinds of lines in a PO file.

/// A line, and its contents.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Nothing.
    Blank,
    /// Something that does not affect the translation: where a message occurs.
    Passed,
    /// The message as it was when it was translated.
    Previous,
    /// A part of a message that is no longer used.
    Obsolete,
    /// A translator's or a programmer's remark.
    Note(&'a str),
    /// The flags of an entry, with commas between them.
    Flags(&'a str),
    /// The beginning of a field.
    Field(Field, String),
    /// More of the field before.
    More(String),
}

/// A part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// `msgctxt`
    Context,
    /// `msgid`
    Source,
    /// `msgid_plural`
    Plural,
    /// `msgstr`, or `msgstr[N]`
    Target(usize),
}

/// The most plural forms that a language has.
const MOST_FORMS: usize = 8;

impl<'a> Line<'a> {
    /// Reads a line, or says what is wrong with it.
    pub(super) fn of(line: &'a str) -> Result<Self, String> {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix('#') {
            return Ok(Self::comment(comment));
        }
        if line.is_empty() {
            return Ok(Self::Blank);
        }
        let quote = line.find('"').unwrap_or(line.len());
        let (word, text) = line.split_at(quote);
        match word.trim_end() {
            "domain" => return Ok(Self::Passed),
            "" => return Ok(Self::More(unquoted(text)?)),
            _ => {}
        }
        let Some(field) = Field::named(word.trim_end()) else {
            return Err("no line of a PO file".to_owned());
        };
        Ok(Self::Field(field, unquoted(text)?))
    }

    fn comment(comment: &'a str) -> Self {
        let mut chars = comment.chars();
        match chars.next() {
            Some(',') => Self::Flags(chars.as_str()),
            Some(':' | '=') => Self::Passed,
            Some('|') => Self::Previous,
            Some('~') => Self::Obsolete,
            Some('.') => Self::Note(chars.as_str().trim()),
            _ => Self::Note(comment.trim()),
        }
    }
}

/// Whether a line, good or bad, is the first of a message.
pub(super) fn begins_message(line: &str) -> bool {
    let word = line.trim_start();
    word.starts_with("msgctxt") || word.starts_with("msgid") && !word.starts_with("msgid_plural")
}

impl Field {
    fn named(word: &str) -> Option<Self> {
        match word {
            "msgctxt" => Some(Self::Context),
            "msgid" => Some(Self::Source),
            "msgid_plural" => Some(Self::Plural),
            "msgstr" => Some(Self::Target(0)),
            word => {
                let form = word.strip_prefix("msgstr[")?.strip_suffix(']')?;
                let form = form.parse().ok().filter(|form| *form < MOST_FORMS);
                form.map(Self::Target)
            }
        }
    }
}

/// The text between quotation marks, as it reads.
fn unquoted(text: &str) -> Result<String, String> {
    unquoted_noting(text, |_, _, _| {})
}

/// The same; `note` is called for each stretch that reads as it is written: with its place in what is read, its place
/// in `text`, and its length.
pub(super) fn unquoted_noting(
    text: &str,
    mut note: impl FnMut(usize, usize, usize),
) -> Result<String, String> {
    let inner = text.strip_prefix('"').ok_or("a field without its text")?;
    let inner = inner.strip_suffix('"').ok_or(OPEN)?;
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find(['\\', '"']) {
        note(bytes.len(), 1 + inner.len() - rest.len(), at);
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let after = rest[at..]
            .strip_prefix('\\')
            .ok_or("a quotation mark inside the text; it is written \\\"")?;
        rest = escape(after, &mut bytes)?;
    }
    note(bytes.len(), 1 + inner.len() - rest.len(), rest.len());
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).map_err(|_| "an escape that makes no character".to_owned())
}

const OPEN: &str = "a quotation mark that is not closed";

/// Adds what the escape at the head of `after` means, and returns what stands after it.
fn escape<'a>(after: &'a str, bytes: &mut Vec<u8>) -> Result<&'a str, String> {
    let first = after.chars().next().ok_or(OPEN)?;
    let rest = &after[first.len_utf8()..];
    let (digits, base) = match first {
        'x' => (run(rest, 2, 16), 16),
        '0'..='7' => (run(after, 3, 8), 8),
        _ => ("", 0),
    };
    if !digits.is_empty() {
        let byte = u32::from_str_radix(digits, base).ok();
        let byte = byte.and_then(|byte| u8::try_from(byte).ok());
        bytes.push(byte.ok_or("an escape that makes no character")?);
        let end = digits.len() + usize::from(base == 16);
        return Ok(&after[end..]);
    }
    bytes.push(match first {
        'n' => b'\n',
        't' => b'\t',
        'r' => b'\r',
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'v' => 11,
        '\\' | '"' | '\'' | '?' => first as u8,
        _ => return Err(format!("\\{first} is no escape")),
    });
    Ok(rest)
}

/// The first digits of `text`, at most `most`.
fn run(text: &str, most: usize, base: u32) -> &str {
    let digits = text.chars().take(most).take_while(|c| c.is_digit(base));
    &text[..digits.count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(line: &str, expected: Line<'_>) {
        assert_eq!(Line::of(line), Ok(expected), "{line}");
    }

    #[track_caller]
    fn refuses(line: &str, expected: &str) {
        assert_eq!(Line::of(line), Err(expected.to_owned()), "{line}");
    }

    #[test]
    fn lines_are_told_apart() {
        reads("", Line::Blank);
        reads("#: src/main.c:12", Line::Passed);
        reads("#| msgid \"old\"", Line::Previous);
        reads("#~ msgid \"gone\"", Line::Obsolete);
        reads("#", Line::Note(""));
        reads("# a note", Line::Note("a note"));
        reads("#. a note", Line::Note("a note"));
        reads("#, fuzzy, c-format", Line::Flags(" fuzzy, c-format"));
        reads("  \"more\"", Line::More("more".to_owned()));
        let target = |form, text: &str| Line::Field(Field::Target(form), text.to_owned());
        reads("msgstr \"می‌رود\"", target(0, "می‌رود"));
        reads("msgstr[2]\"a\"", target(2, "a"));
        refuses("msgstr[99] \"a\"", "no line of a PO file");
        refuses("hello", "no line of a PO file");
    }

    #[test]
    fn texts_are_read_as_they_mean() {
        let more = |text: &str| Line::More(text.to_owned());
        reads(r#""a\tb\n\"c\" \\ \303\251 \xc3\xa9""#, more("a\tb\n\"c\" \\ é é"));
        refuses("\"", OPEN);
        refuses("msgid", "a field without its text");
        refuses("msgid \"a", OPEN);
        refuses(r#""a\""#, OPEN);
        refuses(r#""a"b""#, "a quotation mark inside the text; it is written \\\"");
        refuses(r#""\q""#, "\\q is no escape");
        refuses(r#""\ی""#, "\\ی is no escape");
        refuses(r#""\xff""#, "an escape that makes no character");
        refuses(r#""\777""#, "an escape that makes no character");
    }
}
