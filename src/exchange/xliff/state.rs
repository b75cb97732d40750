//! The state of a translation: according to XLIFF itself, and to translators' programs in attributes of their own.

use crate::exchange::units::State;

/// What a state of XLIFF 1.2 or 2.x means; an unknown one means that it is translated.
pub(super) fn named(name: &str) -> State {
    match name {
        "new" | "initial" | "needs-translation" | "needs-adaptation" | "needs-l10n" => State::Draft,
        "needs-review-translation" | "needs-review-adaptation" | "needs-review-l10n" => {
            State::Unreviewed
        }
        "final" | "signed-off" | "reviewed" => State::Final,
        _ => State::Translated,
    }
}

/// The state that a target of XLIFF 1.2 names, with its qualifier, if it names one.
pub(super) fn qualified(state: Option<&str>, qualifier: Option<&str>) -> Option<State> {
    match (state.map(named), qualifier) {
        (Some(State::Final), _) => Some(State::Final),
        (_, Some("mt-suggestion" | "leveraged-mt")) => Some(State::Machine),
        (state, _) => state,
    }
}

/// Whether an attribute of a unit or segment says that it is locked: for memoQ, Phrase or Trados Studio.
pub(super) fn is_lock(attribute: &str, value: &str) -> bool {
    matches!((attribute, value), ("mq:locked", "locked") | ("m:locked" | "locked", "true"))
}

/// Whether the origin that Phrase or Trados Studio gives for a translation is machine translation.
pub(super) fn is_machine(origin: &str) -> bool {
    matches!(origin, "mt" | "nmt" | "amt")
}

/// The meaning of the attribute of a unit in which memoQ (`mq:status`) or Phrase (`m:confirmed`) keeps its state, if it
/// says anything.
pub(super) fn of_program(attribute: &str, value: &str) -> Option<State> {
    match (attribute, value) {
        ("mq:status", "NotStarted" | "Pretranslated" | "AssembledFromFragments") => {
            Some(State::Draft)
        }
        ("mq:status", "MachineTranslated") => Some(State::Machine),
        ("mq:status", "PartiallyEdited" | "Rejected") | ("m:confirmed", "0") => {
            Some(State::Unreviewed)
        }
        ("mq:status", "Proofread") => Some(State::Final),
        _ => None,
    }
}

/// The meaning of the `conf` of a segment in a file of Trados Studio, if it says anything; a segment has none until
/// somebody works on it.
pub(super) fn of_segment(conf: Option<&str>, is_machine: bool) -> Option<State> {
    match conf {
        None | Some("Draft") if is_machine => Some(State::Machine),
        Some("Draft") => Some(State::Draft),
        Some("RejectedTranslation" | "RejectedSignOff") => Some(State::Unreviewed),
        Some("Translated") => Some(State::Translated),
        Some("ApprovedTranslation" | "ApprovedSignOff") => Some(State::Final),
        _ => None,
    }
}
