//! How files are named in findings, so that readers on other machines find them too.

use std::env;
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};

/// The path from the current folder, if the file is below it, with `/` between its parts.
pub(crate) fn relative(path: &Path) -> String {
    relatives()(path)
}

/// The same for many paths.
pub(crate) fn relatives() -> impl Fn(&Path) -> String {
    // Without a current folder there is nothing that a path could be relative to.
    let here = env::current_dir().unwrap_or_default();
    move |path| from(&here, path)
}

fn from(here: &Path, path: &Path) -> String {
    let below = path.strip_prefix(here).unwrap_or(path);
    let parts = below.components();
    let parts: PathBuf = parts.filter(|part| *part != Component::CurDir).collect();
    parts.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_where_they_can_be() {
        let cases = [
            ("news/a.en.txt", "news/a.en.txt"),
            ("./news/./a.en.txt", "news/a.en.txt"),
            ("../a.en.txt", "../a.en.txt"),
            ("/desk/news/a.en.txt", "news/a.en.txt"),
            ("/desk2/a.en.txt", "/desk2/a.en.txt"),
            ("-", "-"),
        ];
        for (path, expected) in cases {
            assert_eq!(from(Path::new("/desk"), Path::new(path)), expected);
        }
    }
}
