//! The endings of Persian words: one table, for whoever joins, parts or finds words.

use std::sync::LazyLock;

use super::list::List;

/// An ending, or several in a row as one writes them.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// The letters, folded, `+` between the parts.
    pub parts: &'static str,
    /// What the first part of it is.
    pub kind: Kind,
    /// Before which words a space in front of it is a half-space.
    pub over_space: After,
    /// How it must be written to be an ending of a name.
    pub on_name: OnName,
}

/// What an ending does to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// ها and what follows it: the plural.
    Plural,
    /// تر and ترین: comparative and superlative.
    Comparative,
    /// ی, ای, یی: one of a kind, or an adjective.
    Indefinite,
    /// ام, اش, شان and their like: whose it is.
    Possessive,
    /// اند, ایم, اید: forms of «to be».
    Copula,
    /// را: marks the object; a word of its own where it is not joined.
    Object,
}

/// The words to which an ending belongs when a space stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// None: over a space it is another word.
    Never,
    /// Any Persian word.
    AnyWord,
    /// A word that ends in he.
    He,
    /// A word that ends in he or ye.
    HeOrYe,
}

/// How an ending is written on to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnName {
    /// It is not.
    Never,
    /// Joined, or after a half-space.
    Joined,
    /// Only a half-space makes it certain: joined, the name would be another one.
    HalfSpace,
}

/// Every ending.
pub const ENDINGS: &[Ending] = &[
    plural("ها", OnName::Joined),
    plural("ها+ی", OnName::Joined),
    plural("ها+یی", OnName::Joined),
    plural("ها+یم", OnName::Joined),
    plural("ها+یت", OnName::Joined),
    plural("ها+یش", OnName::Joined),
    plural("ها+یمان", OnName::Joined),
    plural("ها+یتان", OnName::Joined),
    plural("ها+یشان", OnName::Joined),
    comparative("تر", OnName::HalfSpace),
    comparative("ترین", OnName::HalfSpace),
    comparative("تر+ی", OnName::Never),
    comparative("تر+ها", OnName::Never),
    comparative("تر+ها+ی", OnName::Never),
    comparative("ترین+ها", OnName::Never),
    comparative("ترین+ها+ی", OnName::Never),
    ending("ی", Kind::Indefinite, After::Never, OnName::Joined),
    ending("یی", Kind::Indefinite, After::Never, OnName::Joined),
    ending("ی+ها", Kind::Indefinite, After::Never, OnName::Joined),
    ending("ای", Kind::Indefinite, After::He, OnName::Joined),
    ending("ای+ها", Kind::Indefinite, After::He, OnName::Never),
    ending("ای+ها+ی", Kind::Indefinite, After::He, OnName::Never),
    ending("ای+اش", Kind::Indefinite, After::He, OnName::Never),
    ending("ام", Kind::Possessive, After::HeOrYe, OnName::HalfSpace),
    ending("ات", Kind::Possessive, After::HeOrYe, OnName::HalfSpace),
    ending("اش", Kind::Possessive, After::HeOrYe, OnName::Joined),
    ending("مان", Kind::Possessive, After::HeOrYe, OnName::Joined),
    ending("تان", Kind::Possessive, After::HeOrYe, OnName::Joined),
    ending("شان", Kind::Possessive, After::HeOrYe, OnName::Joined),
    ending("اند", Kind::Copula, After::AnyWord, OnName::HalfSpace),
    ending("ایم", Kind::Copula, After::HeOrYe, OnName::HalfSpace),
    ending("اید", Kind::Copula, After::HeOrYe, OnName::HalfSpace),
    ending("را", Kind::Object, After::Never, OnName::HalfSpace),
];

/// The longest ending, in characters.
pub const LONGEST: usize = 7;

impl Ending {
    /// The bytes of its letters.
    #[expect(clippy::len_without_is_empty, reason = "no ending is empty")]
    pub fn len(&self) -> usize {
        self.parts.bytes().filter(|&b| b != b'+').count()
    }

    /// The ending that is written as `text`.
    pub fn read(text: &str) -> Option<&'static Self> {
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
    pub fn allows(self, word: &str) -> bool {
        match self {
            Self::Never => false,
            Self::AnyWord => true,
            Self::He => word.ends_with('ه'),
            Self::HeOrYe => word.ends_with(['ه', 'ی']),
        }
    }
}

const fn plural(parts: &'static str, on_name: OnName) -> Ending {
    ending(parts, Kind::Plural, After::AnyWord, on_name)
}

const fn comparative(parts: &'static str, on_name: OnName) -> Ending {
    ending(parts, Kind::Comparative, After::AnyWord, on_name)
}

const fn ending(parts: &'static str, kind: Kind, over_space: After, on_name: OnName) -> Ending {
    Ending {
        parts,
        kind,
        over_space,
        on_name,
    }
}
