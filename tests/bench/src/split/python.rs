//! The splitters that are Python packages, through `python/split.py` beside this package.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use hamta::text::Lang;

use crate::split::gold::Document;

/// The packages asked; hazm is made for Persian, but its rule is not bound to a language.
pub const SYSTEMS: [&str; 3] = ["sentencex", "hazm", "pysbd"];

/// The boundaries that `system` finds in each document; `None` where Python or the package is missing.
///
/// The interpreter is `python3`, or what `HAMTA_PYTHON` names.
pub fn ends(system: &str, lang: Lang, documents: &[Document]) -> Option<Vec<BTreeSet<usize>>> {
    let python = std::env::var("HAMTA_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/split.py");
    let mut child = Command::new(python)
        .arg(script)
        .args([system, lang.code()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let texts: Vec<&str> = documents.iter().map(|d| d.text.as_str()).collect();
    let texts = texts.join("\n");
    let mut stdin = child.stdin.take()?;
    // Written beside the reading, so that neither waits for the other. A script that ends early, because its package is
    // missing, breaks the pipe; its exit code tells.
    let writer = thread::spawn(move || stdin.write_all(texts.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let lines = String::from_utf8(output.stdout).ok()?;
    let found: Vec<BTreeSet<usize>> = lines.lines().map(numbers).collect();
    (output.status.success() && found.len() == documents.len()).then_some(found)
}

/// The numbers of a line, with a space between them.
fn numbers(line: &str) -> BTreeSet<usize> {
    line.split(' ').filter_map(|word| word.parse().ok()).collect()
}
