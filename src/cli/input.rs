//! Reading what a user names: a file, or standard input as `-`.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::exchange::utf8;
use hamta::segment::Article;
use hamta::text::Lang;
use hamta::{Error, Result};

use crate::cli::exit::Failure;

/// Whether `path` means standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of a file, by which it is known where its folder is not.
pub(crate) fn name(path: &Path) -> String {
    match path.file_name() {
        Some(name) if !is_standard(path) => name.to_string_lossy().into_owned(),
        _ => "standard input".to_owned(),
    }
}

/// Opens a file, or standard input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read>> {
    if is_standard(path) {
        return Ok(Box::new(io::stdin()));
    }
    Ok(Box::new(
        File::open(path).map_err(|e| Error::read(path, e))?,
    ))
}

/// The most bytes of an article, glossary or file of units; a device that never ends must not fill the memory.
const MOST: u64 = 1 << 30;

/// Reads all of a file that is held in memory.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(MOST + 1).read_to_end(&mut bytes);
    match read.map_err(|e| Error::read(path, e))? as u64 {
        0..=MOST => Ok(bytes),
        _ => Err(Error::malformed("larger than 1 GiB").at(path)),
    }
}

/// Reads a text in UTF-8.
pub(crate) fn text(path: &Path) -> Result<String> {
    utf8(bytes(path)?, path)
}

/// The format of an article, by its name; plain text where that says nothing.
pub(crate) fn format(path: &Path) -> Format {
    Format::of(path).unwrap_or(Format::Text)
}

/// Reads an article as its file has it.
pub(crate) fn document(path: &Path) -> Result<Document> {
    Document::read(bytes(path)?, format(path), path)
}

/// The text of a file's article, taken apart, in `lang` or in the language of most of its letters.
pub(crate) fn article_of(
    document: &Document,
    path: &Path,
    lang: Option<Lang>,
) -> std::result::Result<Article, Failure> {
    let content = document.content();
    let lang = lang_of(&content.text, path, lang)?;
    Ok(Article::new(content.clone(), lang))
}

/// A text and its language.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    pub(crate) text: String,
    pub(crate) lang: Lang,
}

impl Plain {
    /// The text, taken apart.
    pub(crate) fn article(&self) -> Article {
        Article::new(self.text.as_str(), self.lang)
    }
}

/// Reads an article in `lang`, or in the language of most of its letters.
pub(crate) fn article(path: &Path, lang: Option<Lang>) -> std::result::Result<Article, Failure> {
    article_of(&document(path)?, path, lang)
}

/// Reads an article as `article` does, and does not take it apart.
pub(crate) fn plain(path: &Path, lang: Option<Lang>) -> std::result::Result<Plain, Failure> {
    let text = document(path)?.content().text.clone();
    let lang = lang_of(&text, path, lang)?;
    Ok(Plain { text, lang })
}

/// `lang`, or the language of most of the letters of `text`, which was read from `path`.
fn lang_of(text: &str, path: &Path, lang: Option<Lang>) -> std::result::Result<Lang, Failure> {
    lang.or_else(|| Lang::of(text)).ok_or_else(|| {
        Failure::usage(format!(
            "{}: no Persian or English letters to tell its language by",
            path.display()
        ))
    })
}

/// Refuses to write `path` where a file is there that is to be kept: one of `inputs`, or, without `force`, any.
pub(crate) fn refuse_to_replace(
    path: &Path,
    inputs: &[&Path],
    force: bool,
) -> std::result::Result<(), Failure> {
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

/// The argument itself, or what standard input holds where it is `-`.
pub(crate) fn argument(text: &str) -> Result<String> {
    match text {
        "-" => Ok(self::text(Path::new("-"))?.trim().to_owned()),
        text => Ok(text.to_owned()),
    }
}
