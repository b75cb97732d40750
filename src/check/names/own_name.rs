//! Whether what looks like a misspelt name is the right spelling of another one, which the article has: Hossein Rouhani
//! is no misspelt Hassan Rouhani where the article says «حسین روحانی».

use crate::align::ReadArticle;
use crate::check::names::certain::Certain;
use crate::glossary::Variant;
use crate::text::sounds::{Key, Sound, sounds_of};
use crate::text::words::without_possessive;
use crate::text::{Lang, Span, Words};

/// The fewest consonants by which a name is known again.
const FEWEST: u32 = 3;

/// Whether the article has a name of its own in a passage of `variant` that sounds as it does. How often each is named
/// says nothing: in the translation the other one can be "he".
pub(crate) fn has_own_name(certain: &Certain<'_>, variant: &Variant) -> bool {
    let Some((source, passages)) = certain.source else {
        return false;
    };
    let sounding = Sounding::of(certain, variant);
    let mut here = passages
        .iter()
        .filter(|passage| passage.target.covers(variant.span));
    sounding.key.len() >= FEWEST
        && here.any(|passage| {
            let places = sounding.places(source, passage.source);
            let mut places = places.iter();
            places.any(|place| !sounding.is_term(place, source, passage.source, variant))
        })
}

/// How a variant sounds.
struct Sounding {
    key: Key,
    last: Option<Sound>,
}

/// A place in the article whose words sound as a variant does.
struct Place {
    span: Span,
    /// Where the last of its words begins.
    last: usize,
}

impl Sounding {
    fn of(certain: &Certain<'_>, variant: &Variant) -> Self {
        let target = certain.target.article();
        let words = Words::of(variant.span.of(target.text()), target.lang());
        let sounds: Vec<Sound> = sounds(&words).concat();
        Self {
            key: Key::of(&sounds),
            last: sounds.last().copied(),
        }
    }

    /// The places in a part of the article that sound so.
    fn places(&self, source: &ReadArticle<'_>, part: Span) -> Vec<Place> {
        let (text, lang) = (source.article().text(), source.article().lang());
        let words = Words::of(part.of(text), lang);
        let spans: Vec<Span> = words
            .words()
            .iter()
            .map(|word| word.span.shifted(part.start))
            .collect();
        let sounds = sounds(&words);
        let is_own = |span: Span| Lang::of(span.of(text)) == Some(lang);
        let may_begin = |first: usize| {
            let is_small = || spans[first].of(text).starts_with(char::is_lowercase);
            Key::of(&sounds[first]).len() > 0 && !is_small()
        };
        let place = |first: usize| {
            let mut heard = Vec::new();
            let words = spans[first..].iter().zip(&sounds[first..]);
            for (span, own) in words.take_while(|(span, _)| is_own(**span)) {
                heard.extend_from_slice(own);
                let key = Key::of(&heard);
                if key.len() >= self.key.len() {
                    return (key == self.key).then_some(Place {
                        span: Span::new(spans[first].start, span.end),
                        last: span.start,
                    });
                }
            }
            None
        };
        let firsts = (0..spans.len()).filter(|&first| may_begin(first));
        firsts.filter_map(place).collect()
    }

    /// Whether the words at `place` are a term that `variant` is near, with an ending or without. A ye that the variant
    /// has too is no ending, but makes another name: no Azmoun is Azmouni.
    fn is_term(
        &self,
        place: &Place,
        source: &ReadArticle<'_>,
        part: Span,
        variant: &Variant,
    ) -> bool {
        let text = source.article().text();
        let mut terms = source.mentions().places_in(part);
        terms.any(|(span, entry)| {
            let rest = text.get(span.end..place.span.end).unwrap_or_default();
            let has_ye = rest.trim_start_matches('\u{200C}') == "ی";
            variant.near.iter().any(|id| id.entry == entry)
                && span.start <= place.span.start
                && span.end > place.last
                && !(has_ye && self.last == Some(Sound::I))
        })
    }
}

/// The sounds of each word.
fn sounds(words: &Words) -> Vec<Vec<Sound>> {
    let own = words.words().iter();
    own.map(|word| sounds_of(without_possessive(words.letters(&word.folded))))
        .collect()
}
