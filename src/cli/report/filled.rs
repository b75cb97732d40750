//! How many segments of an article, or units of a file, were filled in.

use std::io;
use std::path::Path;

use hamta::exchange::bilingual::{State, Unit};
use hamta::matching::MatchKind;
use serde::Serialize;

use crate::cli::output::{Output, plain};

/// How many lines are named at most.
const NAMED: usize = 100;

/// How many have a match of which kind.
#[derive(Default, Serialize)]
pub(crate) struct Kinds {
    context: usize,
    exact: usize,
    pub(crate) fuzzy: usize,
    pub(crate) none: usize,
}

impl Kinds {
    /// Counts one, with the match that was filled in.
    pub(crate) fn add(&mut self, kind: Option<MatchKind>) {
        *match kind {
            Some(MatchKind::Context) => &mut self.context,
            Some(MatchKind::Exact) => &mut self.exact,
            Some(MatchKind::Fuzzy) => &mut self.fuzzy,
            None => &mut self.none,
        } += 1;
    }

    /// The numbers, put into words.
    pub(crate) fn sums(&self) -> String {
        let Self { context, exact, fuzzy, none } = self;
        format!("{context} context, {exact} exact, {fuzzy} fuzzy, {none} without a match")
    }
}

/// How many units have a match of each kind.
#[derive(Default, Serialize)]
pub(crate) struct Counts {
    units: usize,
    translated: usize,
    /// Those that must not be translated, such as locked ones.
    fixed: usize,
    #[serde(flatten)]
    kinds: Kinds,
}

impl Counts {
    /// Counts a unit, and the match that was filled in.
    pub(crate) fn add(&mut self, unit: &Unit, kind: Option<MatchKind>) {
        self.units += 1;
        match unit.state {
            State::Fixed => self.fixed += 1,
            _ if unit.is_open() => self.kinds.add(kind),
            _ => self.translated += 1,
        }
    }
}

/// Writes the numbers.
pub(crate) fn counts(counts: &Counts, output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return output.json(counts);
    }
    let Counts { units, translated, fixed, kinds } = counts;
    let fixed = match fixed {
        0 => String::new(),
        fixed => format!("{fixed} locked or not to be translated, "),
    };
    let sums =
        format!("units: {units} in all, {translated} translated before, {fixed}{}", kinds.sums());
    output.left(0, &[plain(&sums)])
}

/// Says in which lines of a table, which has no place for it, somebody is to look at what was filled in.
pub(crate) fn unsure(path: &Path, lines: &[u64], output: &mut Output) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let named: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
    let more = if lines.len() > NAMED { " and others" } else { "" };
    output.remark(&format!(
        "{}: fuzzy matches, which a table does not mark: {}, in lines {}{more}",
        path.display(),
        lines.len(),
        named.join(", ")
    ))
}
