//! `hamta check`: an article and its translation, against the glossaries.

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{check, passages};

use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::shared::beads;

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
    let texts = [&source, &target].map(Text::of);
    let knowledge = Knowledge {
        glossary: &glossary,
        units: &[],
    };
    let beads = beads(&texts[0], &texts[1], knowledge);
    if !are_related(&beads) {
        output.remark(&format!(
            "{} and {} have little in common; names are looked for in all of the translation",
            args.source.display(),
            args.translation.display(),
        ))?;
    }
    let passages = passages(&texts[0], &texts[1], &beads);
    let findings = check(&source, &target, &passages, &glossary);
    let counts = report::finding::write(&findings, &target, &args.translation, output)?;
    Ok(counts.exit(args.error_on))
}
