//! What the rules know of names: which are certainly meant, which are misspelt, which ask for nothing, in which short
//! forms they stand, as which governments and by which dates, and which words are one in both languages.

pub(super) mod certain;
pub(super) mod event;
pub(super) mod government;
pub(super) mod headline;
pub(super) mod heard;
pub(super) mod misspelt;
pub(super) mod own_name;
pub(super) mod present;
pub(super) mod short_name;
pub(super) mod sounding;
pub(super) mod together;
pub(super) mod unasked;
