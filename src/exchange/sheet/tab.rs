//! What all workbooks have: sheets with names, and perhaps a password.

/// A sheet of a workbook, by the name on its tab.
pub(in crate::exchange) struct Named {
    pub(in crate::exchange) name: String,
    pub(in crate::exchange) is_hidden: bool,
}

/// The message for a workbook with a password.
pub(in crate::exchange) const LOCKED: &str = "a spreadsheet with a password; save it without one";
