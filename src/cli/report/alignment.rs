//! Two texts, side by side.

use std::{fmt, io};

use anstyle::Style;
use hamta::align::{Alignment, Certainty, Row};
use hamta::text::{Lang, Span};
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, BAD, GOOD, ODD, SUBJECT};

#[derive(Serialize)]
struct RowJson<'a> {
    article: &'a str,
    source_lang: &'static str,
    fa: &'a str,
    en: &'a str,
    confidence: Option<f64>,
    /// Where the segments stand in the source and the target, in bytes.
    source: Option<SpanJson>,
    target: Option<SpanJson>,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

impl From<Span> for SpanJson {
    fn from(Span { start, end }: Span) -> Self {
        Self { start, end }
    }
}

/// Writes the rows whose confidence is at least `least`.
pub(crate) fn write(alignment: &Alignment, least: f64, output: &mut Output) -> io::Result<()> {
    for row in alignment.shown(least) {
        if output.is_json() {
            output.json(&json(alignment, row))?;
        } else {
            let confidence = row.written_confidence();
            let label = piece(&confidence, style(row));
            let sides = [Lang::English, Lang::Persian].map(|lang| {
                let text = match row.text(lang) {
                    "" => piece("—", ASIDE),
                    text => plain(text),
                };
                (direction(lang), text)
            });
            output.side_by_side(label, sides)?;
        }
    }
    Ok(())
}

/// Writes the result for one of many articles: its rows as JSON, or how many there are.
pub(crate) fn summary(alignment: &Alignment, least: f64, output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return write(alignment, least, output);
    }
    let name = format!("{}: ", alignment.name);
    let mut sums = Sums::default();
    sums.add(alignment);
    output.left(0, &[piece(&name, SUBJECT), plain(&sums.to_string())])
}

fn json<'a>(alignment: &'a Alignment, row: &'a Row) -> RowJson<'a> {
    let [source, target] = row.spans;
    RowJson {
        article: &alignment.name,
        source_lang: alignment.source_lang.code(),
        fa: &row.persian,
        en: &row.english,
        confidence: row.confidence.map(|confidence| (confidence * 1e4).floor() / 1e4),
        source: source.map(SpanJson::from),
        target: target.map(SpanJson::from),
    }
}

/// The sums over alignments.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    articles: usize,
    pairs: usize,
    sure: usize,
    alone: usize,
}

impl Sums {
    pub(crate) fn add(&mut self, alignment: &Alignment) {
        self.articles += 1;
        for row in &alignment.rows {
            match row.certainty() {
                Certainty::Alone => self.alone += 1,
                Certainty::Doubtful | Certainty::Unsure => self.pairs += 1,
                Certainty::Sure => {
                    self.pairs += 1;
                    self.sure += 1;
                }
            }
        }
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { articles, pairs, sure, alone } = self;
        if *articles > 1 {
            write!(f, "articles: {articles}, ")?;
        }
        write!(f, "pairs: {pairs}, sure: {sure}, without a counterpart: {alone}")
    }
}

fn style(row: &Row) -> Style {
    match row.certainty() {
        Certainty::Alone => ASIDE,
        Certainty::Doubtful => BAD,
        Certainty::Unsure => ODD,
        Certainty::Sure => GOOD,
    }
}
