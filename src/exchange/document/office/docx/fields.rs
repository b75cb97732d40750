//! Fields, which Word writes as signs between runs: a link is a pair around its text, any other field one object.

use std::collections::HashMap;

use crate::exchange::document::office::part::{Atom, Edge, FieldSign, Object, Pair, Piece};

/// How deeply links may be nested; deeper ones do not count as links.
const DEEPEST: usize = 16;

/// The atoms of a paragraph without the signs of fields; `run` writes a piece as a run of its own.
///
/// The signs of a field that spans several paragraphs, such as a table of contents, are marks.
pub(super) fn resolved(atoms: Vec<Atom>, run: impl Fn(&Piece) -> String) -> Vec<Atom> {
    let ends = ends(&atoms);
    let mut links: Vec<(usize, usize)> = Vec::new();
    let mut out = Vec::new();
    let mut atoms = atoms.into_iter().enumerate().peekable();
    while let Some((at, atom)) = atoms.next() {
        let Atom::Field(sign, piece) = atom else {
            out.push(atom);
            continue;
        };
        match (sign, ends.get(&at)) {
            (FieldSign::Begin, Some(&end)) => {
                let mut head = vec![piece];
                let mut instruction = String::new();
                while let Some((_, Atom::Field(sign, piece))) =
                    atoms.next_if(|(next, atom)| *next < end && is_head(atom))
                {
                    head.push(piece);
                    match sign {
                        FieldSign::Instruction(more) => instruction.push_str(&more),
                        _ => break,
                    }
                }
                let code = instruction.trim().to_owned();
                let is_link = code.to_ascii_uppercase().starts_with("HYPERLINK ");
                if is_link && links.len() < DEEPEST {
                    links.push((end, out.len()));
                    out.push(Atom::Open(Pair {
                        role: "link",
                        code,
                        start: None,
                        open: head.iter().map(&run).collect(),
                        close: String::new(),
                        base: 0,
                    }));
                } else {
                    let rest = std::iter::from_fn(|| atoms.next_if(|(next, _)| *next <= end));
                    head.extend(rest.flat_map(|(_, atom)| pieces(atom)));
                    out.push(Atom::Object(Object {
                        role: "",
                        code,
                        pieces: head,
                        is_space: false,
                    }));
                }
            }
            (FieldSign::End, _) if links.last().is_some_and(|(end, _)| *end == at) => {
                if let Some((_, open)) = links.pop()
                    && let Some(Atom::Open(pair)) = out.get_mut(open)
                {
                    pair.close = run(&piece);
                }
                out.push(Atom::Close(piece.span.end));
            }
            (FieldSign::End, _) => out.push(Atom::Mark(piece, Edge::End)),
            _ => out.push(Atom::Mark(piece, Edge::Start)),
        }
    }
    out
}

fn is_head(atom: &Atom) -> bool {
    matches!(atom, Atom::Field(FieldSign::Instruction(_) | FieldSign::Separate, _))
}

/// Where each field that begins in a paragraph ends in it, inside the same pair, by the place of its beginning.
fn ends(atoms: &[Atom]) -> HashMap<usize, usize> {
    let mut found = HashMap::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut depth = 0_usize;
    for (at, atom) in atoms.iter().enumerate() {
        match atom {
            Atom::Open(_) => depth += 1,
            Atom::Close(_) => {
                depth = depth.saturating_sub(1);
                while open.pop_if(|(_, own)| *own > depth).is_some() {}
            }
            Atom::Field(FieldSign::Begin, _) => open.push((at, depth)),
            Atom::Field(FieldSign::End, _) => {
                if let Some((begin, own)) = open.pop()
                    && own == depth
                {
                    found.insert(begin, at);
                }
            }
            _ => {}
        }
    }
    found
}

/// The pieces of an atom inside a field that are copied with it.
fn pieces(atom: Atom) -> Vec<Piece> {
    match atom {
        Atom::Text { span, format, .. } => vec![Piece { span, format: Some(format) }],
        Atom::Object(object) => object.pieces,
        Atom::Mark(piece, _) | Atom::Field(_, piece) => vec![piece],
        Atom::Open(_) | Atom::Close(_) => Vec::new(),
    }
}
