//! Whole numbers in as few bytes as they need: seven bits per byte, the lowest first, with the highest bit set where
//! more follow (LEB128).

/// Writes `number` at the end of `bytes`.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(low_bits(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low_bits(number));
}

fn low_bits(number: u64) -> u8 {
    number.to_le_bytes()[0] & 0x7F
}

/// Takes a number off the front of `bytes`; `None` where there is no complete one.
#[inline]
pub(super) fn take(bytes: &mut &[u8]) -> Option<u64> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    if first < 0x80 {
        return Some(u64::from(first));
    }
    take_more(bytes, u64::from(first & 0x7F))
}

/// Takes what follows a first byte that contributed `number`.
fn take_more(bytes: &mut &[u8], mut number: u64) -> Option<u64> {
    for shift in (7..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{put, take};

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, 16_383, 16_384, u64::from(u32::MAX), u64::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&number| put(&mut bytes, number));
        let mut rest = bytes.as_slice();
        let read: Vec<u64> = std::iter::from_fn(|| take(&mut rest)).collect();
        assert_eq!(read, numbers);
    }

    #[test]
    fn a_number_that_is_cut_off_is_none() {
        assert_eq!(take(&mut [0x80, 0x80].as_slice()), None);
        assert_eq!(take(&mut [0xFF; 12].as_slice()), None);
    }
}
