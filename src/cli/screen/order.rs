//! The order in which the cells of one line are sent to the terminal, and the marks around them. Wrapping, measuring
//! and colouring are done elsewhere.

use unicode_bidi::ParagraphBidiInfo;

use super::cells::{Cell, RIGHT_MARK};
use super::shaping;
use super::{Bidi, Direction};

/// Sets the direction of the line, if the terminal knows the escape, and begins with a character from which others
/// derive the direction.
const TO_THE_RIGHT: &str = "\u{1B}[1 k\u{200E}";
/// The same for right-to-left lines.
const TO_THE_LEFT: &str = "\u{1B}[2 k\u{200F}";
/// Resets the direction of the lines that follow to the user's setting.
const USUAL_DIRECTION: &str = "\u{1B}[0 k";
/// Begins a right-to-left embedding.
const EMBED: &str = "\u{202B}";
/// Begins text that must be shown in the order in which it is sent.
const AS_IT_IS: &str = "\u{202D}";
/// Ends an embedding or an override.
const POP: &str = "\u{202C}";

/// One line as it is sent, apart from its margin and its styles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What is sent before the margin.
    pub(super) before_margin: &'static str,
    /// What is sent between the margin and the text; it is attached to the margin's last space, because terminals drop
    /// invisible characters at the start of a line.
    pub(super) after_margin: &'static str,
    /// The cells in the order in which they are sent.
    pub(super) cells: Vec<Cell>,
    /// What is sent after the text.
    pub(super) end: &'static str,
    /// The columns that the cells take.
    pub(super) width: usize,
}

/// Orders the cells of one line for one way of showing Persian.
pub(super) fn line(bidi: Bidi, direction: Direction, cells: &[Cell]) -> Line {
    let (before_margin, after_margin, end) = marks(bidi, direction, cells);
    Line {
        before_margin,
        after_margin,
        cells: ordered(bidi, cells),
        end,
        width: cells.iter().map(|cell| cell.width).sum(),
    }
}

/// Orders the cells of one line of a column; lines with columns run from left to right.
pub(super) fn in_column(bidi: Bidi, direction: Direction, cells: &[Cell]) -> Line {
    let line = line(bidi, direction, cells);
    match (bidi, direction) {
        (Bidi::Terminal, Direction::RightToLeft) => {
            Line { before_margin: "", after_margin: EMBED, end: POP, ..line }
        }
        (Bidi::Terminal, Direction::LeftToRight) => Line { before_margin: "", end: "", ..line },
        _ => line,
    }
}

/// What is sent before a line of columns, between two columns, and after the line.
///
/// The marks keep a terminal that orders the line from reading across the gap.
pub(super) fn around_columns(bidi: Bidi) -> [&'static str; 3] {
    match bidi {
        Bidi::Terminal => [TO_THE_RIGHT, " \u{200E}│\u{200E} ", USUAL_DIRECTION],
        Bidi::Embedding | Bidi::Words => ["", " \u{200E}│\u{200E} ", ""],
        Bidi::Visual | Bidi::Logical => ["", " │ ", ""],
    }
}

/// Chooses what is sent before the margin, after it and at the end; English
/// lines without a Persian word need nothing.
fn marks(
    bidi: Bidi,
    direction: Direction,
    cells: &[Cell],
) -> (&'static str, &'static str, &'static str) {
    let leftward = direction == Direction::RightToLeft;
    let mixed = leftward || cells.iter().any(Cell::is_right_to_left);
    match bidi {
        _ if !mixed => ("", "", ""),
        Bidi::Terminal if leftward => (TO_THE_LEFT, "", USUAL_DIRECTION),
        Bidi::Terminal => (TO_THE_RIGHT, "", USUAL_DIRECTION),
        Bidi::Embedding if leftward => ("", EMBED, POP),
        Bidi::Visual => ("", AS_IT_IS, POP),
        Bidi::Embedding | Bidi::Words | Bidi::Logical => ("", "", ""),
    }
}

/// Puts the cells in the order in which they are sent.
fn ordered(bidi: Bidi, cells: &[Cell]) -> Vec<Cell> {
    match bidi {
        Bidi::Logical | Bidi::Terminal => cells.to_vec(),
        Bidi::Embedding => cells.iter().map(pinned).collect(),
        Bidi::Visual => visual(cells),
        Bidi::Words => words_turned(&visual(cells)),
    }
}

/// Puts the cells in the order in which they are seen from left to right, with brackets mirrored and without direction
/// marks.
fn visual(cells: &[Cell]) -> Vec<Cell> {
    let levels: Vec<_> = cells.iter().map(|cell| cell.level).collect();
    let order = ParagraphBidiInfo::reorder_visual(&levels);
    let seen = order.into_iter().map(|index| &cells[index]);
    let seen = seen.filter(|cell| !cell.is_mark());
    seen.map(|cell| if cell.is_right_to_left() { turned(cell) } else { cell.clone() }).collect()
}

/// Mirrors the bracket of a cell, if it is one.
fn turned(cell: &Cell) -> Cell {
    let text = cell.text.chars().map(shaping::mirrored).collect();
    Cell { text, ..cell.clone() }
}

/// Mirrors a right-to-left bracket for a terminal that orders but never mirrors, and keeps it in its place, which its
/// new shape would change.
fn pinned(cell: &Cell) -> Cell {
    let mut pinned = turned(cell);
    if !cell.is_right_to_left() || pinned.text == cell.text {
        return cell.clone();
    }
    pinned.text.push(RIGHT_MARK);
    pinned
}

/// Reverses the words that the terminal will reverse once more.
fn words_turned(cells: &[Cell]) -> Vec<Cell> {
    let words = cells.chunk_by(|one, other| one.is_space() == other.is_space());
    words.flat_map(word_turned).collect()
}

/// Reverses the Arabic letters of one word. Anything else in the word is set apart, because the terminal reverses
/// everything that it draws in one font together.
fn word_turned(word: &[Cell]) -> Vec<Cell> {
    let parts = word.chunk_by(|one, other| is_arabic(one) == is_arabic(other));
    let mixed = parts.clone().count() > 1;
    let turn = |part: &[Cell]| -> Vec<Cell> {
        if is_arabic(&part[0]) {
            return part.iter().rev().cloned().collect();
        }
        let set_apart = |cell: &Cell| Cell { apart: mixed, ..cell.clone() };
        part.iter().map(set_apart).collect()
    };
    parts.flat_map(turn).collect()
}

/// Whether Unicode assigns the cell to the Arabic script, as it does with Persian digits but not with the comma, the
/// question mark and the like.
fn is_arabic(cell: &Cell) -> bool {
    match cell.first() {
        '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}' | '\u{6DD}' => false,
        '\u{64B}'..='\u{655}' | '\u{660}'..='\u{669}' | '\u{670}' => false,
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' => true,
        '\u{FD3E}' | '\u{FD3F}' => false,
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => true,
        _ => false,
    }
}
