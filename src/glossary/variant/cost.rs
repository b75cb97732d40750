//! How far one word is from another when both are written back into Persian.
//!
//! A weighted distance over sounds, with transpositions: what Persian does not distinguish, or does not write, costs
//! little. A truly different consonant costs as much as a long name may cost in all.

use crate::text::sounds::Sound;

/// A consonant inserted, left out, or exchanged for one that nobody confuses with it.
const OTHER_CONSONANT: u32 = 8;
/// A vowel exchanged for one of another quality.
const OTHER_VOWEL: u32 = 5;
/// A vowel at the end makes another word, as in Tehrani or Zakharova.
const VOWEL_AT_END: u32 = 7;
/// The vowel of -ov, -ev, -iv: Kharkov, Kharkiv.
const ENDING_VOWEL: u32 = 2;
/// Two neighbours that are swapped.
const TRANSPOSED: u32 = 4;
/// More than any two words can cost.
const TOO_FAR: u32 = u32::MAX / 2;

/// What it costs to turn `a` into `b`, both one word; `None` where it is more than `most`.
pub(super) fn cost(a: &[Sound], b: &[Sound], most: u32) -> Option<u32> {
    if a == b {
        return Some(0);
    }
    // Each sound that one has more than the other costs at least 1, so nothing beyond `reach` can count.
    let reach = most as usize;
    if a.len().abs_diff(b.len()) > reach {
        return None;
    }
    let width = b.len() + 1;
    let losses: Vec<u32> = (0..b.len()).map(|j| loss(b, j)).collect();
    let mut table = vec![TOO_FAR; (a.len() + 1) * width];
    table[0] = 0;
    for j in 0..b.len().min(reach) {
        table[j + 1] = table[j] + losses[j];
    }
    for i in 0..a.len() {
        let row = (i + 1) * width;
        let lost = loss(a, i);
        table[row] = table[row - width] + lost;
        for j in i.saturating_sub(reach)..b.len().min(i.saturating_add(reach).saturating_add(1)) {
            let other = if is_ending(a, i) && is_ending(b, j) {
                exchange(a[i], b[j]).min(ENDING_VOWEL)
            } else {
                exchange(a[i], b[j])
            };
            let mut least = table[row - width + j] + other;
            least = least.min(table[row - width + j + 1] + lost);
            least = least.min(table[row + j] + losses[j]);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(table[row - 2 * width + j - 1] + TRANSPOSED);
            }
            table[row + j + 1] = least;
        }
        // A transposition reaches back two rows, so both must be too expensive.
        let is_dear = |row: &[u32]| row.iter().all(|&cost| cost > most);
        if i > 0 && is_dear(&table[row - width..row]) && is_dear(&table[row..row + width]) {
            return None;
        }
    }
    table.last().copied().filter(|&cost| cost <= most)
}

/// Whether the vowel at `at` is that of -ov, -ev, -iv, -off at the end.
fn is_ending(sounds: &[Sound], at: usize) -> bool {
    at + 2 == sounds.len() && sounds[at].is_vowel() && matches!(sounds[at + 1], Sound::V | Sound::F)
}

/// What it costs to write one sound for another.
fn exchange(a: Sound, b: Sound) -> u32 {
    use Sound::*;
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    match (a, b) {
        _ if a == b => 0,
        (O, U) | (F, V) | (G, Q) | (J, Zh) | (S | Z, Ts) => 1,
        (Ts, Z) | (Z, Zh) => 1,
        (A, E | O) | (E, I) | (U, V) => 2,
        (B, P) | (F, P) | (D, T) | (G, K) | (K, Kh | Q) | (H, Kh) | (Kh, Q) => 2,
        (Ch, J | Sh | Ts) | (S, Sh | Z) | (Sh, Zh) | (G, J) => 2,
        (M, N) => 5,
        (A, U) => 4,
        (Sh, Z) | (U, F) | (D, Z) => 3,
        (T, Ts) | (B, V) | (I, J) | (Ch, K) | (K, S) | (Ch, S) | (J, Z) => 3,
        (G, H) => 3,
        _ if a.is_vowel() && b.is_vowel() => OTHER_VOWEL,
        _ => OTHER_CONSONANT,
    }
}

/// What it costs to leave out the sound at `at`, or to insert it.
fn loss(sounds: &[Sound], at: usize) -> u32 {
    use Sound::*;
    let before = at.checked_sub(1).map(|i| sounds[i]);
    let after = sounds.get(at + 1).copied();
    let is_beside_vowel = [before, after].into_iter().flatten().any(Sound::is_vowel);
    match sounds[at] {
        sound if sound.is_vowel() => match (before, after) {
            (None, Some(S | Sh)) if matches!(sound, A | E | I) => 1,
            (None, _) if is_beside_vowel && sound == E => 1,
            (None, _) => 3,
            (_, None) if sound == E => 1,
            (Some(E), None) if sound == I => 1,
            (_, None) if is_beside_vowel => 4,
            (_, None) => VOWEL_AT_END,
            _ if is_beside_vowel => 1,
            _ if sound == E => 2,
            _ => 3,
        },
        H if before.is_none() => 6,
        H => 2,
        G if after == Some(N) || before == Some(N) => 3,
        V if is_beside_vowel && after.is_none_or(|sound| !sound.is_vowel()) => 3,
        T if matches!(after, Some(S | Z | Ts | Ch)) => 2,
        D if matches!(after, Some(J | Z)) => 2,
        S if before == Some(K) => 3,
        _ => OTHER_CONSONANT,
    }
}
