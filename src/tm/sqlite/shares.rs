//! Work on many texts at once, a share on each core.

use std::num::NonZero;
use std::thread;

/// How many texts are read before they are shared out.
pub(super) const BATCH: usize = 16 * 1024;

/// Does `work` for each item; the results are in the order of the items, whatever the number of cores.
pub(super) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(cores).max(64);
    let work = |items: &[T]| -> Vec<R> { items.iter().map(&work).collect() };
    thread::scope(|scope| {
        let shares: Vec<_> =
            items.chunks(share).map(|share| scope.spawn(move || work(share))).collect();
        let done =
            shares.into_iter().map(|share| share.join().expect("reading texts does not panic"));
        done.flatten().collect()
    })
}
