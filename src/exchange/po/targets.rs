//! Where the translations of a PO file stand in its text.

use std::ops::Range;

use super::line::{Field, Line, unquoted_noting};
use super::read::decoded;
use crate::error::Result;
use crate::exchange::units::Unit;
use crate::exchange::verbatim::Verbatim;

/// The text of a PO file; and for each of the `units` that were read from it the place of its translation, from its
/// first quotation mark to its last, `None` where it has none.
///
/// # Errors
///
/// Where the encoding of the file is unknown.
pub(in crate::exchange) fn targets(
    file: &[u8],
    units: &[Unit],
) -> Result<(String, Vec<Option<Range<usize>>>)> {
    let text = decoded(file)?.0.into_owned();
    let mut past = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        past += line.len();
        (past - line.len(), line)
    });
    // Each with the place where it begins.
    let lines: Vec<(usize, &str)> = lines.collect();
    let target = |unit: &Unit| {
        let first = usize::try_from(unit.line).ok()?.checked_sub(1)?;
        let (start, field) = *lines.get(first)?;
        let Ok(Line::Field(Field::Target(_), _)) = Line::of(field) else {
            return None;
        };
        let more = lines[first + 1..].iter();
        let more = more.take_while(|(_, line)| matches!(Line::of(line), Ok(Line::More(_))));
        let (last_start, last) = lines[first + more.count()];
        Some(start + field.find('"')?..last_start + last.trim_end().len())
    };
    let targets = units.iter().map(target).collect();
    Ok((text, targets))
}

/// The text of a translation as it stands in its file, in one pair of quotation marks or several; and which parts of it
/// stand there letter by letter. `None` where it cannot be read.
pub(in crate::exchange) fn letters(quoted: &str) -> Option<(String, Verbatim)> {
    let mut text = String::new();
    let mut verbatim = Verbatim::default();
    let mut start = 0;
    for line in quoted.split_inclusive('\n') {
        let quote = start + (line.len() - line.trim_start().len());
        let more = unquoted_noting(line.trim(), |in_text, in_line, length| {
            verbatim.push(text.len() + in_text, quote + in_line, length);
        });
        text.push_str(&more.ok()?);
        start += line.len();
    }
    Some((text, verbatim))
}
