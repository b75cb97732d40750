//! A list of words with what is known of each, behind a sieve that stops nearly all words which are not in it.
//!
//! Every word of a text is looked up in many lists and stands in few of them.

use foldhash::HashMap;

/// Words, and what is known of each.
#[derive(Debug)]
pub(crate) struct List<T> {
    rows: HashMap<String, T>,
    /// A bit for each word, by what it looks like from outside.
    sieve: Box<[u64; SIEVE]>,
}

/// How many words of 64 bits a sieve has: many beside the words of a list, few beside a cache.
const SIEVE: usize = 256;

impl<T> List<T> {
    /// What is known of `word`, where it is in the list.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let (at, bit) = place(word);
        let may_be_there = self.sieve[at] & bit != 0;
        may_be_there.then(|| self.row(word)).flatten()
    }

    /// What is known of a word that went through the sieve: kept apart, so that the sieve stands where it is used.
    #[inline(never)]
    fn row(&self, word: &str) -> Option<&T> {
        self.rows.get(word)
    }

    /// The words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }
}

/// Of a word that comes twice the last row counts.
impl<T> FromIterator<(String, T)> for List<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(rows: I) -> Self {
        let rows: HashMap<String, T> = rows.into_iter().collect();
        let mut sieve = Box::new([0; SIEVE]);
        for word in rows.keys() {
            let (at, bit) = place(word);
            sieve[at] |= bit;
        }
        Self { rows, sieve }
    }
}

/// The bit of a word, by its length, its first bytes and its last one.
#[inline]
fn place(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let first = match *bytes {
        [] => 0,
        [a] => u32::from(a),
        [a, b] => u32::from_le_bytes([a, b, 0, 0]),
        [a, b, c] => u32::from_le_bytes([a, b, c, 0]),
        [a, b, c, d, ..] => u32::from_le_bytes([a, b, c, d]),
    };
    let last = bytes.last().copied().unwrap_or_default();
    let outside = u64::from(first) | u64::from(last) << 32 | (bytes.len() as u64) << 40;
    let mixed = outside.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50;
    let at = usize::try_from(mixed >> 6).unwrap_or_default();
    (at % SIEVE, 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn words_of_the_list_are_found_and_no_others() {
        let rows = ["", "a", "may", "تیر", "شهریور", "شهر"].map(str::to_owned);
        let list: List<usize> = rows.into_iter().zip(0..).collect();
        assert_eq!(list.get(""), Some(&0));
        assert_eq!(list.get("شهریور"), Some(&4));
        assert_eq!(list.words().filter_map(|word| list.get(word)).count(), 6);
        // Alike from outside: only the row itself tells them apart.
        assert_eq!(list.get("شهتیور"), None);
        assert_eq!(list.get("شهریار"), None);
    }
}
