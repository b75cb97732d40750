//! How many segments of an article were filled in, and the status of those that came back.

use std::io;
use std::path::Path;

use hamta::exchange::draft::{Draft, Review, Standing};
use hamta::text::{Tag, TagKind};
use serde::Serialize;

use crate::cli::output::{Output, plain};
use crate::cli::report::filled::Kinds;

/// How many segments have a match of each kind.
#[derive(Default, Serialize)]
struct Counts {
    segments: usize,
    #[serde(flatten)]
    kinds: Kinds,
}

impl Counts {
    fn of(draft: &Draft<'_>) -> Self {
        let mut counts = Self::default();
        for row in &draft.rows {
            counts.segments += 1;
            let proposal = row.proposal.as_ref();
            counts.kinds.add(proposal.map(|proposal| proposal.found.kind));
        }
        counts
    }
}

/// Writes how many segments have a match of each kind.
pub(crate) fn counts(draft: &Draft<'_>, output: &mut Output) -> io::Result<()> {
    let counts = Counts::of(draft);
    if output.is_json() {
        return output.json(&counts);
    }
    let sums = format!("segments: {} in all, {}", counts.segments, counts.kinds.sums());
    output.left(0, &[plain(&sums)])
}

/// Reports how many segments of a text are not in its language, and how many nobody has looked at.
pub(crate) fn left_as_they_are(draft: &Draft<'_>, output: &mut Output) -> io::Result<()> {
    let Kinds { fuzzy, none, .. } = Counts::of(draft).kinds;
    if none > 0 {
        let other = draft.article.lang();
        output.remark(&format!("without a match, and still in {other}: {none}"))?;
    }
    if fuzzy > 0 {
        output.remark(&format!("fuzzy matches, to be looked at: {fuzzy}"))?;
    }
    Ok(())
}

/// Reports which tags of which segments have no place in the translation.
pub(crate) fn loose(segments: &[(usize, Vec<Tag>)], output: &mut Output) -> io::Result<()> {
    for (number, tags) in segments {
        loose_in(&format!("segment {number}"), tags, output)?;
    }
    Ok(())
}

/// Reports which tags of what stands at `place` have no place in its translation.
pub(crate) fn loose_in(place: &str, tags: &[Tag], output: &mut Output) -> io::Result<()> {
    let beginnings = tags.iter().filter(|tag| tag.kind != TagKind::Close);
    let mut names: Vec<&str> = beginnings.map(name).collect();
    names.dedup();
    if names.is_empty() {
        return Ok(());
    }
    let names = names.join(", ");
    output.remark(&format!("{place}: to be put in its place: {names}"))
}

/// The role of a tag, or its code if it has none.
fn name(tag: &Tag) -> &str {
    match tag.role.as_str() {
        "" if tag.code.is_empty() => "a tag",
        "" => &tag.code,
        role => role,
    }
}

/// Reports which segments are not translated yet; returns how many there are.
pub(crate) fn open(review: &Review<'_>, path: &Path, output: &mut Output) -> io::Result<usize> {
    let mut open = 0;
    for (number, standing) in (1..).zip(&review.standings) {
        let (line, what) = match standing {
            Standing::Missing => (None, "is not there"),
            Standing::Untranslated(line) => (Some(line), "is not translated"),
            Standing::Unreviewed(line) => (Some(line), "is not reviewed; --all takes it as it is"),
            Standing::Translated(_) | Standing::Fixed => continue,
        };
        open += 1;
        let line = line.map_or_else(String::new, |line| format!(":{line}"));
        let path = path.display();
        output.remark(&format!("{path}{line}: segment {number} {what}"))?;
    }
    Ok(open)
}
