//! `hamta check --fix` and `--diff`: the safe fixes of a report are written, or shown.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use hamta::align::Lexicons;
use hamta::check::{Edit, Fix, apart, safe_edits};
use hamta::exchange::bilingual::Layout;
use hamta::exchange::replace_known;
use hamta::text::Span;

use super::checked::Checked;
use super::checker::Checker;
use super::files::Input;
use super::units;
use crate::cli::args::{CheckArgs, GlobalArgs};
use crate::cli::exit::Failure;
use crate::cli::input::{self, Plain};
use crate::cli::output::Output;
use crate::cli::report;
use crate::cli::report::finding::{Place, Report};

/// Refuses a format if standard output is for a fixed text.
pub(super) fn refuse_format(
    args: &CheckArgs,
    inputs: &[Input],
    global: &GlobalArgs,
) -> Result<(), Failure> {
    let is_standard = |input: &Input| match input {
        Input::Pair { target, .. } => input::is_standard(target),
        Input::Alone(path) => input::is_standard(path),
        Input::Units { .. } | Input::Memory(_) => false,
    };
    if args.fix && global.format.is_some() && inputs.iter().any(is_standard) {
        return Err(Failure::usage(
            "--fix writes the fixed text to standard output; leave out --format",
        ));
    }
    Ok(())
}

/// Shows what [`write`] would write, and returns how many fixes there are.
pub(super) fn show(
    checked: &Checked,
    report: &Report,
    output: &mut Output,
) -> Result<usize, Failure> {
    let Some(fixing) = Fixing::of(checked, report, output)? else {
        return Ok(0);
    };
    let Fixing { path, edits, .. } = &fixing;
    report::diff::write(path, fixing.text(), edits, output)?;
    output.remark(&format!("{}: to fix: {}", path.display(), edits.len()))?;
    Ok(edits.len())
}

/// Writes the safe fixes of a report into the file that was checked, if it still is as it was read: all or none.
/// Returns what is then found in it, if anything was fixed. Standard input, fixed or not, goes to standard output.
pub(super) fn write(
    checked: &Checked,
    report: &Report,
    checker: &Checker<'_>,
    output: &mut Output,
) -> Result<Option<Checked>, Failure> {
    let Some(fixing) = Fixing::of(checked, report, output)? else {
        if let Some((_, texts)) = checked.standard_input() {
            output.stream().write_all(texts.target.file())?;
        }
        return Ok(None);
    };
    let Fixing { path, edits, .. } = &fixing;
    let new = fixing.file()?;
    if input::is_standard(path) {
        output.stream().write_all(&new)?;
    } else {
        replace_known(path, fixing.old(), &new)?;
    }
    output.remark(&format!("{}: fixed: {}", path.display(), edits.len()))?;
    Ok(Some(checked.again(new, checker)?))
}

/// A file, and what is to be changed in it.
struct Fixing<'a> {
    path: &'a Path,
    held: Held<'a>,
    /// In the text of the file, in order; never none.
    edits: Vec<Edit<'a>>,
}

/// The contents of a file.
enum Held<'a> {
    Article(&'a Plain),
    Units(&'a [u8], Box<Layout<'a>>),
}

impl<'a> Fixing<'a> {
    /// The safe fixes of a report for the file that was checked; those that cannot be written there are reported.
    /// `None` if none can be.
    fn of(
        checked: &'a Checked,
        report: &'a Report,
        output: &mut Output,
    ) -> Result<Option<Self>, Failure> {
        let Some(path) = checked.path.as_deref() else {
            return Ok(None);
        };
        let (held, edits) = if let Some(texts) = &checked.texts {
            (Held::Article(&texts.target), in_article(path, report))
        } else if let Some(units) = &checked.units {
            let wanted = in_units(path, report);
            if wanted.is_empty() {
                return Ok(None);
            }
            let layout = Layout::of(&units.file, units.format, &units.contents, path)?;
            let changes = wanted.iter();
            let changes = changes.filter_map(|(unit, edit)| layout.change(*unit, *edit));
            let changes: Vec<Edit<'_>> = changes.collect();
            match wanted.len() - changes.len() {
                0 => {}
                left => output.remark(&format!(
                    "{}: not fixed, since more than letters would change: {left}",
                    path.display()
                ))?,
            }
            // A text that several units share is changed once.
            (Held::Units(&units.file, Box::new(layout)), apart(changes))
        } else {
            return Ok(None);
        };
        Ok((!edits.is_empty()).then_some(Self { path, held, edits }))
    }

    /// The text to which the edits refer.
    fn text(&self) -> &str {
        match &self.held {
            Held::Article(article) => article.in_file(),
            Held::Units(_, layout) => layout.text(),
        }
    }

    /// The file as it was read.
    fn old(&self) -> &[u8] {
        match &self.held {
            Held::Article(article) => article.file(),
            Held::Units(file, _) => file,
        }
    }

    /// The fixed file.
    fn file(&self) -> Result<Vec<u8>, Failure> {
        let file = match &self.held {
            Held::Article(article) => article.edited(&self.edits),
            Held::Units(_, layout) => layout.with(&self.edits),
        };
        Ok(file?)
    }
}

impl Checked {
    /// The same for a file that has been fixed.
    fn again(&self, file: Vec<u8>, checker: &Checker<'_>) -> Result<Self, Failure> {
        match (self.article(), &self.path, &self.units) {
            (Some((path, texts)), ..) => {
                Ok(checker.look(path, texts.with(file, path)?, &mut Lexicons::default()))
            }
            (None, Some(path), Some(units)) => {
                units::in_file(file, (path, units.format), true, checker)
            }
            _ => Ok(Self::default()),
        }
    }
}

/// The safe fixes among the findings in the article `path`.
fn in_article<'a>(path: &Path, report: &'a Report) -> Vec<Edit<'a>> {
    let findings = report.findings_in(path).iter();
    safe_edits(findings.filter_map(|shown| shown.place.span().zip(shown.fix.as_ref())))
}

/// The safe fixes among the findings in the units of the file `path`, each with the number of its unit.
fn in_units<'a>(path: &Path, report: &'a Report) -> Vec<(usize, Edit<'a>)> {
    let mut by_unit: BTreeMap<usize, Vec<(Span, &Fix)>> = BTreeMap::new();
    for shown in report.findings_in(path) {
        if let (Place::Unit { unit, span, .. }, Some(fix)) = (shown.place, &shown.fix) {
            by_unit.entry(unit).or_default().push((span, fix));
        }
    }
    let edits = by_unit.into_iter();
    let edits = edits.flat_map(|(unit, fixes)| {
        let edits = safe_edits(fixes).into_iter();
        edits.map(move |edit| (unit, edit))
    });
    edits.collect()
}
