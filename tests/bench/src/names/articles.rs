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
    let mut start = 0;
    let parts = texts.iter().map(|text| {
        let part = Span::new(start, start + text.len());
        start = part.end + 1;
        part
    });
    let parts: Vec<Span> = parts.collect();
    let names = glossary.occurrences_in_parts(&texts.join("\n"), parts, lang);
    let sides =
        texts.iter().zip(names).map(|(text, names)| Side { text: (*text).to_owned(), names });
    sides.collect()
}
