//! What `check` finds in the project's own translations.

use hamta::align::{Knowledge, Lexicons, ReadArticle, Reading, Text, align};
use hamta::check::{
    Allowed, Counterparts, Evidence, Finding, Options, Passage, Rule, Scope, Translated,
    Translation, check, check_alone, check_one, check_units, inconsistencies, passages,
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
    let knowledge = Knowledge {
        glossary,
        units: &[],
    };
    let beads = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    check(
        source,
        target,
        &passages(&texts[0], &texts[1], &beads),
        glossary,
        Options::default(),
    )
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
        pairs: vec![Counterparts {
            source,
            target,
            are_single: true,
        }],
        omitted: Vec::new(),
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
    let found: Vec<_> = found
        .iter()
        .map(|(rule, line, message)| (*rule, *line, message.as_str()))
        .collect();
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
    let found: Vec<_> = found
        .iter()
        .map(|(rule, line, message)| (*rule, *line, message.as_str()))
        .collect();
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
        (
            Rule::ForbiddenTerm,
            11,
            "write “TASS”, not “ITAR-TASS” (its name 1992-2014)",
        ),
        (
            Rule::ForbiddenTerm,
            12,
            "write “Pyongyang”, not “Pyong Yang” (wrong romanisation)",
        ),
        (
            Rule::ForbiddenTerm,
            13,
            "write “Wonsan”, not “Vonsan” (wrong romanisation)",
        ),
    ];
    assert_eq!(found, expected);
}

#[test]
fn findings_point_at_the_words_they_speak_of() {
    let source = article("lavrov-wonsan.fa.txt", Lang::Persian);
    let target = article("lavrov-wonsan-faults.en.txt", Lang::English);
    let findings = checked(&source, &target);
    let forbidden = findings
        .iter()
        .filter(|finding| finding.rule == Rule::ForbiddenTerm);
    let pointed: Vec<&str> = forbidden
        .map(|finding| finding.span.of(target.text()))
        .collect();
    assert_eq!(
        pointed,
        [
            "Choi Sun-hee",
            "Kim Jong Eun",
            "ITAR-TASS",
            "Pyong Yang",
            "Vonsan"
        ]
    );
}

#[track_caller]
fn finds(persian: &str, english: &str, expected: &[&str]) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let findings = checked(&source, &target);
    let messages: Vec<&str> = findings
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(messages, expected, "{persian} / {english}");
}

#[test]
fn any_form_of_an_entry_will_do() {
    finds(
        "سرگئی لاوروف به تهران آمد.",
        "Sergei Lavrov came to Tehran.",
        &[],
    );
    finds("سرگئی لاوروف به تهران آمد.", "Lavrov came to Tehran.", &[]);
    finds("وزیر خارجه روسیه", "the Russian foreign minister", &[]);
}

#[test]
fn a_name_inside_a_longer_one_asks_for_nothing() {
    finds("وزارت خارجه روسیه", "the Russian Foreign Ministry", &[]);
}

#[test]
fn a_forbidden_form_does_not_ask_for_the_name_as_well() {
    finds(
        "شهر وونسان",
        "the city of Vonsan",
        &["write “Wonsan”, not “Vonsan” (wrong romanisation)"],
    );
}

#[test]
fn a_name_may_move_to_another_sentence_of_its_paragraph() {
    finds(
        "لاوروف رفت. او برگشت.",
        "He left. Then Lavrov came back.",
        &[],
    );
    finds(
        "لاوروف روز جمعه به فرودگاه وونسان رسید.\nوزیر خارجه روز شنبه ۱۲ سند را امضا کرد.",
        "The minister arrived at the airport of Wonsan on Friday.\nLavrov signed 12 documents on Saturday.",
        &["«لاوروف» is not here; write “Lavrov”"],
    );
}

/// How many names are missing in each scope.
#[track_caller]
fn misses(persian: &str, english: &str, expected: [(Scope, usize); 4]) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let texts = [&source, &target].map(Text::of);
    let glossary = glossaries();
    let knowledge = Knowledge {
        glossary,
        units: &[],
    };
    let beads = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    let passages = passages(&texts[0], &texts[1], &beads);
    for (scope, count) in expected {
        let options = Options { scope };
        let findings = check(&source, &target, &passages, glossary, options);
        let missing = findings.iter().filter(|f| f.rule == Rule::MissingTerm);
        assert_eq!(missing.count(), count, "{scope:?}: {findings:?}");
    }
}

#[test]
fn a_name_that_was_said_once_may_be_he_from_then_on() {
    misses(
        "لاوروف روز جمعه ۱۲ سند را در وونسان امضا کرد.\nلاوروف روز شنبه با ۴۸ نفر دیدار کرد.",
        "Lavrov signed 12 documents in Wonsan on Friday.\nThe minister met 48 people on Saturday.",
        [
            (Scope::Segment, 1),
            (Scope::Paragraph, 1),
            (Scope::FirstMention, 0),
            (Scope::Document, 0),
        ],
    );
    misses(
        "لاوروف روز جمعه ۱۲ سند را در وونسان امضا کرد.\nلاوروف روز شنبه با ۴۸ نفر دیدار کرد.",
        "The minister signed 12 documents in Wonsan on Friday.\nLavrov met 48 people on Saturday.",
        [
            (Scope::Segment, 1),
            (Scope::Paragraph, 1),
            (Scope::FirstMention, 1),
            (Scope::Document, 0),
        ],
    );
    misses(
        "لاوروف ۱۲ سند را در وونسان امضا کرد. لاوروف روز شنبه با ۴۸ نفر دیدار کرد.",
        "Lavrov signed 12 documents in Wonsan. The minister met 48 people on Saturday.",
        [
            (Scope::Segment, 1),
            (Scope::Paragraph, 0),
            (Scope::FirstMention, 0),
            (Scope::Document, 0),
        ],
    );
    misses(
        "لاوروف روز جمعه ۱۲ سند را در وونسان امضا کرد.\nلاوروف روز شنبه با ۴۸ نفر دیدار کرد.",
        "The minister signed 12 documents in Wonsan on Friday.\nHe met 48 people on Saturday.",
        [
            (Scope::Segment, 2),
            (Scope::Paragraph, 2),
            (Scope::FirstMention, 1),
            (Scope::Document, 1),
        ],
    );
}

#[test]
fn a_surname_after_the_full_name_may_be_he() {
    finds(
        "مسعود پزشکیان به مسکو رفت. او با ولادیمیر پوتین دیدار کرد.\nپزشکیان ۲ روز در مسکو بود. پوتین گفت این گفت‌وگوها مفید بود.",
        "Masoud Pezeshkian went to Moscow. He met Vladimir Putin.\nThe Iranian president spent 2 days in Moscow. His Russian counterpart said the talks were useful.",
        &[],
    );
}

#[test]
fn a_short_form_of_a_name_will_do() {
    let glossary = glossaries();
    let found = |english: &str, persian: &str| -> Vec<Rule> {
        let source = Article::new(english, Lang::English);
        let target = Article::new(persian, Lang::Persian);
        let findings = checked_by_lines(&source, &target, glossary);
        findings.iter().map(|finding| finding.rule).collect()
    };
    let missing = [Rule::MissingTerm];
    let pairs = [
        (
            "President Donald Trump spoke.",
            "رئیس‌جمهور ترامپ سخن گفت.",
            "رئیس‌جمهور سخن گفت.",
        ),
        (
            "The House of Representatives voted on it.",
            "مجلس نمایندگان به آن رأی داد.",
            "مجلس به آن رأی داد.",
        ),
        (
            "Many of them are Kurdish.",
            "بسیاری از آنان کرد هستند.",
            "بسیاری از آنان رفتند.",
        ),
        (
            "The US Senate was divided on the budget.",
            "سناتورها بر سر بودجه اختلاف داشتند.",
            "آنان بر سر بودجه اختلاف داشتند.",
        ),
    ];
    let pairs = pairs.into_iter().chain([
        (
            "He wrote it on X.",
            "او آن را در شبکه ایکس نوشت.",
            "او آن را در شبکه اجتماعی تلگرام نوشت.",
        ),
        (
            "Labour won the election.",
            "کارگر در انتخابات پیروز شد.",
            "آنان در انتخابات پیروز شدند.",
        ),
        (
            "It was shown at Cannes.",
            "آن فیلم برنده نخل طلای کن شد.",
            "آن فیلم در جشنواره برلین بود.",
        ),
        (
            "The GOP lost the vote.",
            "جمهوری‌خواهان در رأی‌گیری شکست خوردند.",
            "آنان در رأی‌گیری شکست خوردند.",
        ),
        (
            "The International Olympic Committee wrote to them.",
            "کمیته بین‌المللی المپیک به آنان نامه نوشت.",
            "کمیته بین‌المللی صلیب سرخ به آنان نامه نوشت.",
        ),
        (
            "The World Health Organization warned them.",
            "سازمان جهانی بهداشت به آنان هشدار داد.",
            "سازمان جهانی هواشناسی به آنان هشدار داد.",
        ),
    ]);
    for (english, right, wrong) in pairs {
        assert_eq!(found(english, right), [], "{right}");
        assert_eq!(found(english, wrong), missing, "{wrong}");
    }
    // In small letters it is no name.
    assert_eq!(found("He spoke in parliament.", "او در مجلس سخن گفت."), []);
}

/// The variants of names in a Persian translation, line by line.
fn variants_in_persian(english: &str, persian: &str, glossary: &Glossary) -> Vec<Finding> {
    let source = Article::new(english, Lang::English);
    let target = Article::new(persian, Lang::Persian);
    let mut findings = checked_by_lines(&source, &target, glossary);
    findings.retain(|finding| finding.rule == Rule::NameVariant);
    findings
}

#[test]
fn a_space_after_a_particle_and_an_everyday_word_are_no_variants() {
    let glossary = glossaries();
    let found = |english: &str, persian: &str| -> Vec<String> {
        let variants = variants_in_persian(english, persian, glossary).into_iter();
        variants.map(|found| found.message).collect()
    };
    let none = [""; 0];
    assert_eq!(
        found(
            "President Luiz Inacio Lula da Silva spoke.",
            "رئیس‌جمهور لوئیز ایناسیو لولا دا سیلوا سخن گفت."
        ),
        none
    );
    assert_eq!(
        found(
            "Democrats met the Party for Freedom and Democracy.",
            "آنان با حزب آزادی و دموکراسی دیدار کردند."
        ),
        none
    );
    assert_eq!(
        found(
            "President Luiz Inacio Lula da Silva spoke.",
            "رئیس‌جمهور لوئیز ایناسیو لولا داسیلفا سخن گفت."
        )
        .len(),
        1
    );
}

#[test]
fn a_dateline_asks_for_nothing() {
    let glossary = glossaries();
    let found = |(source, lang): (&str, Lang), target: &str| -> Vec<String> {
        let source = Article::new(source, lang);
        let target = Article::new(target, lang.other());
        let findings = checked_by_lines(&source, &target, glossary);
        findings.into_iter().map(|found| found.message).collect()
    };
    let english = |dateline: &str| format!("{dateline} The talks in Geneva ended on Friday.");
    let persian = "مذاکرات ژنو روز جمعه پایان یافت.";
    for dateline in [
        "WASHINGTON, Sept 17 (Reuters) -",
        "KABUL, Afghanistan (AP) —",
        "Oct 13 (Reuters) -",
        "AMSTERDAM, Oct 31 -",
    ] {
        let source = english(dateline);
        assert_eq!(
            found((&source, Lang::English), persian),
            [""; 0],
            "{dateline}"
        );
    }
    for head in [
        "تهران - ایرنا -",
        "کرمانشاه- ایرنا-",
        "به گزارش خبرنگار سیاسی ایرنا،",
    ] {
        let source = format!("{head} {persian}");
        let target = "The talks in Geneva ended on Friday.";
        assert_eq!(found((&source, Lang::Persian), target), [""; 0], "{head}");
    }
    // One that the translation has must be that of the article, and what its text says again is asked for.
    let source = english("PARIS (AP) —");
    let dateline = format!("لندن - رویترز - {persian}");
    assert_eq!(
        found((&source, Lang::English), &dateline),
        ["“PARIS” is not here; write «پاریس»"]
    );
    let source = english("PARIS (AP) — Paris is far away.");
    assert_eq!(
        found((&source, Lang::English), persian),
        ["“Paris” is not here; write «پاریس»"]
    );
    assert_eq!(
        found(("According to Reuters, he left.", Lang::English), "او رفت."),
        ["“Reuters” is not here; write «رویترز» (or «خبرگزاری رویترز»)"]
    );
}

#[test]
fn a_country_inside_the_name_of_another_is_not_it() {
    let missing = |name: &str, forms: &str| format!("«{name}» is not here; write {forms}");
    for (country, right, wrong, forms) in [
        ("سودان", "Sudan", "South Sudan", "“Sudan” (or “Sudanese”)"),
        (
            "گینه",
            "Guinea",
            "Equatorial Guinea",
            "“Guinea” (or “Guinean”)",
        ),
        (
            "ایرلند",
            "Republic of Ireland",
            "Northern Ireland",
            "“Ireland” (or “Irish”)",
        ),
        ("ترکیه", "Republic of Türkiye", "", ""),
    ] {
        let source = format!("او روز جمعه به {country} رفت.");
        let target = |country: &str| format!("He went to {country} on Friday.");
        finds(&source, &target(right), &[]);
        if !wrong.is_empty() {
            finds(&source, &target(wrong), &[&missing(country, forms)]);
        }
    }
    finds(
        "او روز جمعه به جمهوری دموکراتیک کنگو رفت.",
        "He went to the Republic of Congo on Friday.",
        &[
            "«جمهوری دموکراتیک کنگو» is not here; write “Democratic Republic of Congo” (or “Democratic Republic of the Congo”, “DRC”, “DR Congo”, “Congo”, “Congo-Kinshasa”)",
        ],
    );
}

#[test]
fn a_name_of_the_headline_may_stand_in_the_lead_and_a_capital_be_its_country() {
    let persian = "آتش‌سوزی مرگبار در شیراز\nآتش‌سوزی روز جمعه در شیراز ۱۲ کشته بر جای گذاشت.";
    finds(
        persian,
        "Deadly fire in southern Iran\nA fire in Shiraz killed 12 people on Friday.",
        &[],
    );
    finds(
        persian,
        "Deadly fire in southern Iran\nA fire in the city killed 12 people on Friday.",
        &["«شیراز» is not here; write “Shiraz”"],
    );
    let persian =
        "دور دوم گفت‌وگوی تهران و واشنگتن در ژنو\nگفت‌وگوها روز جمعه در ژنو با ۱۲ نفر پایان یافت.";
    finds(
        persian,
        "Second round of Iran-US talks in Geneva\nThe talks in Geneva ended on Friday with 12 people.",
        &[],
    );
    finds(
        persian,
        "Second round of Iran talks in Geneva\nThe talks in Geneva ended on Friday with 12 people.",
        &["«واشنگتن» is not here; write “Washington” (or “Washington, D.C.”)"],
    );
}

#[test]
fn who_sits_in_an_institution_says_it_too() {
    let missing = "«سنا» is not here; write “Senate”";
    finds(
        "سناتورهای سنا به این طرح رأی دادند.",
        "Sens. Smith and Brown voted for it.",
        &[],
    );
    finds(
        "دو عضو سنا مخالف بودند.",
        "Two senators were against it.",
        &[],
    );
    finds(
        "دو عضو سنا مخالف بودند.",
        "Two of them were against it.",
        &[missing],
    );
}

#[test]
fn a_persian_word_is_no_variant_of_a_name_that_the_passage_has_already() {
    let glossary = glossaries();
    let found = |english: &str, persian: &str| -> Vec<String> {
        let variants = variants_in_persian(english, persian, glossary).into_iter();
        let texts = variants.map(|finding| finding.span.of(persian).to_owned());
        texts.collect()
    };
    let english = "Fans of Napoli left Naples.";
    let persian = "هواداران ناپولی ناپل را ترک کردند.";
    assert_eq!(found(english, persian), [""; 0]);
    assert_eq!(found("Naples is far.", "ناپولی دور است."), ["ناپول"]);
    let english = "Pyongyang's airport is far from Pyongyang.";
    let persian = "فرودگاه پیون‌گیانگ از پیونگ‌یانگ دور است.";
    assert_eq!(found(english, persian), ["پیون‌گیانگ"]);
}

/// A surname is forbidden by itself, and a longer name may have what another name forbids.
#[test]
fn the_names_that_ship_are_mended_as_they_stand() {
    let glossary = glossaries();
    for (persian, english, expected) in [
        (
            "آقای خامنه‌ای نه گفت.",
            "Mr. Khameini said no.",
            Some("Khamenei"),
        ),
        ("خمینی آمد.", "Khomeni came.", Some("Khomeini")),
        (
            "دانشگاه پکن بسته است.",
            "Peking University is closed.",
            None,
        ),
        (
            "او در اودسای تگزاس است.",
            "He is in Odessa, Texas, now.",
            None,
        ),
    ] {
        let source = Article::new(persian, Lang::Persian);
        let target = Article::new(english, Lang::English);
        let findings = checked_by_lines(&source, &target, glossary);
        let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
        let fixes: Vec<&str> = fixes.map(|fix| fix.text.as_str()).collect();
        assert_eq!(fixes, Vec::from_iter(expected), "{english}");
    }
}

#[test]
fn a_paragraph_more_leaves_the_others_together() {
    finds(
        "لاوروف روز جمعه به وونسان رسید.\nپوتین از پیونگ‌یانگ به مسکو بازگشت.",
        "Photo: a street in the evening\nLavrov arrived on Friday.\nPutin returned from Pyongyang to Moscow; Wonsan is far.",
        &["«وونسان» is not here; write “Wonsan”"],
    );
}

#[test]
fn lawmakers_say_their_parliament_too() {
    for persian in [
        "نمایندگان مجلس شورای اسلامی این طرح را رد کردند.",
        "نمایندگان پارلمان این طرح را رد کردند.",
        "نمایندگان کنگره این طرح را رد کردند.",
        "نمایندگان مجلس نمایندگان آمریکا این طرح را رد کردند.",
    ] {
        finds(persian, "Lawmakers rejected the plan.", &[]);
    }
}

#[test]
fn the_words_of_sums_and_dates_are_not_asked_for() {
    finds(
        "او ۲۱ تیرماه ۵ میلیون دلار گرفت.",
        "He took $5 million on July 12.",
        &[],
    );
    finds("دوشنبه ۲ فوریه به مسکو رفت.", "He went to Moscow.", &[]);
}

#[test]
fn an_event_that_is_called_by_its_date_is_not_asked_for_where_it_is_only_that() {
    let missing = "«دوم خرداد» is not here; write “Second of Khordad”";
    for (persian, english, expected) in [
        (
            "تفاهم‌نامه دوم خرداد ۱۴۰۳ امضا شد.",
            "The memorandum was signed last month.",
            &[][..],
        ),
        (
            "جشنواره از دوم خرداد تا پنجم خرداد برگزار می‌شود.",
            "The festival runs from May 22 to May 25.",
            &[],
        ),
        (
            "جنبش دوم خرداد سخنگویی ندارد.",
            "That movement has no spokesman.",
            &[missing],
        ),
    ] {
        finds(persian, english, expected);
    }
}

#[test]
fn douma_is_not_the_duma() {
    finds(
        "حمله شیمیایی در دوما ۴۰ کشته داشت.",
        "The chemical attack in Douma killed 40.",
        &[],
    );
    finds(
        "نمایندگان دوما به این طرح رأی دادند.",
        "Members of the Duma voted for the plan.",
        &[],
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
            let source = Article::new(source, source_lang);
            let target = Article::new(target, lang);
            checked_by_lines(&source, &target, glossary)
                .iter()
                .map(|finding| finding.rule)
                .collect()
        };
        assert!(
            found(wrong).contains(&rule),
            "{}: {:?}",
            rule.name(),
            found(wrong)
        );
        assert_eq!(found(right), [], "{}", rule.name());
    }
    let names = Rule::ALL.map(Rule::name);
    assert!(names.is_sorted());
}

#[test]
fn the_readme_says_of_every_rule_what_it_says_of_itself() {
    let readme = include_str!("../../README.md");
    for about in Rule::ALL.map(Rule::about) {
        let row = format!(
            "| `{}` | {} | {}",
            about.name,
            about.severity.name(),
            about.says
        );
        assert!(
            readme.lines().any(|line| line.starts_with(&row)),
            "README.md has no row that begins with {row}"
        );
    }
}

/// The rule, the unit and the text of each finding in units from Persian.
fn found_in_units(units: &[[&str; 2]]) -> Vec<(Rule, usize, String)> {
    let findings = check_units(units, Lang::Persian, glossaries(), Options::default());
    let shown = findings.iter().map(|(unit, finding)| {
        let text = finding.span.of(units[*unit][1]);
        (finding.rule, *unit, text.to_owned())
    });
    shown.collect()
}

#[test]
fn findings_in_units_point_into_their_unit() {
    let units = [
        ["لاوروف به وونسان رفت.", "Lavrov went to Vonsan."],
        ["", "nothing"],
        ["او رفت.\nاو آمد.", "He went to to\nVonsan."],
        ["پایان", " "],
        ["۱۲", ""],
        [
            "در این انفجار ۳۲۰ نفر زخمی شدند.",
            "230 people were injured.",
        ],
    ];
    let expected = [
        (Rule::ForbiddenTerm, 0, "Vonsan"),
        (Rule::RepeatedWord, 2, "to to"),
        (Rule::ForbiddenTerm, 2, "Vonsan"),
        (Rule::Untranslated, 3, ""),
        (Rule::NumberMismatch, 5, "230"),
    ];
    let found = found_in_units(&units);
    let found: Vec<_> = found
        .iter()
        .map(|(rule, unit, text)| (*rule, *unit, text.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_name_must_be_in_its_own_unit() {
    let units = [["لاوروف رفت.", "He went away."], ["او آمد.", "Lavrov came."]];
    let found = found_in_units(&units);
    let expected = (Rule::MissingTerm, 0, "He went away.".to_owned());
    assert_eq!(found, [expected]);
}

#[test]
fn units_in_two_wordings_are_found_among_others() {
    let units = [
        ["گفت‌وگوها ادامه دارد.", "The talks are continuing."],
        ["او رفت.", "He left."],
        ["گفت‌وگوها ادامه دارد.", "The negotiations go on."],
    ];
    let found = found_in_units(&units);
    let text = "The negotiations go on.".to_owned();
    assert_eq!(found, [(Rule::InconsistentTranslation, 2, text)]);
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
    assert_eq!(
        (allowed.rules.as_slice(), allowed.faults.as_slice()),
        (&expected[..], &[][..])
    );
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

/// A translation by lines, and its evidence, with the names that the glossary has.
fn translated<'a>(persian: &str, english: &'a str) -> (&'a str, Evidence) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let passages = passages_by_lines(&source, &target);
    let glossary = glossaries();
    let [source, target] = [&source, &target].map(|article| ReadArticle::new(article, glossary));
    let translated = Translated {
        source: &source,
        target: &target,
        passages: &passages,
    };
    let lexicons = &mut Lexicons::default();
    let (_, evidence) = check_one(&translated, glossary, lexicons, Options::default());
    (english, evidence)
}

#[test]
fn an_article_that_was_read_before_is_aligned_and_checked_as_one_that_was_not() {
    let glossary = glossaries();
    let knowledge = Knowledge {
        glossary,
        units: &[],
    };
    let faulty = [
        article("lavrov-wonsan.fa.txt", Lang::Persian),
        article("lavrov-wonsan-faults.en.txt", Lang::English),
    ];
    let texts = faulty.each_ref().map(Text::of);
    let anew = align(&texts.each_ref().map(|text| Reading::new(text, knowledge)));
    let mut lexicons = Lexicons::default();
    let read = faulty
        .each_ref()
        .map(|article| ReadArticle::new(article, glossary));
    let beads = align(&read.each_ref().map(|read| {
        let lexicon = lexicons.of(read.article().lang());
        read.reading(knowledge, lexicon)
    }));
    assert_eq!(beads, anew);
    let passages = passages(&texts[0], &texts[1], &beads);
    let names = faulty
        .each_ref()
        .map(|article| ReadArticle::names_of(article, glossary));
    let [found, anew] = [&read, &names].map(|[source, target]| {
        let translated = Translated {
            source,
            target,
            passages: &passages,
        };
        let lexicons = &mut Lexicons::default();
        check_one(&translated, glossary, lexicons, Options::default()).0
    });
    assert!(!found.is_empty());
    assert_eq!(found, anew);
}

/// The messages for each of the translations.
fn said(translations: &[&(&str, Evidence)]) -> Vec<Vec<String>> {
    let messages = |findings: &Vec<Finding>| findings.iter().map(|f| f.message.clone()).collect();
    let translations = translations
        .iter()
        .map(|(text, evidence)| Translation { text, evidence });
    let translations: Vec<Translation<'_>> = translations.collect();
    inconsistencies(&translations)
        .iter()
        .map(messages)
        .collect()
}

#[test]
fn a_name_spelt_otherwise_in_another_translation_is_found_there() {
    let most = translated("دارابی آمد.\nدارابی رفت.", "Darabi came.\nDarabi left.");
    let other = translated("بهروز دارابی آمد.", "Behrouz Daraby came.");
    let found = "write “Darabi”, as in 2 other places, not “Daraby”".to_owned();
    assert_eq!(said(&[&most, &other]), [vec![], vec![found.clone()]]);
    assert_eq!(said(&[&other, &most]), [vec![found], vec![]]);
    // Of two spellings that are as frequent the first is right.
    let once = translated("دارابی آمد.", "Darabi came.");
    assert_eq!(
        said(&[&other, &once]),
        [
            vec![],
            vec!["write “Daraby”, as in 1 other place, not “Darabi”".to_owned()]
        ]
    );
}

#[test]
fn the_spelling_of_the_glossary_is_right_and_two_that_it_has_are_let_pass() {
    let listed = translated("سرگئی لاوروف آمد.", "Sergey Lavrov came.");
    let admitted = translated("سرگئی لاوروف رفت.", "Sergei Lavrov left.");
    assert_eq!(said(&[&listed, &admitted]), [vec![], Vec::<String>::new()]);
}

#[test]
fn a_segment_translated_otherwise_elsewhere_is_found() {
    let first = translated("گفت‌وگوها ادامه دارد.", "The talks are continuing.");
    let second = translated("گفتگوها ادامه دارد.", "The talks go on.");
    let found = "write “The talks are continuing.”, as before".to_owned();
    assert_eq!(
        said(&[&first, &second, &first]),
        [vec![], vec![found], vec![]]
    );
}
