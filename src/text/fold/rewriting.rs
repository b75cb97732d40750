//! A folded text that is rewritten where its letters change; what lies between the changes is copied as it is.

use std::ops::Range;

use super::letters::Letter;

/// A text that is rewritten from its beginning on.
pub(super) struct Rewriting {
    old: String,
    new: String,
    /// The letters that are written, some that are no longer needed, then those that are not yet read.
    pub(super) letters: Vec<Letter>,
    /// How many letters are written.
    kept: usize,
    /// The first letter that is not yet read.
    next: usize,
    /// The byte of the old text up to which it is read.
    passed: usize,
}

impl Rewriting {
    /// A rewriting of `text`, which has these letters, with nothing written yet.
    pub(super) fn of(text: String, letters: Vec<Letter>) -> Self {
        Self { old: text, new: String::new(), letters, kept: 0, next: 0, passed: 0 }
    }

    /// Copies the letters before `past` and the spaces between them.
    pub(super) fn copy(&mut self, past: usize) {
        if past == self.next {
            return;
        }
        if self.next == 0 {
            self.new.reserve(self.old.len());
        }
        let (start, end) = (self.new.len(), self.letters[past - 1].end());
        self.new.push_str(&self.old[self.passed..end]);
        let kept = self.kept + (past - self.next);
        if self.kept < self.next {
            self.letters.copy_within(self.next..past, self.kept);
        }
        for letter in &mut self.letters[self.kept..kept] {
            letter.move_to(letter.at() - self.passed + start);
        }
        self.kept = kept;
        self.pass(past, end);
    }

    /// Writes a space, if anything stands before it.
    pub(super) fn write_space(&mut self) {
        if !self.new.is_empty() {
            self.new.push(' ');
        }
    }

    /// Writes letters as they are now.
    pub(super) fn write(&mut self, its: Range<usize>) {
        for i in its {
            let mut letter = self.letters[i];
            letter.move_to(self.new.len());
            self.new.push(letter.ch);
            self.letters[self.kept] = letter;
            self.kept += 1;
        }
    }

    /// Skips what is not yet read before the letter `past` and the byte `end` of the old text.
    pub(super) fn pass(&mut self, past: usize, end: usize) {
        (self.next, self.passed) = (past, end);
    }

    /// Leaves out `letter`, the next one; the one before it stands for its place too.
    pub(super) fn leave_out(&mut self, letter: Letter) {
        if let Some(before) = self.letters[..self.kept].last_mut() {
            before.extend_to(letter.span().end);
        }
        self.pass(self.next + 1, letter.end());
    }

    /// Whether `before` stands before the letter `i`, where all before that is written or will be copied.
    pub(super) fn is_after(&self, i: usize, before: char) -> bool {
        let letters = if i == self.next { &self.letters[..self.kept] } else { &self.letters[..i] };
        letters.last().is_some_and(|last| last.ch == before)
    }

    /// The new text and its letters.
    pub(super) fn finish(mut self) -> (String, Vec<Letter>) {
        if self.next == 0 {
            return (self.old, self.letters);
        }
        self.copy(self.letters.len());
        self.letters.truncate(self.kept);
        (self.new, self.letters)
    }
}
