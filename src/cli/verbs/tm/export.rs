//! `hamta tm export`: the units of the memory, for other programs.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use hamta::Error;
use hamta::exchange::bilingual::{Writer, Written};
use hamta::exchange::{replace, tmx};
use hamta::matching::Candidate;
use hamta::text::Lang;
use hamta::tm::{Filter, Reader};

use super::list;
use crate::cli::args::{ExportArgs, Format, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::file_format::file_format;
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::screen;

/// The formats of the files that are written.
const FILES: &[Format] =
    &[Format::Tmx, Format::Tsv, Format::Csv, Format::Xlsx, Format::Po, Format::Xliff];

/// The form in which the units are written.
#[derive(Clone, Copy)]
enum Form {
    Tmx,
    /// JSON, one object per line.
    Json,
    Other(Written),
}

pub(super) fn run(
    args: &ExportArgs,
    project: &Project,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    args.output.as_deref().map_or(Ok(()), input::refuse_standard)?;
    project.refuse_output(args.output.as_deref(), &[], args.force)?;
    let filter = list::filter(&args.filter)?;
    let mut memory = project.whole_memory(output)?;
    let wanted = |name: &str| filter.origin.as_deref().is_none_or(|origin| origin == name);
    let origins = memory.origins()?;
    let origins: Vec<_> = origins.iter().filter(|origin| wanted(&origin.name)).collect();
    if let (Some(name), []) = (&filter.origin, origins.as_slice()) {
        return Err(Failure::usage(format!(
            "the memory has no origin {name}; hamta tm stats lists them"
        )));
    }
    let form = match (&args.output, global.format) {
        (None, None | Some(Format::Text)) => Form::Tmx,
        (_, Some(Format::Json)) => Form::Json,
        (path, asked) => {
            let format = file_format(path.as_deref(), asked, FILES)?;
            written(format).map_or(Form::Tmx, Form::Other)
        }
    };
    let export = Export {
        memory: memory.reader()?,
        filter: &filter,
        missing: RefCell::new(filter.numbers.clone().unwrap_or_default()),
        units: origins.iter().map(|origin| origin.units).sum(),
        form,
        from: args.from,
        quiet: global.quiet,
    };
    match &args.output {
        Some(path) => replace(path, |file| export.write(file, path))?,
        None => export.write(output.stream(), Path::new("standard output"))?,
    }
    for number in export.missing.into_inner() {
        output.remark(&list::no_unit(number))?;
    }
    Ok(Exit::Success)
}

/// The library's name for a format of the arguments; `None` for TMX.
fn written(format: Format) -> Option<Written> {
    match format {
        Format::Tsv => Some(Written::Tsv),
        Format::Csv => Some(Written::Csv),
        Format::Xlsx => Some(Written::Xlsx),
        Format::Po => Some(Written::Po),
        Format::Xliff => Some(Written::Xliff),
        Format::Xliff2 => Some(Written::Xliff2),
        _ => None,
    }
}

/// What is to be written of a memory, and how.
struct Export<'a> {
    memory: Reader<'a>,
    filter: &'a Filter,
    /// The numbers that are asked for, without those of the units that have been written.
    missing: RefCell<BTreeSet<i64>>,
    /// How many units it is at most, for the progress.
    units: u64,
    form: Form,
    from: Lang,
    quiet: bool,
}

impl Export<'_> {
    fn write(&self, mut file: impl Write, path: &Path) -> hamta::Result<()> {
        match self.form {
            Form::Json => self.each(|Candidate { id, unit }| {
                let line = serde_json::to_string(&report::memory::UnitJson::new(id, &unit));
                let line = line.expect("a unit holds nothing but texts");
                writeln!(file, "{}", screen::escaped(line)).map_err(|e| Error::write(path, e))
            }),
            Form::Tmx => {
                let mut writer = tmx::Writer::start(file, path, Lang::Persian)?;
                self.each(|candidate| writer.write(&candidate.unit))?;
                writer.finish().map(drop)
            }
            Form::Other(format) => {
                let mut writer = Writer::start(file, format, self.from, path)?;
                self.each(|candidate| writer.write(&candidate.unit))?;
                writer.finish().map(drop)
            }
        }
    }

    fn each(&self, mut take: impl FnMut(Candidate) -> hamta::Result<()>) -> hamta::Result<()> {
        let mut progress = Progress::new(Of::Units, self.units, self.quiet);
        let mut done = 0;
        self.memory.list(self.filter, |listed| {
            done += 1;
            progress.at(done);
            self.missing.borrow_mut().remove(&listed.candidate.id);
            take(listed.candidate)?;
            Ok(ControlFlow::Continue(()))
        })
    }
}
