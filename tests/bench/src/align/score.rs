//! How many beads are right.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use hamta::align::Bead;

/// The segments of a bead: of the source and of the target, by index.
pub type Segments = (Range<usize>, Range<usize>);

/// Right beads, beads found, and beads there are.
pub struct Score {
    right: usize,
    found: usize,
    there: usize,
}

impl Score {
    pub fn of(found: &[Bead], there: &[Segments]) -> Self {
        let known: HashSet<&Segments> = there.iter().collect();
        let right = found
            .iter()
            .filter(|bead| known.contains(&segments(bead)))
            .count();
        Self {
            right,
            found: found.len(),
            there: there.len(),
        }
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.there) as f64
    }
}

fn segments(bead: &Bead) -> Segments {
    (bead.source.clone(), bead.target.clone())
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "F1 {:.4} ({} right of {} found, {} there)",
            self.f1(),
            self.right,
            self.found,
            self.there
        )
    }
}

/// Prints how many beads of each confidence are right.
pub fn calibration(found: &[Bead], there: &[Segments]) {
    let known: HashSet<&Segments> = there.iter().collect();
    const BOUNDS: [f64; 8] = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];
    for bounds in BOUNDS.windows(2) {
        let of: Vec<&Bead> = found
            .iter()
            .filter(|bead| (bounds[0]..bounds[1]).contains(&bead.confidence))
            .collect();
        let right = of
            .iter()
            .filter(|bead| known.contains(&segments(bead)))
            .count();
        let mean = of.iter().map(|bead| bead.confidence).sum::<f64>() / of.len().max(1) as f64;
        println!(
            "| {:.2}–{:.2} | {} | {:.3} | {:.3} |",
            bounds[0],
            bounds[1].min(1.0),
            of.len(),
            mean,
            right as f64 / of.len().max(1) as f64
        );
    }
}
