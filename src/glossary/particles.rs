//! The small words in English names: the Arabic article (al-Assad, Al Assad, Assad), van, bin.

use std::sync::LazyLock;

use crate::text::list::List;

/// The kind of a small word in names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Particle {
    /// The Arabic article, before any letter.
    Article,
    /// The article assimilated to the letter after it: ar-Raqqah, ash-Sharaa.
    LikeNext,
    /// The article as it is written in other countries: Zia ul Haq.
    OtherArticle,
    /// Another word, which is not a given name.
    Other,
    /// A given name, unless it has no capital: Ben.
    GivenName,
}

/// The small words, and whether they stand inside names without a capital: "at" is a word before a name.
const PARTICLES: [(&str, Particle, bool); 28] = [
    ("ad", Particle::LikeNext, true),
    ("adh", Particle::LikeNext, true),
    ("al", Particle::Article, true),
    ("an", Particle::LikeNext, true),
    ("ar", Particle::LikeNext, true),
    ("as", Particle::LikeNext, true),
    ("ash", Particle::LikeNext, true),
    ("at", Particle::LikeNext, false),
    ("az", Particle::LikeNext, true),
    ("ben", Particle::GivenName, true),
    ("bin", Particle::Other, true),
    ("bint", Particle::Other, true),
    ("da", Particle::Other, true),
    ("de", Particle::Other, true),
    ("del", Particle::Other, true),
    ("der", Particle::Other, true),
    ("di", Particle::Other, true),
    ("dos", Particle::Other, true),
    ("du", Particle::Other, true),
    ("el", Particle::Article, true),
    ("es", Particle::OtherArticle, true),
    ("ibn", Particle::Other, true),
    ("il", Particle::OtherArticle, true),
    ("of", Particle::Other, true),
    ("ol", Particle::OtherArticle, true),
    ("ul", Particle::OtherArticle, true),
    ("van", Particle::Other, true),
    ("von", Particle::Other, true),
];

/// The longest of them, in letters.
const LONGEST: usize = 4;

/// The fewest letters that make a name without the article.
const FEWEST: usize = 4;

/// The particles by their letters: every small word of a text is looked up.
static BY_LETTERS: LazyLock<List<(Particle, bool)>> = LazyLock::new(|| {
    let rows = PARTICLES.into_iter();
    rows.map(|(word, particle, is_inside)| (word.to_owned(), (particle, is_inside))).collect()
});

/// Whether a word, as it folds, is the article and not a given name such as Ash.
pub(super) fn is_article(word: &str) -> bool {
    matches!(BY_LETTERS.get(word), Some((Particle::Article, _)))
}

/// Whether a word, as it folds, begins names and is not a given name: al, van.
pub(super) fn begins_name(word: &str) -> bool {
    let known = BY_LETTERS.get(word);
    known.is_some_and(|(particle, _)| *particle != Particle::GivenName)
}

/// Whether a word without a capital, as it folds, stands inside names.
pub(super) fn is_inside(word: &[char]) -> bool {
    of_letters(word).is_some_and(|(_, is_inside)| is_inside)
}

/// Whether a word, as it folds, may be the article in the form that it has before some letter.
pub(super) fn may_be_article(word: &[char]) -> bool {
    let known = of_letters(word);
    known.is_some_and(|(particle, _)| !matches!(particle, Particle::Other | Particle::GivenName))
}

/// What is known of a word, given as its letters.
fn of_letters(word: &[char]) -> Option<(Particle, bool)> {
    // Most words begin with another letter, and no more is looked at.
    if !matches!(word.first()?, 'a' | 'b' | 'd' | 'e' | 'i' | 'o' | 'u' | 'v') {
        return None;
    }
    let mut bytes = [0; LONGEST];
    let bytes = bytes.get_mut(..word.len())?;
    for (byte, &letter) in bytes.iter_mut().zip(word) {
        *byte = u8::try_from(letter).ok()?;
    }
    let word = str::from_utf8(bytes).ok()?;
    BY_LETTERS.get(word).copied()
}

/// The other ways to write `term` if a part of it has the article with a hyphen: with a space, and without the article.
pub(super) fn other_forms(term: &str) -> Vec<String> {
    if !term.contains('-') || !term.split(' ').any(|word| after_article(word).is_some()) {
        return Vec::new();
    }
    let with = |form: &dyn Fn(&str, &str) -> String| {
        let words = term.split(' ').map(|word| match after_article(word) {
            Some(name) => form(&word[..word.len() - name.len() - 1], name),
            None => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    vec![
        with(&|article, name| format!("{}{} {name}", article[..1].to_uppercase(), &article[1..])),
        with(&|_, name| name.to_owned()),
    ]
}

/// Whether a word is a name with the Arabic article and a hyphen before it: «al-Ahli».
pub(crate) fn is_with_article(word: &str) -> bool {
    after_article(word).is_some()
}

/// The name after an article and a hyphen.
fn after_article(word: &str) -> Option<&str> {
    let (article, name) = word.split_once('-')?;
    let article = article.to_ascii_lowercase();
    let is_article = match BY_LETTERS.get(&article)?.0 {
        Particle::Article => true,
        Particle::LikeNext => name.to_ascii_lowercase().starts_with(&article[1..]),
        _ => false,
    };
    let is_name = name.chars().count() >= FEWEST && name.starts_with(char::is_uppercase);
    (is_article && is_name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_particle_is_found_by_its_letters() {
        for (word, particle, is_inside) in PARTICLES {
            let letters: Vec<char> = word.chars().collect();
            assert_eq!(of_letters(&letters), Some((particle, is_inside)), "{word}");
        }
        assert_eq!(of_letters(&['a', 'é']), None);
        assert_eq!(of_letters(&['b', 'i', 'n', 't', 's']), None);
    }
}
