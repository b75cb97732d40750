//! What stands before a sentence as a segment of its own, without a final mark: a dateline, the greeting and the
//! closing of a letter, a line of dashes, «انتهای پیام».

use crate::segment::dateline;
use crate::text::Lang;

/// Where the segment that starts at `start` ends, if it is not a sentence; `None` where a sentence starts.
pub(super) fn end(block: &str, start: usize, lang: Lang) -> Option<usize> {
    let text = &block[start..];
    let length = ruler(text)
        .or_else(|| dateline::length(text, start == 0, lang))
        .or_else(|| salutation(text, lang))
        .or_else(|| closing_formula(text, lang))?;
    Some(start + length)
}

/// The length of a line drawn with at least three of one sign: «***», «-----», «_____».
fn ruler(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| matches!(c, '*' | '-' | '_' | '=' | '~' | '#'))?;
    let length = text.len() - text.trim_start_matches(sign).len();
    let rest = &text[length..];
    (length >= 3 && rest.starts_with(char::is_whitespace)).then_some(length)
}

/// The length of «Dear Mr. Smith,» before a capital.
fn salutation(text: &str, lang: Lang) -> Option<usize> {
    if lang != Lang::English || !text.starts_with("Dear ") {
        return None;
    }
    up_to_comma(text, 5)
}

/// The length of «Yours sincerely,» before a capital: the name of who signs.
fn closing_formula(text: &str, lang: Lang) -> Option<usize> {
    const FORMULAS: [&str; 14] = [
        "Best regards,",
        "Best wishes,",
        "Kind regards,",
        "Kindest regards,",
        "Regards,",
        "Respectfully,",
        "Respectfully yours,",
        "Sincerely yours,",
        "Sincerely,",
        "Warm regards,",
        "With best wishes,",
        "Yours faithfully,",
        "Yours sincerely,",
        "Yours truly,",
    ];
    if lang != Lang::English || !text.starts_with(['B', 'K', 'R', 'S', 'W', 'Y']) {
        return None;
    }
    let formula = FORMULAS.iter().find(|formula| text.starts_with(*formula))?;
    is_before_capital(&text[formula.len()..]).then_some(formula.len())
}

/// The length up to a comma that ends one of the first `words` words and has a capital after it.
fn up_to_comma(text: &str, words: usize) -> Option<usize> {
    const LONGEST: usize = 60;
    let mut signs = text.char_indices().take(LONGEST);
    let (comma, _) = signs.find(|&(_, c)| matches!(c, ',' | '?' | '!' | ';'))?;
    let greeting = &text[..=comma];
    let is_short = greeting.ends_with(',') && greeting.split_whitespace().count() <= words;
    (is_short && is_before_capital(&text[comma + 1..])).then_some(comma + 1)
}

fn is_before_capital(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
}
