//! The texts of a unit as it is checked.

use crate::check::placeholders::Placeholders;
use crate::text::Tagged;

/// A unit as it is checked.
#[derive(Clone, Debug, Default)]
pub struct UnitTexts {
    /// Its source.
    pub source: Tagged,
    /// Its translation; empty where there is none.
    pub target: Tagged,
    /// How the two name what a program puts into them.
    pub placeholders: Placeholders,
    /// Whether it belongs to no file but to a memory, and may serve in many.
    pub is_of_memory: bool,
}

impl<T: Into<Tagged>> From<[T; 2]> for UnitTexts {
    fn from(texts: [T; 2]) -> Self {
        let [source, target] = texts.map(Into::into);
        Self { source, target, ..Self::default() }
    }
}
