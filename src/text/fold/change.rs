//! What the fold did to a text, for those who want to know.

use crate::text::Span;

/// One use of a rule: its name, and where in the original it changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What was changed, or the place before which a space was taken out.
    pub span: Span,
    /// The name of the rule, as in the tables and in `tests/fold/`.
    pub rule: &'static str,
}

/// An observer of folding.
pub(super) trait Witness {
    /// Is called when `rule` has changed what stands at `span`; the name is worked out only for an observer that uses
    /// it.
    fn saw(&mut self, span: Span, rule: impl FnOnce() -> &'static str);
}

/// Nobody observes: the usual case.
impl Witness for () {
    #[inline]
    fn saw(&mut self, _: Span, _: impl FnOnce() -> &'static str) {}
}

/// Keeps what it observes.
impl Witness for Vec<Change> {
    fn saw(&mut self, span: Span, rule: impl FnOnce() -> &'static str) {
        self.push(Change { span, rule: rule() });
    }
}
