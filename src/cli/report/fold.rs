//! What a text compares as, and why two texts do or do not compare as the same.

use std::io;
use std::ops::Range;

use hamta::text::fold::{Change, explain};
use hamta::text::{Folded, Lang, Word, Words};
use serde::Serialize;

use crate::cli::output::{Output, piece, plain};
use crate::cli::report::place::Place;
use crate::cli::report::segment::direction;
use crate::cli::report::style::{ASIDE, GOOD, ODD, SUBJECT};

/// A text with its fold, and what the rules did to it.
pub(crate) struct Explained<'a> {
    text: &'a str,
    folded: Folded,
    changes: Vec<Change>,
}

/// Where two folds first differ: how many characters come before, and the character that each has there.
#[derive(Serialize)]
struct Difference {
    after: usize,
    characters: [Option<char>; 2],
}

#[derive(Serialize)]
struct OneJson<'a> {
    text: &'a str,
    folded: &'a str,
    words: Vec<WordJson<'a>>,
}

#[derive(Serialize)]
struct WordJson<'a> {
    folded: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    prefixes: Vec<&'a str>,
    stem: &'a str,
    endings: Vec<&'a str>,
}

#[derive(Serialize)]
struct TwoJson<'a> {
    same: bool,
    folded: [&'a str; 2],
    changes: [Vec<ChangeJson<'a>>; 2],
    difference: Option<&'a Difference>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    rule: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
}

/// Writes what a text compares as, and those of its words that have more than one part.
pub(crate) fn one(text: &str, output: &mut Output) -> io::Result<()> {
    let words = Words::of(text, Lang::of(text).unwrap_or(Lang::English));
    let each = words.words().iter().map(|word| word_json(&words, word));
    if output.is_json() {
        return output.json(&OneJson { text, folded: words.folded(), words: each.collect() });
    }
    folded(words.folded(), output)?;
    for word in each.filter(|word| word.stem != word.folded) {
        let mut parts = word.prefixes;
        parts.push(word.stem);
        parts.extend(word.endings);
        let line = parts.join(" + ");
        output.paragraph(direction(Lang::Persian), 2, &[piece(&line, ASIDE)])?;
    }
    Ok(())
}

/// Writes whether two texts are the same, by which rules, and otherwise where they first differ.
pub(crate) fn two(
    left: &Explained<'_>,
    right: &Explained<'_>,
    output: &mut Output,
) -> io::Result<()> {
    let difference = Difference::of(left.folded.text(), right.folded.text());
    if output.is_json() {
        return output.json(&TwoJson {
            same: difference.is_none(),
            folded: [left.folded.text(), right.folded.text()],
            changes: [left.changes_json(), right.changes_json()],
            difference: difference.as_ref(),
        });
    }
    let verdict = match difference {
        None => piece("the same", GOOD),
        Some(_) => piece("not the same", ODD),
    };
    output.left(0, &[verdict])?;
    left.write(output)?;
    right.write(output)?;
    difference.map_or(Ok(()), |difference| difference.write(output))
}

impl<'a> Explained<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let (folded, changes) = explain(text);
        Self { text, folded, changes }
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.folded.text() == other.folded.text()
    }

    fn changes_json(&self) -> Vec<ChangeJson<'_>> {
        let json = |change: &Change| ChangeJson {
            rule: change.rule,
            place: Place::new(change.span, self.text),
        };
        self.changes.iter().map(json).collect()
    }

    fn write(&self, output: &mut Output) -> io::Result<()> {
        folded(self.folded.text(), output)?;
        for change in &self.changes {
            let what = match change.span.of(self.text) {
                "" => "no space here".to_owned(),
                written => codepoints(written),
            };
            let rule = format!("{}  ", change.rule);
            output.left(2, &[plain(&rule), piece(&what, ASIDE)])?;
        }
        Ok(())
    }
}

impl Difference {
    fn of(left: &str, right: &str) -> Option<Self> {
        let both = left.chars().zip(right.chars());
        let after = both.take_while(|(a, b)| a == b).count();
        let characters = [left, right].map(|text| text.chars().nth(after));
        (characters != [None, None]).then_some(Self { after, characters })
    }

    fn write(&self, output: &mut Output) -> io::Result<()> {
        let [left, right] = self.characters.map(|c| match c {
            Some(c) => codepoints(&c.to_string()),
            None => "the end".to_owned(),
        });
        let line = format!("after {} characters: {left} or {right}", self.after);
        output.left(0, &[plain(&line)])
    }
}

fn word_json<'a>(words: &'a Words, word: &Word) -> WordJson<'a> {
    let folded = words.letters(&word.folded);
    let parts = words.parts(word);
    let letters = |part: &Range<usize>| &folded[part.clone()];
    WordJson {
        folded,
        place: Place::new(word.span, words.text()),
        prefixes: parts.prefixes.iter().map(letters).collect(),
        stem: letters(&parts.stem),
        endings: parts.endings.iter().map(letters).collect(),
    }
}

fn folded(text: &str, output: &mut Output) -> io::Result<()> {
    let lang = Lang::of(text).unwrap_or(Lang::English);
    output.paragraph(direction(lang), 0, &[piece(text, SUBJECT)])
}

/// The code points of a text, with the visible characters themselves: `U+064A ي`.
fn codepoints(text: &str) -> String {
    let shown = |c: char| {
        if c.is_alphanumeric() || c.is_ascii_punctuation() {
            format!("U+{:04X} {c}", u32::from(c))
        } else {
            format!("U+{:04X}", u32::from(c))
        }
    };
    text.chars().map(shown).collect::<Vec<_>>().join(" ")
}
