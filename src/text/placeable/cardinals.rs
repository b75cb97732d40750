//! Numbers in figures, in words or in both, with their signs and magnitudes.

use super::scan::{Read, Scanner, read};
use crate::text::Lang;
use crate::text::number::{
    Figure, Form, Magnitude, Number, NumberWord, Quantity, WordClass, natural_form,
};

/// A number, and whether it is certainly one without a unit after it.
#[derive(Clone, Debug)]
pub(super) struct Cardinal {
    pub(super) quantity: Quantity,
    pub(super) certain: bool,
    pub(super) ordinal: bool,
    /// Whether the first group had a magnitude of its own.
    pub(super) scaled: bool,
}

/// Number words of Persian that are other words too, and the magnitudes.
const DOUBTFUL: [&str; 8] = [
    "یک",
    "نه",
    "ده",
    "سی",
    "هزار",
    "میلیون",
    "میلیارد",
    "تریلیون",
];

/// What «دو» (two) is not before: running, and «صد» in «صد در صد».
const NOT_AFTER: [&str; 9] = [
    "و",
    "ماراتن",
    "سرعت",
    "استقامت",
    "امدادی",
    "در",
    "ها",
    "های",
    "برابر",
];

/// After one of these a magnitude alone is vague: «چند هزار», «ده‌ها هزار», "half a million".
const VAGUE: [&str; 7] = ["چند", "چندین", "ها", "دهها", "صدها", "هزاران", "half"];

impl Scanner<'_> {
    /// A number with its sign: −5, minus five, منفی ۵; `cardinal` is the number at `at` itself.
    pub(super) fn signed(
        &self,
        at: usize,
        cardinal: Option<Read<Cardinal>>,
    ) -> Option<Read<Cardinal>> {
        let is_word = self.is_word(at, &["minus", "منفی"]);
        if !is_word && !self.is_minus(at) {
            return cardinal;
        }
        let number = self
            .cardinal(at + 1)
            .filter(|number| number.value.certain)?;
        Some(number.map(|number| Cardinal {
            quantity: number.quantity.negated(),
            ..number
        }))
    }

    /// Whether a minus sign stands at `at`: one that figures follow, and nothing stands before.
    fn is_minus(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.mark() == Some('-')) else {
            return false;
        };
        let original = self.original(token);
        let is_dash = !original.starts_with(['-', '\u{2212}']);
        let is_sign = original.starts_with('\u{2212}');
        let is_free = !is_dash && (!token.is_attached() && at > 0 || is_sign);
        let next = self.token(at + 1);
        is_free && next.is_some_and(|next| next.figure().is_some() && next.is_attached())
    }

    /// A number in figures, in words or in both: ۲ میلیون و ۵۰۰ هزار; two hundred and five.
    pub(super) fn cardinal(&self, at: usize) -> Option<Read<Cardinal>> {
        let mut sum: Option<Read<Cardinal>> = None;
        let mut ceiling = usize::MAX;
        let mut next = at;
        while let Some((term, zeros)) = self.term(next) {
            if zeros >= ceiling {
                break;
            }
            let end = term.end;
            sum = match sum {
                None => Some(term),
                Some(sum) => match added(&sum.value, &term.value, ceiling) {
                    Some(value) => read(value, end),
                    None => return Some(sum),
                },
            };
            let is_done = sum.as_ref().is_none_or(|sum| sum.value.ordinal);
            let is_mixed = self.lang == Lang::English
                && sum
                    .as_ref()
                    .is_some_and(|sum| sum.value.quantity.form != Form::Words);
            if zeros == 0 || is_done || is_mixed {
                break;
            }
            ceiling = zeros;
            next = match self.lang {
                Lang::Persian if !self.is_word(end, &["و"]) => break,
                Lang::English if !self.is_word(end, &["and"]) => end,
                _ => end + 1,
            };
        }
        sum
    }

    /// One group with its magnitudes, and how many zeros these are.
    fn term(&self, at: usize) -> Option<(Read<Cardinal>, usize)> {
        let group = self.group(at).or_else(|| self.bare_magnitude(at))?;
        let Read {
            value: mut group,
            mut end,
        } = group;
        if let Some(half) = self.past_half(end).filter(|_| group.number.is_whole()) {
            let (_, whole, _) = group.number.parts();
            group.number = Number::of_digits(whole, "5")?;
            (group.is_figure, end) = (true, half);
        }
        let (magnitudes, is_ordinal) = match group.ordinal {
            true => (Vec::new(), true),
            false => self.magnitudes(end),
        };
        end += magnitudes.len();
        if self.is_word(end, &["ها", "های", "هایی"]) {
            return None;
        }
        let zeros: usize = magnitudes.iter().map(|magnitude| magnitude.zeros()).sum();
        let value = Cardinal {
            certain: group.certain || zeros > 0 && !self.is_bare(at),
            ordinal: is_ordinal,
            scaled: zeros >= Magnitude::Million.zeros(),
            quantity: Quantity {
                form: group.form(zeros),
                number: group.number.times_ten_to(zeros),
            },
        };
        Some((Read { value, end }, zeros))
    }

    /// At most two magnitudes, «هزار میلیارد», and whether the last one is an ordinal.
    fn magnitudes(&self, at: usize) -> (Vec<Magnitude>, bool) {
        let Some((first, is_ordinal)) = self.magnitude(at) else {
            return (Vec::new(), false);
        };
        let second = self.magnitude(at + 1);
        let second = second.filter(|(second, _)| {
            !is_ordinal && first == Magnitude::Thousand && *second >= Magnitude::Billion
        });
        match second {
            Some((second, is_ordinal)) => (vec![first, second], is_ordinal),
            None => (vec![first], is_ordinal),
        }
    }

    /// «و نیم», "and a half".
    fn past_half(&self, at: usize) -> Option<usize> {
        let end = self
            .past_words(at, &["و", "نیم"])
            .or(self.past_words(at, &["and", "a", "half"]))?;
        let is_scaled = self.magnitude(end).is_some() || self.is_word(end, &["درصد", "percent"]);
        is_scaled.then_some(end)
    }

    fn magnitude(&self, at: usize) -> Option<(Magnitude, bool)> {
        let word = self.number_word(at)?;
        match word.class {
            WordClass::Magnitude(magnitude) => Some((magnitude, word.ordinal)),
            _ => None,
        }
    }

    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        let word = self.token(at)?.role.number?;
        let is_verb = matches!(self.word_before(at), Some("می" | "نمی"));
        (!is_verb).then_some(word)
    }

    /// Whether a magnitude without a number stands at `at`.
    fn is_bare(&self, at: usize) -> bool {
        self.lang == Lang::Persian && self.magnitude(at).is_some()
    }

    /// «هزار» for one thousand, "a million".
    fn bare_magnitude(&self, at: usize) -> Option<Read<Group>> {
        let (word, end) = match self.lang {
            Lang::Persian => (self.magnitude(at), at),
            Lang::English if self.is_word(at, &["a"]) => (self.magnitude(at + 1), at + 1),
            Lang::English => (None, at),
        };
        let is_free = self
            .word_before(at)
            .is_none_or(|word| !VAGUE.contains(&word));
        word.filter(|_| is_free)?;
        read(Group::words(1, false, false), end)
    }
}

/// The two terms of a number as one; `None` where the second does not fit below the first.
fn added(sum: &Cardinal, term: &Cardinal, ceiling: usize) -> Option<Cardinal> {
    let limit = Number::of(1).times_ten_to(ceiling);
    let (a, b) = (&sum.quantity.number, &term.quantity.number);
    let fits = b.is_whole() && b.is_below(&limit) && (a.is_whole());
    let total = a.to_u64()?.checked_add(b.to_u64()?).filter(|_| fits)?;
    let number = Number::of(total);
    let form = match (sum.quantity.form, term.quantity.form) {
        (Form::Words, Form::Words) => Form::Words,
        _ => natural_form(&number),
    };
    Some(Cardinal {
        quantity: Quantity { number, form },
        certain: true,
        ordinal: term.ordinal,
        scaled: sum.scaled,
    })
}

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
        Self {
            number: Number::of(value),
            is_figure: false,
            grouped: false,
            certain,
            ordinal,
        }
    }

    /// How the number was written, with magnitudes of so many zeros after it.
    fn form(&self, zeros: usize) -> Form {
        let named = Magnitude::ALL
            .into_iter()
            .find(|magnitude| magnitude.zeros() == zeros);
        match (self.is_figure, named) {
            (false, _) => Form::Words,
            (true, Some(magnitude)) => Form::Scaled(magnitude),
            (true, None) if self.grouped => Form::Grouped,
            (true, None) => Form::Figures,
        }
    }
}

impl Scanner<'_> {
    fn group(&self, at: usize) -> Option<Read<Group>> {
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
        let group = Group {
            number: number.clone(),
            is_figure: true,
            grouped: token.folded.contains(','),
            certain,
            ordinal: false,
        };
        read(group, at + 1)
    }

    /// Number words up to 999, the last of them perhaps an ordinal.
    fn words(&self, at: usize) -> Option<Read<Group>> {
        let mut value = 0;
        let mut rank: Option<NumberWord> = None;
        let mut next = at;
        let mut end = at;
        while let Some(word) = self
            .number_word(next)
            .filter(|word| follows(rank, *word, value))
        {
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

    /// Where the next word of a number stands, after one of this class.
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

    /// The end of a fraction in words, which is read as nothing: یک سوم, two-thirds.
    pub(super) fn fraction(&self, at: usize) -> Option<usize> {
        let above = self.number_word(at)?;
        let below_at = self.past_mark(at + 1, '-');
        let is_unit = above.class == WordClass::Unit && !above.ordinal;
        let is_persian = self
            .number_word(below_at)
            .is_some_and(|below| below.ordinal);
        let names = [
            "half", "quarter", "quarters", "thirds", "fourths", "fifths", "sixths", "tenths",
        ];
        let is_below = is_persian || self.is_word(below_at, &names);
        (is_unit && is_below).then_some(below_at + 1)
    }
}

/// Whether `word` can stand after the word before it inside one number, of which `value` was read.
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
