//! Roman numerals, as those of popes and kings.

/// The number that a word says in Roman numerals, up to the hundreds: XIV. `None` where it is anything else.
pub(crate) fn roman(word: &str) -> Option<u64> {
    let value = |letter: u8| match letter {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    let (mut sum, mut last) = (0_u64, 0);
    for letter in word.bytes().rev() {
        let value = value(letter)?;
        // Before a larger one it is subtracted.
        sum = if value < last { sum.checked_sub(value)? } else { sum + value };
        last = last.max(value);
    }
    Some(sum).filter(|&sum| sum > 0)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numerals_are_numbers() {
        assert_eq!(roman("XIV"), Some(14));
        assert_eq!(roman("VII"), Some(7));
        assert_eq!(roman("XL"), Some(40));
        assert_eq!(roman("CXLIX"), Some(149));
        assert_eq!(roman(""), None);
        assert_eq!(roman("Vi"), None);
        assert_eq!(roman("MIX"), None);
    }
}
