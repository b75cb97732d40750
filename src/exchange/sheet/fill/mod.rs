//! Puts translations into the empty cells of a table; all other cells stay as they are.

mod delimited;
mod xlsx;

pub(in crate::exchange) use self::delimited::fill_delimited;
pub(in crate::exchange) use self::xlsx::fill_xlsx;
