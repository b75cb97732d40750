//! A place in a text in JSON reports.

use hamta::text::Span;
use serde::Serialize;

/// A span and what stands there. Offsets are in bytes of UTF-8; the end is not included.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Place<'a> {
    pub(super) fn new(span: Span, text: &'a str) -> Self {
        Self { start: span.start, end: span.end, text: span.of(text) }
    }
}
