//! One entry of a PO file while it is being read, and the units that it becomes.

use super::line::{Field, Line};
use crate::check::{Placeholders, Style};
use crate::exchange::foreign::is_foreign;
use crate::exchange::units::{Made, State, Unit};
use crate::exchange::xml::bounded::LONGEST;
use crate::exchange::xml::content::{code_point, forbidden};
use crate::text::Lang;

/// A message with its translations, as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The line of its first field; 0 before there is one.
    pub(super) first: u64,
    notes: Vec<String>,
    is_fuzzy: bool,
    style: Style,
    context: Option<String>,
    source: Option<String>,
    plural: Option<String>,
    /// The translation, or one for each plural form, with their lines.
    targets: Vec<Option<(u64, String)>>,
    /// The field that the next line can continue.
    open: Option<Field>,
    /// How many bytes its notes and texts have in all.
    length: usize,
    /// The first thing that is wrong, and its line.
    fault: Option<(u64, String)>,
}

/// The languages of a file, as its header names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Languages {
    /// The header does not name any.
    Unsaid,
    /// The messages are in this language, and the translations in the other one.
    From(Lang),
    /// The translations are in this language. The messages are in the other one, except those whose letters show that
    /// they are not.
    Into(Lang),
    /// It is translated into neither of the two languages, or not from the other one.
    Foreign,
}

impl Entry {
    /// Whether the entry is over when `line` follows.
    pub(super) fn ends_before(&self, line: &Line<'_>) -> bool {
        let (is_translated, is_bad) = (self.is_translated(), self.fault.is_some());
        match line {
            Line::Blank => is_translated || is_bad,
            Line::Note(_) | Line::Flags(_) | Line::Field(Field::Context, _) => {
                is_translated || is_bad || self.source.is_some()
            }
            Line::Field(Field::Source, _) => is_translated || self.source.is_some(),
            Line::Obsolete => self.first > 0,
            _ => false,
        }
    }

    /// Whether a translation has begun, after which only the next entry can come.
    pub(super) fn is_translated(&self) -> bool {
        !self.targets.is_empty()
    }

    /// Takes the line with the number `number`.
    pub(super) fn take(&mut self, line: Line<'_>, number: u64) {
        self.length += match &line {
            // An empty line of a note takes room too.
            Line::Note(note) => note.len() + size_of::<String>(),
            Line::Field(_, text) | Line::More(text) => text.len(),
            _ => 0,
        };
        match line {
            Line::Note(_) | Line::Field(..) | Line::More(_) if self.length > LONGEST => {
                self.fail(number, "an entry longer than 1 MiB".to_owned());
            }
            Line::Blank | Line::Passed | Line::Previous | Line::Note("") => {}
            // What stands before it is about it, not about the message after it.
            Line::Obsolete => *self = Self::default(),
            Line::Note(note) => self.notes.push(note.to_owned()),
            Line::Flags(flags) => {
                for flag in flags.split(',').map(str::trim) {
                    self.is_fuzzy |= flag == "fuzzy";
                    self.style = Style::of_flag(flag).unwrap_or(self.style);
                }
            }
            Line::Field(field, text) => self.begin(field, text, number),
            Line::More(text) => match self.open.and_then(|field| self.field(field)) {
                Some(field) => field.push_str(&text),
                None => self.fail(number, "a text that belongs to no field".to_owned()),
            },
        }
    }

    /// Notes that no unit can be made from this, and why; the first reason is kept.
    pub(super) fn fail(&mut self, line: u64, message: String) {
        self.fault.get_or_insert((line, message));
    }

    fn begin(&mut self, field: Field, text: String, line: u64) {
        self.open = Some(field);
        if self.first == 0 {
            self.first = line;
        }
        let is_twice = self.field(field).is_some();
        match field {
            _ if is_twice => self.fail(line, "a field that stands there twice".to_owned()),
            Field::Context => self.context = Some(text),
            Field::Source => self.source = Some(text),
            Field::Plural => self.plural = Some(text),
            Field::Target(form) => {
                let count = self.targets.len().max(form + 1);
                self.targets.resize(count, None);
                self.targets[form] = Some((line, text));
            }
        }
    }

    fn field(&mut self, field: Field) -> Option<&mut String> {
        match field {
            Field::Context => self.context.as_mut(),
            Field::Source => self.source.as_mut(),
            Field::Plural => self.plural.as_mut(),
            Field::Target(form) => {
                let target = self.targets.get_mut(form)?.as_mut();
                target.map(|(_, text)| text)
            }
        }
    }

    /// The text of the header entry, which describes the file; `None` where this is not the header.
    pub(super) fn header(&self) -> Option<&str> {
        let is_header = self.context.is_none() && self.source.as_deref() == Some("");
        let target = self.targets.first()?.as_ref();
        target.map(|(_, text)| text.as_str()).filter(|_| is_header)
    }

    /// Whether its message is already in `lang`, the target language.
    pub(super) fn is_in(&self, lang: Lang) -> bool {
        let source = self.source.as_deref().unwrap_or_default();
        self.is_translated() && is_foreign(source, lang.other())
    }

    /// Everything that is kept of it.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let targets = self.targets.iter().flatten().map(|(_, text)| text);
        let others = [&self.context, &self.source, &self.plural];
        let texts = others.into_iter().flatten().chain(targets).chain(&self.notes);
        texts.map(String::as_str)
    }

    /// Makes the units, one for each plural form, or returns the line and what is wrong there.
    pub(super) fn finish(self, languages: Languages) -> Result<Vec<Unit>, (u64, String)> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if let Some(c) = self.texts().find_map(forbidden) {
            return Err((self.first, format!("{}, which no text has", code_point(c))));
        }
        let line = self.targets.iter().flatten().next().map(|(line, _)| *line);
        let (source, line) = match (self.source, line) {
            (Some(source), Some(line)) => (source, line),
            (None, None) => return Ok(Vec::new()),
            (None, Some(line)) => return Err((line, "a msgstr without its msgid".to_owned())),
            (Some(_), None) => {
                return Err((self.first, "a msgid without its msgstr".to_owned()));
            }
        };
        // The header is not a message.
        if languages == Languages::Foreign || source.is_empty() {
            return Ok(Vec::new());
        }
        let has_one_form = self.targets.len() == 1;
        let has_plural = self.plural.is_some();
        let plural = self.plural.unwrap_or_else(|| source.clone());
        let mut units = Vec::new();
        for (form, target) in self.targets.into_iter().enumerate() {
            let (line, target) = target.unwrap_or((line, String::new()));
            // Where a language has one form for all numbers, that is the one to which the plural belongs.
            let (source, other) = match form {
                0 if !has_one_form => (&source, &plural),
                _ => (&plural, &source),
            };
            let source_lang = match languages {
                Languages::From(lang) => Some(lang),
                Languages::Into(lang) => {
                    let from = lang.other();
                    (!is_foreign(source, from)).then_some(from)
                }
                _ => source_lang(source, &target),
            };
            units.extend(source_lang.map(|source_lang| Unit {
                source_lang,
                source: source.clone(),
                source_tags: Vec::new(),
                target,
                target_tags: Vec::new(),
                id: self.context.clone(),
                notes: self.notes.clone(),
                placeholders: Placeholders {
                    style: self.style,
                    other: has_plural.then(|| other.clone()),
                },
                state: if self.is_fuzzy { State::Draft } else { State::Translated },
                made: Made::default(),
                line,
            }));
        }
        Ok(units)
    }
}

/// The language of a message by its letters, or those of its translation; `None` where neither has any.
fn source_lang(source: &str, target: &str) -> Option<Lang> {
    Lang::of(source).or_else(|| Lang::of(target).map(Lang::other))
}
