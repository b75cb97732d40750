//! Which slots hold a wanted token and may reach a threshold.

use super::class::Class;
use super::read::{IndexReader, Scratch};
use crate::matching::filter::Demanded;
use crate::matching::sketch::Outline;

impl IndexReader<'_> {
    /// The slots of the units that hold a wanted token and that their sketches do not rule out, rising.
    pub(super) fn near(
        &self,
        wanted: &[Demanded],
        outline: &Outline,
        Scratch {
            slots, seen, near, ..
        }: &mut Scratch,
    ) -> rusqlite::Result<()> {
        let sketches = self.sketches()?;
        // Only in a damaged memory is there a slot without one.
        let sketch = |slot: u32| sketches.get(slot as usize).copied().unwrap_or_default();
        let classes = Class::needed(outline.threshold());
        near.clear();
        for Demanded { number, words } in wanted {
            slots.clear();
            self.read_slots(*number, classes, &self.range(words), slots)?;
            // All are fetched before one is looked at: they lie far apart, and a processor fetches many at a time.
            seen.clear();
            seen.extend(slots.iter().map(|&slot| sketch(slot)));
            let with_sketches = slots.iter().zip(seen.iter());
            near.extend(
                with_sketches
                    .filter(|&(_, &sketch)| outline.may_reach_at_best(sketch))
                    .map(|(&slot, _)| slot),
            );
        }
        near.sort_unstable();
        near.dedup();
        near.retain(|&slot| outline.may_reach(sketch(slot), self.words(slot)));
        Ok(())
    }
}
