//! Sets of bytes, by which a long text is passed over quickly up to what matters in it.

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
