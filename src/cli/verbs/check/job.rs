//! Checking one thing: a translation against its article, an article alone, or units.

use std::path::{Path, PathBuf};

use hamta::align::{Knowledge, Text, are_related};
use hamta::check::{check, check_alone, passages};
use hamta::glossary::Glossary;

use super::files::Input;
use super::units;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::report;
use crate::cli::report::finding::Shown;
use crate::cli::shared::beads;

/// What has come of one input.
pub(super) struct Checked {
    /// The file that was looked through; `None` where a file of a folder is not one to check.
    pub(super) path: Option<PathBuf>,
    pub(super) findings: Vec<Shown>,
    /// What the user should know besides.
    pub(super) remarks: Vec<String>,
}

impl Checked {
    /// Reads an input and checks it; `memory` is the path of the memory.
    pub(super) fn of(input: &Input, memory: &Path, glossary: &Glossary) -> Result<Self, Failure> {
        match input {
            Input::Pair { source, target } => pair(source, target, glossary),
            Input::Alone(path) => alone(path, glossary),
            Input::Units {
                path,
                format,
                is_named,
            } => units::in_file(path, *format, *is_named, glossary),
            Input::Memory(units) => Ok(units::in_memory(units, memory, glossary)),
        }
    }
}

/// Checks a translation against its article.
fn pair(source_path: &Path, path: &Path, glossary: &Glossary) -> Result<Checked, Failure> {
    let source = input::article(source_path, None)?;
    let target = input::article(path, Some(source.lang().other()))?;
    let texts = [&source, &target].map(Text::of);
    let knowledge = Knowledge {
        glossary,
        units: &[],
    };
    let beads = beads(&texts[0], &texts[1], knowledge);
    let mut remarks = Vec::new();
    if !are_related(&beads) {
        remarks.push(format!(
            "{} and {} have little in common; names are looked for in all of the translation",
            source_path.display(),
            path.display(),
        ));
    }
    let passages = passages(&texts[0], &texts[1], &beads);
    let findings = check(&source, &target, &passages, glossary);
    Ok(Checked {
        path: Some(path.to_owned()),
        findings: report::check::shown(&findings, &target, path),
        remarks,
    })
}

/// Checks an article by itself.
fn alone(path: &Path, glossary: &Glossary) -> Result<Checked, Failure> {
    let article = input::article(path, None)?;
    let findings = check_alone(&article, glossary);
    Ok(Checked {
        path: Some(path.to_owned()),
        findings: report::check::shown(&findings, &article, path),
        remarks: Vec::new(),
    })
}
