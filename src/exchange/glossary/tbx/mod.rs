//! TBX, the exchange format of terminology programs (ISO 30042).
//!
//! Read are the edition of 2008 (`martif`) and that of 2019 (`tbx`), the latter in both styles: DCA,
//! where the attribute `type` says what an element holds, and DCT, where its name does. Written is
//! TBX-Basic, of 2019 in DCA style or of 2008. The kind of an entry is its subject field.

mod concept;
mod read;
mod write;

pub(super) use read::sheet;
pub(super) use write::{Edition, write};
