//! The versions of XLIFF that are written.

use super::unit::Unit;
use super::{one, two};
use crate::text::Lang;

/// A version of XLIFF that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Version {
    /// 1.2
    One,
    /// 2.1
    Two,
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
