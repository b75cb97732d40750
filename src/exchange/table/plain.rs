//! Which cells of an Excel workbook are only a text, so that another text can stand in their place.

use std::collections::HashSet;

use quick_xml::events::Event;

use super::position::Position;
use crate::error::Result;
use crate::exchange::sheet::parts::{attribute, is};
use crate::exchange::xml::letters::each_event;

/// The shared texts, by number, in which some letters are formatted differently from others, or that say how they are
/// pronounced.
pub(super) fn formatted(xml: &str) -> Result<HashSet<usize>> {
    let mut count = 0_usize;
    let mut formatted = HashSet::new();
    each_event(xml, |event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            count += usize::from(is(tag, "si"));
            if is(tag, "r") || is(tag, "rPh") {
                formatted.insert(count.saturating_sub(1));
            }
        }
        Ok(())
    })?;
    Ok(formatted)
}

/// The rows whose cell in the column `at` is a text, all of it in one format; `formatted` are the shared texts for
/// which that is not so, where those are known.
pub(super) fn rows(
    xml: &str,
    at: usize,
    formatted: Option<&HashSet<usize>>,
) -> Result<HashSet<u64>> {
    let mut position = Position::default();
    let mut rows = HashSet::new();
    // Whether this is a cell of the column, whether it has a shared text, and the number of that text.
    let (mut is_it, mut is_shared) = (false, false);
    let mut digits = String::new();
    each_event(xml, |event, _| {
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                if let Some(column) = position.take(tag)? {
                    let kind = attribute(tag, "t")?.unwrap_or_default();
                    is_it = column == at && matches!(kind.as_str(), "s" | "inlineStr" | "str");
                    is_shared = kind == "s";
                    digits.clear();
                }
                is_it &= !["f", "r", "rPh"].iter().any(|name| is(tag, name));
            }
            Event::Text(text) if is_shared => digits.push_str(text.trim()),
            Event::End(tag) if tag.local_name().as_ref() == "c" => {
                let shared = digits.parse().ok().zip(formatted);
                let is_plain = shared.is_some_and(|(number, all)| !all.contains(&number));
                if is_it && (is_plain || !is_shared) {
                    rows.insert(position.row);
                }
                is_it = false;
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(rows)
}
