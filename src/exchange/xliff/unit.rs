//! A unit as the writers of both versions need it.

use crate::exchange::units::State;
use crate::text::Tagged;

/// A unit of one segment.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub(super) id: &'a str,
    /// Draft, unreviewed or translated.
    pub(super) state: State,
    pub(super) source: &'a Tagged,
    pub(super) target: Option<&'a Tagged>,
    /// Notes on it, each with its author, if that is known.
    pub(super) notes: Vec<(&'a str, String)>,
    pub(super) offered: Option<Offered<'a>>,
    /// Names in the source, each with its form in the other language: `لاوروف: Lavrov`.
    pub(super) names: &'a [String],
}

/// A unit of a memory that is offered for another one.
#[derive(Debug)]
pub(super) struct Offered<'a> {
    pub(super) rate: u8,
    pub(super) origin: &'a str,
    pub(super) source: &'a str,
    pub(super) target: &'a str,
}
