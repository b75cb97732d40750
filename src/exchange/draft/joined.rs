//! Units that another program has made out of one segment, joined again.

use std::borrow::Cow;

use crate::exchange::units::Unit;
use crate::text::{Tag, Tagged};

/// Whether two units that follow each other are segments of one unit of their file: `3/1` and `3/2`.
pub(super) fn are_of_one(unit: &Unit, next: &Unit) -> bool {
    let whole = |unit: &Unit| unit.id.as_deref()?.split_once('/').map(|(id, _)| id.to_owned());
    whole(unit).is_some_and(|id| whole(next) == Some(id))
}

/// The unit of which `parts`, of which there is at least one, are segments. Its state is the lowest of theirs, and it
/// is not translated if one of them is not.
pub(super) fn joined(parts: &[Unit]) -> Cow<'_, Unit> {
    let first = &parts[0];
    if parts.len() == 1 {
        return Cow::Borrowed(first);
    }
    let is_open = parts.iter().any(Unit::is_open);
    let sources = parts.iter().map(|unit| (&unit.source, &unit.source_tags));
    let targets = parts.iter().map(|unit| (&unit.target, &unit.target_tags));
    let source = spaced(sources);
    let target = if is_open { Tagged::default() } else { spaced(targets) };
    let id = first.id.as_deref().and_then(|id| id.split_once('/'));
    Cow::Owned(Unit {
        source: source.text,
        source_tags: source.tags,
        target: target.text,
        target_tags: target.tags,
        id: id.map(|(id, _)| id.to_owned()),
        state: parts.iter().fold(first.state, |state, unit| state.min(unit.state)),
        ..first.clone()
    })
}

/// Texts with their tags, separated by spaces.
fn spaced<'a>(texts: impl Iterator<Item = (&'a String, &'a Vec<Tag>)>) -> Tagged {
    let mut whole = Tagged::default();
    for (text, tags) in texts {
        if !whole.text.is_empty() {
            whole.text.push(' ');
        }
        whole.push(&Tagged { text: text.clone(), tags: tags.clone() });
    }
    whole
}
