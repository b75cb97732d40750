//! Puts translations into a PO file that lacks them; everything else stays as it is, byte for byte.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use super::entry::Entry;
use super::line::{Field, Line};
use super::quoted::{push_quoted, with_edges};
use super::read::{decoded, entries};
use crate::error::{Error, Result};
use crate::exchange::encoded::encoded;
use crate::exchange::units::{Filled, Filling, Placing};

/// The file with the fillings of `placing` in it.
///
/// - **Entries** are filled whole or not at all: with all their plural forms, and only if none of those is translated.
/// - **Fuzzy** marks what somebody must still look at; the message that was translated then stands in `#| msgid`.
/// - **White space** around a text is that of its message.
///
/// # Errors
///
/// Where a translation has a letter that the encoding of the file does not have.
pub(in crate::exchange) fn fill(file: &[u8], placing: &Placing<'_>, path: &Path) -> Result<Filled> {
    let (text, _) = decoded(file).map_err(|e| e.at(path))?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut by_line: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, unit) in placing.units.iter().enumerate() {
        by_line.entry(unit.line).or_default().push(at);
    }
    let mut filling = Catalogue {
        lines: &lines,
        by_line,
        placing,
        out: String::with_capacity(text.len() * 2),
        placed: Vec::new(),
    };
    entries(&text, |_: Entry, range| filling.entry(range));
    let Catalogue { out, placed, .. } = filling;
    Ok(placing.filled(as_it_was(&out, file, path)?, &placed))
}

/// The bytes of a PO file with the text `text`, in the encoding of the file that it was read from.
///
/// # Errors
///
/// Where the text has a letter that the encoding does not have.
pub(in crate::exchange) fn as_it_was(text: &str, file: &[u8], path: &Path) -> Result<Vec<u8>> {
    let (_, encoding) = decoded(file).map_err(|e| e.at(path))?;
    let has_mark = file.starts_with(b"\xEF\xBB\xBF");
    encoded(text, encoding, has_mark).ok_or_else(|| {
        let message = format!(
            "{} has no room for the translation; make it UTF-8 with msgconv first",
            encoding.name()
        );
        Error::refused(message).at(path)
    })
}

/// A file on its way from the lines that were read to those that are written.
struct Catalogue<'a> {
    lines: &'a [&'a str],
    /// The units whose translations begin in a line.
    by_line: HashMap<u64, Vec<usize>>,
    placing: &'a Placing<'a>,
    out: String,
    /// The units that have been filled.
    placed: Vec<usize>,
}

impl Catalogue<'_> {
    /// Writes the entry in the lines `range`.
    fn entry(&mut self, range: Range<u64>) {
        let numbers = range.start..range.end;
        let line = |number: u64| usize::try_from(number - 1).ok().and_then(|at| self.lines.get(at));
        let lines: Vec<(u64, &str)> = numbers.filter_map(|n| Some((n, *line(n)?))).collect();
        match self.fillings(&lines) {
            Some(fillings) => self.filled(&lines, &fillings),
            None => lines.iter().for_each(|(_, line)| self.out.push_str(line)),
        }
    }

    /// The units whose translations stand in these lines, where there is a filling for each of them.
    fn fillings(&self, lines: &[(u64, &str)]) -> Option<Vec<usize>> {
        let targets = lines.iter().filter(|(_, line)| is_target(line));
        let unit = |(number, _): &(u64, &str)| match self.by_line.get(number)?.as_slice() {
            [unit] => self.placing.filling(*unit).map(|_| *unit),
            _ => None,
        };
        let units: Vec<usize> = targets.map(unit).collect::<Option<_>>()?;
        (!units.is_empty()).then_some(units)
    }

    fn filled(&mut self, lines: &[(u64, &str)], units: &[usize]) {
        let placing = self.placing;
        let fillings: Vec<&Filling> = units.iter().filter_map(|at| placing.filling(*at)).collect();
        let is_fuzzy = fillings.iter().any(|filling| !filling.is_sure);
        let mut marks = if is_fuzzy { Marks::missing(lines) } else { Marks::default() };
        let mut targets = units.iter().zip(&fillings);
        let mut is_in_target = false;
        for (_, line) in lines {
            let read = Line::of(line);
            if marks.flag_before(&read) {
                self.out.push_str("#, fuzzy");
                self.out.push_str(end(line));
            }
            if is_fuzzy && read == Ok(Line::Previous) {
                // It is about an older translation, not about the filling.
                continue;
            }
            if marks.previous_before(&read) {
                self.previous(&fillings, lines, end(line));
            }
            is_in_target = match read {
                Ok(Line::More(_)) if is_in_target => continue,
                Ok(Line::Field(Field::Target(_), _)) => true,
                _ => false,
            };
            let target = if is_in_target { targets.next() } else { None };
            match target {
                Some((unit, filling)) => {
                    let target = with_edges(&placing.units[*unit].source, &filling.target.text);
                    self.target(line, &target);
                }
                None if marks.add_to_flags(&read) => {
                    let flags = line.replacen("#,", "#, fuzzy,", 1);
                    self.out.push_str(&flags);
                }
                None => self.out.push_str(line),
            }
        }
        self.placed.extend(units);
    }

    /// Writes the line of a translation.
    fn target(&mut self, line: &str, target: &str) {
        let quote = line.find('"').unwrap_or(line.len());
        self.out.push_str(&line[..quote]);
        // The last line of a file need not have an end, but those after it do.
        let between = match end(line) {
            "" => "\n",
            end => end,
        };
        push_quoted(&mut self.out, target, between);
        self.out.push_str(end(line));
    }

    /// Writes the message as it was when it was translated.
    fn previous(&mut self, fillings: &[&Filling], lines: &[(u64, &str)], end: &str) {
        let has_plural = lines
            .iter()
            .any(|(_, line)| matches!(Line::of(line), Ok(Line::Field(Field::Plural, _))));
        let mut put = |keyword: &str, text: &str| {
            let mut quoted = String::new();
            push_quoted(&mut quoted, text, "\n");
            for (at, line) in quoted.lines().enumerate() {
                let keyword = if at == 0 { keyword } else { "" };
                for part in ["#| ", keyword, line, end] {
                    self.out.push_str(part);
                }
            }
        };
        if let [first, .., last] | [first @ last] = fillings {
            put("msgid ", &first.was);
            if has_plural {
                put("msgid_plural ", &last.was);
            }
        }
    }
}

/// What an entry still lacks to be marked as fuzzy.
#[derive(Default)]
struct Marks {
    /// It has flags, to which this one is added.
    into_flags: bool,
    /// It has none.
    flag: bool,
    /// Nothing gives the message of the filling.
    previous: bool,
}

impl Marks {
    fn missing(lines: &[(u64, &str)]) -> Self {
        let read = || lines.iter().map(|(_, line)| Line::of(line));
        let flags = read().find_map(|line| match line {
            Ok(Line::Flags(flags)) => Some(flags.to_owned()),
            _ => None,
        });
        let is_fuzzy = flags.as_ref().is_some_and(|flags| flags.contains("fuzzy"));
        Self { into_flags: flags.is_some() && !is_fuzzy, flag: flags.is_none(), previous: true }
    }

    /// Whether the flag comes before this line.
    fn flag_before(&mut self, line: &std::result::Result<Line<'_>, String>) -> bool {
        let is_here = matches!(line, Ok(Line::Previous | Line::Field(..)));
        is_here && std::mem::take(&mut self.flag)
    }

    /// Whether the former message comes before this line.
    fn previous_before(&mut self, line: &std::result::Result<Line<'_>, String>) -> bool {
        matches!(line, Ok(Line::Field(..))) && std::mem::take(&mut self.previous)
    }

    /// Whether these are the flags to which the flag is added.
    fn add_to_flags(&mut self, line: &std::result::Result<Line<'_>, String>) -> bool {
        matches!(line, Ok(Line::Flags(_))) && std::mem::take(&mut self.into_flags)
    }
}

/// Whether a line begins a translation.
fn is_target(line: &str) -> bool {
    matches!(Line::of(line), Ok(Line::Field(Field::Target(_), _)))
}

/// The end of a line.
fn end(line: &str) -> &str {
    &line[line.trim_end_matches(['\n', '\r']).len()..]
}
