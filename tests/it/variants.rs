//! Variants: the list in `tests/variants/`, and what is no variant.

#![expect(
    clippy::panic,
    clippy::print_stdout,
    reason = "a list that cannot be read fails the run; the figures are shown when asked for"
)]

use std::fs::{self, File};

use hamta::exchange::glossary;
use hamta::glossary::{Consonants, Glossary};
use hamta::text::Lang;

use crate::articles::path;

/// What is recorded in `tests/variants/README.md`: tune and held, English and Persian.
const LEAST_TUNE_EN: usize = 307;
const LEAST_TUNE_FA: usize = 92;
const LEAST_HELD_EN: usize = 286;
const LEAST_HELD_FA: usize = 88;

/// One row of the list.
struct Case {
    name: String,
    variant: String,
    lang: Lang,
    is_held: bool,
}

impl Case {
    fn read(row: &str) -> Option<Self> {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, variant, lang, set] = cells[..] else {
            return None;
        };
        let is_held = match set {
            "tune" => false,
            "held" => true,
            _ => return None,
        };
        Some(Self {
            name: name.to_owned(),
            variant: variant.to_owned(),
            lang: Lang::from_tag(lang)?,
            is_held,
        })
    }

    /// Whether the variant is found, whole, as one of the name, inside a sentence.
    fn is_found(&self, glossary: &Glossary) -> bool {
        let (before, after) = match self.lang {
            Lang::Persian => ("گزارش درباره ", " دوباره خوانده شد."),
            Lang::English => ("The report on ", " was read again."),
        };
        let text = format!("{before}{}{after}", self.variant);
        glossary.variants(&text, self.lang).iter().any(|found| {
            let is_of_name = found.near.iter().any(|&id| {
                let mut terms = glossary.entry(id).terms(self.lang).iter();
                terms.any(|term| term.text == self.name)
            });
            is_of_name && found.span.of(&text) == self.variant
        })
    }
}

fn cases() -> Vec<Case> {
    let list = fs::read_to_string(path("tests/variants/variants.tsv")).expect("the list is there");
    let rows = list.lines().skip(1);
    rows.map(|row| Case::read(row).unwrap_or_else(|| panic!("variants.tsv: {row}"))).collect()
}

fn names() -> Glossary {
    let path = path("tests/variants/names.tsv");
    let file = File::open(&path).expect("the names are there");
    let contents = glossary::read(file, glossary::Table::Tsv, &path).expect("it is a glossary");
    assert_eq!(contents.problems, []);
    Glossary::new(contents.entries)
}

/// The figures of `tests/variants/README.md`: `cargo test --test it variants -- --nocapture`.
#[test]
fn as_many_variants_are_found_as_are_recorded() {
    let (cases, glossary) = (cases(), names());
    assert!(cases.len() >= 400, "{} variants", cases.len());
    for (is_held, lang, least) in [
        (false, Lang::English, LEAST_TUNE_EN),
        (false, Lang::Persian, LEAST_TUNE_FA),
        (true, Lang::English, LEAST_HELD_EN),
        (true, Lang::Persian, LEAST_HELD_FA),
    ] {
        let these = cases.iter().filter(|case| case.is_held == is_held && case.lang == lang);
        let found: Vec<bool> = these.map(|case| case.is_found(&glossary)).collect();
        let count = found.iter().filter(|&&is_found| is_found).count();
        println!("held: {is_held}, {lang}: {count} of {}", found.len());
        assert!(count >= least, "{count} of {} found, {least} recorded", found.len());
    }
}

#[test]
fn the_halves_share_no_name() {
    let cases = cases();
    let name = |is_held: bool| cases.iter().filter(move |case| case.is_held == is_held);
    for case in name(true) {
        assert!(name(false).all(|other| other.name != case.name), "{}", case.name);
    }
}

#[track_caller]
fn found(text: &str, lang: Lang, expected: &[(&str, &str)]) {
    let glossary = names();
    let variants = glossary.variants(text, lang);
    let found: Vec<(&str, &str)> = variants
        .iter()
        .map(|variant| (variant.span.of(text), glossary.right_spelling(variant, lang)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn variants_are_found_with_what_is_written_on_to_them() {
    found(
        "Yesterday Lavroff’s aides met Kim Jung-un in Vonsan.",
        Lang::English,
        &[("Lavroff", "Lavrov"), ("Kim Jung-un", "Kim Jong Un"), ("Vonsan", "Wonsan")],
    );
    found(
        "دیروز ولادمیر پوتین به پیون‌گیانگ رفت.",
        Lang::Persian,
        &[("ولادمیر پوتین", "ولادیمیر پوتین"), ("پیون‌گیانگ", "پیونگ‌یانگ")],
    );
}

#[test]
fn the_right_spelling_is_no_variant() {
    for text in [
        "Lavrov’s aides, the Lavrovs and Kim Jong-Un met in Wonsan.",
        "LAVROV MET PUTIN",
        "he met lavrof",
        "",
        "'' — . -",
    ] {
        found(text, Lang::English, &[]);
    }
    found("لاوروف‌ها و لاوروفی به پیونگ یانگ و پیونگیانگ رفتند.", Lang::Persian, &[]);
}

#[test]
fn somebody_else_is_no_variant() {
    found("The talks with Meghan Markle ended.", Lang::English, &[]);
    found("The talks with Pete Marko Zareefian ended.", Lang::English, &[]);
}

#[test]
fn a_word_made_of_a_name_or_with_a_number_is_no_variant() {
    let rows = "fa\ten\tkind\tstatus\tnote
محافظه‌کاران\tConservatives\torganisation\tpreferred\t
قاره آمریکا\tThe Americas\tregion\tpreferred\t
عباس\tAbbas\tperson\tpreferred\t
";
    let glossary = glossary_of(rows);
    for text in [
        "The old Neoconservatives met.",
        "It was The American who called.",
        "See the page of 20Abbas there.",
    ] {
        assert_eq!(glossary.variants(text, Lang::English), [], "{text}");
    }
    let misspelt = glossary.variants("The old Conservativs met.", Lang::English);
    assert_eq!(misspelt.len(), 1);
}

/// The glossary of a table.
fn glossary_of(rows: &str) -> Glossary {
    let contents = glossary::read(rows.as_bytes(), glossary::Table::Tsv, &path("rows.tsv"));
    let contents = contents.expect("it is a glossary");
    assert_eq!(contents.problems, []);
    Glossary::new(contents.entries)
}

#[test]
fn a_term_is_no_variant_of_another_one() {
    let rows = "fa\ten\tkind\tstatus\tnote
کمال خرازی\tKamal Kharazi|Kamal Kharrazi|Kharazi|Kharrazi\tperson\tpreferred\t
روح‌الله خمینی\tRuhollah Khomeini|Imam Khomeini|Ayatollah Khomeini|Khomeini\tperson\tpreferred\t
علی خامنه‌ای\tAli Khamenei|Khamenei\tperson\tpreferred\t
علی خامنه‌ای\tKhameini\tperson\tforbidden\t
ساموآیی\tSamoan\tdemonym\tpreferred\t
امان\tAmman\tcity\tpreferred\t
";
    let glossary = glossary_of(rows);
    for text in [
        "They said that Sadegh Kharrazi left.",
        "They said that Sadegh Kharazi left.",
        "The friends of Imam Khamenei left.",
        "The friends of Ayatollah Khameini left.",
        "They lived in cities such as Amman then.",
        "They lived in cities such as Amaan then.",
    ] {
        let found = glossary.variants(text, Lang::English);
        let mut found = found.iter().map(|variant| glossary.right_spelling(variant, Lang::English));
        assert!(found.all(|right| right == "Amman"), "{text}");
    }
    let found = glossary.variants("The friends of Imam Khomeny left.", Lang::English);
    assert_eq!(found.len(), 1);
    assert!(found[0].is_as_titled);
    let found = glossary.variants("The friends of Ruhollah Khomeny left.", Lang::English);
    assert_eq!(found.len(), 1);
    assert!(!found[0].is_as_titled);
}

#[test]
fn small_words_stand_inside_variants() {
    let rows = "fa\ten\tkind\tstatus\tnote
ادواردو دوس آنتوس\tEduardo dos Antos\tperson\tpreferred\t
ژان دو بله\tJean du Bellay\tperson\tpreferred\t
ناصر الذهبی\tNasser adh-Dhahabi\tperson\tpreferred\t
";
    let glossary = glossary_of(rows);
    for (variant, name) in [
        ("Eduarda dos Antos", "Eduardo dos Antos"),
        ("Jean du Belay", "Jean du Bellay"),
        ("Naser adh-Dhahabi", "Nasser adh-Dhahabi"),
    ] {
        let text = format!("Then {variant} came.");
        let found = glossary.variants(&text, Lang::English);
        let right: Vec<_> = found
            .iter()
            .map(|found| (found.span.of(&text), glossary.right_spelling(found, Lang::English)))
            .collect();
        assert_eq!(right, [(variant, name)]);
    }
}

#[test]
fn the_evidence_is_told() {
    let glossary = names();
    let variants = glossary.variants("He met Lavroff there.", Lang::English);
    assert_eq!(variants.len(), 1);
    assert_eq!((variants[0].distance, variants[0].consonants), (2, Consonants::Same));
}
