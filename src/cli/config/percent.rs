//! Match rates and points in the configuration.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// A whole number from `LEAST` to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Percent<const LEAST: u8>(pub(crate) u8);

impl<'de, const LEAST: u8> Deserialize<'de> for Percent<LEAST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(Whole::<LEAST>)
    }
}

struct Whole<const LEAST: u8>;

impl<const LEAST: u8> Visitor<'_> for Whole<LEAST> {
    type Value = Percent<LEAST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number from {LEAST} to 100")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        let percent = u8::try_from(number).ok();
        let percent = percent.filter(|percent| (LEAST..=100).contains(percent));
        let percent = percent.map(Percent);
        percent.ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }
}
