//! Which findings make the exit code 1.

use clap::ValueEnum;
use serde::Deserialize;

/// From which severity on a finding makes the exit code 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    #[default]
    Warning,
    Error,
    Never,
}
