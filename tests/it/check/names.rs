//! Names that are missing, and what is near one and none.

use std::time::Instant;

use hamta::align::{Knowledge, Reading, Text, align};
use hamta::check::{Finding, Options, Rule, Scope, check, passages};
use hamta::glossary::Glossary;
use hamta::segment::Article;
use hamta::text::Lang;

use super::{checked_by_lines, finds};
use crate::articles::glossaries;

#[test]
fn any_form_of_an_entry_will_do() {
    finds("سرگئی لاوروف به تهران آمد.", "Sergei Lavrov came to Tehran.", &[]);
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
    finds("لاوروف رفت. او برگشت.", "He left. Then Lavrov came back.", &[]);
    finds(
        "لاوروف روز جمعه به فرودگاه وونسان رسید.\nلاوروف روز شنبه ۱۲ سند را امضا کرد.",
        "The minister arrived at the airport of Wonsan on Friday.\nLavrov signed 12 documents on Saturday.",
        &["«لاوروف» is not here; write “Lavrov”"],
    );
}

#[test]
fn a_name_may_move_to_another_paragraph_that_does_not_have_it() {
    finds(
        "لاوروف روز جمعه به فرودگاه وونسان رسید.\nوزیر خارجه روز شنبه ۱۲ سند را امضا کرد.",
        "The minister arrived at the airport of Wonsan on Friday.\nLavrov signed 12 documents on Saturday.",
        &[],
    );
}

/// How many names are missing in each scope.
#[track_caller]
fn misses(persian: &str, english: &str, expected: [(Scope, usize); 4]) {
    let source = Article::new(persian, Lang::Persian);
    let target = Article::new(english, Lang::English);
    let texts = [&source, &target].map(Text::of);
    let glossary = glossaries();
    let knowledge = Knowledge { glossary, units: &[] };
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
        ("President Donald Trump spoke.", "رئیس‌جمهور ترامپ سخن گفت.", "رئیس‌جمهور سخن گفت."),
        (
            "The House of Representatives voted on it.",
            "مجلس نمایندگان به آن رأی داد.",
            "مجلس به آن رأی داد.",
        ),
        ("Many of them are Kurdish.", "بسیاری از آنان کرد هستند.", "بسیاری از آنان رفتند."),
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
        ("Labour won the election.", "کارگر در انتخابات پیروز شد.", "آنان در انتخابات پیروز شدند."),
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
        assert_eq!(found((&source, Lang::English), persian), [""; 0], "{dateline}");
    }
    for head in ["تهران - ایرنا -", "کرمانشاه- ایرنا-", "به گزارش خبرنگار سیاسی ایرنا،"]
    {
        let source = format!("{head} {persian}");
        let target = "The talks in Geneva ended on Friday.";
        assert_eq!(found((&source, Lang::Persian), target), [""; 0], "{head}");
    }
    // One that the translation has must be that of the article, and what its text says again is asked for.
    let source = english("PARIS (AP) —");
    let dateline = format!("لندن - رویترز - {persian}");
    assert_eq!(found((&source, Lang::English), &dateline), ["“PARIS” is not here; write «پاریس»"]);
    let source = english("PARIS (AP) — Paris is far away.");
    assert_eq!(found((&source, Lang::English), persian), ["“Paris” is not here; write «پاریس»"]);
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
        ("گینه", "Guinea", "Equatorial Guinea", "“Guinea” (or “Guinean”)"),
        ("ایرلند", "Republic of Ireland", "Northern Ireland", "“Ireland” (or “Irish”)"),
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
    finds("سناتورهای سنا به این طرح رأی دادند.", "Sens. Smith and Brown voted for it.", &[]);
    finds("دو عضو سنا مخالف بودند.", "Two senators were against it.", &[]);
    finds("دو عضو سنا مخالف بودند.", "Two of them were against it.", &[missing]);
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
        ("آقای خامنه‌ای نه گفت.", "Mr. Khameini said no.", Some("Khamenei")),
        ("خمینی آمد.", "Khomeni came.", Some("Khomeini")),
        ("دانشگاه پکن بسته است.", "Peking University is closed.", None),
        ("او در اودسای تگزاس است.", "He is in Odessa, Texas, now.", None),
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
    finds("او ۲۱ تیرماه ۵ میلیون دلار گرفت.", "He took $5 million on July 12.", &[]);
    finds("دوشنبه ۲ فوریه به مسکو رفت.", "He went to Moscow.", &[]);
}

#[test]
fn an_event_that_is_called_by_its_date_is_not_asked_for_where_it_is_only_that() {
    let missing = "«دوم خرداد» is not here; write “Second of Khordad”";
    for (persian, english, expected) in [
        ("تفاهم‌نامه دوم خرداد ۱۴۰۳ امضا شد.", "The memorandum was signed last month.", &[][..]),
        (
            "جشنواره از دوم خرداد تا پنجم خرداد برگزار می‌شود.",
            "The festival runs from May 22 to May 25.",
            &[],
        ),
        ("جنبش دوم خرداد سخنگویی ندارد.", "That movement has no spokesman.", &[missing]),
    ] {
        finds(persian, english, expected);
    }
}

#[test]
fn douma_is_not_the_duma() {
    finds("حمله شیمیایی در دوما ۴۰ کشته داشت.", "The chemical attack in Douma killed 40.", &[]);
    finds("نمایندگان دوما به این طرح رأی دادند.", "Members of the Duma voted for the plan.", &[]);
}

/// The seconds that it takes to check a line that has two spellings of a name so many times.
fn time_of_misspelt(spellings: [&str; 2], times: usize) -> f64 {
    let source = Article::new("لاوروف با لاوروف ".repeat(times), Lang::Persian);
    let target = Article::new(format!("{} ", spellings.join(" ")).repeat(times), Lang::English);
    let start = Instant::now();
    assert!(checked_by_lines(&source, &target, glossaries()).len() >= times);
    start.elapsed().as_secs_f64()
}

/// With the cube of their number it would take 64 times as long for four times as many.
#[test]
fn a_line_of_one_misspelt_name_takes_no_cubic_time() {
    for spellings in [["Lavrof", "Lavrof"], ["Lavrof", "Lavruf"]] {
        time_of_misspelt(spellings, 1);
        let [short, long] = [125, 500].map(|times| time_of_misspelt(spellings, times));
        assert!(long < 32.0 * short, "{spellings:?}: {short} s, then {long} s");
    }
}
