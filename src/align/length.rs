//! How well the lengths of two segments go together, after Gale and Church (1993).

use crate::text::Lang;

/// What a text tells of lengths: the logarithms of those of its segments, in characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    /// How much longer the target is, as a logarithm.
    ratio: f32,
    /// The mean and the deviation of the target's segments.
    mean: f32,
    deviation: f32,
}

/// How much longer an English text is than its Persian, counted in news.
const ENGLISH_TO_PERSIAN: f32 = 1.1;
/// As many characters count as known before a text is read.
const KNOWN: f32 = 2_000.0;
/// How far the logarithm of a segment's length is from the mean, before a text is read, and as many segments count for it.
const KNOWN_DEVIATION: f32 = 0.6;
const KNOWN_SEGMENTS: f32 = 10.0;
/// How far the logarithm of the ratio strays for one character; it strays less by the root of the length.
const STRAY: f32 = 1.3;
/// How far it strays whatever the length.
const LEAST_STRAY: f32 = 0.17;
/// Added to each length, so that short segments are judged less sharply.
const SOFTENER: f32 = 3.0;
/// The share of translations that are free with length.
const FREE: f32 = 0.02;

impl Lengths {
    /// Learns from the lengths of all segments of both texts, in characters; the target is in `lang`.
    pub(super) fn new(source: &[f32], target: &[f32], lang: Lang) -> Self {
        let known = match lang {
            Lang::English => ENGLISH_TO_PERSIAN,
            Lang::Persian => 1.0 / ENGLISH_TO_PERSIAN,
        };
        let sum = |lengths: &[f32]| lengths.iter().sum::<f32>();
        let ratio = (sum(target) + KNOWN * known) / (sum(source) + KNOWN);
        let logs: Vec<f32> = target.iter().map(|&length| log(length)).collect();
        let count = logs.len().max(1) as f32;
        let mean = logs.iter().sum::<f32>() / count;
        let squares = logs.iter().map(|log| (log - mean).powi(2)).sum::<f32>();
        let known_squares = KNOWN_SEGMENTS * KNOWN_DEVIATION.powi(2);
        Self {
            ratio: ratio.ln(),
            mean,
            deviation: ((squares + known_squares) / (count + KNOWN_SEGMENTS)).sqrt(),
        }
    }

    /// The logarithm of how much likelier `target` is as the length of a translation of `source` characters than as that
    /// of any segment.
    pub(super) fn rate(&self, source: f32, target: f32) -> f32 {
        let target_log = log(target);
        let stray = LEAST_STRAY + STRAY / (source + SOFTENER).sqrt();
        let off = target_log - log(source) - self.ratio;
        let of_translation = normal(off / stray) / stray;
        let of_any = normal((target_log - self.mean) / self.deviation) / self.deviation;
        ((1.0 - FREE) * of_translation / of_any.max(1e-6) + FREE).ln()
    }
}

fn log(length: f32) -> f32 {
    (length + SOFTENER).ln()
}

/// The normal distribution, without its constant.
fn normal(x: f32) -> f32 {
    (-0.5 * x * x).exp()
}
