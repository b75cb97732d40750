//! Owns what is said of many durations: their quantiles, and how they are written.

use std::time::{Duration, Instant};

use crate::Result;

/// Durations, the shortest first.
pub(super) struct Times(Vec<Duration>);

impl Times {
    /// These durations, in any order.
    pub(super) fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// Runs `work` once for each of `items`, one after another.
    pub(super) fn of<T, R>(
        items: impl IntoIterator<Item = T>,
        mut work: impl FnMut(T) -> Result<R>,
    ) -> Result<Self> {
        let mut times = Vec::new();
        for item in items {
            let start = Instant::now();
            let done = work(item)?;
            times.push(start.elapsed());
            std::hint::black_box(done);
        }
        Ok(Self::new(times))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The shortest duration that `share` of them do not exceed.
    pub(super) fn quantile(&self, share: f64) -> Duration {
        let rank = (self.0.len() as f64 * share).ceil() as usize;
        let at = rank.clamp(1, self.0.len().max(1)) - 1;
        self.0.get(at).copied().unwrap_or_default()
    }

    pub(super) fn median(&self) -> Duration {
        self.quantile(0.5)
    }
}

/// The duration with its unit, to three digits.
pub(super) fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        ..1e3 => format!("{} µs", digits(micros)),
        ..1e6 => format!("{} ms", digits(micros / 1e3)),
        _ => format!("{} s", digits(micros / 1e6)),
    }
}

fn digits(number: f64) -> String {
    match number {
        ..10.0 => format!("{number:.2}"),
        ..100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}
