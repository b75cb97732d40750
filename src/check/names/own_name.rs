//! Whether what looks like a misspelt name, or lacks one, is the right spelling of another name, which the article has:
//! Hossein Rouhani is no misspelt Hassan Rouhani where the article says «حسین روحانی», nor is Sidney Powell a misspelt
//! Sydney, and Mohammad Ashouri for «محمد آشوری» lacks no Assyrians.

use std::cell::LazyCell;

use crate::align::ReadArticle;
use crate::check::names::certain::Certain;
use crate::check::names::sounding::{FEWEST, HeardParts, Place, Sounding, Terms};
use crate::check::passage::Passage;
use crate::glossary::{Glossary, Kind, Occurrence, Status, TermId, Variant, opens_or_titles};
use crate::text::{HALF_SPACE, Lang, Span};

/// Whether the article has a name of its own in a passage of `variant` that sounds as it does. How often each is named
/// says nothing: in the translation the other one can be "he".
pub(crate) fn has_own_name(certain: &Certain<'_>, variant: &Variant) -> bool {
    let Some((source, mut here)) = certain.source_of(variant.span) else {
        return false;
    };
    let text = source.article().text();
    let sounding = Sounding::of(certain.target.article(), variant.span);
    let is_long = sounding.key.len() >= FEWEST;
    (is_long || sounding.words.len() > 1)
        && here.any(|passage| {
            let heard = certain.heard(source, passage);
            let terms = LazyCell::new(|| Terms::near(variant, source, passage.source));
            sounding.places(&heard).any(|place| {
                // A short name must have its capitals too: Ali Doaei, no Ali Daei.
                (is_long || place.is_capital(text) && sounding.is_word_by_word(&place))
                    && !sounding.is_term(&place, text, &terms)
            })
        })
}

/// Whether `variant`, an English word near the name of no person, is one of a full name that the article has: Sidney of
/// Sidney Powell.
pub(crate) fn is_in_full_name(certain: &Certain<'_>, variant: &Variant) -> bool {
    let (target, span) = (certain.target, variant.span);
    let Some((source, here)) = certain.source_of(span) else {
        return false;
    };
    let here: Vec<&Passage> = here.collect();
    let text = target.article().text();
    if target.article().lang() != Lang::English
        || span.of(text).contains([' ', '-'])
        || certain.are_people(&variant.near)
    {
        return false;
    }
    let beside = words_beside(text, span).into_iter().flatten();
    let mut beside = beside.filter(|word| may_be_persons(target, certain.glossary, *word));
    beside.any(|word| {
        let sounding = Sounding::of(target.article(), together(span, word));
        here.iter().any(|passage| {
            let heard = certain.heard(source, passage);
            let mut places = sounding.places(&heard).filter(|it| sounding.is_word_by_word(it));
            places.any(|place| !source.names().iter().any(|term| term.span.covers(place.span)))
        })
    })
}

/// Whether the article has the `forbidden` form of an institution too, where it does not have the preferred
/// one: «ایتارتاس» is ITAR-TASS, and «تاس» is not.
pub(crate) fn is_said_so(certain: &Certain<'_>, forbidden: &Occurrence) -> bool {
    let Some((source, mut here)) = certain.source_of(forbidden.span) else {
        return false;
    };
    let (glossary, lang) = (certain.glossary, source.article().lang());
    let mut entries = forbidden.terms.iter().map(|&id| glossary.entry(id));
    if entries.any(|entry| entry.kind != Kind::Organisation) {
        return false;
    }
    let sounding = Sounding::of(certain.target.article(), forbidden.span);
    let is_its = |id: &TermId| {
        let is_other = glossary.term(*id, lang).status != Status::Preferred;
        is_other && forbidden.terms.iter().any(|own| own.entry == id.entry)
    };
    sounding.key.len() >= FEWEST
        && here.any(|passage| {
            let heard = certain.heard(source, passage);
            sounding.places(&heard).any(|place| {
                let mut names = source.names().iter();
                names.any(|name| name.span.overlaps(place.span) && name.terms.iter().any(is_its))
            })
        })
}

/// A Persian word of the article, the name of a people or place, that may be a person's, and where it is looked for.
pub(crate) struct Surname<'h, 'a> {
    source: &'a ReadArticle<'a>,
    name: Span,
    target: &'a ReadArticle<'a>,
    part: Span,
    glossary: &'a Glossary,
    /// How the parts of the other article sound.
    heard: &'h HeardParts<'a>,
}

impl<'h, 'a> Surname<'h, 'a> {
    /// The word at `name`, which is without an ending, in the one article; and the part of the other.
    pub(crate) fn new(
        (source, name): (&'a ReadArticle<'a>, Span),
        (target, part): (&'a ReadArticle<'a>, Span),
        glossary: &'a Glossary,
        heard: &'h HeardParts<'a>,
    ) -> Self {
        Self { source, name, target, part, glossary, heard }
    }

    /// Whether the word is a surname: the translation has a word that sounds like it, and either their neighbours sound
    /// alike too, or it can be a surname by its ye («گرجی», Gorji) and follows a title or has [`FEWEST`] consonants.
    pub(crate) fn is_persons(&self) -> bool {
        let text = self.source.article().text();
        let there = self.target.article().text();
        let is_enough = |place: &Place<'_>| {
            let before = words_beside(there, place.span)[0];
            let consonants: u32 = place.words.iter().map(|word| word.key.len()).sum();
            consonants >= FEWEST || before.is_some_and(|before| opens_or_titles(before.of(there)))
        };
        let Some(word) = self.word() else {
            return false;
        };
        let mut beside = words_beside(text, word).into_iter().flatten();
        beside.any(|beside| self.has_place_of(together(word, beside), |_| true))
            || self.has_own_ye(word) && self.has_place_of(word, is_enough)
    }

    /// Whether a word ends in a ye that makes a surname of a place or people: «شیرازی», «گرجی», but not «اندونزی».
    fn has_own_ye(&self, word: Span) -> bool {
        let mut names = self.source.names().iter();
        let name = names.find(|name| name.span.start == self.name.start);
        let mut ids = name.into_iter().flat_map(|name| &name.terms);
        let is_people = ids.any(|&id| self.glossary.entry(id).kind == Kind::Demonym);
        word.of(self.source.article().text()).ends_with('ی')
            && (is_people || word.end > self.name.end)
    }

    /// Whether the article has the word as the last of a person's full name, with the article of Arabic or without:
    /// «سودانی» is Mohammed Shia al-Sudani where «محمد شیاع السودانی» is named.
    pub(crate) fn is_in_full_name(&self) -> bool {
        let text = self.source.article().text();
        let is_its = |name: &Occurrence, word: &str| {
            let (before, last) = name.span.of(text).rsplit_once(' ').unwrap_or_default();
            let mut its = name.terms.iter().map(|&id| self.glossary.entry(id));
            !before.is_empty()
                && last.strip_prefix("ال").unwrap_or(last) == word
                && its.all(|entry| entry.kind == Kind::Person)
        };
        let word = self.word().map(|word| word.of(text));
        word.is_some_and(|word| self.source.names().iter().any(|name| is_its(name, word)))
    }

    /// Whether it stands there as it sounds at all.
    pub(crate) fn is_heard(&self) -> bool {
        let word = self.word();
        word.is_some_and(|word| self.has_place_of(word, |_| true))
    }

    /// The whole word; none where it is more than one.
    fn word(&self) -> Option<Span> {
        let article = self.source.article();
        let rest = &article.text()[self.name.end..];
        let ending = rest.find(|c: char| !is_in_word(c)).unwrap_or(rest.len());
        let word = Span::new(self.name.start, self.name.end + ending);
        let is_one = !word.of(article.text()).contains([' ', HALF_SPACE]);
        (is_one && article.lang() == Lang::Persian).then_some(word)
    }

    /// Whether the words at `span` stand there, word by word, as those of a person's name, at such a place.
    fn has_place_of(&self, span: Span, is_such: impl Fn(&Place<'_>) -> bool) -> bool {
        let sounding = Sounding::of(self.source.article(), span);
        let there = self.heard.of(self.target, self.part);
        sounding.places(&there).any(|place| {
            let mut words = place.words.iter();
            sounding.is_word_by_word(&place)
                && words.all(|word| may_be_persons(self.target, self.glossary, word.span))
                && is_such(&place)
        })
    }
}

/// The words before and after `span`, where nothing but spaces or a hyphen parts them from it.
fn words_beside(text: &str, span: Span) -> [Option<Span>; 2] {
    let is_between = |c: char| matches!(c, ' ' | '\u{A0}' | '-');
    let before = text[..span.start].trim_end_matches(is_between);
    let start = before.trim_end_matches(is_in_word).len();
    let after = text[span.end..].trim_start_matches(is_between);
    let first = text.len() - after.len();
    let length = after.find(|c| !is_in_word(c)).unwrap_or(after.len());
    let before = Span::new(start, before.len());
    let after = Span::new(first, first + length);
    let is_apart =
        |word: &Span| word.start < word.end && (word.end < span.start || word.start > span.end);
    [Some(before).filter(is_apart), Some(after).filter(is_apart)]
}

/// From the first of two words to the last.
fn together(one: Span, other: Span) -> Span {
    Span::new(one.start.min(other.start), one.end.max(other.end))
}

fn is_in_word(c: char) -> bool {
    c.is_alphabetic() || c == HALF_SPACE
}

/// Whether the English word at `word` can be of a person's name: it has a capital, is no title, and in no other term.
fn may_be_persons(target: &ReadArticle<'_>, glossary: &Glossary, word: Span) -> bool {
    let text = word.of(target.article().text());
    let mut ids = target.name_at(word).into_iter().flat_map(|name| &name.terms);
    text.starts_with(char::is_uppercase)
        && !opens_or_titles(text)
        && ids.all(|&id| glossary.entry(id).kind == Kind::Person)
}
