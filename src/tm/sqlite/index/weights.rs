//! How much the tokens weigh that slots hold.

/// A weight for each slot, in room that is used again by each search.
#[derive(Debug, Default)]
pub(super) struct Weights {
    by_slot: Vec<u8>,
    /// The slots whose weight is not zero.
    touched: Vec<u32>,
}

impl Weights {
    /// Begins anew: `slots` slots, of no weight.
    pub(super) fn clear(&mut self, slots: u32) {
        for slot in self.touched.drain(..) {
            self.by_slot[slot as usize] = 0;
        }
        self.by_slot.resize(slots as usize, 0);
    }

    /// Adds `weight` to each of `slots`.
    pub(super) fn add(&mut self, slots: &[u32], weight: u8) {
        // Written without a branch that could go either way.
        let mut end = self.touched.len();
        self.touched.resize(end + slots.len(), 0);
        for &slot in slots {
            let weighs = &mut self.by_slot[slot as usize];
            self.touched[end] = slot;
            end += usize::from(*weighs == 0);
            *weighs = weighs.saturating_add(weight);
        }
        self.touched.truncate(end);
    }

    /// Adds `weight` to those of `slots` that have some already.
    pub(super) fn add_where_some(&mut self, slots: &[u32], weight: u8) {
        for &slot in slots {
            let weighs = &mut self.by_slot[slot as usize];
            let more = if *weighs == 0 { 0 } else { weight };
            *weighs = weighs.saturating_add(more);
        }
    }

    /// The slots that weigh `least` (1 or more) or more, rising, with their weights.
    pub(super) fn heavy(&self, least: u8) -> Vec<(u32, u8)> {
        let weights = self
            .touched
            .iter()
            .map(|&slot| (slot, self.by_slot[slot as usize]));
        let mut heavy: Vec<_> = weights.filter(|&(_, weighs)| weighs >= least).collect();
        heavy.sort_unstable();
        heavy
    }
}
