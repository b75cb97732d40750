//! `omission`: segments of the article that the translation leaves out.
//!
//! It is the opposite of what `untranslated` finds: nothing stands in the translation, so what stands before it is
//! marked.

use std::cell::LazyCell;

use crate::align::{ReadArticle, expected_length};
use crate::check::finding::Finding;
use crate::check::moved::Moved;
use crate::check::pair::Side;
use crate::check::passage::{Counterparts, Omitted};
use crate::check::rule::{About, Rule, Severity};
use crate::check::translation::Translation;
use crate::segment::Article;
use crate::text::{Lang, Span};

pub(crate) const ABOUT: About = About {
    name: "omission",
    severity: Severity::Warning,
    says: "a sentence of the article is not in the translation",
    why: "It was overlooked, or lost when the text was pasted. What stands before it is marked. Only what is sure is found: \
          where the sentences beside it are certain, and too short to say all of it as well, and no other sentence may be its translation. A desk that shortens on purpose \
          switches this rule off.",
    fix: "None.",
    example: [
        "مذاکرات روز جمعه در ژنو پایان یافت.\nوزیر خارجه ایران گفت که دور بعدی گفت‌وگوها ماه آینده برگزار می‌شود.\nسخنگوی اتحادیه اروپا نتایج ۳ روز مذاکره را مثبت خواند.",
        "The talks in Geneva ended on Friday.\nA spokesman for the European Union called the results of 3 days of talks positive.",
        "The talks in Geneva ended on Friday.\nIran's foreign minister said that the next round of talks will be held next month.\nA spokesman for the European Union called the results of 3 days of talks positive.",
    ],
};

/// The fewest words that are found: a label or a byline is left out rightly.
const FEWEST: usize = 4;

/// The share of what is left out that may stand in the segments beside it, by their length: less where it has no
/// number, date or name, which the other sentences would have too.
const MOST_BESIDE: f64 = 0.5;
const MOST_BESIDE_WITH_FACTS: f64 = 1.0;

/// How many words of it are shown.
const SHOWN: usize = 8;

/// The segments of the article that the translation leaves out.
pub(crate) fn check<'a>(
    translation: Translation<'a>,
    moved: &'a Moved<'a>,
) -> impl Iterator<Item = Finding> + 'a {
    let [source, target] = [translation.source, translation.target].map(ReadArticle::article);
    let credits = LazyCell::new(|| {
        let mut credits = [source.datelines(), source.credits()].concat();
        credits.sort_unstable();
        credits
    });
    let omitted = translation.passages.iter().flat_map(|passage| &passage.omitted);
    omitted.filter_map(move |omitted| {
        let left_out = Side::new(translation.source, omitted.source);
        if moved.may_have(&left_out, omitted) {
            return None;
        }
        let has_facts = !left_out.names.is_empty() || left_out.facts().next().is_some();
        omission(source, target, omitted, has_facts, &credits)
    })
}

/// Reports what is left out, unless it can stand in the segments beside it; `has_facts` says whether it has a number, a
/// date or a name. `credits` are those of the article, and its datelines.
fn omission(
    source: &Article,
    target: &Article,
    omitted: &Omitted,
    has_facts: bool,
    credits: &[Span],
) -> Option<Finding> {
    let left_out = without_credits(omitted.source, source.text(), credits);
    let text = left_out.of(source.text());
    let words: Vec<&str> = text.split_whitespace().collect();
    let expected = |span: Span| expected_length(span.of(source.text()), source.lang());
    let room = |pair: &Counterparts| {
        let length = pair.target.of(target.text()).chars().count() as f64;
        length - expected(pair.source)
    };
    // A neighbour that is short does not reduce the room in the other one.
    let rooms = omitted.beside.iter().flatten().map(room);
    let beside: f64 = rooms.map(|room| room.max(0.0)).sum();
    let most = if has_facts { MOST_BESIDE_WITH_FACTS } else { MOST_BESIDE };
    if words.len() < FEWEST || beside > most * expected(left_out) {
        return None;
    }
    let (where_to, near) = match omitted.beside {
        [Some(before), _] => ("after", before),
        [None, Some(after)] => ("before", after),
        [None, None] => return None,
    };
    Some(Finding {
        rule: Rule::Omission,
        span: near.target,
        message: format!(
            "{} is left out {where_to} this; translate it",
            quoted(&words, source.lang())
        ),
        fix: None,
        about: None,
    })
}

/// The span without the credits at its ends; empty where it is nothing else.
fn without_credits(span: Span, text: &str, credits: &[Span]) -> Span {
    let is_nothing = |start: usize, end: usize| text[start..end].trim().is_empty();
    let mut rest = span;
    for credit in credits {
        if rest.covers(*credit) && is_nothing(rest.start, credit.start) {
            rest.start = credit.end;
        }
    }
    for credit in credits.iter().rev() {
        if rest.covers(*credit) && is_nothing(credit.end, rest.end) {
            rest.end = credit.start;
        }
    }
    rest
}

/// The first words, in quotation marks.
fn quoted(words: &[&str], lang: Lang) -> String {
    if words.len() > SHOWN {
        lang.quote(&format!("{} …", words[..SHOWN].join(" ")))
    } else {
        lang.quote(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: [&str; 3] = [
        "یونسکو در سال ۱۹۹۹ نشان پیکاسو را به او داد.",
        "او دو بار نیز نامزد جایزه گرمی شده بود.",
        "پیکر این هنرمند در آرامگاه فردوسی در توس به خاک سپرده می‌شود.",
    ];

    /// Whether the second sentence is found to be left out between the translations of the others.
    fn is_found(before: &str, after: &str) -> bool {
        let source = Article::new(SOURCE.join("\n"), Lang::Persian);
        let target = Article::new(format!("{before}\n{after}"), Lang::English);
        let span = |article: &Article, number: usize| article.segments()[number].span;
        let pair = |own, its| Counterparts {
            source: span(&source, own),
            target: span(&target, its),
            are_single: true,
        };
        let omitted =
            Omitted { source: span(&source, 1), beside: [Some(pair(0, 0)), Some(pair(2, 1))] };
        omission(&source, &target, &omitted, true, &[]).is_some()
    }

    #[test]
    fn what_stands_in_the_sentence_before_is_not_left_out() {
        let before = "Unesco awarded him its Picasso Medal in 1999.";
        let longer = "Unesco awarded him its Picasso Medal in 1999, and twice he was among the nominees for a Grammy award.";
        let after = "He will be buried in Tus.";
        assert!(is_found(before, after));
        assert!(!is_found(longer, after));
    }
}
