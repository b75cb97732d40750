//! What the paths that a user names lead to.

use std::path::Path;

/// Whether there is a file to read under this name, or a link that leads to none: that is reported when it is read.
pub(crate) fn is_there(path: &Path) -> bool {
    // A hidden one leads nowhere on purpose: Emacs locks a file with such a link beside it.
    let is_hidden = || path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    path.is_file() || path.is_symlink() && !path.exists() && !is_hidden()
}

/// Whether a file has one of these extensions.
pub(crate) fn has_extension(path: &Path, ends: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|its| ends.iter().any(|end| its.eq_ignore_ascii_case(end)))
}
