//! A unit as the writers of both versions need it.

use super::{one, two};
use crate::exchange::bilingual::State;
use crate::text::{Lang, Tagged};

/// A version of XLIFF that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Version {
    /// 1.2
    One,
    /// 2.1
    Two,
}

/// A unit of one segment.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub(super) id: &'a str,
    /// Draft, unreviewed or translated.
    pub(super) state: State,
    pub(super) source: &'a Tagged,
    pub(super) target: Option<&'a Tagged>,
    /// Notes on it, each with its author, if that is known.
    pub(super) notes: Vec<(&'a str, String)>,
    pub(super) offered: Option<Offered<'a>>,
    /// Names in the source, each with its form in the other language: `لاوروف: Lavrov`.
    pub(super) names: &'a [String],
}

/// A unit of a memory that is offered for another one.
#[derive(Debug)]
pub(super) struct Offered<'a> {
    pub(super) rate: u8,
    pub(super) origin: &'a str,
    pub(super) source: &'a str,
    pub(super) target: &'a str,
}

impl Version {
    /// Everything before the first unit of a file named `original`, which is translated from `lang`.
    pub(in crate::exchange) fn head(self, lang: Lang, original: &str) -> String {
        match self {
            Self::One => one::head(lang, original),
            Self::Two => two::head(lang, original),
        }
    }

    /// Everything after the last unit.
    pub(in crate::exchange) fn foot(self) -> &'static str {
        match self {
            Self::One => one::FOOT,
            Self::Two => two::FOOT,
        }
    }

    /// The white space before the first tag of a unit that is in no group.
    pub(super) fn indent(self) -> &'static str {
        match self {
            Self::One => "      ",
            Self::Two => "    ",
        }
    }

    /// Adds a unit to `out`, each of its lines after `indent`.
    pub(super) fn push(self, out: &mut String, unit: &Unit<'_>, indent: &str) {
        match self {
            Self::One => one::push(out, unit, indent),
            Self::Two => two::push(out, unit, indent),
        }
    }
}
