//! Taking turns: one program writes at a time while the others wait, and all wait while a file is being opened.

use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::{MOMENT, store_error};
use crate::error::Result;

/// How long a writer waits for another one, which may be importing a million units.
const PATIENCE: Duration = Duration::from_secs(30 * 60);

/// How long a program waits for others that open the file, close it or bring it to the newest format.
const OPENING: Duration = Duration::from_secs(60);

/// How long to wait before asking again where SQLite refused without waiting.
const PAUSE: Duration = Duration::from_millis(5);

/// Begins a change as soon as no other program is making one; calls `tell` if it has to wait.
pub(super) fn wait<'c>(
    connection: &'c Connection,
    tell: Option<&(dyn Fn() + Send)>,
) -> Result<Transaction<'c>> {
    let begin = || Transaction::new_unchecked(connection, TransactionBehavior::Immediate);
    in_turn(PATIENCE, tell, begin).map_err(store_error)
}

/// Does what needs the file to be free for a moment: some of it SQLite refuses at once, whatever the connection's
/// timeout.
pub(super) fn open<T>(ask: impl FnMut() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    in_turn(OPENING, None, ask)
}

/// Asks until the answer is something other than "in use", or `patience` runs out.
fn in_turn<T>(
    patience: Duration,
    mut tell: Option<&(dyn Fn() + Send)>,
    mut ask: impl FnMut() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let start = Instant::now();
    loop {
        match ask() {
            Err(error) if is_busy(&error) && start.elapsed() < patience => {
                if start.elapsed() >= MOMENT
                    && let Some(tell) = tell.take()
                {
                    tell();
                }
                thread::sleep(PAUSE);
            }
            answer => return answer,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}
