//! What a writer of tables failed at, as the system says it: so it is known whether a reader has gone away.

use std::io;

pub(in crate::exchange) fn unwrapped(error: csv::Error) -> io::Error {
    match error.kind() {
        csv::ErrorKind::Io(inner) => io::Error::new(inner.kind(), error),
        _ => error.into(),
    }
}
