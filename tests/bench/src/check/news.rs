//! The news: documents of segments in both languages.

use std::fs;
use std::path::Path;

use hamta::text::{Lang, Span};

use crate::Result;

/// A document: its segments, Persian and English.
#[derive(Clone)]
pub struct Document {
    pub rows: Vec<[String; 2]>,
}

/// The column of a language.
pub fn side(lang: Lang) -> usize {
    usize::from(lang == Lang::English)
}

impl Document {
    /// Its text in one language, a segment a line; what was emptied has no line.
    pub fn text(&self, lang: Lang) -> String {
        let lines = self.rows.iter().map(|row| row[side(lang)].as_str());
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    /// Where a segment stands in that text.
    pub fn span(&self, lang: Lang, row: usize) -> Span {
        let before = self.rows[..row].iter().map(|row| &row[side(lang)]);
        let before = before.filter(|line| !line.is_empty());
        let start = before.map(|line| line.len() + 1).sum();
        Span::new(start, start + self.rows[row][side(lang)].len())
    }

    /// The row in which a place of that text is.
    pub fn line_at(&self, lang: Lang, at: usize) -> usize {
        let mut rows = 0..self.rows.len();
        rows.find(|&row| self.span(lang, row).end >= at).unwrap_or(0)
    }
}

/// All documents.
pub fn read(folder: &Path) -> Result<Vec<Document>> {
    let table = fs::read_to_string(folder.join("ntrex-news.tsv"))?;
    let rows = table.lines().skip(1).map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, persian, english] = cells[..] else {
            return Err("ntrex-news.tsv: not three columns".into());
        };
        Ok((name, [persian.to_owned(), english.to_owned()]))
    });
    let rows: Vec<(&str, [String; 2])> = rows.collect::<Result<_>>()?;
    let documents = rows.chunk_by(|a, b| a.0 == b.0);
    Ok(documents
        .map(|rows| Document { rows: rows.iter().map(|(_, row)| row.clone()).collect() })
        .collect())
}
