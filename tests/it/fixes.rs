//! Fixes: by a table, and by what holds of any text with faults planted in it.

use hamta::check::{Edit, Finding, Rule, edited, safe_edits};
use hamta::glossary::{Entry, Glossary, Kind, Status, Term};
use hamta::segment::Article;
use hamta::text::{Lang, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

use crate::check::checked_by_lines;

/// Names of which the first form is the one to write, and the others are forbidden: Persian, English.
const NAMES: [([&str; 2], [&str; 2]); 7] = [
    (["لاوروف", "لاورف"], ["Lavrov", "Lavroff"]),
    (["وونسان", "ونسان"], ["Wonsan", "Vonsan"]),
    (["کی‌یف", "کیف‌شهر"], ["Kyiv", "Kiev"]),
    (["هلند", "ندرلند"], ["Netherlands", "Holland"]),
    (["اوکراینی", "اکراینی"], ["Ukrainian", "Ukranian"]),
    (["سوریه", "سوریا"], ["Syria", "Sirius"]),
    (["آتش‌بس", "ترک مخاصمه"], ["ceasefire", "truce pact"]),
];

fn glossary() -> Glossary {
    let terms = |[right, wrong]: [&str; 2]| {
        [(right, Status::Preferred), (wrong, Status::Forbidden)]
            .map(|(text, status)| Term { text: text.to_owned(), status, note: String::new() })
            .to_vec()
    };
    let entry = |(persian, english)| Entry {
        kind: Kind::Organisation,
        persian: terms(persian),
        english: terms(english),
        note: String::new(),
    };
    Glossary::new(NAMES.map(entry).to_vec())
}

/// The rules with safe fixes.
const SAFE: [Rule; 3] = [Rule::ForbiddenTerm, Rule::NameVariant, Rule::PersianSpelling];

/// What these rules find in `text`, a translation of lines that have all names.
fn found(text: &str, lang: Lang, glossary: &Glossary) -> Vec<Finding> {
    let own = NAMES.map(|(persian, english)| match lang {
        Lang::English => persian[0],
        Lang::Persian => english[0],
    });
    let lines = vec![own.join(", "); text.split('\n').count()];
    let source = Article::new(lines.join("\n"), lang.other());
    let mut findings = checked_by_lines(&source, &Article::new(text, lang), glossary);
    findings.retain(|finding| SAFE.contains(&finding.rule));
    findings
}

/// The fixes of findings that would be written.
fn edits(findings: &[Finding]) -> Vec<Edit<'_>> {
    let fixes = findings.iter();
    safe_edits(fixes.filter_map(|finding| Some((finding.span, finding.fix.as_ref()?))))
}

fn mended(text: &str, lang: Lang, glossary: &Glossary) -> String {
    edited(text, &edits(&found(text, lang, glossary)))
}

#[test]
fn fixes_do_what_the_table_says() {
    let glossary = glossary();
    let mut wrong = Vec::new();
    for (i, row) in include_str!("../fixes/cases.tsv").lines().enumerate() {
        if row.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(cells.len(), 2, "line {} has {} columns", i + 1, cells.len());
        let lang = Lang::of(cells[0]).expect("it has letters");
        let is_found = !found(cells[0], lang, &glossary).is_empty();
        let mended = mended(cells[0], lang, &glossary);
        if mended != cells[1] || !is_found {
            wrong.push(format!("line {}: {mended} (found: {is_found})", i + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A ye that is joined may be a letter of another name.
#[test]
fn a_persian_variant_with_letters_joined_is_only_suggested() {
    let term =
        |text: &str| Term { text: text.to_owned(), status: Status::Preferred, note: String::new() };
    let glossary = Glossary::new(vec![Entry {
        kind: Kind::City,
        persian: vec![term("تالین")],
        english: vec![term("Tallinn")],
        note: String::new(),
    }]);
    for (text, is_safe) in [("او در طالین بود.", true), ("او در طالینی بود.", false)]
    {
        let source = Article::new("He was in Tallinn.", Lang::English);
        let target = Article::new(text, Lang::Persian);
        let findings = checked_by_lines(&source, &target, &glossary);
        let fixes: Vec<_> = findings.iter().map(|finding| finding.fix.as_ref()).collect();
        let [Some(fix)] = fixes[..] else {
            unreachable!("{text}: {findings:?}");
        };
        assert_eq!((fix.text.as_str(), fix.is_safe), ("تالین", is_safe), "{text}");
    }
}

/// Names that others are called by, or nearly so.
const SHARED_NAMES: &str = "fa\ten\tkind\tstatus\tnote
سیدنی\tSydney\tcity\tpreferred\t
میلان\tMilan\tcity\tpreferred\t
کی‌یف|کیف\tKyiv\tcity\tpreferred\t
کی‌یف\tKiev\tcity\tforbidden\t
لاوروف\tLavrov\tperson\tpreferred\t
لاوروف\tLavroff\tperson\tforbidden\t
والنسیا\tValencia\tcity\tpreferred\t
والنسیا\tValencia CF\torganisation\tpreferred\t
فیلیپ شاه بلژیک\tKing Philippe\tperson\tpreferred\t
محمدعلی کلی\tMuhammad Ali\tperson\tpreferred\t
";

/// Somebody else is called like a place, or nearly so.
#[test]
fn a_name_is_mended_only_where_it_is_certainly_meant() {
    let contents = hamta::exchange::glossary::read(
        SHARED_NAMES.as_bytes(),
        hamta::exchange::glossary::Table::Tsv,
        std::path::Path::new("rows.tsv"),
    );
    let glossary = Glossary::new(contents.expect("it is a glossary").entries);
    for (persian, english, expected) in [
        ("لاوروف آمد.", "He met Lavroff.", Some(("Lavrov", true))),
        ("او آمد.", "He met Lavroff.", Some(("Lavrov", false))),
        ("لاوروف آمد.", "He met Mr. Lavroff.", Some(("Lavrov", true))),
        ("سرگئی لاوروف آمد.", "He met Sergei Lavroff.", Some(("Lavrov", true))),
        ("سیدنی پاول آمد.", "He met Sidney Powell.", None),
        ("سیدنی پاول آمد.", "He met Sidney\u{a0}Powell.", None),
        ("سیدنی پاول آمد.", "He met Sidney  Powell.", None),
        ("سیدنی پاول آمد.", "He met Sidney-Powell.", None),
        ("سیدنی پاول آمد.", "It was Powell, Sidney.", Some(("Sydney", false))),
        ("سیدنی پاول آمد.", "He met Sidney “Sid” Powell.", Some(("Sydney", false))),
        ("سیدنی پاول به پاریس رفت.", "SIDNEY POWELL WENT TO PARIS.", None),
        ("او سیدنی را دید.", "He saw Sidney again.", Some(("Sydney", true))),
        ("شرکت مایلان سود کرد.", "He saw Mylan again.", None),
        ("او بازیکن سیدنی را دید.", "He saw Sidney of Sydney again.", Some(("Sydney", false))),
        ("او محمدعلی طالبی را دید.", "He saw Mohammad Ali Talebi again.", None),
        ("او کیف را دید.", "He saw Kiev again.", Some(("Kyiv", true))),
        ("آندری کیف آمد.", "He saw Andrei Kiev again.", Some(("Kyiv", false))),
        ("او والنسیا را دید.", "He saw Valensia again.", Some(("Valencia", false))),
        ("فیلیپ شاه بلژیک آمد.", "He saw King Philip again.", Some(("King Philippe", false))),
    ] {
        let source = Article::new(persian, Lang::Persian);
        let target = Article::new(english, Lang::English);
        let findings = checked_by_lines(&source, &target, &glossary);
        let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
        let fixes: Vec<_> = fixes.map(|fix| (fix.text.as_str(), fix.is_safe)).collect();
        assert_eq!(fixes, Vec::from_iter(expected), "{english}");
    }
}

/// Sentences with a place for a name.
fn sentences(lang: Lang) -> impl Strategy<Value = [&'static str; 2]> {
    let all: [[&str; 2]; 7] = match lang {
        Lang::English => [
            ["The delegation left ", " in the morning."],
            ["", " was not mentioned at all."],
            ["Reporters near ", "'s old station saw 12 trains 🙂."],
            ["He said: “", "” and nothing else."],
            ["a nai\u{308}ve view of ", "-led talks 𐎠"],
            ["It is at example.com/", "/map.html today."],
            ["Two of the ", "s had gone home, and an "],
        ],
        Lang::Persian => [
            ["هیئت صبح از ", " رفت."],
            ["خبرنگاران نزدیک ", "‌ها ۱۲ قطار دیدند 🙂."],
            ["او گفت: «", "» و دیگر هیچ."],
            ["این كتاب درباره ", "ی قدیم نوشته مي شود."],
            ["گفت‌وگو با ", "ِ دیروز 𐎠 پایان یافت"],
            ["مردم ", " را میبینند و کتاب ها را می خوانند."],
            ["نشانی example.com/", " درست نبود."],
        ],
    };
    select(all.to_vec())
}

/// Names as a text may have them.
fn names(lang: Lang) -> impl Strategy<Value = String> {
    let forms = NAMES.map(|(persian, english)| match lang {
        Lang::Persian => persian,
        Lang::English => english,
    });
    let form = (select(forms.to_vec()), 0..2_usize).prop_map(|(forms, at)| forms[at]);
    (form, 0..4).prop_map(|(form, case)| match case {
        0 => form.to_uppercase(),
        1 if form.is_ascii() => form[..1].to_uppercase() + &form[1..],
        _ => form.to_owned(),
    })
}

fn texts(lang: Lang) -> impl Strategy<Value = String> {
    let sentence =
        (sentences(lang), names(lang)).prop_map(|([a, b], name)| a.to_owned() + &name + b);
    let end = select(vec!["\n", "\r\n", "\n\n"]);
    let line = (vec(sentence, 1..3), end).prop_map(|(all, end)| all.join(" ") + end);
    (select(vec!["", "\u{FEFF}"]), vec(line, 1..4))
        .prop_map(|(mark, lines)| mark.to_owned() + &lines.concat())
}

/// What holds of every text: all else stays, what was fixed is not found again, and a second run writes nothing new.
fn holds(text: &str, lang: Lang) -> Result<(), TestCaseError> {
    let glossary = glossary();
    let findings = found(text, lang, &glossary);
    let edits = edits(&findings);
    let mended = edited(text, &edits);
    let mut at = [0; 2];
    let mut places = Vec::new();
    for Edit { span, text: right } in &edits {
        let between = &text[at[0]..span.start];
        prop_assert!(mended[at[1]..].starts_with(between));
        let start = at[1] + between.len();
        prop_assert!(mended[start..].starts_with(right));
        at = [span.end, start + right.len()];
        places.push(Span::new(start, at[1]));
    }
    prop_assert_eq!(&text[at[0]..], &mended[at[1]..]);
    let left = found(&mended, lang, &glossary);
    for finding in &left {
        let again = places.iter().find(|place| place.overlaps(finding.span));
        prop_assert!(again.is_none(), "{} in {mended:?}", finding.message);
    }
    prop_assert_eq!(edited(&mended, &self::edits(&left)), mended.clone());
    prop_assert!(left.len() + edits.len() <= findings.len(), "{findings:?} {left:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixes_of_english_mend_and_change_nothing_else(text in texts(Lang::English)) {
        holds(&text, Lang::English)?;
    }

    #[test]
    fn fixes_of_persian_mend_and_change_nothing_else(text in texts(Lang::Persian)) {
        holds(&text, Lang::Persian)?;
    }
}

/// Without this nobody would know whether the texts have anything to mend.
#[test]
fn the_texts_have_much_to_mend() {
    let glossary = glossary();
    for lang in Lang::ALL {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let changed = (0..50).filter(|_| {
            let tree = texts(lang).new_tree(&mut runner).expect("there is a text");
            let text = tree.current();
            mended(&text, lang, &glossary) != text
        });
        assert!(changed.count() > 20, "{lang:?}");
    }
}
