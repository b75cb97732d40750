//! Which units hold one token of each of several groups, in the order in which they are shown.

use std::ops::ControlFlow;

use super::Flow;
use super::read::IndexReader;
use crate::tm::store::{Take, Token};

impl IndexReader<'_> {
    /// See [`Store::holding_each`](crate::tm::Store::holding_each).
    pub(in crate::tm::sqlite) fn holding_each(
        &self,
        groups: &[Vec<Token>],
        take: &mut Take<'_>,
    ) -> rusqlite::Result<()> {
        let mut groups: Vec<&Vec<Token>> = groups.iter().collect();
        groups.sort_by_key(|group| size(group));
        let Some((rarest, others)) = groups.split_first() else {
            return Ok(());
        };
        let mut slots = self.slots_of(rarest)?;
        for group in others {
            // Where few are left, it costs less to look at them than to read where the frequent tokens are.
            if (slots.len() as u64).saturating_mul(FEW) > size(group) {
                let others = self.slots_of(group)?;
                slots = both(&slots, &others);
            }
        }
        self.merged(&slots, rarest, take)
    }

    /// Passes the units in the slots and the recent ones of a group to `take`, the shortest first, then by number.
    fn merged(&self, slots: &[u32], group: &[Token], take: &mut Take<'_>) -> rusqlite::Result<()> {
        let mut rest = slots;
        if let Some(recent) = &self.recent {
            for (words, unit) in recent.with_any(group)? {
                // Recent units have higher numbers than all in the base.
                let shorter = rest.partition_point(|&slot| self.words(slot) <= words);
                let (before, after) = rest.split_at(shorter);
                rest = after;
                if self.each_by_number(before, take)?.is_break()
                    || recent.take(unit, take)?.is_break()
                {
                    return Ok(());
                }
            }
        }
        self.each_by_number(rest, take).map(drop)
    }

    /// Passes the units in the slots, which must be in ascending order, to `take` with their tokens: those with the
    /// fewest words first, then by number.
    fn each_by_number(&self, slots: &[u32], take: &mut Take<'_>) -> Flow {
        let (mut units, mut tokens) = (Vec::new(), Vec::new());
        for same in slots.chunk_by(|&a, &b| self.words(a) == self.words(b)) {
            tokens.clear();
            let take_in = &mut |unit, its: &[u32]| {
                let start = tokens.len();
                tokens.extend_from_slice(its);
                units.push((unit, start..tokens.len()));
                ControlFlow::Continue(())
            };
            self.each_sequence(same, take_in).map(drop)?;
            units.sort_unstable_by_key(|&(unit, _)| unit);
            let mut units = units.drain(..);
            let flow = units.try_for_each(|(unit, its)| take(unit, &tokens[its]));
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The slots that hold any token of a group, in ascending order.
    fn slots_of(&self, group: &[Token]) -> rusqlite::Result<Vec<u32>> {
        let mut slots = Vec::new();
        for token in group {
            self.read_slots(token.number, &mut slots)?;
        }
        // Made of ascending lists, which this sort merges.
        slots.sort();
        slots.dedup();
        Ok(slots)
    }
}

/// How many postings can be read in the time it takes to look at one unit.
const FEW: u64 = 500;

/// In how many units the tokens of a group occur; those that hold several are counted once for each.
fn size(group: &[Token]) -> u64 {
    group.iter().map(|token| token.units).sum()
}

/// What stands in both of two ascending lists.
fn both(some: &[u32], others: &[u32]) -> Vec<u32> {
    let mut others = others.iter().peekable();
    let is_there = |slot: &&u32| {
        while others.next_if(|other| other < slot).is_some() {}
        others.peek() == Some(slot)
    };
    some.iter().filter(is_there).copied().collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use crate::text::Lang;
    use crate::tm::sqlite::index::sequences;
    use crate::tm::{Memory, Store};
    use crate::unit::{Side, TranslationUnit};

    #[test]
    fn units_of_as_many_words_come_by_number_wherever_they_stand() {
        let names = ["لاوروف", "وونسان", "مسکو", "پکن", "تهران"];
        let units = (0..200).map(|number| {
            let persian = format!("خبر {} رسید{}", names[number % 5], " باز".repeat(number % 3));
            let english = Side::new(format!("news {number}"));
            Ok(TranslationUnit::new(Lang::Persian, Side::new(persian), english))
        });
        let mut memory = Memory::in_memory().expect("there is room");
        memory.add(units).expect("it can be written");
        memory.reindex().expect("it can be written");
        let sequences = "SELECT units FROM sequence ORDER BY place LIMIT 1";
        let chunk: Vec<u8> =
            memory.connection.query_row(sequences, [], |row| row.get(0)).expect("there is one");
        let in_slots: Vec<i64> = sequences::entries(&chunk).map(|(unit, _)| unit).collect();
        assert!(!in_slots.is_sorted(), "neighbours have the same name");

        let reader = memory.reader().expect("it can be read");
        let news = reader.token(Lang::Persian, "خبر").expect("it can be read");
        let mut found = Vec::new();
        let groups = [vec![news.expect("units have it")]];
        reader
            .holding_each(Lang::Persian, &groups, &mut |unit, tokens| {
                found.push((tokens.len(), unit));
                ControlFlow::Continue(())
            })
            .expect("it can be read");
        assert_eq!(found.len(), 200);
        assert!(found.is_sorted());
    }
}
