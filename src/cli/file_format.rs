//! The format in which a file is written: the one that was asked for, or the one of its name.

use std::path::Path;

use crate::cli::args::Format;
use crate::cli::exit::Failure;
use crate::cli::input;

/// The format of the file `path`, which can be written in the formats `known`; for standard output, if no file is
/// named, the one that was `asked` for.
pub(crate) fn file_format(
    path: Option<&Path>,
    asked: Option<Format>,
    known: &[Format],
) -> Result<Format, Failure> {
    let Some(path) = path else {
        return Ok(asked.unwrap_or_default());
    };
    input::refuse_standard(path)?;
    match asked {
        Some(Format::Text | Format::Json) => Err(Failure::usage(format!(
            "text and JSON go to standard output; a file is a {}",
            listed(known)
        ))),
        Some(format) => match named(path, known).filter(|named| *named != file_of(format)) {
            Some(named) => Err(Failure::usage(format!(
                "{}: named as {}, and --format says {}; give it another name",
                path.display(),
                named.name(),
                format.name()
            ))),
            None => Ok(format),
        },
        None => named(path, known).ok_or_else(|| {
            Failure::usage(format!(
                "{}: a {}; or say which with --format",
                path.display(),
                listed(known)
            ))
        }),
    }
}

/// The format whose extension a file in `format` has: all versions of XLIFF have the same one.
fn file_of(format: Format) -> Format {
    if format == Format::Xliff2 { Format::Xliff } else { format }
}

/// The format that the name of a file stands for.
fn named(path: &Path, known: &[Format]) -> Option<Format> {
    let extension = path.extension()?.to_ascii_lowercase();
    let name = match extension.to_str()? {
        "htm" => "html",
        "xlf" => "xliff",
        name => name,
    };
    known.iter().copied().find(|format| format.name() == name)
}

/// The extensions of formats, as part of a sentence: .tsv, .tmx or .html.
fn listed(formats: &[Format]) -> String {
    let names: Vec<String> = formats.iter().map(|f| format!(".{}", f.name())).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}
