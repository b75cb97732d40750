//! Tags of a segment that have no place in its translation: links and what stands alone are kept, the rest is told.

use std::collections::HashSet;

use crate::segment::Article;
use crate::text::{Tag, TagKind, Tagged};

/// The text of `article` with `targets` in the place of its segments, one for each; where there is `None` the segment stays.
pub(super) fn content(article: &Article, targets: impl Iterator<Item = Option<Tagged>>) -> Tagged {
    let own = article.content();
    let segments = article.segments().into_iter().zip(targets);
    let targets = segments.map(|(segment, target)| Some(kept(&own.part(segment.span), target?)));
    let targets: Vec<_> = targets.collect();
    article.with_segments(targets.iter().map(Option::as_ref))
}

/// The segments, by their numbers, each with the tags that its target does not have.
pub(super) fn loose(
    article: &Article,
    targets: impl Iterator<Item = Option<Tagged>>,
) -> Vec<(usize, Vec<Tag>)> {
    let own = article.content();
    let segments = article.segments().into_iter().zip(targets);
    let loose = segments.filter_map(|(segment, target)| {
        let tags = missing(&own.part(segment.span), &target?);
        (!tags.is_empty()).then_some((segment.number, tags))
    });
    loose.collect()
}

/// The tags of `source` that are not in `target`, in order.
fn missing(source: &Tagged, target: &Tagged) -> Vec<Tag> {
    let key = |tag: &Tag| (tag.number, tag.kind);
    let there: HashSet<_> = target.tags.iter().map(key).collect();
    let missing = source.tags.iter().filter(|tag| !there.contains(&key(tag)));
    missing.cloned().collect()
}

/// `target` with what must not be lost of the tags of `source` that are not in it.
///
/// A link goes around all of it, and what stands alone to its end.
fn kept(source: &Tagged, mut target: Tagged) -> Tagged {
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
