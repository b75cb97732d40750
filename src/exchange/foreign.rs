//! Texts in the wrong language.

use crate::text::Lang;

/// Whether a text that should be in `lang` is not: an English one is mostly in its own letters; a Persian one may have
/// names in Latin letters, however many.
pub(in crate::exchange) fn is_foreign(text: &str, lang: Lang) -> bool {
    let has = |lang| text.chars().any(|c| Lang::of_letter(c) == Some(lang));
    match lang {
        Lang::Persian => has(Lang::English) && !has(Lang::Persian),
        Lang::English => Lang::of(text) == Some(Lang::Persian),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_foreign_by_its_letters() {
        for (text, in_persian, in_english) in [
            ("ورود با Google Account", false, false),
            ("گروه Northern Sky Rising", false, false),
            ("رئیس CNN گفت", false, true),
            ("او رفت.", false, true),
            ("He left.", true, false),
            ("Persian (فارسی)", false, false),
            ("۱۲ – 12", false, false),
        ] {
            assert_eq!(is_foreign(text, Lang::Persian), in_persian, "{text}");
            assert_eq!(is_foreign(text, Lang::English), in_english, "{text}");
        }
    }
}
