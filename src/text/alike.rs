//! What two texts have in common at their beginning and end.

/// How many bytes two texts have in common at their beginning, and how many of the rest at their end: whole characters.
pub(crate) fn ends_alike(one: &str, other: &str) -> (usize, usize) {
    let start = alike(one.chars().zip(other.chars()));
    let (one, other) = (one[start..].chars().rev(), other[start..].chars().rev());
    (start, alike(one.zip(other)))
}

fn alike(pairs: impl Iterator<Item = (char, char)>) -> usize {
    let same = pairs.take_while(|(one, other)| one == other);
    same.map(|(c, _)| c.len_utf8()).sum()
}
