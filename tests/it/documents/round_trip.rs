//! Any text with a document's own tags comes back from the document as it was written.

use std::path::{Path, PathBuf};

use hamta::text::{Lang, Tag, TagKind, Tagged};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{again, files, read};

/// A tag of a line, as it can be used anew: a pair around a word, or one that stands alone.
#[derive(Clone, Debug)]
enum Own {
    Pair(Tag, Tag),
    Alone(Tag),
}

/// The lines of a content with the tags of each.
fn lines(content: &Tagged) -> Vec<(String, Vec<Tag>)> {
    let mut start = 0;
    let lines = content.text.split('\n').map(|line| {
        let end = start + line.len();
        let tags = content.tags.iter().filter(|tag| (start..=end).contains(&tag.at));
        let tags = tags.map(|tag| Tag { at: tag.at - start, ..tag.clone() });
        let tags = tags.collect();
        start = end + 1;
        (line.to_owned(), tags)
    });
    lines.collect()
}

fn own(tags: &[Tag]) -> Vec<Own> {
    let is_space = |code: &str| {
        ["w:tab", "w:br", "w:cr", "text:tab", "text:line-break"]
            .iter()
            .any(|name| code.starts_with(&format!("<{name}")))
    };
    let close = |open: &Tag| {
        let mut ends = tags.iter().filter(|tag| tag.kind == TagKind::Close);
        ends.find(|tag| tag.number == open.number).cloned()
    };
    let own = tags.iter().filter_map(|tag| match tag.kind {
        TagKind::Open => Some(Own::Pair(tag.clone(), close(tag)?)),
        TagKind::Alone if !is_space(&tag.code) => Some(Own::Alone(tag.clone())),
        _ => None,
    });
    own.collect()
}

const WORDS: [[&str; 6]; 2] = [
    ["می‌روند", "کتاب", "«نقل»", "۱۲٬۰۰۰", "<&>\"'", "گفت‌وگو"],
    ["word", "it’s", "<&>\"'", "a  b", "10,000", "Élan"],
];

/// What a reader sees: each letter with its links and its formatting, and what stands between.
fn seen(line: &str, tags: &[Tag]) -> Vec<String> {
    let mut open: Vec<&Tag> = Vec::new();
    let mut tags = tags.iter().peekable();
    let mut seen = Vec::new();
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        while let Some(tag) = tags.next_if(|tag| tag.at <= at) {
            match tag.kind {
                TagKind::Open => open.push(tag),
                TagKind::Close => open.retain(|other| other.number != tag.number),
                TagKind::Alone => seen.push(tag.code.clone()),
            }
        }
        if !c.is_whitespace() {
            let roles = open.iter().map(|tag| match tag.role.as_str() {
                "link" => tag.code.as_str(),
                role => role,
            });
            seen.push(format!("{c} {}", roles.collect::<Vec<_>>().join(" ")));
        }
    }
    seen
}

/// The lines of a document anew: words of its language, some with a tag of the line.
fn renewed(content: &Tagged, choices: &[(Index, Index, bool)]) -> Vec<(String, Vec<Tag>)> {
    let mut choices = choices.iter().cycle();
    let lines = lines(content).into_iter().map(|(old, tags)| {
        let own = own(&tags);
        let persian = Lang::of(&old) == Some(Lang::Persian);
        let words: &[&str] = &WORDS[usize::from(!persian)];
        let base = if persian { "واژه" } else { "letters" };
        let (mut line, mut tags) = (base.to_owned(), Vec::new());
        for mut one in own {
            let Some((word, other, is_used)) = choices.next() else {
                continue;
            };
            line.push_str(other.get::<&str>(words));
            line.push(' ');
            if !is_used {
                continue;
            }
            match &mut one {
                Own::Alone(tag) => {
                    tag.at = line.len();
                    tags.push(tag.clone());
                }
                Own::Pair(open, close) => {
                    open.at = line.len();
                    // A letter first, so that the script of the word is known.
                    line.push_str(if persian { "ب" } else { "b" });
                    line.push_str(word.get::<&str>(words).trim());
                    close.at = line.len();
                    tags.extend([open.clone(), close.clone()]);
                }
            }
        }
        line.push(' ');
        line.push_str(&format!("{base} ").repeat(10 * (1 + tags.len())));
        (line.trim_end().to_owned(), tags)
    });
    lines.collect()
}

fn joined(lines: &[(String, Vec<Tag>)]) -> Tagged {
    let mut content = Tagged::default();
    for (number, (line, tags)) in lines.iter().enumerate() {
        if number > 0 {
            content.text.push('\n');
        }
        let start = content.text.len();
        content.text.push_str(line);
        let tags = tags.iter().map(|tag| Tag { at: tag.at + start, ..tag.clone() });
        content.tags.extend(tags);
    }
    content
}

fn choices() -> impl Strategy<Value = Vec<(Index, Index, bool)>> {
    prop::collection::vec(any::<(Index, Index, bool)>(), 1..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_written_reads_back(choices in choices(), file in any::<Index>()) {
        let all = files();
        let path = file.get::<PathBuf>(&all);
        let document = read(path);
        let lang = Lang::of(&document.content().text).expect("it has letters");
        let new = renewed(document.content(), &choices);
        let written = document.with(&joined(&new), lang).expect("it can be written");
        let found = lines(again(written, path).content());
        prop_assert_eq!(found.len(), new.len(), "{}", path.display());
        for ((line, tags), (old, old_tags)) in found.iter().zip(&new) {
            prop_assert_eq!(line, old, "{}", path.display());
            prop_assert_eq!(seen(line, tags), seen(old, old_tags), "{}", path.display());
        }
    }

    /// Tags that cross, stand in wrong lines, are unpaired or unknown do no harm: the text is there, and the file can
    /// be read.
    #[test]
    fn tags_in_disorder_do_no_harm(
        places in prop::collection::vec(any::<(Index, Index, bool)>(), 0..40),
        lang in prop::sample::select(Lang::ALL.to_vec()),
        file in any::<Index>(),
    ) {
        let all = files();
        let path = file.get::<PathBuf>(&all);
        let document = read(path);
        let content = document.content();
        let text = content.text.replace(' ', "").replace('\n', "آ\nآ b");
        let text = format!("آ b{text}آ");
        let marks: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut tags: Vec<Tag> = places
            .iter()
            .filter(|_| !content.tags.is_empty())
            .map(|(at, tag, is_known)| {
                let mut tag = tag.get(&content.tags).clone();
                tag.at = *at.get(&marks);
                if !is_known {
                    tag.code = "<w:p></w:r>".to_owned();
                    tag.number += 1000;
                }
                tag
            })
            .collect();
        tags.sort_by_key(|tag| tag.at);
        let new = Tagged { text, tags };
        let written = document.with(&new, lang).expect("it can be written");
        let found = again(written, path);
        let letters = |text: &str| text.replace(' ', "");
        prop_assert_eq!(letters(&found.content().text), letters(&new.text), "{}", path.display());
    }
}

#[test]
fn a_line_too_many_is_refused() {
    let path = Path::new("tests/exchange/docx/word-runs.docx");
    let document = read(path);
    let content = Tagged::from(format!("{}\nx", document.content().text));
    let refused = document.with(&content, Lang::English);
    let refused = refused.expect_err("there is no paragraph for it");
    assert_eq!(refused.to_string(), "5 lines for a document of 4");
    let content = Tagged::from(document.content().text.replace('ر', "\u{1}"));
    let refused = document.with(&content, Lang::English);
    let refused = refused.expect_err("XML cannot hold it");
    assert_eq!(refused.to_string(), "U+0001 cannot stand in a document");
}
