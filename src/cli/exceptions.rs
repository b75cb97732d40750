//! The exceptions of a project: findings that its editors have looked at and ignore.

use std::collections::HashMap;
use std::path::Path;

use hamta::exchange::Problem;
use hamta::exchange::exceptions::{self, Exception};
use hamta::text::fold;

use crate::cli::config::Patterns;
use crate::cli::input;
use crate::cli::paths;
use crate::cli::report::finding::Shown;

/// The exceptions that can be used, and the rows that cannot.
#[derive(Default)]
pub(crate) struct Exceptions {
    listed: Vec<Listed>,
    /// Those with the same text, as it folds.
    with_text: HashMap<String, Vec<usize>>,
    pub(crate) problems: Vec<Problem>,
}

struct Listed {
    exception: Exception,
    /// The files to which it applies; `None` for all.
    paths: Option<Patterns>,
    is_used: bool,
}

impl Exceptions {
    /// Reads the list `path`, which need not exist.
    pub(crate) fn read(path: &Path) -> hamta::Result<Self> {
        if !paths::is_there(path) {
            return Ok(Self::default());
        }
        let bytes = input::bytes(path)?;
        let (read, problems) = exceptions::read(bytes.as_slice(), path)?;
        let mut all = Self { problems, ..Self::default() };
        for exception in read {
            let paths = match exception.path.as_str() {
                "" => Ok(None),
                pattern => Patterns::new(&[pattern.to_owned()]).map(Some),
            };
            match paths {
                Ok(paths) => all.add(exception, paths),
                Err(message) => {
                    all.problems.push(Problem::new(path, exception.line, message));
                }
            }
        }
        all.problems.sort();
        Ok(all)
    }

    fn add(&mut self, exception: Exception, paths: Option<Patterns>) {
        let text = fold(&exception.text).text().to_owned();
        self.with_text.entry(text).or_default().push(self.listed.len());
        self.listed.push(Listed { exception, paths, is_used: false });
    }

    /// Whether a finding in the file `path`, as the project names it, is to be ignored.
    pub(crate) fn cover(&mut self, shown: &Shown, path: &str) -> bool {
        if self.listed.is_empty() {
            return false;
        }
        let text = fold(shown.about.as_ref().unwrap_or(&shown.text));
        let mut is_covered = false;
        for &at in self.with_text.get(text.text()).into_iter().flatten() {
            let listed = &mut self.listed[at];
            if listed.holds_for(shown.rule, path) {
                listed.is_used = true;
                is_covered = true;
            }
        }
        is_covered
    }

    /// The lines of those that name a file that was checked, and applied to nothing.
    pub(crate) fn useless(
        &self,
        was_looked_through: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = u64> {
        let unused = self.listed.iter().filter(|listed| !listed.is_used);
        let unused = unused.map(|listed| &listed.exception);
        let here = unused.filter(move |exception| was_looked_through(&exception.path));
        here.map(|exception| exception.line)
    }
}

impl Listed {
    fn holds_for(&self, rule: &str, path: &str) -> bool {
        let is_rule = self.exception.rule.is_none_or(|own| own.name() == rule);
        is_rule && self.paths.as_ref().is_none_or(|paths| paths.hold(path))
    }
}
