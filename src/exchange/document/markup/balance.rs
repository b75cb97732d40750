//! Tags in proper nesting, whatever the order in which a translation has them.

use std::collections::HashMap;

use crate::text::{Tag, TagKind};

/// Something written between two pieces of a text.
#[derive(Clone, Debug)]
pub(in crate::exchange::document) enum Step {
    /// A tag as it is.
    Tag(Tag),
    /// The code that closes a pair.
    Close {
        /// The place in the text.
        at: usize,
        /// What is written.
        code: String,
    },
}

impl Step {
    /// The place in the text.
    pub(in crate::exchange::document) fn at(&self) -> usize {
        match self {
            Self::Tag(tag) => tag.at,
            Self::Close { at, .. } => *at,
        }
    }

    /// Its role for the text around it.
    pub(in crate::exchange::document) fn kind(&self) -> TagKind {
        match self {
            Self::Tag(tag) => tag.kind,
            Self::Close { .. } => TagKind::Close,
        }
    }

    /// What is written, where `known` says it for a tag.
    pub(in crate::exchange::document) fn code(&self, known: &dyn Fn(&Tag) -> String) -> String {
        match self {
            Self::Tag(tag) => known(tag),
            Self::Close { code, .. } => code.clone(),
        }
    }
}

/// The tags of a line, changed so that each pair lies wholly inside or outside any other: a pair that crosses the end
/// of another ends there, one that is not closed is closed at the end, and an end without a beginning is left out.
/// `known` says what closes a pair.
pub(in crate::exchange::document) fn balanced<'a>(
    tags: &[Tag],
    known: impl Fn(u32) -> Option<&'a str>,
) -> Vec<Step> {
    let ends = tags.iter().filter(|tag| tag.kind == TagKind::Close);
    let own: HashMap<u32, &str> = ends.map(|tag| (tag.number, tag.code.as_str())).collect();
    let close = |open: &Tag, at| {
        let code = own.get(&open.number).copied();
        let code = code.or_else(|| known(open.number)).map(str::to_owned);
        let code = code.unwrap_or_else(|| closing(&open.code));
        Step::Close { at, code }
    };
    let mut steps = Vec::with_capacity(tags.len());
    let mut open: Vec<Tag> = Vec::new();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for tag in tags {
        match tag.kind {
            TagKind::Alone => steps.push(Step::Tag(tag.clone())),
            TagKind::Open => {
                open.push(tag.clone());
                *counts.entry(tag.number).or_default() += 1;
                steps.push(Step::Tag(tag.clone()));
            }
            TagKind::Close if counts.get(&tag.number).is_none_or(|&count| count == 0) => {}
            TagKind::Close => {
                while let Some(last) = open.pop() {
                    *counts.entry(last.number).or_default() -= 1;
                    let is_it = last.number == tag.number;
                    steps.push(close(&last, tag.at));
                    if is_it {
                        break;
                    }
                }
            }
        }
    }
    let rest = open.into_iter().rev();
    steps.extend(rest.map(|last| close(&last, usize::MAX)));
    steps
}

/// What closes the pair that `code` opens, where nothing says so.
fn closing(code: &str) -> String {
    let Some(name) = code.strip_prefix('<') else {
        return code.to_owned();
    };
    let end = name.find(|c: char| !c.is_alphanumeric() && !":-_".contains(c));
    format!("</{}>", &name[..end.unwrap_or(name.len())])
}
