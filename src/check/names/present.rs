//! Which names stand in a part of a translation, in full or in a short form.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::align::ReadArticle;
use crate::check::names::short_name::{ShortNames, is_part_of_term};
use crate::glossary::{Entry, Glossary, Kind, Mentions, Occurrence, Term, Variant};
use crate::text::{Lang, Span};

/// What stands in a part of the translation.
pub(crate) struct Present<'a> {
    /// The entries, by index.
    pub(crate) entries: BTreeSet<usize>,
    /// The persons that stand there as a part of another's full name alone.
    in_others: BTreeSet<usize>,
    part: Span,
    pub(crate) target: &'a ReadArticle<'a>,
    glossary: &'a Glossary,
    /// The words of the part, made when they are first asked for.
    said: OnceCell<ShortNames>,
}

impl<'a> Present<'a> {
    /// What stands in a `part` of a translation, with the `variants` in it; in Persian also what does in Latin letters,
    /// as (KCNA) often does.
    pub(crate) fn of(
        part: Span,
        target: &'a ReadArticle<'a>,
        glossary: &'a Glossary,
        in_latin: &Mentions,
        variants: &[Variant],
    ) -> Self {
        let mut present = Self {
            entries: in_latin.entries_in(part),
            in_others: BTreeSet::new(),
            part,
            target,
            glossary,
            said: OnceCell::new(),
        };
        for (span, entry) in target.mentions().places_in(part) {
            match present.within_other(span, entry) {
                None => present.entries.insert(entry),
                Some(Kind::Person) => present.in_others.insert(entry),
                Some(_) => false,
            };
        }
        let here = variants.iter().filter(|variant| part.covers(variant.span));
        let near = here.flat_map(|variant| &variant.near);
        present.entries.extend(near.map(|id| id.entry));
        present
    }

    /// Whether one of the entries is there, or a short form of it. A person that the source has in full must be there
    /// as more than a part of another's full name.
    pub(crate) fn has_one(&self, entries: &[usize], is_full: bool) -> bool {
        let has = |&number: &usize| {
            let entry = &self.glossary.entries()[number];
            let is_short = || self.in_others.contains(&number) || self.said().has(entry);
            let is_of_another = || match entry.kind {
                Kind::Person => is_full && self.is_of_another(entry),
                Kind::Organisation | Kind::Event => self.is_in_another(entry),
                _ => false,
            };
            self.entries.contains(&number)
                || self.has_body_of(entry)
                || (is_short() && !is_of_another())
        };
        entries.iter().any(has)
    }

    /// Whether one of these phrases, as they fold, is there.
    pub(crate) fn says(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.said().says(phrase))
    }

    /// Where a term of an entry stands.
    pub(crate) fn places_of(&self, entry: usize) -> impl Iterator<Item = Span> {
        let there = self.target.mentions().places_in(self.part);
        there.filter(move |(_, its)| *its == entry).map(|(span, _)| span)
    }

    /// The words of the part.
    fn said(&self) -> &ShortNames {
        let said = || ShortNames::new(self.part.of(self.target.article().text()), self.lang());
        self.said.get_or_init(said)
    }

    /// Whether a body of an organisation is there, which English calls by it first: «شورای امنیت», the UN Security
    /// Council, for the UN.
    fn has_body_of(&self, whole: &Entry) -> bool {
        let is_of = |body: &Entry, name: &str| {
            let mut terms = body.english.iter();
            body.kind == Kind::Organisation
                && terms.any(|term| {
                    let rest = term.text.strip_prefix(name);
                    rest.is_some_and(|rest| rest.starts_with(' '))
                })
        };
        let mut bodies = self.entries.iter();
        self.lang() == Lang::Persian
            && whole.kind == Kind::Organisation
            && bodies.any(|&body| {
                let body = &self.glossary.entries()[body];
                let mut names = whole.english.iter();
                names.any(|name| is_of(body, &name.text))
            })
    }

    fn lang(&self) -> Lang {
        self.target.article().lang()
    }

    /// Whether a person, who is there in a short form, is so only in the full names of others, and without the given
    /// name anywhere: «جو بایدن» for Hunter Biden, but not «هانتر، پسر جو بایدن».
    fn is_of_another(&self, person: &Entry) -> bool {
        let rest = self.said_outside(|name| {
            let mut its = name.terms.iter().map(|&id| self.glossary.entry(id));
            its.all(|other| self.is_another(person, other))
        });
        rest.is_some_and(|rest| !rest.has(person) && !rest.has_given_name(person))
    }

    /// Whether a body or event, which is there in a short form, is so only in the names of others: the "Energy Agency"
    /// of the International Energy Agency is not that of Atomic Energy. A part of its own name is no other.
    fn is_in_another(&self, entry: &Entry) -> bool {
        let text = self.target.article().text();
        let rest = self.said_outside(|name| {
            let mut its = name.terms.iter().map(|&id| self.glossary.entry(id));
            let is_other = |other: &Entry| {
                other != entry && matches!(other.kind, Kind::Organisation | Kind::Event)
            };
            its.all(is_other) && !is_part_of_term(name.span.of(text), entry, self.lang())
        });
        rest.is_some_and(|rest| !rest.has(entry))
    }

    /// The words of the part outside the names of several words that are such ones; nothing where there is none.
    fn said_outside(&self, is_such: impl Fn(&Occurrence) -> bool) -> Option<ShortNames> {
        let text = self.target.article().text();
        let mut rest = String::new();
        let mut start = self.part.start;
        for name in self.target.names() {
            let is_full = self.part.covers(name.span) && name.span.of(text).contains(' ');
            if is_full && is_such(name) {
                rest.push_str(&text[start..name.span.start]);
                rest.push('\n');
                start = name.span.end;
            }
        }
        rest.push_str(&text[start..self.part.end]);
        (start > self.part.start).then(|| ShortNames::new(&rest, self.lang()))
    }

    /// Whether an entry is another person than this one, who may be entered by the surname alone: von der Leyen is
    /// Ursula von der Leyen.
    fn is_another(&self, person: &Entry, other: &Entry) -> bool {
        let name = person.preferred(self.lang()).unwrap_or_default();
        let ends_in_it = |term: &Term| {
            let before = term.text.strip_suffix(name);
            before
                .is_some_and(|before| before.is_empty() || before.ends_with([' ', '-', '\u{200C}']))
        };
        let mut terms = other.terms(self.lang()).iter();
        other.kind == Kind::Person && other != person && !terms.any(ends_in_it)
    }

    /// The kind of an entry that stands at `span` of the translation only inside the name of another of its kind: a
    /// country (Sudan of South Sudan) or a person (Sharif of Nawaz Sharif).
    fn within_other(&self, span: Span, entry: usize) -> Option<Kind> {
        let entry = &self.glossary.entries()[entry];
        let kind = entry.kind;
        if !matches!(kind, Kind::Country | Kind::Person) {
            return None;
        }
        let longer = self.target.name_at(span);
        let longer = longer.filter(|name| name.span != span && name.span.covers(span));
        let is_other = |other: &Entry| match kind {
            Kind::Person => self.is_another(entry, other),
            _ => other.kind == kind && !are_one(entry, other),
        };
        longer
            .is_some_and(|name| name.terms.iter().map(|&id| self.glossary.entry(id)).all(is_other))
            .then_some(kind)
    }
}

/// Whether two countries are one, by its short and its full name: they share a form in one language, and in the other
/// that of one stands in that of the other. The two Congos share "Congo" alone.
fn are_one(one: &Entry, other: &Entry) -> bool {
    let any = |lang: Lang, are_so: fn(&str, &str) -> bool| {
        let mut terms = one.terms(lang).iter();
        terms.any(|term| {
            let mut others = other.terms(lang).iter();
            others.any(|other| are_so(&term.text, &other.text))
        })
    };
    let is_in = |one: &str, other: &str| one.contains(other) || other.contains(one);
    let mut langs = Lang::ALL.into_iter();
    langs.any(|lang| any(lang, |one, other| one == other) && any(lang.other(), is_in))
}
