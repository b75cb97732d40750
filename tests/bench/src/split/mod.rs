//! `split`: how well, and how fast, hamta and other splitters find the ends of sentences.
//!
//! A gold file has one sentence a line and an empty line between documents. A document's sentences are joined by a
//! space; a boundary is the end of a sentence, the last of the document left out. A system's boundary is right where it
//! is at the same byte. Counts are summed over the documents of a file.

mod gold;
mod python;
mod speed;

use std::collections::BTreeSet;
use std::path::Path;

use hamta::text::Lang;

use crate::Result;
use gold::Document;

/// Prints both tables for the data in `folder`.
pub fn run(folder: &Path) -> Result<()> {
    println!("Boundary F1 (precision, recall)\n");
    println!("| set | system | F1 | precision | recall | right | wrong | missed |");
    println!("|---|---|---|---|---|---|---|---|");
    for set in &SETS {
        let documents = gold::read(&folder.join(set.file))?;
        for (system, score) in scores(&documents, set.lang) {
            println!("| {} | {system} | {} |", set.name, row(score));
        }
    }
    println!();
    speed::run(folder)
}

struct Set {
    name: &'static str,
    file: &'static str,
    lang: Lang,
}

const SETS: [Set; 3] = [
    Set { name: "PerDT", file: "sentences-fa-perdt.txt", lang: Lang::Persian },
    Set { name: "Seraji", file: "sentences-fa-seraji.txt", lang: Lang::Persian },
    Set { name: "EWT", file: "sentences-en-ewt.txt", lang: Lang::English },
];

/// The score of every system on `documents`; `None` for one that is not installed.
fn scores(documents: &[Document], lang: Lang) -> Vec<(String, Option<Score>)> {
    let score = |split: &dyn Fn(&str) -> BTreeSet<usize>| {
        let found = documents.iter().map(|d| split(&d.text)).collect::<Vec<_>>();
        Score::of(documents, &found)
    };
    let mut scores = vec![
        ("hamta".to_owned(), Some(score(&|text| hamta_ends(text, lang)))),
        ("sentencex (crate)".to_owned(), Some(score(&|text| sentencex_ends(text, lang)))),
    ];
    for system in python::SYSTEMS {
        let found = python::ends(system, lang, documents);
        scores.push((format!("{system} (Python)"), found.map(|f| Score::of(documents, &f))));
    }
    scores
}

fn hamta_ends(text: &str, lang: Lang) -> BTreeSet<usize> {
    let article = hamta::segment::Article::new(text, lang);
    let ends = article.segments().into_iter().map(|s| s.span.end);
    ends.filter(|&end| end < text.len()).collect()
}

fn sentencex_ends(text: &str, lang: Lang) -> BTreeSet<usize> {
    let base = text.as_ptr() as usize;
    let sentences = sentencex::segment(lang.code(), text).into_iter();
    let sentences = sentences.map(str::trim_end).filter(|s| !s.is_empty());
    let ends = sentences.map(|s| s.as_ptr() as usize - base + s.len());
    ends.filter(|&end| end < text.len()).collect()
}

/// How many boundaries were found, how many that are none, and how many were not found.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn of(documents: &[Document], found: &[BTreeSet<usize>]) -> Self {
        let mut score = Self::default();
        for (document, found) in documents.iter().zip(found) {
            let right = document.ends.intersection(found).count();
            score.right += right;
            score.wrong += found.len() - right;
            score.missed += document.ends.len() - right;
        }
        score
    }
}

/// The cells of a score, or that there is none.
fn row(score: Option<Score>) -> String {
    let Some(Score { right, wrong, missed }) = score else {
        return "not measured | | | | |".to_owned();
    };
    let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    format!(
        "{:.4} | {:.4} | {:.4} | {right} | {wrong} | {missed}",
        ratio(2 * right, 2 * right + wrong + missed),
        ratio(right, right + wrong),
        ratio(right, right + missed),
    )
}
