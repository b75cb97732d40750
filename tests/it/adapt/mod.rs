//! Adaptation: the segment's values in a unit's target, and the uncertain cases that stay as they are.

mod dates;
mod names;
mod numbers;
mod properties;

use hamta::glossary::{Entry, Glossary, Kind, Status, Term};
use hamta::matching::{Adaptation, ChangeKind, adapt};
use hamta::text::Lang;
use hamta::unit::{Side, TranslationUnit};

/// The names that the tests know: kind, Persian, English; the first form is preferred.
const NAMES: [(Kind, &str, &str); 42] = [
    (Kind::Person, "لاوروف", "Lavrov"),
    (Kind::Person, "پوتین", "Putin"),
    (Kind::Person, "عباس عراقچی", "Abbas Araghchi|Araghchi"),
    (Kind::Person, "عباس", "Abbas"),
    (Kind::Person, "کیم جونگ اون", "Kim Jong Un|Kim"),
    (Kind::Person, "کیم جونگ ایل", "Kim Jong Il|Kim"),
    (Kind::Person, "السیسی", "el-Sissi"),
    (Kind::City, "مسکو", "Moscow"),
    (Kind::City, "تهران", "Tehran"),
    (Kind::City, "پیونگ‌یانگ", "Pyongyang"),
    (Kind::City, "وین", "Vienna"),
    (Kind::Country, "ایران", "Iran|Iranian"),
    (Kind::Country, "روسیه", "Russia|Russian"),
    (Kind::Country, "آمریکا", "United States|US"),
    (Kind::Country, "ایالات متحده", "United States|US"),
    (Kind::Demonym, "ایرانی", "Iranian|Iran"),
    (Kind::Demonym, "روس", "Russian"),
    (Kind::Person, "آنگلا مرکل", "Angela Merkel"),
    (Kind::City, "لاهه", "The Hague"),
    (Kind::Country, "رژیم صهیونیستی", "Zionist regime"),
    (Kind::Country, "کنگو", "Congo"),
    (Kind::Country, "لائوس", "Laos"),
    (Kind::Country, "هلند", "Netherlands"),
    (Kind::Demonym, "آلمانی", "German"),
    (Kind::Demonym, "فرانسوی", "French"),
    (Kind::Demonym, "عراقی", "Iraqi"),
    (Kind::Demonym, "لهستانی", "Polish"),
    (Kind::Organisation, "حماس", "Hamas"),
    (Kind::Organisation, "سازمان ملل", "United Nations|UN"),
    (Kind::Organisation, "بانک جهانی", "World Bank"),
    (Kind::Organisation, "دویچه بانک", "Deutsche Bank"),
    (Kind::Organisation, "کنگره", "Congress"),
    (Kind::Organisation, "کنگره ملی آفریقا", "African National Congress"),
    (Kind::Organisation, "وزارت دفاع", "Defense Ministry"),
    (Kind::Organisation, "وزارت خارجه", "Foreign Ministry"),
    (Kind::Place, "کاخ الیزه", "Elysee Palace"),
    (Kind::Place, "کاخ باکینگهام", "Buckingham Palace"),
    (Kind::Place, "دریای سیاه", "Black Sea"),
    (Kind::Place, "دریای سرخ", "Red Sea"),
    (Kind::Currency, "دلار", "dollar"),
    (Kind::Calendar, "دوشنبه", "Monday"),
    (Kind::Calendar, "سه‌شنبه", "Tuesday"),
];

fn glossary() -> Glossary {
    let terms = |forms: &str| {
        let statuses = [Status::Preferred].into_iter();
        let statuses = statuses.chain(std::iter::repeat(Status::Admitted));
        let terms = forms.split('|').zip(statuses);
        terms
            .map(|(text, status)| Term { status, note: String::new(), text: text.to_owned() })
            .collect()
    };
    let entries = NAMES.map(|(kind, persian, english)| Entry {
        kind,
        persian: terms(persian),
        english: terms(english),
        note: String::new(),
    });
    Glossary::new(entries.into())
}

fn unit(lang: Lang, source: &str, target: &str) -> TranslationUnit {
    TranslationUnit::new(lang, Side::new(source), Side::new(target))
}

fn adapted(segment: &str, source: &str, target: &str) -> Option<Adaptation> {
    let lang = Lang::of(segment).expect("a segment has letters");
    adapt(segment, &unit(lang, source, target), lang, &glossary())
}

/// The unit's target, rewritten for the segment, is `expected`.
#[track_caller]
fn becomes(segment: &str, source: &str, target: &str, expected: &str) {
    let found = adapted(segment, source, target);
    let found = found.map(|adaptation| adaptation.target);
    assert_eq!(found.as_deref(), Some(expected), "{segment} / {source}");
}

/// Nothing in the unit's target is exchanged for the segment.
#[track_caller]
fn stays(segment: &str, source: &str, target: &str) {
    assert_eq!(adapted(segment, source, target), None, "{segment} / {source}");
}

#[test]
fn a_change_says_what_and_where() {
    let (segment, source) = ("پوتین ۱۲ بار آمد.", "لاوروف ۱۵ بار آمد.");
    let found = adapted(segment, source, "Lavrov came 15 times.").expect("it is adapted");
    let said: Vec<_> = found
        .changes
        .iter()
        .map(|change| {
            (
                change.kind,
                change.was.as_str(),
                change.span.of(&found.target),
                change.segment.of(segment),
                change.unit.of(source),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (ChangeKind::Name, "Lavrov", "Putin", "پوتین", "لاوروف"),
            (ChangeKind::Number, "15", "12", "۱۲", "۱۵"),
        ]
    );
}
