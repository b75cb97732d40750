//! Which entry has which form, as it folds: this shows where two entries contradict each other.

use std::collections::HashMap;

use crate::glossary::conflict::{ConflictKind, allowed, folded, translation};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::term::Status;
use crate::text::Lang;

type Key = (Kind, Lang, String);

/// The forms of entries, each of which is known by a number.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// The Persian forms that may be written.
    allowed: HashMap<Key, Vec<usize>>,
    preferred: HashMap<Key, Vec<usize>>,
    forbidden: HashMap<Key, Vec<usize>>,
}

impl Forms {
    /// Adds the forms of the entry `at`.
    pub(super) fn add(&mut self, entry: &Entry, at: usize) {
        each(entry, |list, key| {
            self.list(list).entry(key).or_default().push(at);
        });
    }

    /// Drops the forms of the entry `at`.
    pub(super) fn remove(&mut self, entry: &Entry, at: usize) {
        each(entry, |list, key| {
            if let Some(owners) = self.list(list).get_mut(&key) {
                owners.retain(|owner| *owner != at);
            }
        });
    }

    /// The entries of a kind that have a Persian form, in the order in which they were added.
    pub(super) fn with(&self, kind: Kind, form: &str) -> &[usize] {
        let owners = self.allowed.get(&(kind, Lang::Persian, folded(form)));
        owners.map_or(&[], Vec::as_slice)
    }

    /// The first entry other than `own` that contradicts `new` and can give way to it: how it does, which it is, and
    /// over which form.
    pub(super) fn against(
        &self,
        new: &Entry,
        own: Option<usize>,
        entries: &[Entry],
    ) -> Option<(ConflictKind, usize, String)> {
        for form in allowed(new, Lang::Persian) {
            let key = (new.kind, Lang::Persian, folded(form));
            if let Some(at) = other(self.allowed.get(&key), own) {
                let kind = if translation(&entries[at]) == translation(new) {
                    ConflictKind::EnteredTwice
                } else {
                    ConflictKind::TwoTranslations
                };
                return Some((kind, at, form.to_owned()));
            }
        }
        for lang in Lang::ALL {
            for form in new.with_status(lang, Status::Preferred) {
                if let Some(at) = other(self.forbidden.get(&(new.kind, lang, folded(form))), own) {
                    return Some((ConflictKind::PreferredAndForbidden, at, form.to_owned()));
                }
            }
        }
        None
    }

    /// The first entry other than `own` that prefers a form which `new` forbids, and the form.
    pub(super) fn preferred_though_forbidden(
        &self,
        new: &Entry,
        own: Option<usize>,
    ) -> Option<(usize, String)> {
        Lang::ALL.into_iter().find_map(|lang| {
            new.with_status(lang, Status::Forbidden).find_map(|form| {
                let at = other(self.preferred.get(&(new.kind, lang, folded(form))), own)?;
                Some((at, form.to_owned()))
            })
        })
    }

    fn list(&mut self, list: List) -> &mut HashMap<Key, Vec<usize>> {
        match list {
            List::Allowed => &mut self.allowed,
            List::Preferred => &mut self.preferred,
            List::Forbidden => &mut self.forbidden,
        }
    }
}

/// The first of the owners that is not `own`.
fn other(owners: Option<&Vec<usize>>, own: Option<usize>) -> Option<usize> {
    owners?.iter().copied().find(|at| Some(*at) != own)
}

#[derive(Clone, Copy)]
enum List {
    Allowed,
    Preferred,
    Forbidden,
}

fn each(entry: &Entry, mut take: impl FnMut(List, Key)) {
    for form in allowed(entry, Lang::Persian) {
        take(List::Allowed, (entry.kind, Lang::Persian, folded(form)));
    }
    for lang in Lang::ALL {
        for (status, list) in
            [(Status::Preferred, List::Preferred), (Status::Forbidden, List::Forbidden)]
        {
            for form in entry.with_status(lang, status) {
                take(list, (entry.kind, lang, folded(form)));
            }
        }
    }
}
