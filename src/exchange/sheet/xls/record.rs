//! The records of a workbook: a kind, a length, and that many bytes.

/// The kind of a record that continues one that was too long.
const CONTINUE: u16 = 0x003C;

/// The records from one place on. The iteration ends where one is cut off.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn at(stream: &'a [u8], start: usize) -> Self {
        Self { rest: stream.get(start..).unwrap_or_default() }
    }

    /// The next record, if it continues the last one.
    pub(super) fn next_part(&mut self) -> Option<&'a [u8]> {
        let (record, rest) = split(self.rest)?;
        if record.kind != CONTINUE {
            return None;
        }
        self.rest = rest;
        Some(record.data)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (record, rest) = split(self.rest)?;
        self.rest = rest;
        Some(record)
    }
}

fn split(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let (&[a, b, c, d], rest) = bytes.split_first_chunk()?;
    let (data, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes([c, d])))?;
    let kind = u16::from_le_bytes([a, b]);
    Some((Record { kind, data }, rest))
}

/// One record.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

impl Record<'_> {
    /// The `N` bytes at `at`, if there are that many.
    pub(super) fn bytes<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.data.get(at..)?.first_chunk().copied()
    }

    pub(super) fn u8(&self, at: usize) -> Option<u8> {
        self.data.get(at).copied()
    }

    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        self.bytes(at).map(u16::from_le_bytes)
    }

    pub(super) fn u32(&self, at: usize) -> Option<u32> {
        self.bytes(at).map(u32::from_le_bytes)
    }
}
