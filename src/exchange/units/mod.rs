//! What a file of units is made of, whichever format it is in: its units with their places, ids, notes and states, what
//! is wrong in it, and what is put in place of a missing translation.

mod contents;
mod filling;
mod unit;

pub use self::contents::Contents;
pub(in crate::exchange) use self::filling::Placing;
pub use self::filling::{Filled, Filling};
pub use self::unit::{Made, State, Unit};
