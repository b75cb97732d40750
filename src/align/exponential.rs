//! Exponentials and logarithms, as polynomials (those of Cephes): without calls and branches many are worked out side
//! by side, in a quarter of the instructions, and they are the same on every system.

use std::f32::consts::LOG2_E;

/// The logarithm of 2, in two parts: the product of the first one and a small whole number is exact.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
/// What is added to a number to have the nearest whole one in its lowest bits.
const ROUNDER: f32 = 12_582_912.0;
/// How many bits of a number are behind its exponent.
const FRACTION: u32 = 23;
/// The bits of a number near the root of 1/2: from there on the fraction is multiplied by the next power of 2.
const LEAST_BITS: u32 = 0x3F35_04F3;

/// The exponential of a number from -80 to 80.
#[inline]
pub(super) fn exp(x: f32) -> f32 {
    // That of the rest, from -0.35 to 0.35, is multiplied by a power of 2.
    let shifted = x * LOG2_E + ROUNDER;
    let power = shifted - ROUNDER;
    let rest = x - power * LN_2[0] - power * LN_2[1];
    let sum = 1.987_569_1e-4;
    let sum = sum * rest + 1.398_199_9e-3;
    let sum = sum * rest + 8.333_452e-3;
    let sum = sum * rest + 4.166_579_6e-2;
    let sum = sum * rest + 0.166_666_65;
    let sum = sum * rest + 0.5;
    let sum = sum * rest * rest + rest + 1.0;
    f32::from_bits(sum.to_bits().wrapping_add(shifted.to_bits() << FRACTION))
}

/// The logarithm of a number that is more than 0 and neither vanishing nor infinite.
#[inline]
pub(super) fn ln(x: f32) -> f32 {
    // The number is a power of 2 times a fraction from 0.7 to 1.4.
    let power = x.to_bits().wrapping_sub(LEAST_BITS).cast_signed() >> FRACTION;
    let fraction = x.to_bits().wrapping_sub(power.cast_unsigned() << FRACTION);
    let rest = f32::from_bits(fraction) - 1.0;
    let power = power as f32;
    let square = rest * rest;
    let sum = 7.037_683_6e-2;
    let sum = sum * rest - 0.115_146_1;
    let sum = sum * rest + 0.116_769_99;
    let sum = sum * rest - 0.124_201_41;
    let sum = sum * rest + 0.142_493_23;
    let sum = sum * rest - 0.166_680_58;
    let sum = sum * rest + 0.200_007_15;
    let sum = sum * rest - 0.249_999_94;
    let sum = sum * rest + 0.333_333_3;
    let sum = sum * rest * square + power * LN_2[1] - 0.5 * square;
    rest + sum + power * LN_2[0]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{exp, ln};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn they_are_those_of_the_system(x in -80.0_f32..=80.0) {
            let one = exp(x);
            prop_assert!((f64::from(one) / f64::from(x).exp() - 1.0).abs() < 1e-7, "{one}");
            let back = f64::from(ln(one));
            prop_assert!((back - f64::from(one).ln()).abs() <= 1e-7 * back.abs(), "{back}");
        }
    }
}
