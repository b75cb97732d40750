//! Groups of a number: a figure, or number words up to 999.

use super::scanner::{Read, Scanner, read};
use crate::text::Lang;
use crate::text::number::{Figure, Form, Magnitude, Number, NumberWord, WordClass};

/// Number words of Persian that are other words too, and the magnitudes.
const DOUBTFUL: [&str; 8] = ["یک", "نه", "ده", "سی", "هزار", "میلیون", "میلیارد", "تریلیون"];

/// Words before which «دو» is not a number but "running", nor «صد» one, as in «صد در صد».
const NOT_AFTER: [&str; 9] =
    ["و", "ماراتن", "سرعت", "استقامت", "امدادی", "در", "ها", "های", "برابر"];

/// A number below a magnitude: a figure, or words up to 999.
pub(super) struct Group {
    pub(super) number: Number,
    pub(super) is_figure: bool,
    pub(super) grouped: bool,
    pub(super) certain: bool,
    pub(super) ordinal: bool,
}

impl Group {
    pub(super) fn words(value: u64, certain: bool, ordinal: bool) -> Self {
        Self { number: Number::of(value), is_figure: false, grouped: false, certain, ordinal }
    }

    /// The group with a half after its whole number.
    pub(super) fn and_half(self) -> Option<Self> {
        let (_, whole, _) = self.number.parts();
        Some(Self { number: Number::of_digits(whole, "5")?, is_figure: true, ..self })
    }

    /// How the number was written, with magnitudes of `zeros` zeros after it.
    pub(super) fn form(&self, zeros: usize) -> Form {
        let largest = Magnitude::Trillion;
        let named = Magnitude::ALL
            .into_iter()
            .find(|magnitude| magnitude.zeros() == zeros)
            .or((zeros > largest.zeros()).then_some(largest));
        match (self.is_figure, named) {
            (false, _) => Form::Words,
            (true, Some(magnitude)) => Form::Scaled(magnitude),
            (true, None) if self.grouped => Form::Grouped,
            (true, None) => Form::Figures,
        }
    }
}

impl Scanner<'_> {
    /// A figure, or number words, at `at`.
    pub(super) fn group(&self, at: usize) -> Option<Read<Group>> {
        let token = self.token(at)?;
        let (number, certain) = match token.figure() {
            None if self.lang == Lang::English && self.is_word(at, &["a"]) => {
                return self.a_hundred(at);
            }
            None => return self.words(at),
            Some(Figure::Plain(_)) if token.folded.len() > 1 && token.folded.starts_with('0') => {
                return None;
            }
            Some(Figure::Plain(number) | Figure::Number(number)) => (number, true),
            Some(Figure::Perhaps(number)) if self.lang == Lang::Persian => (number, false),
            Some(_) => return None,
        };
        let is_parted = self.lang == Lang::Persian && is_parted(number, token.folded);
        // Before a magnitude even three digits after a point are decimals: ۱.۲۵۰ میلیون.
        let is_decimal = is_parted && self.number_word(at + 1).is_some();
        let group = Group {
            number: if is_decimal { number.over_ten_to(3) } else { number.clone() },
            is_figure: true,
            grouped: token.folded.contains([',', ' ']) || is_parted,
            certain,
            ordinal: false,
        };
        read(group, at + 1)
    }

    /// Number words up to 999, the last of which can be an ordinal.
    fn words(&self, at: usize) -> Option<Read<Group>> {
        let mut value = 0;
        let mut rank: Option<NumberWord> = None;
        let mut next = at;
        let mut end = at;
        while let Some(word) = self.number_word(next).filter(|word| follows(rank, *word, value)) {
            value = match (word.class, rank) {
                (WordClass::Hundred, Some(_)) => value * word.value,
                _ => value + word.value,
            };
            end = next + 1;
            let is_thirtieth = self.is_word(next, &["سی"]) && self.is_word(end, &["ام", "امین"]);
            let ordinal = word.ordinal || is_thirtieth;
            rank = Some(NumberWord { ordinal, ..word });
            if ordinal {
                end += usize::from(is_thirtieth);
                break;
            }
            let Some(joined) = self.past_joint(end, word.class) else {
                break;
            };
            next = joined;
        }
        let last = rank?;
        let is_bare = self.lang == Lang::English
            && self
                .number_word(at)
                .is_some_and(|first| first.class == WordClass::Hundred && !first.ordinal);
        if is_bare && self.word_before(at) != Some("a") {
            return None;
        }
        let certain = end > at + 1 || last.ordinal || self.is_certain(at);
        read(Group::words(value, certain, last.ordinal), end)
    }

    /// "a hundred and five"; "hundred" alone is no number.
    fn a_hundred(&self, at: usize) -> Option<Read<Group>> {
        let word = self.number_word(at + 1)?;
        let is_hundred = word.class == WordClass::Hundred && !word.ordinal;
        is_hundred.then(|| self.words(at + 1)).flatten()
    }

    /// The place of the next word of a number, after one of this class.
    fn past_joint(&self, at: usize, class: WordClass) -> Option<usize> {
        match (self.lang, class) {
            (Lang::Persian, WordClass::Unit) => self.is_word(at, &["صد"]).then_some(at),
            (Lang::Persian, _) => self.past_words(at, &["و"]),
            (Lang::English, WordClass::Ten) => Some(self.past_mark(at, '-')),
            (Lang::English, WordClass::Hundred) => {
                Some(at + usize::from(self.is_word(at, &["and"])))
            }
            (Lang::English, _) => self.is_word(at, &["hundred", "hundredth"]).then_some(at),
        }
    }

    /// Whether one number word alone is certainly a number.
    fn is_certain(&self, at: usize) -> bool {
        match (self.word(at), self.lang) {
            (Some("one" | "zero"), Lang::English) => false,
            (_, Lang::English) => {
                !(self.is_capitalized(&self.tokens[at]) && self.word_before(at).is_some())
            }
            (Some("دو" | "شش" | "صد"), Lang::Persian) => {
                !self.is_word(at + 1, &NOT_AFTER) && self.word_before(at) != Some("هر")
            }
            (word, Lang::Persian) => !word.is_some_and(|word| DOUBTFUL.contains(&word)),
        }
    }

    /// The end of a fraction in words, which is no placeable: یک سوم, two-thirds.
    pub(super) fn fraction(&self, at: usize) -> Option<usize> {
        let above = self.number_word(at)?;
        let below_at = self.past_mark(at + 1, '-');
        let is_unit = above.class == WordClass::Unit && !above.ordinal;
        let is_persian = self.number_word(below_at).is_some_and(|below| below.ordinal);
        let names =
            ["half", "quarter", "quarters", "thirds", "fourths", "fifths", "sixths", "tenths"];
        let is_below = is_persian || self.is_word(below_at, &names);
        (is_unit && is_below).then_some(below_at + 1)
    }
}

/// Whether the only point of a figure stands between groups of its number.
fn is_parted(number: &Number, folded: &str) -> bool {
    let has_group = matches!(folded.split_once('.'), Some((_, group)) if group.len() == 3);
    has_group && !folded.contains(',') && !number.is_below(&Number::of(1000)) && number.is_whole()
}

/// Whether `word` can follow the word before it within one number, of which `value` was read.
fn follows(before: Option<NumberWord>, word: NumberWord, value: u64) -> bool {
    let is_hundred = word.value == 100 && word.class == WordClass::Hundred;
    match before.map(|before| (before.class, before.value)) {
        _ if matches!(word.class, WordClass::Magnitude(_)) => false,
        None => true,
        Some((WordClass::Teen, _)) if word.ordinal => false,
        Some(_) if word.value == 0 => false,
        Some((WordClass::Hundred, _)) => word.class < WordClass::Hundred,
        Some((WordClass::Ten, _)) => word.class == WordClass::Unit,
        Some((WordClass::Unit | WordClass::Teen, unit)) => is_hundred && unit > 0 && value < 100,
        Some(_) => false,
    }
}
