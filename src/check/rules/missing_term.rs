//! `missing-term`: names of the source that its translation lacks.
//!
//! Any form of the entry will do, the forbidden ones and variants too: those are findings of their own. A name with a
//! ye written on to it asks for nothing where it can be an adjective.

use std::cell::OnceCell;

use foldhash::{HashMap, HashSet};

use crate::check::finding::Finding;
use crate::check::moved::Moved;
use crate::check::names::event::Event;
use crate::check::names::government::{self, Named};
use crate::check::names::headline::{is_of_person, place_of_names, with_lead};
use crate::check::names::own_name::Surname;
use crate::check::names::present::Present;
use crate::check::names::sounding::HeardParts;
use crate::check::names::together;
use crate::check::names::unasked::{are_initials_of_other, is_unasked};
use crate::check::options::Scope;
use crate::check::passage::{Passage, headline};
use crate::check::rule::{About, Rule, Severity};
use crate::check::translation::Translation;
use crate::glossary::{
    Ending, Entry, Glossary, Kind, Mentions, Occurrence, Status, TermId, Variant,
};
use crate::text::grammar::has_ezafe;
use crate::text::{Lang, Span};

pub(crate) const ABOUT: About = About {
    name: "missing-term",
    severity: Severity::Warning,
    says: "a name stands in the article, and none of its forms where the translation should have it",
    why: "The name was left out, or is written in a way that the glossary does not know. Any form of the entry will do, and \
          so will a surname that is no part of another's full name, an institution in small letters or without its country, or its \
          members. The first mention must be there, in the translation of its paragraph or in one near by that has it without its source, \
          those of a headline that is reworded or shortened there or in the lead, as is the country of somebody who is named; a capital may be its country, and the reverse, where it is no place; \
          later ones may be \"he\" or \"the minister\". A name inside a longer one asks for nothing, nor do \
          the words of sums and dates, $5 has no dollar in it and «دوم خرداد ۱۴۰۳» is a day and not the event of that name, nor an event that is said by \
          its date, nor a dateline \
          and its agency, nor the names of those who wrote the article, nor a name with a ye that can make an adjective of it, nor a word that is a person's surname as it sounds: Ashouri for «آشوری».",
    fix: "None.",
    example: ["لاوروف به وونسان رفت.", "Lavrov went there.", "Lavrov went to Wonsan."],
};

/// What Persian says of places before their names.
const KINDS_OF_PLACES: [&str; 6] = ["استان", "ایالت", "جزیره", "شهر", "شهرستان", "ولایت"];

/// A translation in which names are looked for.
struct Search<'a> {
    translation: Translation<'a>,
    glossary: &'a Glossary,
    scope: Scope,
    /// What stands in a Persian target as English has it; nothing of an English one.
    in_latin: Mentions,
    /// The variants in the target.
    variants: &'a [Variant],
    /// What stands in the translation of another passage.
    moved: &'a Moved<'a>,
    /// Who wrote the article.
    credits: OnceCell<Vec<Span>>,
    /// How the parts of the translation sound.
    heard: HeardParts<'a>,
    /// The datelines of the article, and those of the translation.
    datelines: OnceCell<[Vec<Span>; 2]>,
}

/// How it stands with a name of the source.
enum Standing {
    /// Its translation has it, or need not.
    Said,
    /// It is left out with what it stands in, and the next mention counts as the first one.
    LeftOut,
    Missing,
}

/// The names of the source that the translation lacks.
pub(crate) fn check<'a>(
    translation: &Translation<'a>,
    glossary: &'a Glossary,
    scope: Scope,
    variants: &'a [Variant],
    moved: &'a Moved<'a>,
) -> Vec<Finding> {
    let search = Search {
        translation: *translation,
        glossary,
        scope,
        in_latin: translation.in_latin(glossary),
        variants,
        moved,
        credits: OnceCell::new(),
        heard: HeardParts::default(),
        datelines: OnceCell::new(),
    };
    let mut present = HashMap::default();
    let mut mentioned: HashSet<usize> = HashSet::default();
    let mut findings = Vec::new();
    for place in &search.places() {
        if matches!(scope, Scope::Segment | Scope::Paragraph) {
            mentioned.clear();
        }
        let names = translation.source.names_in(place.source).iter();
        for name in names.filter(|name| search.is_asked_for(name)) {
            let entries: Vec<usize> = name.terms.iter().map(|id| id.entry).collect();
            let part = search.part_with(place, name);
            let present = present.entry(part).or_insert_with(|| search.present(part));
            let is_mentioned = entries.iter().any(|entry| mentioned.contains(entry));
            let standing = if is_mentioned {
                Standing::Said
            } else {
                search.standing(place, name, &entries, present)
            };
            if matches!(standing, Standing::LeftOut) {
                continue;
            }
            mentioned.extend(&entries);
            mentioned.extend(search.last_words(name.span));
            if matches!(standing, Standing::Missing) {
                findings.extend(search.finding(place, name));
            }
        }
    }
    findings
}

/// A part of the source, and the part of the translation in which its names are looked for.
struct Place<'a> {
    source: Span,
    target: Span,
    passage: &'a Passage,
    /// The number of the passage.
    number: usize,
    is_headline: bool,
}

impl<'a> Search<'a> {
    /// How it stands with the first mention of a name.
    fn standing(
        &self,
        place: &Place<'_>,
        name: &Occurrence,
        entries: &[usize],
        present: &Present<'_>,
    ) -> Standing {
        let is_there = present.has_one(entries, self.is_full(name))
            || self.is_by_government(place, name, entries, present)
            || self.is_in_parts(name, present)
            || self.is_glossed(name, present);
        let may_be_moved = self.scope == Scope::FirstMention && !place.is_headline;
        if is_there || may_be_moved && self.moved.has_name(place.number, entries) {
            return Standing::Said;
        }
        let credits = self.credits.get_or_init(|| self.translation.source.article().credits());
        if is_in(credits, name.span) {
            return Standing::LeftOut;
        }
        let [theirs, ours] = self.datelines();
        if is_in(theirs, name.span) {
            if self.are_all(name, |entry| entry.kind == Kind::Organisation) {
                return Standing::Said;
            }
            // No newsroom prints another's dateline; the place may be named in its text.
            if !ours.iter().any(|own| place.passage.target.covers(*own)) {
                return Standing::LeftOut;
            }
        }
        let Translation { source, target, .. } = self.translation;
        let (of_source, of_target) = (place.source, place.target);
        let event = Event { name, source, target, of_source, of_target };
        let is_something_else = event.is_date(self.glossary)
            || self.is_persons(place, name)
            || are_initials_of_other(source, name);
        if is_something_else { Standing::Said } else { Standing::Missing }
    }

    /// The part of the translation in which a name is looked for.
    fn part_with(&self, place: &Place<'_>, name: &Occurrence) -> Span {
        let Translation { source, passages, .. } = self.translation;
        let may_be_in_lead = place.is_headline && self.scope == Scope::FirstMention;
        if may_be_in_lead && is_of_person(source, self.glossary, name) {
            with_lead(passages)
        } else {
            place.target
        }
    }

    fn datelines(&self) -> &[Vec<Span>; 2] {
        self.datelines.get_or_init(|| {
            let Translation { source, target, .. } = self.translation;
            [source, target].map(|read| read.article().datelines())
        })
    }

    /// The places, in the order of the source.
    fn places(&self) -> Vec<Place<'a>> {
        let whole = Span::new(0, self.translation.target.article().text().len());
        let headline = headline(self.translation.source.article(), self.translation.passages);
        let mut places = Vec::new();
        for (number, passage) in self.translation.passages.iter().enumerate() {
            let is_headline = number == 0 && headline.is_some();
            let target = match self.scope {
                Scope::Document => whole,
                Scope::FirstMention if is_headline => place_of_names(
                    self.translation.source,
                    self.translation.target,
                    self.translation.passages,
                ),
                _ => passage.target,
            };
            let place = |source, target| Place { source, target, passage, number, is_headline };
            let mut start = passage.source.start;
            if self.scope == Scope::Segment {
                for pair in &passage.pairs {
                    places.push(place(Span::new(start, pair.source.start), target));
                    places.push(place(pair.source, pair.target));
                    start = pair.source.end;
                }
            }
            places.push(place(Span::new(start, passage.source.end), target));
        }
        places
    }

    /// Whether the government that a name may stand for is there by another name: that of its country, or capital, of
    /// several countries, or of what is theirs.
    fn is_by_government(
        &self,
        place: &Place<'_>,
        name: &Occurrence,
        entries: &[usize],
        present: &Present<'_>,
    ) -> bool {
        let named = Named {
            source: self.translation.source,
            span: name.span,
            part: place.source,
            entries,
            is_headline: place.is_headline,
        };
        government::is_said(&named, present, self.glossary)
            || together::is_said(&named, present, self.glossary)
    }

    /// Whether a name is two that stand side by side, and both are there: the Taliban and Pakistan, in «طالبان پاکستان
    /// را محکوم کرد».
    fn is_in_parts(&self, name: &Occurrence, present: &Present<'_>) -> bool {
        let text = self.translation.source.article().text();
        let inside = || {
            let inside = self.translation.source.mentions().places_in(name.span);
            inside.filter(|(span, entry)| *span != name.span && present.has_one(&[*entry], false))
        };
        let Some((first, _)) = inside().find(|(span, _)| span.start == name.span.start) else {
            return false;
        };
        let rest = text[first.end..].trim_start();
        let start = text.len() - rest.len();
        inside().any(|(span, _)| span == Span::new(start, name.span.end))
    }

    /// Whether a name follows at once in brackets, and is there: «مقاومت اسلامی (حماس)».
    fn is_glossed(&self, name: &Occurrence, present: &Present<'_>) -> bool {
        const OPENING: &str = " (";
        let text = self.translation.source.article().text();
        let start = name.span.end + OPENING.len();
        let mut others = self.translation.source.names().iter();
        text[name.span.end..].starts_with(OPENING)
            && others.any(|other| {
                let mut entries = other.terms.iter().map(|id| id.entry);
                other.span.start == start
                    && text[other.span.end..].starts_with(')')
                    && entries.any(|entry| present.has_one(&[entry], false))
            })
    }

    /// Whether a name must be in the translation.
    fn is_asked_for(&self, name: &Occurrence) -> bool {
        let is_in_placeables = self.are_all(name, |entry| entry.kind.is_in_placeables());
        let (text, span) = (self.translation.source.article().text(), name.span);
        (name.ending != Ending::Ye || has_ezafe(span.of(text), &text[span.end..]))
            && !is_in_placeables
            && !self.is_description(name)
            && !is_unasked(self.translation.source, self.glossary, name)
    }

    /// Whether a name is written in several words, as its entry prefers it: «آیت‌الله خامنه‌ای» can be said of two.
    fn is_full(&self, name: &Occurrence) -> bool {
        let article = self.translation.source.article();
        let status = |&id: &TermId| self.glossary.term(id, article.lang()).status;
        let mut terms = name.terms.iter();
        name.span.of(article.text()).contains(' ')
            && terms.any(|id| status(id) == Status::Preferred)
    }

    /// The persons whose names are the last words of a name, by index: Putin of Vladimir Putin, who may be "he" from
    /// then on; and the places that a name is of which says what they are: «البرز» of «استان البرز».
    fn last_words(&self, name: Span) -> impl Iterator<Item = usize> {
        let text = self.translation.source.article().text();
        let inside = self.translation.source.mentions().places_in(name);
        let last = inside.filter(move |(span, _)| span.start > name.start && span.end == name.end);
        last.filter_map(move |(span, entry)| {
            let is_so = match self.glossary.entries()[entry].kind {
                Kind::Person => true,
                Kind::City | Kind::Place | Kind::Region => {
                    KINDS_OF_PLACES.contains(&text[name.start..span.start].trim_end())
                }
                _ => false,
            };
            is_so.then_some(entry)
        })
    }

    /// Whether all entries that a name can be of are such ones.
    fn are_all(&self, name: &Occurrence, such: impl FnMut(&Entry) -> bool) -> bool {
        let mut entries = name.terms.iter().map(|&id| self.glossary.entry(id));
        entries.all(such)
    }

    /// Whether the name of a people or place is a person's there: «محمد آشوری» is Mohammad Ashouri, and no Assyrian; or
    /// is elsewhere in the article, in the full name or as it sounds there.
    fn is_persons(&self, place: &Place<'_>, name: &Occurrence) -> bool {
        let is_other = |entry: &Entry| !matches!(entry.kind, Kind::Person | Kind::Organisation);
        let surname = |name, part| {
            let Translation { source, target, .. } = self.translation;
            Surname::new((source, name), (target, part), self.glossary, &self.heard)
        };
        let here = surname(name.span, place.target);
        let is_elsewhere = || {
            let others = self.translation.source.names().iter();
            let mut others = others.filter(|other| other.terms == name.terms);
            others.any(|other| {
                let mut its =
                    self.translation.passages.iter().filter(|its| its.source.covers(other.span));
                its.any(|its| surname(other.span, its.target).is_persons())
            })
        };
        self.are_all(name, is_other)
            && (here.is_persons() || here.is_in_full_name() || here.is_heard() && is_elsewhere())
    }

    /// Whether a name is written in small letters: parliament, of any country. Terms that are no names are so written.
    fn is_description(&self, name: &Occurrence) -> bool {
        let lang = self.translation.source.article().lang();
        let mut terms = name.terms.iter();
        lang == Lang::English
            && terms.all(|&id| {
                let is_name = !matches!(self.glossary.entry(id).kind, Kind::Concept);
                is_name && !self.glossary.term(id, lang).text.contains(char::is_uppercase)
            })
    }

    /// What stands in a part of the translation.
    fn present(&self, part: Span) -> Present<'_> {
        Present::of(part, self.translation.target, self.glossary, &self.in_latin, self.variants)
    }

    /// Reports that `name` is missing; `None` where the glossary has no form to write.
    fn finding(&self, place: &Place<'_>, name: &Occurrence) -> Option<Finding> {
        let source = self.translation.source.article();
        let forms = forms(self.glossary, name, source.lang().other())?;
        let found = name.span.of(source.text());
        let quoted = source.lang().quote(found);
        Some(Finding {
            rule: Rule::MissingTerm,
            span: place.passage.target_of(name.span.start),
            message: format!("{quoted} is not here; write {forms}"),
            fix: None,
            about: Some(found.to_owned()),
        })
    }
}

/// Whether one of the `spans` has a name in it.
fn is_in(spans: &[Span], name: Span) -> bool {
    spans.iter().any(|span| span.covers(name))
}

/// The preferred form, and the admitted ones.
fn forms(glossary: &Glossary, occurrence: &Occurrence, lang: Lang) -> Option<String> {
    // EU is the union before it is what is European, and «افغانی» a man before it is money.
    let rank = |&&id: &&TermId| match glossary.entry(id).kind {
        Kind::Organisation => 0,
        Kind::Demonym | Kind::Language => 2,
        Kind::Currency => 3,
        _ => 1,
    };
    let status = |id: &TermId| glossary.term(*id, lang.other()).status;
    let first = status(&occurrence.terms[0]);
    let best = occurrence.terms.iter().filter(|id| status(id) == first);
    let entry = glossary.entry(*best.min_by_key(rank)?);
    let preferred = entry.preferred(lang)?;
    let admitted: Vec<String> =
        entry.with_status(lang, Status::Admitted).map(|form| lang.quote(form)).collect();
    Some(match admitted.as_slice() {
        [] => lang.quote(preferred),
        admitted => format!("{} (or {})", lang.quote(preferred), admitted.join(", ")),
    })
}
