//! Which terminal shows Persian in which way. The environment is never read here directly, but through the closure that
//! is passed in.

/// How Persian is displayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bidi {
    /// Plain logical text with nothing added, for pipes and files.
    Logical,
    /// The terminal orders and joins letters by itself and takes the direction
    /// of a line from us (VTE, mlterm, mintty, Apple Terminal, PuTTY).
    Terminal,
    /// The terminal orders and joins letters, but always from the left edge and without mirroring brackets (Konsole).
    Embedding,
    /// The terminal reverses every Persian word but keeps the words in left-to-right order (kitty).
    Words,
    /// The terminal does nothing, so we order and join the letters (xterm,
    /// Alacritty, Windows Terminal, tmux, and whatever is unknown).
    Visual,
}

/// The first release of VTE that orders right-to-left text, as in `VTE_VERSION`.
const FIRST_VTE_WITH_BIDI: u32 = 5800;

impl Bidi {
    /// The way for the terminal that the environment describes; `HAMTA_BIDI` with a name that [`Bidi::named`] knows
    /// takes precedence over everything else.
    pub(crate) fn detect(env: impl Fn(&str) -> Option<String>) -> Self {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        if let Some(chosen) = env("HAMTA_BIDI").as_deref().and_then(Self::named) {
            return chosen;
        }
        let term = env("TERM").unwrap_or_default();
        if is_multiplexer(&term, &env) {
            return Self::through_multiplexer(&env);
        }
        Self::by_term(&term).unwrap_or_else(|| Self::by_program(&term, &env))
    }

    /// The way with a name, which comes from a command-line option or a variable.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "logical" => Some(Self::Logical),
            "terminal" => Some(Self::Terminal),
            "embedding" => Some(Self::Embedding),
            "words" => Some(Self::Words),
            "visual" => Some(Self::Visual),
            _ => None,
        }
    }

    /// Decides by `TERM` if that names a specific terminal; most call themselves `xterm`.
    fn by_term(term: &str) -> Option<Self> {
        match term {
            "xterm-kitty" => Some(Self::Words),
            _ if term.starts_with("mlterm") => Some(Self::Terminal),
            _ if term.starts_with("konsole") => Some(Self::Embedding),
            _ if term.starts_with("vte") || term.starts_with("gnome") => Some(Self::Terminal),
            _ if term.starts_with("xterm") => None,
            _ => Some(Self::Visual),
        }
    }

    /// Decides by what terminals that call themselves `xterm` say about themselves.
    fn by_program(term: &str, env: &impl Fn(&str) -> Option<String>) -> Self {
        match env("TERM_PROGRAM").as_deref() {
            Some("Apple_Terminal" | "mintty") => return Self::Terminal,
            Some(_) => return Self::Visual,
            None => {}
        }
        let has = |name: &str| env(name).is_some();
        if has("WT_SESSION") || (term == "xterm" && has("XTERM_VERSION")) {
            Self::Visual
        } else if has("KITTY_WINDOW_ID") {
            Self::Words
        } else if has("KONSOLE_VERSION") {
            Self::Embedding
        } else if has("MLTERM") || vte_has_bidi(env) {
            Self::Terminal
        } else {
            Self::Visual
        }
    }

    /// Decides inside tmux or screen, which swallow the escapes that set a direction; the outer terminal is known only
    /// by the variables that it left behind.
    fn through_multiplexer(env: &impl Fn(&str) -> Option<String>) -> Self {
        if env("KITTY_WINDOW_ID").is_some() {
            Self::Words
        } else if env("KONSOLE_VERSION").is_some() {
            Self::Embedding
        } else {
            Self::Visual
        }
    }
}

/// Whether we run inside tmux or GNU screen.
fn is_multiplexer(term: &str, env: &impl Fn(&str) -> Option<String>) -> bool {
    let named = term.starts_with("tmux") || term.starts_with("screen");
    named || env("TMUX").is_some() || env("STY").is_some()
}

/// Whether the terminal is built on a VTE that orders right-to-left text.
fn vte_has_bidi(env: &impl Fn(&str) -> Option<String>) -> bool {
    let version = env("VTE_VERSION").and_then(|text| text.parse::<u32>().ok());
    version.is_some_and(|number| number >= FIRST_VTE_WITH_BIDI)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_are_known_by_their_variables() {
        let cases: &[(&[(&str, &str)], Bidi)] = &[
            (&[], Bidi::Visual),
            (&[("TERM", "xterm-256color")], Bidi::Visual),
            (&[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")], Bidi::Visual),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")], Bidi::Terminal),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "5402")], Bidi::Visual),
            (&[("TERM", "xterm"), ("XTERM_VERSION", "x"), ("VTE_VERSION", "7006")], Bidi::Visual),
            (&[("TERM", "alacritty"), ("VTE_VERSION", "7006")], Bidi::Visual),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "vscode"), ("VTE_VERSION", "7006")],
                Bidi::Visual,
            ),
            (&[("TERM", "mlterm"), ("MLTERM", "3.9.0")], Bidi::Terminal),
            (&[("TERM", "xterm"), ("MLTERM", "3.9.0")], Bidi::Terminal),
            (&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "221203")], Bidi::Embedding),
            (&[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")], Bidi::Words),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")], Bidi::Terminal),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], Bidi::Visual),
            (&[("TERM", "xterm"), ("TERM_PROGRAM", "mintty")], Bidi::Terminal),
            (&[("TERM", "xterm-256color"), ("WT_SESSION", "1")], Bidi::Visual),
            (&[("TERM", "tmux-256color"), ("VTE_VERSION", "7006")], Bidi::Visual),
            (&[("TERM", "xterm"), ("TMUX", "/tmp/t,1,0"), ("MLTERM", "3")], Bidi::Visual),
            (&[("TERM", "screen"), ("TMUX", "t"), ("KONSOLE_VERSION", "221203")], Bidi::Embedding),
            (&[("TERM", "screen"), ("STY", "1.pts"), ("KITTY_WINDOW_ID", "1")], Bidi::Words),
            (&[("TERM", "xterm-kitty"), ("HAMTA_BIDI", "visual")], Bidi::Visual),
            (&[("TERM", "xterm-kitty"), ("HAMTA_BIDI", "nonsense")], Bidi::Words),
        ];
        for (variables, expected) in cases {
            let lookup = |name: &str| {
                let found = variables.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(Bidi::detect(lookup), *expected, "{variables:?}");
        }
    }
}
