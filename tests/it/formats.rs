//! Findings as programs read them: SARIF by its schema, and every format by what its columns point at.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// English with letters outside the BMP, a combining mark and Persian before the name that must not be written so.
const LINE: &str = "🙂 𐎠 nai\u{308}ve (می‌شود): Lavrov flew to Vonsan.";

/// What hamta writes of a file in its folder, which is below that of the project.
fn written(name: &str, text: &str, args: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join(name), text).expect("it can be written");
    fs::write(folder.path().join("خبر.fa.txt"), "لاوروف به ونسان رفت.").expect("it can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(args)
        .args(["--quiet", "--project", env!("CARGO_MANIFEST_DIR")])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn checked(format: &str) -> String {
    let text = format!("\u{FEFF}A visit\n{LINE}\n");
    let args = ["check", "خبر.fa.txt", "خبر 1.en.txt", "--format", format];
    written("خبر 1.en.txt", &text, &args)
}

fn linted(format: &str) -> String {
    let text =
        "fa\ten\tkind\nلاوروف\tLavrov\tperson\nلاوروف\tLavroff\tperson\nمسکو\tMoscow\tvillage\n";
    let args = ["glossary", "lint", "names.tsv", "--format", format];
    written("names.tsv", text, &args)
}

pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// The schema of SARIF 2.1.0; `tests/sarif/README.md` says where it comes from.
pub(crate) fn sarif_schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sarif/sarif-schema-2.1.0.json");
    let schema = fs::read_to_string(path).expect("the schema is there");
    // The pattern of a language, which hamta does not write, has a bracket that closes nothing.
    let schema = json(&schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$"));
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).expect("it is a schema")
}

#[test]
fn sarif_is_valid_by_its_schema() {
    let schema = sarif_schema();
    for text in [checked("sarif"), linted("sarif")] {
        let document = json(&text);
        let faults: Vec<String> = schema
            .iter_errors(&document)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        let results = document["runs"][0]["results"].as_array();
        assert!(results.is_some_and(|results| !results.is_empty()));
    }
}

/// Without this nobody would know whether the schema is looked at.
#[test]
fn what_is_not_sarif_is_not_valid() {
    let schema = sarif_schema();
    let good = json(&checked("sarif"));
    assert!(schema.is_valid(&good));
    let changes: [(&str, Value); 5] = [
        ("/version", "2.0.0".into()),
        ("/runs/0/columnKind", "bytes".into()),
        ("/runs/0/results/0/level", "grave".into()),
        ("/runs/0/results/0/message", "a text".into()),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", 0.into()),
    ];
    for (place, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(place).expect(place) = value;
        assert!(!schema.is_valid(&bad), "{place}");
    }
}

#[test]
fn sarif_says_what_was_found_and_what_to_write() {
    let document = json(&checked("sarif"));
    let run = &document["runs"][0];
    let result = &run["results"][0];
    let id = format!("/tool/driver/rules/{}/id", result["ruleIndex"]);
    assert_eq!(run.pointer(&id), Some(&"forbidden-term".into()));
    assert_eq!(result["ruleId"], "forbidden-term");
    assert_eq!(result["level"], "error");
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "%D8%AE%D8%A8%D8%B1%201.en.txt");
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"], location["region"]);
    assert_eq!(replacement["insertedContent"]["text"], "Wonsan");
    let fingerprint = result["partialFingerprints"]["finding/v1"].as_str();
    assert_eq!(fingerprint.map(str::len), Some(32));
}

/// The columns of SARIF, its offsets, and the columns of the others all point at the same letters.
#[test]
fn every_format_points_at_the_same_letters() {
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let document = json(&checked("sarif"));
    let location = &document["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let region = |name: &str| number(&location["region"][name]);
    let in_utf_16 = |text: &str, start: usize, end: usize| {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[start..end]).expect("whole letters")
    };
    let (start, end) = (region("startColumn") - 1, region("endColumn") - 1);
    assert_eq!(region("startLine"), 2);
    assert_eq!(in_utf_16(LINE, start, end), "Vonsan");
    let whole = format!("A visit\n{LINE}\n");
    let start = region("charOffset");
    assert_eq!(in_utf_16(&whole, start, start + region("charLength")), "Vonsan");
    let bytes = format!("\u{FEFF}{whole}");
    let start = region("byteOffset");
    assert_eq!(&bytes[start..start + region("byteLength")], "Vonsan");

    let characters: Vec<char> = LINE.chars().collect();
    let column = number(&json(&checked("json"))["column"]);
    assert!(characters[column - 1..].starts_with(&['V', 'o', 'n']));
    let place = format!("خبر 1.en.txt:2:{column}");
    assert!(checked("short").starts_with(&format!("{place}: error[forbidden-term]: ")));
    assert!(checked("text").starts_with(&format!("{place}: error[forbidden-term]: ")));
    assert!(checked("junit").contains(&format!(">{place}: write ")));
    let columns = format!("line=2,col={column},endColumn={}::", column + 5);
    assert!(checked("github").contains(&columns));
    assert_eq!(json(&checked("gitlab"))[0]["location"]["lines"]["begin"], 2);
}

/// Editors run a program in a terminal too, and read a finding from each line.
#[test]
fn short_is_one_line_as_it_is_in_every_terminal() {
    let plain = checked("short");
    for way in ["terminal", "embedding", "words", "visual"] {
        let args = ["check", "خبر.fa.txt", "خبر 1.en.txt", "--format", "short", "--bidi", way];
        let text = format!("\u{FEFF}A visit\n{LINE}\n");
        assert_eq!(written("خبر 1.en.txt", &text, &args), plain, "{way}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_format() {
    for format in ["text", "short", "json", "sarif", "github", "gitlab", "junit"] {
        assert_eq!(checked(format), checked(format), "{format}");
        assert_eq!(linted(format), linted(format), "{format}");
    }
}
