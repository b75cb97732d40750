//! Owns what of a text may reach the terminal. It must never let through a
//! character that could steer the terminal or the order of a line.

/// Gives what may be shown of a character: white space as a space, nothing of
/// unseen ones that steer order or width, a sign in place of control characters.
pub(super) fn safe(character: char) -> Option<char> {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if character.is_control() => Some(char::REPLACEMENT_CHARACTER),
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}' => None,
        '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => None,
        '\u{2060}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => None,
        '\u{E0000}'..='\u{E007F}' => None,
        _ => Some(character),
    }
}

/// Cleans a text for output that is neither wrapped nor ordered.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter_map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_characters_do_not_pass() {
        let cases = [
            ("\u{1B}[2Jمتن", "\u{FFFD}[2Jمتن"),
            ("a\u{9B}31mb", "a\u{FFFD}31mb"),
            ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "abcde"),
            ("a\tb\r\nc\u{2029}d", "a b  c d"),
            ("می‌شود", "می‌شود"),
            ("a\u{7}\u{0}\u{7F}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
        ];
        for (hostile, clean) in cases {
            assert_eq!(plain(hostile), clean);
        }
    }
}
