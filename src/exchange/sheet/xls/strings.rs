//! The strings of a workbook, with one or two bytes per character, and those that all sheets share.

use super::record::{Record, Records};

/// Set where a character has two bytes.
const WIDE: u8 = 1;
/// Set where something for Asian scripts follows the text.
const ASIAN: u8 = 4;
/// Set where the places at which the font changes follow.
const RICH: u8 = 8;

/// A text with its length in two bytes before it.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let (length, rest) = bytes.split_first_chunk()?;
    with_flags(rest, usize::from(u16::from_le_bytes(*length)))
}

/// A text with its length in one byte before it.
pub(super) fn short_text(bytes: &[u8]) -> Option<String> {
    let (&length, rest) = bytes.split_first()?;
    with_flags(rest, usize::from(length))
}

fn with_flags(bytes: &[u8], length: usize) -> Option<String> {
    let (&flags, rest) = bytes.split_first()?;
    let size = length * size_of_one(flags);
    let mut units = Vec::new();
    take_units(rest.get(..size)?, flags, &mut units);
    Some(String::from_utf16_lossy(&units))
}

fn size_of_one(flags: u8) -> usize {
    1 + usize::from(flags & WIDE)
}

fn take_units(bytes: &[u8], flags: u8, units: &mut Vec<u16>) {
    if flags & WIDE == 0 {
        units.extend(bytes.iter().map(|&byte| u16::from(byte)));
    } else {
        units.extend(bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])));
    }
}

/// The strings that all sheets share, from the record and those that continue it.
pub(super) fn shared<'a>(record: &Record<'a>, records: &mut Records<'a>) -> Option<Vec<String>> {
    let count = record.u32(4)?;
    let mut parts = Parts { part: record.data.get(8..)?, records };
    // Room is made only for strings that are there: the count may be wrong.
    let mut strings = Vec::new();
    for _ in 0..count {
        strings.push(parts.string()?);
    }
    Some(strings)
}

/// The bytes of a record and of those that continue it.
struct Parts<'a, 'r> {
    part: &'a [u8],
    records: &'r mut Records<'a>,
}

impl Parts<'_, '_> {
    fn string(&mut self) -> Option<String> {
        let length = u16::from_le_bytes([self.byte()?, self.byte()?]);
        let mut flags = self.byte()?;
        let runs = match flags & RICH {
            0 => 0,
            _ => usize::from(u16::from_le_bytes([self.byte()?, self.byte()?])),
        };
        let asian = match flags & ASIAN {
            0 => 0,
            _ => u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]),
        };
        let mut units = Vec::new();
        let mut left = usize::from(length);
        while left > 0 {
            if self.part.is_empty() {
                self.part = self.records.next_part()?;
                // The text continues, possibly with characters of another size.
                flags = self.byte()?;
            }
            let here = left.min(self.part.len() / size_of_one(flags));
            let (bytes, rest) = self.part.split_at_checked(here * size_of_one(flags))?;
            if here == 0 {
                return None;
            }
            take_units(bytes, flags, &mut units);
            self.part = rest;
            left -= here;
        }
        self.pass(runs * 4)?;
        self.pass(usize::try_from(asian).ok()?)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn byte(&mut self) -> Option<u8> {
        while self.part.is_empty() {
            self.part = self.records.next_part()?;
        }
        let (&byte, rest) = self.part.split_first()?;
        self.part = rest;
        Some(byte)
    }

    fn pass(&mut self, mut count: usize) -> Option<()> {
        while count > self.part.len() {
            count -= self.part.len();
            self.part = self.records.next_part()?;
        }
        self.part = self.part.get(count..)?;
        Some(())
    }
}
