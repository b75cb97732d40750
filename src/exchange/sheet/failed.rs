//! What a cell shows whose formula fails.

/// What spreadsheet programs write where a formula fails.
const FAILED: [&str; 11] = [
    "#REF!",
    "#N/A",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#ERROR!",
];

/// Sees that a cell holds a text, and not what stands there where a formula fails.
///
/// # Errors
///
/// What the cell holds, and why that is no text.
pub(in crate::exchange) fn refuse_failed(cell: &str) -> Result<(), String> {
    match cell.starts_with('#') && FAILED.contains(&cell) {
        true => Err(format!("{cell}, where a formula of the spreadsheet fails")),
        false => Ok(()),
    }
}
