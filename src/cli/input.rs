//! Reading what a user names: a file, or standard input as `-`.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use hamta::Error;
use hamta::check::{Edit, edited};
use hamta::exchange::document::{Document, Format};
use hamta::exchange::{bilingual, utf8};
use hamta::segment::Article;
use hamta::text::{Lang, Span};

use crate::cli::exit::Failure;
use crate::cli::naming::Naming;
use crate::cli::output::Output;
use crate::cli::paths;
use crate::cli::units_format::units_format;

/// Whether `path` means standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of a file, which identifies it where its folder is not known.
pub(crate) fn name(path: &Path) -> String {
    match path.file_name() {
        Some(name) if !is_standard(path) => name.to_string_lossy().into_owned(),
        _ => "standard input".to_owned(),
    }
}

/// Opens a file, or standard input.
pub(crate) fn open(path: &Path) -> hamta::Result<Box<dyn Read>> {
    opened(path).map(|(input, _)| input)
}

/// The same, and the file's length in bytes; 0 if that is not known.
fn opened(path: &Path) -> hamta::Result<(Box<dyn Read>, u64)> {
    if is_standard(path) {
        return Ok((Box::new(io::stdin()), 0));
    }
    let file = File::open(path).map_err(|e| Error::read(path, e))?;
    let length = file.metadata().map_or(0, |file| file.len());
    Ok((Box::new(file), length))
}

/// The most MiB of a glossary, a file of units or a document, which are held in memory.
const MOST: u64 = 1024;

/// The same for an article as text, with or without markup: more than a book of ten volumes.
const MOST_OF_AN_ARTICLE: u64 = 16;

/// The same for a device, which may never end.
const MOST_OF_A_DEVICE: u64 = 16;

/// The same for standard input in place of an argument.
const MOST_OF_AN_ARGUMENT: u64 = 1;

/// The longest line of an article, in bytes: whatever is done with a segment takes memory and time.
const LONGEST_LINE: usize = 1024 * 1024;

/// Reads all of a file that is held in memory.
pub(crate) fn bytes(path: &Path) -> hamta::Result<Vec<u8>> {
    if is_device(path) { at_most(MOST_OF_A_DEVICE, path) } else { at_most(MOST, path) }
}

/// Reads all of an article's file.
fn article_bytes(path: &Path) -> hamta::Result<Vec<u8>> {
    match format(path) {
        Format::Docx | Format::Odt => bytes(path),
        Format::Text | Format::Html | Format::Markdown => at_most(MOST_OF_AN_ARTICLE, path),
    }
}

/// Reads a file that must have no more than `most` MiB.
fn at_most(most: u64, path: &Path) -> hamta::Result<Vec<u8>> {
    let room = most * 1024 * 1024;
    let (input, length) = opened(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(room)).unwrap_or_default());
    let read = input.take(room + 1).read_to_end(&mut bytes);
    if read.map_err(|e| Error::read(path, e))? as u64 <= room {
        Ok(bytes)
    } else {
        Err(Error::malformed(format!("larger than {most} MiB")).at(path))
    }
}

/// Whether this is a device, whose content has no fixed size.
fn is_device(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        path.metadata().is_ok_and(|there| {
            there.file_type().is_char_device() || there.file_type().is_block_device()
        })
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// The format of an article, by its name; plain text if that does not say.
pub(crate) fn format(path: &Path) -> Format {
    Format::of(path).unwrap_or(Format::Text)
}

/// Reads an article as it is in its file.
pub(crate) fn document(path: &Path) -> hamta::Result<Document> {
    refuse_units(path)?;
    refuse_documents(path)?;
    let document = Document::read(article_bytes(path)?, format(path), path)?;
    refuse_long_lines(&document.content().text, path)?;
    Ok(document)
}

/// Refuses a document in a format that cannot be read.
fn refuse_documents(path: &Path) -> hamta::Result<()> {
    if paths::has_extension(path, &["rtf", "doc", "pdf"]) {
        return Err(
            Error::refused("such a document is not read; save it as .docx or .txt").at(path)
        );
    }
    Ok(())
}

/// Refuses a file of units in place of an article, and says what to do with it.
fn refuse_units(path: &Path) -> hamta::Result<()> {
    let what = match units_format(path) {
        None => return Ok(()),
        Some(bilingual::Format::Tmx) => {
            "a memory, no article; hamta tm import takes its units, hamta check reads them"
        }
        Some(_) => "a file of units, no article; hamta pretranslate fills it, hamta check reads it",
    };
    Err(Error::refused(what).at(path))
}

/// Refuses the text of an article if a line of it is too long to be worked on.
fn refuse_long_lines(text: &str, path: &Path) -> hamta::Result<()> {
    if text.len() <= LONGEST_LINE {
        return Ok(());
    }
    let mut lines = (1..).zip(text.lines());
    let Some((number, _)) = lines.find(|(_, line)| line.len() > LONGEST_LINE) else {
        return Ok(());
    };
    let error = Error::malformed("a line longer than 1 MiB").at(path);
    Err(match format(path) {
        Format::Text => error.on_line(number),
        // Its lines are not those of the file.
        _ => error,
    })
}

/// The text of a file's article, divided into segments, in `lang` or in the language of most of its letters.
pub(crate) fn article_of(
    document: &Document,
    path: &Path,
    lang: Option<Lang>,
) -> hamta::Result<Article> {
    let content = document.content();
    let lang = lang_of(&content.text, path, lang)?;
    Ok(Article::new(content.clone(), lang))
}

/// Reads an article in the language that is `asked` for, that of its name, or that of most of its letters, and reports
/// how it was read if that is not certain.
pub(crate) fn read_article(
    path: &Path,
    asked: Option<Lang>,
    naming: &Naming,
    output: &mut Output,
) -> Result<(Document, Article), Failure> {
    let document = document(path)?;
    if let Some(guess) = guess(&document, path) {
        output.remark(&guess)?;
    }
    let article = article_of(&document, path, asked.or_else(|| naming.lang(path)))?;
    let (lang, by_letters) = (article.lang(), Lang::of(article.text()));
    if let Some(own) = by_letters.filter(|own| *own != lang) {
        let why = if asked.is_some() { "--lang" } else { "its name" };
        let ([said, own], path) = ([lang, own].map(Lang::name), path.display());
        output.remark(&format!(
            "{path}: read as {said}, as {why} says; most of its letters are {own}"
        ))?;
    }
    Ok((document, article))
}

/// A remark on a file whose encoding was guessed, or whose markup is read as text.
pub(crate) fn guess(document: &Document, path: &Path) -> Option<String> {
    if paths::has_extension(path, &["srt", "vtt", "ass", "json", "xml"]) {
        return Some(format!("{}: read as plain text, with all marks that it has", path.display()));
    }
    let encoding = document.guessed()?;
    let path = path.display();
    Some(format!("{path}: read as {encoding}, by a guess; if letters are wrong, save it as UTF-8"))
}

/// The error for a table without units.
pub(crate) fn no_units(path: &Path) -> Error {
    let what = "the first row names no columns fa and en, nor source and target";
    Error::malformed(what).at(path).on_line(1)
}

/// A text and its language.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    pub(crate) text: String,
    pub(crate) lang: Lang,
    /// The file it was read from, if that has more than the text.
    document: Option<Arc<Document>>,
}

impl Plain {
    /// The text, taken apart, with the tags of its file.
    pub(crate) fn article(&self) -> Article {
        match &self.document {
            Some(document) => Article::new(document.content().clone(), self.lang),
            None => Article::new(self.text.as_str(), self.lang),
        }
    }

    /// What stands in the file: the text, with its markup if it has any.
    pub(crate) fn in_file(&self) -> &str {
        let markup = self.document.as_ref().and_then(|document| document.markup());
        markup.unwrap_or(&self.text)
    }

    /// Where in the file a part of the text stands.
    pub(crate) fn place(&self, part: Span) -> Span {
        let Some(document) = &self.document else {
            return part;
        };
        let start = document.place(part.start);
        let Some((last, _)) = part.of(&self.text).char_indices().next_back() else {
            return Span::new(start, start);
        };
        let last = document.place(part.start + last);
        let there = self.in_file().get(last..).and_then(|rest| rest.chars().next());
        Span::new(start, (last + there.map_or(0, char::len_utf8)).max(start))
    }

    /// A remark on the file `path`, from which it was read, if its encoding was guessed.
    pub(crate) fn guess(&self, path: &Path) -> Option<String> {
        guess(self.document.as_ref()?, path)
    }

    /// Whether another text can be written over a part of the file as it is, and stays text there.
    pub(crate) fn can_write(&self, part: Span, text: &str) -> bool {
        let Some(document) = &self.document else {
            return true;
        };
        if document.archive().is_some() {
            return document.can_change(Edit { span: part, text });
        }
        let is_word = |c: char| c.is_alphanumeric() || "\u{200C} ،؛؟.,".contains(c);
        let is_same = self.in_file().get(self.place(part).range()) == Some(part.of(&self.text));
        document.is_plain() && is_same && text.chars().all(is_word)
    }

    /// The file, byte for byte, if something can be written over a part of it.
    pub(crate) fn file(&self) -> &[u8] {
        let archive = self.document.as_ref().and_then(|document| document.archive());
        archive.unwrap_or(self.in_file().as_bytes())
    }

    /// The file with `edits` made in its content.
    pub(crate) fn edited(&self, edits: &[Edit<'_>]) -> hamta::Result<Vec<u8>> {
        match &self.document {
            Some(document) if document.archive().is_some() => document.changed(edits),
            _ => Ok(edited(self.in_file(), edits).into_bytes()),
        }
    }

    /// The same article as it is in another file, whose path is `path`.
    pub(crate) fn with(&self, file: Vec<u8>, path: &Path) -> hamta::Result<Self> {
        let (text, document) = read(file, path)?;
        Ok(Self { text, lang: self.lang, document })
    }
}

/// Reads an article in `lang`, or in the language of most of its letters, without dividing it into segments.
pub(crate) fn plain(path: &Path, lang: Option<Lang>) -> hamta::Result<Plain> {
    refuse_documents(path)?;
    let (text, document) = read(article_bytes(path)?, path)?;
    refuse_long_lines(&text, path)?;
    Ok(Plain { lang: lang_of(&text, path, lang)?, text, document })
}

/// `lang`, or the language of most of the letters of `text`, which was read from `path`.
fn lang_of(text: &str, path: &Path, lang: Option<Lang>) -> hamta::Result<Lang> {
    lang.or_else(|| Lang::of(text)).ok_or_else(|| {
        Error::refused("no Persian or English letters to tell its language by").at(path)
    })
}

/// The language of an article whose name says `named`: the other one if the letters of both it and its translation say
/// so, since two files may be named the wrong way round.
pub(crate) fn lang_in_pair(named: Lang, article: &str, translation: &str) -> Lang {
    let other = named.other();
    let are_swapped = Lang::of(article) == Some(other) && Lang::of(translation) == Some(named);
    if are_swapped { other } else { named }
}

/// The text of an article, in the format that the name of its file stands for, and the file, if that has more than the
/// text.
fn read(bytes: Vec<u8>, path: &Path) -> hamta::Result<(String, Option<Arc<Document>>)> {
    match Format::of(path) {
        None | Some(Format::Text) => Ok((utf8(&bytes, path)?, None)),
        Some(format) => {
            let document = Document::read(bytes, format, path)?;
            Ok((document.content().text.clone(), Some(Arc::new(document))))
        }
    }
}

/// Refuses to write `path` if there is a file that must be kept: one of `inputs`, or, without `force`, any.
pub(crate) fn refuse_to_replace(path: &Path, inputs: &[&Path], force: bool) -> Result<(), Failure> {
    refuse_standard(path)?;
    let Ok(own) = path.canonicalize() else {
        return Ok(());
    };
    let is_own = |input: &&Path| input.canonicalize().is_ok_and(|input| input == own);
    let why = match inputs.iter().any(is_own) {
        true => "it is what is read; write another file",
        false if force => return Ok(()),
        false => "it is there already; write another file, or replace it with --force",
    };
    Err(Failure::usage(format!("{}: {why}", path.display())))
}

/// Refuses to write a file with the name that means standard input or output elsewhere.
pub(crate) fn refuse_standard(path: &Path) -> Result<(), Failure> {
    if is_standard(path) { Err(Failure::usage("-: no name of a file to write")) } else { Ok(()) }
}

/// The argument itself, or the contents of standard input if it is `-`.
pub(crate) fn argument(text: &str) -> hamta::Result<String> {
    match text {
        "-" => {
            let path = Path::new("-");
            let text = utf8(&at_most(MOST_OF_AN_ARGUMENT, path)?, path)?;
            Ok(text.trim().to_owned())
        }
        text => Ok(text.to_owned()),
    }
}
