//! What is proposed for the segments of an article: plain data.

use super::loose;
use crate::align::{carry, carry_proposed};
use crate::exchange::xml::content::push_on_one_line;
use crate::glossary::{Glossary, Occurrence};
use crate::matching::{Change, Proposal};
use crate::segment::{Article, Segment};
use crate::text::{Lang, Tag, Tagged};

/// An article with what is proposed for its segments.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// The article.
    pub article: &'a Article,
    /// The name of its file, by which it is found when the draft comes back.
    pub name: &'a str,
    /// A row for each segment, in order.
    pub rows: Vec<Row>,
}

/// What is proposed for one segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The match that is filled in, if there is one.
    pub proposal: Option<Proposal>,
    /// The tags of the segment, at their places in what is filled in.
    pub tags: Vec<Tag>,
    /// The names in the segment, each with its form in the other language: `لاوروف: Lavrov`.
    pub names: Vec<String>,
}

impl Row {
    /// The row for `segment` of `article`, with the names at `names`.
    pub fn new(
        article: &Article,
        segment: &Segment<'_>,
        proposal: Option<Proposal>,
        names: &[Occurrence],
        glossary: &Glossary,
    ) -> Self {
        let lang = article.lang();
        let mut written: Vec<String> = Vec::new();
        for name in names {
            let others = glossary.translations(name, lang);
            let line = format!("{}: {}", name.span.of(segment.text), others.join(" / "));
            if !others.is_empty() && !written.contains(&line) {
                written.push(line);
            }
        }
        let source = article.content().part(segment.span);
        let tags = proposal.as_ref().map_or_else(Vec::new, |proposal| {
            let target = on_one_line(proposal.target(lang));
            if target == proposal.target(lang) {
                carry_proposed(&source, proposal, lang, glossary).tags
            } else {
                carry(&source, &target, lang, glossary).tags
            }
        });
        Self { proposal, tags, names: written }
    }
}

impl Draft<'_> {
    /// The segments, each with its row.
    pub(in crate::exchange) fn filled(&self) -> impl Iterator<Item = (Segment<'_>, &Row)> {
        self.article.segments().into_iter().zip(&self.rows)
    }

    /// The article's text in the other language; segments for which nothing is proposed stay as they are.
    pub fn content(&self) -> Tagged {
        loose::content(self.article, self.targets())
    }

    /// The segments, by their numbers, each with the tags that have no place in what is proposed for it.
    pub fn loose(&self) -> Vec<(usize, Vec<Tag>)> {
        loose::loose(self.article, self.targets())
    }

    fn targets(&self) -> impl Iterator<Item = Option<Tagged>> {
        let lang = self.article.lang();
        self.rows.iter().map(move |row| row.target(lang))
    }
}

impl Row {
    /// The translation that is proposed for a segment in `lang`, on one line.
    pub(in crate::exchange) fn target(&self, lang: Lang) -> Option<Tagged> {
        let proposal = self.proposal.as_ref()?;
        Some(Tagged { text: on_one_line(proposal.target(lang)), tags: self.tags.clone() })
    }

    /// What was exchanged in it, `“10,000” for “12,000”`; empty where nothing was.
    pub(in crate::exchange) fn adapted(&self, lang: Lang) -> String {
        let adaptation = self.proposal.as_ref().and_then(|p| p.adaptation.as_ref());
        let changes = adaptation.into_iter().flat_map(|adaptation| {
            let change = |change: &Change| {
                let new = change.span.of(&adaptation.target);
                let [new, was] = [new, &change.was].map(|text| lang.other().quote(text));
                format!("{new} for {was}")
            };
            adaptation.changes.iter().map(change)
        });
        changes.collect::<Vec<_>>().join(", ")
    }
}

/// A text with its tags as it stands in an article, where a segment has no line breaks.
pub(in crate::exchange) fn tagged_on_one_line(tagged: &Tagged) -> Tagged {
    let mut line = Tagged::default();
    for (text, tag) in tagged.pieces() {
        push_on_one_line(&mut line.text, text);
        line.tags.push(Tag { at: line.text.len(), ..tag.clone() });
    }
    push_on_one_line(&mut line.text, tagged.rest());
    line.trimmed()
}

/// A text as it stands in an article, where a segment has no line breaks.
pub(in crate::exchange) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    push_on_one_line(&mut line, text);
    line.trim().to_owned()
}
