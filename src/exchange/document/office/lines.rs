//! The paragraphs of a part as lines of the content: what is formatted differently from most of a line becomes tags.

use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use super::part::{Atom, Edge, Format, Meaning, Meanings, Object, Paragraph, Part, Piece};
use crate::text::{Span, Tag, TagKind, Tagged};

/// How many formats of a line are counted to find its main one; each is compared with all others.
const MOST_FORMATS: usize = 64;

/// Adds a line to `content` for each paragraph of `part` that has text; `count` counts them, `number` the tags.
pub(super) fn number(part: &mut Part, content: &mut Tagged, number: &mut u32, count: &mut usize) {
    let mut branches: HashMap<usize, Branches> = HashMap::new();
    for at in 0..part.paragraphs.len() {
        let paragraph = &mut part.paragraphs[at];
        let atoms = mem::take(&mut paragraph.atoms);
        let is_again = matches!(paragraph.branch, Some((_, true)));
        let first = part.meanings.len();
        let mut none = 0;
        let mut line = Line {
            tagged: Tagged::default(),
            formats: &part.formats,
            meanings: &mut part.meanings,
            number: if is_again { &mut none } else { &mut *number },
            is_again,
            base: 0,
            open: None,
        };
        let Some(tagged) = line.read(atoms, paragraph) else {
            continue;
        };
        paragraph.meanings = first..part.meanings.len();
        let branch = paragraph.branch.map(|(number, _)| branches.entry(number).or_default());
        if is_again {
            paragraph.line = branch.and_then(|branch| branch.again(&tagged.text));
            continue;
        }
        paragraph.line = Some(*count);
        if let Some(branch) = branch {
            branch.first.push((*count, tagged.text.clone()));
        }
        if *count > 0 {
            content.text.push('\n');
        }
        content.push(&tagged);
        *count += 1;
    }
}

/// The same content in two branches.
#[derive(Default)]
struct Branches {
    /// The lines of the first, by number.
    first: Vec<(usize, String)>,
    /// How many lines of the second have been read.
    again: usize,
}

impl Branches {
    /// The number of the line that the next one of the second branch repeats.
    fn again(&mut self, text: &str) -> Option<usize> {
        let (line, known) = self.first.get(self.again)?;
        self.again += 1;
        (known == text).then_some(*line)
    }
}

/// A line as it is made.
struct Line<'a> {
    tagged: Tagged,
    formats: &'a [Format],
    meanings: &'a mut Meanings,
    number: &'a mut u32,
    is_again: bool,
    base: usize,
    /// The format of the pair that is open, its number, and how many tags there were when its last text ended.
    open: Option<(usize, u32, usize, usize)>,
}

impl Line<'_> {
    fn read(&mut self, atoms: Vec<Atom>, paragraph: &mut Paragraph) -> Option<Tagged> {
        let mut atoms = without_empty_pairs(atoms);
        let is_text =
            |atom: &Atom| matches!(atom, Atom::Text { text, .. } if !text.trim().is_empty());
        if !atoms.iter().any(is_text) {
            return None;
        }
        let is_kept = |atom: &Atom| matches!(atom, Atom::Object(_) | Atom::Mark(..));
        let tail = atoms.iter().rev().take_while(|atom| is_kept(atom)).count();
        let after = atoms.split_off(atoms.len() - tail);
        let head = atoms.iter().take_while(|atom| is_kept(atom)).count();
        let middle = atoms.split_off(head);
        paragraph.before = atoms.into_iter().flat_map(pieces).collect();
        self.base = base_of(&middle, self.formats);
        paragraph.base = self.base;
        let bases: Vec<usize> = (0..middle.len())
            .filter(|&at| matches!(middle[at], Atom::Open(_)))
            .map(|at| base_of(inside(&middle[at + 1..]), self.formats))
            .collect();
        let mut bases = bases.into_iter();
        let mut pairs = Vec::new();
        for atom in middle {
            match atom {
                Atom::Text { text, format, span } => {
                    let start = self.tagged.text.len();
                    let place = Span::new(start, start + text.len());
                    paragraph.texts.push((place, span));
                    self.text(&text, format);
                }
                Atom::Object(object) => self.object(object),
                Atom::Mark(piece, Edge::Start) => paragraph.before.push(piece),
                Atom::Mark(piece, Edge::End) => paragraph.after.push(piece),
                Atom::Open(mut pair) => {
                    self.close_format();
                    pair.base = bases.next().unwrap_or(self.base);
                    let number = self.next();
                    self.tag(TagKind::Open, number, pair.role, pair.code.clone());
                    pairs.push((number, pair.role, pair.close.clone(), self.base));
                    self.base = pair.base;
                    self.mean(number, &pair.code.clone(), Meaning::Pair(pair));
                }
                Atom::Close(_) => {
                    self.close_format();
                    if let Some((number, role, close, base)) = pairs.pop() {
                        self.base = base;
                        self.tag(TagKind::Close, number, role, close);
                    }
                }
                Atom::Field(..) => {}
            }
        }
        self.close_format();
        paragraph.after.extend(after.into_iter().flat_map(pieces));
        Some(mem::take(&mut self.tagged))
    }

    fn text(&mut self, text: &str, format: usize) {
        let is_blank = text.trim().is_empty();
        let is_like =
            |other: usize| format == other || self.formats[format].is_like(&self.formats[other]);
        let is_base = is_like(self.base);
        let goes_on = match self.open {
            _ if is_blank => true,
            Some((open, ..)) => is_like(open),
            None => is_base,
        };
        if !goes_on {
            self.close_format();
            if !is_base {
                let number = self.next();
                let role = self.formats[format].role(&self.formats[self.base]);
                let code = self.formats[format].open.clone();
                self.tag(TagKind::Open, number, role, code.clone());
                self.mean(number, &code, Meaning::Format(format));
                self.open = Some((format, number, 0, 0));
            }
        }
        self.tagged.text.push_str(text);
        let (tags, end) = (self.tagged.tags.len(), self.tagged.text.len());
        if let Some((.., last, place)) = self.open.as_mut().filter(|_| !is_blank) {
            (*last, *place) = (tags, end);
        }
    }

    fn object(&mut self, object: Object) {
        let number = self.next();
        self.tag(TagKind::Alone, number, object.role, object.code.clone());
        if object.is_space {
            self.tagged.text.push(' ');
        }
        self.mean(number, &object.code.clone(), Meaning::Object(object));
    }

    /// Ends the pair for a format where its last text ended.
    fn close_format(&mut self) {
        let Some((format, number, last, at)) = self.open.take() else {
            return;
        };
        let tag = Tag {
            at,
            kind: TagKind::Close,
            number,
            role: self.formats[format].role(&self.formats[self.base]).to_owned(),
            code: String::new(),
        };
        self.tagged.tags.insert(last, tag);
    }

    fn next(&mut self) -> u32 {
        *self.number += 1;
        *self.number
    }

    fn tag(&mut self, kind: TagKind, number: u32, role: &str, code: String) {
        self.tagged.tags.push(Tag {
            at: self.tagged.text.len(),
            kind,
            number,
            role: role.to_owned(),
            code,
        });
    }

    fn mean(&mut self, number: u32, code: &str, meaning: Meaning) {
        let number = if self.is_again { 0 } else { number };
        self.meanings.add(number, code, meaning);
    }
}

/// The pieces that an atom at the edge of a paragraph leaves there.
fn pieces(atom: Atom) -> Vec<Piece> {
    match atom {
        Atom::Object(object) => object.pieces,
        Atom::Mark(piece, _) => vec![piece],
        _ => Vec::new(),
    }
}

/// The atoms, where a pair with no text in it, such as an image that is a link, is one object.
fn without_empty_pairs(atoms: Vec<Atom>) -> Vec<Atom> {
    let mut out: Vec<Atom> = Vec::new();
    let mut opened: Vec<(usize, bool)> = Vec::new();
    for atom in atoms {
        match &atom {
            Atom::Open(_) => opened.push((out.len(), false)),
            Atom::Text { .. } => opened.iter_mut().for_each(|(_, has_text)| *has_text = true),
            Atom::Close(end) => {
                if let Some((at, false)) = opened.pop()
                    && let Some(Atom::Open(pair)) = out.get(at)
                    && let Some(start) = pair.start
                {
                    let object = whole(pair.role, pair.code.clone(), start..*end);
                    out.truncate(at);
                    out.push(Atom::Object(object));
                    continue;
                }
            }
            _ => {}
        }
        out.push(atom);
    }
    out
}

fn whole(role: &'static str, code: String, span: Range<usize>) -> Object {
    Object { role, code, pieces: vec![Piece { span, format: None }], is_space: false }
}

/// The format of most characters outside all pairs in `atoms`, or, where there are none, of most of all.
fn base_of(atoms: &[Atom], formats: &[Format]) -> usize {
    let mut depth = 0_usize;
    let mut own = Vec::new();
    let mut all = Vec::new();
    for atom in atoms {
        match atom {
            Atom::Open(_) => depth += 1,
            Atom::Close(_) => depth = depth.saturating_sub(1),
            Atom::Text { text, format, .. } => {
                let count = text.chars().filter(|c| !c.is_whitespace()).count();
                all.push((*format, count));
                if depth == 0 && count > 0 {
                    own.push((*format, count));
                }
            }
            _ => {}
        }
    }
    most(if own.is_empty() { &all } else { &own }, formats)
}

/// The format that has most characters; of those that look the same in the same script, the one that has most of them.
fn most(texts: &[(usize, usize)], formats: &[Format]) -> usize {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &(format, count) in texts {
        match counts.iter().position(|(known, _)| *known == format) {
            Some(at) => counts[at].1 += count,
            None if counts.len() < MOST_FORMATS => counts.push((format, count)),
            None => {}
        }
    }
    let alike = |format: usize| -> usize {
        let like = counts.iter();
        let like = like.filter(|(other, _)| {
            formats[*other].script == formats[format].script
                && formats[*other].is_like(&formats[format])
        });
        like.map(|(_, own)| own).sum()
    };
    let best = counts.iter().rev();
    let best = best.max_by_key(|&&(format, own)| (alike(format), own));
    best.map_or(0, |(format, _)| *format)
}

/// The atoms of the pair that begins before the first of `atoms`.
fn inside(atoms: &[Atom]) -> &[Atom] {
    let mut depth = 0_usize;
    for (at, atom) in atoms.iter().enumerate() {
        match atom {
            Atom::Open(_) => depth += 1,
            Atom::Close(_) if depth == 0 => return &atoms[..at],
            Atom::Close(_) => depth -= 1,
            _ => {}
        }
    }
    atoms
}
