//! The joined forms of Arabic-script letters and the mirrored forms of brackets, independent of order and terminals.

/// A letter, its isolated presentation form, and how many forms follow from there on: two (isolated, final) or four
/// (also initial, medial).
type Letter = (char, u32, u32);

/// Every letter of Persian, Arabic, Urdu, Pashto and Sindhi that has
/// presentation forms in Unicode, ordered by letter.
const LETTERS: &[Letter] = &[
    ('ء', 0xFE80, 1),
    ('آ', 0xFE81, 2),
    ('أ', 0xFE83, 2),
    ('ؤ', 0xFE85, 2),
    ('إ', 0xFE87, 2),
    ('ئ', 0xFE89, 4),
    ('ا', 0xFE8D, 2),
    ('ب', 0xFE8F, 4),
    ('ة', 0xFE93, 2),
    ('ت', 0xFE95, 4),
    ('ث', 0xFE99, 4),
    ('ج', 0xFE9D, 4),
    ('ح', 0xFEA1, 4),
    ('خ', 0xFEA5, 4),
    ('د', 0xFEA9, 2),
    ('ذ', 0xFEAB, 2),
    ('ر', 0xFEAD, 2),
    ('ز', 0xFEAF, 2),
    ('س', 0xFEB1, 4),
    ('ش', 0xFEB5, 4),
    ('ص', 0xFEB9, 4),
    ('ض', 0xFEBD, 4),
    ('ط', 0xFEC1, 4),
    ('ظ', 0xFEC5, 4),
    ('ع', 0xFEC9, 4),
    ('غ', 0xFECD, 4),
    ('ف', 0xFED1, 4),
    ('ق', 0xFED5, 4),
    ('ك', 0xFED9, 4),
    ('ل', 0xFEDD, 4),
    ('م', 0xFEE1, 4),
    ('ن', 0xFEE5, 4),
    ('ه', 0xFEE9, 4),
    ('و', 0xFEED, 2),
    ('ى', 0xFEEF, 2),
    ('ي', 0xFEF1, 4),
    ('ٱ', 0xFB50, 2),
    ('ٹ', 0xFB66, 4),
    ('ٺ', 0xFB5E, 4),
    ('ٻ', 0xFB52, 4),
    ('پ', 0xFB56, 4),
    ('ٿ', 0xFB62, 4),
    ('ڀ', 0xFB5A, 4),
    ('ڃ', 0xFB76, 4),
    ('ڄ', 0xFB72, 4),
    ('چ', 0xFB7A, 4),
    ('ڇ', 0xFB7E, 4),
    ('ڈ', 0xFB88, 2),
    ('ڌ', 0xFB84, 2),
    ('ڍ', 0xFB82, 2),
    ('ڎ', 0xFB86, 2),
    ('ڑ', 0xFB8C, 2),
    ('ژ', 0xFB8A, 2),
    ('ڤ', 0xFB6A, 4),
    ('ڦ', 0xFB6E, 4),
    ('ک', 0xFB8E, 4),
    ('ڭ', 0xFBD3, 4),
    ('گ', 0xFB92, 4),
    ('ڱ', 0xFB9A, 4),
    ('ڳ', 0xFB96, 4),
    ('ں', 0xFB9E, 2),
    ('ڻ', 0xFBA0, 4),
    ('ھ', 0xFBAA, 4),
    ('ۀ', 0xFBA4, 2),
    ('ہ', 0xFBA6, 4),
    ('ۅ', 0xFBE0, 2),
    ('ۆ', 0xFBD9, 2),
    ('ۇ', 0xFBD7, 2),
    ('ۈ', 0xFBDB, 2),
    ('ۉ', 0xFBE2, 2),
    ('ۋ', 0xFBDE, 2),
    ('ی', 0xFBFC, 4),
    ('ې', 0xFBE4, 4),
    ('ے', 0xFBAE, 2),
    ('ۓ', 0xFBB0, 2),
    ('ە', 0xFEE9, 2),
];

/// The isolated forms of lam with an alef; the final form follows each.
const LAM_ALEF: &[(char, u32)] = &[('آ', 0xFEF5), ('أ', 0xFEF7), ('إ', 0xFEF9), ('ا', 0xFEFB)];

/// Pairs of characters that mirror one another in right-to-left text.
const MIRRORED: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('«', '»'),
    ('‹', '›'),
    ('≤', '≥'),
    ('⟦', '⟧'),
    ('⟨', '⟩'),
    ('⟪', '⟫'),
    ('〈', '〉'),
    ('《', '》'),
];

/// The dash that stretches a word and joins on both sides.
const TATWEEL: char = '\u{640}';

/// Whether a character is a letter with forms.
pub(super) fn has_forms(character: char) -> bool {
    forms(character).is_some()
}

/// Whether a letter joins the one before it.
pub(super) fn joins_before(letter: char) -> bool {
    letter == TATWEEL || forms(letter).is_some_and(|(_, count)| count > 1)
}

/// Whether a letter joins the one after it.
pub(super) fn joins_after(letter: char) -> bool {
    letter == TATWEEL || forms(letter).is_some_and(|(_, count)| count == 4)
}

/// The form of a letter that is joined to the one before, the one after, both or neither; a character without forms
/// stays as it is.
pub(super) fn joined(letter: char, before: bool, after: bool) -> char {
    let Some((isolated, _)) = forms(letter) else {
        return letter;
    };
    let step = u32::from(before) + 2 * u32::from(after);
    presentation_form(isolated + step)
}

/// The single form of lam and the alef after it, if they are such a pair.
pub(super) fn lam_alef(lam: char, alef: char, before: bool) -> Option<char> {
    let (_, isolated) = LAM_ALEF.iter().find(|(second, _)| lam == 'ل' && *second == alef)?;
    Some(presentation_form(isolated + u32::from(before)))
}

/// The mirror image of a bracket or quotation mark; other characters stay as they are.
pub(super) fn mirrored(character: char) -> char {
    let image = MIRRORED.iter().find_map(|&(open, close)| match character {
        _ if character == open => Some(close),
        _ if character == close => Some(open),
        _ => None,
    });
    image.unwrap_or(character)
}

/// A letter's isolated form and the number of its forms.
fn forms(letter: char) -> Option<(u32, u32)> {
    let found = LETTERS.iter().find(|(known, _, _)| *known == letter);
    found.map(|&(_, isolated, count)| (isolated, count))
}

/// The character with a code point derived from the tables above.
fn presentation_form(code: u32) -> char {
    char::from_u32(code).expect("the tables hold only code points of presentation forms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_letters_have_their_four_forms() {
        let cases = [
            ('ب', "ﺏﺐﺑﺒ"),
            ('پ', "ﭖﭗﭘﭙ"),
            ('چ', "ﭺﭻﭼﭽ"),
            ('ک', "ﮎﮏﮐﮑ"),
            ('گ', "ﮒﮓﮔﮕ"),
            ('ی', "ﯼﯽﯾﯿ"),
            ('ئ', "ﺉﺊﺋﺌ"),
            ('ه', "ﻩﻪﻫﻬ"),
        ];
        for (letter, expected) in cases {
            let forms = [(false, false), (true, false), (false, true), (true, true)];
            let joined: String = forms.map(|(b, a)| joined(letter, b, a)).iter().collect();
            assert_eq!(joined, expected);
        }
    }

    #[test]
    fn letters_that_join_only_backwards_have_two_forms() {
        for (letter, expected) in [('ژ', "ﮊﮋ"), ('ۀ', "ﮤﮥ"), ('و', "ﻭﻮ"), ('آ', "ﺁﺂ"), ('د', "ﺩﺪ")]
        {
            assert!(joins_before(letter) && !joins_after(letter), "{letter}");
            let found: String =
                [joined(letter, false, false), joined(letter, true, false)].iter().collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn lam_and_alef_become_one() {
        assert_eq!(lam_alef('ل', 'ا', false), Some('ﻻ'));
        assert_eq!(lam_alef('ل', 'آ', true), Some('ﻶ'));
        assert_eq!(lam_alef('ل', 'ب', true), None);
        assert_eq!(lam_alef('ب', 'ا', true), None);
    }

    #[test]
    fn brackets_mirror_both_ways() {
        for (one, other) in [('(', ')'), ('»', '«'), ('a', 'a'), ('،', '،')] {
            assert_eq!(mirrored(one), other);
        }
    }
}
