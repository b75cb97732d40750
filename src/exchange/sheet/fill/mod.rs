//! Puts translations into the cells of a table: into empty ones, or in place of what stands there; all other cells stay
//! as they are.

mod delimited;
mod plain;
mod xlsx;

pub(in crate::exchange) use self::delimited::{as_it_was, fill_delimited, letters, targets};
pub(super) use self::xlsx::{attribute, damaged, is, not_xml, part_of, text_of};
pub(in crate::exchange) use self::xlsx::{fill_xlsx, plain_rows, rewrite_xlsx};
