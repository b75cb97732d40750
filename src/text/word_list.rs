//! How a list of words (`lists/NAME.LANG.txt` of a module) is read.

/// The rows of a list, one per line; lines that begin with `#` say what it is.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}
