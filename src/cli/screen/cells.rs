//! Cuts a paragraph into cells: cleaned text, one cell for each thing the eye sees, with its width, its level and its
//! joined form. Order and line breaks are decided elsewhere.

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::clean::safe;
use super::shaping;
use super::{Direction, Piece};

/// The mark that keeps the letters on either side from joining.
const NON_JOINER: char = '\u{200C}';
/// The mark that makes the letter before it take its joined form.
const JOINER: char = '\u{200D}';
/// An invisible left-to-right letter.
pub(super) const LEFT_MARK: char = '\u{200E}';
/// An invisible right-to-left letter.
pub(super) const RIGHT_MARK: char = '\u{200F}';

/// One thing the eye sees: a letter with its marks, a lam-alef, a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// The text of the cell as it was given, cleaned.
    pub(super) text: String,
    /// The columns that the cell takes.
    pub(super) width: usize,
    /// The index of the piece whose style the cell has.
    pub(super) piece: usize,
    /// The embedding level: odd ones run from right to left.
    pub(super) level: Level,
    /// Whether the cell must not be drawn in the same font as its neighbours.
    pub(super) apart: bool,
}

impl Cell {
    /// Whether the cell belongs to a right-to-left run.
    pub(super) fn is_right_to_left(&self) -> bool {
        self.level.is_rtl()
    }

    /// Whether a line may end after the cell, and need not show it there.
    pub(super) fn is_space(&self) -> bool {
        self.first() == ' '
    }

    /// Whether the cell is a direction mark of our own.
    pub(super) fn is_mark(&self) -> bool {
        matches!(self.first(), LEFT_MARK | RIGHT_MARK)
    }

    /// The base character of the cell.
    pub(super) fn first(&self) -> char {
        self.text.chars().next().expect("no cell is made empty")
    }

    /// Whether the letter of the cell joins the next one.
    fn joins_after(&self) -> bool {
        !self.text.contains(NON_JOINER) && shaping::joins_after(self.first())
    }

    /// The text with `character` in place of the first one and without joiners.
    fn with_first(&self, character: char) -> String {
        let marks = self.text.chars().skip(1);
        let seen = marks.filter(|mark| !matches!(*mark, NON_JOINER | JOINER));
        std::iter::once(character).chain(seen).collect()
    }
}

/// Cuts the pieces of a paragraph into cells, still with their plain letters.
pub(super) fn cut(direction: Direction, pieces: &[Piece<'_>]) -> Vec<Cell> {
    let (text, ends) = cleaned(direction, pieces);
    let level = match direction {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    let levels = ParagraphBidiInfo::new(&text, Some(level)).levels;
    let graphemes = text.grapheme_indices(true);
    let cell = |(start, grapheme): (usize, &str)| Cell {
        text: grapheme.to_owned(),
        width: grapheme.width(),
        piece: ends.partition_point(|end| *end <= start),
        level: levels[start],
        apart: false,
    };
    graphemes.map(cell).collect()
}

/// Gives every letter its joined form and makes one cell of lam and alef.
pub(super) fn shape(cells: &[Cell]) -> Vec<Cell> {
    join(cells, joined)
}

/// Makes one cell of lam and alef, and leaves the other letters plain.
pub(super) fn ligate(cells: &[Cell]) -> Vec<Cell> {
    join(cells, |cell, _, _| cell.clone())
}

/// Goes through the cells, makes one of lam and alef, and lets `shaped` form the others according to whether the one
/// before joins them and which one follows.
fn join(cells: &[Cell], shaped: impl Fn(&Cell, bool, Option<&Cell>) -> Cell) -> Vec<Cell> {
    let mut done = Vec::with_capacity(cells.len());
    let mut before = false;
    let mut rest = cells.iter().peekable();
    while let Some(cell) = rest.next() {
        let next = rest.peek().copied();
        if let Some(pair) = next.and_then(|alef| lam_alef(cell, alef, before)) {
            rest.next();
            done.push(pair);
            before = false;
        } else {
            done.push(shaped(cell, before, next));
            before = cell.joins_after();
        }
    }
    done
}

/// Makes one cell of lam and alef, with the marks of both, if they are a pair.
fn lam_alef(lam: &Cell, alef: &Cell, before: bool) -> Option<Cell> {
    let ligature = shaping::lam_alef(lam.first(), alef.first(), before)?;
    if !lam.joins_after() {
        return None;
    }
    let marks = alef.with_first(ligature);
    let text = lam.with_first(ligature) + &marks[ligature.len_utf8()..];
    Some(Cell { text, ..lam.clone() })
}

/// Gives one cell the form that joins it to its neighbours.
fn joined(cell: &Cell, before: bool, next: Option<&Cell>) -> Cell {
    let letter = cell.first();
    if !shaping::has_forms(letter) {
        return cell.clone();
    }
    let before = before && shaping::joins_before(letter);
    let meets = next.is_some_and(|other| shaping::joins_before(other.first()));
    let after = cell.joins_after() && (meets || cell.text.contains(JOINER));
    let text = cell.with_first(shaping::joined(letter, before, after));
    Cell { text, ..cell.clone() }
}

/// Joins the pieces into one text without control characters, and returns where each piece ends in it. Columns, which
/// are separated by two or more spaces, get a mark between them so that they follow one another in the paragraph's
/// direction; and so does what stands in Persian quotation marks inside English text: a day at its beginning would
/// otherwise be taken for part of that.
fn cleaned(direction: Direction, pieces: &[Piece<'_>]) -> (String, Vec<usize>) {
    let mark = match direction {
        Direction::LeftToRight => LEFT_MARK,
        Direction::RightToLeft => RIGHT_MARK,
    };
    let is_english = direction == Direction::LeftToRight;
    let mut text = String::new();
    let mut ends = Vec::with_capacity(pieces.len());
    for piece in pieces {
        for character in piece.text.chars().filter_map(safe) {
            if character != ' ' && text.ends_with("  ") {
                text.push(mark);
            }
            if is_english && character == '»' {
                text.push(RIGHT_MARK);
            }
            text.push(character);
            if is_english && character == '«' {
                text.push(RIGHT_MARK);
            }
        }
        ends.push(text.len());
    }
    (text, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> String {
        let piece = Piece { text, style: anstyle::Style::new() };
        let cells = shape(&cut(Direction::RightToLeft, &[piece]));
        cells.into_iter().map(|cell| cell.text).collect()
    }

    #[test]
    fn words_are_joined() {
        let cases = [
            ("سلام", "ﺳﻼﻡ"),
            ("لاوروف", "ﻻﻭﺭﻭﻑ"),
            ("پیونگ", "ﭘﯿﻮﻧﮓ"),
            ("می‌شود", "ﻣﯽﺷﻮﺩ"),
            ("خانۀ ما", "ﺧﺎﻧﮥ ﻣﺎ"),
            ("ژئوپلیتیک", "ﮊﺋﻮﭘﻠﯿﺘﯿﮏ"),
            ("چگونه", "ﭼﮕﻮﻧﻪ"),
            ("تأکید", "ﺗﺄﮐﯿﺪ"),
            ("جزء", "ﺟﺰﺀ"),
            ("کـتاب", "ﮐـﺘﺎﺏ"),
            ("ه\u{200D}", "ﻫ"),
            ("ل\u{200C}ا", "ﻝﺍ"),
            ("KCNA ۱۲", "KCNA ۱۲"),
            ("ب", "ﺏ"),
            ("بA", "ﺏA"),
        ];
        for (plain, joined) in cases {
            assert_eq!(shaped(plain), joined, "{plain}");
        }
    }

    #[test]
    fn marks_stay_on_their_letters() {
        let cases = [
            ("سَلام", "ﺳ\u{64E}ﻼﻡ"),
            ("سلامٌ", "ﺳﻼﻡ\u{64C}"),
            ("لَا", "ﻻ\u{64E}"),
            ("\u{64E}ب", "\u{64E}ﺏ"),
        ];
        for (plain, joined) in cases {
            assert_eq!(shaped(plain), joined, "{plain}");
        }
    }
}
