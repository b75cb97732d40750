//! What is made of a glossary is kept as bytes: it comes back the same, and bytes that are anything else do no harm.

use std::fs;
use std::path::Path;

use hamta::exchange::glossary::{Table, kept, read};
use hamta::exchange::key::Key;
use hamta::glossary::{Glossary, Packed};
use hamta::text::Lang;

const TABLE: &str = "fa\ten\tkind\tstatus\tnote
ترک\tTurk\tdemonym\tpreferred\t
سرگئی لاوروف|لاوروف\tSergey Lavrov|Lavrov\tperson\tpreferred\t
سرگئی لاوروف\tLavroff\tperson\tforbidden\t
وونسان\tWonsan\tcity\tpreferred\t
کره شمالی|کره‌شمالی\tNorth Korea|DPRK\tcountry\tpreferred\tنام رسمی دیگر است
";

const TEXTS: [(&str, Lang); 2] = [
    ("سرگئی لاوروف و ترک‌ها به ونسان رفتند؛ لاوروف از کرهٔ شمالی گفت.", Lang::Persian),
    (
        "Sergey Lavroff flew to Vonsan in North Korea; the DPRK thanked Lavrov's Turks.",
        Lang::English,
    ),
];

fn glossary() -> Glossary {
    let contents =
        read(TABLE.as_bytes(), Table::Tsv, Path::new("names.tsv")).expect("it is a table");
    assert!(contents.problems.is_empty(), "{:?}", contents.problems);
    Glossary::new(contents.entries)
}

/// All that is found in the texts.
fn found(glossary: &Glossary) -> String {
    TEXTS
        .map(|(text, lang)| {
            let (names, variants) =
                (glossary.occurrences(text, lang), glossary.variants(text, lang));
            format!("{names:?} {variants:?}")
        })
        .join("\n")
}

/// A glossary of which everything was made, as bytes.
fn packed() -> Packed {
    let glossary = glossary();
    found(&glossary);
    glossary.pack().expect("it is new")
}

#[test]
fn what_is_unpacked_finds_the_same() {
    let packed = packed();
    assert!(packed.parts.iter().all(|part| !part.is_empty()));
    let unpacked = Glossary::unpack(packed).expect("it was packed");
    let glossary = glossary();
    assert_eq!(unpacked.entries(), glossary.entries());
    assert!(found(&glossary).contains("near"), "variants are among it");
    assert_eq!(found(&unpacked), found(&glossary));
    assert_eq!(unpacked.pack(), None, "nothing is new");
}

#[test]
fn only_what_was_made_is_packed_and_more_can_follow() {
    let glossary = glossary();
    glossary.occurrences(TEXTS[0].0, Lang::Persian);
    let first = glossary.pack().expect("it is new");
    let made = |packed: &Packed| packed.parts.clone().map(|part| !part.is_empty());
    assert_eq!(made(&first), [true, true, false, false, false]);
    let next = Glossary::unpack(first.clone()).expect("it was packed");
    assert_eq!(next.pack(), None);
    next.variants(TEXTS[1].0, Lang::English);
    let second = next.pack().expect("more was made");
    assert_eq!(made(&second), [true, true, true, false, true]);
    assert_eq!(second.parts[1], first.parts[1]);
}

#[test]
fn bytes_that_were_changed_or_cut_off_do_no_harm() {
    let packed = packed();
    let whole = found(&glossary());
    for part in 0..Packed::PARTS {
        let length = packed.parts[part].len();
        for at in (0..length).step_by(1 + length / 30) {
            for change in [0x01, 0xFF] {
                let mut other = packed.clone();
                other.parts[part][at] ^= change;
                Glossary::unpack(other).as_ref().map(found);
            }
            let mut other = packed.clone();
            other.parts[part].truncate(at);
            let left = Glossary::unpack(other);
            assert_eq!(left.is_none(), part == 0, "part {part} cut off at {at}");
            assert!(left.is_none_or(|left| found(&left) == whole), "part {part} cut off at {at}");
        }
    }
}

#[test]
fn a_file_is_read_under_its_key_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("glossaries.cache");
    let key = |parts: &[&str]| {
        let mut key = Key::default();
        parts.iter().for_each(|part| key.add(part.as_bytes()));
        key
    };
    let packed = packed();
    assert_eq!(kept::read(&path, key(&["a"])), None, "there is no file");
    kept::write(&path, key(&["a", "bc"]), &packed).expect("it can be written");
    assert_eq!(kept::read(&path, key(&["a", "bc"])), Some(packed));
    for other in [&["a"][..], &["ab", "c"], &["abc"], &["a", "bc", ""]] {
        assert_eq!(kept::read(&path, key(other)), None, "{other:?}");
    }
    let whole = fs::read(&path).expect("the file is there");
    for length in [0, 1, 31, 32, 40, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).expect("it can be written");
        assert_eq!(kept::read(&path, key(&["a", "bc"])), None, "{length}");
    }
    fs::write(&path, [&whole[..], b"x"].concat()).expect("it can be written");
    assert_eq!(kept::read(&path, key(&["a", "bc"])), None, "something follows");
}
