//! How many units of a file were filled in.

use std::io;

use hamta::matching::MatchKind;
use serde::Serialize;

use crate::cli::output::{Output, plain};

/// How many units have a match of which kind.
#[derive(Default, Serialize)]
pub(crate) struct Counts {
    units: usize,
    translated: usize,
    context: usize,
    exact: usize,
    fuzzy: usize,
    none: usize,
}

impl Counts {
    /// Counts a unit, and the match that was filled in.
    pub(crate) fn add(&mut self, is_open: bool, kind: Option<MatchKind>) {
        self.units += 1;
        *match kind {
            _ if !is_open => &mut self.translated,
            Some(MatchKind::Context) => &mut self.context,
            Some(MatchKind::Exact) => &mut self.exact,
            Some(MatchKind::Fuzzy) => &mut self.fuzzy,
            None => &mut self.none,
        } += 1;
    }
}

/// Writes the numbers.
pub(crate) fn counts(counts: &Counts, output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return output.json(counts);
    }
    let Counts {
        units,
        translated,
        context,
        exact,
        fuzzy,
        none,
    } = counts;
    let sums = format!(
        "units: {units} in all, {translated} translated before, {context} context, {exact} exact, {fuzzy} fuzzy, {none} without a match"
    );
    output.left(0, &[plain(&sums)])
}
