//! Owns `tmx`: how fast TMX is read and written, as the library does it, without a memory.

use std::fs;
use std::hint::black_box;
use std::io::sink;
use std::path::Path;
use std::time::{Duration, Instant};

use hamta::exchange::tmx::{Item, Reader, Writer};
use hamta::text::{Lang, Tag, TagKind};
use hamta::unit::{Details, TranslationUnit};

use crate::Result;

/// How often each is measured; the best counts.
const ROUNDS: usize = 5;

/// Prints the speeds for a file of `--mb` (10⁶ bytes), 100 unless told; `--into FILE` writes it there instead, tags and
/// all.
pub fn run(mut args: impl Iterator<Item = String>) -> Result<()> {
    let (mut size, mut into) = (100, None);
    while let Some(name) = args.next() {
        let value = args.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--mb" => size = value.parse()?,
            "--into" => into = Some(value),
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tm/news.tmx");
    let plain = units(&fs::read(shipped)?)?;
    let tagged: Vec<_> = plain.iter().cloned().map(tagged).collect();
    if let Some(into) = into {
        return write(Path::new(&into), &tagged, size);
    }
    println!("| units | MB | read, MB/s | written, MB/s |\n|---|---:|---:|---:|");
    for (name, units) in [("plain", &plain), ("with tags and details", &tagged)] {
        let file = written(units, size * 1_000_000)?;
        let speed = |time: Duration| file.len() as f64 / 1e6 / time.as_secs_f64();
        let reading = best(|| read(&file))?;
        let units = self::units(&file)?;
        let writing = best(|| all(&units))?;
        let (reading, writing) = (speed(reading), speed(writing));
        println!("| {name} | {:.0} | {reading:.0} | {writing:.0} |", file.len() as f64 / 1e6);
    }
    Ok(())
}

fn best(mut what: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        what()?;
        best = best.min(start.elapsed());
    }
    Ok(best)
}

fn read(file: &[u8]) -> Result<()> {
    for item in Reader::new(file, Path::new("made.tmx"), "made")? {
        black_box(item?);
    }
    Ok(())
}

fn all(units: &[TranslationUnit]) -> Result<()> {
    let mut writer = Writer::start(sink(), Path::new("made.tmx"), Lang::Persian)?;
    for unit in units {
        writer.write(black_box(unit))?;
    }
    writer.finish()?;
    Ok(())
}

fn units(file: &[u8]) -> Result<Vec<TranslationUnit>> {
    let mut units = Vec::new();
    for item in Reader::new(file, Path::new("made.tmx"), "made")? {
        if let Item::Unit(unit) = item? {
            units.push(*unit);
        }
    }
    Ok(units)
}

/// The units again and again, up to so many bytes.
fn written(units: &[TranslationUnit], size: usize) -> Result<Vec<u8>> {
    let times = |times: usize| -> Result<Vec<u8>> {
        let mut writer = Writer::start(Vec::new(), Path::new("made.tmx"), Lang::Persian)?;
        for unit in units.iter().cycle().take(times * units.len()) {
            writer.write(unit)?;
        }
        Ok(writer.finish()?)
    };
    let once = times(1)?.len();
    times(size.div_ceil(once))
}

/// The unit as another tool may have written it: two words in bold, a picture, and what it says of a unit.
fn tagged(mut unit: TranslationUnit) -> TranslationUnit {
    for side in [&mut unit.persian, &mut unit.english] {
        let end = side.text.find(' ').unwrap_or(side.text.len());
        let tag = |at, kind, number, code: &str| Tag {
            at,
            kind,
            number,
            role: String::new(),
            code: code.to_owned(),
        };
        side.tags = vec![
            tag(0, TagKind::Open, 1, "<b>"),
            tag(end, TagKind::Close, 1, "</b>"),
            tag(side.text.len(), TagKind::Alone, 2, "<img src=\"map.png\"/>"),
        ];
    }
    let mut details = Details::default();
    let prop = |kind: &str, value: &str| (kind.to_owned(), value.to_owned());
    details.unit.props =
        vec![prop("client", "Desk"), prop("x-ConfirmationLevel", "ApprovedTranslation")];
    let attributes = &mut details.unit.attributes;
    attributes.insert("usagecount".to_owned(), "3".to_owned());
    attributes.insert("lastusagedate".to_owned(), "20250114T130239Z".to_owned());
    details.english.attributes.insert("xml:lang".to_owned(), "en-US".to_owned());
    unit.details = Some(Box::new(details));
    unit
}

/// Writes so many MB of units, no two of them the same.
fn write(path: &Path, units: &[TranslationUnit], size: usize) -> Result<()> {
    let file = std::io::BufWriter::new(fs::File::create(path)?);
    let mut writer = Writer::start(file, path, Lang::Persian)?;
    let mut number = 0_u64;
    while fs::metadata(path)?.len() < size as u64 * 1_000_000 {
        for unit in units {
            number += 1;
            let mut unit = unit.clone();
            unit.persian.text.push_str(&format!(" {number}"));
            unit.english.text.push_str(&format!(" {number}"));
            writer.write(&unit)?;
        }
    }
    writer.finish()?;
    Ok(())
}
