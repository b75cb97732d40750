//! The tables in `tests/fold/`: rule, spelling, `=` or `≠`, other spelling, note.

use std::fs;
use std::path::Path;

use hamta::text::fold::{explain, fold, rules};

/// One row of a table.
pub(super) struct Case {
    /// The rule that makes the two the same, or `-` where none is meant.
    pub(super) rule: String,
    pub(super) spelling: String,
    pub(super) is_same: bool,
    pub(super) other: String,
    /// The file and line.
    pub(super) place: String,
}

/// The tables.
const TABLES: [&str; 4] = ["letters", "marks", "spelling", "half-spaces"];

impl Case {
    /// Every row of every table; a malformed one fails the run.
    pub(super) fn all() -> Vec<Self> {
        TABLES.iter().flat_map(|name| Self::table(name)).collect()
    }

    fn table(name: &str) -> Vec<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fold/{name}.tsv"));
        let table = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let rows = table.lines().zip(1..).filter(|(row, _)| !row.starts_with('#'));
        rows.map(|(row, line)| {
            let place = format!("tests/fold/{name}.tsv:{line}");
            Self::read(row, &place).unwrap_or_else(|why| panic!("{place}: {why}"))
        })
        .collect()
    }

    /// Reads one row.
    pub(super) fn read(row: &str, place: &str) -> Result<Self, String> {
        let cells: Vec<&str> = row.split('\t').collect();
        let ([rule, spelling, sign, other] | [rule, spelling, sign, other, _]) = cells[..] else {
            return Err(format!("{} cells", cells.len()));
        };
        if rule != "-" && !rules().contains(&rule) {
            return Err(format!("no rule {rule}"));
        }
        Ok(Self {
            rule: rule.to_owned(),
            spelling: unescaped(spelling)?,
            is_same: match sign {
                "=" => true,
                "≠" => false,
                _ => return Err(format!("{sign} is neither = nor ≠")),
            },
            other: unescaped(other)?,
            place: place.to_owned(),
        })
    }

    /// Whether the fold agrees, and by the rule that the row names.
    pub(super) fn holds(&self) -> Result<(), String> {
        let (left, changes) = explain(&self.spelling);
        let right = fold(&self.other);
        if (left.text() == right.text()) != self.is_same {
            return Err(format!("{:?} and {:?}", left.text(), right.text()));
        }
        let named = changes.iter().chain(&explain(&self.other).1).any(|c| c.rule == self.rule);
        if self.is_same && self.rule != "-" && !named {
            return Err(format!("{} did nothing, but {changes:?}", self.rule));
        }
        Ok(())
    }
}

/// The cell with each `\u200C` as its character.
fn unescaped(cell: &str) -> Result<String, String> {
    let mut pieces = cell.split("\\u");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.get(..4).ok_or_else(|| format!("\\u{piece} is too short"))?;
        let code = u32::from_str_radix(digits, 16).map_err(|e| format!("\\u{digits}: {e}"))?;
        text.push(char::from_u32(code).ok_or_else(|| format!("\\u{digits} is no character"))?);
        text.push_str(&piece[4..]);
    }
    if text.is_empty() { Err("an empty cell".to_owned()) } else { Ok(text) }
}
