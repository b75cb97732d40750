//! What is wrong with a translation: one file a rule, in `rules`, and what they know of numbers, dates and names.
//!
//! An article and its translation (`translation`) come as passages, paragraphs as a rule, and pairs of segments that
//! surely belong together (`passage`, `pair`). Each `rule` says what it is `about`, looks at one of these and gives
//! findings (`finding`, with a `fix`), except for what stands in another sentence (`moved`); what is in no pair is
//! compared as a whole (`stretch`). Units of measure are known to all of them (`measures`). How a translation renders
//! names and segments is given beside (`renderings`), so that all translations of a run can be compared. Units are
//! checked as one text (`units`, `unit_texts`), and what stands in them for a program by itself (`placeholders`); notes
//! on them suppress rules (`allowed`); `options` says how much is asked for.

pub mod allowed;
pub mod finding;
pub mod fix;
pub mod options;
pub mod passage;
pub mod placeholders;
pub mod renderings;
pub mod rule;
pub mod translation;
pub mod units;

mod about;
mod dates;
mod measures;
mod moved;
mod names;
mod numbers;
mod only;
mod pair;
mod rules;
mod stretch;
mod unit_texts;

use crate::align::{Lexicons, ReadArticle};
use crate::check::moved::{Moved, TextKind};
use crate::check::names::certain::Certain;
use crate::check::pair::Pair;
use crate::check::rules::{
    date_mismatch, forbidden_term, inconsistent_name, inconsistent_translation, leftover_script,
    length, missing_term, name_variant, number_mismatch, omission, persian_spelling, punctuation,
    repeated_word, unrelated, untranslated,
};
use crate::glossary::Glossary;
use crate::segment::{Article, Segment};
use crate::text::{Lang, Span};

pub use allowed::Allowed;
pub use finding::Finding;
pub use fix::{Edit, Fix, apart, edited, safe_edits};
pub use options::{Options, Scope};
pub use passage::{Counterparts, Omitted, Passage, passages};
pub use placeholders::{Placeholders, Style};
pub use renderings::{NameWord, Rendered, Rendering, Renderings};
pub use rule::{About, Rule, Severity};
pub use translation::Translation;
pub use unit_texts::UnitTexts;
pub use units::check_units;

/// The rules that look at a segment, and at its source only for what may stand in its translation too.
const OF_TEXTS: &[fn(&Pair<'_>) -> Vec<Finding>] =
    &[leftover_script::check, persian_spelling::check, punctuation::check, repeated_word::check];

/// The rules that hold two segments which belong together against each other, and look at nothing else.
const OF_PAIRS: &[fn(&Pair<'_>) -> Vec<Finding>] = &[date_mismatch::check, length::check];

/// Checks `target`, a translation of the article `source`, by all rules; `passages` are those of the two.
///
/// The findings point into `target` and are in the order of their places there.
pub fn check(
    source: &Article,
    target: &Article,
    passages: &[Passage],
    glossary: &Glossary,
    options: Options,
) -> Vec<Finding> {
    check_texts(TextKind::Article, [source, target], passages, glossary, options)
}

/// The same for texts of either kind.
fn check_texts(
    kind: TextKind,
    texts: [&Article; 2],
    passages: &[Passage],
    glossary: &Glossary,
    options: Options,
) -> Vec<Finding> {
    let [source, target] = &texts.map(|text| ReadArticle::names_of(text, glossary));
    let translation = Translation { source, target, passages };
    let lexicons = &mut Lexicons::default();
    let (mut findings, renderings) = check_read(kind, &translation, glossary, lexicons, options);
    let rendered = Rendered { text: target.article().text(), renderings: &renderings };
    findings.extend(inconsistencies(&[rendered]).into_iter().flatten());
    sort(&mut findings);
    findings
}

/// What the translations say in two ways: the findings for each, in order.
///
/// Where two spellings are equally frequent, the one that comes first in `translations` is taken as right.
pub fn inconsistencies(translations: &[Rendered<'_>]) -> Vec<Vec<Finding>> {
    let mut findings = inconsistent_name::check(translations);
    let others = inconsistent_translation::check(translations);
    for (findings, others) in findings.iter_mut().zip(others) {
        findings.extend(others);
        sort(findings);
    }
    findings
}

/// Checks a translation by the rules that look at nothing else, and gives the renderings that can be held against that
/// of others; the findings are in the order of their places.
pub fn check_one(
    translation: &Translation<'_>,
    glossary: &Glossary,
    lexicons: &mut Lexicons,
    options: Options,
) -> (Vec<Finding>, Renderings) {
    check_read(TextKind::Article, translation, glossary, lexicons, options)
}

/// The same for texts of either kind.
fn check_read(
    kind: TextKind,
    translation: &Translation<'_>,
    glossary: &Glossary,
    lexicons: &mut Lexicons,
    options: Options,
) -> (Vec<Finding>, Renderings) {
    let Translation { source, target, passages } = *translation;
    let pairs = translation.pairs();
    let moved = Moved::new(kind, *translation, &pairs);
    let certain = Certain::new(target, Some((source, passages)), glossary);
    let variants = name_variant::variants(&certain);
    let mut findings = forbidden_term::check(&certain);
    findings.extend(name_variant::check(&variants, &certain));
    let mut wrong: Vec<Span> = findings.iter().map(|finding| finding.span).collect();
    wrong.sort_unstable();
    let scope = options.scope;
    findings.extend(missing_term::check(translation, glossary, scope, &variants, &moved));
    findings.extend(omission::check(*translation, &moved));
    for pair in &pairs {
        findings.extend(check_text(pair));
        if !pair.is_credit {
            findings.extend(OF_PAIRS.iter().flat_map(|rule| rule(pair)));
            findings.extend(number_mismatch::check(pair, &moved));
        }
        findings.extend(untranslated::check(pair));
    }
    let unpaired = unpaired(target.article(), &pairs);
    findings.extend(untranslated::check_unpaired(&unpaired, target.article().lang()));
    findings.extend(check_unpaired(&unpaired, translation, glossary));
    findings.extend(stretch::check(translation, &moved));
    if kind == TextKind::Article {
        findings.extend(unrelated::check(source.article(), target.article(), pairs.len()));
    }
    sort(&mut findings);
    let renderings = names::heard::renderings(target, &pairs, &wrong, lexicons);
    (findings, renderings)
}

/// The segments of a translation that are in none of the pairs.
fn unpaired<'a>(target: &'a Article, pairs: &[Pair<'_>]) -> Vec<Segment<'a>> {
    let mut paired: Vec<Span> = pairs.iter().map(|pair| pair.target.span).collect();
    paired.sort_unstable();
    let is_paired = |span: Span| {
        let past = paired.partition_point(|other| other.start < span.end);
        paired[..past].last().is_some_and(|last| last.overlaps(span))
    };
    let mut segments = target.segments();
    segments.retain(|segment| !is_paired(segment.span));
    segments
}

/// Checks the segments of a translation of which no source is sure, by the rules that need none: only what would be
/// wrong beside any sentence of the article is found.
fn check_unpaired(
    unpaired: &[Segment<'_>],
    translation: &Translation<'_>,
    glossary: &Glossary,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Most translations have none, and then nothing is read.
    if unpaired.is_empty() {
        return findings;
    }
    let Translation { source, target, .. } = *translation;
    let nothing = Article::new("", source.article().lang());
    let nothing = ReadArticle::new(&nothing, glossary);
    for segment in unpaired {
        let mut alone = check_beside(&nothing, target, segment.span);
        if !alone.is_empty() {
            let beside_article = check_beside(source, target, segment.span);
            alone.retain(|finding| beside_article.contains(finding));
        }
        findings.extend(alone);
    }
    findings
}

/// Checks a segment of `target` by the rules for texts; all of `source` may be its source.
fn check_beside(source: &ReadArticle<'_>, target: &ReadArticle<'_>, segment: Span) -> Vec<Finding> {
    let whole = Span::new(0, source.article().text().len());
    let counterparts = Counterparts { source: whole, target: segment, are_single: false };
    check_text(&Pair::new(source, target, counterparts))
}

/// Checks the target of a pair by the rules that look at its source only for what may stand in both.
fn check_text(pair: &Pair<'_>) -> Vec<Finding> {
    OF_TEXTS.iter().flat_map(|rule| rule(pair)).collect()
}

/// Checks an article whose source is not known, by the rules that need none.
///
/// Variants are looked for in English only, where capitals tell that a word is a name. The findings are in the order of
/// their places.
pub fn check_alone(article: &Article, glossary: &Glossary) -> Vec<Finding> {
    let read = ReadArticle::new(article, glossary);
    let certain = Certain::new(&read, None, glossary);
    let mut findings = forbidden_term::check(&certain);
    if article.lang() == Lang::English {
        let variants = name_variant::variants(&certain);
        findings.extend(name_variant::check(&variants, &certain));
    }
    let no_source = Article::new("", article.lang().other());
    let no_source = ReadArticle::new(&no_source, glossary);
    for segment in article.segments() {
        findings.extend(check_beside(&no_source, &read, segment.span));
    }
    sort(&mut findings);
    findings
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
}
