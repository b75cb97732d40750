//! An alignment as texts: what the segments of each bead say, and the units that they make.

use jiff::Timestamp;

use super::bead::Bead;
use crate::segment::Article;
use crate::segment::split::split;
use crate::text::{Lang, Span};
use crate::unit::{Method, Origin, Side, TranslationUnit};

/// Two texts, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// The name of the source, under which its units are kept.
    pub name: String,
    /// The language that was translated from.
    pub source_lang: Lang,
    /// What belongs together, in order.
    pub rows: Vec<Row>,
}

/// What the segments of a bead say; one of the texts can be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The Persian segments, separated by spaces.
    pub persian: String,
    /// The English segments, separated by spaces.
    pub english: String,
    /// How sure it is, from 0 to 1; `None` where a person says that it is right.
    pub confidence: Option<f64>,
    /// Where the segments stand in the source and in the target, where that is known.
    pub spans: [Option<Span>; 2],
}

/// How sure a row is, for whoever reads the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It has one text only.
    Alone,
    /// It should be looked at.
    Doubtful,
    /// It may be wrong.
    Unsure,
    /// It can be skipped.
    Sure,
}

/// The confidence below which a pair is doubtful, and below which it is unsure.
const DOUBTFUL: f64 = 0.6;
const UNSURE: f64 = 0.9;

impl Row {
    /// How sure it is.
    pub fn certainty(&self) -> Certainty {
        match self.confidence {
            _ if !self.is_pair() => Certainty::Alone,
            Some(confidence) if confidence < DOUBTFUL => Certainty::Doubtful,
            Some(confidence) if confidence < UNSURE => Certainty::Unsure,
            _ => Certainty::Sure,
        }
    }

    /// The text in `lang`.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }

    /// The confidence as it is written: with two decimals, rounded down; nothing where a person says that it is right.
    pub fn written_confidence(&self) -> String {
        // A little more, so that 0.29 stays what it is.
        let hundredths = |confidence: f64| (confidence * 100.0 + 1e-9).floor() / 100.0;
        self.confidence
            .map_or_else(String::new, |confidence| format!("{:.2}", hundredths(confidence)))
    }

    /// Whether there is a text in both languages.
    pub fn is_pair(&self) -> bool {
        !self.persian.is_empty() && !self.english.is_empty()
    }

    /// Whether it is a pair whose confidence is at least `least`, from 0 to 1.
    pub fn is_sure(&self, least: f64) -> bool {
        self.is_pair() && self.confidence.is_none_or(|confidence| confidence >= least)
    }
}

impl Alignment {
    /// The alignment that `beads`, made of the segments of the two articles, stand for.
    pub fn new(
        name: impl Into<String>,
        source: &Article,
        target: &Article,
        beads: &[Bead],
    ) -> Self {
        let (sources, targets) = (source.segments(), target.segments());
        let rows = beads.iter().map(|bead| {
            let segments = [&sources[bead.source.clone()], &targets[bead.target.clone()]];
            let texts = segments.map(|segments| {
                let texts: Vec<&str> = segments.iter().map(|segment| segment.text).collect();
                texts.join(" ")
            });
            let [source_text, target_text] = texts;
            let (persian, english) = match source.lang() {
                Lang::Persian => (source_text, target_text),
                Lang::English => (target_text, source_text),
            };
            let spans = segments.map(|segments| {
                let (first, last) = (segments.first()?, segments.last()?);
                Some(Span::new(first.span.start, last.span.end))
            });
            Row { persian, english, confidence: Some(bead.confidence), spans }
        });
        Self { name: name.into(), source_lang: source.lang(), rows: rows.collect() }
    }

    /// The pairs whose confidence is at least `least`, and what has no counterpart as well if `least` is 0.
    pub fn shown(&self, least: f64) -> impl Iterator<Item = &Row> {
        let is_all = least == 0.0;
        self.rows.iter().filter(move |row| is_all || row.is_sure(least))
    }

    /// The units made of the pairs whose confidence is at least `least`, with the segments beside them.
    pub fn units(
        &self,
        least: f64,
        method: Method,
        date: Option<Timestamp>,
    ) -> Vec<TranslationUnit> {
        let persian = self.sides(Lang::Persian);
        let english = self.sides(Lang::English);
        let rows = self.rows.iter().zip(persian.into_iter().zip(english));
        rows.filter(|(row, _)| row.is_sure(least))
            .map(|(_, (persian, english))| TranslationUnit {
                source_lang: self.source_lang,
                persian,
                english,
                origin: Origin { name: self.name.clone(), method },
                author: None,
                date,
                note: None,
                details: None,
            })
            .collect()
    }

    /// For each row its text in `lang`, with the last segment before it and the first one after it.
    fn sides(&self, lang: Lang) -> Vec<Side> {
        let mut sides: Vec<Side> = self.rows.iter().map(|row| Side::new(row.text(lang))).collect();
        let mut previous = None;
        for side in &mut sides {
            side.previous.clone_from(&previous);
            previous = edge(&side.text, lang, <[Span]>::last).or(previous);
        }
        let mut next = None;
        for side in sides.iter_mut().rev() {
            side.next.clone_from(&next);
            next = edge(&side.text, lang, <[Span]>::first).or(next);
        }
        sides
    }
}

/// The segment at an end of a text; none where there is no text.
fn edge(text: &str, lang: Lang, end: fn(&[Span]) -> Option<&Span>) -> Option<String> {
    Some(end(&split(text, lang))?.of(text).to_owned())
}
