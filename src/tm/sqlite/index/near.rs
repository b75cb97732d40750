//! Which slots hold a wanted token and may reach a threshold.

use super::class::Class;
use super::read::{IndexReader, Scratch};
use crate::matching::sketch::Sketch;
use crate::tm::store::Wanted;

impl IndexReader<'_> {
    /// The slots of the units that hold a wanted token and that their sketches do not rule out, rising.
    pub(super) fn near(
        &self,
        wanted: &[Wanted],
        Scratch {
            slots, seen, near, ..
        }: &mut Scratch,
    ) -> rusqlite::Result<()> {
        near.clear();
        for Wanted {
            token,
            words,
            outline,
        } in wanted
        {
            slots.clear();
            let classes = Class::needed(outline.threshold());
            self.read_slots(*token, classes, &self.range(words), slots)?;
            // All are fetched before one is looked at: they lie far apart, and a processor fetches many at a time.
            self.see(slots, seen)?;
            let with_sketches = slots.iter().zip(seen.iter());
            let may_reach = |&(&slot, &sketch): &(&u32, &Sketch)| {
                outline.may_reach_at_best(sketch) && outline.may_reach(sketch, self.words(slot))
            };
            near.extend(with_sketches.filter(may_reach).map(|(&slot, _)| slot));
        }
        near.sort_unstable();
        near.dedup();
        Ok(())
    }
}
