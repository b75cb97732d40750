//! Whether a wrong form of a name is certainly meant for that name.
//!
//! Mylan is no misspelt Milan, and Sidney Powell no misspelt Sydney. So the article must have the name in the same
//! passage, where it is no word and no form of another entry («دوما» is Douma and the Duma), and in English no word
//! beside it may make it somebody else's.

use std::rc::Rc;

use crate::align::ReadArticle;
use crate::check::names::sounding::{Heard, HeardParts};
use crate::check::passage::{Passage, mentions};
use crate::glossary::{Ending, Glossary, Kind, Occurrence, Status, TermId, opens_or_titles};
use crate::text::grammar::has_ezafe;
use crate::text::{Lang, Span};

/// What is needed to decide whether a form is meant for a name.
pub(crate) struct Certain<'a> {
    pub(crate) target: &'a ReadArticle<'a>,
    /// The article and its passages, where it is known.
    pub(crate) source: Option<(&'a ReadArticle<'a>, &'a [Passage])>,
    pub(crate) glossary: &'a Glossary,
    /// How the passages of the article sound.
    heard: HeardParts<'a>,
}

impl<'a> Certain<'a> {
    pub(crate) fn new(
        target: &'a ReadArticle<'a>,
        source: Option<(&'a ReadArticle<'a>, &'a [Passage])>,
        glossary: &'a Glossary,
    ) -> Self {
        Self { target, source, glossary, heard: HeardParts::default() }
    }

    /// How a passage of the article sounds.
    pub(crate) fn heard(&self, source: &'a ReadArticle<'a>, passage: &Passage) -> Rc<Heard<'a>> {
        self.heard.of(source, passage.source)
    }

    /// The article, and its passages whose translation has `span`; `None` where it is not known.
    pub(crate) fn source_of(
        &self,
        span: Span,
    ) -> Option<(&'a ReadArticle<'a>, impl Iterator<Item = &'a Passage>)> {
        let (source, passages) = self.source?;
        let here = passages.iter();
        Some((source, here.filter(move |it| it.target.covers(span))))
    }

    /// Whether the words at `span`, a form of these `terms` or near one, are certainly meant for their entries.
    pub(crate) fn is_of(&self, span: Span, terms: &[TermId]) -> bool {
        let Some((source, mut here)) = self.source_of(span) else {
            return !self.is_before_other(span, terms) && !self.is_after_name(span);
        };
        let is_named = here.any(|passage| {
            let everywhere = source.mentions();
            let named = everywhere.entries_certainly_in(passage.source, source.names());
            terms.iter().any(|id| named.contains(&id.entry))
        });
        // Before a surname that the article has, a given name speaks for it.
        let is_after_other = || self.is_after_name(span) && !self.are_people(terms);
        is_named && !self.is_before_other(span, terms) && !is_after_other()
    }

    /// Whether some passage of the article names one of these entries, as itself, more often than its translation does
    /// in an allowed form, not counting `span`. If not, the form at `span` is another name: Sepahan beside Isfahan,
    /// Kiev beside Kyiv.
    pub(crate) fn is_wanting(&self, span: Span, terms: &[TermId]) -> bool {
        let Some((source, mut here)) = self.source_of(span) else {
            return true;
        };
        let lang = self.target.article().lang();
        let is_allowed = |id: &TermId| self.glossary.term(*id, lang).status != Status::Forbidden;
        let others = self.target.names().iter();
        let others = others.filter(|name| !name.span.overlaps(span));
        let others: Vec<Occurrence> =
            others.filter(|name| name.terms.iter().any(is_allowed)).cloned().collect();
        let named: Vec<Occurrence> = itself(source).cloned().collect();
        here.any(|passage| {
            let mut entries = terms.iter().map(|id| id.entry);
            entries.any(|entry| {
                mentions(&others, passage.target, entry) < mentions(&named, passage.source, entry)
            })
        })
    }

    /// Whether these words are the head of a longer name: no Muhammad Ali is Mohammad Ali Talebi.
    pub(crate) fn is_before_other(&self, span: Span, terms: &[TermId]) -> bool {
        (self.is_word(span) || self.are_people(terms)) && self.is_before_name(span)
    }

    /// Whether one word stands at `span`.
    fn is_word(&self, span: Span) -> bool {
        !span.of(self.target.article().text()).contains(' ')
    }

    /// Whether these terms are all of persons.
    pub(crate) fn are_people(&self, terms: &[TermId]) -> bool {
        let is_person = |id: &TermId| self.glossary.entry(*id).kind == Kind::Person;
        terms.iter().all(is_person)
    }

    /// Whether a word that may be a name follows an English word, on the next line too, where the text is broken into
    /// lines.
    fn is_before_name(&self, span: Span) -> bool {
        let after = &self.target.article().text()[span.end..];
        let rest = after.trim_start_matches(is_between);
        let gap = after.len() - rest.len();
        let length = rest.find(|c: char| !is_in_word(c)).unwrap_or(rest.len());
        let start = span.end + gap;
        let are_together = gap > 0 && after[..gap].matches('\n').count() < 2;
        are_together && self.may_be_name(Span::new(start, start + length))
    }

    /// Whether a word that may be a name stands before an English word, or before its comma: "Powell, Sidney".
    fn is_after_name(&self, span: Span) -> bool {
        let before = &self.target.article().text()[..span.start];
        let rest = before.trim_end_matches(|c| is_between(c) || c == ',');
        let start = rest.trim_end_matches(is_in_word).len();
        let gap = &before[rest.len()..];
        let are_together = !gap.is_empty() && !gap.contains('\n');
        self.is_word(span) && are_together && self.may_be_name(Span::new(start, rest.len()))
    }

    /// Whether the English word at `beside` has the capital of a name, and is in no term.
    fn may_be_name(&self, beside: Span) -> bool {
        let article = self.target.article();
        let word = beside.of(article.text());
        article.lang() == Lang::English
            && word.starts_with(char::is_uppercase)
            && !opens_or_titles(word)
            && self.target.name_at(beside).is_none()
    }
}

/// The names of an article without those that carry a ye, which makes another name or an adjective of them: Azmoun,
/// Azmouni; a Peking duck.
fn itself<'a>(source: &'a ReadArticle<'_>) -> impl Iterator<Item = &'a Occurrence> {
    let text = source.article().text();
    let is_itself = move |name: &&Occurrence| {
        name.ending != Ending::Ye || has_ezafe(name.span.of(text), &text[name.span.end..])
    };
    source.names().iter().filter(is_itself)
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
}

/// Whether `c` can stand between the words of one name: Sidney “Sid” Powell, Sidney-Powell.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '"' | '“' | '”' | '‘')
}
