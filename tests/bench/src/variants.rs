//! False alarms and speed of variants: spellings near a name of the glossary, in news where nobody misspelt them on
//! purpose.

use std::fs::{self, File};
use std::path::Path;
use std::time::Instant;

use hamta::exchange::glossary::{self, Table};
use hamta::glossary::{Entry, Glossary, Kind, Status, Term};
use hamta::text::Lang;

use crate::Result;

/// Bytes of the text whose search is timed.
const TEXT: usize = 1_000_000;

/// Prints every variant that is found in `ntrex-news.tsv` with the glossaries in `folder`, to be read by hand, and the
/// times.
pub(crate) fn run(data: &Path, folder: &Path) -> Result<()> {
    let entries = entries(folder)?;
    println!("entries: {}", entries.len());
    let news = fs::read_to_string(data.join("ntrex-news.tsv"))?;
    let large = Glossary::new([entries.clone(), many(100_000)].concat());
    let glossary = Glossary::new(entries);
    for (lang, column) in [(Lang::English, 2), (Lang::Persian, 1)] {
        let texts = documents(&news, column);
        alarms(&texts, lang, &glossary);
        let text = texts.iter().cycle().scan(0, |size, text| {
            *size += text.len() + 1;
            (*size <= TEXT).then_some(text.as_str())
        });
        let text = text.collect::<Vec<_>>().join("\n");
        for (name, glossary) in [("these", &glossary), ("100,000 more", &large)] {
            let time = || {
                let start = Instant::now();
                let found = glossary.variants(&text, lang).len();
                (start.elapsed().as_secs_f64() * 1e3, found)
            };
            let (first, _) = time();
            let (again, found) = time();
            println!(
                "{lang}, {} bytes, entries: {name}: {again:.0} ms, {found} found; the first time {first:.0} ms",
                text.len()
            );
        }
    }
    Ok(())
}

/// The documents of the news, a segment a line.
fn documents(news: &str, column: usize) -> Vec<String> {
    let mut documents: Vec<(&str, String)> = Vec::new();
    for row in news.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        match documents.last_mut() {
            Some((name, text)) if *name == cells[0] => {
                text.push('\n');
                text.push_str(cells[column]);
            }
            _ => documents.push((cells[0], cells[column].to_owned())),
        }
    }
    documents.into_iter().map(|(_, text)| text).collect()
}

/// Prints the variants in `texts`, and how many there are in 10,000 words.
fn alarms(texts: &[String], lang: Lang, glossary: &Glossary) {
    let (mut count, mut words) = (0, 0);
    for text in texts {
        for variant in glossary.variants(text, lang) {
            let start = text[..variant.span.start].rfind('\n').map_or(0, |at| at + 1);
            println!(
                "{lang}\t{}\t{}\t{} {:?}\t{}",
                variant.span.of(text),
                glossary.right_spelling(&variant, lang),
                variant.distance,
                variant.consonants,
                text[start..].lines().next().unwrap_or_default(),
            );
            count += 1;
        }
        words += text.split_whitespace().count();
    }
    println!(
        "{lang}: {count} in {words} words: {:.2} in 10,000",
        count as f64 / words as f64 * 1e4
    );
}

/// The entries of every glossary in `folder`.
fn entries(folder: &Path) -> Result<Vec<Entry>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|file| file.map(|file| file.path()))
        .collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    let mut entries = Vec::new();
    for path in paths {
        entries.extend(glossary::read(File::open(&path)?, Table::Tsv, &path)?.entries);
    }
    Ok(entries)
}

/// Entries of made-up people, of a given name and a surname, always the same.
fn many(count: usize) -> Vec<Entry> {
    let mut random = fastrand::Rng::with_seed(5);
    let syllables = [
        ("ba", "با"),
        ("ber", "بر"),
        ("bo", "بو"),
        ("chen", "چن"),
        ("da", "دا"),
        ("den", "دن"),
        ("di", "دی"),
        ("dor", "دور"),
        ("far", "فر"),
        ("fi", "فی"),
        ("ga", "گا"),
        ("gan", "گان"),
        ("gor", "گور"),
        ("ha", "ها"),
        ("har", "هار"),
        ("hed", "هد"),
        ("ja", "جا"),
        ("jin", "جین"),
        ("ka", "کا"),
        ("kel", "کل"),
        ("kho", "خو"),
        ("kov", "کوف"),
        ("la", "لا"),
        ("len", "لن"),
        ("li", "لی"),
        ("mar", "مار"),
        ("men", "من"),
        ("mi", "می"),
        ("mos", "موس"),
        ("na", "نا"),
        ("ner", "نر"),
        ("nov", "نوف"),
        ("os", "اوس"),
        ("pa", "پا"),
        ("pel", "پل"),
        ("pet", "پت"),
        ("qa", "قا"),
        ("ra", "را"),
        ("rid", "رید"),
        ("ro", "رو"),
        ("sa", "سا"),
        ("sen", "سن"),
        ("sha", "شا"),
        ("sky", "سکی"),
        ("son", "سون"),
        ("ta", "تا"),
        ("tam", "تام"),
        ("tel", "تل"),
        ("ti", "تی"),
        ("tov", "توف"),
        ("va", "وا"),
        ("vel", "ول"),
        ("vich", "ویچ"),
        ("wan", "وان"),
        ("ya", "یا"),
        ("yev", "یف"),
        ("za", "زا"),
        ("zar", "زر"),
        ("zhi", "ژی"),
        ("zo", "زو"),
    ];
    let word = |random: &mut fastrand::Rng| {
        let count = random.usize(2..5);
        let chosen: Vec<_> =
            (0..count).map(|_| syllables[random.usize(..syllables.len())]).collect();
        let english: String = chosen.iter().map(|(english, _)| *english).collect();
        let persian: String = chosen.iter().map(|(_, persian)| *persian).collect();
        (english[..1].to_uppercase() + &english[1..], persian)
    };
    let term = |status, text| Term { status, note: String::new(), text };
    let mut entry = || {
        let (given, surname) = (word(&mut random), word(&mut random));
        Entry {
            kind: Kind::Person,
            persian: vec![term(Status::Preferred, format!("{} {}", given.1, surname.1))],
            english: vec![
                term(Status::Preferred, format!("{} {}", given.0, surname.0)),
                term(Status::Admitted, surname.0),
            ],
            note: String::new(),
        }
    };
    (0..count).map(|_| entry()).collect()
}
