//! What an element of XLIFF means where it stands, and what it says about everything in it.

use quick_xml::events::BytesStart;

use super::parts::has_type;
use crate::error::{Error, Result};
use crate::exchange::xml::attributes;

/// The type with which Trados Studio marks text as deleted while it tracks changes.
const DELETED: &str = "x-sdl-deleted";

/// An element that is open, and what was said about its content.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) element: Element,
    /// Whether it must not be translated.
    pub(super) is_fixed: bool,
    /// Whether line breaks in it are kept.
    pub(super) has_lines: bool,
}

impl Open {
    /// `element`, which begins with `tag` inside `outer`.
    pub(super) fn new(
        tag: &BytesStart<'_>,
        element: Element,
        outer: Option<&Self>,
    ) -> Result<Self> {
        let mut open = Self {
            element,
            is_fixed: outer.is_some_and(|outer| outer.is_fixed),
            has_lines: outer.is_some_and(|outer| outer.has_lines),
        };
        let can_be_fixed =
            matches!(element, Element::File | Element::Group | Element::TransUnit | Element::Unit);
        if can_be_fixed || element.can_say_space() {
            let outcome = attributes::each(tag, |name, value| match name {
                "translate" if can_be_fixed => open.is_fixed = value == "no",
                "xml:space" => open.has_lines = value == "preserve",
                _ => {}
            });
            // A fault in the tag of a text is reported with its unit.
            match outcome {
                Err(fault) if can_be_fixed => return Err(Error::malformed(fault)),
                _ => {}
            }
        }
        Ok(open)
    }
}

/// What an element means where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Xliff,
    File,
    /// A part of a file: `<body>` or `<group>`.
    Group,
    /// A unit of 1.x, which is one segment unless it is divided.
    TransUnit,
    /// A unit of 2.x, with its segments.
    Unit,
    Segment,
    Source,
    /// The source repeated, divided into segments (1.2).
    Divided,
    Target,
    Notes,
    Note,
    /// What Trados Studio says about the segments of a unit, and about one segment.
    SegmentStates,
    SegmentState,
    /// Marked text in a segment.
    Marked,
    /// A segment of a divided text.
    Part,
    /// An inline element around text.
    Pair,
    /// An inline element without text; what it contains is its code.
    Code,
    /// Anything else, with everything in it.
    Ignored,
}

impl Element {
    /// What the element of `tag` means inside `parent`.
    pub(super) fn of(tag: &BytesStart<'_>, parent: Self) -> Self {
        match (parent, tag.name().as_ref()) {
            (Self::Xliff, "file") => Self::File,
            (Self::File, "body") | (Self::File | Self::Group, "group") => Self::Group,
            (Self::File | Self::Group, "trans-unit") => Self::TransUnit,
            (Self::File | Self::Group, "unit") => Self::Unit,
            (Self::Unit, "segment") => Self::Segment,
            (Self::TransUnit | Self::Segment, "source") => Self::Source,
            (Self::TransUnit, "seg-source") => Self::Divided,
            (Self::TransUnit | Self::Segment, "target") => Self::Target,
            (Self::Unit, "notes") => Self::Notes,
            (Self::TransUnit | Self::Notes, "note") => Self::Note,
            (Self::TransUnit, "sdl:seg-defs") => Self::SegmentStates,
            (Self::SegmentStates, "sdl:seg") => Self::SegmentState,
            (parent, name) if parent.holds_tags() => match name {
                "mrk" if is_deleted(tag) => Self::Ignored,
                "mrk" => Self::Marked,
                "g" | "pc" => Self::Pair,
                "x" | "bx" | "ex" | "bpt" | "ept" | "it" | "ph" | "sc" | "ec" => Self::Code,
                _ => Self::Ignored,
            },
            _ => Self::Ignored,
        }
    }

    /// Whether it can say what happens to white space, as those that can be fixed do.
    fn can_say_space(self) -> bool {
        matches!(self, Self::Xliff | Self::Segment | Self::Source | Self::Divided | Self::Target)
    }

    /// Whether its text is kept.
    pub(super) fn holds_text(self) -> bool {
        self.holds_tags() || self == Self::Note
    }

    /// Whether inline elements in it are kept.
    fn holds_tags(self) -> bool {
        matches!(
            self,
            Self::Source | Self::Divided | Self::Target | Self::Marked | Self::Part | Self::Pair
        )
    }
}

/// Whether what stands in the element of a tag was deleted.
pub(super) fn is_deleted(tag: &BytesStart<'_>) -> bool {
    tag.name().as_ref() == "mrk" && has_type(tag, DELETED)
}
