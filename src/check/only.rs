//! The only one of several.

/// What an iterator gives, where it gives one thing and no more.
pub(crate) fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}
