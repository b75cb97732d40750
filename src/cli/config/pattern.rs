//! Patterns of paths, from the folder of the project, with `/` between their parts.
//!
//! `*` and `?` stand for letters of a name, `**` for any folders, `{a,b}` for either. A pattern that matches a folder
//! matches everything in it, and one without `/` matches that name in any folder, as in ignore files.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;

/// Any number of patterns.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub(crate) struct Patterns(GlobSet);

impl Patterns {
    /// Reads `patterns`; the error says which of them cannot be read, and why.
    pub(crate) fn new(patterns: &[String]) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            for glob in globs(pattern)? {
                set.add(glob);
            }
        }
        set.build().map(Self).map_err(|error| error.to_string())
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them matches the file `path`, or a folder it is in.
    pub(crate) fn hold(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

impl TryFrom<Vec<String>> for Patterns {
    type Error = String;

    fn try_from(patterns: Vec<String>) -> Result<Self, String> {
        Self::new(&patterns)
    }
}

/// The globs for the path itself and for what is below it.
fn globs(pattern: &str) -> Result<[Glob; 2], String> {
    let path = pattern.strip_prefix("./").unwrap_or(pattern);
    let path = path.strip_suffix('/').unwrap_or(path);
    let path = match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if path.contains('/') => path.to_owned(),
        None => format!("**/{path}"),
    };
    if path.is_empty() || path == "**/" {
        return Err(format!("“{pattern}” is no pattern of paths"));
    }
    Ok([glob(&path)?, glob(&format!("{path}/**"))?])
}

/// One pattern as it stands.
pub(super) fn glob(pattern: &str) -> Result<Glob, String> {
    GlobBuilder::new(pattern)
        .literal_separator(true)
        .backslash_escape(true)
        .build()
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, held: &[&str], others: &[&str]) {
        let patterns = Patterns::new(&[pattern.to_owned()]).expect("it is a pattern");
        for path in held {
            assert!(patterns.hold(path), "{pattern} holds for {path}");
        }
        for path in others {
            assert!(!patterns.hold(path), "{pattern} does not hold for {path}");
        }
    }

    #[test]
    fn patterns_are_those_of_ignore_files() {
        check("archive", &["archive/a.txt", "x/archive/b/a.txt"], &["archive2/a.txt"]);
        check("archive/", &["archive/a.txt"], &["archives/a.txt"]);
        check("/archive", &["archive/a.txt"], &["x/archive/a.txt"]);
        check("archive/**", &["archive/a.txt", "archive/b/a.txt"], &["x/archive/a.txt"]);
        check("sports/*.txt", &["sports/a.txt"], &["sports/b/a.txt", "x/sports/a.txt"]);
        check("*.en.txt", &["a.en.txt", "x/y/a.en.txt"], &["a.fa.txt"]);
        check("./news/{a,b}.txt", &["news/a.txt", "news/b.txt"], &["news/c.txt"]);
        check("خبر/**/۱.txt", &["خبر/۱.txt", "خبر/x/۱.txt"], &["۱.txt"]);
        check("**", &["a.txt", "x/a.txt"], &[]);
    }

    #[test]
    fn what_is_no_pattern_is_reported() {
        for pattern in ["", "/", "./", "a/{b", "a[", &"{a,".repeat(5000)] {
            assert!(Patterns::new(&[pattern.to_owned()]).is_err(), "{pattern}");
        }
    }
}
