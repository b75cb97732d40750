//! Faults in names.

use fastrand::Rng;
use hamta::align::{Bead, Lexicons, ReadArticle, Text};
use hamta::check::{NameWord, Options, Translation, check_one, passages};
use hamta::glossary::{Ending, Entry, Glossary, Kind, Occurrence, Status};
use hamta::segment::Article;
use hamta::text::{Lang, Span};

use super::faults::Planted;
use super::news::{Document, side};

/// The names of a document in one language, each with its row and with its span in the segment.
fn occurrences(document: &Document, lang: Lang, glossary: &Glossary) -> Vec<(usize, Occurrence)> {
    let text = document.text(lang);
    let rows = 0..document.rows.len();
    let names =
        glossary.occurrences_in_parts(&text, rows.map(|row| document.span(lang, row)), lang);
    let names = names.into_iter().enumerate();
    names.flat_map(|(row, names)| names.into_iter().map(move |name| (row, name))).collect()
}

/// A name of the glossary is misspelt by a letter.
pub fn misspelt(
    document: &Document,
    lang: Lang,
    glossary: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let names = occurrences(document, lang, glossary);
    let (row, name) = random.choice(&names)?;
    let text = &document.rows[*row][side(lang)];
    let own = name.span.of(text);
    let is_name = matches!(
        glossary.entry(name.terms[0]).kind,
        Kind::Person | Kind::City | Kind::Country | Kind::Region
    );
    let is_name = is_name && own.chars().count() >= 6 && own.chars().any(char::is_lowercase);
    let wrong = misspelling(own, random)?;
    is_name.then(|| Planted::new(document, lang, *row, name.span, &wrong))
}

/// A form stands there that the glossary forbids.
pub fn forbidden(
    document: &Document,
    lang: Lang,
    glossary: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let names = occurrences(document, lang, glossary);
    let (row, name) = random.choice(&names)?;
    let is_same = |entry: &&Entry| {
        let mut terms = name.terms.iter();
        terms.any(|&id| {
            glossary.entry(id).preferred(lang.other())
                == entry.persian.first().map(|term| term.text.as_str())
        })
    };
    let entries = glossary.entries().iter().filter(is_same);
    let forms: Vec<&str> =
        entries.flat_map(|entry| entry.with_status(lang, Status::Forbidden)).collect();
    let form = random.choice(&forms)?;
    let text = &document.rows[*row][side(lang)];
    let is_bare = name.ending == Ending::None && !text[..name.span.start].ends_with('-');
    is_bare.then(|| Planted::new(document, lang, *row, name.span, form))
}

/// A name is left out where the source has it first.
pub fn dropped(
    document: &Document,
    lang: Lang,
    glossary: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let there = occurrences(document, lang.other(), glossary);
    let at = random.usize(..there.len().max(1));
    let (row, source) = there.get(at)?;
    let entries = |name: &Occurrence| name.terms.iter().map(|id| id.entry).collect::<Vec<_>>();
    let wanted = entries(source);
    let is_same = |name: &Occurrence| entries(name).iter().any(|entry| wanted.contains(entry));
    let is_first = !there[..at].iter().any(|(_, name)| is_same(name));
    let kind = glossary.entry(source.terms[0]).kind;
    let is_asked = source.ending != Ending::Ye
        && matches!(kind, Kind::Person | Kind::City | Kind::Country | Kind::Organisation);
    let own = occurrences(document, lang, glossary);
    let here: Vec<&Occurrence> =
        own.iter().filter(|(other, _)| other == row).map(|(_, name)| name).collect();
    let its: Vec<&&Occurrence> = here.iter().filter(|name| is_same(name)).collect();
    let [only] = its[..] else {
        return None;
    };
    let planted = Planted::new(document, lang, *row, only.span, "");
    let left = glossary.entries_in(&planted.document.rows[*row][side(lang)], lang);
    let is_gone = !wanted.iter().any(|entry| left.contains(entry));
    (is_first && is_asked && is_gone).then_some(planted)
}

/// A name without an entry, which is heard in both languages at three places or more, is misspelt at one of them.
pub fn two_spellings(
    document: &Document,
    lang: Lang,
    glossary: &Glossary,
    random: &mut Rng,
) -> Option<Planted> {
    let source = Article::new(document.text(lang.other()), lang.other());
    let target = Article::new(document.text(lang), lang);
    let texts = [source.text(), target.text()];
    let texts = [Text::of_lines(texts[0], lang.other()), Text::of_lines(texts[1], lang)];
    let beads: Vec<Bead> = (0..document.rows.len())
        .map(|row| Bead { source: row..row + 1, target: row..row + 1, confidence: 1.0 })
        .collect();
    let passages = passages(&texts[0], &texts[1], &beads);
    let [source, target] = [&source, &target].map(|article| ReadArticle::new(article, glossary));
    let lexicons = &mut Lexicons::default();
    let options = Options::default();
    let translation = Translation { source: &source, target: &target, passages: &passages };
    let (_, renderings) = check_one(&translation, glossary, lexicons, options);
    let name = random.choice(&renderings.names)?;
    let spelling = |name: &NameWord| name.span.of(target.article().text());
    let alike = renderings.names.iter().filter(|other| other.source == name.source);
    let alike: Vec<_> = alike.collect();
    let is_alike = alike.len() >= 3
        && alike
            .iter()
            .all(|other| spelling(other) == spelling(name) && other.full_name == name.full_name);
    if !is_alike || name.is_listed || spelling(name).chars().count() < 6 {
        return None;
    }
    let wrong = misspelling(spelling(name), random)?;
    let row = document.line_at(lang, name.span.start);
    let start = document.span(lang, row).start;
    let span = Span::new(name.span.start - start, name.span.end - start);
    Some(Planted::new(document, lang, row, span, &wrong))
}

/// A word with a letter doubled, left out, exchanged for another, or moved: not the first two, nor the last.
fn misspelling(word: &str, random: &mut Rng) -> Option<String> {
    const VOWELS: [&[char]; 2] = [&['ا', 'و', 'ی'], &['a', 'e', 'i', 'o', 'u']];
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.usize(2..letters.len().checked_sub(1).filter(|&past| past > 2)?);
    let vowels = VOWELS.into_iter().find(|vowels| vowels.contains(&letters[at]));
    match random.usize(..4) {
        0 => letters.insert(at, letters[at]),
        1 => {
            letters.remove(at);
        }
        2 => letters[at] = *random.choice(vowels?)?,
        _ => letters.swap(at - 1, at),
    }
    let wrong: String = letters.into_iter().collect();
    let is_whole = word.chars().all(|c| c.is_alphabetic() || c == ' ')
        && !wrong.contains("  ")
        && !moved_space(word, &wrong);
    (wrong != word && is_whole && word.split(' ').count() == wrong.split(' ').count())
        .then_some(wrong)
}

/// Whether a space stands at another letter.
fn moved_space(word: &str, wrong: &str) -> bool {
    let first = |text: &str| text.chars().position(|c| c == ' ');
    first(word)
        .zip(first(wrong))
        .is_some_and(|(own, other)| own != other && word.chars().count() == wrong.chars().count())
}
