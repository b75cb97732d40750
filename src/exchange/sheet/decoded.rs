//! The text of a delimited file, whichever encoding it is in. Such a file never names its encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use crate::exchange::utf8::is_mostly_utf8;

/// How much of a file is searched for signs of UTF-16.
const HEAD: usize = 4096;

/// The bytes of `file` as UTF-8, and the encoding if that is only a guess.
///
/// A byte order mark decides; then the zero bytes of UTF-16; then whether most of what is not ASCII is
/// UTF-8. Anything else is Windows-1256, in which every byte is a character. Bytes in a UTF-8 file
/// that are not UTF-8 are left as they are, for the row in which they stand.
pub(in crate::exchange) fn decoded(file: &[u8]) -> (Cow<'_, [u8]>, Option<&'static str>) {
    match Encoding::for_bom(file) {
        Some((encoding, mark)) if encoding == UTF_8 => (Cow::Borrowed(&file[mark..]), None),
        Some((encoding, mark)) => (in_encoding(encoding, &file[mark..]), None),
        None => match without_mark(file) {
            encoding if encoding == UTF_8 => (Cow::Borrowed(file), None),
            encoding => (in_encoding(encoding, file), Some(encoding.name())),
        },
    }
}

fn in_encoding<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

fn without_mark(file: &[u8]) -> &'static Encoding {
    let head = &file[..file.len().min(HEAD)];
    let zeros = |odd| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A stray zero byte does not mean UTF-16: that has several, nearly all of them at even or at odd places.
    let is_wide = even.max(odd) > 1 && even.min(odd) * 8 <= even.max(odd);
    if is_wide && even.max(odd) * 20 > head.len() {
        return if odd > even { UTF_16LE } else { UTF_16BE };
    }
    if is_mostly_utf8(file) { UTF_8 } else { WINDOWS_1256 }
}
