//! The endings of Persian words: one table, for joining words and for splitting them.
//!
//! What a name takes is in `glossary::endings`.

use std::sync::LazyLock;

use super::list::List;

/// An ending, or several in a row as they are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    /// The letters, folded, `+` between the parts.
    pub(crate) parts: &'static str,
    /// What the first part of it is.
    pub(crate) kind: Kind,
    /// After which words a space in front of it counts as a half-space.
    pub(crate) over_space: After,
}

/// What an ending does to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// ها and what follows it: the plural.
    Plural,
    /// تر and ترین: comparative and superlative.
    Comparative,
    /// ی, ای, یی: one of a kind, or an adjective.
    Indefinite,
    /// ام, اش, شان and the like: the possessor.
    Possessive,
    /// اند, ایم, اید: forms of «to be».
    Copula,
    /// را: marks the object; a word of its own where it is not joined.
    Object,
}

/// The words to which an ending belongs when a space stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// None: over a space it is another word.
    Never,
    /// Any Persian word.
    AnyWord,
    /// A word that ends in he.
    He,
    /// A word that ends in he or ye.
    HeOrYe,
}

/// Every ending.
const ENDINGS: &[Ending] = &[
    plural("ها"),
    plural("ها+ی"),
    plural("ها+یی"),
    plural("ها+یم"),
    plural("ها+یت"),
    plural("ها+یش"),
    plural("ها+یمان"),
    plural("ها+یتان"),
    plural("ها+یشان"),
    comparative("تر"),
    comparative("ترین"),
    comparative("تر+ی"),
    comparative("تر+ها"),
    comparative("تر+ها+ی"),
    comparative("ترین+ها"),
    comparative("ترین+ها+ی"),
    ending("ی", Kind::Indefinite, After::Never),
    ending("یی", Kind::Indefinite, After::Never),
    ending("ی+ها", Kind::Indefinite, After::Never),
    ending("ای", Kind::Indefinite, After::He),
    ending("ای+ها", Kind::Indefinite, After::He),
    ending("ای+ها+ی", Kind::Indefinite, After::He),
    ending("ای+اش", Kind::Indefinite, After::He),
    ending("ام", Kind::Possessive, After::HeOrYe),
    ending("ات", Kind::Possessive, After::HeOrYe),
    ending("اش", Kind::Possessive, After::HeOrYe),
    ending("مان", Kind::Possessive, After::HeOrYe),
    ending("تان", Kind::Possessive, After::HeOrYe),
    ending("شان", Kind::Possessive, After::HeOrYe),
    ending("اند", Kind::Copula, After::AnyWord),
    ending("ایم", Kind::Copula, After::HeOrYe),
    ending("اید", Kind::Copula, After::HeOrYe),
    ending("را", Kind::Object, After::Never),
];

impl Ending {
    /// The bytes of its letters.
    pub(crate) fn len(&self) -> usize {
        self.parts.bytes().filter(|&b| b != b'+').count()
    }

    /// The ending that is written as `text`.
    pub(crate) fn read(text: &str) -> Option<&'static Self> {
        BY_LETTERS.get(text).copied()
    }
}

/// The endings by their letters.
static BY_LETTERS: LazyLock<List<&Ending>> = LazyLock::new(|| {
    let row = |ending: &'static Ending| (ending.parts.replace('+', ""), ending);
    ENDINGS.iter().map(row).collect()
});

impl After {
    /// Whether `word` is one of these words.
    pub(crate) fn allows(self, word: &str) -> bool {
        match self {
            Self::Never => false,
            Self::AnyWord => true,
            Self::He => word.ends_with('ه'),
            Self::HeOrYe => word.ends_with(['ه', 'ی']),
        }
    }
}

const fn plural(parts: &'static str) -> Ending {
    ending(parts, Kind::Plural, After::AnyWord)
}

const fn comparative(parts: &'static str) -> Ending {
    ending(parts, Kind::Comparative, After::AnyWord)
}

const fn ending(parts: &'static str, kind: Kind, over_space: After) -> Ending {
    Ending { parts, kind, over_space }
}
