//! A letter that is changed in an office document: nothing else of any part is.

use hamta::check::{Edit, edited};
use hamta::exchange::document::Document;
use hamta::text::Span;

use super::{again, files, members, read};

/// A letter in the middle of each line, with another one in its place.
fn edits(text: &str) -> Vec<Edit<'static>> {
    let mut start = 0;
    let lines = text.split('\n').filter_map(|line| {
        let begin = start;
        start += line.len() + 1;
        let letters = line.char_indices().filter(|(_, c)| c.is_alphabetic());
        let letters: Vec<(usize, char)> = letters.collect();
        let (at, c) = *letters.get(letters.len() / 2)?;
        let span = Span::new(begin + at, begin + at + c.len_utf8());
        let text = if c == 'x' { "z" } else { "x" };
        Some(Edit { span, text })
    });
    lines.collect()
}

/// How many bytes `new` has that `old` has not, between what both begin and end with.
fn added(old: &[u8], new: &[u8]) -> usize {
    let both = old.iter().zip(new);
    let head = both.take_while(|(a, b)| a == b).count();
    let both = old[head..].iter().rev().zip(new[head..].iter().rev());
    new.len() - head - both.take_while(|(a, b)| a == b).count()
}

fn codes(document: &Document) -> Vec<&str> {
    let tags = document.content().tags.iter();
    tags.map(|tag| tag.code.as_str()).collect()
}

#[test]
fn letters_of_documents_are_changed_in_place() {
    let (mut done, mut count) = (0, 0);
    for path in files() {
        let document = read(&path);
        let text = &document.content().text;
        let all = edits(text);
        count += all.len();
        let can = all.into_iter().filter(|edit| document.can_change(*edit));
        let can: Vec<Edit<'_>> = can.collect();
        done += can.len();
        let file = document.changed(&can).expect("they can be made");
        let after = again(file, &path);
        let name = path.display();
        assert_eq!(after.content().text, edited(text, &can), "{name}");
        assert_eq!(codes(&after), codes(&document), "{name}");
    }
    assert!(count > 140, "{count}");
    assert!(done * 100 > count * 95, "{done} of {count}");
}

#[test]
fn a_change_of_one_letter_adds_one_letter() {
    for path in files() {
        let document = read(&path);
        let first = edits(&document.content().text).into_iter();
        let Some(first) = first.into_iter().find(|edit| document.can_change(*edit)) else {
            continue;
        };
        let file = document.changed(&[first]).expect("it can be made");
        let old = members(document.archive().expect("it is one"));
        let new = members(&file);
        let both = old.iter().zip(&new);
        let changed = both.filter(|(old, new)| old != new);
        let changed: Vec<usize> = changed.map(|(old, new)| added(&old.1, &new.1)).collect();
        assert_eq!(changed, [1], "{}", path.display());
    }
}
