//! What time it is.

use jiff::Timestamp;

/// Now, to the second, as units keep it.
pub(crate) fn now() -> Option<Timestamp> {
    Timestamp::from_second(Timestamp::now().as_second()).ok()
}
