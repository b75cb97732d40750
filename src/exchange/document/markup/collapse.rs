//! White space as a browser shows it, and what can be seen of a text.

/// Whether `c` is white space of which any number is shown as one space.
///
/// Characters that end a line are, since no line of content may contain one; a no-break space is not.
pub(super) fn collapses(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` can be seen: no white space, joiner or mark of direction.
pub(in crate::exchange::document) fn is_visible(c: char) -> bool {
    let is_format = matches!(
        c,
        '\0' | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    );
    !c.is_whitespace() && !is_format
}
