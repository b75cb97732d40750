//! What a cell shows when its formula fails.

/// What spreadsheet programs write when a formula fails.
const FAILED: [&str; 18] = [
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
    "#DATA!",
    "#FIELD!",
    "#BLOCKED!",
    "#UNKNOWN!",
    "#CONNECT!",
    "#BUSY!",
    "#EXTERNAL!",
];

/// What LibreOffice writes before the three-digit number of an error.
const NUMBERED: &str = "Err:";

/// Checks that a cell contains a text, and not what stands there when a formula fails.
///
/// # Errors
///
/// What the cell contains, and why that is not a text.
pub(in crate::exchange) fn refuse_failed(cell: &str) -> Result<(), String> {
    if is_failed(cell) {
        Err(format!("{cell}, where a formula of the spreadsheet fails"))
    } else {
        Ok(())
    }
}

fn is_failed(cell: &str) -> bool {
    match cell.strip_prefix(NUMBERED) {
        Some(number) => number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()),
        None => cell.starts_with('#') && FAILED.contains(&cell),
    }
}
