//! The credits in an agency's text, which no other newsroom prints: who wrote, edited or photographed it, who owns it,
//! and where to read more. Its datelines are in `dateline`.

use crate::text::Lang;

/// Where in an article a segment stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Whether it is in one of the blocks that follow the headline.
    pub(super) is_head: bool,
    /// Whether it is in one of the last blocks.
    pub(super) is_tail: bool,
}

/// The openings of links to other articles.
const LINKS: [&str; 4] = ["READ ALSO:", "READ MORE:", "Read also:", "Read more:"];

/// The openings of lines about who made an article.
const MAKERS: [&str; 7] = [
    "Additional reporting ",
    "Compiled by ",
    "Editing by ",
    "Reporting by ",
    "Reporting from ",
    "With reporting by ",
    "Writing by ",
];

/// The openings of lines about who owns an article, and by which rules it was made.
const OWNERS: [&str; 3] = ["©", "Copyright ", "Our Standards:"];

/// The words that say that somebody contributed to an article.
const CONTRIBUTED: [&str; 3] =
    ["contributed to this article", "contributed to this report", "contributed to this story"];

/// The words between an author and where he wrote.
const REPORTED_FROM: &str = " reported from ";

/// The opening of the line of authors after a headline.
const BYLINE: &str = "By ";

/// The words that stand between names in such lines.
const BETWEEN_NAMES: [&str; 36] = [
    "additional",
    "al",
    "and",
    "at",
    "bin",
    "bureau",
    "by",
    "compiled",
    "da",
    "de",
    "del",
    "der",
    "di",
    "du",
    "editing",
    "editor",
    "el",
    "for",
    "from",
    "graphics",
    "in",
    "la",
    "newsroom",
    "of",
    "on",
    "production",
    "reported",
    "reporting",
    "staff",
    "the",
    "van",
    "von",
    "with",
    "writer",
    "writers",
    "writing",
];

/// The openings of picture credits.
const PHOTOGRAPHERS: [&str; 2] = ["(AP Photo/", "REUTERS/"];

/// The openings of the lines that close an article of a Persian agency.
const CLOSINGS: [&str; 2] = ["انتهای پیام", "کد خبر"];

/// Where the credit begins that `segment` is, or ends with.
pub(super) fn start(segment: &str, place: Place, lang: Lang) -> Option<usize> {
    let begins = |openings: &[&str]| openings.iter().any(|opening| segment.starts_with(opening));
    match lang {
        Lang::Persian => (place.is_tail && begins(&CLOSINGS)).then_some(0),
        Lang::English if begins(&LINKS) || is_line(segment, place) => Some(0),
        Lang::English => photographer(segment),
    }
}

/// Whether an English segment is a line of credits.
fn is_line(segment: &str, place: Place) -> bool {
    let line = segment.trim_start_matches(['(', '[']);
    let begins = |openings: &[&str]| openings.iter().any(|opening| line.starts_with(opening));
    let is_byline = || place.is_head && line.starts_with(BYLINE) && !line.ends_with('.');
    let is_of_makers = || begins(&MAKERS) || place.is_tail && line.contains(REPORTED_FROM);
    let contributed = || CONTRIBUTED.iter().any(|contributed| line.contains(contributed));
    (place.is_head || place.is_tail)
        && (begins(&OWNERS)
            || contributed()
            || (is_byline() || is_of_makers()) && has_only_names(line))
}

/// Whether a line has nothing but names and the words between them.
fn has_only_names(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.all(|word| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_small = letters.starts_with(char::is_lowercase);
        !is_small || BETWEEN_NAMES.contains(&letters)
    })
}

/// Where the name of a photographer begins at the end of a caption: «REUTERS/John Smith».
fn photographer(segment: &str) -> Option<usize> {
    let mut places = PHOTOGRAPHERS.iter().filter_map(|opening| segment.rfind(opening));
    places.find(|&at| has_only_names(&segment[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: Place = Place { is_head: true, is_tail: false };
    const TAIL: Place = Place { is_head: false, is_tail: true };

    #[test]
    fn what_an_agency_says_of_itself_is_a_credit() {
        for line in [
            "(Reporting by John Smith in London and Mary Jones; Editing by Jim Brown)",
            "Additional reporting by Maha El Dahan in Dubai; writing by Jim Brown",
            "Associated Press writers John Smith in London and Mary Jones contributed to this report.",
            "Smith reported from London and Jones from Paris.",
            "© 2025 AFP",
            "Our Standards: The Thomson Reuters Trust Principles.",
            "READ MORE: What the Kremlin wants",
        ] {
            assert_eq!(start(line, TAIL, Lang::English), Some(0), "{line}");
        }
        for line in ["By John Smith, BBC News, Jerusalem", "Reporting from Jerusalem"] {
            assert_eq!(start(line, HEAD, Lang::English), Some(0), "{line}");
        }
        assert_eq!(start("A hall. REUTERS/John Smith", HEAD, Lang::English), Some(8));
        assert_eq!(start("انتهای پیام/ ۴۱۲", TAIL, Lang::Persian), Some(0));
    }

    #[test]
    fn a_sentence_is_no_credit() {
        for sentence in [
            "Reporting from Gaza is dangerous, the minister said.",
            "Five deaths were reported from London.",
            "By Monday the talks had ended.",
            "REUTERS/IPSOS polls show him ahead.",
        ] {
            for place in [HEAD, TAIL] {
                assert_eq!(start(sentence, place, Lang::English), None, "{sentence}");
            }
        }
    }
}
