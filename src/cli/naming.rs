//! How the files of articles and their translations are named, so that each is found beside the other.

use std::path::{Path, is_separator};

use hamta::text::Lang;
use serde::Deserialize;

/// How the files of articles and their translations are named.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Naming {
    /// What stands around the stars, in the name of a Persian file.
    persian: Vec<String>,
    /// The same for the English one.
    english: Vec<String>,
}

impl Naming {
    /// Reads `*.fa.txt=*.en.txt`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (persian, english) = text
            .split_once('=')
            .ok_or("the two names stand with = between them: *.fa.txt=*.en.txt")?;
        let parts = |name: &str| name.split('*').map(str::to_owned).collect::<Vec<_>>();
        let naming = Self { persian: parts(persian), english: parts(english) };
        match naming.persian.len() {
            _ if text.contains(is_separator) => {
                Err("these are names of files, in whichever folder: without / in them".to_owned())
            }
            1 => Err("a name needs a *, for what differs from article to article".to_owned()),
            count if count != naming.english.len() => Err("both names need as many *".to_owned()),
            _ if naming.persian == naming.english => Err("the two names are the same".to_owned()),
            _ => Ok(naming),
        }
    }

    /// The name of the file in the other language that goes with `name`; `None` where `name` is not the name of a file
    /// in `lang`.
    pub(crate) fn counterpart(&self, name: &str, lang: Lang) -> Option<String> {
        let (own, other) = (self.parts(lang), self.parts(lang.other()));
        let stars = stars(own, name)?;
        let mut counterpart = other[0].clone();
        for (star, part) in stars.iter().zip(&other[1..]) {
            counterpart.push_str(star);
            counterpart.push_str(part);
        }
        Some(counterpart)
    }

    /// The language that the name of a file gives; `None` if it gives none, or both.
    pub(crate) fn lang(&self, path: &Path) -> Option<Lang> {
        match Lang::ALL.map(|lang| self.is_of(path, lang)) {
            [true, false] => Some(Lang::Persian),
            [false, true] => Some(Lang::English),
            _ => None,
        }
    }

    /// Whether a file is named as an article in one of the languages.
    pub(crate) fn is_article(&self, path: &Path) -> bool {
        Lang::ALL.into_iter().any(|lang| self.is_of(path, lang))
    }

    /// Whether a file is named as one in `lang`.
    fn is_of(&self, path: &Path, lang: Lang) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        stars(self.parts(lang), &name).is_some()
    }

    /// What stands around the stars, in the name of a file in `lang`.
    fn parts(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Persian => &self.persian,
            Lang::English => &self.english,
        }
    }
}

impl TryFrom<String> for Naming {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

/// `*.fa.*` beside `*.en.*`.
impl Default for Naming {
    fn default() -> Self {
        let parts = |lang: Lang| vec![String::new(), format!(".{}.", lang.code()), String::new()];
        Self { persian: parts(Lang::Persian), english: parts(Lang::English) }
    }
}

/// What each star stands for, if `name` consists of `parts` with something between them.
fn stars<'a>(parts: &[String], name: &'a str) -> Option<Vec<&'a str>> {
    let rest = name.strip_prefix(parts[0].as_str())?;
    let [next, more @ ..] = &parts[1..] else {
        return rest.is_empty().then(Vec::new);
    };
    if more.is_empty() {
        let star = rest.strip_suffix(next.as_str())?;
        return (!star.is_empty()).then(|| vec![star]);
    }
    // The last place where the part stands: a.fa.b.fa.txt is the Persian side of a.fa.b.en.txt.
    let places = rest.rmatch_indices(next.as_str());
    let mut all = places.filter(|(at, _)| *at > 0);
    all.find_map(|(at, _)| {
        let mut found = vec![&rest[..at]];
        found.extend(stars(&parts[1..], &rest[at..])?);
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(naming: &str, name: &str) -> Option<String> {
        let naming = Naming::parse(naming).expect("it is a naming");
        naming.counterpart(name, Lang::Persian)
    }

    #[test]
    fn names_go_together() {
        let usual = "*.fa.*=*.en.*";
        assert_eq!(english(usual, "a.fa.txt").as_deref(), Some("a.en.txt"));
        assert_eq!(english(usual, "a.fa.b.fa.txt").as_deref(), Some("a.fa.b.en.txt"));
        assert_eq!(english(usual, "a.en.txt"), None);
        assert_eq!(english(usual, ".fa.txt"), None);
        assert_eq!(english(usual, "a.fa."), None);
        assert_eq!(
            english("*_persian.txt=*_english.txt", "12_persian.txt").as_deref(),
            Some("12_english.txt")
        );
        assert_eq!(english("fa-*-*=en-*-*", "fa-1-2").as_deref(), Some("en-1-2"));
    }

    #[test]
    fn names_go_together_in_both_directions() {
        let usual = Naming::default();
        assert_eq!(Naming::parse("*.fa.*=*.en.*"), Ok(usual.clone()));
        let persian = usual.counterpart("a.en.md", Lang::English);
        assert_eq!(persian.as_deref(), Some("a.fa.md"));
    }

    #[test]
    fn a_name_says_its_language() {
        let usual = Naming::default();
        for (name, lang, is_article) in [
            ("news.en.d/a.fa.txt", Some(Lang::Persian), true),
            ("a.en.txt", Some(Lang::English), true),
            ("a.fa.en.txt", None, true),
            ("a.txt", None, false),
        ] {
            let path = Path::new(name);
            assert_eq!(usual.lang(path), lang, "{name}");
            assert_eq!(usual.is_article(path), is_article, "{name}");
        }
    }

    #[test]
    fn a_naming_needs_stars_on_both_sides() {
        for wrong in ["*.fa.txt", "a=b", "*=**", "*.fa=*.fa"] {
            assert!(Naming::parse(wrong).is_err(), "{wrong}");
        }
    }
}
