//! `hamta check --fix` and `--diff`: what is written, what is refused, and that the diff is one that other tools take.

mod documents;
pub(crate) mod units;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use hamta::exchange::replace_known;

/// Bytes that an editor could lose: a byte order mark, two kinds of line ends, none at the end.
const ARTICLE: &str =
    "لاوروف به وونسان رفت.\nاو برگشت.\n\n\nیک\nدو\nسه\nچهار\nپنج\nشش\nپایان وونسان\nو وونسان\n";
const TRANSLATION: &str = "\u{FEFF}Lavrov flew to Vonsan 🙂.\r\nHe came back.\n\n\nOne\nTwo\nThree\nFour\nFive\nSix\nVONSAN'S \u{200F}end\nand Vonsan";
const MENDED: &str = "\u{FEFF}Lavrov flew to Wonsan 🙂.\r\nHe came back.\n\n\nOne\nTwo\nThree\nFour\nFive\nSix\nWONSAN'S \u{200F}end\nand Wonsan";

/// A folder with an article and its translation `name`.
fn folder(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    write("a.fa.txt", ARTICLE).expect("it can be written");
    write(name, TRANSLATION).expect("it can be written");
    folder
}

/// `hamta check` with the project's own glossaries.
fn check(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command
        .arg("check")
        .args(args)
        .args(["--project", env!("CARGO_MANIFEST_DIR")])
        .current_dir(folder);
    command
}

/// The same of the article in the folder.
fn hamta(folder: &Path, args: &[&str]) -> Command {
    check(folder, &[&["a.fa.txt"], args].concat())
}

fn run(folder: &Path, args: &[&str]) -> Output {
    hamta(folder, args).output().expect("it runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it is UTF-8")
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it is there")
}

/// Mends a file `name` that holds `file`, sees that all is as it was where nothing is written, and that nothing is left
/// to mend then. Gives the mended file, and what was said.
#[track_caller]
fn mended(name: &str, file: &[u8]) -> (Vec<u8>, String) {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join(name);
    fs::write(&path, file).expect("it can be written");
    let run = |args: &[&str]| check(folder.path(), args).output().expect("it runs");
    let diff = run(&[name, "--diff"]);
    assert_eq!(diff.status.code(), Some(1), "{}", text(&diff.stderr));
    assert_eq!(fs::read(&path).expect("it is there"), file);
    let output = run(&[name, "--fix", "--format", "short"]);
    let mended = fs::read(&path).expect("it is there");
    let again = run(&[name, "--diff"]);
    assert_eq!((again.status.code(), text(&again.stdout)), (Some(0), ""));
    assert!(text(&again.stderr).ends_with("hamta: nothing to fix\n"));
    let said = format!("{}{}", text(&diff.stdout), text(&output.stderr));
    (mended, said)
}

#[test]
fn a_file_is_mended_and_keeps_all_its_other_bytes() {
    let folder = folder("a.en.txt");
    let output = run(folder.path(), &["a.en.txt", "--fix", "--format", "short"]);
    assert_eq!(read(folder.path(), "a.en.txt"), MENDED);
    assert!(text(&output.stderr).contains("a.en.txt: fixed: 3"));
    assert!(!text(&output.stdout).contains("forbidden-term"));
    let again = run(folder.path(), &["a.en.txt", "--fix", "--format", "short"]);
    assert_eq!(again.stdout, output.stdout);
    assert!(!text(&again.stderr).contains("fixed"));
    assert_eq!(read(folder.path(), "a.en.txt"), MENDED);
}

#[cfg(unix)]
#[test]
fn a_mended_file_keeps_its_permissions_and_a_read_only_one_its_bytes() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("a.en.txt");
    let path = folder.path().join("a.en.txt");
    let set = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode));
    set(0o400).expect("they can be set");
    let output = run(folder.path(), &["a.en.txt", "--fix", "--quiet"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "hamta: a.en.txt: read-only; nothing was written\n");
    assert!(text(&output.stdout).starts_with("a.en.txt:1:16: error[forbidden-term]: "));
    assert_eq!(read(folder.path(), "a.en.txt"), TRANSLATION);
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 2);
    set(0o640).expect("they can be set");
    run(folder.path(), &["a.en.txt", "--fix"]);
    let mode = fs::metadata(&path).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(read(folder.path(), "a.en.txt"), MENDED);
}

#[cfg(unix)]
#[test]
fn an_error_names_a_file_as_the_user_does() {
    let folder = tempfile::tempdir().expect("there is room");
    let [store, link] = ["store", "a.en.txt"].map(|name| folder.path().join(name));
    fs::create_dir(&store).expect("there is room");
    fs::write(store.join("1"), TRANSLATION).expect("it can be written");
    std::os::unix::fs::symlink(store.join("1"), &link).expect("it can be linked");
    let gone = hamta::exchange::replace(&link, |_| {
        fs::remove_dir_all(&store).expect("it is there");
        Ok(())
    });
    assert_eq!(gone.expect_err("its folder is gone").path(), Some(link.as_path()));
}

#[test]
fn of_many_articles_each_is_mended_where_it_counts() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| fs::write(path(name), text).expect("it can be written");
    for name in ["a", "b"] {
        write(&format!("{name}.fa.txt"), ARTICLE);
        write(&format!("{name}.en.txt"), TRANSLATION);
    }
    let run = |args: &[&str]| {
        let args = [&["."], args].concat();
        check(folder.path(), &args).output().expect("it runs")
    };
    let texts = || ["a.en.txt", "b.en.txt"].map(|name| read(folder.path(), name));
    run(&["--fix", "--rule", "forbidden-term=off"]);
    assert_eq!(texts(), [TRANSLATION, TRANSLATION]);
    let output = run(&["--diff"]);
    let heads: Vec<&str> =
        text(&output.stdout).lines().filter(|line| line.starts_with("+++")).collect();
    assert_eq!(heads, ["+++ b/a.en.txt", "+++ b/b.en.txt"]);
    assert_eq!(texts(), [TRANSLATION, TRANSLATION]);
    let mut permissions = fs::metadata(path("a.en.txt")).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path("a.en.txt"), permissions).expect("they can be set");
    let output = run(&["--fix"]);
    assert_eq!(texts(), [TRANSLATION, MENDED]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("hamta: a.en.txt: read-only; nothing was written\n"), "{said}");
    assert!(said.contains("hamta: b.en.txt: fixed: 3\n"), "{said}");
}

#[test]
fn a_file_that_is_gone_or_has_changed_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("a.txt");
    let refused = |path: &Path| {
        let error = replace_known(path, b"old", b"new").expect_err("it is refused");
        error.to_string().replace(&path.display().to_string(), "PATH")
    };
    assert!(refused(&path).starts_with("PATH: cannot read: "));
    assert!(!path.exists());
    fs::write(&path, "newer").expect("it can be written");
    assert_eq!(refused(&path), "PATH: changed since it was read; nothing was written");
    assert_eq!(fs::read(&path).expect("it is there"), b"newer");
    assert_eq!(refused(folder.path()), "PATH: no file; nothing was written");
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let folder = folder("a.en.txt");
    let with_input = |args: &[&str]| {
        let mut child = hamta(folder.path(), args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut stdin = child.stdin.take().expect("it is piped");
        stdin.write_all(TRANSLATION.as_bytes()).expect("it is read");
        drop(stdin);
        child.wait_with_output().expect("it ends")
    };
    let output = with_input(&["-", "--fix"]);
    assert_eq!(text(&output.stdout), MENDED);
    assert!(text(&output.stderr).contains("hamta: -: fixed: 3\n"));
    let diff = with_input(&["-", "--diff"]);
    assert!(text(&diff.stdout).starts_with("--- a/-\n+++ b/-\n@@ -1,4 +1,4 @@\n"));
    let output = hamta(folder.path(), &["-", "--fix", "--format", "json"])
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("leave out --format"));
}

/// Puts a diff into the files of a folder with another tool; whether it took it.
fn put_in(tool: &[&str], diff: &Path, folder: &Path) -> bool {
    let diff = fs::File::open(diff).expect("it is there");
    let mut command = Command::new(tool[0]);
    command.args(&tool[1..]).stdin(diff).current_dir(folder);
    // Git would look for a repository above the folder.
    command.env("GIT_CEILING_DIRECTORIES", folder);
    command.output().expect("it runs").status.success()
}

#[test]
fn a_diff_changes_nothing_and_git_and_patch_take_it() {
    let tools: [&[&str]; 2] = [&["git", "apply"], &["patch", "--strip=1", "--binary"]];
    for tool in tools {
        let is_there = Command::new(tool[0]).arg("--version").output().is_ok();
        if !is_there {
            assert_eq!(tool[0], "patch", "git is there wherever the project is");
            continue;
        }
        for name in ["a.en.txt", "خبر یک.en.txt", "b c/d.en.txt", "e\"f\\.txt"] {
            let folder = tempfile::tempdir().expect("there is room");
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
            fs::write(&path, TRANSLATION).expect("it can be written");
            fs::write(folder.path().join("a.fa.txt"), ARTICLE).expect("it can be written");
            let output = run(folder.path(), &[name, "--diff"]);
            assert_eq!(output.status.code(), Some(1));
            assert_eq!(read(folder.path(), name), TRANSLATION);
            let diff = folder.path().join("diff");
            fs::write(&diff, &output.stdout).expect("it can be written");
            assert!(put_in(tool, &diff, folder.path()), "{tool:?} {name}");
            assert_eq!(read(folder.path(), name), MENDED, "{tool:?} {name}");
            let output = run(folder.path(), &[name, "--diff"]);
            assert_eq!((output.status.code(), output.stdout), (Some(0), Vec::new()));
        }
    }
}

#[test]
fn a_diff_for_the_eye_is_put_in_order_and_steers_no_terminal() {
    let folder = folder("a.en.txt");
    let output = run(folder.path(), &["a.en.txt", "--diff", "--bidi", "visual"]);
    let shown = text(&output.stdout);
    assert!(shown.contains("+WONSAN'S end"), "{shown}");
    assert!(!shown.contains(['\r', '\u{200F}', '\u{FEFF}']), "{shown}");
    let persian = "او می رود.\n";
    fs::write(folder.path().join("b.en.txt"), "He goes.\n").expect("it can be written");
    fs::write(folder.path().join("b.fa.txt"), persian).expect("it can be written");
    let both = ["b.en.txt", "b.fa.txt", "--diff", "--bidi", "visual"];
    let output = check(folder.path(), &both).output().expect("it runs");
    let shown = text(&output.stdout);
    let lines: Vec<&str> = shown.lines().skip(3).collect();
    assert_eq!(lines.len(), 2, "{shown}");
    // The sign stands where reading begins, at the right edge, before the mark that ends the order.
    let ends = |line: &str, sign| line.trim_end_matches('\u{202C}').ends_with(sign);
    assert!(ends(lines[0], '-') && ends(lines[1], '+'), "{shown}");
    assert!(!shown.contains("رود"), "the letters are in their shapes: {shown}");
}
