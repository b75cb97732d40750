//! Points at a place in a paragraph. Ordering and wrapping are done elsewhere.

use super::cells::Cell;
use super::{Bidi, Direction, Piece, Screen, order, styled, wrap};

/// The brackets around the place if nothing can stand below it.
const BRACKETS: [&str; 2] = ["⟦", "⟧"];

/// The index of the marked piece.
const MARKED: usize = 1;

impl Screen {
    /// Lays out a paragraph as [`Screen::paragraph`] does, and points at the second of its pieces: by carets on a line
    /// below it, or by brackets around it if it is unknown which columns it takes.
    pub(crate) fn marked(
        &self,
        direction: Direction,
        indent: usize,
        pieces: [Piece<'_>; 3],
    ) -> Vec<String> {
        let cells = self.cells(direction, &pieces);
        if !self.knows_columns(direction, &cells) {
            return self.bracketed(direction, indent, pieces);
        }
        let show = |line: &[Cell]| {
            let line = order::line(self.bidi, direction, line);
            let mut lines = vec![self.render(&line, direction, indent, &pieces)];
            let carets = carets(&line.cells);
            if !carets.is_empty() {
                let margin = " ".repeat(self.margin(&line, direction, indent));
                let carets = styled(self.shown_style(pieces[MARKED].style, false), &carets);
                lines.push(margin + &carets);
            }
            lines
        };
        let lines = wrap(&cells, self.room(direction, indent));
        lines.into_iter().flat_map(show).collect()
    }

    /// Whether the cells stand on the screen in the order in which they are sent, and are sent in lines.
    fn knows_columns(&self, direction: Direction, cells: &[Cell]) -> bool {
        match self.bidi {
            Bidi::Logical => false,
            Bidi::Visual => true,
            Bidi::Terminal | Bidi::Embedding | Bidi::Words => {
                direction == Direction::LeftToRight && !cells.iter().any(Cell::is_right_to_left)
            }
        }
    }

    fn bracketed(
        &self,
        direction: Direction,
        indent: usize,
        [before, marked, after]: [Piece<'_>; 3],
    ) -> Vec<String> {
        let [open, close] = BRACKETS.map(|text| Piece { text, ..marked });
        self.paragraph(direction, indent, &[before, open, marked, close, after])
    }
}

/// Carets below the cells of a line that belong to the piece, after spaces below those before them.
fn carets(cells: &[Cell]) -> String {
    let below = cells.iter().map(|cell| {
        let sign = if cell.piece == MARKED { "^" } else { " " };
        sign.repeat(cell.width)
    });
    below.collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::*;

    #[track_caller]
    fn check(bidi: Bidi, width: usize, direction: Direction, text: [&str; 3], expected: &[&str]) {
        let screen = Screen { width, bidi, colour: false };
        let style = Style::new();
        let pieces = text.map(|text| Piece { text, style });
        let lines = screen.marked(direction, 2, pieces);
        let steers = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}');
        let lines: Vec<String> = lines.iter().map(|line| line.replace(steers, "")).collect();
        assert_eq!(lines, expected, "{bidi:?}");
    }

    #[test]
    fn carets_stand_below_english() {
        let text = ["He flew to ", "Vonsan", " today."];
        let whole = ["  He flew to Vonsan today.", "             ^^^^^^"];
        for bidi in [Bidi::Visual, Bidi::Terminal, Bidi::Embedding, Bidi::Words] {
            check(bidi, 40, Direction::LeftToRight, text, &whole);
        }
        let long = ["He flew to ", "Pyong Yang", " today."];
        let lines = ["  He flew to Pyong", "             ^^^^^", "  Yang today.", "  ^^^^"];
        check(Bidi::Visual, 19, Direction::LeftToRight, long, &lines);
    }

    #[test]
    fn carets_are_as_wide_as_what_they_stand_below() {
        let text = ["🙂𐎠é ", "e\u{301}🙂", "!"];
        let lines = ["  🙂𐎠é e\u{301}🙂!", "       ^^^"];
        check(Bidi::Visual, 40, Direction::LeftToRight, text, &lines);
    }

    #[test]
    fn carets_stand_below_persian_that_is_ordered_here() {
        let text = ["در ", "سلام", " است."];
        let lines = ["          .ﺖﺳﺍ ﻡﻼﺳ ﺭﺩ", "               ^^^"];
        check(Bidi::Visual, 21, Direction::RightToLeft, text, &lines);
    }

    #[test]
    fn brackets_stand_around_what_others_order() {
        let text = ["در ", "ونسان", " است."];
        let lines = ["  در ⟦ونسان⟧ است."];
        check(Bidi::Logical, 40, Direction::RightToLeft, text, &lines);
        let english = ["He flew to ", "Vonsan", "."];
        let lines = ["  He flew to ⟦Vonsan⟧."];
        check(Bidi::Logical, 40, Direction::LeftToRight, english, &lines);
        let mixed = ["سلام to ", "Vonsan", "."];
        let lines = ["\u{1B}[1 k  سلام to ⟦Vonsan⟧.\u{1B}[0 k"];
        check(Bidi::Terminal, 40, Direction::LeftToRight, mixed, &lines);
    }
}
