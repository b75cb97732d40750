//! The units of several files, one after another, with what is wrong in them collected.

use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::bilingual::{self, Confirmed, Format};
use hamta::exchange::{Problems, tmx};
use hamta::unit::{Method, TranslationUnit};

use crate::cli::input;
use crate::cli::progress::{Of, Progress};
use crate::cli::units_format::units_format;

/// The names of files that can be imported.
const IMPORTED: &str =
    ".tmx, .xlf, .xliff, .mxliff, .mqxliff, .sdlxliff, .po, .pot, .tsv, .csv, .xlsx or .ods";

/// How many bytes of a file are searched for its first tag.
const MOST_PASSED: usize = 64 * 1024;

/// The units of one file as they come.
enum Source {
    /// TMX, which may be larger than what fits into memory.
    Tmx(Box<tmx::Reader<BufReader<Box<dyn Read>>>>),
    /// Any other file, which was read whole, and its length.
    Read(std::vec::IntoIter<TranslationUnit>, u64),
}

/// What is said of all units, whatever their files say.
pub(super) struct Asked {
    /// The name of their origin; otherwise that of their file.
    pub(super) origin: Option<String>,
    /// How they were made.
    pub(super) method: Option<Method>,
    /// Who translated them.
    pub(super) author: Option<String>,
}

/// Reads the units of files, in order.
pub(super) struct Import {
    files: std::vec::IntoIter<PathBuf>,
    asked: Asked,
    source: Option<Source>,
    /// How many units of a TMX file were skipped since they have no translation.
    untranslated: usize,
    /// Its name.
    path: PathBuf,
    /// The bytes of the files before the one that is being read.
    before: u64,
    problems: Problems,
    /// Remarks on what was skipped without being wrong.
    remarks: Vec<String>,
    progress: Progress,
}

impl Asked {
    /// A unit as it is asked for.
    fn of(&self, mut unit: TranslationUnit) -> TranslationUnit {
        unit.origin.method = self.method.unwrap_or(unit.origin.method);
        if self.author.is_some() {
            unit.author.clone_from(&self.author);
        }
        unit
    }
}

impl Import {
    /// Begins with the first of `paths`.
    pub(super) fn new(paths: Vec<PathBuf>, asked: Asked, quiet: bool) -> Self {
        let sizes = paths.iter().map(|path| path.metadata().map_or(0, |m| m.len()));
        let size = sizes.sum();
        Self {
            files: paths.into_iter(),
            asked,
            source: None,
            untranslated: 0,
            path: PathBuf::new(),
            before: 0,
            problems: Problems::default(),
            remarks: Vec::new(),
            progress: Progress::new(Of::Bytes, size, quiet),
        }
    }

    /// What was wrong in the files, and other remarks on them.
    pub(super) fn finish(self) -> (Problems, Vec<String>) {
        (self.problems, self.remarks)
    }

    /// Opens the next file; `None` after the last.
    fn open_next(&mut self) -> Option<hamta::Result<Source>> {
        let Some(path) = self.files.next() else {
            self.progress.then("making the index");
            return None;
        };
        let origin = self.asked.origin.clone().unwrap_or_else(|| input::name(&path));
        Some(match units_format(&path) {
            None | Some(Format::Tmx) => {
                self.path.clone_from(&path);
                read_tmx(&path, &origin)
            }
            Some(format) => self.read(&path, format, &origin),
        })
    }

    /// Reads a file whole.
    fn read(&mut self, path: &Path, format: Format, origin: &str) -> hamta::Result<Source> {
        let bytes = input::bytes(path)?;
        let contents =
            bilingual::read(&bytes, format, path)?.ok_or_else(|| input::no_units(path))?;
        let confirmed = Confirmed { origin, ..Confirmed::default() };
        let translated = contents.translated(&confirmed);
        let passed = translated.passed.sums();
        let passed = (!passed.is_empty()).then(|| format!("skipped: {passed}"));
        let remarks = contents.remarks.into_iter().chain(passed);
        let remarks = remarks.map(|remark| format!("{}: {remark}", path.display()));
        self.remarks.extend(remarks);
        self.problems.append(contents.problems);
        Ok(Source::Read(translated.units.into_iter(), bytes.len() as u64))
    }
}

/// Begins to read a file as TMX, whatever its name; one with another extension must begin like XML.
fn read_tmx(path: &Path, origin: &str) -> hamta::Result<Source> {
    let mut file = BufReader::new(input::open(path)?);
    if Format::of(path).is_none() && !input::is_standard(path) {
        let passed = passed(&mut file).map_err(|e| Error::read(path, e))?;
        let start = file.fill_buf().map_err(|e| Error::read(path, e))?;
        if start.first() != Some(&b'<') {
            let what = format!("what is imported is {IMPORTED}");
            return Err(Error::refused(what).at(path));
        }
        file = BufReader::new(Box::new(Cursor::new(passed).chain(file)));
    }
    let reader = tmx::Reader::new(file, path, origin)?;
    Ok(Source::Tmx(Box::new(reader)))
}

/// What stands before the first tag of a file: a byte order mark and white space, in UTF-8 or UTF-16. A pipe may
/// deliver them piece by piece.
fn passed(file: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let is_passed =
        |byte: &u8| byte.is_ascii_whitespace() || b"\xEF\xBB\xBF\xFE\xFF\0".contains(byte);
    let mut passed = Vec::new();
    while passed.len() < MOST_PASSED {
        let read = file.fill_buf()?;
        let count = read.iter().take_while(|byte| is_passed(byte)).count();
        passed.extend_from_slice(&read[..count]);
        let is_over = count < read.len() || read.is_empty();
        file.consume(count);
        if is_over {
            break;
        }
    }
    Ok(passed)
}

impl Iterator for Import {
    type Item = hamta::Result<TranslationUnit>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (item, bytes) = match &mut self.source {
                None => match self.open_next()? {
                    Ok(source) => {
                        self.source = Some(source);
                        continue;
                    }
                    Err(error) => return Some(Err(error)),
                },
                Some(Source::Tmx(reader)) => (reader.next(), reader.bytes_read()),
                Some(Source::Read(units, length)) => {
                    let unit = units.next().map(|unit| Ok(tmx::Item::Unit(Box::new(unit))));
                    (unit, *length)
                }
            };
            self.progress.at(self.before + bytes);
            match item {
                Some(Ok(tmx::Item::Unit(unit))) => return Some(Ok(self.asked.of(*unit))),
                Some(Ok(tmx::Item::Problem(problem))) if problem.is_untranslated => {
                    self.untranslated += 1;
                }
                Some(Ok(tmx::Item::Problem(problem))) => self.problems.push(problem),
                Some(Err(error)) => return Some(Err(error)),
                None => {
                    let untranslated = std::mem::take(&mut self.untranslated);
                    if untranslated > 0 {
                        let path = self.path.display();
                        self.remarks
                            .push(format!("{path}: skipped: {untranslated} not translated"));
                    }
                    self.before += bytes;
                    self.source = None;
                }
            }
        }
    }
}
