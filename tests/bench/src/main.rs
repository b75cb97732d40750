//! Measures hamta beside other tools, on data that is not in the project.
//!
//! `hamta-bench split [DATA_DIR]`: sentence boundaries and throughput. `hamta-bench fold [DATA_DIR]`: what each rule of
//! the fold merges. `hamta-bench lookup [DATA_DIR]`: fuzzy lookups in large memories. `hamta-bench instructions
//! [DATA_DIR]`: lookups to be counted by callgrind. `hamta-bench names [DATA_DIR]`: a sample of the names found in
//! news, and those missed. `hamta-bench finder [DATA_DIR]`: how long a large glossary takes. `hamta-bench variants
//! DATA_DIR GLOSSARIES`: false alarms among variants of names. `hamta-bench align [DATA_DIR]`: which segments of a text
//! and its translation belong together; it calls itself with `align-row` for each row of times. `hamta-bench check
//! [DATA_DIR]`: how many planted faults the rules find. `hamta-bench throughput [DATA_DIR]`: how fast articles are
//! checked. `hamta-bench tmx`: how fast TMX is read and written. The folder may be named by `HAMTA_DATA` instead.

mod align;
mod check;
mod fold;
mod lookup;
mod names;
mod split;
mod throughput;
mod tmx;
mod variants;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).peekable();
    let command = args.next().unwrap_or_default();
    let folder =
        args.next_if(|arg| !arg.starts_with("--")).or_else(|| std::env::var("HAMTA_DATA").ok());
    let result = match (command.as_str(), folder) {
        ("split", Some(folder)) => split::run(&PathBuf::from(folder)),
        ("fold", Some(folder)) => {
            fold::run(&PathBuf::from(folder));
            Ok(())
        }
        ("variants", Some(folder)) => match args.next() {
            Some(glossaries) => variants::run(&PathBuf::from(folder), &PathBuf::from(glossaries)),
            None => Err("usage: hamta-bench variants DATA_DIR GLOSSARIES".into()),
        },
        ("lookup", Some(folder)) => lookup::run(&PathBuf::from(folder), args),
        ("instructions", Some(folder)) => lookup::instructions(&PathBuf::from(folder), args),
        ("names", Some(folder)) => names::run(&PathBuf::from(folder), args),
        ("align", Some(folder)) => align::run(&PathBuf::from(folder), args),
        ("align-row", Some(folder)) => align::row(&PathBuf::from(folder), args),
        ("check", Some(folder)) => check::run(&PathBuf::from(folder), args),
        ("throughput", Some(folder)) => throughput::run(&PathBuf::from(folder), args),
        ("tmx", _) => tmx::run(args),
        ("finder", Some(folder)) => names::speed(&PathBuf::from(folder), args),
        _ => Err(
            "usage: hamta-bench split|fold|lookup|instructions|names|finder|variants|align|check|throughput|tmx DATA_DIR (or HAMTA_DATA=DATA_DIR)"
                .into(),
        ),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// What a measurement can fail with; it is only shown.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
