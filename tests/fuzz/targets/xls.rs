//! A spreadsheet of Excel 97: a container as it is, or else the stream of records in one.
#![no_main]

use std::io::{Cursor, Write};

use hamta::exchange::glossary::Table;
use hamta_fuzz::glossary;
use libfuzzer_sys::fuzz_target;

/// How a container begins.
const CONTAINER: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(&CONTAINER) {
        glossary(bytes, Table::Xls);
    } else {
        glossary(&container(bytes), Table::Xls);
    }
});

fn container(records: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("there is room");
    let mut stream = file.create_stream("/Workbook").expect("there is room");
    stream.write_all(records).expect("there is room");
    stream.flush().expect("there is room");
    drop(stream);
    file.flush().expect("there is room");
    file.into_inner().into_inner()
}
