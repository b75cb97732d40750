//! A text read character by character through the table.

use super::action::{ACTIONS, Action, SPACE, What, class, compared_as, is_dropped, name};
use super::change::Witness;
use super::hamza;
use super::letters::{Class, Gap, Letter};
use super::table::{HAMZA, is_half_space};
use crate::text::{Lang, Span, TATWEEL};

/// A text as it is read.
pub(super) struct Read<'a> {
    /// Its letters, one space between two words; nothing at the ends.
    pub(super) text: String,
    pub(super) letters: Vec<Letter>,
    /// Which of the letters are hamzas on a carrier.
    carriers: Vec<usize>,
    /// The text as it was written.
    original: &'a str,
    /// What stands after the letters that were read so far.
    gap: Gap,
}

/// Reads `text` character by character.
pub(super) fn read<'a>(text: &'a str, witness: &mut impl Witness) -> Read<'a> {
    let mut read = Read {
        text: String::with_capacity(text.len()),
        letters: Vec::with_capacity(text.chars().count()),
        carriers: Vec::new(),
        original: text,
        gap: Gap::Space,
    };
    let mut at = 0;
    loop {
        at = read.stay(at, witness);
        let Some(c) = text[at..].chars().next() else {
            return read;
        };
        let span = Span::new(at, at + c.len_utf8());
        read.change(c, span, witness);
        at = span.end;
    }
}

/// The most tatweels that count as one dash.
const LONGEST_DASH: usize = 8;

/// The rules of this file that are no rows of the table.
pub(super) const NAMES: [&str; 3] = [SPACE, TATWEEL_DASH, HAMZA_MARKED];
const TATWEEL_DASH: &str = "tatweel-dash";
const HAMZA_MARKED: &str = "hamza-composed";

impl Read<'_> {
    /// Takes the hamzas off their carriers; returns whether any are kept.
    pub(super) fn take_off_carriers(&mut self, witness: &mut impl Witness) -> bool {
        hamza::carriers(&mut self.text, &mut self.letters, &self.carriers, witness)
    }

    /// Reads on from the byte `from` as long as letters stay what they are, except for their case, with one space
    /// between words.
    ///
    /// Nearly all of a text is read here. Returns the byte after the last such letter.
    fn stay(&mut self, from: usize, witness: &mut impl Witness) -> usize {
        let is_spaced = self.gap == Gap::Space && !self.text.is_empty();
        let start = self.text.len() + usize::from(is_spaced);
        let past = add_staying(&mut self.letters, self.original, from, self.gap, start);
        if past > from {
            self.write_space();
            self.gap = Gap::None;
            let staying = &self.original[from..past];
            self.text.push_str(staying);
            self.text[start..].make_ascii_lowercase();
            for (i, byte) in staying.bytes().enumerate() {
                if byte.is_ascii_uppercase() {
                    witness.saw(Span::new(from + i, from + i + 1), || name('A'));
                }
            }
        }
        past
    }

    /// Adds one letter and writes it.
    fn push(&mut self, ch: char, class: Class, span: Span) {
        if hamza::is_carrier(ch) {
            self.carriers.push(self.letters.len());
        }
        self.write_space();
        let letter = Letter::new(ch, self.gap, class, span, self.text.len());
        self.letters.push(letter);
        self.text.push(ch);
        self.gap = Gap::None;
    }

    fn write_space(&mut self) {
        if self.gap == Gap::Space && !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    /// Does with `c` what its [`Action`] says.
    fn change(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        let Some(action) = ACTIONS.get(c as usize) else {
            return self.several(c, span, witness);
        };
        match action.what {
            What::Stay | What::Become => {
                if action.ch != c {
                    witness.saw(span, || name(c));
                }
                self.push(action.ch, action.class, span);
            }
            What::Space => self.space(c, span, witness),
            What::Half => self.half(c, span, witness),
            What::Drop if c == TATWEEL && self.is_dash(span.start) => {
                witness.saw(span, || TATWEEL_DASH);
                self.push('-', Class::Sign, span);
            }
            What::Drop => self.mark(c, span, witness),
            What::Several => self.several(c, span, witness),
        }
    }

    fn space(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        if c != ' ' {
            witness.saw(span, || SPACE);
        }
        self.gap = Gap::Space;
    }

    fn half(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        witness.saw(span, || name(c));
        // Inside a Latin word or a number it parts nothing.
        let is_inside = |c: char| c.is_numeric() || Lang::of_letter(c) == Some(Lang::English);
        let before = self.letters.last().filter(|_| self.gap == Gap::None);
        let after = self.original[span.end..].chars().next();
        if !(before.is_some_and(|letter| is_inside(letter.ch)) && after.is_some_and(is_inside)) {
            self.gap = self.gap.max(Gap::Half);
        }
    }

    /// Reads a mark, which belongs to the letter that it is written on and may turn it into another letter.
    fn mark(&mut self, mark: char, span: Span, witness: &mut impl Witness) {
        let last = self.letters.last_mut().filter(|_| self.gap == Gap::None);
        let Some(last) = last else {
            return witness.saw(span, || name(mark));
        };
        last.extend_to(span.end);
        let Some(letter) = composed(last.ch, mark) else {
            return witness.saw(span, || name(mark));
        };
        last.ch = letter;
        witness.saw(last.span(), || HAMZA_MARKED);
        self.text.pop();
        self.text.push(letter);
        if hamza::is_carrier(letter) {
            self.carriers.push(self.letters.len() - 1);
        }
    }

    fn several(&mut self, c: char, span: Span, witness: &mut impl Witness) {
        let mut changed = false;
        compared_as(c, &mut |part| {
            let (is_space, is_dropped) = (part.is_whitespace(), is_dropped(part));
            changed |= part != c || is_space || is_dropped;
            if is_space {
                self.gap = Gap::Space;
            } else if is_half_space(part) {
                self.gap = self.gap.max(Gap::Half);
            } else if is_dropped {
                self.mark(part, span, &mut ());
            } else {
                self.push(part, class(part), span);
            }
        });
        if changed {
            witness.saw(span, || name(c));
        }
    }

    /// Whether the tatweel at `start` is written apart, as a dash: «تهران ـ ایرنا».
    fn is_dash(&self, start: usize) -> bool {
        let rest = &self.original[start..];
        let mut after = rest.chars().take(LONGEST_DASH + 1);
        self.gap == Gap::Space
            && after
                .find(|&c| c != TATWEEL)
                .map_or(rest.len() <= LONGEST_DASH * TATWEEL.len_utf8(), char::is_whitespace)
    }
}

/// Adds the letters of `text` from the byte `from` on that stay what they are, and returns the byte after them.
///
/// `gap` stands before them, and the first one's place in the folded text is `start`. A function of its own, with few
/// variables, so that all are held in registers.
#[inline(never)]
fn add_staying(
    letters: &mut Vec<Letter>,
    text: &str,
    from: usize,
    mut gap: Gap,
    start: usize,
) -> usize {
    let actions = &*ACTIONS;
    let bytes = text.as_bytes();
    let mut past = from;
    // Places as letters store them, none of which can be too large here.
    let [Ok(mut at), Ok(mut written), Ok(_)] =
        [from, start, start + bytes.len()].map(u32::try_from)
    else {
        return past;
    };
    loop {
        let (code, length) = match bytes[at as usize..] {
            [byte @ 0..0x80, ..] => (usize::from(byte), 1),
            [first @ 0xC0..0xE0, second, ..] => {
                (usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F), 2)
            }
            _ => return past,
        };
        let Action { what, ch, class } = actions[code];
        if what == What::Stay {
            letters.push(Letter::at_places(ch, gap, class, [at, at + length], written));
            gap = Gap::None;
            past = (at + length) as usize;
        } else if ch == ' ' && gap == Gap::None {
            gap = Gap::Space;
        } else {
            return past;
        }
        at += length;
        written += length;
    }
}

/// The letter that `mark` makes of `base`.
fn composed(base: char, mark: char) -> Option<char> {
    let row = HAMZA.iter().find(|row| (row.0, row.1) == (base, mark));
    row.map(|row| row.2)
}
