//! `hamta init`: a new project, with the glossaries that come with hamta.

mod shipped;

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::replace;

use self::shipped::{FOLDER, SHIPPED, Shipped};
use crate::cli::args::{GlobalArgs, InitArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::takes_glossary;
use crate::cli::report;

pub(crate) fn run(
    args: &InitArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let folder = args.folder.as_ref().or(global.project.as_ref());
    let folder = folder.map_or(Path::new(""), PathBuf::as_path);
    let [memory, glossaries] = ["tm", FOLDER].map(|name| folder.join(name));
    if let Some(there) = glossary_in(&glossaries)? {
        return Err(Failure::usage(format!(
            "{}: a glossary is there already; nothing was written",
            there.display()
        )));
    }
    for folder in [&memory, &glossaries] {
        fs::create_dir_all(folder).map_err(|e| Error::write(folder, e))?;
    }
    let mut written = Vec::new();
    for Shipped { name, text } in SHIPPED {
        let path = glossaries.join(name);
        replace(&path, |file| file.write_all(text.as_bytes()).map_err(|e| Error::write(&path, e)))?;
        written.push(path);
    }
    written.retain(|path| takes_glossary(path));
    report::project::made(folder, &written, output)?;
    Ok(Exit::Success)
}

/// A glossary in a folder, which need not exist.
fn glossary_in(folder: &Path) -> Result<Option<PathBuf>, Failure> {
    let files = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        files => files.map_err(|e| Error::read(folder, e))?,
    };
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    paths.sort();
    Ok(paths.into_iter().find(|path| takes_glossary(path)))
}
