//! A glossary as text with a row a line: TSV, and CSV of any kind.
#![no_main]

use hamta::exchange::glossary::Table;
use hamta_fuzz::glossary;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    glossary(bytes, Table::Tsv);
    glossary(bytes, Table::Csv);
});
