//! A list of words with what is known of each, and a Bloom filter in front of it that rejects nearly all words that are
//! not in it.
//!
//! Every word of a text is looked up in many lists and stands in few of them.

/// Words, and what is known of each.
#[derive(Debug)]
pub(crate) struct List<T> {
    /// A bit for each word, by its length and its outer bytes.
    sieve: Box<[u64; SIEVE]>,
    /// How many bits are set in the words of the sieve before each.
    before: Box<[u32; SIEVE]>,
    /// For each bit that is set, how many rows stand before those of the words that have it; at the end, how many rows
    /// there are.
    firsts: Vec<u32>,
    /// The rows, in the order of the bits.
    rows: Vec<(Box<str>, T)>,
}

/// How many words of 64 bits a sieve has: many compared with the words of a list, few compared with a cache.
const SIEVE: usize = 256;

impl<T> List<T> {
    /// What is known of `word`, where it is in the list.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let (at, bit) = place(word);
        let may_be_there = self.sieve[at] & bit != 0;
        may_be_there.then(|| self.row(word, at, bit)).flatten()
    }

    /// What is known of a word that passed the sieve: a function of its own, so that the sieve is inlined where it is
    /// used.
    #[inline(never)]
    fn row(&self, word: &str, at: usize, bit: u64) -> Option<&T> {
        let lower = self.sieve[at] & (bit - 1);
        let number = (self.before[at] + lower.count_ones()) as usize;
        let [first, past] = [number, number + 1].map(|number| self.firsts[number] as usize);
        let mut rows = self.rows[first..past].iter();
        rows.find(|(own, _)| **own == *word).map(|(_, known)| known)
    }

    /// The words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|(word, _)| &**word)
    }
}

/// If a word comes twice, the last row counts.
impl<T> FromIterator<(String, T)> for List<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(rows: I) -> Self {
        let rows = rows.into_iter().map(|(word, known)| (place(&word), word, known));
        let mut rows: Vec<((usize, u64), String, T)> = rows.collect();
        rows.reverse();
        rows.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        rows.dedup_by(|later, kept| later.1 == kept.1);
        let (mut sieve, mut before) = (Box::new([0; SIEVE]), Box::new([0; SIEVE]));
        let mut firsts = Vec::new();
        for (first, ((at, bit), ..)) in (0..).zip(&rows) {
            if sieve[*at] & bit == 0 {
                sieve[*at] |= bit;
                firsts.push(first);
            }
        }
        firsts.push(u32::try_from(rows.len()).expect("a list has few words"));
        let mut count = 0;
        for (before, bits) in before.iter_mut().zip(&*sieve) {
            *before = count;
            count += u64::count_ones(*bits);
        }
        let rows = rows.into_iter().map(|(_, word, known)| (word.into(), known));
        Self { sieve, before, firsts, rows: rows.collect() }
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
        // Alike in length and outer bytes: only the row itself tells them apart.
        assert_eq!(list.get("شهتیور"), None);
        assert_eq!(list.get("شهریار"), None);
    }

    #[test]
    fn every_word_of_many_has_its_last_row() {
        let words: Vec<String> = (0..3_000).map(|i| format!("w{}{}", i % 7, i)).collect();
        let twice = words.iter().chain(&words[..100]).cloned();
        let list: List<usize> = twice.zip(0..).collect();
        assert_eq!(list.words().count(), words.len());
        for (i, word) in words.iter().enumerate() {
            let last = if i < 100 { words.len() + i } else { i };
            assert_eq!(list.get(word), Some(&last), "{word}");
            assert_eq!(list.get(&format!("{word}x")), None);
        }
    }
}
