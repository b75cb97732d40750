//! What identifies a finding from run to run, even if the lines before it change.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::Shown;

/// How many bytes of a hash are written.
const BYTES: usize = 16;

/// The fingerprint of each finding, as hexadecimal digits: a hash of its rule, file, text and message. For findings
/// that are alike in all of these, the number of each among them is included too. A file has the name that `name` gives
/// it.
pub(super) fn fingerprints<'a>(
    findings: &'a [Shown],
    name: impl Fn(&'a str) -> &'a str,
) -> Vec<String> {
    let mut seen: HashMap<[&str; 4], usize> = HashMap::new();
    let of = |shown: &'a Shown| {
        let parts = [shown.rule, name(&shown.path), &shown.text, &shown.gist];
        let count = seen.entry(parts).or_default();
        *count += 1;
        hash(parts, *count)
    };
    findings.iter().map(of).collect()
}

/// A hash of `parts` and of the number of the finding among those that are alike.
pub(super) fn hash(parts: [&str; 4], number: usize) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        // No text contains this byte, so that no two lists of parts are hashed alike.
        hash.update([0xFF]);
    }
    hash.update(number.to_string());
    let bytes = hash.finalize();
    bytes.iter().take(BYTES).fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{in_line, in_text};
    use super::*;

    fn of(findings: &[Shown]) -> Vec<String> {
        fingerprints(findings, |path| path)
    }

    #[test]
    fn fingerprints_stay_when_lines_move() {
        let here = of(&[in_text("به ونسان", "ونسان")]);
        let below = of(&[in_text("نخست\n\nاو به ونسان", "ونسان")]);
        assert_eq!(here, below);
        let mut moved = in_line(9);
        moved.message = "an entry already, in line 3".to_owned();
        assert_eq!(of(&[in_line(7)]), of(&[moved]));
    }

    #[test]
    fn fingerprints_differ_where_findings_do() {
        let one = in_text("به ونسان", "ونسان");
        let mut others = vec![one.clone(), one.clone(), one.clone(), one.clone(), one];
        others[1].path.push('x');
        others[2].text.push('x');
        others[3].gist.push('x');
        let mut all = of(&others);
        assert!(all.iter().all(|one| one.len() == 2 * BYTES));
        all.sort();
        all.dedup();
        assert_eq!(all.len(), others.len(), "the last is alike, but the second");
    }
}
