//! Panics that are caught.

use std::panic;

/// From now on panics of the Markdown parser print nothing: the library catches them, and reports an error in the file.
pub(crate) fn hush() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location();
        if !place.is_some_and(|place| place.file().contains("pulldown-cmark")) {
            usual(panic);
        }
    }));
}
