//! A line of Markdown with another text.
//!
//! It is written as it is if it then reads as that text with those tags; otherwise with everything escaped that could
//! be markup; and where marks of emphasis would not count as such beside the letters around them, with HTML tags.

use super::escape::escape;
use super::read::read;
use super::shortcode;
use crate::exchange::document::markup::{Around, Beside, Gathering, Outside, Step, lay};
use crate::text::{Tag, TagKind};

/// Writes a text with the tags of `steps`, for which `known` says what is written, in place of a line with these
/// surroundings.
pub(in crate::exchange::document) fn write(
    (text, steps): (&str, &[Step]),
    Outside { around, beside, after }: Outside<'_>,
    known: &dyn Fn(&Tag) -> String,
    written: &mut String,
) {
    let code = |step: &Step| step.code(known);
    let start = written.len();
    let escaped = |text: &str, code: Option<&str>, written: &mut String| {
        escape(text, code.unwrap_or(after), written.len() == start, written);
    };
    lay(text, steps, &|text, _, written| written.push_str(text), &code, written);
    // A mark could pair with one that stands outside the line.
    let is_alone = beside == Beside::Nothing
        && !matches!(around, Around::Continued | Around::Image)
        && !shortcode::begins_in(text)
        && !text.ends_with('\\');
    if is_alone && is_read(&written[start..], text, steps, around, &code) {
        return;
    }
    written.truncate(start);
    lay(text, steps, &escaped, &code, written);
    let is_apart = beside != Beside::Pairs;
    if steps.is_empty() || is_apart && is_read(&written[start..], text, steps, around, &code) {
        return;
    }
    written.truncate(start);
    lay(text, steps, &escaped, &|step| as_html(step, code(step)), written);
}

/// Whether `written` reads as that text with those tags in its surroundings.
fn is_read(
    written: &str,
    text: &str,
    steps: &[Step],
    around: Around,
    code: &dyn Fn(&Step) -> String,
) -> bool {
    let (before, after, number) = match around {
        Around::Paragraph => ("", "", 0),
        Around::Continued => ("x\\\n", "", 1),
        Around::Item => ("- ", "", 0),
        Around::Heading => ("# ", "", 0),
        Around::Cell => ("|x|", "|\n|-|-|", 1),
        Around::Image => ("![", "](x)", 0),
    };
    let codes: Vec<String> = steps.iter().map(code).collect();
    let mut alone = format!("{before}{written}{after}\n\n");
    for code in &codes {
        alone.push_str(&definition(code));
    }
    let mut gathering = Gathering::whole(&alone);
    if read(&mut gathering).is_err() {
        return false;
    }
    let markup = gathering.finish();
    let Some((found, tags)) = markup.line(number) else {
        return text.is_empty();
    };
    let steps = steps.iter().zip(&codes);
    let expected =
        steps.map(|(step, code)| (step.at().min(text.len()), step.kind(), code.as_str()));
    let tags = tags.iter().map(|(at, tag)| (*at, tag.kind, tag.code.as_str()));
    found == text && tags.eq(expected)
}

/// What must stand somewhere for a reference to be one.
fn definition(code: &str) -> String {
    let label = code.strip_prefix("][").or(code.strip_prefix('['));
    match label.and_then(|label| label.strip_suffix(']')) {
        Some(note) if note.starts_with('^') => format!("[{note}]: x\n\n"),
        Some(label) if !label.is_empty() => format!("[{label}]: x\n\n"),
        _ => String::new(),
    }
}

/// Marks of emphasis as HTML tags; everything else as it is.
fn as_html(step: &Step, code: String) -> String {
    let name = match code.as_str() {
        "*" | "_" => "em",
        "**" | "__" => "strong",
        "~" | "~~" => "del",
        _ => return code,
    };
    match step.kind() {
        TagKind::Open => format!("<{name}>"),
        TagKind::Close => format!("</{name}>"),
        TagKind::Alone => code,
    }
}
