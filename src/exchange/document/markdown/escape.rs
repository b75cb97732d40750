//! Text as Markdown in which nothing of it is markup.

/// Writes `text` so that none of it is markup; `is_first` says whether it begins a line.
pub(super) fn escape(text: &str, is_first: bool, written: &mut String) {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    for (at, c) in text.char_indices() {
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '{' | '}' => true,
            '#' => at == 0 || text[at..].chars().all(|c| c == '#'),
            '>' | '-' | '+' | '=' | ':' => is_first && at == 0,
            '.' | ')' => is_first && at > 0 && at == digits,
            _ => false,
        };
        if is_markup {
            written.push('\\');
        }
        written.push(c);
    }
}
