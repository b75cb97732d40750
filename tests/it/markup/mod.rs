//! Articles in HTML and Markdown: what is read of them, and what is written with another text.

mod cases;
mod fixtures;
mod hostile;
mod properties;
mod shown;

use std::path::Path;

use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, Tag, Tagged};

/// The document that `text` is, in the format that `name` says.
fn read(text: &str, name: &str) -> Document {
    bytes(text.as_bytes(), name)
}

#[track_caller]
fn bytes(bytes: &[u8], name: &str) -> Document {
    let path = Path::new(name);
    let format = Format::of(path).expect("the name says the format");
    Document::read(bytes.to_vec(), format, path).expect("any text is one")
}

/// A document with its own content, in its own language.
fn same(document: &Document) -> Vec<u8> {
    let content = document.content();
    let lang = Lang::of(&content.text).unwrap_or(Lang::English);
    document.with(content, lang).expect("it fits")
}

/// The content with `change` made of each line; tags keep their places, as far as there is text.
fn each_line(content: &Tagged, change: impl Fn(&str) -> String) -> Tagged {
    let mut new = Tagged::default();
    if content.text.is_empty() {
        return new;
    }
    let mut tags = content.tags.iter().peekable();
    let mut start = 0;
    for (i, line) in content.text.split('\n').enumerate() {
        if i > 0 {
            new.text.push('\n');
        }
        let changed = change(line);
        while let Some(tag) = tags.next_if(|tag| tag.at <= start + line.len()) {
            let mut at = (tag.at - start).min(changed.len());
            while !changed.is_char_boundary(at) {
                at -= 1;
            }
            at += new.text.len();
            new.tags.push(Tag { at, ..tag.clone() });
        }
        new.text.push_str(&changed);
        start += line.len() + 1;
    }
    new
}
