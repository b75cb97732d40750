//! Owns the news: documents in both languages, and the names that are found in each segment.

use std::fs;
use std::path::Path;

use hamta::glossary::{Glossary, Occurrence};
use hamta::text::{Lang, Span};

use crate::Result;

/// A segment in both languages, with the names in it.
pub(super) struct Segment {
    pub(super) document: String,
    pub(super) sides: [Side; 2],
}

/// A segment in one language.
#[derive(Default)]
pub(super) struct Side {
    pub(super) text: String,
    /// With spans in `text`.
    pub(super) names: Vec<Occurrence>,
}

/// The columns of the two languages, in the order of [`Lang::ALL`].
const COLUMNS: [usize; 2] = [1, 2];

pub(super) fn read(folder: &Path, glossary: &Glossary) -> Result<Vec<Segment>> {
    let table = fs::read_to_string(folder.join("ntrex-news.tsv"))?;
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|row| row.split('\t').collect()).collect();
    if rows.iter().any(|row| row.len() != 3) {
        return Err("ntrex-news.tsv: not three columns".into());
    }
    let mut segments = Vec::new();
    for document in rows.chunk_by(|a, b| a[0] == b[0]) {
        let [persian, english] = [0, 1].map(|i| {
            let texts: Vec<&str> = document.iter().map(|row| row[COLUMNS[i]]).collect();
            sides(&texts, glossary, Lang::ALL[i])
        });
        let rows = document.iter().zip(persian.into_iter().zip(english));
        segments.extend(rows.map(|(row, (persian, english))| Segment {
            document: row[0].to_owned(),
            sides: [persian, english],
        }));
    }
    Ok(segments)
}

/// The segments of one document, which is looked through whole.
fn sides(texts: &[&str], glossary: &Glossary, lang: Lang) -> Vec<Side> {
    let whole = texts.join("\n");
    let mut names = glossary.occurrences(&whole, lang).into_iter().peekable();
    let mut start = 0;
    let sides = texts.iter().map(|text| {
        let end = start + text.len();
        let mut side = Side {
            text: (*text).to_owned(),
            names: Vec::new(),
        };
        while let Some(mut name) = names.next_if(|name| name.span.start < end) {
            name.span = Span::new(name.span.start - start, name.span.end - start);
            side.names.push(name);
        }
        start = end + 1;
        side
    });
    sides.collect()
}
