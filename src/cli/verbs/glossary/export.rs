//! `hamta glossary export`: glossaries for other programs.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use hamta::exchange::glossary::{self as files, Table};
use hamta::exchange::replace;

use super::table_to_write;
use crate::cli::args::{GlobalArgs, GlossaryExportArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::{GlossaryFiles, Project};
use crate::cli::report;

/// Writes the entries of glossaries; bad rows are left out, and reported.
pub(super) fn export(
    args: &GlossaryExportArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if output.is_json() && (args.output.is_some() || args.table.is_some()) {
        return Err(Failure::usage(
            "JSON goes to standard output; a file is a .tsv, .csv, .xlsx or .tbx",
        ));
    }
    args.output.as_deref().map_or(Ok(()), input::refuse_standard)?;
    let named = args.output.as_deref().filter(|_| args.table.is_none());
    let named = named.map(table_to_write).transpose()?;
    let table = args.table.or(named).unwrap_or(Table::Tsv);
    if table == Table::Xlsx && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::usage(
            "a spreadsheet is nothing for a terminal; say where with --output",
        ));
    }
    let paths = match args.paths.as_slice() {
        [] => Project::find(global)?.glossary_paths()?,
        paths => paths.to_vec(),
    };
    // A device or a pipe is written as it is.
    if let Some(path) = args.output.as_ref().filter(|path| path.is_file()) {
        let inputs: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        input::refuse_to_replace(path, &inputs, args.force)?;
    }
    let read = GlossaryFiles::read(&paths)?;
    match &args.output {
        Some(path) => {
            replace(path, |file| files::export(file, table, &read.entries, path))?;
            output.remark(&format!("{}: entries: {}", path.display(), read.entries.len()))?;
        }
        None if output.is_json() => {
            for (entry, place) in read.entries.iter().zip(&read.places) {
                report::entry::write(entry, place, output)?;
            }
        }
        None => files::export(output.stream(), table, &read.entries, Path::new("standard output"))?,
    }
    for fault in &read.problems {
        output.remark(&fault.to_string())?;
    }
    Ok(if read.problems.is_empty() { Exit::Success } else { Exit::Findings })
}
