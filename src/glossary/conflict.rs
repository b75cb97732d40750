//! Where two entries of a glossary contradict each other.

use std::collections::BTreeMap;

use crate::glossary::entry::{Entry, Kind};
use crate::glossary::term::Status;
use crate::text::{Lang, fold};

/// How two entries contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Both have the form, and prefer different translations of it.
    TwoTranslations,
    /// Both have the form and prefer the same translation: one entry is redundant.
    EnteredTwice,
    /// One prefers the form that the other forbids.
    PreferredAndForbidden,
    /// Both are about one name, and give the form different statuses.
    TwoStatuses,
}

impl ConflictKind {
    /// All kinds.
    pub const ALL: [Self; 4] =
        [Self::TwoTranslations, Self::EnteredTwice, Self::PreferredAndForbidden, Self::TwoStatuses];

    /// The name by which users know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::TwoTranslations => "two-translations",
            Self::EnteredTwice => "entered-twice",
            Self::PreferredAndForbidden => "preferred-and-forbidden",
            Self::TwoStatuses => "two-statuses",
        }
    }

    /// The finding, as one sentence without a final stop.
    pub fn says(self) -> &'static str {
        match self {
            Self::TwoTranslations => "one Persian form has two preferred English ones",
            Self::EnteredTwice => "two entries of one kind have the same form, as it folds",
            Self::PreferredAndForbidden => "one entry prefers a form that another forbids",
            Self::TwoStatuses => "one form is forbidden and not forbidden for one name",
        }
    }
}

/// Two entries of the same kind that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// How they contradict each other.
    pub kind: ConflictKind,
    /// The index of the earlier entry.
    pub first: usize,
    /// The index of the later entry.
    pub second: usize,
    /// The form in question, as the later entry writes it.
    pub form: String,
}

/// Every conflict among `entries`, in the order of the later entry.
pub fn conflicts(entries: &[Entry]) -> Vec<Conflict> {
    let mut names: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    let mut conflicts = Vec::new();
    for (second, entry) in entries.iter().enumerate() {
        for form in allowed(entry, Lang::Persian) {
            let first = *names.entry((entry.kind, folded(form))).or_insert(second);
            if first != second {
                let same = translation(&entries[first]) == translation(entry);
                let kind =
                    if same { ConflictKind::EnteredTwice } else { ConflictKind::TwoTranslations };
                conflicts.push(Conflict { kind, first, second, form: form.to_owned() });
            }
        }
    }
    conflicts.extend(forbidden_elsewhere(entries));
    conflicts.sort_by_key(|conflict| (conflict.second, conflict.first, conflict.kind));
    conflicts
}

/// Forms that one entry prefers and another one of the same kind forbids.
fn forbidden_elsewhere(entries: &[Entry]) -> Vec<Conflict> {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let mut preferred: BTreeMap<(Kind, String), usize> = BTreeMap::new();
        for (i, entry) in entries.iter().enumerate() {
            if let Some(form) = entry.preferred(lang) {
                preferred.insert((entry.kind, folded(form)), i);
            }
        }
        for (i, entry) in entries.iter().enumerate() {
            for form in entry.with_status(lang, Status::Forbidden) {
                if let Some(&other) = preferred.get(&(entry.kind, folded(form))) {
                    found.push(Conflict {
                        kind: ConflictKind::PreferredAndForbidden,
                        first: other.min(i),
                        second: other.max(i),
                        form: form.to_owned(),
                    });
                }
            }
        }
    }
    found
}

pub(super) fn allowed(entry: &Entry, lang: Lang) -> impl Iterator<Item = &str> {
    let terms = entry.terms(lang).iter();
    terms.filter(|term| term.status != Status::Forbidden).map(|term| term.text.as_str())
}

pub(super) fn translation(entry: &Entry) -> Option<String> {
    entry.preferred(Lang::English).map(folded)
}

pub(super) fn folded(form: &str) -> String {
    fold(form).text().to_owned()
}
