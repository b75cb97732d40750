//! A glossary: the set of its entries, ready for their terms to be found.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::glossary::entry::Entry;
use crate::glossary::finder::Finder;
use crate::glossary::occurrence::{Mentions, Occurrence, TermId, in_parts};
use crate::glossary::packed::{Packed, Part};
use crate::glossary::term::{Status, Term};
use crate::glossary::variant::{self, Index, Variant};
use crate::segment::Article;
use crate::text::{Folded, Lang, Span, fold};

/// Entries, and the means to find their terms.
#[derive(Debug)]
pub struct Glossary {
    entries: Vec<Entry>,
    persian: Made,
    english: Made,
    /// The parts made in an earlier run.
    packed: Packed,
}

/// What is made from the terms of one language, each part when it is first needed: most runs do not need all of it.
#[derive(Debug, Default)]
struct Made {
    finder: OnceLock<Finder>,
    variants: OnceLock<Index>,
}

impl Glossary {
    /// A glossary of `entries`, in the order in which they are to be offered.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self::with(entries, Packed::default())
    }

    fn with(entries: Vec<Entry>, packed: Packed) -> Self {
        Self { persian: Made::default(), english: Made::default(), entries, packed }
    }

    /// The glossary that was packed; `None` where the bytes are not a packed one. Its other parts are unpacked when
    /// they are needed.
    pub fn unpack(packed: Packed) -> Option<Self> {
        let entries = packed.get(Part::Entries)?;
        Some(Self::with(entries, packed))
    }

    /// All that was made so far, this time or earlier; `None` where nothing is new.
    pub fn pack(&self) -> Option<Packed> {
        let is_new = |part: Part| !self.packed.has(part);
        let mut new = Packed::default();
        if is_new(Part::Entries) {
            new.set(Part::Entries, &self.entries);
        }
        for lang in Lang::ALL {
            if let Some(finder) = self.made(lang).finder.get()
                && is_new(Part::Finder(lang))
            {
                new.set(Part::Finder(lang), finder.patterns());
            }
            if let Some(index) = self.made(lang).variants.get()
                && is_new(Part::Variants(lang))
            {
                new.set_bytes(Part::Variants(lang), index.pack());
            }
        }
        (new != Packed::default()).then(|| new.or(&self.packed))
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry that `id` belongs to.
    pub fn entry(&self, id: TermId) -> &Entry {
        &self.entries[id.entry]
    }

    /// The term that `id` means in a text in `lang`.
    pub fn term(&self, id: TermId, lang: Lang) -> &Term {
        &self.entry(id).terms(lang)[id.term]
    }

    /// The forms to write in the other language for `occurrence`, which stands in a text in `lang`, each once.
    pub fn translations(&self, occurrence: &Occurrence, lang: Lang) -> Vec<&str> {
        let mut forms = Vec::new();
        for id in &occurrence.terms {
            let form = self.entry(*id).preferred(lang.other());
            forms.extend(form.filter(|form| !forms.contains(form)));
        }
        forms
    }

    /// Where terms stand in `text`, in order, none overlapping another.
    ///
    /// What counts as a name can depend on the whole text: pass all of an article.
    pub fn occurrences(&self, text: &str, lang: Lang) -> Vec<Occurrence> {
        self.finder(lang).occurrences(text, &fold(text))
    }

    /// The same in a text that folds to `folded`, and also all places where terms stand.
    pub fn find(&self, text: &str, folded: &Folded, lang: Lang) -> (Vec<Occurrence>, Mentions) {
        self.finder(lang).find(text, folded)
    }

    /// Where terms stand in each of `parts` of `text`, with spans in the part; the parts are in order, as segments are.
    ///
    /// The whole text is searched, so that a full name in one part is evidence for a surname in another.
    pub fn occurrences_in_parts(
        &self,
        text: &str,
        parts: impl IntoIterator<Item = Span>,
        lang: Lang,
    ) -> Vec<Vec<Occurrence>> {
        in_parts(&self.occurrences(text, lang), parts)
    }

    /// The entries that have a term in `text`, by index: those inside longer ones too, and everyday words that could be
    /// one.
    pub fn entries_in(&self, text: &str, lang: Lang) -> BTreeSet<usize> {
        let mentions = self.mentions(text, &fold(text), lang);
        mentions.entries_in(Span::new(0, text.len()))
    }

    /// All places in `text`, which folds to `folded`, where terms stand: those inside longer ones too, and everyday
    /// words that could be one.
    pub fn mentions(&self, text: &str, folded: &Folded, lang: Lang) -> Mentions {
        self.finder(lang).mentions(text, folded)
    }

    /// Where names stand in `text` in a spelling that no entry lists, in order, none overlapping another.
    pub fn variants(&self, text: &str, lang: Lang) -> Vec<Variant> {
        let folded = fold(text);
        let names = self.finder(lang).occurrences(text, &folded);
        self.variants_beside(&Article::new(text, lang), &folded, &names)
    }

    /// The same in an article whose text folds to `folded`, given the terms that were already found in it.
    pub fn variants_beside(
        &self,
        article: &Article,
        folded: &Folded,
        names: &[Occurrence],
    ) -> Vec<Variant> {
        variant::find(self.index(article.lang()), article, folded, names)
    }

    /// Makes what is needed to find terms in texts in both languages: with a spare core this can be done before it is
    /// needed.
    pub fn prepare_terms(&self) {
        for lang in Lang::ALL {
            self.finder(lang);
        }
    }

    /// The same for variants in texts in `lang`, which takes longest of all.
    pub fn prepare_variants(&self, lang: Lang) {
        self.index(lang);
    }

    /// What to write for `variant`, found in a text in `lang`: the term it is near, or the preferred one where that is
    /// forbidden.
    pub fn right_spelling(&self, variant: &Variant, lang: Lang) -> &str {
        let spelled = |id: &TermId| {
            let term = self.term(*id, lang);
            (term.status != Status::Forbidden).then_some(term.text.as_str())
        };
        let near = variant.near.iter().find_map(spelled);
        let preferred = || variant.near.iter().find_map(|&id| self.entry(id).preferred(lang));
        near.or_else(preferred).unwrap_or_default()
    }

    fn finder(&self, lang: Lang) -> &Finder {
        self.made(lang).finder.get_or_init(|| {
            let packed = self.packed.get(Part::Finder(lang));
            let finder =
                packed.and_then(|patterns| Finder::unpacked(patterns, &self.entries, lang));
            finder.unwrap_or_else(|| Finder::new(&self.entries, lang))
        })
    }

    fn index(&self, lang: Lang) -> &Index {
        self.made(lang).variants.get_or_init(|| {
            let packed = self.packed.bytes(Part::Variants(lang));
            let index = Index::unpack(packed, &self.entries, lang);
            index.unwrap_or_else(|| Index::new(&self.entries, lang))
        })
    }

    fn made(&self, lang: Lang) -> &Made {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }
}
