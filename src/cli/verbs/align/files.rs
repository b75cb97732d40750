//! Which files are aligned with which.

use std::path::{Path, PathBuf};

use hamta::text::Lang;

use crate::cli::args::AlignArgs;
use crate::cli::config::Articles;
use crate::cli::exit::Failure;
use crate::cli::naming::Naming;
use crate::cli::paths;
use crate::cli::walk;

/// An article and its translation.
#[derive(Debug)]
pub(super) struct FilePair {
    pub(super) source: PathBuf,
    pub(super) target: PathBuf,
    /// The language of the source, if its name says so.
    pub(super) source_lang: Option<Lang>,
}

/// The files that the arguments name: two, or those of a folder.
pub(super) fn pairs(args: &AlignArgs, articles: &Articles) -> Result<Vec<FilePair>, Failure> {
    let source = args.source.clone().unwrap_or_default();
    match &args.translation {
        Some(_) if source.is_dir() => Err(Failure::usage(
            "of a folder, the articles and the translations are found by their names; see --names",
        )),
        Some(target) => {
            let naming = articles.names(args.names.as_ref());
            let lang = naming.lang(&source);
            let are_named = lang.map(Lang::other) == naming.lang(target);
            Ok(vec![FilePair {
                source,
                target: target.clone(),
                source_lang: lang.filter(|_| are_named),
            }])
        }
        None if !source.is_dir() => Err(Failure::usage(
            "an article is aligned with its translation; or name a folder that holds both",
        )),
        None => {
            let pairs =
                in_folder(&source, &articles.names(args.names.as_ref()), articles.from(args.from))?;
            if pairs.is_empty() {
                Err(Failure::usage(format!(
                    "{}: no two files are named as an article and its translation; see --names",
                    source.display()
                )))
            } else {
                Ok(pairs)
            }
        }
    }
}

/// The pairs in a folder and the folders below it, in the order of their names.
fn in_folder(folder: &Path, naming: &Naming, from: Lang) -> hamta::Result<Vec<FilePair>> {
    let mut pairs = Vec::new();
    for path in walk::files(folder) {
        let path = path?.into_path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(english) = naming.counterpart(&name, Lang::Persian) else {
            continue;
        };
        let english = path.with_file_name(english);
        if paths::is_there(&english) {
            let (source, target) = match from {
                Lang::Persian => (path, english),
                Lang::English => (english, path),
            };
            pairs.push(FilePair { source, target, source_lang: Some(from) });
        }
    }
    Ok(walk::once(pairs, |pair| vec![&pair.source, &pair.target]))
}
