//! The arguments of `hamta align`.

use std::path::PathBuf;

use hamta::text::Lang;

use super::lang;

#[derive(Debug, clap::Args)]
pub(crate) struct AlignArgs {
    /// The article, as plain text, or a folder of articles and translations; - for standard input
    #[arg(value_name = "ARTICLE", required_unless_present = "apply")]
    pub(crate) source: Option<PathBuf>,
    /// Its translation, as plain text; - for standard input
    pub(crate) translation: Option<PathBuf>,
    /// How the Persian and the English file of a folder are named; each * is the same in both
    #[arg(long, value_parser = Naming::parse, default_value = "*.fa.*=*.en.*", value_name = "FA=EN")]
    pub(crate) names: Naming,
    /// The language that the articles of a folder were translated from
    #[arg(long, value_parser = lang, default_value = "fa", value_name = "LANG")]
    pub(crate) from: Lang,
    /// Show and add only pairs that are as sure, from 0 to 1 [default: 0, with --add 0.7]
    #[arg(long, value_parser = confidence, value_name = "CONFIDENCE")]
    pub(crate) min_confidence: Option<f64>,
    /// Add the pairs to the memory
    #[arg(long)]
    pub(crate) add: bool,
    /// Add the pairs of a table to the memory that was written with --format tsv, and mended
    #[arg(long, value_name = "FILE", conflicts_with_all = ["source", "translation", "output", "add"])]
    pub(crate) apply: Option<PathBuf>,
    /// The file to write, by its name a .tsv, .tmx or .html [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn confidence(text: &str) -> Result<f64, String> {
    let confidence = text.parse().ok().filter(|c| (0.0..=1.0).contains(c));
    confidence.ok_or_else(|| "a confidence is a number from 0 to 1".to_owned())
}

/// How the files of articles and their translations are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    /// What stands around the stars, in the name of a Persian file.
    persian: Vec<String>,
    /// The same for the English one.
    english: Vec<String>,
}

impl Naming {
    /// Reads `*.fa.txt=*.en.txt`.
    fn parse(text: &str) -> Result<Self, String> {
        let (persian, english) = text
            .split_once('=')
            .ok_or("the two names stand with = between them: *.fa.txt=*.en.txt")?;
        let parts = |name: &str| name.split('*').map(str::to_owned).collect::<Vec<_>>();
        let naming = Self {
            persian: parts(persian),
            english: parts(english),
        };
        match naming.persian.len() {
            1 => Err("a name needs a *, for what differs from article to article".to_owned()),
            count if count != naming.english.len() => Err("both names need as many *".to_owned()),
            _ if naming.persian == naming.english => Err("the two names are the same".to_owned()),
            _ => Ok(naming),
        }
    }

    /// The name of the English file that goes with a Persian one; `None` where `name` is not the name of a Persian one.
    pub(crate) fn english(&self, name: &str) -> Option<String> {
        let stars = stars(&self.persian, name)?;
        let mut english = self.english[0].clone();
        for (star, part) in stars.iter().zip(&self.english[1..]) {
            english.push_str(star);
            english.push_str(part);
        }
        Some(english)
    }
}

/// What stands for each star, where `name` is made of `parts` with something between them.
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
        Naming::parse(naming).expect("it is a naming").english(name)
    }

    #[test]
    fn names_go_together() {
        let usual = "*.fa.*=*.en.*";
        assert_eq!(english(usual, "a.fa.txt").as_deref(), Some("a.en.txt"));
        assert_eq!(
            english(usual, "a.fa.b.fa.txt").as_deref(),
            Some("a.fa.b.en.txt")
        );
        assert_eq!(english(usual, "a.en.txt"), None);
        assert_eq!(english(usual, ".fa.txt"), None);
        assert_eq!(english(usual, "a.fa."), None);
        assert_eq!(
            english("*_persian.txt=*_english.txt", "12_persian.txt").as_deref(),
            Some("12_english.txt")
        );
        assert_eq!(
            english("fa-*-*=en-*-*", "fa-1-2").as_deref(),
            Some("en-1-2")
        );
    }

    #[test]
    fn a_naming_needs_stars_on_both_sides() {
        for wrong in ["*.fa.txt", "a=b", "*=**", "*.fa=*.fa"] {
            assert!(Naming::parse(wrong).is_err(), "{wrong}");
        }
    }
}
