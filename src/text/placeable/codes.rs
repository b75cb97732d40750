//! Codes of letters and digits, and Latin words inside Persian.

use super::names::{CODE_LETTERS, latin_letters};
use super::scanner::{Read, Scanner, read};
use super::tokens::Token;
use super::value::Value;
use crate::text::Lang;
use crate::text::number::Figure;

/// Latin openings of codes that are not all capitals.
const MIXED: [&str; 8] = ["MiG", "Mig", "Su", "Tu", "Il", "Mi", "An", "Covid"];

/// The longest row of letters in a code.
const LONGEST: usize = 6;

impl Scanner<'_> {
    /// F-16, S-400, COVID-19, G7, 5G, J2-8243; اس-۴۰۰ and کووید ۱۹ in Persian.
    pub(super) fn code(&self, at: usize) -> Option<Read<Value>> {
        let code =
            self.latin_code(at).or_else(|| self.figure_first(at)).or_else(|| self.persian_code(at));
        code.map(|code| code.map(Value::Code))
    }

    fn latin_code(&self, at: usize) -> Option<Read<String>> {
        let letters = self.original(self.token(at).filter(|token| token.is_latin())?);
        let is_code = letters.len() <= LONGEST && is_capitals(letters);
        if !is_code && !MIXED.contains(&letters) {
            return None;
        }
        let figure_at = self.past_mark(at + 1, '-');
        let is_dashed = figure_at == at + 2;
        let whole = |token| plain(token).or_else(|| of_flight(token).filter(|_| !is_dashed));
        let figure = self.token(figure_at).and_then(whole)?;
        let tokens = &self.tokens[at + 1..=figure_at];
        if !tokens.iter().all(Token::is_attached) {
            return None;
        }
        let dash = if is_dashed { "-" } else { "" };
        let (ending, end) = self.ending(figure_at + 1);
        read(format!("{letters}{dash}{figure}{ending}"), end)
    }

    /// The capitals attached to a code: B-52H.
    fn ending(&self, at: usize) -> (&str, usize) {
        let token = self.token(at).filter(|token| token.is_attached() && token.is_latin());
        let ending = token.map(|token| self.original(token));
        match ending.filter(|ending| ending.len() <= 2 && is_capitals(ending)) {
            Some(ending) => (ending, at + 1),
            None => ("", at),
        }
    }

    /// 5G, 3D.
    fn figure_first(&self, at: usize) -> Option<Read<String>> {
        let figure = plain(self.token(at)?)?;
        let (ending, end) = self.ending(at + 1);
        let is_code = end > at + 1 && self.suffix(at + 1).is_none();
        is_code.then(|| Read { value: format!("{figure}{ending}"), end })
    }

    fn persian_code(&self, at: usize) -> Option<Read<String>> {
        let word = self.word(at)?;
        let is_free = at == 0 || !self.is_mark(at - 1, '-');
        let letters = latin_letters(word).filter(|_| is_free)?;
        let dash =
            self.token(at + 1).filter(|token| token.mark() == Some('-') && token.is_attached());
        let figure_at = at + 1 + usize::from(dash.is_some());
        let token = self.token(figure_at)?;
        let figure = plain(token)?;
        let is_disease = letters == "COVID" && figure == "19";
        let is_certain = dash.is_some() && token.is_attached() || is_disease;
        is_certain.then(|| Read { value: format!("{letters}-{figure}"), end: figure_at + 1 })
    }

    /// A word in Latin letters inside Persian: KCNA, AT&T, U.S.
    pub(super) fn latin_word(&self, at: usize) -> Option<Read<Value>> {
        let first =
            self.token(at).filter(|token| token.is_latin() && self.lang == Lang::Persian)?;
        let mut text = self.original(first).to_owned();
        let mut end = at + 1;
        while let [mark, next, ..] = self.tokens.get(end..)? {
            let is_joint =
                matches!(mark.mark(), Some('-' | '.' | '&' | '\'' | '/')) && mark.is_attached();
            let is_word = (next.is_latin() || plain(next).is_some()) && next.is_attached();
            if !is_joint || !is_word {
                break;
            }
            text.push_str(self.original(mark));
            text.push_str(self.original(next));
            end += 2;
        }
        read(Value::LatinWord(text), end)
    }
}

/// The digits of a short figure.
fn plain<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    let is_plain = matches!(token.figure(), Some(Figure::Plain(_))) && token.folded.len() <= 4;
    is_plain.then_some(token.folded)
}

/// Two short figures that a dash joins into one: the 2-8243 of J2-8243.
fn of_flight<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    let (one, other) = token.folded.split_once('-')?;
    let is_short = |it: &str| (1..=4).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
    (is_short(one) && is_short(other)).then_some(token.folded)
}

fn is_capitals(letters: &str) -> bool {
    letters.bytes().all(|b| b.is_ascii_uppercase())
}

impl Value {
    /// A code as Persian writes it, with the names of its letters and Persian digits; `None` where it has none.
    pub(super) fn persian_code(code: &str) -> Option<String> {
        let (letters, figure) = code.split_once('-')?;
        let (name, _) = CODE_LETTERS.iter().find(|(_, latin)| *latin == letters)?;
        let is_plain = figure.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| format!("{name}-{}", Lang::Persian.digits(figure)))
    }
}
