//! The aligners that are Python packages, through `python/align.py` beside this package.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::score::Segments;
use super::texts::Pair;

/// The packages asked; both go by length alone, after Gale and Church.
pub const SYSTEMS: [&str; 2] = ["nltk", "galechurch"];

/// The beads that `system` finds in a pair of texts and how long it takes; `None` where Python or the package is
/// missing.
///
/// The interpreter is `python3`, or what `HAMTA_PYTHON` names.
pub fn align(system: &str, pair: &Pair) -> Option<(Vec<Segments>, Duration)> {
    let python = std::env::var("HAMTA_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/align.py");
    let mut child = Command::new(python)
        .arg(script)
        .arg(system)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let count = pair.persian.lines().count();
    let texts = format!("{count}\n{}\n{}", pair.persian, pair.english);
    let mut stdin = child.stdin.take()?;
    let writer = thread::spawn(move || stdin.write_all(texts.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let (seconds, beads) = told.split_once('\n')?;
    let beads: Option<Vec<Segments>> = beads.lines().map(bead).collect();
    output.status.success().then_some(())?;
    Some((beads?, Duration::from_secs_f64(seconds.parse().ok()?)))
}

/// The bead of a line with four numbers.
fn bead(line: &str) -> Option<Segments> {
    let numbers: Result<Vec<usize>, _> = line.split(' ').map(str::parse).collect();
    match numbers.ok()?[..] {
        [a, b, c, d] => Some((a..b, c..d)),
        _ => None,
    }
}
