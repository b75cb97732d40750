//! White space that stands in a text for its tags, or between them and it: at the ends of a translation, where memories
//! and files of units do not keep it, and for line breaks.

use crate::text::{Tag, TagKind, Tagged};

/// The characters before and after a tag; `None` where there is none.
pub(in crate::exchange) type Beside = [Option<char>; 2];

/// `target`, which has no white space around it, with a space between its text and the tags at its ends if the source
/// has white space there too; `beside` says what stands beside a tag in the source.
pub(in crate::exchange) fn spaced(
    mut target: Tagged,
    beside: impl Fn(&Tag) -> Option<Beside>,
) -> Tagged {
    let length = target.text.len();
    if length == 0 {
        return target;
    }
    let (mut before, mut after) = (0, 0);
    for tag in &mut target.tags {
        let (is_first, is_last) = (tag.at == 0, tag.at == length);
        let is_apart = beside(tag).is_some_and(|beside| is_apart(tag, beside, is_last));
        after += usize::from(is_last && is_apart);
        tag.at += before + after;
        before += usize::from(is_first && is_apart);
    }
    target.text = [&" ".repeat(before), &*target.text, &" ".repeat(after)].concat();
    target
}

/// Whether white space parts a tag from the text: that before it, where `is_last` says so, or that after it.
fn is_apart(tag: &Tag, [before, after]: Beside, is_last: bool) -> bool {
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let (own, other) = if is_last { (before, after) } else { (after, before) };
    match (tag.kind, is_last) {
        // One that stood at the end of the source, or before its last mark, may stand at the beginning now.
        (TagKind::Alone, _) => {
            let is_end = own.is_none_or(|c| tag.is_said() && !c.is_alphanumeric());
            is_space(own) || is_end && is_space(other)
        }
        (TagKind::Open, false) | (TagKind::Close, true) => is_space(own),
        _ => false,
    }
}

/// The spaces that stand in a text for the line breaks among its tags, and are not written with them.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Breaks {
    /// Whether a line break comes last that has no white space before it.
    is_after: bool,
    /// Whether there is text, and the last of it is no white space.
    ends_in_word: bool,
}

impl Breaks {
    /// The text that comes next, as it is written.
    pub(in crate::exchange) fn text<'t>(&mut self, text: &'t str) -> &'t str {
        if text.is_empty() {
            return text;
        }
        let is_after = std::mem::take(&mut self.is_after);
        let written = text.strip_prefix(' ').filter(|_| is_after).unwrap_or(text);
        if let Some(last) = written.chars().next_back() {
            self.ends_in_word = !last.is_whitespace();
        }
        written
    }

    /// Takes in the tag that comes next.
    pub(in crate::exchange) fn tag(&mut self, tag: &Tag) {
        self.is_after |= self.ends_in_word && tag.is_break();
    }
}

#[cfg(test)]
mod tests {
    use super::spaced;
    use crate::text::{Tag, TagKind, Tagged};

    fn tag(at: usize, kind: TagKind, number: u32) -> Tag {
        Tag { at, kind, number, role: String::new(), code: String::new() }
    }

    #[test]
    fn spaces_stand_where_they_do_in_the_source() {
        let target = Tagged {
            text: "ab".to_owned(),
            tags: vec![
                tag(0, TagKind::Alone, 1),
                tag(0, TagKind::Open, 2),
                tag(1, TagKind::Alone, 3),
                tag(2, TagKind::Close, 2),
                tag(2, TagKind::Alone, 4),
                tag(2, TagKind::Alone, 5),
            ],
        };
        let both = [Some(' '), Some('\n')];
        let spaced = spaced(target, |tag| match tag.number {
            1 => Some([Some('x'), None]),
            4 => Some([None, Some(' ')]),
            5 => Some(both),
            3 => Some(both),
            _ => None,
        });
        assert_eq!(spaced.text, "ab  ");
        let places: Vec<usize> = spaced.tags.iter().map(|tag| tag.at).collect();
        assert_eq!(places, [0, 0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_placeholder_is_apart_as_a_word_is() {
        let spaced = |before, after| {
            let target = Tagged { text: "a".to_owned(), tags: vec![tag(0, TagKind::Alone, 1)] };
            spaced(target, |_| Some([before, after])).text
        };
        // Delete {1}? But not: {1}% of, or: the {1}th.
        assert_eq!(spaced(Some(' '), Some('?')), " a");
        assert_eq!(spaced(None, Some('%')), "a");
        assert_eq!(spaced(Some(' '), Some('t')), "a");
    }

    #[test]
    fn pairs_have_them_inside() {
        let target = || Tagged {
            text: "a".to_owned(),
            tags: vec![tag(0, TagKind::Open, 1), tag(1, TagKind::Close, 1)],
        };
        let inside = spaced(target(), |tag| match tag.kind {
            TagKind::Open => Some([None, Some(' ')]),
            _ => Some([Some(' '), None]),
        });
        assert_eq!((inside.text.as_str(), inside.tags[1].at), (" a ", 3));
        let outside = spaced(target(), |tag| match tag.kind {
            TagKind::Open => Some([Some(' '), Some('x')]),
            _ => Some([Some('x'), Some(' ')]),
        });
        assert_eq!(outside, target());
    }
}
