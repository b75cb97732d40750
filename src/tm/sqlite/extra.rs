//! What a unit has besides its texts, as JSON in a column; null where there is nothing.

use rusqlite::types::Type;
use rusqlite::{Error, Result, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::text::Tag;
use crate::unit::{Details, TranslationUnit};

/// The tags of the Persian side, and of the English one.
pub(super) type Tags = (Vec<Tag>, Vec<Tag>);

/// The tags of a unit, to be written.
pub(super) fn of_tags(unit: &TranslationUnit) -> Result<Option<String>> {
    let tags = (&unit.persian.tags, &unit.english.tags);
    if tags.0.is_empty() && tags.1.is_empty() { Ok(None) } else { json(&tags).map(Some) }
}

/// The details of a unit, to be written.
pub(super) fn of_details(unit: &TranslationUnit) -> Result<Option<String>> {
    unit.details.as_deref().map(json).transpose()
}

/// The tags in a column.
pub(super) fn tags(row: &Row<'_>, column: usize) -> Result<Tags> {
    Ok(read(row, column)?.unwrap_or_default())
}

/// The details in a column.
pub(super) fn details(row: &Row<'_>, column: usize) -> Result<Option<Box<Details>>> {
    read(row, column)
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::ToSqlConversionFailure(Box::new(e)))
}

fn read<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    let value = text.map(serde_json::from_str).transpose();
    value.map_err(|e| Error::FromSqlConversionFailure(column, Type::Text, Box::new(e)))
}
