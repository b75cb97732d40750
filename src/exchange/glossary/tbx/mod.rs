//! TBX, the exchange format of terminology programs (ISO 30042).
//!
//! The editions of 2008 (`martif`) and 2019 (`tbx`) are read, the latter in both styles: DCA, where the attribute
//! `type` says what an element contains, and DCT, where its name does. TBX-Basic is written, in the edition of 2019 in
//! DCA style or in that of 2008. The kind of an entry is its subject field.

mod concept;
mod read;
mod write;

pub(super) use read::sheet;
pub(super) use write::{Edition, write};
