//! Reads a PO file, line by line.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};

use super::entry::{Entry, Languages};
use super::line::{Line, begins_message};
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::units::Contents;
use crate::exchange::xml::content::shown;
use crate::text::Lang;

/// Adds the units of a PO file to `contents`, and what is wrong in it.
///
/// - **Encoding**: UTF-8, or what the header declares.
/// - **Languages**: `Language` of the header, and `X-Source-Language`; if they are missing, the letters decide, and a
///   message in the language of the translations is skipped.
/// - **Plurals**: a unit for each form; all but the first belong to the plural of the message.
/// - **Fuzzy** entries are drafts; obsolete ones are skipped.
/// - **Id**: the context. **Notes**: remarks of translators and programmers. **Line**: that of the `msgstr`.
///
/// An entry with a line that cannot be read is a problem.
///
/// # Errors
///
/// Bytes that are not in the file's encoding, or an unknown encoding.
pub(in crate::exchange) fn read(file: &[u8], path: &Path, contents: &mut Contents) -> Result<()> {
    let (text, _) = decoded(file).map_err(|error| error.at(path))?;
    let mut languages = Languages::Unsaid;
    // How many messages are in the language of the translations, and the line of the header.
    let (mut same, mut header_line) = (0_usize, 1);
    entries(&text, |entry, _| {
        if let Some(header) = entry.header() {
            header_line = entry.first;
            languages = self::languages(header);
            if languages == Languages::Foreign {
                contents.problems.push(Problem::new(path, header_line, FOREIGN).harmless());
            }
        }
        if let Languages::Into(lang) = languages {
            same += usize::from(entry.is_in(lang));
        }
        match entry.finish(languages) {
            Ok(units) => contents.units.extend(units),
            Err((line, message)) => {
                let problem = Problem::new(path, line, message);
                let is_foreign = languages == Languages::Foreign;
                contents.problems.push(if is_foreign { problem.harmless() } else { problem });
            }
        }
    });
    match contents.units.is_empty() {
        true if same > 0 => {
            contents.problems.push(Problem::new(path, header_line, FOREIGN).harmless());
        }
        false if same > 0 => contents.remarks.push(format!(
            "messages in the language of the translations, which are skipped: {same}"
        )),
        _ => {}
    }
    Ok(())
}

/// The message for a file in other languages.
const FOREIGN: &str = "a file that is not translated between fa and en";

/// Passes each entry to `take` with the numbers of its lines, from 1; these include what stands before and after it.
pub(super) fn entries(text: &str, mut take: impl FnMut(Entry, Range<u64>)) {
    let mut entry = Entry::default();
    let mut start = 1;
    let mut end = 1;
    for (number, line) in (1..).zip(text.lines()) {
        let line_read = Line::of(line);
        let is_over = match &line_read {
            Ok(line) => entry.ends_before(line),
            Err(_) => entry.is_translated() && begins_message(line),
        };
        if is_over {
            take(std::mem::take(&mut entry), start..number);
            start = number;
        }
        match line_read {
            Ok(line) => entry.take(line, number),
            Err(message) => entry.fail(number, message),
        }
        end = number + 1;
    }
    take(entry, start..end);
}

/// The languages that a header names.
fn languages(header: &str) -> Languages {
    let value = |name: &str| {
        let mut lines = header.lines();
        let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        value.map(str::trim).filter(|value| !value.is_empty())
    };
    let Some(target) = value("Language") else {
        return Languages::Unsaid;
    };
    let Some(target) = Lang::from_tag(target) else {
        return Languages::Foreign;
    };
    let source = target.other();
    match value("X-Source-Language") {
        Some(tag) if Lang::from_tag(tag) != Some(source) => Languages::Foreign,
        Some(_) => Languages::From(source),
        None => Languages::Into(target),
    }
}

/// The text of a file in UTF-8, or in the encoding that its header declares, and that encoding.
pub(super) fn decoded(file: &[u8]) -> Result<(Cow<'_, str>, &'static Encoding)> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    if let Ok(text) = std::str::from_utf8(file) {
        return Ok((Cow::Borrowed(text), UTF_8));
    }
    let label = charset(file).unwrap_or(b"UTF-8");
    let encoding = Encoding::for_label_no_replacement(label).ok_or_else(|| {
        let label = String::from_utf8_lossy(label);
        Error::malformed(format!("in an encoding that is not known: {}", shown(&label)))
    })?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(file);
    let text =
        text.ok_or_else(|| Error::malformed(format!("bytes that are not {}", encoding.name())))?;
    Ok((text, encoding))
}

/// The encoding that the header of a file declares.
fn charset(file: &[u8]) -> Option<&[u8]> {
    const NAME: &[u8] = b"charset=";
    let at = file.windows(NAME.len()).position(|bytes| bytes == NAME)?;
    let label = &file[at + NAME.len()..];
    let end = label.iter().position(|byte| matches!(byte, b'\\' | b'"' | b'\n' | b' '));
    Some(&label[..end?])
}
