//! Owns the sample: hits drawn at random, each with its segment, its entry and the translation.

use std::collections::BTreeMap;

use hamta::glossary::{Ending, Glossary, Occurrence};
use hamta::text::Lang;

use super::articles::Segment;

/// Prints how many names were found, and `size` of them.
pub(super) fn write(segments: &[Segment], glossary: &Glossary, size: usize, seed: u64) {
    let mut hits: Vec<(&Segment, usize, &Occurrence)> = Vec::new();
    for segment in segments {
        for lang in 0..Lang::ALL.len() {
            let names = segment.sides[lang].names.iter();
            hits.extend(names.map(|name| (segment, lang, name)));
        }
    }
    let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for (_, lang, name) in &hits {
        let key = (Lang::ALL[*lang].code(), format!("{:?}", name.ending));
        *counts.entry(key).or_default() += 1;
    }
    println!("# hits: {}", hits.len());
    for ((lang, ending), count) in counts {
        println!("# {lang} {ending}: {count}");
    }
    let mut random = fastrand::Rng::with_seed(seed);
    random.shuffle(&mut hits);
    for (number, (segment, lang, name)) in hits.iter().take(size).enumerate() {
        let text = &segment.sides[*lang].text;
        let (before, after) = (&text[..name.span.start], &text[name.span.end..]);
        let marked = format!("{before}⟦{}⟧{after}", name.span.of(text));
        let other = &segment.sides[1 - *lang].text;
        println!(
            "{}\t{}\t{marked}\t{}\t{other}",
            number + 1,
            segment.document,
            said(name, *lang, glossary)
        );
    }
}

/// The entries that a hit means, and what is written on to it.
fn said(name: &Occurrence, lang: usize, glossary: &Glossary) -> String {
    let other = Lang::ALL[lang].other();
    let entries = name.terms.iter().map(|&id| {
        let entry = glossary.entry(id);
        format!("{} ({})", entry.preferred(other).unwrap_or_default(), entry.kind.name())
    });
    let entries: Vec<String> = entries.collect();
    let ending = match name.ending {
        Ending::None => "",
        Ending::Inflection => " +",
        Ending::Ye => " ~",
    };
    format!("{}{ending}", entries.join(", "))
}
