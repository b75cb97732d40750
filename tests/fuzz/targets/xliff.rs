//! XLIFF 1.2 or 2.1: its gaps can be filled, and its units written as they were read, as either.
#![no_main]

use hamta::exchange::bilingual::{Format, Written};
use hamta_fuzz::units;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| units(bytes, Format::Xliff, &[Written::Xliff, Written::Xliff2]));
