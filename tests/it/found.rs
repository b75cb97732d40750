//! What was found is kept from run to run: the same is said with it and without it, whatever stands in its file.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use hamta::check::{Finding, NameWord, Rendering, Renderings, Rule};
use hamta::exchange::found::{Found, Kept};
use hamta::text::{Lang, Span};
use proptest::prelude::*;

const TEXT: &str = "Lavrov went to Vonsan 🙂.";

fn found() -> Found {
    Found {
        findings: vec![Finding {
            rule: Rule::ForbiddenTerm,
            span: Span::new(15, 21),
            message: "write “Wonsan”, not “Vonsan”".to_owned(),
            fix: None,
            about: None,
        }],
        renderings: Some(Renderings {
            lang: Lang::English,
            names: vec![NameWord {
                source: u64::MAX,
                full_name: 1 << 40,
                is_surname: true,
                span: Span::new(0, 6),
                spelling: 7,
                is_listed: true,
            }],
            segments: vec![Rendering { source: 5, target: 6, span: Span::new(0, TEXT.len()) }],
        }),
    }
}

/// A file in which that is kept, as bytes.
fn file() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("kept");
    let mut kept = Kept::default();
    let packed = found().pack().expect("it can be packed");
    kept.add([7; 32], &packed);
    kept.add([9; 32], &packed);
    kept.write(&path, &[[9; 32]]).expect("it can be written");
    fs::read(path).expect("it is there")
}

/// What is kept in a file with these bytes.
fn kept(bytes: &[u8]) -> [Option<Found>; 2] {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("kept");
    fs::write(&path, bytes).expect("it can be written");
    let kept = Kept::read(&path);
    [[7; 32], [9; 32]].map(|hash| kept.get(&hash, TEXT))
}

#[test]
fn what_was_found_comes_back() {
    assert_eq!(kept(&file()), [Some(found()), Some(found())]);
    assert_eq!(kept(b""), [None, None]);
    let missing = Kept::read(Path::new("no/such/file"));
    assert_eq!(missing.get(&[7; 32], TEXT), None);
}

#[test]
fn what_does_not_suit_its_text_is_none() {
    let mut kept = Kept::default();
    kept.add([1; 32], &found().pack().expect("it can be packed"));
    assert_eq!(kept.get(&[1; 32], "Lavrov"), None);
    assert_eq!(kept.get(&[2; 32], TEXT), None);
    for span in [Span { start: 21, end: 15 }, Span::new(22, 24)] {
        let mut wrong = found();
        wrong.findings[0].span = span;
        kept.add([1; 32], &wrong.pack().expect("it can be packed"));
        assert_eq!(kept.get(&[1; 32], TEXT), None, "{span:?}");
        let mut wrong = found();
        for name in wrong.renderings.iter_mut().flat_map(|its| &mut its.names) {
            name.span = span;
        }
        kept.add([1; 32], &wrong.pack().expect("it can be packed"));
        assert_eq!(kept.get(&[1; 32], TEXT), None, "{span:?}");
    }
}

/// Whether all places can be cut out of the text.
fn is_harmless(found: &Found) -> bool {
    let mut spans: Vec<Span> = found.findings.iter().map(|finding| finding.span).collect();
    if let Some(renderings) = &found.renderings {
        spans.extend(renderings.names.iter().map(|name| name.span));
        spans.extend(renderings.segments.iter().map(|segment| segment.span));
    }
    spans.into_iter().all(|span| TEXT.get(span.range()).is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_do_harm(at in any::<prop::sample::Index>(), byte in any::<u8>(), length in any::<prop::sample::Index>()) {
        let mut bytes = file();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        for bytes in [&bytes[..], &bytes[..length.index(bytes.len())]] {
            prop_assert!(kept(bytes).iter().flatten().all(is_harmless));
        }
    }
}

/// What a run on the project says, in a folder with what it reads.
fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(["check", "news", "--format", "json"])
        .args(args)
        .current_dir(folder)
        .output()
        .expect("it runs")
}

#[test]
fn the_same_is_said_whether_it_was_found_before_or_not() {
    let folder = tempfile::tempdir().expect("there is room");
    let folder = folder.path();
    for name in ["tm", "glossaries", "news"] {
        fs::create_dir(folder.join(name)).expect("it can be made");
    }
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("it is written");
    let entry = "وونسان\tWonsan\tcity\tpreferred\t\nوونسان\tVonsan\tcity\tforbidden\t\n";
    write("glossaries/places.tsv", &format!("fa\ten\tkind\tstatus\tnote\n{entry}"));
    write("news/a.fa.txt", "بهروز دارابی به وونسان رفت.\n");
    write("news/a.en.txt", "Behrouz Daraby went to to Vonsan.\n");
    write("news/b.fa.txt", "دارابی آمد.\nدارابی رفت.\n");
    write("news/b.en.txt", "Darabi came.\nDarabi left.\n");
    write("news/alone.en.txt", "He went to to Vonsan.\n");
    let cache = folder.join("tm/check.cache");
    let anew = run(folder, &["--no-cache"]);
    assert!(!cache.exists());
    assert_eq!(String::from_utf8_lossy(&anew.stdout).lines().count(), 5, "{anew:?}");
    assert_eq!(run(folder, &[]), anew);
    let kept = fs::read(&cache).expect("it is there");
    assert_eq!(run(folder, &[]), anew);
    assert_eq!(fs::read(&cache).expect("it is there"), kept);
    // The seed of the fuzz target is of the same form.
    let seed = include_bytes!("../fuzz/seeds/found/findings");
    let mark = |file: &[u8]| file.split(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
    assert_eq!(mark(seed), mark(&kept));
    for hostile in [b"".as_slice(), b"hamta found 1\n", b"nothing", &kept[..kept.len() - 1]] {
        fs::write(&cache, hostile).expect("it can be written");
        assert_eq!(run(folder, &[]), anew);
    }
    // What is kept of one scope is none of another, and a text that has changed is looked at again.
    assert_eq!(run(folder, &["--missing-term-scope", "segment"]), anew);
    write("news/alone.en.txt", "He went to Wonsan.\n");
    let changed = run(folder, &[]);
    assert_eq!(changed, run(folder, &["--no-cache"]));
    assert_eq!(String::from_utf8_lossy(&changed.stdout).lines().count(), 3);
    // An entry that is gone forbids nothing any more.
    write(
        "glossaries/places.tsv",
        "fa\ten\tkind\tstatus\tnote\nوونسان\tWonsan|Vonsan\tcity\tpreferred\t\n",
    );
    let allowed = run(folder, &[]);
    assert_eq!(allowed, run(folder, &["--no-cache"]));
    assert_eq!(String::from_utf8_lossy(&allowed.stdout).lines().count(), 2);
}
