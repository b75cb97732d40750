//! Numbers: their exact values, how news writes them in figures and in words, and in what currency.
//!
//! A value is a string of decimal digits, never a float: any number of digits is exact, and nothing overflows.

mod currency;
mod figures;
mod quantity;
mod roman;
mod value;
mod words;
mod write;

pub use self::currency::Currency;
pub use self::quantity::{Form, Magnitude, Quantity};
pub use self::value::Number;
pub use self::words::word_value;

pub(super) use self::currency::NAMES as CURRENCY_NAMES;
pub(crate) use self::currency::of_symbol as currency_of_symbol;
pub(super) use self::figures::Figure;
pub(crate) use self::roman::roman;
pub(super) use self::words::{NumberWord, WordClass, number_words};
pub(super) use self::write::{natural_form, ordinal_words};
