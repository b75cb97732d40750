//! Owns the misses: names that are found in one language, and of which the other has no term; and those whose term
//! stands there, but only in a longer name, or refused as an everyday word or somebody else.

use std::collections::BTreeSet;

use hamta::glossary::Glossary;
use hamta::text::Lang;

use super::articles::Segment;

/// Prints each, once a segment, to be read by hand: most are left out or said in other words.
pub(super) fn write(segments: &[Segment], glossary: &Glossary) {
    for (lang, own) in Lang::ALL.into_iter().enumerate() {
        let (mut found, mut lacking, mut refused) = (0, 0, 0);
        for segment in segments {
            let side = &segment.sides[lang];
            let other = &segment.sides[1 - lang];
            let present = glossary.entries_in(&other.text, own.other());
            let mut seen = BTreeSet::new();
            for name in &side.names {
                let entries: Vec<usize> = name.terms.iter().map(|id| id.entry).collect();
                if !seen.insert(entries.clone()) {
                    continue;
                }
                found += 1;
                let is_named = |entry: &usize| {
                    let mut names = other.names.iter().flat_map(|name| &name.terms);
                    names.any(|id| id.entry == *entry)
                };
                let what = match entries.iter().any(|entry| present.contains(entry)) {
                    _ if entries.iter().any(is_named) => continue,
                    true => {
                        refused += 1;
                        "refused"
                    }
                    false => {
                        lacking += 1;
                        "missed"
                    }
                };
                let entry = glossary.entry(name.terms[0]);
                let terms = entry.terms(own.other()).iter().map(|term| term.text.as_str());
                let terms: Vec<&str> = terms.collect();
                println!(
                    "{what} {}\t{}\t{}\t{}\t{}\t{}",
                    own.other().code(),
                    segment.document,
                    name.span.of(&side.text),
                    terms.join("|"),
                    side.text,
                    other.text
                );
            }
        }
        println!(
            "# {} names, of {found} lacking in {}: {lacking}; refused or in longer names: {refused}",
            own.code(),
            own.other().code()
        );
    }
}
