//! What stands beside a name and speaks for it.

use foldhash::HashSet;

use crate::glossary::entry::Kind;
use crate::glossary::evidence::word_lists::WordLists;
use crate::glossary::finder::Hit;
use crate::glossary::reading::Reading;
use crate::text::fold::Gap;

/// The signs after which a sentence begins.
const BEFORE_SENTENCE: [char; 7] = ['.', '!', '?', ':', '"', '\'', '('];

/// A text with its certain names.
pub(super) struct Beside<'a> {
    reading: &'a Reading<'a>,
    lists: &'static WordLists,
    /// The groups of the certain names that begin at each letter, and of those that end before each, and at the end of the text.
    begin: Vec<Groups>,
    end: Vec<Groups>,
}

/// Some groups, a bit for each.
type Groups = u8;

/// Kinds that stand in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Group {
    Person,
    Place,
    Demonym,
    Other,
}

impl Group {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Country | Kind::City | Kind::Region | Kind::Place => Self::Place,
            Kind::Demonym => Self::Demonym,
            _ => Self::Other,
        }
    }

    fn bit(self) -> Groups {
        1 << self as u8
    }
}

impl<'a> Beside<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, lists: &'static WordLists) -> Self {
        Self {
            reading,
            lists,
            begin: vec![0; reading.letters.len() + 1],
            end: vec![0; reading.letters.len() + 1],
        }
    }

    /// Takes in a name that is certain.
    pub(super) fn add_certain(&mut self, hit: &Hit, kind: Kind) {
        self.begin[hit.first] |= Group::of(kind).bit();
        self.end[hit.past] |= Group::of(kind).bit();
    }

    /// Whether what stands beside an everyday word says that it is a name of this kind.
    pub(super) fn speaks_for(&self, hit: &Hit, kind: Kind) -> bool {
        let end = self.reading.end_of_word(hit.past - 1).max(hit.past);
        let before = self.reading.word_before(hit.first);
        let after = self.reading.word_after(end);
        let [before_word, after_word] = [&before, &after]
            .map(|word| word.as_ref().map(|w| self.reading.squeezed(w.start, w.end)));
        let before_is =
            |list: &HashSet<String>| before_word.is_some_and(|word| list.contains(word));
        let group = Group::of(kind);
        let by_word = match group {
            Group::Person => {
                before_is(&self.lists.titles)
                    || after_word.is_some_and(|word| self.lists.saying.contains(word))
            }
            Group::Place => before_is(&self.lists.places),
            Group::Demonym => false,
            Group::Other => {
                let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
                before_is(&self.lists.places)
                    || [before_word, after_word]
                        .into_iter()
                        .flatten()
                        .any(is_number)
            }
        };
        by_word || self.is_listed(hit.first, end, group)
    }

    /// Whether a comma or «و» joins it to a certain name of its group.
    fn is_listed(&self, first: usize, end: usize, group: Group) -> bool {
        let joins = |range: std::ops::Range<usize>| {
            matches!(
                self.reading.squeezed(range.start, range.end),
                "," | "و" | "and"
            )
        };
        let before = [1, 3].into_iter().any(|length| {
            first >= length
                && joins(first - length..first)
                && self.end[first - length] & group.bit() != 0
        });
        let after = [1, 3].into_iter().any(|length| {
            end + length <= self.reading.letters.len()
                && joins(end..end + length)
                && self.begin[end + length] & group.bit() != 0
        });
        before || after
    }

    /// Whether the word at `first` is the first one of a sentence or heading.
    pub(super) fn begins_sentence(&self, first: usize) -> bool {
        first == 0
            || self.reading.ends_block(first)
            || BEFORE_SENTENCE.contains(&self.reading.letters[first - 1].ch)
    }

    /// Whether a word with a capital stands before the name inside a sentence, or with a hyphen, and is no title: Mike Lee.
    pub(super) fn is_after_capital(&self, first: usize) -> bool {
        let letters = self.reading.letters;
        let hyphen = first >= 2 && letters[first - 1].ch == '-' && letters[first].gap == Gap::None;
        let word = match hyphen {
            true => self.reading.word_ending(first - 1),
            false => self.reading.word_before(first),
        };
        word.is_some_and(|word| {
            let is_certain = hyphen || word.len() == 1 || !self.begins_sentence(word.start);
            self.has_capital(word.start)
                && is_certain
                && !self
                    .lists
                    .titles
                    .contains(self.reading.squeezed(word.start, word.end))
                && !self.is_named(word.end)
        })
    }

    /// Whether the letter `i` is a capital.
    pub(super) fn has_capital(&self, i: usize) -> bool {
        let letter = self.reading.letters[i].span.of(self.reading.text);
        letter.starts_with(char::is_uppercase)
    }

    /// Whether a word with a capital follows that is neither a title nor the beginning of a certain name.
    pub(super) fn is_before_capital(&self, hit: &Hit) -> bool {
        self.reading.word_after(hit.past).is_some_and(|word| {
            let letters = self.reading.squeezed(word.start, word.end);
            self.has_capital(word.start)
                && !self.lists.titles.contains(letters)
                && self.begin[word.start] == 0
        })
    }

    /// Whether a certain name of a place or an institution ends here: Russia, Putin's.
    fn is_named(&self, end: usize) -> bool {
        self.end[end] & !Group::Person.bit() != 0
    }
}
