//! A table of units: its gaps can be filled, and its units written as they were read.
#![no_main]

use hamta::exchange::bilingual::{Format, Written};
use hamta_fuzz::units;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| units(bytes, Format::Table, &[Written::Tsv, Written::Csv]));
