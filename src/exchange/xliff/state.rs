//! What is said of a translation's state: by XLIFF itself, and by translators' programs in attributes of their own.

use crate::exchange::bilingual::State;

/// What a state of XLIFF 1.2 or 2.x means; one that is not known, that it is translated.
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

/// What an attribute of a unit means in which memoQ (`mq:status`) or Phrase (`m:confirmed`) keeps its state, where it says anything.
pub(super) fn of_program(attribute: &str, value: &str) -> Option<State> {
    match (attribute, value) {
        ("mq:status", "NotStarted" | "Pretranslated" | "AssembledFromFragments") => {
            Some(State::Draft)
        }
        ("mq:status", "PartiallyEdited" | "Rejected") | ("m:confirmed", "0") => {
            Some(State::Unreviewed)
        }
        ("mq:status", "Proofread") => Some(State::Final),
        _ => None,
    }
}

/// What the `conf` of a segment means in a file of Trados Studio, where it says anything.
pub(super) fn of_segment(conf: &str) -> Option<State> {
    match conf {
        "Draft" => Some(State::Draft),
        "RejectedTranslation" | "RejectedSignOff" => Some(State::Unreviewed),
        "Translated" => Some(State::Translated),
        "ApprovedTranslation" | "ApprovedSignOff" => Some(State::Final),
        _ => None,
    }
}
