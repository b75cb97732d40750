//! The Arabic article in English names: al-Assad, Al Assad, Assad.

/// The articles that stand before any letter.
const ANY: [&str; 2] = ["al", "el"];

/// Those that take on the letters after them: ar-Raqqah, ash-Sharaa.
const LIKE_NEXT: [&str; 8] = ["ad", "an", "ar", "as", "ash", "at", "az", "adh"];

/// Other words that names begin with, and that are no given name.
const PARTICLES: [&str; 11] = [
    "bin", "da", "de", "del", "der", "di", "dos", "du", "ibn", "van", "von",
];

/// The fewest letters that make a name without the article.
const FEWEST: usize = 4;

/// Whether a word, as it folds, is the article and no given name, as Ash is.
pub(super) fn is_article(word: &str) -> bool {
    ANY.contains(&word)
}

/// Whether a word, as it folds, begins names and is no given name: al, van.
pub(super) fn begins_name(word: &str) -> bool {
    ANY.contains(&word) || LIKE_NEXT.contains(&word) || PARTICLES.contains(&word)
}

/// The other ways to write `term`, where a part of it has the article with a hyphen: apart, and without it.
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

/// The name after an article and a hyphen.
fn after_article(word: &str) -> Option<&str> {
    let (article, name) = word.split_once('-')?;
    let article = article.to_ascii_lowercase();
    let is_like_next = LIKE_NEXT.contains(&article.as_str())
        && name.to_ascii_lowercase().starts_with(&article[1..]);
    let is_article = ANY.contains(&article.as_str()) || is_like_next;
    let is_name = name.chars().count() >= FEWEST && name.starts_with(char::is_uppercase);
    (is_article && is_name).then_some(name)
}
