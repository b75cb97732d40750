//! Text as Markdown in which nothing of it is markup.

/// Writes `text` so that none of it is markup after what is already written and before `after`; `is_first` says whether
/// it begins a line.
pub(super) fn escape(text: &str, after: &str, is_first: bool, written: &mut String) {
    // A footnote, or a link identified by its text, would become another link, or a definition.
    let is_after_label = written.ends_with(']');
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    for (at, c) in text.char_indices() {
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '{' | '}' => true,
            '#' => at == 0 || text[at..].chars().all(|c| c == '#'),
            '>' | '-' | '+' | '=' => is_first && at == 0,
            ':' => (is_first || is_after_label) && at == 0,
            '(' => is_after_label && at == 0,
            // A link would become an image.
            '!' => after.starts_with('[') && at + 1 == text.len(),
            '.' | ')' => is_first && at > 0 && at == digits,
            _ => false,
        };
        if is_markup {
            written.push('\\');
        }
        written.push(c);
    }
}
