//! What besides paragraphs gives the direction of a Word document: its tables, sections and named styles.

use std::ops::Range;

use super::properties::{turned_direction, turned_table};
use crate::exchange::document::office::tokens::{Token, tokens};
use crate::text::Lang;

/// The kind of an element, as far as directions are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Style,
    Table,
    /// The properties of a section, or those of anything in a style.
    Properties,
    /// A direction among such properties.
    Direction,
    Other,
}

/// The XML of a part with its tables and sections, or the styles that it names, in the direction of `lang`.
///
/// All tables then run in it; of sections and styles only those that give a direction are changed.
pub(super) fn turned(xml: &str, lang: Lang) -> String {
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let read = tokens(xml, |token, span| {
        match token {
            Token::Start(tag) => {
                let kind = kind(tag.name().as_ref(), &open);
                open.push((kind, span.start));
            }
            Token::End => {
                let Some((kind, start)) = open.pop() else {
                    return Ok(());
                };
                let whole = start..span.end;
                let own = &xml[whole.clone()];
                let new = match kind {
                    Kind::Table => Some(turned_table(own, lang)),
                    Kind::Direction => turned_direction(own, lang),
                    Kind::Style | Kind::Properties | Kind::Other => None,
                };
                if let Some(new) = new {
                    // The former properties of a table with a tracked change stand inside it.
                    changes.retain(|(inner, _)| inner.end <= whole.start);
                    changes.push((whole, new));
                }
            }
            Token::Text(_) => {}
        }
        Ok(())
    });
    // It was read before, or written by us.
    debug_assert!(read.is_ok());
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (span, new) in changes {
        out.push_str(&xml[at..span.start]);
        out.push_str(&new);
        at = span.end;
    }
    out.push_str(&xml[at..]);
    out
}

/// The kind of the element `name` inside those that are `open`.
fn kind(name: &str, open: &[(Kind, usize)]) -> Kind {
    let is_in_style = open.iter().any(|(kind, _)| *kind == Kind::Style);
    let is_property = matches!(open.last(), Some((Kind::Properties, _)));
    match name {
        "w:style" | "w:docDefaults" => Kind::Style,
        "w:sectPr" => Kind::Properties,
        "w:pPr" | "w:rPr" | "w:tblPr" if is_in_style => Kind::Properties,
        "w:tblPr" => Kind::Table,
        "w:bidi" | "w:rtl" | "w:bidiVisual" if is_property => Kind::Direction,
        _ => Kind::Other,
    }
}
