//! Work shared among threads, with its results in order: the same, whatever the number of threads.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use hamta::tm::{Memory, Reader};

use crate::cli::exit::Failure;

/// Does two things at the same time, the second one on this thread.
pub(crate) fn both<A: Send, B>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().expect("neither panics"), other)
    })
}

/// The memory, opened once for each core, but at most `most` times.
pub(crate) fn one_a_core(memory: Memory, most: usize) -> hamta::Result<Vec<Memory>> {
    let mut memories = vec![memory];
    while memories.len() < workers(most) {
        match memories[0].another()? {
            Some(memory) => memories.push(memory),
            None => break,
        }
    }
    Ok(memories)
}

/// As many workers as there are cores, but at most `most`.
pub(crate) fn workers(most: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    cores.min(most).max(1)
}

/// Calls `find` for each number below `count`, on a thread for each of `memories`, and passes the results to `take` in
/// order.
///
/// The first failure of either ends it.
pub(crate) fn in_memories<T: Send>(
    memories: Vec<Memory>,
    count: usize,
    find: impl Fn(&Reader<'_>, usize) -> hamta::Result<T> + Sync,
    take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let work = |mut memory: Memory, turns: &Turns<'_, T>| {
        let reader = memory.reader()?;
        turns.each(|number| find(&reader, number))
    };
    in_order(memories, count, work, take)
}

/// Lets `work` do the numbers below `count`, on a thread for each of `workers`, and passes the results to `take` in
/// order.
///
/// The first failure of either ends it.
pub(crate) fn in_order<W: Send, T: Send>(
    workers: Vec<W>,
    count: usize,
    work: impl Fn(W, &Turns<'_, T>) -> hamta::Result<()> + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    let together = (count / (workers.len().max(1) * TURNS)).clamp(1, TOGETHER);
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for worker in workers {
            let (work, next) = (&work, &next);
            let done = send.clone();
            scope.spawn(move || {
                let turns = Turns { next, together, count, done };
                if let Err(error) = work(worker, &turns) {
                    // If another thread has failed, nobody listens any more.
                    let _ = turns.done.send((0, Err(error)));
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        for (first, found) in receive {
            early.insert(first, found?);
            while let Some(found) = early.remove(&wanted) {
                for found in found {
                    take(wanted, found)?;
                    wanted += 1;
                }
            }
        }
        Ok(())
    })
}

/// The fewest turns of a worker, so that none is left with much work when the others are done; and the most numbers in
/// a turn, after each of which the consumer is woken.
const TURNS: usize = 16;
const TOGETHER: usize = 16;

/// The results for the numbers of a turn, from the first one on.
type Turn<T> = (usize, hamta::Result<Vec<T>>);

/// The numbers that still have to be done, shared by several workers.
pub(crate) struct Turns<'a, T> {
    next: &'a AtomicUsize,
    /// How many numbers are done in one turn.
    together: usize,
    count: usize,
    done: Sender<Turn<T>>,
}

impl<T> Turns<'_, T> {
    /// Calls `find` for one number after another, until there are no more, it fails, or nobody listens.
    pub(crate) fn each(
        &self,
        mut find: impl FnMut(usize) -> hamta::Result<T>,
    ) -> hamta::Result<()> {
        loop {
            let first = self.next.fetch_add(self.together, Ordering::Relaxed);
            let past = self.count.min(first + self.together);
            if first >= past {
                return Ok(());
            }
            let found: Vec<T> = (first..past).map(&mut find).collect::<hamta::Result<_>>()?;
            if self.done.send((first, Ok(found))).is_err() {
                return Ok(());
            }
        }
    }
}
