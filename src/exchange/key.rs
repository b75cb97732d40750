//! The key under which a file is kept from run to run: a hash of everything on which its contents depend.

use sha2::{Digest, Sha256};

/// A key as it is stored.
pub type Hash = [u8; 32];

/// What the contents of a file depend on.
#[derive(Clone, Debug, Default)]
pub struct Key(Sha256);

impl Key {
    /// Adds something on which the contents depend.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// The key as it is stored.
    pub fn hash(self) -> Hash {
        self.0.finalize().into()
    }
}
