//! Which slots hold enough of the tokens that are wanted.
//!
//! The lists of the rarest tokens are read. The slots that may still hold enough then are held against the lists of the others, the most
//! frequent ones, which need not be read for that.

use super::read::IndexReader;
use super::slots;
use super::weights::Weights;
use crate::tm::store::Wanted;

/// So few slots are sooner looked at than held against another list.
const FEW: usize = 8;

impl IndexReader<'_> {
    /// The slots whose wanted tokens weigh `least` or more, rising; and a few more where looking at these is less work.
    pub(super) fn heavy(
        &self,
        wanted: &[Wanted],
        least: u8,
        (weights, slots): (&mut Weights, &mut Vec<u32>),
    ) -> rusqlite::Result<Vec<u32>> {
        let mut rest: usize = wanted.iter().map(|wanted| usize::from(wanted.weight)).sum();
        // What weighs less than this cannot reach enough any more with the tokens that are left.
        let floor = |rest: usize| least.saturating_sub(u8::try_from(rest).unwrap_or(u8::MAX));
        let mut wanted = wanted.iter();
        weights.clear(self.slots());
        while floor(rest) < 2
            && let Some(next) = wanted.next()
        {
            slots.clear();
            self.read_slots(next.token, self.range(&next.words), slots)?;
            match floor(rest) {
                0 => weights.add(slots, next.weight),
                _ => weights.add_where_some(slots, next.weight),
            }
            rest -= usize::from(next.weight);
        }
        let mut heavy = weights.heavy(floor(rest));
        for next in wanted {
            if heavy.len() <= FEW {
                break;
            }
            self.add_where_held(&mut heavy, next)?;
            rest -= usize::from(next.weight);
            heavy.retain(|&(_, weighs)| weighs >= floor(rest));
        }
        Ok(heavy.into_iter().map(|(slot, _)| slot).collect())
    }

    /// Adds the weight of `wanted` to those of `heavy`, which rise, that hold the token.
    fn add_where_held(&self, heavy: &mut [(u32, u8)], wanted: &Wanted) -> rusqlite::Result<()> {
        let range = self.range(&wanted.words);
        let [start, end] =
            [range.start, range.end].map(|slot| heavy.partition_point(|&(other, _)| other < slot));
        let mut rest = heavy.get_mut(start..end).unwrap_or_default();
        let Some(&mut (first, _)) = rest.first_mut() else {
            return Ok(());
        };
        self.each_chunk(wanted.token, first..range.end, |last, bytes| {
            let here = rest.partition_point(|&(slot, _)| slot <= last);
            let (here, after) = std::mem::take(&mut rest).split_at_mut(here);
            for (slot, weighs) in here {
                if slots::has(bytes, *slot) {
                    *weighs = weighs.saturating_add(wanted.weight);
                }
            }
            rest = after;
        })
    }
}
