//! A progress bar for what takes more than a second, on a terminal, unless quiet.

use std::io::{self, IsTerminal};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How long something may take before a bar is drawn.
const PATIENCE: Duration = Duration::from_millis(700);

/// How often the bar shows that work goes on.
const TICK: Duration = Duration::from_millis(120);

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    /// Bytes of files that are read.
    Bytes,
    /// Units that are written.
    Units,
    /// Segments that are matched.
    Segments,
    /// Articles that are aligned.
    Articles,
    /// Articles and files, or parts of a memory, that are checked.
    Checks,
}

/// The bar that is drawn at this moment.
static DRAWN: Mutex<Option<ProgressBar>> = Mutex::new(None);

fn drawn() -> MutexGuard<'static, Option<ProgressBar>> {
    DRAWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes something to standard error, without the bar that may be drawn there.
pub(crate) fn aside(write: impl FnOnce()) {
    let bar = drawn().clone();
    match bar {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}

/// The progress through a number of bytes, units, segments or articles.
pub(crate) struct Progress {
    of: Of,
    total: u64,
    started: Instant,
    is_wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins now.
    pub(crate) fn new(of: Of, total: u64, quiet: bool) -> Self {
        Self {
            of,
            total,
            started: Instant::now(),
            is_wanted: !quiet && io::stderr().is_terminal(),
            bar: None,
        }
    }

    /// Notes that `done` are done.
    pub(crate) fn at(&mut self, done: u64) {
        if self.bar.is_none() && self.is_wanted && self.started.elapsed() > PATIENCE {
            let style = match self.of {
                Of::Bytes => "reading units {bar:30} {bytes} of {total_bytes}, {eta} to go",
                Of::Units => "writing units {bar:30} {pos} of {len}, {eta} to go",
                Of::Segments => "matching {bar:30} {pos} of {len} segments, {eta} to go",
                Of::Checks => "checking {bar:30} {pos} of {len}, {eta} to go",
                Of::Articles => "aligning {bar:30} {pos} of {len} articles, {eta} to go",
            };
            let style = ProgressStyle::with_template(style).expect("the template is right");
            let bar = ProgressBar::new(self.total).with_style(style);
            *drawn() = Some(bar.clone());
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_position(done);
        }
    }

    /// All are done, and `what` follows, for an unknown time.
    pub(crate) fn then(&self, what: &'static str) {
        if let Some(bar) = &self.bar {
            let style = ProgressStyle::with_template("{msg} {spinner} {elapsed}");
            bar.set_style(style.expect("the template is right"));
            bar.set_message(what);
            bar.enable_steady_tick(TICK);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            *drawn() = None;
            bar.finish_and_clear();
        }
    }
}
