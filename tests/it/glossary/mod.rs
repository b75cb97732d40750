//! Finding names in text, glossary files, conflicts and merging.

mod exchange;
mod hostile;
mod spreadsheets;

use std::convert::Infallible;
use std::path::Path;

use hamta::exchange::glossary::{self, Contents, Table};
use hamta::glossary::{
    Clash, ConflictKind, Decision, Ending, Entry, Glossary, Merged, Status, conflicts, merge,
};
use hamta::text::Lang;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

fn read(table: &str) -> Contents {
    glossary::read(table.as_bytes(), Table::Tsv, Path::new("names.tsv")).expect("it has a header")
}

fn names() -> Glossary {
    let table = "fa\ten\tkind\tstatus\tnote
لاوروف\tLavrov\tperson\tpreferred\t
سرگئی لاوروف\tSergey Lavrov|Lavrov\tperson\tpreferred\t
روس|روسی\tRussian\tdemonym\tpreferred\t
روسیه\tRussia\tcountry\tpreferred\t
کره شمالی\tNorth Korea\tcountry\tpreferred\t
کره‌ای\tKorean\tdemonym\tpreferred\t
کره\tKorea\tcountry\tpreferred\t
آمریکا\tUnited States|US\tcountry\tpreferred\t
پیونگ‌یانگ\tPyongyang\tcity\tpreferred\t
اردوغان\tErdoğan\tperson\tpreferred\t
";
    let contents = read(table);
    assert_eq!(contents.problems, []);
    Glossary::new(contents.entries)
}

/// The names in a text, with `+` where an ending and `~` where a ye is written on to them.
#[track_caller]
fn finds(lang: Lang, text: &str, expected: &[&str]) {
    let occurrences = names().occurrences(text, lang);
    let found = occurrences.iter().map(|occurrence| {
        let ending = match occurrence.ending {
            Ending::None => "",
            Ending::Inflection => "+",
            Ending::Ye => "~",
        };
        format!("{}{ending}", occurrence.span.of(text))
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn persian_names_are_found_with_their_endings() {
    finds(Lang::Persian, "لاوروف گفت", &["لاوروف"]);
    finds(Lang::Persian, "لاوروف‌ها", &["لاوروف+"]);
    finds(Lang::Persian, "لاوروفها", &["لاوروف+"]);
    finds(Lang::Persian, "لاوروف ها", &["لاوروف+"]);
    finds(Lang::Persian, "لاوروفی", &["لاوروف~"]);
    finds(Lang::Persian, "«لاوروف»،", &["لاوروف"]);
    finds(Lang::Persian, "کره‌ای‌اش", &["کره‌ای+"]);
    finds(Lang::Persian, "کرهایاش", &["کرهای+"]);
}

#[test]
fn half_spaces_and_spaces_may_be_lost() {
    finds(Lang::Persian, "کره شمالی", &["کره شمالی"]);
    finds(Lang::Persian, "کره‌شمالی", &["کره‌شمالی"]);
    finds(Lang::Persian, "کرهشمالی", &["کرهشمالی"]);
    finds(Lang::Persian, "پیونگیانگ، پیونگ یانگ", &["پیونگیانگ", "پیونگ یانگ"]);
    finds(Lang::Persian, "كره شمالي", &["كره شمالي"]);
}

#[test]
fn the_longest_name_counts() {
    finds(Lang::Persian, "سرگئی لاوروف و لاوروف", &["سرگئی لاوروف", "لاوروف"]);
    finds(Lang::English, "Sergey Lavrov and Lavrov", &["Sergey Lavrov", "Lavrov"]);
}

#[test]
fn a_name_is_not_found_inside_another_word() {
    finds(Lang::Persian, "روسیه", &["روسیه"]);
    finds(Lang::Persian, "عروسی روسری", &[]);
    finds(Lang::Persian, "لاورو ف", &[]);
    finds(Lang::Persian, "کره زمین‌شناسی", &["کره"]);
    finds(Lang::English, "Lavrovian Prussia", &[]);
    finds(Lang::English, "NorthKorea", &[]);
}

#[test]
fn english_names_are_found_with_possessive_and_plural() {
    finds(Lang::English, "Russia's and Russia’s", &["Russia", "Russia"]);
    finds(Lang::English, "the Koreas, Russians", &["Korea+", "Russian+"]);
    finds(Lang::English, "the North Korea-Russia summit", &["North Korea", "Russia"]);
    finds(Lang::English, "RUSSIA, Erdogan and ERDOĞAN", &["RUSSIA", "Erdogan", "ERDOĞAN"]);
}

#[test]
fn capitals_tell_a_name_from_a_word() {
    finds(Lang::English, "it told us in the US", &["US"]);
    finds(Lang::English, "russian", &[]);
}

#[test]
fn a_row_may_forbid_forms_in_both_languages() {
    let contents = read(
        "fa\ten\tkind\tstatus\tnote
کی‌یف\tKyiv\tcity\tpreferred\tcapital of Ukraine
کی‌یف|کیف\tKiev\tcity\tforbidden\tfrom Russian
",
    );
    assert_eq!(contents.problems, []);
    let entry = &contents.entries[0];
    assert_eq!(entry.note, "capital of Ukraine");
    assert_eq!(entry.with_status(Lang::English, Status::Forbidden).collect::<Vec<_>>(), ["Kiev"]);
    assert_eq!(entry.with_status(Lang::Persian, Status::Forbidden).collect::<Vec<_>>(), ["کیف"]);
    assert_eq!(entry.english[1].note, "from Russian");
}

/// What is wrong in a table whose only good row is the last one.
#[track_caller]
fn problem(row: &str, message: &str) {
    let contents =
        read(&format!("fa\ten\tkind\tstatus\tnote\n{row}\nمسکو\tMoscow\tcity\tpreferred\t\n"));
    let problems: Vec<String> = contents.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [format!("names.tsv:2: {message}")]);
    assert_eq!(contents.entries.len(), 1, "the good row is kept");
}

#[test]
fn a_bad_row_is_a_problem_with_its_line() {
    problem("\tKyiv\tcity\tpreferred\t", "no Persian term");
    problem("کی‌یف\t\tcity\tpreferred\t", "no English term");
    problem("کی‌یف\t\tcity\tforbidden\t", "no term that is forbidden");
    problem("کی‌یف\tKyiv|\tcity\tpreferred\t", "an empty term in the English cell");
    problem("Kyiv\tکی‌یف\tcity\tpreferred\t", "“Kyiv” is not in Persian letters");
    problem("کی‌یف\tKyiv|Kyiv\tcity\tpreferred\t", "“Kyiv” twice in one row");
    problem("کی‌یف\tKy\u{7}iv\tcity\tpreferred\t", "“Ky□iv” holds a control character, U+0007");
    problem(
        "کی‌یف\tKyiv\tvillage\tpreferred\t",
        "unknown kind “village”; known are person, country, city, region, place, demonym, organisation, agreement, event, language, currency, calendar, concept",
    );
    problem(
        "کی‌یف\tKyiv\tcity\tgood\t",
        "unknown status “good”; known are preferred, admitted, forbidden",
    );
    problem("کی‌یف\tKiev\tcity\tforbidden\t", "“کی‌یف” has no row that is preferred");
}

#[test]
fn forms_are_read_in_the_letters_that_they_stand_for() {
    let cases = [
        ("تهـــران", "تهران"),
        ("\u{FEE3}\u{FEB4}\u{FB91}\u{FEEE}", "مسکو"),
        ("\u{FEFB}\u{FEED}\u{FEB3}", "لاوس"),
        ("\u{FE8B}\u{FEF4}", "ئی"),
        ("آتش\u{AC}بس", "آتش\u{200C}بس"),
        ("كـييف", "کییف"),
        ("آب\u{A0}معدنی", "آب معدنی"),
        ("\u{200F}رم\u{200E}\u{A0}", "رم"),
        ("\u{202B}رم\u{202C}", "رم"),
        // What shapes a letter at the end of its word is wanted.
        ("هـ", "هـ"),
        ("هـ.ش", "هـ.ش"),
    ];
    for (written, expected) in cases {
        let contents =
            read(&format!("fa\ten\tkind\n{written}\t\u{200E}Name\u{A0}of it\tconcept\n"));
        assert!(contents.problems.is_empty(), "{:?}", contents.problems);
        let entry = &contents.entries[0];
        assert_eq!(entry.persian[0].text, expected, "{written:?}");
        assert_eq!(entry.english[0].text, "Name of it");
    }
}

#[test]
fn forbidden_forms_stay_as_they_are_written() {
    let contents = read(
        "fa\ten\tkind\tstatus\nتهران\tTehran\tcity\tpreferred\nتهران|تهـران\tTeheran\tcity\tforbidden\n",
    );
    assert!(contents.problems.is_empty(), "{:?}", contents.problems);
    assert_eq!(contents.entries[0].persian[1].text, "تهـران");
}

#[test]
fn a_name_with_two_translations_is_a_conflict() {
    let contents = read("fa\ten\tkind\nکی‌یف\tKyiv\tcity\nکييف\tKiev\tcity\nکی‌یف\tKiew\tcity\n");
    assert_eq!(contents.problems, []);
    assert_eq!(contents.lines, [2, 3, 4]);
    let found = conflicts(&contents.entries);
    let found: Vec<_> = found.iter().map(|c| (c.kind, c.first, c.second)).collect();
    assert_eq!(
        found,
        [(ConflictKind::TwoTranslations, 0, 1), (ConflictKind::TwoTranslations, 0, 2),]
    );
}

#[test]
fn a_form_has_one_status() {
    let contents = read(
        "fa\ten\tkind\tstatus\nکی‌یف\tKyiv|Kiev\tcity\tpreferred\nکی‌یف\tKiev\tcity\tforbidden\n",
    );
    let problems: Vec<String> = contents.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["names.tsv:3: “Kiev” is admitted and forbidden in one entry"]);
}

#[test]
fn a_row_that_forbids_finds_its_entry_by_the_fold() {
    let contents = read("fa\ten\tkind\tstatus\nکی‌یف\tKyiv\tcity\t\nکييف\tKiev\tcity\tforbidden\n");
    assert_eq!(contents.problems, []);
    let forbidden: Vec<_> =
        contents.entries[0].with_status(Lang::English, Status::Forbidden).collect();
    assert_eq!(forbidden, ["Kiev"]);
}

#[test]
fn a_file_without_a_header_says_so() {
    let failed = |table: &str| {
        let read = glossary::read(table.as_bytes(), Table::Tsv, Path::new("names.tsv"));
        read.expect_err("it has no header").to_string()
    };
    assert_eq!(
        failed("مسکو\tMoscow\n"),
        "names.tsv:1: no header row, with fa and en or the like; the first row is: مسکو | Moscow; if it holds an entry, write a row with the names of the columns above it, or bring the file in: hamta glossary import --columns fa,en"
    );
    assert_eq!(
        failed(""),
        "names.tsv: no header row, with fa and en or the like; the file is empty"
    );
}

#[test]
fn csv_may_quote_and_begin_with_a_byte_order_mark() {
    let table =
        "\u{FEFF}EN,FA,Note\r\n\"Korea, North\",کره شمالی,\"said \"\"DPRK\"\" at home\"\r\n";
    let contents = glossary::read(table.as_bytes(), Table::Csv, Path::new("names.csv"))
        .expect("it has a header");
    assert_eq!(contents.problems, []);
    assert_eq!(contents.entries[0].preferred(Lang::English), Some("Korea, North"));
    assert_eq!(contents.entries[0].note, "said \"DPRK\" at home");
}

fn written(contents: &Contents) -> String {
    let mut written = Vec::new();
    glossary::write(&mut written, &contents.entries).expect("a vector takes everything");
    String::from_utf8(written).expect("it is written in UTF-8")
}

#[test]
fn what_is_written_is_sorted_and_reads_back_the_same() {
    let contents = read(
        "fa\ten\tkind\tstatus\tnote
مسکو\tMoscow\tcity\tpreferred\t
کی‌یف\tKiev\tcity\tforbidden\told
اودسا\tOdessa\tcity\tadmitted\tbefore 2022
اودسا\tOdesa\tcity\tpreferred\ta port
کی‌یف\tKyiv\tcity\tpreferred\t
",
    );
    let canonical = "fa\ten\tkind\tstatus\tnote
اودسا\tOdesa\tcity\tpreferred\ta port
اودسا\tOdessa\tcity\tadmitted\tbefore 2022
مسکو\tMoscow\tcity\tpreferred\t
کی‌یف\tKyiv\tcity\tpreferred\t
کی‌یف\tKiev\tcity\tforbidden\told
";
    assert_eq!(written(&contents), canonical);
    assert_eq!(written(&read(canonical)), canonical);
}

#[test]
fn contradictions_are_found() {
    let contents = read(
        "fa\ten\tkind\tstatus
کی‌یف\tKyiv\tcity\tpreferred
کیوی|کی‌یف\tKiwi\tcity\tpreferred
پایتخت اوکراین\tKyiv City\tcity\tpreferred
پایتخت اوکراین\tKyiv\tcity\tforbidden
کي يف|کیو\tKyiv\tperson\tpreferred
",
    );
    assert_eq!(contents.problems, []);
    let found = conflicts(&contents.entries);
    let found: Vec<_> =
        found.iter().map(|c| (c.kind, c.first, c.second, c.form.as_str())).collect();
    assert_eq!(
        found,
        [
            (ConflictKind::TwoTranslations, 0, 1, "کی‌یف"),
            (ConflictKind::PreferredAndForbidden, 0, 2, "Kyiv"),
        ]
    );
}

fn decided(entries: &mut Vec<Entry>, new: &str, decision: Decision) -> Merged {
    let decide = |_: &Clash| Ok::<_, Infallible>(decision);
    let Ok(merged) = merge(entries, read(new).entries, decide);
    merged
}

fn keep(entries: &mut Vec<Entry>, new: &str) -> Merged {
    decided(entries, new, Decision::Keep)
}

/// Who decides may fail, which ends it: nobody is asked again.
#[test]
fn a_merge_ends_where_nobody_decides() {
    let mut entries = read("fa\ten\tkind\nکی‌یف\tKiev\tcity\nاسلو\tOsloo\tcity\n").entries;
    let new = read("fa\ten\tkind\nکی‌یف\tKyiv\tcity\nاسلو\tOslo\tcity\n").entries;
    let mut asked = 0;
    let ended = merge(&mut entries, new, |_| {
        asked += 1;
        Err("stopped")
    });
    assert_eq!((ended.err(), asked), (Some("stopped"), 1));
}

#[test]
fn importing_twice_is_importing_once() {
    let new = "fa\ten\tkind\nمسکو\tMoscow|Moskva\tcity\nتهران\tTehran\tcity\n";
    let mut entries = read("fa\ten\tkind\nمسکو\tMoscow\tcity\n").entries;
    let first = keep(&mut entries, new);
    assert_eq!((first.appended, first.changed, first.same), (vec![1], vec![0], 0));
    let before = entries.clone();
    let second = keep(&mut entries, new);
    assert_eq!((second.appended, second.changed, second.same), (vec![], vec![], 2));
    assert_eq!(entries, before);
}

#[test]
fn what_is_there_can_be_kept_or_replaced() {
    let table = "fa\ten\tkind\tstatus\tnote
کی‌یف\tKiev|Kieff\tcity\t\tcapital of Ukraine
کی‌یف\tKiew\tcity\tforbidden\t
";
    let new = "fa\ten\tkind\nکييف\tKyiv\tcity\n";
    let mut kept = read(table).entries;
    let merged = keep(&mut kept, new);
    assert_eq!(kept, read(table).entries);
    assert_eq!(merged.left_out, [0]);
    assert_eq!(merged.clashes[0].kind, ConflictKind::TwoTranslations);
    assert_eq!(merged.clashes[0].preferred, ["Kiev", "Kyiv"]);
    let mut replaced = read(table).entries;
    let merged = decided(&mut replaced, new, Decision::Replace);
    assert_eq!(merged.replaced, [0]);
    let forms: Vec<_> = replaced[0].english.iter().map(|t| (t.text.as_str(), t.status)).collect();
    assert_eq!(
        forms,
        [("Kyiv", Status::Preferred), ("Kieff", Status::Admitted), ("Kiew", Status::Forbidden),]
    );
    assert_eq!(replaced[0].note, "capital of Ukraine");
}

#[test]
fn a_preferred_form_is_not_given_up_for_an_entry_that_forbids_it() {
    let mut entries = read("fa\ten\tkind\nکی‌یف\tKyiv\tcity\n").entries;
    let before = entries.clone();
    let new = "fa\ten\tkind\tstatus\nخارکیف\tKharkiv\tcity\t\nخارکیف\tKyiv\tcity\tforbidden\n";
    let merged = decided(&mut entries, new, Decision::Replace);
    assert_eq!(merged.left_out, [0]);
    assert_eq!(merged.clashes[0].kind, ConflictKind::PreferredAndForbidden);
    assert_eq!(entries, before);
}

#[test]
fn an_entry_that_forbids_a_form_waits_for_the_one_that_gives_it_up() {
    let mut entries = read("fa\ten\tkind\nکی‌یف\tKiew\tcity\n").entries;
    let new = "fa\ten\tkind\tstatus
کیِو\tKiev\tcity\t
کیِو\tKiew\tcity\tforbidden
کی‌یف\tKyiv\tcity\t
";
    let merged = decided(&mut entries, new, Decision::Replace);
    assert!(merged.left_out.is_empty());
    assert_eq!(merged.appended, [0]);
    assert_eq!(merged.replaced, [1]);
}

/// Rows of few names, so that they meet.
fn some_rows() -> impl Strategy<Value = String> {
    let row = "(کی‌یف|کييف|کیف|اسلو)(\\|(کیف|مسکو))?\t(Kyiv|Kiev|Oslo)(\\|(Kyiw|Kieff))?\tcity\t(preferred|admitted|forbidden)\t(a|b|)\n";
    proptest::collection::vec(row, 0..8)
        .prop_map(|rows| format!("fa\ten\tkind\tstatus\tnote\n{}", rows.concat()))
}

proptest! {
    #[test]
    fn no_file_breaks_the_reader(bytes in any::<Vec<u8>>(), rows in "([\\PC\t|\n]|fa|en|preferred|city|کیف){0,60}") {
        let _ = glossary::read(bytes.as_slice(), Table::Csv, Path::new("x.csv"));
        let with_header = format!("fa\ten\tkind\tstatus\n{rows}");
        let contents = read(&with_header);
        let again = read(&written(&contents));
        let is_sound = conflicts(&contents.entries).is_empty();
        prop_assert!(!is_sound || again.problems.is_empty(), "{:?}", again.problems);
    }

    #[test]
    fn importing_any_table_twice_is_importing_it_once(
        there in some_rows(), new in some_rows(),
    ) {
        // Rows of one file that contradict each other replace each other, time and again.
        let is_sound = [&there, &new]
            .into_iter()
            .all(|rows| conflicts(&read(rows).entries).is_empty());
        for decision in [Decision::Keep, Decision::Replace] {
            let mut entries = read(&there).entries;
            decided(&mut entries, &new, decision);
            let once = written(&Contents { entries: entries.clone(), ..Contents::default() });
            decided(&mut entries, &new, decision);
            let twice = written(&Contents { entries, ..Contents::default() });
            if decision == Decision::Keep || is_sound {
                prop_assert_eq!(once, twice, "{:?}", decision);
            }
        }
    }

    #[test]
    fn names_are_found_in_any_text(text in "(\\PC|روسیه|کره| |\u{200C}|ها|Korea){0,40}") {
        for lang in Lang::ALL {
            let mut end = 0;
            for occurrence in names().occurrences(&text, lang) {
                prop_assert!(occurrence.span.start >= end && !occurrence.span.is_empty());
                prop_assert!(!occurrence.span.of(&text).is_empty());
                end = occurrence.span.end;
            }
        }
    }
}
