//! The prepared form of glossary files, stored in a file beside them, so that the next run need not make it again.
//!
//! The file begins with the key under which it was written, a hash of everything on which its contents depend: it is
//! used only under the same key. There follow the length of each part, in 8 bytes with the lowest first, and then the
//! parts. A file that is cut off, or is not such a file, is ignored.

use std::io::Write;
use std::path::Path;

use crate::error::{Error, Result};
use crate::exchange::key::{Hash, Key};
use crate::exchange::replace::{read_own, replace_own};
use crate::glossary::Packed;

/// The bytes of a key.
const KEY: usize = size_of::<Hash>();

/// The bytes of the length of a part.
const LENGTH: usize = size_of::<u64>();

/// The most bytes of a file that is read.
const MOST: u64 = 1 << 30;

/// What is stored in the file `path` under `key`, if anything is.
pub fn read(path: &Path, key: Key) -> Option<Packed> {
    let bytes = read_own(path, MOST)?;
    let (head, rest) = bytes.split_at_checked(KEY)?;
    let (lengths, mut rest) = rest.split_at_checked(LENGTH * Packed::PARTS)?;
    if head != key.hash() {
        return None;
    }
    let mut packed = Packed::default();
    for (part, length) in packed.parts.iter_mut().zip(lengths.chunks_exact(LENGTH)) {
        let length = u64::from_le_bytes(length.try_into().ok()?);
        let (its, others) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        *part = its.to_owned();
        rest = others;
    }
    rest.is_empty().then_some(packed)
}

/// Stores `packed` in the file `path` under `key`.
///
/// # Errors
///
/// If the file cannot be written; it is then as it was.
pub fn write(path: &Path, key: Key, packed: &Packed) -> Result<()> {
    let failed = |error| Error::write(path, error);
    replace_own(path, |file| {
        file.write_all(&key.hash()).map_err(failed)?;
        for part in &packed.parts {
            let length = part.len() as u64;
            file.write_all(&length.to_le_bytes()).map_err(failed)?;
        }
        for part in &packed.parts {
            file.write_all(part).map_err(failed)?;
        }
        Ok(())
    })
}
