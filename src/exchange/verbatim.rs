//! Which stretches of a text stand in its file letter by letter, and where. There the text can be changed in the file,
//! and everything else stays: tags, escapes, line breaks.

use crate::check::Edit;
use crate::text::Span;

/// The stretches of a text that stand in a file letter by letter, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Verbatim(Vec<Run>);

/// One of them.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where in the text.
    text: Span,
    /// Where in the file it begins.
    file: usize,
}

impl Verbatim {
    /// Adds the `length` bytes of the text from `text` on, which stand in the file from `file` on.
    pub(super) fn push(&mut self, text: usize, file: usize, length: usize) {
        if length > 0 {
            let text = Span::new(text, text + length);
            self.0.push(Run { text, file });
        }
    }

    /// The same for a text that begins `text` bytes later, in a file that begins `file` bytes earlier.
    pub(super) fn moved(mut self, text: usize, file: usize) -> Self {
        for run in &mut self.0 {
            let start = run.text.start.max(text);
            run.file += file + (start - run.text.start);
            run.text = Span::new(start - text, run.text.end.max(start) - text);
        }
        self
    }

    /// The same for the text without `parts` of it, which are in order and do not overlap.
    pub(super) fn without(&self, parts: &[Span]) -> Self {
        let mut left = Self::default();
        let mut gone = 0;
        let mut parts = parts.iter().peekable();
        for run in &self.0 {
            let mut start = run.text.start;
            let mut push = |start: usize, end: usize, gone: usize| {
                let file = run.file + (start - run.text.start);
                left.push(start - gone, file, end.saturating_sub(start));
            };
            while let Some(part) = parts.next_if(|part| part.end <= run.text.end) {
                push(start, part.start.max(start), gone);
                start = part.end.max(start);
                gone += part.len();
            }
            if let Some(part) = parts.peek().filter(|part| part.start < run.text.end) {
                push(start, part.start.max(start), gone);
            } else {
                push(start, run.text.end, gone);
            }
        }
        left
    }

    /// The same of the text with a space more at each of `places`, which are in order.
    pub(super) fn with_spaces(&self, places: &[usize]) -> Self {
        let mut spaced = Self::default();
        for run in &self.0 {
            let mut start = run.text.start;
            let passed = places.partition_point(|at| *at <= start);
            let inside = places[passed..].iter().copied().take_while(|at| *at < run.text.end);
            for (passed, end) in (passed..).zip(inside.chain([run.text.end])) {
                spaced.push(start + passed, run.file + (start - run.text.start), end - start);
                start = end;
            }
        }
        spaced
    }

    /// What is to be changed in the file, and no more than that, for `edit` in `text`; `None` where it cannot be
    /// changed there without touching anything else.
    pub(super) fn change<'a>(&self, text: &str, edit: Edit<'a>) -> Option<Edit<'a>> {
        let least = edit.least(text);
        let past = self.0.partition_point(|run| run.text.start <= least.span.start);
        let run = self.0[..past].last().filter(|run| run.text.covers(least.span))?;
        let start = run.file + (least.span.start - run.text.start);
        let is_plain = least.text.chars().all(is_written_as_it_is);
        is_plain
            .then_some(Edit { span: Span::new(start, start + least.span.len()), text: least.text })
    }
}

/// Whether a character is written as it is in every format.
fn is_written_as_it_is(c: char) -> bool {
    c.is_alphanumeric() || "\u{200C} '’-.".contains(c)
}
