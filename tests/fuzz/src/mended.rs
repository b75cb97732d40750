//! Files with words of their translations changed, as `check --fix` changes them: what was to be changed is, and all
//! else stays.

use std::path::Path;

use hamta::check::{Edit, apart, edited};
use hamta::exchange::bilingual::{self, Layout};
use hamta::exchange::document::{Document, Format};
use hamta::text::{Lang, Span};

use crate::read;

/// Changes every word of a file of units, from the one of this number on in each unit, that can be changed.
pub fn mended_units(bytes: &[u8], format: bilingual::Format, from: usize) {
    let path = Path::new("fuzzed");
    let Some(contents) = read(bytes, format) else {
        return;
    };
    // An encoding may not stay as it is.
    let Ok(layout) = Layout::of(bytes, format, &contents, path) else {
        return;
    };
    let mut changes = Vec::new();
    let mut wanted = Vec::new();
    for (at, unit) in contents.units.iter().enumerate() {
        let edits = edits(&unit.target, from).into_iter();
        let possible = edits.filter_map(|edit| Some((edit, layout.change(at, edit)?)));
        let (edits, own): (Vec<_>, Vec<_>) = possible.unzip();
        changes.extend(own);
        wanted.push(edited(&unit.target, &edits));
    }
    let changes = apart(changes);
    // An encoding may have no room for them.
    let Ok(file) = layout.with(&changes) else {
        return;
    };
    assert_eq!(file == bytes, changes.is_empty());
    let again = read(&file, format).expect("it was read before");
    assert_eq!(again.units.len(), contents.units.len());
    for ((new, old), wanted) in again.units.iter().zip(&contents.units).zip(&wanted) {
        assert_eq!((&new.source, &new.id), (&old.source, &old.id));
        assert_eq!((new.state, new.line), (old.state, old.line));
        assert_eq!(new.target, *wanted);
        assert_eq!(new.target_tags.len(), old.target_tags.len());
    }
}

/// Changes every word of an office document, from the one of this number on, that can be changed.
pub fn mended_office(bytes: &[u8], format: Format, from: usize) {
    let path = Path::new("fuzzed");
    let Ok(document) = Document::read(bytes.to_vec(), format, path) else {
        return;
    };
    let text = &document.content().text;
    let edits = edits(text, from).into_iter();
    let edits: Vec<Edit<'_>> = edits.filter(|edit| document.can_change(*edit)).collect();
    let file = document.changed(&edits).expect("each can be changed");
    let again = Document::read(file, format, path).expect("it was written so");
    assert_eq!(again.content().text, edited(text, &edits));
    assert_eq!(again.content().tags.len(), document.content().tags.len());
}

/// Another word for every second one that is in the language of most of the text, so that it stays that.
fn edits(text: &str, from: usize) -> Vec<Edit<'static>> {
    let Some(lang) = Lang::of(text) else {
        return Vec::new();
    };
    let word = match lang {
        Lang::Persian => "همتا",
        Lang::English => "hamta",
    };
    let words = text.split_whitespace().skip(from).step_by(2);
    let words = words.filter(|own| *own != word && Lang::of(own) == Some(lang));
    let place = |own: &str| {
        let start = own.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + own.len())
    };
    words.map(|own| Edit { span: place(own), text: word }).collect()
}
