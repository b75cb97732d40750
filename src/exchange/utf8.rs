//! Files that are to be UTF-8.

use std::path::Path;

use simdutf8::compat::from_utf8;

use crate::error::{Error, Result};

/// The text that `bytes` are, which were read from `path`.
///
/// # Errors
///
/// They are not UTF-8; the error names the line.
pub fn utf8(bytes: &[u8], path: &Path) -> Result<String> {
    from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Error::malformed("not UTF-8; convert the file first").at(path).on_line(line as u64)
    })
}
