//! `hamta.toml`: what is wrong in it is told in one line, with its place.
//!
//! Its reader belongs to the program, and is taken in here with the little of it that it needs.
#![no_main]

use std::fs;

use hamta_fuzz::in_folder;
use libfuzzer_sys::fuzz_target;

#[allow(dead_code, unused_imports, reason = "only the reader is needed")]
#[path = "../../../src/cli"]
mod cli {
    pub(crate) mod config;
    pub(crate) mod exit;
    pub(crate) mod fault;
    pub(crate) mod naming;
    pub(crate) mod paths;

    /// Arguments are not read from a file, except this one.
    pub(crate) mod level {
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub(crate) enum Level {
            Warning,
            Error,
            Never,
        }
    }
}

/// The most characters of a message.
const LONGEST: usize = 1000;

fuzz_target!(|bytes: &[u8]| in_folder(|folder| {
    let path = folder.join("hamta.toml");
    fs::write(&path, bytes).expect("there is room");
    let Err(failure) = cli::config::read(&path) else {
        return;
    };
    let said = failure.to_string();
    let place = format!("{}:", path.display());
    let message = said.strip_prefix(&place).expect("it begins with the path");
    assert!(message.starts_with(|c: char| c.is_ascii_digit()), "{said}");
    assert!(message.chars().count() < LONGEST + 50 && !message.contains('\n'), "{said}");
}));
