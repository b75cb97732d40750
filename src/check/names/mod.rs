//! What the rules know of names: which are certainly meant, in which short forms, and which words are one in both
//! languages.

pub(super) mod certain;
pub(super) mod heard;
pub(super) mod own_name;
pub(super) mod present;
pub(super) mod short_name;
