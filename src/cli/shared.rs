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
    let readings = thread::scope(|scope| {
        let source = scope.spawn(|| Reading::new(source, knowledge));
        let target = Reading::new(target, knowledge);
        [source.join().expect("reading does not fail"), target]
    });
    align(&readings)
}

/// The memory, opened once for each core, and no more often than `most`.
pub(crate) fn one_a_core(memory: Memory, most: usize) -> hamta::Result<Vec<Memory>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut memories = vec![memory];
    while memories.len() < cores.min(most) {
        match memories[0].another()? {
            Some(memory) => memories.push(memory),
            None => break,
        }
    }
    Ok(memories)
}

/// Does `find` for each number below `count`, on a thread for each of `memories`, and hands what comes of it to
/// `take` in order.
///
/// The first failure of either ends it.
pub(crate) fn in_order<T: Send>(
    memories: Vec<Memory>,
    count: usize,
    find: impl Fn(&Reader<'_>, usize) -> hamta::Result<T> + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for memory in memories {
            let (send, next, find) = (send.clone(), &next, &find);
            scope.spawn(move || work(memory, next, count, find, &send));
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

/// Takes numbers until there are no more, something fails, or nobody listens.
fn work<T>(
    mut memory: Memory,
    next: &AtomicUsize,
    count: usize,
    find: &impl Fn(&Reader<'_>, usize) -> hamta::Result<T>,
    send: &Sender<(usize, hamta::Result<T>)>,
) {
    let mut work = || -> hamta::Result<()> {
        let reader = memory.reader()?;
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count || send.send((number, Ok(find(&reader, number)?))).is_err() {
                return Ok(());
            }
        }
    };
    if let Err(error) = work() {
        // Nobody listens any more where another thread has failed.
        let _ = send.send((0, Err(error)));
    }
}
