//! What goes from a file of units into a memory: the units that are translated, and how many are not.

use jiff::Timestamp;

use super::{Contents, State, Unit};
use crate::text::Tag;
use crate::text::tag::numbered_alike;
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// Who confirmed the translations of a file, and which of them count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Confirmed<'a> {
    /// The name of the units' origin.
    pub origin: &'a str,
    /// Who translated them; `None` for those that the file names.
    pub author: Option<&'a str>,
    /// When; `None` for when the file says.
    pub date: Option<Timestamp>,
    /// Whether translations that nobody has looked at count too.
    pub all: bool,
}

/// The translated units of a file.
#[derive(Clone, Debug, Default)]
pub struct Translated {
    /// As a memory keeps them.
    pub units: Vec<TranslationUnit>,
    /// Those that were skipped.
    pub passed: Passed,
}

/// Why units were skipped, and the lines of those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// They have no translation yet.
    pub untranslated: Vec<u64>,
    /// Nobody has looked at their translation: it is fuzzy, or marked to be reviewed.
    pub unreviewed: Vec<u64>,
    /// They must not be translated.
    pub fixed: Vec<u64>,
    /// They are the same in both languages.
    pub same: Vec<u64>,
}

impl Contents {
    /// The units that are translated.
    ///
    /// They have their neighbours, where they are not [apart](Self::are_apart).
    pub fn translated(&self, confirmed: &Confirmed<'_>) -> Translated {
        let mut translated = Translated::default();
        for (at, unit) in self.units.iter().enumerate() {
            match translated.passed.place(unit, confirmed.all) {
                Some(lines) => lines.push(unit.line),
                None => {
                    let beside = |at: Option<usize>| {
                        let at = at.filter(|_| !self.are_apart);
                        let unit_beside = at.and_then(|at| self.units.get(at));
                        unit_beside.filter(|other| other.source_lang == unit.source_lang)
                    };
                    let beside = [beside(at.checked_sub(1)), beside(Some(at + 1))];
                    translated.units.push(kept(unit, beside, confirmed));
                }
            }
        }
        translated
    }
}

impl Passed {
    /// The list for the line of a unit that is skipped; `None` for one that is taken.
    fn place(&mut self, unit: &Unit, all: bool) -> Option<&mut Vec<u64>> {
        let (source, target) = (unit.source.trim(), unit.target.trim());
        match unit.state {
            State::Fixed => Some(&mut self.fixed),
            _ if source.is_empty() || unit.is_open() => Some(&mut self.untranslated),
            State::Draft | State::Machine | State::Unreviewed if !all => Some(&mut self.unreviewed),
            _ if source == target => Some(&mut self.same),
            _ => None,
        }
    }

    /// How many wait for a translator.
    pub fn open(&self) -> usize {
        self.untranslated.len() + self.unreviewed.len()
    }

    /// The numbers, put into words; empty where none was skipped.
    pub fn sums(&self) -> String {
        let sums = [
            (self.untranslated.len(), "not translated"),
            (self.unreviewed.len(), "not reviewed"),
            (self.fixed.len(), "not to be translated"),
            (self.same.len(), "the same in both languages"),
        ];
        let sums = sums.iter().filter(|(count, _)| *count > 0);
        let sums: Vec<String> = sums.map(|(count, why)| format!("{count} {why}")).collect();
        sums.join(", ")
    }
}

/// A unit as a memory keeps it, with those before and after it.
fn kept(unit: &Unit, beside: [Option<&Unit>; 2], confirmed: &Confirmed<'_>) -> TranslationUnit {
    let side = |text: fn(&Unit) -> &str, tags: Vec<Tag>| {
        let beside = beside.map(|unit| unit.map(|unit| text(unit).trim()));
        let [previous, next] = beside.map(|text| text.filter(|text| !text.is_empty()));
        Side {
            text: text(unit).trim().to_owned(),
            tags,
            previous: previous.map(str::to_owned),
            next: next.map(str::to_owned),
        }
    };
    let [source_tags, target_tags] =
        numbered_alike(unit.source_tags.clone(), unit.target_tags.clone());
    let source = side(|unit| &unit.source, source_tags);
    let target = side(|unit| &unit.target, target_tags);
    let author = confirmed.author.map(str::to_owned);
    TranslationUnit {
        origin: Origin {
            name: confirmed.origin.to_owned(),
            method: match unit.state {
                State::Machine => Method::Machine,
                _ => unit.made.method.unwrap_or_default(),
            },
        },
        author: author.or_else(|| unit.made.author.clone()),
        date: confirmed.date.or(unit.made.date),
        note: (!unit.notes.is_empty()).then(|| unit.notes.join("\n")),
        ..TranslationUnit::new(unit.source_lang, source, target)
    }
}
