//! Lays out a paragraph of Persian or English: wrapped, ordered, aligned and coloured. Nothing here prints or reads the
//! environment.

mod cells;
mod clean;
mod marked;
mod order;
mod shaping;
mod terminal;
#[cfg(test)]
mod tests;

use anstyle::{Effects, Style};

use self::cells::Cell;
pub(crate) use self::clean::{escaped, in_lines, plain};
pub(crate) use self::terminal::Bidi;

/// Where text is shown, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The number of columns; lines are never wider.
    pub(crate) width: usize,
    /// How Persian is displayed.
    pub(crate) bidi: Bidi,
    /// Whether styles are shown.
    pub(crate) colour: bool,
}

/// A run of text in one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// The text, in the order in which it is read.
    pub(crate) text: &'a str,
    /// The style of the whole text.
    pub(crate) style: Style,
}

/// The direction in which a paragraph is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// As English is.
    LeftToRight,
    /// As Persian is.
    RightToLeft,
}

/// The columns for the label of two texts side by side, and those between the texts.
const LABEL: usize = 6;
const GAP: usize = 3;
/// The narrowest column that can be read.
const NARROWEST: usize = 24;

impl Screen {
    /// Lays out one paragraph and returns its lines, ready to print, without
    /// newlines. Right-to-left lines end at the right edge and keep `indent`
    /// columns free on the left; left-to-right lines start after `indent` columns.
    ///
    /// Everything that could control the terminal is removed from the text. Columns separated by two or more spaces
    /// follow one another in `direction`.
    pub(crate) fn paragraph(
        &self,
        direction: Direction,
        indent: usize,
        pieces: &[Piece<'_>],
    ) -> Vec<String> {
        if self.bidi == Bidi::Logical {
            return vec![self.plain(indent, pieces)];
        }
        let show = |line: &[Cell]| {
            let line = order::line(self.bidi, direction, line);
            self.render(&line, direction, indent, pieces)
        };
        let cells = self.cells(direction, pieces);
        let lines = wrap(&cells, self.room(direction, indent));
        lines.into_iter().map(show).collect()
    }

    /// Cuts text into cells, in the shapes in which they are sent.
    fn cells(&self, direction: Direction, pieces: &[Piece<'_>]) -> Vec<Cell> {
        let cells = cells::cut(direction, pieces);
        match self.bidi {
            Bidi::Visual | Bidi::Words => cells::shape(&cells),
            Bidi::Embedding => cells::ligate(&cells),
            Bidi::Terminal | Bidi::Logical => cells,
        }
    }

    /// Lays out two texts in two columns, with a label in the margin of the first line. If there is no room for
    /// columns, or nobody sees them, the texts are paragraphs, one below the other.
    pub(crate) fn side_by_side(
        &self,
        label: Piece<'_>,
        sides: [(Direction, Piece<'_>); 2],
    ) -> Vec<String> {
        let width = self.width.saturating_sub(LABEL + GAP) / 2;
        if self.bidi == Bidi::Logical || width < NARROWEST {
            let [first, second] = sides;
            let mut lines = self.labelled(label, LABEL, &[first.1]);
            lines.extend(self.paragraph(second.0, LABEL, &[second.1]));
            return lines;
        }
        let [left, right] = sides.map(|(direction, piece)| self.column(direction, width, piece));
        let [before, gap, after] = order::around_columns(self.bidi);
        let empty = " ".repeat(width);
        let style = label.style;
        let rows = (0..left.len().max(right.len())).map(|i| {
            let label = if i == 0 { plain(label.text) } else { String::new() };
            let rest = " ".repeat(LABEL.saturating_sub(label.chars().count()));
            let label = styled(self.shown_style(style, false), &label);
            let [left, right] = [&left, &right].map(|lines| lines.get(i).unwrap_or(&empty));
            format!("{before}{label}{rest}{left}{gap}{right}{after}")
        });
        rows.collect()
    }

    /// The lines of a column, each as wide as it.
    fn column(&self, direction: Direction, width: usize, piece: Piece<'_>) -> Vec<String> {
        let cells = self.cells(direction, &[piece]);
        let lines = wrap(&cells, width).into_iter().map(|line| {
            let line = order::in_column(self.bidi, direction, line);
            let room = " ".repeat(width.saturating_sub(line.width));
            let text = self.render(&line, Direction::LeftToRight, 0, &[piece]);
            match direction {
                Direction::LeftToRight => text + &room,
                Direction::RightToLeft => room + &text,
            }
        });
        lines.collect()
    }

    /// Lays out a left-to-right paragraph as [`Screen::paragraph`] does, with a
    /// label in the margin of its first line, which must be wide enough for it.
    pub(crate) fn labelled(
        &self,
        label: Piece<'_>,
        indent: usize,
        pieces: &[Piece<'_>],
    ) -> Vec<String> {
        let mut lines = self.paragraph(Direction::LeftToRight, indent, pieces);
        let margin = " ".repeat(indent);
        let text = plain(label.text);
        let rest = " ".repeat(indent.saturating_sub(text.chars().count()));
        let label = styled(self.shown_style(label.style, false), &text) + &rest;
        if let Some(first) = lines.first_mut() {
            *first = first.replacen(&margin, &label, 1);
        }
        lines
    }

    /// The whole paragraph as one line of plain, cleaned text.
    pub(crate) fn plain(&self, indent: usize, pieces: &[Piece<'_>]) -> String {
        let mut out = " ".repeat(indent);
        for piece in pieces {
            let style = self.shown_style(piece.style, false);
            out.push_str(&styled(style, &plain(piece.text)));
        }
        out
    }

    /// The columns for text. Right-to-left lines leave one free on the left, for the space that carries the direction
    /// mark, or for the mark itself, which takes a column in mlterm.
    fn room(&self, direction: Direction, indent: usize) -> usize {
        let indent = match direction {
            Direction::LeftToRight => indent,
            Direction::RightToLeft => indent.max(1),
        };
        self.width.saturating_sub(indent).max(1)
    }

    /// Writes one ordered line with its margin, its marks and its styles.
    fn render(
        &self,
        line: &order::Line,
        direction: Direction,
        indent: usize,
        pieces: &[Piece<'_>],
    ) -> String {
        let mut out = line.before_margin.to_owned();
        out.push_str(&" ".repeat(self.margin(line, direction, indent)));
        out.push_str(line.after_margin);
        let alike = |one: &Cell, other: &Cell| (one.piece, one.apart) == (other.piece, other.apart);
        for run in line.cells.chunk_by(alike) {
            let text: String = run.iter().map(|cell| cell.text.as_str()).collect();
            let style = self.shown_style(pieces[run[0].piece].style, run[0].apart);
            out.push_str(&styled(style, &text));
        }
        out.push_str(line.end);
        out
    }

    /// The spaces before a line: its indent, or what right-aligns it.
    fn margin(&self, line: &order::Line, direction: Direction, indent: usize) -> usize {
        match (direction, self.bidi) {
            (Direction::LeftToRight, _) => indent,
            (Direction::RightToLeft, Bidi::Terminal) => 0,
            (Direction::RightToLeft, _) => self.width.saturating_sub(line.width),
        }
    }

    /// The style to show: none without colour; the other weight for cells that are set apart, which makes kitty draw
    /// them on their own.
    fn shown_style(&self, style: Style, apart: bool) -> Style {
        let style = if self.colour { style } else { Style::new() };
        let effects = style.get_effects();
        match (apart, effects.contains(Effects::BOLD)) {
            (false, _) => style,
            (true, true) => style.effects(effects.remove(Effects::BOLD)),
            (true, false) => style.effects(effects.insert(Effects::BOLD)),
        }
    }
}

/// Writes text in a style, or plainly if there is nothing to style.
fn styled(style: Style, text: &str) -> String {
    if style.is_plain() || text.is_empty() {
        return text.to_owned();
    }
    format!("{style}{text}{style:#}")
}

/// Breaks the cells into lines of at most `room` columns, at spaces if there are any; the spaces at which a line is
/// broken are left out.
fn wrap(cells: &[Cell], room: usize) -> Vec<&[Cell]> {
    let mut lines = Vec::new();
    let mut rest = cells;
    loop {
        let length = line_length(rest, room);
        let (line, others) = rest.split_at(length);
        lines.push(without_last_spaces(line));
        if others.is_empty() {
            return lines;
        }
        let spaces = others.iter().take_while(|cell| is_blank(cell)).count();
        rest = &others[spaces..];
        if rest.is_empty() {
            return lines;
        }
    }
}

/// Counts the cells of the first line: all that fit, up to the last space.
fn line_length(cells: &[Cell], room: usize) -> usize {
    let fitting = fitting(cells, room);
    if fitting == cells.len() || is_blank(&cells[fitting]) {
        return fitting;
    }
    let last_space = cells[..fitting].iter().rposition(is_blank);
    let words = last_space.filter(|space| !cells[..*space].iter().all(is_blank));
    words.map_or(fitting, |space| space + 1)
}

/// Counts the cells that fit into `room` columns; one always does.
fn fitting(cells: &[Cell], room: usize) -> usize {
    let widths = cells.iter().scan(0, |sum, cell| {
        *sum += cell.width;
        Some(*sum)
    });
    let count = widths.take_while(|sum| *sum <= room).count();
    count.max(1).min(cells.len())
}

/// Leaves out the spaces at the end of a line.
fn without_last_spaces(line: &[Cell]) -> &[Cell] {
    let seen = line.iter().rposition(|cell| !is_blank(cell));
    &line[..seen.map_or(0, |last| last + 1)]
}

/// Whether a cell shows nothing that would be missed at the end of a line.
fn is_blank(cell: &Cell) -> bool {
    cell.is_space() || cell.is_mark()
}
