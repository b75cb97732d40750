//! Adding new entries to a glossary, one after another, and who decides where two contradict each other.

use std::collections::BTreeSet;

use crate::glossary::conflict::{ConflictKind, folded, translation};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::forms::Forms;
use crate::glossary::term::{Status, Term};
use crate::text::Lang;

/// Where an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It stood in the glossary: its index there.
    Present(usize),
    /// It is new: its index among the new entries.
    New(usize),
}

/// A new entry that contradicts one that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// How they contradict each other.
    pub kind: ConflictKind,
    /// Where the entry that is already there comes from.
    pub present: Origin,
    /// The index of the new entry.
    pub new: usize,
    /// The form in question, as the new entry writes it.
    pub form: String,
    /// What is to be written for the form according to the entry that is there, and according to the new one.
    pub preferred: [String; 2],
}

/// What becomes of a new entry that contradicts one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// What is there is kept; the new entry is left out.
    Keep,
    /// The new entry takes the place of what contradicts it.
    Replace,
}

/// What became of new entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The indices, among the new entries, of those that were appended, in order.
    pub appended: Vec<usize>,
    /// Those that added something to an entry that was there, in order.
    pub changed: Vec<usize>,
    /// How many new entries said nothing new.
    pub same: usize,
    /// Those that were left out in favour of what is there.
    pub left_out: Vec<usize>,
    /// Those that took the place of what was there.
    pub replaced: Vec<usize>,
    /// Those that are about an entry that does not exist.
    pub homeless: Vec<usize>,
    /// The contradictions, in the order of the new entries.
    pub clashes: Vec<Clash>,
}

/// Merges `new` into `entries`: terms go to the entry of the same name and kind, other entries to the end.
///
/// A new entry that prefers no English term can only add to one that is there. Of those that contradict each other,
/// `decide` says which is kept; one that is replaced keeps what the new one says nothing about. A preferred form is
/// never given up for an entry of another name that forbids it. Entries that can take the place of others go first:
/// their changes may decide what the rest agrees with or contradicts.
///
/// # Errors
///
/// The first error of `decide`, which ends the merge; some of the new entries have then been merged.
pub fn merge<E>(
    entries: &mut Vec<Entry>,
    new: Vec<Entry>,
    mut decide: impl FnMut(&Clash) -> Result<Decision, E>,
) -> Result<Merged, E> {
    let mut merging = Merging::new(entries, &new);
    let mut waiting: Vec<(usize, Entry)> = new.into_iter().enumerate().collect();
    loop {
        let before = waiting.len();
        let mut still = Vec::new();
        for (i, entry) in waiting {
            if merging.takes_a_place(&entry) {
                merging.take(i, entry, &mut decide)?;
            } else {
                still.push((i, entry));
            }
        }
        waiting = still;
        if waiting.len() == before {
            break;
        }
    }
    for (i, entry) in waiting {
        merging.take(i, entry, &mut decide)?;
    }
    Ok(merging.finish())
}

struct Merging<'a> {
    entries: &'a mut Vec<Entry>,
    origins: Vec<Origin>,
    forms: Forms,
    new_names: BTreeSet<(Kind, String)>,
    /// The entries to be removed, since others have taken their place.
    gone: BTreeSet<usize>,
    merged: Merged,
}

impl<'a> Merging<'a> {
    fn new(entries: &'a mut Vec<Entry>, new: &[Entry]) -> Self {
        let mut forms = Forms::default();
        for (at, entry) in entries.iter().enumerate() {
            forms.add(entry, at);
        }
        Self {
            origins: (0..entries.len()).map(Origin::Present).collect(),
            entries,
            forms,
            new_names: new.iter().filter_map(name).collect(),
            gone: BTreeSet::new(),
            merged: Merged::default(),
        }
    }

    /// Whether `new` contradicts what is there, and can take its place: no form that another entry prefers is
    /// forbidden by it.
    fn takes_a_place(&self, new: &Entry) -> bool {
        let own = self.own(new);
        self.refusal(new, own).is_none() && self.contradiction(new, own).is_some()
    }

    fn take<E>(
        &mut self,
        i: usize,
        new: Entry,
        decide: &mut impl FnMut(&Clash) -> Result<Decision, E>,
    ) -> Result<(), E> {
        let mut has_replaced = false;
        // Each round removes a contradiction with what is there, and creates none.
        loop {
            let own = self.own(&new);
            let Some((kind, at, form)) = self.contradiction(&new, own) else {
                self.put(i, new, own, has_replaced);
                return Ok(());
            };
            let clash = self.clash(kind, at, i, form, &new);
            let decision = decide(&clash)?;
            let is_over = decision == Decision::Keep || !self.give_way(&clash, at, own, &new);
            self.merged.clashes.push(clash);
            if is_over {
                break;
            }
            has_replaced = true;
        }
        self.merged.left_out.push(i);
        Ok(())
    }

    /// The entry that `new` is about: one of its name; or one of the same translation that has its name as a form,
    /// contradicts none of its forms, and is not what another new entry is about.
    fn own(&self, new: &Entry) -> Option<usize> {
        let own_name = name(new)?;
        let with = self.forms.with(new.kind, new.preferred(Lang::Persian)?);
        let is_same = |at: &&usize| {
            translation(new).is_none() || translation(&self.entries[**at]) == translation(new)
        };
        let is_free = |at: &&usize| {
            let present = &self.entries[**at];
            name(present).is_none_or(|name| !self.new_names.contains(&name))
                && two_statuses(present, new).is_none()
        };
        let named = with.iter().filter(|at| name(&self.entries[**at]).as_ref() == Some(&own_name));
        named
            .clone()
            .find(is_same)
            .or_else(|| named.clone().next())
            .or_else(|| with.iter().find(|at| is_same(at) && is_free(at)))
            .copied()
    }

    /// What `new` forbids although an entry that is there prefers it: the entry and the form.
    fn refusal(&self, new: &Entry, own: Option<usize>) -> Option<(usize, String)> {
        let gives_way = own.filter(|_| translation(new).is_some());
        self.forms.preferred_though_forbidden(new, gives_way)
    }

    fn contradiction(
        &self,
        new: &Entry,
        own: Option<usize>,
    ) -> Option<(ConflictKind, usize, String)> {
        // First, since it leaves all as it is.
        if let Some((at, form)) = self.refusal(new, own) {
            return Some((ConflictKind::PreferredAndForbidden, at, form));
        }
        if let Some(at) = own {
            let present = &self.entries[at];
            if translation(new).is_some() && translation(new) != translation(present) {
                let name = new.preferred(Lang::Persian).unwrap_or_default();
                return Some((ConflictKind::TwoTranslations, at, name.to_owned()));
            }
            if let Some(form) = two_statuses(present, new) {
                return Some((ConflictKind::TwoStatuses, at, form));
            }
        }
        self.forms.against(new, own, self.entries)
    }

    fn clash(
        &self,
        kind: ConflictKind,
        at: usize,
        new: usize,
        form: String,
        entry: &Entry,
    ) -> Clash {
        let lang = match kind {
            ConflictKind::PreferredAndForbidden => Lang::of(&form).unwrap_or(Lang::English),
            _ => Lang::English,
        };
        let preferred = |entry: &Entry| entry.preferred(lang).unwrap_or_default().to_owned();
        Clash {
            kind,
            present: self.origins[at],
            new,
            form,
            preferred: [preferred(&self.entries[at]), preferred(entry)],
        }
    }

    /// Resolves the contradiction in favour of `new`; `false` where that would leave nothing of the entry that is
    /// there.
    fn give_way(&mut self, clash: &Clash, at: usize, own: Option<usize>, new: &Entry) -> bool {
        self.forms.remove(&self.entries[at], at);
        let present = &mut self.entries[at];
        let contested = folded(&clash.form);
        let is_name = present.preferred(Lang::Persian).map(folded).as_ref() == Some(&contested);
        let gave_way = match clash.kind {
            // The new entry adds to one of another name, so this one goes.
            ConflictKind::TwoTranslations | ConflictKind::EnteredTwice
                if is_name && own.is_some_and(|own| own != at) =>
            {
                self.gone.insert(at);
                return true;
            }
            ConflictKind::TwoTranslations | ConflictKind::EnteredTwice if is_name => {
                take_over(present, new);
                self.origins[at] = Origin::New(clash.new);
                true
            }
            ConflictKind::TwoStatuses => {
                let before = present.clone();
                take_over(present, new);
                let is_whole = translation(present).is_some();
                if !is_whole {
                    *present = before;
                }
                is_whole
            }
            _ => {
                let stays = |term: &Term| {
                    term.status == Status::Preferred || folded(&term.text) != contested
                };
                let before = present.persian.len() + present.english.len();
                present.persian.retain(stays);
                present.english.retain(stays);
                present.persian.len() + present.english.len() < before
            }
        };
        self.forms.add(&self.entries[at], at);
        gave_way
    }

    fn finish(mut self) -> Merged {
        let merged = &mut self.merged;
        for list in [
            &mut merged.appended,
            &mut merged.changed,
            &mut merged.left_out,
            &mut merged.replaced,
            &mut merged.homeless,
        ] {
            list.sort_unstable();
        }
        merged.clashes.sort_by_key(|clash| clash.new);
        let mut at = 0;
        self.entries.retain(|_| {
            at += 1;
            !self.gone.contains(&(at - 1))
        });
        self.merged
    }

    fn put(&mut self, i: usize, new: Entry, own: Option<usize>, has_replaced: bool) {
        let list = match own {
            Some(at) => {
                self.forms.remove(&self.entries[at], at);
                let has_changed = add(&mut self.entries[at], new);
                self.forms.add(&self.entries[at], at);
                match (has_replaced, has_changed) {
                    (true, _) => &mut self.merged.replaced,
                    (false, true) => &mut self.merged.changed,
                    (false, false) => {
                        self.merged.same += 1;
                        return;
                    }
                }
            }
            None if translation(&new).is_none() => &mut self.merged.homeless,
            None => {
                self.forms.add(&new, self.entries.len());
                self.entries.push(new);
                self.origins.push(Origin::New(i));
                if has_replaced { &mut self.merged.replaced } else { &mut self.merged.appended }
            }
        };
        list.push(i);
    }
}

/// What identifies an entry: its kind and its Persian name, as it folds.
fn name(entry: &Entry) -> Option<(Kind, String)> {
    Some((entry.kind, folded(entry.preferred(Lang::Persian)?)))
}

/// A form to which `new` gives another status than `present`; admitting a preferred form does not count as different.
fn two_statuses(present: &Entry, new: &Entry) -> Option<String> {
    let settled = |status| if status == Status::Forbidden { 1 } else { 0 };
    for lang in Lang::ALL {
        for term in new.terms(lang) {
            let form = folded(&term.text);
            let same = |other: &&Term| other.text == term.text || folded(&other.text) == form;
            let other = present.terms(lang).iter().find(same);
            if other.is_some_and(|other| settled(other.status) != settled(term.status)) {
                return Some(term.text.clone());
            }
        }
    }
    None
}

/// Replaces what `present` says with what `new` says, and keeps what `new` says nothing about.
fn take_over(present: &mut Entry, new: &Entry) {
    let mut entry = new.clone();
    let prefers = translation(new).is_some();
    for lang in Lang::ALL {
        let old = std::mem::take(present.terms_mut(lang));
        let terms = entry.terms_mut(lang);
        for term in old {
            let is_given_up = term.status == Status::Preferred && prefers;
            let form = folded(&term.text);
            if !is_given_up && terms.iter().all(|other| folded(&other.text) != form) {
                terms.push(term);
            }
        }
        terms.sort_by_key(|term| term.status);
    }
    if entry.note.is_empty() {
        entry.note = std::mem::take(&mut present.note);
    }
    *present = entry;
}

/// Adds the terms, and the note where there is none; `true` where there was something to add.
fn add(present: &mut Entry, new: Entry) -> bool {
    let before = present.clone();
    for (terms, new) in [(&mut present.persian, new.persian), (&mut present.english, new.english)] {
        for mut term in new {
            let form = folded(&term.text);
            if terms.iter().any(|other| folded(&other.text) == form) {
                continue;
            }
            if term.status == Status::Preferred {
                term.status = Status::Admitted;
            }
            terms.push(term);
        }
        terms.sort_by_key(|term| term.status);
    }
    if present.note.is_empty() {
        present.note = new.note;
    }
    *present != before
}
