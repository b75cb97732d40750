//! The current time, and what is done at it.

use hamta::tm::{ChangeKind, Occasion};
use jiff::Timestamp;

/// Now, to the second, as units keep it.
pub(crate) fn now() -> Option<Timestamp> {
    Timestamp::from_second(Timestamp::now().as_second()).ok()
}

/// The occasion of a change that is made now.
pub(crate) fn occasion(kind: ChangeKind, about: impl Into<String>) -> Occasion {
    Occasion { kind, about: about.into(), date: now() }
}
