//! The beads that are not right, shown with their lines.

use std::collections::HashSet;

use hamta::align::Bead;

use super::score::{Segments, segments};
use super::texts::Pair;

/// Prints each wrong bead of those found (`-`, with its confidence), and each right one that was not found (`+`).
pub fn show(found: &[Bead], pair: &Pair) {
    let there: HashSet<&Segments> = pair.beads.iter().collect();
    let own: HashSet<Segments> = found.iter().map(segments).collect();
    let mut shown: Vec<(Segments, String)> = found
        .iter()
        .map(|bead| (segments(bead), format!("- {:.2}", bead.confidence)))
        .filter(|(bead, _)| !there.contains(bead))
        .collect();
    let missed = pair.beads.iter().filter(|bead| !own.contains(*bead));
    shown.extend(missed.map(|bead| (bead.clone(), "+".to_owned())));
    shown.sort_by_key(|((source, target), _)| (source.start, target.start));
    let [persian, english] =
        [&pair.persian, &pair.english].map(|text| text.lines().collect::<Vec<_>>());
    for ((source, target), sign) in shown {
        println!("{sign} {source:?} {target:?}");
        for line in persian[source].iter().chain(&english[target]) {
            println!("    {line}");
        }
    }
}
