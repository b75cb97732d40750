//! What may reach the terminal from a text: never a character that could control the terminal or the order of a line.

/// What may be shown for a character: a space for white space, nothing for invisible ones that affect order or width, a
/// sign in place of control characters.
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

/// Cleans a text for output that is neither wrapped nor reordered: one line.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter_map(safe).collect()
}

/// Cleans a text that has lines and columns of its own.
pub(crate) fn in_lines(text: &str) -> String {
    let kept = |character| match character {
        '\n' | '\t' => Some(character),
        _ => safe(character),
    };
    text.chars().filter_map(kept).collect()
}

/// The same JSON with every unsafe character as an escape: except for line ends, such characters stand only within its
/// strings.
pub(crate) fn escaped(json: String) -> String {
    let is_safe = |character| character == '\n' || safe(character) == Some(character);
    if json.chars().all(is_safe) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if is_safe(character) {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            escaped.push_str(&format!("\\u{unit:04x}"));
        }
    }
    escaped
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
        assert_eq!(in_lines("a\tb\r\n\u{202E}c\u{9B}"), "a\tb \nc\u{FFFD}");
    }

    #[test]
    fn json_means_the_same_and_steers_nothing() {
        let hostile = "a\u{9B}31m \u{202E}b\u{E0041} \u{7F}می‌شود";
        for indent in ["", "\n  "] {
            let json = escaped(format!("[{indent}\"{hostile}\"]"));
            let is_safe = |c| c == '\n' || safe(c) == Some(c);
            assert!(json.chars().all(is_safe), "{json:?}");
            assert!(json.contains("\\u202eb\\udb40\\udc41 \\u007fمی‌شود"), "{json}");
            let read: Vec<String> = serde_json::from_str(&json).expect("it is JSON");
            assert_eq!(read, [hostile]);
        }
    }
}
