//! Panics that are caught.

use std::panic;

/// From now on panics of the parser of Markdown are not told: the library catches them, and makes an error of the file
/// of them.
pub(crate) fn hush() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location();
        if !place.is_some_and(|place| place.file().contains("pulldown-cmark")) {
            usual(panic);
        }
    }));
}
