//! Which slots hold a wanted token and may reach a threshold.

use super::class::Class;
use super::read::{IndexReader, Scratch};
use super::slots::Posting;
use crate::matching::sketch::{Outline, Sketch};
use crate::tm::store::Wanted;

impl IndexReader<'_> {
    /// The slots of the units that hold a wanted token and that their sketches do not rule out, in ascending order.
    pub(super) fn near(
        &self,
        wanted: &[Wanted],
        Scratch { slots, seen, near, .. }: &mut Scratch,
    ) -> rusqlite::Result<()> {
        near.clear();
        for Wanted { token, words, outline } in wanted {
            slots.clear();
            let range = self.range(words);
            for &class in Class::needed(outline.threshold()) {
                let mut allowed = Allowed::new(self.lengths(*words.start()), outline);
                self.each_posting(*token, class, &range, |posting| {
                    if allowed.has(posting) {
                        slots.push(posting.slot);
                    }
                })?;
            }
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

/// In which slots a token can be the first one that unit and segment have in common, by how many of the unit's words
/// stand before it.
struct Allowed<'a> {
    /// The numbers of words that come next, each with its first slot.
    lengths: &'a [(usize, u32)],
    outline: &'a Outline,
    /// Where the units of the current number of words end.
    end: u32,
    /// How many words may stand before it in these.
    most: usize,
}

impl<'a> Allowed<'a> {
    fn new(lengths: &'a [(usize, u32)], outline: &'a Outline) -> Self {
        Self { lengths, outline, end: 0, most: 0 }
    }

    /// Whether it is one of these slots; they must be asked for in ascending order.
    fn has(&mut self, posting: Posting) -> bool {
        while posting.slot >= self.end
            && let Some((&(words, _), next)) = self.lengths.split_first()
        {
            self.lengths = next;
            self.end = next.first().map_or(u32::MAX, |&(_, first)| first);
            self.most = self.outline.most_before(words);
        }
        usize::from(posting.before) <= self.most
    }
}
