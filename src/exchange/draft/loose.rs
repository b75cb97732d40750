//! Tags of a segment that have no place in its translation: links and what stands alone are kept, the rest is told.

use std::collections::HashSet;

use crate::text::{Tag, TagKind, Tagged};

/// The tags of `source` that are not in `target`, in order.
pub(super) fn missing(source: &Tagged, target: &Tagged) -> Vec<Tag> {
    let key = |tag: &Tag| (tag.number, tag.kind);
    let there: HashSet<_> = target.tags.iter().map(key).collect();
    let missing = source.tags.iter().filter(|tag| !there.contains(&key(tag)));
    missing.cloned().collect()
}

/// `target` with what must not be lost of the tags of `source` that are not in it.
///
/// A link goes around all of it, and what stands alone to its end.
pub(super) fn kept(source: &Tagged, mut target: Tagged) -> Tagged {
    let end = target.text.len();
    let missing = missing(source, &target);
    let is_link = |tag: &&Tag, kind| tag.kind == kind && tag.role == "link";
    let before = missing.iter().filter(|tag| is_link(tag, TagKind::Open));
    let after = missing
        .iter()
        .filter(|tag| tag.kind == TagKind::Alone || is_link(tag, TagKind::Close));
    let before = before.map(|tag| Tag {
        at: 0,
        ..tag.clone()
    });
    let after = after.map(|tag| Tag {
        at: end,
        ..tag.clone()
    });
    target.tags = before.chain(target.tags).chain(after).collect();
    target
}
