//! Where results go: standard output, for people or for programs; remarks go to standard error.

mod stream;

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::OnceLock;

use anstyle::Style;
use hamta::exchange::Problems;
use serde::Serialize;

use self::stream::Stream;
use crate::cli::args::{Color, Format, GlobalArgs};
use crate::cli::progress;
use crate::cli::screen::{self, Bidi, Direction, Piece, Screen};

/// The widest line that is comfortable to read.
const WIDEST: usize = 100;

/// How messages look on standard error; not known before the arguments are.
static ASIDE: OnceLock<Screen> = OnceLock::new();

/// Standard output, and how results look on it.
pub(crate) struct Output {
    writer: BufWriter<io::StdoutLock<'static>>,
    screen: Screen,
    is_json: bool,
    quiet: bool,
    is_terminal: bool,
}

impl Output {
    /// Turns the flags and the environment into what they mean for standard output.
    pub(crate) fn new(args: &GlobalArgs) -> Self {
        let stdout = io::stdout();
        let is_terminal = stdout.is_terminal();
        let usual = |is_terminal| {
            if is_terminal { Bidi::detect(|name| env::var(name).ok()) } else { Bidi::Logical }
        };
        let bidi = args.bidi.0.unwrap_or_else(|| usual(is_terminal));
        let colour = match args.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
        };
        let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
        let screen = Screen { width: columns.min(WIDEST), bidi, colour };
        let asked = args.bidi.0.filter(|_| io::stderr().is_terminal());
        // Nobody has set it before: a run has one output.
        let _ = ASIDE.set(Screen {
            bidi: asked.unwrap_or_else(|| usual(io::stderr().is_terminal())),
            colour: false,
            ..screen
        });
        Self {
            writer: BufWriter::new(stdout.lock()),
            screen,
            is_json: args.format == Some(Format::Json),
            quiet: args.quiet,
            is_terminal,
        }
    }

    /// Whether results are for programs.
    pub(crate) fn is_json(&self) -> bool {
        self.is_json
    }

    /// Whether results go to a file or a program, so that a progress bar does not come between them.
    pub(crate) fn is_piped(&self) -> bool {
        !self.is_terminal
    }

    /// Whether nobody sees the results, so that text is written byte for byte.
    pub(crate) fn is_plain(&self) -> bool {
        !self.is_terminal && !self.screen.colour && self.screen.bidi == Bidi::Logical
    }

    /// Writes one result as a line of JSON.
    pub(crate) fn json(&mut self, result: &impl Serialize) -> io::Result<()> {
        let json = serde_json::to_string(result)?;
        writeln!(self.writer, "{}", screen::escaped(json))
    }

    /// Writes all results as one JSON document, laid out for readers.
    pub(crate) fn document(&mut self, results: &impl Serialize) -> io::Result<()> {
        let json = serde_json::to_string_pretty(results)?;
        writeln!(self.writer, "{}", screen::escaped(json))
    }

    /// Writes one line for a program that reads it from a terminal: as it is, neither wrapped nor reordered.
    pub(crate) fn line(&mut self, pieces: &[Piece<'_>]) -> io::Result<()> {
        writeln!(self.writer, "{}", self.screen.plain(0, pieces))
    }

    /// Writes a paragraph that reads from left to right, after `indent` columns.
    pub(crate) fn left(&mut self, indent: usize, pieces: &[Piece<'_>]) -> io::Result<()> {
        self.paragraph(Direction::LeftToRight, indent, pieces)
    }

    /// Writes a paragraph in `direction`, with `indent` columns free on the left.
    pub(crate) fn paragraph(
        &mut self,
        direction: Direction,
        indent: usize,
        pieces: &[Piece<'_>],
    ) -> io::Result<()> {
        let lines = self.screen.paragraph(direction, indent, pieces);
        self.lines(&lines)
    }

    /// Writes a paragraph in `direction`, with `indent` columns free on the left, and points at its second piece.
    pub(crate) fn marked(
        &mut self,
        direction: Direction,
        indent: usize,
        pieces: [Piece<'_>; 3],
    ) -> io::Result<()> {
        let lines = self.screen.marked(direction, indent, pieces);
        self.lines(&lines)
    }

    /// Writes a paragraph that reads from left to right, with a label before its `indent` columns.
    pub(crate) fn labelled(
        &mut self,
        label: Piece<'_>,
        indent: usize,
        pieces: &[Piece<'_>],
    ) -> io::Result<()> {
        let lines = self.screen.labelled(label, indent, pieces);
        self.lines(&lines)
    }

    /// Writes two texts in two columns, each in its direction, with a label before them; one after the other where
    /// there is no room for columns.
    pub(crate) fn side_by_side(
        &mut self,
        label: Piece<'_>,
        sides: [(Direction, Piece<'_>); 2],
    ) -> io::Result<()> {
        let lines = self.screen.side_by_side(label, sides);
        self.lines(&lines)
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        let mut lines = lines.iter();
        lines.try_for_each(|line| writeln!(self.writer, "{line}"))
    }

    /// Writes an empty line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.writer)
    }

    /// The stream itself, for output in a format of its own: byte for byte, unless it goes to a terminal.
    pub(crate) fn stream(&mut self) -> impl Write {
        Stream { writer: &mut self.writer, is_cleaned: self.is_terminal, rest: Vec::new() }
    }

    /// Writes something that is not a result to standard error; not if quiet.
    pub(crate) fn remark(&mut self, message: &str) -> io::Result<()> {
        if !self.quiet {
            self.writer.flush()?;
            complain(message);
        }
        Ok(())
    }

    /// Writes what is wrong in files to standard error; not if quiet.
    pub(crate) fn problems(&mut self, problems: &Problems) -> io::Result<()> {
        problems.lines().try_for_each(|line| self.remark(&line))
    }

    /// Shows what was written so far, before a question.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }

    /// Ends the output; if something could not be written, this is an error here, not lost.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Writes an error message to standard error, without anything that could control a terminal: on one line, except on a
/// terminal, which shows it like results.
pub(crate) fn complain(message: &str) {
    let said = format!("hamta: {message}");
    let lines = match ASIDE.get() {
        Some(screen) => screen.paragraph(Direction::LeftToRight, 0, &[plain(&said)]),
        None => vec![screen::plain(&said)],
    };
    progress::aside(|| {
        for line in lines {
            // When standard error is closed, there is nobody left to report that to.
            let _ = writeln!(io::stderr(), "{line}");
        }
    });
}

/// A piece of text in `style`.
pub(crate) fn piece(text: &str, style: Style) -> Piece<'_> {
    Piece { text, style }
}

/// A piece of text as it is.
pub(crate) fn plain(text: &str) -> Piece<'_> {
    piece(text, Style::new())
}
