//! What `check` finds in the project's own translations.

mod across;
mod names;
mod numbers;
mod units;

use hamta::align::{Knowledge, Lexicons, ReadArticle, Reading, Text, align};
use hamta::check::{
    Allowed, Counterparts, Finding, Options, Passage, Rule, Translation, UnitTexts, check,
    check_alone, check_one, check_units, passages,
};
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::{Lang, Positions, Span};

use crate::articles::{article, glossaries};

/// The findings in an article, aligned with its source.
fn checked(source: &Article, target: &Article) -> Vec<Finding> {
    checked_aligned(source, target, glossaries())
}

fn checked_aligned(source: &Article, target: &Article, glossary: &Glossary) -> Vec<Finding> {
    let texts = [source, target].map(Text::of);
    let knowledge = Knowledge { glossary, units: &[] };
    let beads = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    check(source, target, &passages(&texts[0], &texts[1], &beads), glossary, Options::default())
}

/// The findings in an article whose lines are its source's, one by one; where they are more or fewer, it is aligned.
pub(crate) fn checked_by_lines(
    source: &Article,
    target: &Article,
    glossary: &Glossary,
) -> Vec<Finding> {
    let lines = |article: &Article| article.text().split('\n').count();
    if lines(source) != lines(target) {
        return checked_aligned(source, target, glossary);
    }
    let passages = passages_by_lines(source, target);
    check(source, target, &passages, glossary, Options::default())
}

/// A passage for each line.
fn passages_by_lines(source: &Article, target: &Article) -> Vec<Passage> {
    let lines = |article: &Article| -> Vec<Span> {
        let mut start = 0;
        let lines = article.text().split('\n').map(|line| {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            span
        });
        lines.collect()
    };
    let pairs = lines(source).into_iter().zip(lines(target));
    let passages = pairs.map(|(source, target)| Passage {
        source,
        target,
        pairs: vec![Counterparts { source, target, are_single: true }],
        omitted: Vec::new(),
        unsure: Vec::new(),
    });
    passages.collect()
}

/// The rule, the line and the text of each finding.
fn found(source: &Article, target: &Article) -> Vec<(Rule, usize, String)> {
    let mut positions = Positions::new(target.text());
    let findings = checked(source, target);
    let place = |finding: &Finding| {
        let line = positions.of(finding.span.start).line;
        (finding.rule, line, finding.message.clone())
    };
    findings.iter().map(place).collect()
}

#[test]
fn the_good_translation_has_no_findings() {
    let source = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let target = article("lavrov-wonsan.en.txt", Lang::English);
    assert_eq!(found(&source, &target), []);
    // The Persian article lost its half-spaces; two of its words are certain to lack one.
    let found = found(&target, &source);
    let found: Vec<_> =
        found.iter().map(|(rule, line, message)| (*rule, *line, message.as_str())).collect();
    let expected = [
        (Rule::PersianSpelling, 2, "write «می‌گیرد», not «میگیرد»"),
        (Rule::PersianSpelling, 3, "write «می‌شود», not «میشود»"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_planted_faults_are_found_and_nothing_else() {
    let source = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let target = article("lavrov-wonsan-faults.en.txt", Lang::English);
    let found = found(&source, &target);
    let found: Vec<_> =
        found.iter().map(|(rule, line, message)| (*rule, *line, message.as_str())).collect();
    let expected = [
        (Rule::MissingTerm, 2, "«مسکو» is not here; write “Moscow”"),
        (
            Rule::ForbiddenTerm,
            3,
            "write “Choe Son Hui”, not “Choi Sun-hee” (South Korean style romanisation; North Korea's own is Choe Son Hui)",
        ),
        (Rule::Untranslated, 3, "translate it"),
        (
            Rule::ForbiddenTerm,
            5,
            "write “Kim Jong Un”, not “Kim Jong Eun” (wrong romanisation; his own is Kim Jong Un)",
        ),
        (
            Rule::NameVariant,
            6,
            "write “Telegram”, not “Telegramm” (1 letter differs; the same consonants in Persian)",
        ),
        (Rule::DateMismatch, 8, "write “June 2024”, not “June 2023”"),
        (
            Rule::Omission,
            9,
            "«در سال گذشته، این دو کشور که هر …» is left out after this; translate it",
        ),
        (Rule::NumberMismatch, 9, "write “10,000”, not “1,000”"),
        (Rule::ForbiddenTerm, 11, "write “TASS”, not “ITAR-TASS” (its name 1992-2014)"),
        (Rule::ForbiddenTerm, 12, "write “Pyongyang”, not “Pyong Yang” (wrong romanisation)"),
        (Rule::ForbiddenTerm, 13, "write “Wonsan”, not “Vonsan” (wrong romanisation)"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn findings_point_at_the_words_they_speak_of() {
    let source = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let target = article("lavrov-wonsan-faults.en.txt", Lang::English);
    let findings = checked(&source, &target);
    let forbidden = findings.iter().filter(|finding| finding.rule == Rule::ForbiddenTerm);
    let pointed: Vec<&str> = forbidden.map(|finding| finding.span.of(target.text())).collect();
    assert_eq!(pointed, ["Choi Sun-hee", "Kim Jong Eun", "ITAR-TASS", "Pyong Yang", "Vonsan"]);
}

#[track_caller]
fn finds(persian: &str, english: &str, expected: &[&str]) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let findings = checked(&source, &target);
    let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, expected, "{persian} / {english}");
}

#[test]
fn a_paragraph_more_leaves_the_others_together() {
    finds(
        "لاوروف روز جمعه به وونسان رسید.\nپوتین از پیونگ‌یانگ به وونسان بازگشت.",
        "Photo: a street in the evening\nLavrov arrived on Friday.\nPutin returned from Pyongyang to Wonsan.",
        &["«وونسان» is not here; write “Wonsan”"],
    );
}

#[test]
fn every_rule_finds_its_example_and_nothing_in_the_right_one() {
    let glossary = glossaries();
    for rule in Rule::ALL {
        let [source, wrong, right] = rule.about().example;
        let langs = [source, right].map(|text| Lang::of(text).expect("it has letters"));
        let [source_lang, lang] = langs;
        let found = |target: &str| -> Vec<Rule> {
            if rule == Rule::TagMismatch {
                let unit = UnitTexts::from([source, target]);
                let found = check_units(&[unit], source_lang, glossary, Options::default());
                return found.iter().map(|(_, finding)| finding.rule).collect();
            }
            let source = Article::new(source, source_lang);
            let target = Article::new(target, lang);
            checked_by_lines(&source, &target, glossary)
                .iter()
                .map(|finding| finding.rule)
                .collect()
        };
        assert!(found(wrong).contains(&rule), "{}: {:?}", rule.name(), found(wrong));
        assert_eq!(found(right), [], "{}", rule.name());
    }
    let names = Rule::ALL.map(Rule::name);
    assert!(names.is_sorted());
}

#[test]
fn the_readme_says_of_every_rule_what_it_says_of_itself() {
    let readme = include_str!("../../../README.md");
    for about in Rule::ALL.map(Rule::about) {
        let row = format!("| `{}` | {} | {}", about.name, about.severity.name(), about.says);
        assert!(
            readme.lines().any(|line| line.starts_with(&row)),
            "README.md has no row that begins with {row}"
        );
    }
}

#[track_caller]
fn finds_alone(text: &str, expected: &[Rule]) {
    let article = Article::new(text, Lang::of(text).expect("it has letters"));
    let findings = check_alone(&article, glossaries());
    let rules: Vec<Rule> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, expected, "{text}");
}

#[test]
fn an_article_alone_is_checked_by_the_rules_that_need_no_source() {
    finds_alone("Lavrov went to Vonsan.", &[Rule::ForbiddenTerm]);
    finds_alone("Lavrof went to Wonsan.", &[Rule::NameVariant]);
    finds_alone("He went to to Tehran.", &[Rule::RepeatedWord]);
    finds_alone("He said: “We are leaving.", &[Rule::Punctuation]);
    finds_alone("He said: “We are leaving. We stay.”", &[]);
    finds_alone("He thanked the وزیر خارجه.", &[Rule::LeftoverScript]);
    finds_alone("مذاکرات ادامه پیدا می کند.", &[Rule::PersianSpelling]);
    // What only the source could tell: a date, a number, whether a Persian word is a name, how long it should be.
    finds_alone("در ۲۱ تیر ۱۴۰۴، ۳۲۰ نفر به پیون‌گیانگ رفتند؟", &[]);
    finds_alone(&"A long sentence of an article goes on. ".repeat(20), &[]);
}

#[test]
fn notes_say_which_rules_they_allow() {
    let allowed = Allowed::of([
        "translated by hand\n hamta: allow length,  name-variant",
        "hamta: allow number-mismatch",
    ]);
    let expected = [Rule::Length, Rule::NameVariant, Rule::NumberMismatch];
    assert_eq!((allowed.rules.as_slice(), allowed.faults.as_slice()), (&expected[..], &[][..]));
    let wrong = Allowed::of([
        "hamta: allow lenght length",
        "hamta: ignore",
        "hamta: allow",
        "see hamta: allow x",
    ]);
    let say = "a note to hamta says which rules it allows: hamta: allow name-variant";
    assert_eq!(wrong.rules, [Rule::Length]);
    assert_eq!(wrong.faults, ["no rule is named lenght", say, say]);
}

#[test]
fn an_article_that_was_read_before_is_aligned_and_checked_as_one_that_was_not() {
    let glossary = glossaries();
    let knowledge = Knowledge { glossary, units: &[] };
    let faulty = [
        article("lavrov-wonsan.fa.txt", Lang::Persian),
        article("lavrov-wonsan-faults.en.txt", Lang::English),
    ];
    let texts = faulty.each_ref().map(Text::of);
    let anew = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    let mut lexicons = Lexicons::default();
    let read = faulty.each_ref().map(|article| ReadArticle::new(article, glossary));
    let beads = align(&read.each_ref().map(|read| {
        let lexicon = lexicons.of(read.article().lang());
        read.reading(knowledge, lexicon)
    }));
    assert_eq!(beads, anew);
    let passages = passages(&texts[0], &texts[1], &beads);
    let names = faulty.each_ref().map(|article| ReadArticle::names_of(article, glossary));
    let [found, anew] = [&read, &names].map(|[source, target]| {
        let translation = Translation { source, target, passages: &passages };
        let lexicons = &mut Lexicons::default();
        check_one(&translation, glossary, lexicons, Options::default()).0
    });
    assert!(!found.is_empty());
    assert_eq!(found, anew);
}
