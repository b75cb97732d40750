//! `hamta init`: a new project, with the glossaries that come with hamta.

mod shipped;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::replace;

use self::shipped::{FOLDER, SHIPPED, Shipped};
use crate::cli::args::{GlobalArgs, InitArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::project::{glossaries_in, takes_glossary};
use crate::cli::report;

pub(crate) fn run(
    args: &InitArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let folder = args.folder.as_ref().or(global.project.as_ref());
    let folder = folder.map_or(Path::new(""), PathBuf::as_path);
    let [memory, glossaries] = ["tm", FOLDER].map(|name| folder.join(name));
    let there = if glossaries.exists() { glossaries_in(&glossaries)? } else { Vec::new() };
    if let Some(there) = there.first() {
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
