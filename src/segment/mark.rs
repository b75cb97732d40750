//! Whether a run of final marks ends its sentence.
//!
//! It does not after an abbreviation or an initial, within brackets, after a number that counts items, or where the
//! text goes on: in lower case after an abbreviation, or with the rest of a sentence that holds a quotation.

use std::borrow::Cow;

use crate::segment::abbreviations::{Stop, is_abbreviation, stop_after};
use crate::segment::initial;
use crate::segment::opening::{LONGEST_WORD, Opening, begins_unmistakably, first_word};
use crate::segment::quotation;
use crate::segment::run;
use crate::segment::sentence::Sentence;
use crate::text::{Lang, TATWEEL};

/// A run of final and closing marks, and what stands around it.
pub(super) struct Mark<'a> {
    block: &'a str,
    /// The first final mark.
    at: usize,
    /// One past the last mark.
    pub(super) end: usize,
    lang: Lang,
}

impl<'a> Mark<'a> {
    /// Reads the run that starts at `at` in `sentence`.
    pub(super) fn read(block: &'a str, at: usize, lang: Lang, sentence: &Sentence) -> Self {
        let end = run::end(block, at, sentence);
        Self { block, at, end, lang }
    }

    /// Whether the run ends `sentence`, in which it stands.
    pub(super) fn ends_sentence(&self, sentence: &Sentence) -> bool {
        let rest = &self.block[self.end..];
        let after = rest.trim_start();
        if after.is_empty() {
            return true;
        }
        if after.len() == rest.len() {
            return self.space_was_lost(after);
        }
        if self.is_aside(sentence, rest) || self.counts_items(sentence) {
            return false;
        }
        match Opening::of(after) {
            Opening::Impossible => false,
            Opening::LowerCase => self.ends_before_lower_case(),
            Opening::Possible => {
                self.ends_before(after)
                    && !self.goes_on_after_quotation(sentence, after)
                    && !self.goes_on_after_aside(sentence, after)
            }
        }
    }

    /// Whether the run ends a sentence before `after`, which can begin one.
    fn ends_before(&self, after: &str) -> bool {
        if self.is_ellipsis() && self.begins_quotation() {
            return false;
        }
        let word = self.word_before();
        if !self.is_stop() {
            let is_name = self.lang == Lang::Persian
                && self.marks() == "!"
                && self.lang_of(word) == Lang::English;
            let goes_on = self.is_ellipsis() && word == "و" || is_name;
            return !goes_on || begins_unmistakably(after, self.lang);
        }
        let next = after.chars().next();
        match stop_after(&without_tatweel(word), self.lang_of(word)) {
            Some(Stop::Never) => false,
            Some(Stop::BeforeNumber) if next.is_some_and(char::is_numeric) => false,
            Some(Stop::Perhaps) => begins_unmistakably(after, self.lang),
            Some(Stop::Mostly) => true,
            Some(Stop::BeforeNumber) | None => {
                !initial::ends(&self.block[..self.at], word, after)
                    || begins_unmistakably(after, self.lang)
            }
        }
    }

    /// Whether the next sentence begins in lower case, as in a hasty message; a name with a mark in it (Yahoo!) goes
    /// on.
    fn ends_before_lower_case(&self) -> bool {
        let word = self.word_before();
        let marks = self.marks();
        if self.is_ellipsis() || self.closes_quotation() || marks.contains([')', ']']) {
            return false;
        }
        if !self.is_stop() {
            return !(marks == "!" && word.starts_with(char::is_uppercase));
        }
        let is_small =
            |c: char| c.is_lowercase() || c.is_numeric() || matches!(c, '\'' | '’' | '-');
        let is_plain = word.ends_with([')', ']']) || word.chars().all(is_small);
        is_plain && word.chars().count() > 1 && !is_abbreviation(word, self.lang)
    }

    /// Whether the quotation that the run closes is not the end of its sentence.
    fn goes_on_after_quotation(&self, sentence: &Sentence, after: &str) -> bool {
        if !self.closes_quotation() {
            return false;
        }
        let asks_or_cries = !self.marks().starts_with('.');
        let embedded = |opened: usize| quotation::is_embedded(&self.block[sentence.start..opened]);
        let is_reported = quotation::goes_on(after, self.lang);
        is_reported && (asks_or_cries || self.lang == Lang::Persian)
            || asks_or_cries
                && sentence.quotation.is_some_and(embedded)
                && !begins_unmistakably(after, self.lang)
    }

    /// Whether the run closes a bracket that opened inside the sentence, and an «and» follows.
    fn goes_on_after_aside(&self, sentence: &Sentence, after: &str) -> bool {
        sentence.in_bracket && self.marks().contains([')', ']']) && first_word(after) == "و"
    }

    /// Whether the run stands in brackets that close soon, or is all that they hold: «(!)», «[...]».
    ///
    /// Brackets that are never closed, or were mirrored in copying, must not swallow sentences.
    fn is_aside(&self, sentence: &Sentence, rest: &str) -> bool {
        let before = &self.block[sentence.start..self.at];
        let closes = self.marks().contains([')', ']']);
        let is_all = closes && before.ends_with(['(', '[']) && before.len() > 1;
        is_all || sentence.in_bracket && !closes && closes_soon(rest)
    }

    /// Whether the sentence so far is only a number or letter that counts items: «۲.», «الف.», «b.».
    fn counts_items(&self, sentence: &Sentence) -> bool {
        const LONGEST: usize = 8;
        let word = &self.block[sentence.start..self.at];
        if word.is_empty() || word.len() > LONGEST || self.marks() != "." {
            return false;
        }
        let is_number = word.chars().count() <= 3 && word.chars().all(char::is_numeric);
        is_number || word == "الف" || word.chars().count() == 1
    }

    /// «کرد.وی», «said.The»: the space after a mark is often missing.
    fn space_was_lost(&self, after: &str) -> bool {
        let before = self.word_before().trim_end_matches(run::is_closing);
        let is_word = |word: &str| {
            let of_lang = |c: char| Lang::of_letter(c) == Some(self.lang);
            word.chars().take(2).filter(|&c| of_lang(c)).count() == 2
        };
        let begins = self.lang == Lang::Persian || begins_unmistakably(after, self.lang);
        begins
            && is_word(before)
            && is_word(after)
            && !before.contains(['.', '/', '@', ':'])
            && !is_abbreviation(before, self.lang)
            && !initial::goes_on(before, after)
    }

    /// The word to which the run is attached, without opening marks before it.
    fn word_before(&self) -> &str {
        let before = &self.block[..self.at];
        let reach = before.char_indices().rev().take(LONGEST_WORD);
        let word = reach.take_while(|(_, c)| !c.is_whitespace());
        let start = word.last().map_or(self.at, |(at, _)| at);
        before[start..]
            .trim_start_matches(|c: char| Lang::of_letter(c).is_none() && !c.is_alphanumeric())
    }

    fn marks(&self) -> &str {
        &self.block[self.at..self.end]
    }

    /// Whether the run is a single stop, with or without brackets and quotes that close after it.
    fn is_stop(&self) -> bool {
        let marks = self.marks();
        marks.starts_with('.') && !marks[1..].contains(run::is_final)
    }

    /// Whether the run is an ellipsis, with or without spaces: «…», «...», «. . .».
    fn is_ellipsis(&self) -> bool {
        let marks = self.marks().trim_end_matches(run::is_closing);
        let stops = marks.chars().filter(|&c| c == '.').count();
        let is_plain = marks.chars().all(|c| matches!(c, '.' | '…') || c.is_whitespace());
        is_plain && (stops > 1 || marks.contains('…'))
    }

    /// The language that `word`, which may be foreign to the text, is written in.
    fn lang_of(&self, word: &str) -> Lang {
        word.chars().next().and_then(Lang::of_letter).unwrap_or(self.lang)
    }

    /// Whether the run stands at the head of a quotation, whose beginning an ellipsis leaves out: «... ما آماده‌ایم.»
    fn begins_quotation(&self) -> bool {
        let mut before = self.block[..self.at].chars().rev();
        let opens = match before.next() {
            Some('«' | '“' | '„' | '‘' | '‹') => true,
            Some('"' | '\'') => {
                before.next().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | ':'))
            }
            _ => false,
        };
        opens && !self.closes_quotation()
    }

    fn closes_quotation(&self) -> bool {
        self.marks().contains(['»', '”', '"', '’', '\'', '›'])
    }
}

/// Whether a bracket closes shortly, before another one opens.
fn closes_soon(after: &str) -> bool {
    const LONGEST_ASIDE: usize = 60;
    let mut brackets = after.chars().take(LONGEST_ASIDE);
    matches!(brackets.find(|c| matches!(c, '(' | ')' | '[' | ']')), Some(')' | ']'))
}

fn without_tatweel(word: &str) -> Cow<'_, str> {
    if word.contains(TATWEEL) { Cow::Owned(word.replace(TATWEEL, "")) } else { Cow::Borrowed(word) }
}
