//! Aligning one pair of files after another, and adding the results to the memory.

use hamta::align::{Alignment, Bead, Knowledge, Reading, Text, align, are_related};
use hamta::glossary::Glossary;
use hamta::matching::{Options, Query};
use hamta::segment::Article;
use hamta::text::Lang;
use hamta::tm::{self, Added, ChangeKind, Memory, Reader};
use hamta::unit::{Method, TranslationUnit};

use super::files::FilePair;
use crate::cli::clock::occasion;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::{KeptGlossary, Project};
use crate::cli::report;
use crate::cli::report::alignment::Sums;
use crate::cli::threads::{both, in_memories, one_a_core};

/// The match rate, with penalties, from which a unit may be that of the segment itself.
const KNOWN: u8 = 80;

/// What is to be aligned, and what is known.
pub(super) struct Job {
    pairs: Vec<FilePair>,
    glossary: KeptGlossary,
    memory: Memory,
    /// Whether progress may be shown.
    is_shown: bool,
}

/// The outcome of a job.
pub(super) struct Outcome {
    /// The memory, if pairs are to be added to it.
    adding: Option<Memory>,
    /// How sure a pair must be to be added.
    least: f64,
    added: Added,
    sums: Sums,
    /// The remarks for the end.
    remarks: Vec<String>,
    /// How many pairs of files were refused.
    refused: usize,
}

/// Two articles that were aligned.
struct Aligned {
    alignment: Alignment,
    /// Whether they are a text and its translation.
    are_related: bool,
    /// The units that the memory has for segments of the source.
    known: Vec<TranslationUnit>,
    /// What the user should know about how the articles were read.
    guesses: Vec<String>,
}

impl Job {
    pub(super) fn new(
        pairs: Vec<FilePair>,
        is_shown: bool,
        project: &Project,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        Ok(Self {
            glossary: project.glossary(output)?,
            memory: project.memory(output)?,
            pairs,
            is_shown,
        })
    }

    /// Whether there are several pairs, so that one that cannot be aligned is reported and skipped.
    pub(super) fn has_many(&self) -> bool {
        self.pairs.len() > 1
    }

    /// Aligns the pairs, on all cores, and passes the results to `take` and to `outcome`, in order.
    pub(super) fn run(
        self,
        outcome: &mut Outcome,
        take: &mut dyn FnMut(&Alignment) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let has_many = self.has_many();
        let (pairs, glossary) = (&self.pairs, &*self.glossary);
        let mut progress = Progress::new(Of::Articles, pairs.len() as u64, !self.is_shown);
        let memories = one_a_core(self.memory, pairs.len())?;
        let find = |reader: &Reader<'_>, i: usize| Ok(Aligned::of(&pairs[i], reader, glossary));
        in_memories(memories, pairs.len(), find, |i, aligned| {
            progress.at(i as u64);
            match aligned {
                Ok(aligned) => {
                    take(&aligned.alignment)?;
                    outcome.add(&pairs[i], &aligned)
                }
                Err(failure) if has_many => {
                    outcome.refuse(failure.to_string());
                    Ok(())
                }
                Err(failure) => Err(failure),
            }
        })?;
        self.glossary.keep();
        Ok(())
    }
}

impl Outcome {
    pub(super) fn new(least: f64, adding: Option<Memory>) -> Self {
        Self {
            adding,
            least,
            added: Added::default(),
            sums: Sums::default(),
            remarks: Vec::new(),
            refused: 0,
        }
    }

    fn refuse(&mut self, why: String) {
        self.refused += 1;
        self.remarks.push(why);
    }

    /// Takes the result for one pair, and adds it to the memory if that is wanted.
    fn add(&mut self, pair: &FilePair, aligned: &Aligned) -> Result<(), Failure> {
        let alignment = &aligned.alignment;
        self.sums.add(alignment);
        self.remarks.extend_from_slice(&aligned.guesses);
        let named = pair.source_lang.unwrap_or(alignment.source_lang);
        if named != alignment.source_lang {
            self.remarks.push(format!(
                "{} and {} are each in the other's language, and were taken so",
                pair.source.display(),
                pair.target.display(),
            ));
        }
        if !aligned.are_related {
            self.refuse(format!(
                "{} and {} have little in common",
                pair.source.display(),
                pair.target.display(),
            ));
        }
        let Some(memory) = self.adding.as_mut().filter(|_| aligned.are_related) else {
            return Ok(());
        };
        let is_known = |unit: &TranslationUnit| {
            let same = |known: &TranslationUnit| {
                known.persian.text == unit.persian.text && known.english.text == unit.english.text
            };
            aligned.known.iter().any(same)
        };
        let occasion = occasion(ChangeKind::Align, pair.source.display().to_string());
        let units = alignment.units(self.least, Method::Aligned, occasion.date);
        let (known, new): (Vec<_>, Vec<_>) = units.into_iter().partition(is_known);
        let added = memory.add_on(&occasion, new.into_iter().map(Ok))?;
        self.added.added += added.added;
        self.added.present += added.present + known.len() as u64;
        Ok(())
    }

    /// Reports the outcome of everything.
    pub(super) fn finish(self, output: &mut Output) -> Result<Exit, Failure> {
        for remark in &self.remarks {
            output.remark(remark)?;
        }
        output.remark(&self.sums.to_string())?;
        if self.adding.is_some() {
            output.remark(&report::memory::sums(self.added, 0))?;
        }
        Ok(match self.refused {
            0 => Exit::Success,
            _ => Exit::Findings,
        })
    }
}

impl Aligned {
    fn of(pair: &FilePair, reader: &Reader<'_>, glossary: &Glossary) -> Result<Self, Failure> {
        let ([source, target], guesses) = articles(pair)?;
        if source.lang() == target.lang() {
            return Err(Failure::usage(format!(
                "{} and {} are in one language",
                pair.source.display(),
                pair.target.display()
            )));
        }
        let known = known(&source, reader)?;
        let knowledge = Knowledge { glossary, units: &known };
        let beads = beads(&Text::of(&source), &Text::of(&target), knowledge);
        let name = pair.source.file_name().unwrap_or_default().to_string_lossy();
        let alignment = Alignment::new(name, &source, &target, &beads);
        Ok(Self { alignment, are_related: are_related(&beads), known, guesses })
    }
}

/// The two articles of a pair, in the languages that their names give, or otherwise their letters.
fn articles(pair: &FilePair) -> Result<([Article; 2], Vec<String>), Failure> {
    let source = input::document(&pair.source)?;
    let target = input::document(&pair.target)?;
    let guesses = [input::guess(&source, &pair.source), input::guess(&target, &pair.target)];
    let texts = [&source, &target].map(|document| document.content().text.as_str());
    let lang = pair.source_lang.map(|named| input::lang_in_pair(named, texts[0], texts[1]));
    let articles = [
        input::article_of(&source, &pair.source, lang)?,
        input::article_of(&target, &pair.target, lang.map(Lang::other))?,
    ];
    Ok((articles, guesses.into_iter().flatten().collect()))
}

/// The units that the memory has for segments of an article, or for segments like them.
fn known(article: &Article, reader: &Reader<'_>) -> hamta::Result<Vec<TranslationUnit>> {
    let options = Options { threshold: KNOWN, ..Options::default() };
    let segments = article.segments();
    let mut known = Vec::new();
    for i in 0..segments.len() {
        let matches = tm::matches(reader, &Query::of(article, &segments, i), &options)?;
        known.extend(matches.into_iter().map(|found| found.candidate.unit));
    }
    Ok(known)
}

/// The beads of a text and its translation, which are read at the same time.
fn beads(source: &Text<'_>, target: &Text<'_>, knowledge: Knowledge<'_>) -> Vec<Bead> {
    let (source, target) =
        both(|| Reading::new(source, knowledge), || Reading::new(target, knowledge));
    align(&[source, target])
}
