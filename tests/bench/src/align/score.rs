//! How many beads are right, and whether confidence says so.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use hamta::align::Bead;

/// The segments of a bead: of the source and of the target, by index.
pub type Segments = (Range<usize>, Range<usize>);

/// The segments of a bead that hamta found.
pub fn segments(bead: &Bead) -> Segments {
    (bead.source.clone(), bead.target.clone())
}

/// Right beads, beads found, and beads there are.
pub struct Score {
    right: usize,
    found: usize,
    there: usize,
}

impl Score {
    pub fn of(found: &[Segments], there: &[Segments]) -> Self {
        let there: HashSet<&Segments> = there.iter().collect();
        Self {
            right: found.iter().filter(|bead| there.contains(bead)).count(),
            found: found.len(),
            there: there.len(),
        }
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.there) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { right, found, there } = self;
        write!(f, "{:.4} | {right} | {found} | {there}", self.f1())
    }
}

/// How many beads of each confidence are right.
#[derive(Default)]
pub struct Calibration {
    /// The confidence of each bead, and whether it is right.
    beads: Vec<(f64, bool)>,
}

/// Between which confidences beads are counted together.
const BOUNDS: [f64; 8] = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];

impl Calibration {
    pub fn add(&mut self, found: &[Bead], there: &[Segments]) {
        let there: HashSet<&Segments> = there.iter().collect();
        let rated = found.iter().map(|bead| (bead.confidence, there.contains(&segments(bead))));
        self.beads.extend(rated);
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| confidence | beads | mean | right |")?;
        writeln!(f, "|---|---:|---:|---:|")?;
        for bounds in BOUNDS.windows(2) {
            let own: Vec<&(f64, bool)> = self
                .beads
                .iter()
                .filter(|(confidence, _)| (bounds[0]..bounds[1]).contains(confidence))
                .collect();
            let (count, high) = (own.len(), bounds[1].min(1.0));
            if count == 0 {
                continue;
            }
            let mean = own.iter().map(|(confidence, _)| confidence).sum::<f64>() / count as f64;
            let right = own.iter().filter(|(_, right)| *right).count() as f64 / count as f64;
            let low = bounds[0];
            writeln!(f, "| {low:.2}–{high:.2} | {count} | {mean:.3} | {right:.3} |")?;
        }
        Ok(())
    }
}
