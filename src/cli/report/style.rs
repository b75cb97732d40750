//! The few styles that reports use.

use anstyle::{AnsiColor, Color, Style};

const fn coloured(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

/// What a report is about.
pub(super) const SUBJECT: Style = Style::new().bold();
/// What helps to place the rest, and can be skipped.
pub(super) const ASIDE: Style = Style::new().dimmed();
/// What differs, or is wrong.
pub(super) const ODD: Style = coloured(AnsiColor::Yellow);
/// What a text has now instead of what it had before.
pub(super) const NEW: Style = coloured(AnsiColor::Cyan).underline();
/// What is right: a high rate, a form to write, a hit.
pub(super) const GOOD: Style = coloured(AnsiColor::Green).bold();
/// What must be changed.
pub(super) const BAD: Style = coloured(AnsiColor::Red).bold();
