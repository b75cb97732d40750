//! A fault in a file that does not keep the rest of it from being read, and all faults of a file together.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

/// How many problems are reported one by one.
const TOLD: usize = 1_000;

/// How many kinds of further problems are counted separately.
const KINDS: usize = 50;

/// How many of them are named.
const NAMED: usize = 5;

/// What is wrong in one line of a file; the rest of the file is still read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, as it was named.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u64,
    /// What is wrong: a fragment in lower case, such as `no English segment`.
    pub message: String,
    /// Whether no readable text is lost: it is about a text in other languages, or only about a tag or a note.
    #[serde(skip)]
    pub is_harmless: bool,
    /// Whether all that is wrong is that a text is empty, so that the unit is not translated yet.
    #[serde(skip)]
    pub is_untranslated: bool,
}

impl Problem {
    /// A problem that makes a text unreadable.
    pub fn new(path: impl Into<PathBuf>, line: u64, message: impl Into<String>) -> Self {
        let (path, message) = (path.into(), message.into());
        Self { path, line, message, is_harmless: false, is_untranslated: false }
    }

    /// The same problem, if no text is lost.
    #[must_use]
    pub fn harmless(self) -> Self {
        Self { is_harmless: true, ..self }
    }

    /// The same for a unit that is not translated yet.
    #[must_use]
    pub fn untranslated(self) -> Self {
        Self { is_untranslated: true, ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.message)
    }
}

/// What is wrong in one file after another: the first 1,000 problems, and how many more of each kind there are, so that
/// no file takes unbounded memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    told: Vec<Problem>,
    more: More,
}

/// The problems that are only counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct More {
    kinds: BTreeMap<String, usize>,
    /// The problems of kinds beyond the first ones.
    others: usize,
}

impl Problems {
    /// Adds a problem of the file that is being read; those of a file are in the order of their lines.
    pub fn push(&mut self, problem: Problem) {
        let is_before = |told: &Problem| told.path != problem.path || told.line <= problem.line;
        let at = self.told.iter().rposition(is_before).map_or(0, |at| at + 1);
        if at < TOLD {
            self.told.insert(at, problem);
        } else {
            self.more.add(kind(&problem.message), 1);
        }
        if self.told.len() > TOLD
            && let Some(last) = self.told.pop()
        {
            self.more.add(kind(&last.message), 1);
        }
    }

    /// Adds the problems of the next file.
    pub fn append(&mut self, next: Self) {
        for problem in next.told {
            self.push(problem);
        }
        for (kind, count) in next.more.kinds {
            self.more.add(kind, count);
        }
        self.more.others += next.more.others;
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.told.len() + self.more.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// The first of them.
    pub fn told(&self) -> &[Problem] {
        &self.told
    }

    /// How many there are besides the first ones, if there are more.
    pub fn rest(&self) -> Option<String> {
        (self.more.len() > 0).then(|| self.more.to_string())
    }

    /// A line for each of the first ones, and one for how many there are more.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let told = self.told.iter().map(ToString::to_string);
        told.chain(self.rest())
    }
}

impl More {
    fn add(&mut self, kind: String, count: usize) {
        let has_room = self.kinds.len() < KINDS;
        match self.kinds.get_mut(&kind) {
            Some(all) => *all += count,
            None if has_room => {
                self.kinds.insert(kind, count);
            }
            None => self.others += count,
        }
    }

    fn len(&self) -> usize {
        self.kinds.values().sum::<usize>() + self.others
    }
}

/// Such as `and 1203 more: no English segment (1200), an empty Persian segment (3)`; the most frequent kinds come
/// first.
impl fmt::Display for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kinds: Vec<_> = self.kinds.iter().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let named = kinds.iter().take(NAMED);
        let mut named: Vec<String> =
            named.map(|(kind, count)| format!("{kind} ({count})")).collect();
        let beyond = kinds.iter().skip(NAMED).map(|(_, count)| **count);
        match self.others + beyond.sum::<usize>() {
            0 => {}
            others => named.push(format!("others ({others})")),
        }
        write!(f, "and {} more: {}", self.len(), named.join(", "))
    }
}

/// A message without what it quotes and what it adds in brackets, which differs from line to line.
fn kind(message: &str) -> String {
    let mut kind = String::new();
    let mut end = None;
    for c in message.chars() {
        match (end, c) {
            (Some(closing), c) if c == closing => {
                end = None;
                if c != ')' {
                    kind.push('…');
                    kind.push(c);
                }
            }
            (Some(_), _) => {}
            (None, '(') => {
                kind.truncate(kind.trim_end().len());
                end = Some(')');
            }
            (None, '`' | '“') => {
                kind.push(c);
                end = Some(if c == '`' { '`' } else { '”' });
            }
            (None, c) => kind.push(c),
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(path: &str, line: u64, message: &str) -> Problem {
        Problem::new(path, line, message)
    }

    #[test]
    fn the_first_are_reported_in_order_and_the_others_counted_by_kind() {
        let mut problems = Problems::default();
        for line in 2..=1_500 {
            problems.push(problem("a", line, &format!("no English segment (it has x{line})")));
        }
        // A reader can come back to something that it has passed.
        problems.push(problem("a", 1, "empty Persian segment"));
        for line in [7, 3] {
            let message = format!("entity `&x{line};` is not expanded");
            problems.push(problem("b", line, &message));
        }
        let mut next = Problems::default();
        next.push(problem("c", 1, "“x” is no segment of the article"));
        problems.append(next);
        assert_eq!(problems.len(), 1_503);
        let told = problems.told().iter().map(|problem| problem.line);
        assert_eq!(told.collect::<Vec<_>>(), (1..=1_000).collect::<Vec<_>>());
        let last = problems.lines().last();
        assert_eq!(
            last.as_deref(),
            Some(
                "and 503 more: no English segment (500), entity `…` is not expanded (2), “…” is no segment of the article (1)"
            )
        );
    }

    #[test]
    fn no_file_can_name_kinds_without_end() {
        let mut problems = Problems::default();
        for line in 1..=2_000 {
            problems.push(problem("a", line, &format!("<x{line}> in a segment")));
        }
        assert_eq!(problems.more.kinds.len(), KINDS);
        let last = problems.lines().last().unwrap_or_default();
        assert!(last.starts_with("and 1000 more: <x1001> in a segment (1), "), "{last}");
        assert!(last.ends_with(", others (995)"), "{last}");
        assert_eq!(problems.lines().count(), TOLD + 1);
    }
}
