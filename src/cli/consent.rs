//! Whether a change is to be made that somebody may not want.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::cli::args::AskArgs;
use crate::cli::exit::Failure;
use crate::cli::output::Output;

/// Whether a change is to be made of which it was said what it does: as the arguments say, or whoever sits there.
pub(crate) fn has_consent(ask: AskArgs, output: &mut Output) -> Result<bool, Failure> {
    if ask.yes || ask.dry_run {
        return Ok(ask.yes);
    }
    output.flush()?;
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(
            "nothing is changed: there is no terminal to ask at; say --yes to do it, or --dry-run to look only",
        ));
    }
    let is_wanted = agreed()?;
    if !is_wanted {
        output.remark("nothing is changed")?;
    }
    Ok(is_wanted)
}

/// Asks until there is an answer; none is a no.
fn agreed() -> io::Result<bool> {
    let mut stderr = io::stderr();
    loop {
        write!(stderr, "do it? [y/n] ")?;
        stderr.flush()?;
        let mut answer = String::new();
        if io::stdin().lock().read_line(&mut answer)? == 0 {
            return Ok(false);
        }
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(true),
            "n" | "no" | "q" | "quit" => return Ok(false),
            _ => {}
        }
    }
}
