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

/// What hamta writes, with code 2, in a folder in which an article, a translation and a file of units are none, and
/// nothing is wrong with the other pair.
fn unread(args: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    for (name, bytes) in [
        ("a.fa.txt", "وزیر رفت.\n".as_bytes()),
        ("a.en.txt", b"The minister left.\n"),
        ("b.fa.txt", b"\xFF\xFE\x01\x02"),
        ("b.en.txt", b"The minister went to to Wonsan.\n"),
        ("c.fa.txt", "وزیر رفت.\n".as_bytes()),
        ("c.en.txt", b"The minister left.\nThe \xFF stayed.\n"),
        ("d.xlf", b"no XML"),
    ] {
        fs::write(folder.path().join(name), bytes).expect("it can be written");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_hamta"))
        .args(args)
        .args(["--project", env!("CARGO_MANIFEST_DIR")])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// The files of [`unread`] that cannot be read, with the lines that are known.
const UNREAD: [(&str, Option<u64>); 3] =
    [("b.fa.txt", None), ("c.en.txt", Some(2)), ("d.xlf", Some(1))];

#[test]
fn sarif_says_what_could_not_be_read() {
    let document = json(&unread(&["check", ".", "--format", "sarif"]));
    assert!(sarif_schema().is_valid(&document));
    let run = &document["runs"][0];
    assert_eq!(run["results"][0]["ruleId"], "repeated-word", "the other files are checked");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = invocation["toolExecutionNotifications"].as_array().expect("there are some");
    let told = told.iter().map(|told| {
        let place = &told["locations"][0]["physicalLocation"];
        let path = place["artifactLocation"]["uri"].as_str().expect("a path");
        (path, place["region"]["startLine"].as_u64())
    });
    assert_eq!(told.collect::<Vec<_>>(), UNREAD);
    assert_eq!(json(&checked("sarif"))["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn junit_says_what_could_not_be_read() {
    let text = unread(&["check", ".", "--format", "junit"]);
    let mut reader = quick_xml::Reader::from_str(&text);
    while reader.read_event().expect("it is XML") != quick_xml::events::Event::Eof {}
    assert!(text.contains(r#"<testsuites name="hamta" tests="5" failures="1" errors="3">"#));
    let errors = text.lines().filter(|line| line.contains("<error "));
    let errors: Vec<&str> = errors.filter_map(|line| line.split(['<', '>']).nth(2)).collect();
    let starts = UNREAD.map(|(path, line)| match line {
        Some(line) => format!("{path}:{line}: "),
        None => format!("{path}: "),
    });
    assert_eq!(errors.len(), starts.len());
    for (error, start) in errors.iter().zip(&starts) {
        assert!(error.starts_with(start), "{error}");
    }
}

#[test]
fn gitlab_github_and_json_say_what_could_not_be_read() {
    let issues = json(&unread(&["check", ".", "--format", "gitlab"]));
    let issues = issues.as_array().expect("a list");
    let issue = |issue: &Value| {
        let place = &issue["location"];
        let said = [&issue["severity"], &issue["check_name"], &place["path"]];
        let [severity, name, path] = said.map(|said| said.as_str().expect("a text").to_owned());
        (severity, name, path, place["lines"]["begin"].as_u64())
    };
    let blocker = |path: &str, line| ("blocker".into(), "failed".into(), path.into(), Some(line));
    let expected = UNREAD.map(|(path, line)| blocker(path, line.unwrap_or(1)));
    assert_eq!(issues[1..].iter().map(issue).collect::<Vec<_>>(), expected);

    let text = unread(&["check", ".", "--format", "github"]);
    let errors: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(errors.len(), 3);
    for (error, start) in errors.iter().zip([
        "::error title=hamta,file=b.fa.txt::",
        "::error title=hamta,file=c.en.txt,line=2::",
        "::error title=hamta,file=d.xlf,line=1::",
    ]) {
        assert!(error.starts_with(start), "{error}");
    }

    let text = unread(&["check", ".", "--format", "json"]);
    let objects = text.lines().skip(1).map(json).map(|object| {
        assert!(object["error"].is_string() && object["rule"].is_null());
        (object["path"].as_str().map(str::to_owned), object["line"].as_u64())
    });
    let expected = UNREAD.map(|(path, line)| (Some(path.to_owned()), line));
    assert_eq!(objects.collect::<Vec<_>>(), expected);
}

/// Also of two files that are named, where nothing can be compared, and where nothing is checked at all.
#[test]
fn a_document_is_whole_whatever_could_be_read() {
    let pairs = [["b.fa.txt", "b.en.txt"], ["c.fa.txt", "c.en.txt"], ["b.fa.txt", "nowhere.txt"]];
    for ([source, target], expected) in pairs.into_iter().zip([2, 1, 3]) {
        let text = unread(&["check", source, target, "--format", "gitlab"]);
        assert_eq!(json(&text).as_array().map(Vec::len), Some(expected), "{source} {target}");
    }
    for args in [
        ["check", "c.en.txt", "--baseline=nowhere.tsv"],
        ["check", "a.en.txt", "--config=nowhere.toml"],
        ["glossary", "lint", "nowhere.tsv"],
    ] {
        let text = unread(&[&args[..], &["--format", "gitlab"]].concat());
        assert_eq!(json(&text).as_array().map(Vec::len), Some(1), "{args:?}");
    }
    let glossary = "glossaries/places.tsv";
    let glossary = Path::new(env!("CARGO_MANIFEST_DIR")).join(glossary);
    let glossary = glossary.to_str().expect("it is UTF-8");
    let args = ["glossary", "lint", "nowhere.tsv", glossary, "--format", "sarif"];
    let document = json(&unread(&args));
    assert!(sarif_schema().is_valid(&document));
    assert_eq!(document["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_format() {
    for format in ["text", "short", "json", "csv", "sarif", "github", "gitlab", "junit"] {
        assert_eq!(checked(format), checked(format), "{format}");
        assert_eq!(linted(format), linted(format), "{format}");
    }
}
