//! The places in a file that name its language or direction, and what stands there in the other language.

use crate::text::Lang;

/// A place that names the language or the direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::document) enum Edit {
    /// The language of a part: `fa-IR`.
    Lang,
    /// The language of the whole.
    WholeLang,
    /// The direction of a part: `rtl`.
    Dir,
    /// The direction of the whole.
    WholeDir,
    /// The side at which lines begin, in a style that names this direction.
    Align(Lang),
    /// The language of the whole with its country: `fa_IR`.
    Locale,
    /// Where the language of the whole could be named.
    NoLang,
    /// Where the direction of the whole could be named.
    NoDir,
}

impl Edit {
    /// What is written in place of `old` in a file that is now in `lang` and was in the other language; `None` where it
    /// stays.
    ///
    /// A part that says that it is not in the language of the file stays as it is.
    pub(in crate::exchange::document) fn written(self, old: &str, lang: Lang) -> Option<String> {
        let written = match self {
            Self::Lang if Lang::from_tag(old.trim()) != Some(lang.other()) => return None,
            Self::Dir if !old.trim().eq_ignore_ascii_case(direction(lang.other())) => return None,
            Self::Align(known) if known == lang => return None,
            Self::Align(_) => match old.to_ascii_lowercase().as_str() {
                "left" => "right".to_owned(),
                "right" => "left".to_owned(),
                _ => return None,
            },
            Self::Lang | Self::WholeLang => lang.code().to_owned(),
            Self::Dir | Self::WholeDir => direction(lang).to_owned(),
            Self::Locale => match lang {
                Lang::Persian => "fa_IR".to_owned(),
                Lang::English => "en_US".to_owned(),
            },
            Self::NoLang => format!(" lang=\"{}\"", lang.code()),
            Self::NoDir => match lang {
                Lang::Persian => " dir=\"rtl\"".to_owned(),
                // Without a direction, text runs from left to right.
                Lang::English => return None,
            },
        };
        Some(written)
    }
}

/// The direction in which a language is written, as HTML names it.
fn direction(lang: Lang) -> &'static str {
    match lang {
        Lang::Persian => "rtl",
        Lang::English => "ltr",
    }
}
