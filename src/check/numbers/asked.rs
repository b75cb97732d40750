//! A number of one text that is looked for in the other.

use crate::check::numbers::said::Said;
use crate::check::pair::Side;
use crate::text::Placeable;
use crate::text::number::{Form, Quantity};

/// A number of `own` that is looked for in `other`.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) own: &'a Side<'a>,
    pub(crate) value: &'a Placeable,
    pub(crate) other: &'a Side<'a>,
    /// The numbers of `other`.
    pub(crate) said: &'a Said,
}

/// The largest number that is not asked for where it stands in words.
const SMALL: u64 = 10;

/// Whether a number must be said: one need not be, nor small ones in words.
pub(crate) fn is_asked(quantity: &Quantity) -> bool {
    let value = quantity.number.to_u64();
    let is_small = value.is_some_and(|value| value <= SMALL);
    !(value.is_some_and(|value| value <= 1) || is_small && quantity.form == Form::Words)
}
