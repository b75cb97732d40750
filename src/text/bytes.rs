//! Bytes and sets of them, by which a long text is skipped quickly up to what matters in it.

/// Which of the 256 bytes are in the set.
pub(crate) type ByteSet = [bool; 256];

/// The set of these bytes.
pub(crate) const fn byte_set(bytes: &[u8]) -> ByteSet {
    let mut set = [false; 256];
    let mut i = 0;
    while i < bytes.len() {
        set[bytes[i] as usize] = true;
        i += 1;
    }
    set
}

/// How many bytes are looked at together, without a branch after each.
const AT_ONCE: usize = 16;

/// The position of the first of `bytes` for which `is_such` holds; few do.
///
/// Where `is_such` only compares, and no comparison depends on another, all bytes of a part are compared together.
#[inline]
pub(crate) fn position(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> Option<usize> {
    let (parts, _) = bytes.as_chunks::<AT_ONCE>();
    let holds = |part: &[u8; AT_ONCE]| part.iter().fold(false, |any, &b| any | is_such(b));
    let passed = AT_ONCE * parts.iter().take_while(|part| !holds(part)).count();
    let mut rest = bytes[passed..].iter();
    Some(passed + rest.position(|&b| is_such(b))?)
}

/// The characters of `text` for whose first byte `is_such` holds, with their positions; it must not hold for any byte
/// inside a character. Up to the first one it is looked through as by [`position`].
pub(crate) fn chars_at(
    text: &str,
    is_such: impl Fn(u8) -> bool,
) -> impl DoubleEndedIterator<Item = (usize, char)> {
    let first = position(text.as_bytes(), &is_such).unwrap_or(text.len());
    let bytes = text.as_bytes()[first..].iter().enumerate();
    let places = bytes.filter(move |(_, byte)| is_such(**byte)).map(move |(at, _)| first + at);
    places.filter_map(|at| Some((at, text[at..].chars().next()?)))
}

#[cfg(test)]
mod tests {
    use super::{chars_at, position};

    #[test]
    fn characters_are_told_by_their_first_bytes() {
        let found = |text| chars_at(text, |b| (b == b'(') | (b >= 0xE0)).collect::<Vec<_>>();
        assert_eq!(found("a(«“𐎠"), [(1, '('), (4, '“'), (7, '𐎠')]);
        assert_eq!(found("«ab»"), []);
    }

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        let is_such = |b| (b == b'.') | (b == 0xFF);
        let mut bytes = vec![b'a'; 40];
        assert_eq!(position(&bytes, is_such), None);
        for place in (0..bytes.len()).rev() {
            bytes[place] = b'.';
            assert_eq!(position(&bytes, is_such), Some(place));
        }
        assert_eq!(position(b"", is_such), None);
        assert_eq!(position(b"a\xFF.", is_such), Some(1));
    }
}
