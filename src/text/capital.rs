//! Capital letters at the head of what is written.

/// `text` with a capital for its first letter.
pub(crate) fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
