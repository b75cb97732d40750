//! `hamta check`: an article and its translation, against the glossaries.

use hamta::check::{Pairing, check};

use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(crate) fn run(
    args: &CheckArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if input::is_standard(&args.source) && input::is_standard(&args.translation) {
        return Err(Failure::usage("only one of the two can be standard input"));
    }
    let source = input::article(&args.source, None)?;
    let target = input::article(&args.translation, Some(source.lang().other()))?;
    let glossary = Project::find(global)?.glossary(output)?;
    if !Pairing::of(&source, &target).by_blocks {
        output.remark(&format!(
            "{}: {} paragraphs, but {} in the source; names are looked for in all of the translation",
            args.translation.display(),
            target.blocks().len(),
            source.blocks().len(),
        ))?;
    }
    let findings = check(&source, &target, &glossary);
    let counts = report::finding::write(&findings, &target, &args.translation, output)?;
    Ok(counts.exit(args.error_on))
}
