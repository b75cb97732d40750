//! Articles in files: plain text, and text with structure and formatting.
//!
//! A file is read as a text with inline tags and a skeleton, which is everything else. Once translated, the text goes
//! back into the skeleton.

mod html;
mod markdown;
mod markup;
mod office;
mod rewriting;

use std::path::Path;

use self::markup::Markup;
use crate::check::Edit;
use crate::error::{Error, Result};
use crate::exchange::utf8;
use crate::text::{Lang, Tagged};

pub(in crate::exchange) use html::Charset;
pub(in crate::exchange) use office::{Package, Token, docx_main, fault, tokens};

/// The format of an article's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Office Open XML, of Word 2007 and later.
    Docx,
    /// OpenDocument text, of LibreOffice.
    Odt,
    /// HTML or XHTML, a page or a part of one.
    Html,
    /// Markdown.
    Markdown,
}

/// How the names of files end in each format.
pub const EXTENSIONS: [(&str, Format); 8] = [
    ("txt", Format::Text),
    ("docx", Format::Docx),
    ("odt", Format::Odt),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
];

impl Format {
    /// The format that a file's name stands for; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        let mut known = EXTENSIONS.iter();
        known.find(|(name, _)| extension.eq_ignore_ascii_case(name)).map(|(_, format)| *format)
    }
}

/// An article as its file has it.
#[derive(Clone, Debug)]
pub struct Document {
    content: Tagged,
    skeleton: Skeleton,
}

/// Everything in a file that is not its text, in each format.
#[derive(Clone, Debug)]
enum Skeleton {
    Text,
    Office(Box<office::Skeleton>),
    Markup(Box<Markup>, Charset),
}

impl Document {
    /// Reads a file in `format`; `path` names it in errors.
    ///
    /// # Errors
    ///
    /// The file is not in that format, or is cut off.
    pub fn read(bytes: Vec<u8>, format: Format, path: &Path) -> Result<Self> {
        let (content, skeleton) = match format {
            Format::Text => (Tagged::from(utf8(&bytes, path)?), Skeleton::Text),
            Format::Docx => office(office::docx(bytes, path)?),
            Format::Odt => office(office::odt(bytes, path)?),
            Format::Html => {
                let (text, charset) = Charset::read(&bytes, path)?;
                marked(html::page(&text), charset)
            }
            Format::Markdown => {
                let (text, charset) = Charset::utf8(&bytes, path)?;
                let page = markdown::page(&text).map_err(|e| e.at(path))?;
                marked(page, charset)
            }
        };
        Ok(Self { content, skeleton })
    }

    /// Its text, with a line for each heading, paragraph, list item and cell, and the inline tags in it.
    pub fn content(&self) -> &Tagged {
        &self.content
    }

    /// The same file with `content` in it, which is in `lang` and has as many lines as the text that was read.
    ///
    /// # Errors
    ///
    /// A text contains a character that the format cannot represent, or something that would name the encoding of a
    /// page.
    pub fn with(&self, content: &Tagged, lang: Lang) -> Result<Vec<u8>> {
        match &self.skeleton {
            Skeleton::Text => Ok(content.text.clone().into_bytes()),
            Skeleton::Office(skeleton) => skeleton.with(content, lang),
            Skeleton::Markup(markup, charset) => charset.write(&markup.with(content, lang)?),
        }
    }

    /// Whether `edit` in the content can be made in an office document where the letters stand, without touching
    /// anything else.
    pub fn can_change(&self, edit: Edit<'_>) -> bool {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Markup(..) => false,
            Skeleton::Office(skeleton) => skeleton.changes(&self.content.text, edit).is_some(),
        }
    }

    /// An office document with `edits` in its content, each of which [can be made](Self::can_change), in order and
    /// without overlaps. Everything else stays, part for part.
    ///
    /// # Errors
    ///
    /// Where one of them cannot be made.
    pub fn changed(&self, edits: &[Edit<'_>]) -> Result<Vec<u8>> {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Markup(..) => Err(Error::refused("no office document")),
            Skeleton::Office(skeleton) => skeleton.edited(&self.content.text, edits),
        }
    }

    /// The file of an office document as it was read; `None` for other formats.
    pub fn archive(&self) -> Option<&[u8]> {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Markup(..) => None,
            Skeleton::Office(skeleton) => Some(skeleton.file()),
        }
    }

    /// The text of the file with its markup, decoded; `None` where there is only content, or the file is not text.
    pub fn markup(&self) -> Option<&str> {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Office(_) => None,
            Skeleton::Markup(markup, _) => Some(markup.source()),
        }
    }

    /// Whether the file is `markup`, byte for byte.
    pub fn is_plain(&self) -> bool {
        match &self.skeleton {
            Skeleton::Text => true,
            Skeleton::Office(_) => false,
            Skeleton::Markup(_, charset) => charset.is_plain(),
        }
    }

    /// The encoding of the file, if it is a guess other than UTF-8.
    pub fn guessed(&self) -> Option<&'static str> {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Office(_) => None,
            Skeleton::Markup(_, charset) => charset.guessed(),
        }
    }

    /// Where in `markup` the byte `at` of the content stands.
    pub fn place(&self, at: usize) -> usize {
        match &self.skeleton {
            Skeleton::Text | Skeleton::Office(_) => at,
            Skeleton::Markup(markup, _) => markup.place(at),
        }
    }
}

fn office((content, skeleton): (Tagged, office::Skeleton)) -> (Tagged, Skeleton) {
    (content, Skeleton::Office(Box::new(skeleton)))
}

fn marked(markup: Markup, charset: Charset) -> (Tagged, Skeleton) {
    let content = markup.content().clone();
    (content, Skeleton::Markup(Box::new(markup), charset))
}
