//! The segments into which `<mrk mtype="seg">` divides a text of XLIFF 1.2, and which of two texts belong together.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use quick_xml::events::BytesStart;

use crate::exchange::xml::attributes;
use crate::text::{Tag, Tagged};

/// The most segments into which one text may be divided.
pub(super) const MOST_PARTS: usize = 10_000;

/// One of the segments of a text.
#[derive(Debug)]
pub(super) struct Part {
    /// What identifies the segment in source and target; may be empty.
    pub(super) mid: String,
    /// The line in which its mark begins.
    pub(super) line: u64,
    pub(super) text: Tagged,
}

/// Where the segments of a text stand in it, as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

#[derive(Debug)]
struct Mark {
    mid: String,
    line: u64,
    text: Range<usize>,
    /// The tags of the whole text that stand in it.
    tags: Range<usize>,
}

impl Marks {
    /// Begins a segment with its tag, after a given number of bytes and tags of the text.
    pub(super) fn start(
        &mut self,
        tag: &BytesStart<'_>,
        line: u64,
        [text, tags]: [usize; 2],
    ) -> Result<(), String> {
        if self.0.len() == MOST_PARTS {
            return Err(format!("a text of more than {MOST_PARTS} segments"));
        }
        self.0.push(Mark {
            mid: attributes::value_of(tag, "mid")?.unwrap_or_default(),
            line,
            text: text..text,
            tags: tags..tags,
        });
        Ok(())
    }

    /// Ends the segment that began last.
    pub(super) fn end(&mut self, [text, tags]: [usize; 2]) {
        if let Some(mark) = self.0.last_mut() {
            mark.text.end = text;
            mark.tags.end = tags;
        }
    }

    /// The segments of `whole`, without white space around them; they are then forgotten.
    pub(super) fn take(&mut self, whole: &Tagged) -> Vec<Part> {
        let part = |mark: Mark| {
            let start = mark.text.start;
            let tags =
                whole.tags[mark.tags].iter().map(|tag| Tag { at: tag.at - start, ..tag.clone() });
            let text = Tagged { text: whole.text[mark.text].to_owned(), tags: tags.collect() };
            Part { mid: mark.mid, line: mark.line, text: text.trimmed() }
        };
        self.0.drain(..).map(part).collect()
    }
}

/// Whether a tag begins a segment.
pub(super) fn divides(tag: &BytesStart<'_>) -> bool {
    tag.name().as_ref() == "mrk" && has_type(tag, "seg")
}

/// Whether the tag of a mark says that what it marks is of this type.
pub(super) fn has_type(tag: &BytesStart<'_>, name: &str) -> bool {
    let mut attributes = tag.attributes().flatten();
    attributes.any(|attribute| attribute.key.as_ref() == "mtype" && &*attribute.value == name)
}

/// Each segment of a source with the one of the target that has its `mid`, of several with the same one the first with
/// the first; and what is left of the target.
pub(super) fn paired(
    sources: Vec<Part>,
    targets: Vec<Part>,
) -> (Vec<(Part, Option<Part>)>, Vec<Part>) {
    let mut by_mid: HashMap<String, VecDeque<Part>> = HashMap::new();
    for target in targets {
        by_mid.entry(target.mid.clone()).or_default().push_back(target);
    }
    let pairs = sources.into_iter().map(|source| {
        let target = by_mid.get_mut(&source.mid).and_then(VecDeque::pop_front);
        (source, target)
    });
    let pairs = pairs.collect();
    let mut left: Vec<Part> = by_mid.into_values().flatten().collect();
    left.sort_by_key(|part| part.line);
    (pairs, left)
}
