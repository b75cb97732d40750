//! When the index is brought up to date, and how: by adding a few rows, or by building it anew.

use rusqlite::{Connection, OptionalExtension};

use super::{base, recent};
use crate::error::Result;
use crate::tm::sqlite::store_error;

/// How many units may be recent, in addition to a quarter of those in the base, before the base is built anew.
const MOST_RECENT: i64 = 1_000;

/// A change of fewer units than this never causes a rebuild of the base: small changes must be quick.
const LARGE: i64 = 100;

/// Takes in the units that came since the index was last brought up to date.
pub(in crate::tm::sqlite) fn bring_up(connection: &Connection) -> Result<()> {
    let indexed = indexed(connection).map_err(store_error)?;
    let sql = "SELECT count(*), coalesce(max(id), 0) FROM unit WHERE id > ?1";
    let counted = connection.query_row(sql, [indexed], |row| Ok((row.get(0)?, row.get(1)?)));
    let (new, last): (i64, i64) = counted.map_err(store_error)?;
    if new == 0 {
        return Ok(());
    }
    if new >= LARGE && is_too_recent(connection, new).map_err(store_error)? {
        return build(connection);
    }
    recent::add(connection, indexed)?;
    set_indexed(connection, last).map_err(store_error)
}

/// Builds the index anew.
pub(in crate::tm::sqlite) fn build(connection: &Connection) -> Result<()> {
    base::build(connection)?;
    // The old index named units that changes had removed; the new one does not.
    connection.execute("UPDATE change SET indexed = 0", []).map_err(store_error)?;
    let last = connection.query_row("SELECT coalesce(max(id), 0) FROM unit", [], |row| row.get(0));
    set_indexed(connection, last.map_err(store_error)?).map_err(store_error)
}

/// Builds the index anew where most of what it names is gone.
pub(in crate::tm::sqlite) fn let_go(connection: &Connection) -> Result<()> {
    let sql =
        "SELECT (SELECT coalesce(max(units), 0) FROM base) > 2 * (SELECT count(*) FROM unit) + ?1";
    let is_mostly_gone = connection.query_row(sql, [MOST_RECENT], |row| row.get(0));
    if is_mostly_gone.map_err(store_error)? {
        return build(connection);
    }
    Ok(())
}

/// Whether `new` more units would make the recent part too large compared with the base.
fn is_too_recent(connection: &Connection, new: i64) -> rusqlite::Result<bool> {
    let sql = "SELECT (SELECT count(*) FROM recent WHERE lang = 'fa') + ?1
                    > (SELECT coalesce(max(units), 0) FROM base) / 4 + ?2";
    connection.query_row(sql, [new, MOST_RECENT], |row| row.get(0))
}

/// The number up to which all units are in the index.
fn indexed(connection: &Connection) -> rusqlite::Result<i64> {
    let sql = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'indexed'";
    let indexed = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(indexed.unwrap_or(0))
}

fn set_indexed(connection: &Connection, last: i64) -> rusqlite::Result<()> {
    let sql = "INSERT INTO setting (name, value) VALUES ('indexed', ?1) ON CONFLICT DO UPDATE SET value = ?1";
    connection.execute(sql, [last.to_string()])?;
    Ok(())
}
