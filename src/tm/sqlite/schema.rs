//! The numbered migrations, and the settings of every connection.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, params};

use super::index::keep;
use super::{MOMENT, not_a_memory, store_error, turn};
use crate::error::{Error, ErrorKind, Result};
use crate::text::fold;

/// The migrations in order; one that was published is never changed.
const MIGRATIONS: [&str; 8] = [
    include_str!("001-units.sql"),
    include_str!("002-index.sql"),
    include_str!("003-integer-keys.sql"),
    include_str!("004-changes.sql"),
    include_str!("005-details.sql"),
    include_str!("006-sketches.sql"),
    include_str!("007-neighbours.sql"),
    include_str!("008-line-breaks.sql"),
];

/// The pages that a connection keeps: 64 MiB, in SQLite's own sign for KiB. A large import needs them.
const CACHE: i64 = -64 * 1024;

/// How much of the file is mapped into memory instead of copied; SQLite has a smaller limit of its own.
const MAPPED: i64 = 1 << 40;

/// How many queries a connection keeps ready; it has fewer.
const STATEMENTS: usize = 64;

/// Sets up the connection and brings the file to the newest format.
pub(super) fn prepare(connection: &mut Connection) -> Result<()> {
    refuse_foreign(connection)?;
    turn::open(|| configure(connection)).map_err(store_error)?;
    let version = version(connection)?;
    if version == known() && turn::open(|| fold_is_current(connection)).map_err(store_error)? {
        return Ok(());
    }
    let transaction = turn::wait(connection, None)?;
    upgrade(&transaction)?;
    transaction.commit().map_err(store_error)
}

/// Sets up a connection that cannot write; returns whether the file is of the newest format.
pub(super) fn prepare_to_read(connection: &Connection) -> Result<bool> {
    refuse_foreign(connection)?;
    turn::open(|| set_up(connection)).map_err(store_error)?;
    if version(connection)? == known() {
        turn::open(|| fold_is_current(connection)).map_err(store_error)
    } else {
        Ok(false)
    }
}

/// Refuses a database that belongs to another program, before anything in it is changed.
fn refuse_foreign(connection: &Connection) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema) AND 3 >
               (SELECT count(*) FROM sqlite_schema WHERE name IN ('setting', 'origin', 'unit'))";
    if turn::open(|| connection.query_row(sql, [], |row| row.get(0))).map_err(store_error)? {
        Err(not_a_memory())
    } else {
        Ok(())
    }
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    set_up(connection)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.execute_batch(&format!("PRAGMA mmap_size = {MAPPED}"))?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")
}

/// Sets up a connection that reads. Its file is not mapped: where SQLite holds no lock, another program could truncate
/// it.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Otherwise a query would be planned anew for other values.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(MOMENT)?;
    connection.pragma_update(None, "cache_size", CACHE)
}

fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).expect("there are few migrations")
}

/// The format of the file; refused where a newer program wrote it.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    let ask = || connection.query_row("PRAGMA user_version", [], |row| row.get(0));
    match turn::open(ask).map_err(store_error)? {
        found if found > known() => Err(Error::new(ErrorKind::Newer { found, known: known() })),
        found => Ok(found),
    }
}

fn upgrade(transaction: &Transaction<'_>) -> Result<()> {
    let from = usize::try_from(version(transaction)?).unwrap_or_default();
    for migration in &MIGRATIONS[from..] {
        transaction.execute_batch(migration).map_err(store_error)?;
    }
    transaction.pragma_update(None, "user_version", known()).map_err(store_error)?;
    if !fold_is_current(transaction).map_err(store_error)? {
        keep::build(transaction)?;
        transaction
            .execute(
                "INSERT INTO setting (name, value) VALUES ('fold', ?1) ON CONFLICT DO UPDATE SET value = ?1",
                params![fold::VERSION.to_string()],
            )
            .map_err(store_error)?;
    }
    Ok(())
}

/// Whether the index was made with the fold that this program has.
fn fold_is_current(connection: &Connection) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'fold' AND value = ?1)";
    connection.query_row(sql, params![fold::VERSION.to_string()], |row| row.get(0))
}
