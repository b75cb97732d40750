//! An entry of a glossary.

use std::io;
use std::path::PathBuf;

use hamta::glossary::{Entry, Status};
use hamta::text::Lang;
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::style::{ASIDE, BAD, SUBJECT};

#[derive(Serialize)]
struct EntryJson<'a> {
    kind: &'static str,
    fa: Vec<TermJson<'a>>,
    en: Vec<TermJson<'a>>,
    note: &'a str,
    path: String,
    line: u64,
}

#[derive(Serialize)]
struct TermJson<'a> {
    text: &'a str,
    status: Status,
    note: &'a str,
}

/// Writes an entry, with the file and line that it comes from.
pub(crate) fn write(entry: &Entry, place: &(PathBuf, u64), output: &mut Output) -> io::Result<()> {
    if output.is_json() {
        return output.json(&EntryJson {
            kind: entry.kind.name(),
            fa: terms(entry, Lang::Persian),
            en: terms(entry, Lang::English),
            note: &entry.note,
            path: place.0.display().to_string(),
            line: place.1,
        });
    }
    let heading = |lang| entry.preferred(lang).unwrap_or_default();
    let kind = format!("  {}", entry.kind.name());
    let heading = [
        plain(heading(Lang::Persian)),
        plain("  "),
        piece(heading(Lang::English), SUBJECT),
        piece(&kind, ASIDE),
    ];
    output.left(1, &heading)?;
    for lang in [Lang::English, Lang::Persian] {
        write_forms(entry, lang, Status::Admitted, output)?;
        write_forms(entry, lang, Status::Forbidden, output)?;
    }
    if !entry.note.is_empty() {
        output.left(4, &[plain(&entry.note)])?;
    }
    let place = format!("{}:{}", place.0.display(), place.1);
    output.left(4, &[piece(&place, ASIDE)])
}

/// Writes the forms in `lang` that have `status`, on one line; nothing if there are none.
fn write_forms(entry: &Entry, lang: Lang, status: Status, output: &mut Output) -> io::Result<()> {
    let forms = entry.with_status(lang, status);
    let forms: Vec<String> = forms.map(|form| lang.quote(form)).collect();
    if forms.is_empty() {
        return Ok(());
    }
    let style = if status == Status::Forbidden { BAD } else { ASIDE };
    let label = format!("{} ", status.name());
    output.left(4, &[piece(&label, style), plain(&forms.join(", "))])
}

fn terms(entry: &Entry, lang: Lang) -> Vec<TermJson<'_>> {
    let terms = entry.terms(lang).iter();
    let json =
        terms.map(|term| TermJson { text: &term.text, status: term.status, note: &term.note });
    json.collect()
}
