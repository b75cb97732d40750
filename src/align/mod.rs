//! A text and its translation: which segments belong together.
//!
//! [`align`] takes two texts that have been read and gives beads, in order: every segment of both is in one of them.
//! The beads are those of the best way through a lattice (`lattice`), whose steps are rated (`rates`) by how long the
//! segments are (`length`) and by clues: what of one segment is found again in the other (`clue`, `clues`). Names of
//! the glossary, values of numbers and dates, Latin words, names by their sound, common words and units that are known
//! are clues (`reading`); after a first pass, pairs of words that often occur together in the beads are clues too
//! (`learning`). Clues that each text has once show where the way can lie at all (`band`), so that long texts take time
//! in proportion to their length.
//!
//! What goes in: `text` (a row of segments) and `read_article` (an article whose names, words and values are read once,
//! for alignment and for the rules of `check`), with what is known of its words (`lexicon`, `name_form`, `words`). What
//! comes out: `bead`, and an `alignment` with texts and units; `carry` takes inline tags over into a translation. Data
//! structures: an open-addressing table (`table`), offsets into one row of items (`lists`), scaled probabilities
//! (`weights`), exponentials and logarithms worked out side by side (`exponential`), and the clues that both texts
//! have, row by row (`shared`).

mod alignment;
mod band;
mod bead;
mod carry;
mod clue;
mod clues;
mod exponential;
mod lattice;
mod learning;
mod length;
mod lexicon;
mod lists;
mod name_form;
mod rates;
mod read_article;
mod reading;
mod shared;
mod table;
mod text;
mod weights;
mod words;

pub use self::alignment::{Alignment, Certainty, Row};
use self::band::Band;
pub use self::bead::{Bead, are_related};
pub use self::carry::{Carried, carry, carry_proposed};
use self::clues::Clues;
use self::lattice::Lattice;
use self::learning::learned;
use self::length::Lengths;
pub(crate) use self::length::expected_length;
pub use self::lexicon::{Lexicon, Lexicons};
pub(crate) use self::name_form::NameForm;
pub use self::read_article::ReadArticle;
pub(crate) use self::read_article::ReadSegment;
pub use self::reading::Reading;
pub use self::text::{Piece, Text};
use crate::glossary::Glossary;
use crate::unit::TranslationUnit;

/// What is known before two texts are read.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// The names.
    pub glossary: &'a Glossary,
    /// Units that may stand in the texts, such as exact matches of their segments.
    pub units: &'a [TranslationUnit],
}

/// The highest confidence where nothing of one text is found again in the other: the lengths of a few headlines say
/// little.
const MOST_WITHOUT_CLUES: f64 = 0.6;

/// Which segments of two texts, in different languages, belong together.
pub fn align(readings: &[Reading; 2]) -> Vec<Bead> {
    let lengths = Lengths::new(readings);
    let clues = Clues::new(readings);
    let are_telling = clues.are_telling;
    let band = Band::by_anchors(&clues);
    let first = Lattice::new(readings, &lengths, &clues, &band).beads();
    let places = readings.each_ref().map(Reading::places);
    let pairs = learned(readings, &places, &first);
    let clues = clues.with_pairs(readings, &places, pairs);
    let band = Band::around(&first, clues.lengths());
    let mut beads = Lattice::new(readings, &lengths, &clues, &band).beads();
    if !are_telling {
        for bead in beads.iter_mut().filter(|bead| bead.is_pair()) {
            bead.confidence = bead.confidence.min(MOST_WITHOUT_CLUES);
        }
    }
    beads
}
