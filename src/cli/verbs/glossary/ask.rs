//! Asking at a terminal which of two entries to keep.

use std::io::{self, BufRead, Write};

use hamta::glossary::Decision;

use crate::cli::output::complain;

/// Asks until there is an answer; `None` if the input ends.
pub(super) fn ask(question: &str) -> io::Result<Option<Decision>> {
    complain(question);
    let mut stderr = io::stderr();
    let mut answer = String::new();
    loop {
        write!(stderr, "keep what is there, replace it, or quit? [k/r/q] ")?;
        stderr.flush()?;
        answer.clear();
        if io::stdin().lock().read_line(&mut answer)? == 0 {
            return Ok(None);
        }
        match answer.trim().to_lowercase().as_str() {
            "k" | "keep" => return Ok(Some(Decision::Keep)),
            "r" | "replace" => return Ok(Some(Decision::Replace)),
            "q" | "quit" => return Ok(None),
            _ => {}
        }
    }
}
