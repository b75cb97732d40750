//! Which entries have a form that a user asks for.

use crate::glossary::conflict::folded;
use crate::glossary::entry::Entry;
use crate::glossary::term::Status;
use crate::text::Lang;

impl Entry {
    /// Whether one of its forms is `form`, as both fold.
    pub fn has(&self, form: &str) -> bool {
        let wanted = folded(form);
        self.any(|folded| folded == wanted)
    }

    /// Whether `part` stands in one of its forms or in its note, as they fold.
    pub fn mentions(&self, part: &str) -> bool {
        let wanted = folded(part);
        !wanted.is_empty()
            && (self.any(|form| form.contains(&wanted)) || folded(&self.note).contains(&wanted))
    }

    /// Whether `form` is to be written in one of the languages, as both fold.
    pub fn prefers(&self, form: &str) -> bool {
        let wanted = folded(form);
        let mut languages = Lang::ALL.into_iter();
        languages.any(|lang| self.preferred(lang).is_some_and(|term| folded(term) == wanted))
    }

    /// Removes `form`, as it folds, wherever it is not to be written.
    pub fn take_out(&mut self, form: &str) {
        let wanted = folded(form);
        for terms in [&mut self.persian, &mut self.english] {
            terms.retain(|term| term.status == Status::Preferred || folded(&term.text) != wanted);
        }
    }

    fn any(&self, mut is_it: impl FnMut(&str) -> bool) -> bool {
        let mut terms = Lang::ALL.into_iter().flat_map(|lang| self.terms(lang));
        terms.any(|term| is_it(&folded(&term.text)))
    }
}
