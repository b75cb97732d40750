//! `check`: how many of 500 planted faults the rules find, and what they find in the news as it is.
//!
//! Each fault is planted alone in one document of `ntrex-news.tsv`, which is then aligned and checked as `hamta check`
//! does it. It is found where a rule that it is for says something at its place that it did not say before.

mod faults;
mod marks;
mod names;
mod news;
mod values;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use hamta::align::{Knowledge, Reading, Text, align};
use hamta::check::{Finding, Options, check, passages};
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::Lang;

use self::faults::{KINDS, Planted};
use self::news::Document;
use crate::{Result, names as glossaries};

/// How often another place is tried for a fault that does not go where it was to.
const TRIES: usize = 20_000;

/// Prints how many faults of each kind are found; with `--missed` those that are not.
pub fn run(folder: &Path, mut args: impl Iterator<Item = String>) -> Result<()> {
    let (mut seed, mut count, mut missed) = (1, 500, false);
    while let Some(name) = args.next() {
        let mut value = || args.next().ok_or(format!("{name} needs a value"));
        match name.as_str() {
            "--seed" => seed = value()?.parse()?,
            "--faults" => count = value()?.parse()?,
            "--missed" => missed = true,
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../glossaries");
    let glossary = Glossary::new(glossaries::read(&shipped)?);
    let documents = news::read(folder)?;
    let before: Vec<[Vec<Finding>; 2]> = documents
        .iter()
        .map(|document| Lang::ALL.map(|lang| findings(document, lang, &glossary)))
        .collect();
    let mut random = fastrand::Rng::with_seed(seed);
    let mut table: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for number in 0..count {
        let kind = &KINDS[number % KINDS.len()];
        let planted = (0..TRIES).find_map(|_| {
            let at = random.usize(..documents.len());
            let lang = kind.lang.unwrap_or(Lang::ALL[random.usize(..2)]);
            let planted = (kind.plant)(&documents[at], lang, &glossary, &mut random)?;
            Some((at, lang, planted))
        });
        let (at, lang, planted) = planted.ok_or(format!("no place for: {}", kind.name))?;
        let side = usize::from(lang == Lang::English);
        let after = findings(&planted.document, lang, &glossary);
        let is_found = is_found(&planted, kind.rules, &before[at][side], &after);
        let row = table.entry(kind.name).or_default();
        row[0] += 1;
        row[1] += usize::from(is_found);
        if missed && !is_found {
            let line = planted.document.line_at(lang, planted.span.start);
            let rows = &planted.document.rows[line];
            let [persian, english] = rows;
            println!("missed: {} ({})\n  {persian}\n  {english}", kind.name, planted.what);
        }
    }
    print(&table);
    Ok(())
}

/// The table, and all kinds together.
fn print(table: &BTreeMap<&str, [usize; 2]>) {
    println!("| fault | planted | found |\n|---|---:|---:|");
    let mut sums = [0, 0];
    for (name, [planted, found]) in table {
        println!("| {name} | {planted} | {found} |");
        sums = [sums[0] + planted, sums[1] + found];
    }
    let share = 100.0 * sums[1] as f64 / sums[0] as f64;
    println!("| all | {} | {} ({share:.1} %) |", sums[0], sums[1]);
}

/// What is found in a document whose translation is in `lang`.
fn findings(document: &Document, lang: Lang, glossary: &Glossary) -> Vec<Finding> {
    let source = Article::new(document.text(lang.other()), lang.other());
    let target = Article::new(document.text(lang), lang);
    let texts = [&source, &target].map(Text::of);
    let knowledge = Knowledge { glossary, units: &[] };
    let beads = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    let passages = passages(&texts[0], &texts[1], &beads);
    check(&source, &target, &passages, glossary, Options::default())
}

/// Whether one of the rules says something at the place of the fault that was not said before.
fn is_found(
    planted: &Planted,
    rules: &[hamta::check::Rule],
    before: &[Finding],
    after: &[Finding],
) -> bool {
    let says = |finding: &Finding| (finding.rule, finding.message.clone());
    let count = |findings: &[Finding], one: &Finding| {
        findings.iter().filter(|other| says(other) == says(one)).count()
    };
    after.iter().any(|finding| {
        rules.contains(&finding.rule)
            && finding.span.overlaps(planted.span)
            && count(after, finding) > count(before, finding)
    })
}
