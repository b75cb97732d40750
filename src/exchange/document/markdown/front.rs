//! Front matter: the keys and values, in YAML or TOML, that stand before the text.

use pulldown_cmark::MetadataBlockKind;

use crate::exchange::document::markup::{Edit, Gathering, Inline, Writing};
use crate::text::{Lang, Span};

/// Keys whose values are text.
const TEXTS: [&str; 10] = [
    "title",
    "subtitle",
    "description",
    "summary",
    "excerpt",
    "abstract",
    "headline",
    "lead",
    "caption",
    "alt",
];

/// Finds the text, and what names a language or direction, in the front matter that stands in `block`. Values over
/// several lines and nested ones stay as they are.
pub(super) fn find(block: Span, kind: MetadataBlockKind, gathering: &mut Gathering<'_>) {
    let is_yaml = kind == MetadataBlockKind::YamlStyle;
    let mut at = block.start;
    for line in block.of(gathering.source).split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some((key, rest)) = line.trim_end().split_once(if is_yaml { ':' } else { '=' }) else {
            continue;
        };
        let value = rest.trim_start();
        let start = start + key.len() + 1 + (rest.len() - value.len());
        let Some((inner, quote)) = value_of(value, is_yaml) else {
            continue;
        };
        let start = start + usize::from(quote.is_some());
        let span = Span::new(start, start + inner.len());
        match key.trim_end() {
            "lang" | "language" if Lang::from_tag(inner).is_some() => {
                gathering.edit(span, Edit::WholeLang);
            }
            "dir" | "direction" if ["rtl", "ltr"].contains(&inner) => {
                gathering.edit(span, Edit::WholeDir);
            }
            key if TEXTS.contains(&key) => {
                if let Some(inline) = meant(gathering.source, span, quote) {
                    gathering.add(inline, Writing::Value(quote));
                }
            }
            _ => {}
        }
    }
}

/// A value without its quotation marks, if it stands on this line.
fn value_of(value: &str, is_yaml: bool) -> Option<(&str, Option<char>)> {
    let first = value.chars().next()?;
    if first == '"' || (first == '\'' && is_yaml) {
        let inner = value[1..].strip_suffix(first)?;
        return Some((inner, Some(first)));
    }
    let is_plain = is_yaml && !"|>[]{}&*!%@`#'-?:,".contains(first);
    let is_alone = !value.contains(" #") && !value.contains(": ");
    (is_plain && is_alone).then_some((value, None))
}

/// The meaning of a value in these quotation marks; `None` where it ends earlier, or has other kinds of escapes.
fn meant(source: &str, value: Span, quote: Option<char>) -> Option<Inline> {
    let mut inline = Inline::default();
    let mut at = value.start;
    let mut chars = value.of(source).char_indices();
    while let Some((i, c)) = chars.next() {
        let is_escape = match quote {
            Some('"') => c == '\\',
            Some(quote) => c == quote,
            None => false,
        };
        if !is_escape && Some(c) != quote {
            continue;
        }
        let escaped = chars.next().map(|(_, c)| c);
        let escaped = escaped.filter(|&escaped| is_escape && "\\\"'".contains(escaped))?;
        let start = value.start + i;
        inline.text(Span::new(at, start));
        at = start + 2;
        inline.meant(Span::new(start, at), escaped.to_string());
    }
    inline.text(Span::new(at, value.end));
    Some(inline)
}
