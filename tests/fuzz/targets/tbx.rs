//! A glossary as TBX.
#![no_main]

use hamta::exchange::glossary::Table;
use hamta_fuzz::glossary;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| glossary(bytes, Table::Tbx));
