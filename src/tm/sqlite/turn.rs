//! A writer's turn: one writes at a time, the others wait.

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::{PATIENCE, store_error};
use crate::error::Result;

/// Begins a change as soon as no other program is making one; calls `tell` where that is not at once.
pub(super) fn wait<'c>(
    connection: &'c Connection,
    tell: Option<&(dyn Fn() + Send)>,
) -> Result<Transaction<'c>> {
    let mut waited = 0;
    loop {
        // A turn that has not come is asked for again after the connection's own timeout.
        match Transaction::new_unchecked(connection, TransactionBehavior::Immediate) {
            Err(error) if is_busy(&error) && waited < PATIENCE => {
                if waited == 0 {
                    tell.inspect(|tell| tell());
                }
                waited += 1;
            }
            begun => return begun.map_err(store_error),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}
