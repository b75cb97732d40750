//! A cache of the findings in translations, so that the next run need not check again what has not changed.
//!
//! The file begins with a mark of its format. For each translation there follow a hash of everything on which the
//! findings depend, the length of the entry, in 8 bytes with the lowest first, and the entry itself, in the format of
//! postcard. Whatever is not such a file, is cut off or does not fit its text is ignored.

use std::collections::{BTreeSet, HashMap};
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::check::{Finding, Renderings};
use crate::error::{Error, Result};
use crate::exchange::key::Hash;
use crate::exchange::replace::{read_own, replace_own};
use crate::text::Span;

/// What the file begins with.
const MARK: &[u8] = b"hamta found 6\n";

/// The bytes of a hash, and of a length.
const HASH: usize = size_of::<Hash>();
const LENGTH: usize = size_of::<u64>();

/// The most bytes of a file; what would make it larger is checked again each time.
const MOST: usize = 1 << 29;

/// The findings in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// In the order of their places.
    pub findings: Vec<Finding>,
    /// Its renderings, if its source is known.
    pub renderings: Option<Renderings>,
}

/// The findings of earlier runs, as bytes, by the hash of what they depend on.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The file as it was read, with what was added to it.
    bytes: Vec<u8>,
    /// Where the findings stand in the bytes.
    places: HashMap<Hash, Range<usize>>,
}

impl Found {
    /// The findings, as bytes.
    pub fn pack(&self) -> Option<Vec<u8>> {
        postcard::to_stdvec(self).ok()
    }

    /// Whether all places are in `text`, on boundaries of characters.
    fn suits(&self, text: &str) -> bool {
        let is_in = |span: Span| text.get(span.range()).is_some();
        let suits = |renderings: &Renderings| {
            let (mut names, mut segments) = (renderings.names.iter(), renderings.segments.iter());
            names.all(|name| is_in(name.span)) && segments.all(|segment| is_in(segment.span))
        };
        self.findings.iter().all(|finding| is_in(finding.span))
            && self.renderings.as_ref().is_none_or(suits)
    }
}

impl Kept {
    /// What is stored in the file `path`; nothing if there is no such file.
    pub fn read(path: &Path) -> Self {
        let bytes = read_own(path, MOST as u64).unwrap_or_default();
        let places = places(&bytes);
        places.map_or_else(Self::default, |places| Self { bytes, places })
    }

    /// The findings in `text` under `key`, if they are stored.
    pub fn get(&self, key: &Hash, text: &str) -> Option<Found> {
        let found: Found = postcard::from_bytes(self.packed(key)?).ok()?;
        found.suits(text).then_some(found)
    }

    /// Stores packed findings under `key`.
    pub fn add(&mut self, key: Hash, packed: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(packed);
        self.places.insert(key, start..self.bytes.len());
    }

    /// What is stored under `key`.
    fn packed(&self, key: &Hash) -> Option<&[u8]> {
        self.bytes.get(self.places.get(key)?.clone())
    }

    /// Writes the file `path`: first what is stored under the keys `used`, then the rest, as far as there is room.
    ///
    /// # Errors
    ///
    /// If the file cannot be written; it is then as it was.
    pub fn write(&self, path: &Path, used: &[Hash]) -> Result<()> {
        let used: BTreeSet<&Hash> = used.iter().collect();
        let others = self.places.keys().filter(|key| !used.contains(key));
        let mut others: Vec<&Hash> = others.collect();
        others.sort_unstable();
        let failed = |error| Error::write(path, error);
        let mut size = MARK.len();
        replace_own(path, |file| {
            file.write_all(MARK).map_err(failed)?;
            for key in used.into_iter().chain(others) {
                let Some(bytes) = self.packed(key) else {
                    continue;
                };
                size += HASH + LENGTH + bytes.len();
                if size > MOST {
                    break;
                }
                file.write_all(key).map_err(failed)?;
                let length = (bytes.len() as u64).to_le_bytes();
                file.write_all(&length).map_err(failed)?;
                file.write_all(bytes).map_err(failed)?;
            }
            Ok(())
        })
    }
}

/// Where the entries stand in a file; `None` if it is not complete.
fn places(bytes: &[u8]) -> Option<HashMap<Hash, Range<usize>>> {
    let mut rest = bytes.strip_prefix(MARK)?;
    let mut places = HashMap::new();
    while !rest.is_empty() {
        let (key, after) = rest.split_at_checked(HASH)?;
        let (length, after) = after.split_at_checked(LENGTH)?;
        let length = u64::from_le_bytes(length.try_into().ok()?);
        let start = bytes.len() - after.len();
        let (its, after) = after.split_at_checked(usize::try_from(length).ok()?)?;
        places.insert(key.try_into().ok()?, start..start + its.len());
        rest = after;
    }
    Some(places)
}
