//! Tags of a segment that have no place in its translation: links and standalone tags are kept, the rest is reported.

use std::collections::HashSet;

use crate::exchange::spaced::{Beside, spaced};
use crate::segment::Article;
use crate::text::{Tag, TagKind, Tagged};

/// The text of `article` with `targets` in place of its segments, one for each; where there is `None` the segment
/// stays.
pub(super) fn content(article: &Article, targets: impl Iterator<Item = Option<Tagged>>) -> Tagged {
    let own = article.content();
    let segments = article.segments().into_iter().zip(targets);
    let targets = segments.map(|(segment, target)| {
        let source = own.part(segment.span);
        Some(spaced(kept(&source, target?), |tag| beside(&source, tag)))
    });
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

/// What stands beside a tag in `source`, if that has it.
fn beside(source: &Tagged, tag: &Tag) -> Option<Beside> {
    let is_it = |own: &&Tag| (own.number, own.kind) == (tag.number, tag.kind);
    let at = source.tags.iter().find(is_it)?.at;
    let (before, after) = source.text.split_at_checked(at)?;
    Some([before.chars().next_back(), after.chars().next()])
}

/// The role of a link.
const LINK: &str = "link";

/// The tags of `source` that are not in `target`, in order. If one end of a link is missing, both count as missing.
fn missing(source: &Tagged, target: &Tagged) -> Vec<Tag> {
    let key = |tag: &Tag| (tag.number, tag.kind);
    let there: HashSet<_> = target.tags.iter().map(key).collect();
    let is_missing = |tag: &&Tag| !there.contains(&key(tag));
    let links = source.tags.iter().filter(|tag| tag.role == LINK);
    let links: HashSet<u32> = links.filter(is_missing).map(|tag| tag.number).collect();
    let missing = source.tags.iter();
    let missing = missing.filter(|tag| is_missing(tag) || links.contains(&tag.number));
    missing.cloned().collect()
}

/// `target` with those tags of `source` that it lacks and that must not be lost.
///
/// A link goes around all of it if it is the only one, since links cannot be nested; standalone tags go to its end.
fn kept(source: &Tagged, mut target: Tagged) -> Tagged {
    let end = target.text.len();
    let missing = missing(source, &target);
    let is_link = |tag: &&Tag| tag.role == LINK;
    let pairs = missing.iter().filter(|tag| tag.kind != TagKind::Alone);
    let lost: HashSet<u32> = pairs.filter(is_link).map(|tag| tag.number).collect();
    target.tags.retain(|tag| !lost.contains(&tag.number));
    let links = source.tags.iter().filter(is_link);
    let links: HashSet<u32> = links.map(|tag| tag.number).collect();
    let has_link = target.tags.iter().any(|tag| links.contains(&tag.number));
    let is_kept = |tag: &Tag| match tag.kind {
        TagKind::Alone => true,
        _ => tag.role == LINK && lost.len() == 1 && !has_link,
    };
    let kept = missing.into_iter().filter(is_kept);
    let (before, after): (Vec<Tag>, Vec<Tag>) = kept.partition(|tag| tag.kind == TagKind::Open);
    // A standalone link cannot stand inside another one either.
    let (links, after): (Vec<Tag>, Vec<Tag>) =
        after.into_iter().partition(|tag| tag.kind == TagKind::Alone && tag.role == LINK);
    let before = before.into_iter().map(|tag| Tag { at: 0, ..tag });
    let after = after.into_iter().chain(links);
    let after = after.map(|tag| Tag { at: end, ..tag });
    target.tags = before.chain(target.tags).chain(after).collect();
    target
}
