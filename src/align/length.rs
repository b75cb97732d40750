//! How well the lengths of two segments go together, after Gale and Church (1993).

use std::ops::Range;

use super::exponential::{exp, ln};
use super::reading::Reading;
use crate::text::Lang;

/// How much the lengths of the segments of two texts say: for beads of one and of two segments of each, by the first of
/// them.
#[derive(Debug)]
pub(super) struct Lengths {
    sources: [Vec<Source>; 2],
    targets: [Vec<Target>; 2],
}

/// A source, as what is to be expected of its translation.
#[derive(Clone, Copy, Debug)]
struct Source {
    /// The logarithm of the length.
    log: f32,
    /// How far that of a translation strays from it.
    stray: f32,
}

/// A target.
#[derive(Clone, Copy, Debug)]
struct Target {
    /// The logarithm of its length.
    log: f32,
    /// How likely any segment has this length.
    chance: f32,
}

/// How much longer an English text is than its Persian, counted in news.
const ENGLISH_TO_PERSIAN: f64 = 1.1;

/// How many characters the translation of `text`, which is in `lang`, should have.
pub(crate) fn expected_length(text: &str, lang: Lang) -> f64 {
    let length = text.chars().count() as f64;
    match lang {
        Lang::Persian => length * ENGLISH_TO_PERSIAN,
        Lang::English => length / ENGLISH_TO_PERSIAN,
    }
}
#[expect(clippy::cast_possible_truncation, reason = "the nearest will do")]
const ENGLISH_LONGER: f32 = ENGLISH_TO_PERSIAN as f32;
/// This many characters count as known before a text is read.
const KNOWN: f32 = 2_000.0;
/// How far the logarithm of a segment's length is from the mean, before a text is read, and how many segments that
/// counts as.
const KNOWN_DEVIATION: f32 = 0.6;
const KNOWN_SEGMENTS: f32 = 10.0;
/// The least deviation: in a text whose segments are all of one length, two joined ones must not seem too long for
/// chance.
const LEAST_DEVIATION: f32 = 0.3;
/// How far the logarithm of the ratio strays for one character; for more it is divided by the root of the length.
const STRAY: f32 = 1.3;
/// How far it strays whatever the length.
const LEAST_STRAY: f32 = 0.17;
/// Added to each length, so that short segments are judged less sharply.
const SOFTENER: f32 = 3.0;
/// The share of translations whose length follows no rule.
const FREE: f32 = 0.02;
/// Beside that share the exponential of this is nothing.
const LEAST_POWER: f32 = -80.0;

impl Lengths {
    /// Learns from the lengths of all segments of both texts.
    pub(super) fn new(readings: &[Reading; 2]) -> Self {
        let known = match readings[1].lang {
            Lang::English => ENGLISH_LONGER,
            Lang::Persian => 1.0 / ENGLISH_LONGER,
        };
        let [source, target] = readings.each_ref().map(|reading| {
            let segments = reading.segments.iter();
            segments.map(|segment| segment.length).collect::<Vec<f32>>()
        });
        let sum = |lengths: &[f32]| lengths.iter().sum::<f32>();
        let ratio = ((sum(&target) + KNOWN * known) / (sum(&source) + KNOWN)).ln();
        let logs: Vec<f32> = target.iter().map(|&length| log(length)).collect();
        let count = logs.len().max(1) as f32;
        let mean = logs.iter().sum::<f32>() / count;
        let squares = logs.iter().map(|log| (log - mean).powi(2)).sum::<f32>();
        let known_squares = KNOWN_SEGMENTS * KNOWN_DEVIATION.powi(2);
        let deviation = ((squares + known_squares) / (count + KNOWN_SEGMENTS)).sqrt();
        let deviation = deviation.max(LEAST_DEVIATION);
        let of_source = |length: f32| Source {
            log: log(length) + ratio,
            stray: LEAST_STRAY + STRAY / (length + SOFTENER).sqrt(),
        };
        let of_target = |length: f32| {
            let log = log(length);
            let chance = (normal((log - mean) / deviation) / deviation).max(1e-6);
            Target { log, chance }
        };
        Self {
            sources: [1, 2].map(|n| source.windows(n).map(|own| of_source(sum(own))).collect()),
            targets: [1, 2].map(|m| target.windows(m).map(|own| of_target(sum(own))).collect()),
        }
    }

    /// Writes into `rates` the logarithms of how much likelier the lengths of `m` segments of the target, from each of
    /// `targets` on, are as those of a translation of `n` of the source from `i` on than as those of any segments.
    pub(super) fn rates(
        &self,
        i: usize,
        targets: Range<usize>,
        [n, m]: [usize; 2],
        rates: &mut [f32],
    ) {
        let source = self.sources[n - 1][i];
        let targets = &self.targets[m - 1][targets];
        for (rate, target) in rates.iter_mut().zip(targets) {
            let power = power((target.log - source.log) / source.stray);
            let of_translation = exp(power.max(LEAST_POWER)) / source.stray;
            *rate = ln((1.0 - FREE) * of_translation / target.chance + FREE);
        }
    }
}

fn log(length: f32) -> f32 {
    (length + SOFTENER).ln()
}

/// The normal distribution, without its constant.
fn normal(x: f32) -> f32 {
    power(x).exp()
}

/// The logarithm of that.
fn power(x: f32) -> f32 {
    -0.5 * x * x
}
