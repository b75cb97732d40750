//! Files that are to be UTF-8.

use std::path::Path;

use crate::error::{Error, Result};

/// The text that `bytes` are, which were read from `path`.
///
/// # Errors
///
/// They are not UTF-8; the error names the line.
pub fn utf8(bytes: Vec<u8>, path: &Path) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Error::malformed("not UTF-8; convert the file first")
            .at(path)
            .on_line(line as u64)
    })
}
