//! What the fold did to a text, for those who ask.

use crate::text::Span;

/// A rule at work: its name, and where in the original it changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What was changed, or the place before which a space was taken out.
    pub span: Span,
    /// The name of the rule, as in the tables and in `tests/fold/`.
    pub rule: &'static str,
}

/// Who looks on while a text is folded.
pub(super) trait Witness {
    /// Sees that `rule` changed what stands at `span`; the name is worked out only for one who cares.
    fn saw(&mut self, span: Span, rule: impl FnOnce() -> &'static str);
}

/// Nobody: the fold as it is done by the thousand.
impl Witness for () {
    #[inline]
    fn saw(&mut self, _: Span, _: impl FnOnce() -> &'static str) {}
}

/// Keeps what it sees.
impl Witness for Vec<Change> {
    fn saw(&mut self, span: Span, rule: impl FnOnce() -> &'static str) {
        self.push(Change { span, rule: rule() });
    }
}
