//! Reads `hamta.toml`, and says what is wrong in it and where.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::utf8;
use hamta::text::{Positions, nearest};

use super::Config;
use crate::cli::exit::Failure;
use crate::cli::fault::Fault;

/// The most bytes; nobody writes this many.
const MOST: usize = 1 << 20;

/// The most characters of a message, which may contain an endless name.
const LONGEST: usize = 1000;

/// The text of the file, for reporting later that something in it cannot be followed.
#[derive(Debug, Default)]
pub(crate) struct Source {
    path: PathBuf,
    text: String,
}

/// Reads the file `path`; returns `None` where there is neither a file nor a link that leads nowhere.
pub(crate) fn read(path: &Path) -> Result<Option<(Config, Source)>, Failure> {
    let Some(text) = text(path)? else {
        return Ok(None);
    };
    let source = Source { path: path.to_owned(), text };
    match toml::from_str(&source.text) {
        Ok(config) => Ok(Some((config, source))),
        Err(error) => Err(source.fault(error.span(), &told(error.message())).into()),
    }
}

fn text(path: &Path) -> hamta::Result<Option<String>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {
            return Ok(None);
        }
        opened => opened.map_err(|e| Error::read(path, e))?,
    };
    let mut bytes = Vec::new();
    let read = file.take(MOST as u64 + 1).read_to_end(&mut bytes);
    match read.map_err(|e| Error::read(path, e))? {
        0..=MOST => utf8(&bytes, path).map(Some),
        _ => Err(Error::malformed("larger than 1 MiB").at(path)),
    }
}

impl Source {
    /// The fault that `message` describes in what stands at `place`, in bytes.
    pub(crate) fn fault(&self, place: Option<Range<usize>>, message: &str) -> Fault {
        let start = place.map_or(0, |place| place.start.min(self.text.len()));
        let at = Positions::new(&self.text).of(start);
        Fault {
            path: self.path.clone(),
            line: at.line,
            column: at.column,
            message: message.chars().take(LONGEST).collect(),
        }
    }
}

/// The message of the parser in our own words: for an unknown name it suggests what may have been meant.
fn told(message: &str) -> String {
    let kinds = ["unknown field `", "unknown variant `"];
    let unknown = kinds.iter().find_map(|kind| message.strip_prefix(kind));
    let Some((name, known)) = unknown.and_then(|rest| rest.rsplit_once("`, expected ")) else {
        let lines: Vec<&str> = message.lines().map(str::trim).collect();
        return lines.join("; ").replace("a nonzero usize", "a whole number from 1");
    };
    let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("`{name}` is not known here; did you mean `{near}`?"),
        None => format!("`{name}` is not known here; known are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The error for a file with this text.
    fn said(text: &[u8]) -> String {
        let folder = tempfile::tempdir().expect("there is room");
        let path = folder.path().join("hamta.toml");
        let mut file = tempfile::NamedTempFile::new_in(&folder).expect("there is room");
        io::Write::write_all(&mut file, text).expect("it can be written");
        file.persist(&path).expect("it can be named");
        let said = read(&path).map_or_else(|failure| failure.to_string(), |_| String::new());
        said.replace(&*path.to_string_lossy(), "hamta.toml")
    }

    #[test]
    fn what_is_wrong_is_reported_with_its_place() {
        let cases = [
            ("", ""),
            ("\u{FEFF}[check]\r\nerror-on = \"never\"\r\n", ""),
            ("[chek]\n", "hamta.toml:1:2: `chek` is not known here; did you mean `check`?"),
            (
                "# خبر\n[check]\nrules = { name_variant = \"off\" }",
                "hamta.toml:3:11: `name_variant` is not known here; did you mean `name-variant`?",
            ),
            (
                "[check.rules]\nlength = \"of\"",
                "hamta.toml:2:10: `of` is not known here; did you mean `off`?",
            ),
            (
                "[check]\nerror-on = \"nothing\"",
                "hamta.toml:2:12: `nothing` is not known here; known are warning, error, never",
            ),
            (
                "[check]\nmissing-term-scope = \"documents\"",
                "hamta.toml:2:22: `documents` is not known here; did you mean `document`?",
            ),
            (
                "[match]\nthreshold = 101",
                "hamta.toml:2:13: invalid value: integer `101`, expected a whole number from 1 to 100",
            ),
            (
                "[match]\nmax = \"many\"",
                "hamta.toml:2:7: invalid type: string \"many\", expected a whole number from 1",
            ),
            (
                "[match]\nmax = 0",
                "hamta.toml:2:7: invalid value: integer `0`, expected a whole number from 1",
            ),
            (
                "[match.penalties]\nplacable = 3",
                "hamta.toml:2:1: `placable` is not known here; did you mean `placeable`?",
            ),
            ("check = 3", "hamta.toml:1:9: invalid type: integer `3`, expected a table"),
            ("[[check.paths]]\npaths = [\"a\"]", "hamta.toml:1:1: missing field `rules`"),
            (
                "[check]\nexclude = [\"a\", \"خبر[\"]",
                "hamta.toml:2:11: error parsing glob '**/خبر[': unclosed character class; missing ']'",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn hostile_files_are_reported_too() {
        let cases = [
            (b"[check]\n# \xFF".to_vec(), "hamta.toml:2: not UTF-8"),
            (vec![b'#'; MOST + 1], "hamta.toml: larger than 1 MiB"),
            (format!("a = {}", "[".repeat(500_000)).into_bytes(), "hamta.toml:1:"),
            (format!("[{}a]", "a.".repeat(400_000)).into_bytes(), "hamta.toml:1:"),
            ("a = {a=".repeat(100_000).into_bytes(), "hamta.toml:1:"),
            (b"\0\0\0\0".to_vec(), "hamta.toml:1:"),
            ([b"[".as_slice(), &[b'a'; 900_000], b"]"].concat(), "hamta.toml:1:2: "),
            (b"`` = 1".to_vec(), "hamta.toml:1:"),
            (b"\"a`, expected `check\" = 1".to_vec(), "hamta.toml:1:1: "),
        ];
        for (text, expected) in cases {
            let said = said(&text);
            assert!(said.chars().count() < LONGEST + 50);
            assert!(said.starts_with(expected), "{expected}: {}", &said[..said.len().min(300)]);
        }
        let mut many = String::from("[check]\nexclude = [");
        for i in 0..50_000 {
            write!(many, "\"{i}/*\",").expect("a string takes everything");
        }
        assert_ne!(said(&[many.as_bytes(), b"]"].concat()), "never read");
    }
}
