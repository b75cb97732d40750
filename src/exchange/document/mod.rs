//! Articles as files have them: plain text, and text with structure and formatting.
//!
//! A file is read as a text with inline tags and a skeleton, which is all else. Translated, the text goes back into the skeleton.

mod office;

use std::path::Path;

pub use office::review;

use crate::error::Result;
use crate::exchange::utf8;
use crate::text::{Lang, Tagged};

/// The format of an article's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Office Open XML, of Word 2007 and later.
    Docx,
    /// OpenDocument text, of LibreOffice.
    Odt,
}

impl Format {
    /// The format that a file's name says; `None` where it is none of these.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" => Some(Self::Text),
            "docx" => Some(Self::Docx),
            "odt" => Some(Self::Odt),
            _ => None,
        }
    }
}

/// An article as its file has it.
#[derive(Clone, Debug)]
pub struct Document {
    content: Tagged,
    skeleton: Skeleton,
}

/// What of a file is not its text, in each format.
#[derive(Clone, Debug)]
enum Skeleton {
    Text,
    Office(Box<office::Skeleton>),
}

impl Document {
    /// Reads a file in `format`, which `path` names in errors.
    ///
    /// # Errors
    ///
    /// The file is not in that format, or is cut off.
    pub fn read(bytes: Vec<u8>, format: Format, path: &Path) -> Result<Self> {
        let (content, skeleton) = match format {
            Format::Text => (Tagged::from(utf8(bytes, path)?), Skeleton::Text),
            Format::Docx => office(office::docx(bytes, path)?),
            Format::Odt => office(office::odt(bytes, path)?),
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
    /// A text holds a character that the format cannot hold.
    pub fn with(&self, content: &Tagged, lang: Lang) -> Result<Vec<u8>> {
        match &self.skeleton {
            Skeleton::Text => Ok(content.text.clone().into_bytes()),
            Skeleton::Office(skeleton) => skeleton.with(content, lang),
        }
    }
}

fn office((content, skeleton): (Tagged, office::Skeleton)) -> (Tagged, Skeleton) {
    (content, Skeleton::Office(Box::new(skeleton)))
}
