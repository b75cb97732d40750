//! Errors of the writer of tables as the I/O errors behind them, so that a reader that has gone away is recognised.

use std::io;

pub(in crate::exchange) fn unwrapped(error: csv::Error) -> io::Error {
    match error.kind() {
        csv::ErrorKind::Io(inner) => io::Error::new(inner.kind(), error),
        _ => error.into(),
    }
}
