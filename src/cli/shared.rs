//! Work shared among threads, with its results in order: the same, whatever the number of threads.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use hamta::align::{Bead, Knowledge, Reading, Text, align};
use hamta::tm::{Memory, Reader};

use crate::cli::exit::Failure;

/// The beads of a text and its translation, which are read at the same time.
pub(crate) fn beads(source: &Text<'_>, target: &Text<'_>, knowledge: Knowledge<'_>) -> Vec<Bead> {
    align(&both(
        || Reading::new(source, knowledge),
        || Reading::new(target, knowledge),
    ))
}

/// Reads a text and its translation at the same time.
pub(crate) fn both<R: Send>(
    source: impl FnOnce() -> R + Send,
    target: impl FnOnce() -> R,
) -> [R; 2] {
    thread::scope(|scope| {
        let source = scope.spawn(source);
        let target = target();
        [source.join().expect("reading does not fail"), target]
    })
}

/// The memory, opened once for each core, and no more often than `most`.
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

/// As many workers as there are cores, and no more than `most`.
pub(crate) fn workers(most: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    cores.min(most).max(1)
}

/// Does `find` for each number below `count`, on a thread for each of `memories`, and hands what comes of it to
/// `take` in order.
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

/// Has the numbers below `count` done by `work`, on a thread for each of `workers`, and hands what comes of each to `take`
/// in order.
///
/// The first failure of either ends it.
pub(crate) fn in_order<W: Send, T: Send>(
    workers: Vec<W>,
    count: usize,
    work: impl Fn(W, &Turns<'_, T>) -> hamta::Result<()> + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for worker in workers {
            let (work, next) = (&work, &next);
            let done = send.clone();
            scope.spawn(move || {
                let turns = Turns { next, count, done };
                if let Err(error) = work(worker, &turns) {
                    // Nobody listens any more where another thread has failed.
                    let _ = turns.done.send((0, Err(error)));
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        for (number, found) in receive {
            early.insert(number, found?);
            while let Some(found) = early.remove(&wanted) {
                take(wanted, found)?;
                wanted += 1;
            }
        }
        Ok(())
    })
}

/// The numbers that are still to be done, which several workers share.
pub(crate) struct Turns<'a, T> {
    next: &'a AtomicUsize,
    count: usize,
    done: Sender<(usize, hamta::Result<T>)>,
}

impl<T> Turns<'_, T> {
    /// Does `find` for one number after another, until there are no more, it fails, or nobody listens.
    pub(crate) fn each(
        &self,
        mut find: impl FnMut(usize) -> hamta::Result<T>,
    ) -> hamta::Result<()> {
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.count || self.done.send((number, Ok(find(number)?))).is_err() {
                return Ok(());
            }
        }
    }
}
