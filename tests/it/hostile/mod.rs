//! What is fed to the program to do it harm, or goes wrong around it: one clear line, code 2, and nothing lost or half
//! written.

mod cut;
mod ends;
#[cfg(unix)]
mod locked;
mod outside;
mod places;
#[cfg(target_os = "linux")]
mod room;
mod shown;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod writing;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A project with an article, its translation, a glossary and a file of one unit, which its memory holds.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["tm", "glossaries", "empty"] {
        fs::create_dir(folder.path().join(name)).expect("there is room");
    }
    write(&folder, "a.fa.txt", "وزیر به وونسان رفت.\n");
    write(&folder, "a.en.txt", "The minister went to to Wonsan.\n");
    write(
        &folder,
        "glossaries/places.tsv",
        "fa\ten\tkind\tstatus\tnote\nوونسان\tWonsan\tcity\tpreferred\t\n",
    );
    write(&folder, "u.tmx", TMX);
    assert_eq!(run(&folder, &["tm", "import", "u.tmx"]).0, Some(0));
    folder
}

const TMX: &str = "<tmx version=\"1.4\"><header srclang=\"fa\"/><body><tu><tuv xml:lang=\"fa\"><seg>وزیر به وونسان رفت.</seg></tuv>\
                   <tuv xml:lang=\"en\"><seg>The minister went to Wonsan.</seg></tuv></tu></body></tmx>";

fn write(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.path().join(name), text).expect("it can be written");
}

fn hamta(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs the program in a project; gives its exit code, what it writes, and what it says.
fn run(folder: &TempDir, args: &[&str]) -> (Option<i32>, String, String) {
    let output = hamta(folder.path(), args).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it says UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The program with limits of the shell: `-d`, at most so many KiB of memory of its own; `-f`, so many blocks of 512
/// bytes in a file.
#[cfg(target_os = "linux")]
fn limited(limit: &str, folder: &Path, args: &[&str]) -> Command {
    let hamta = hamta(folder, args);
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("trap '' XFSZ; ulimit {limit}; exec \"$0\" \"$@\""))
        .arg(hamta.get_program())
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null());
    command
}

/// The program says that it cannot, in one line that begins so, and nothing is new or gone in the project.
#[track_caller]
fn refuses(folder: &TempDir, args: &[&str], said: &str) {
    let before = listed(folder.path());
    let (code, written, told) = run(folder, args);
    assert_eq!(code, Some(2), "{args:?}: {told}");
    assert_eq!(written, "", "{args:?}");
    assert_eq!(told.lines().count(), 1, "{args:?}: {told}");
    assert!(told.starts_with(&format!("hamta: {said}")), "{args:?}: {told}");
    assert_eq!(listed(folder.path()), before, "{args:?}");
}

/// Every name in a folder and those below it, sorted, but for what SQLite keeps beside a memory and the caches.
fn listed(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).expect("it can be read") {
        let entry = entry.expect("it can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_beside = ["-wal", "-shm", ".cache"].iter().any(|end| name.ends_with(end));
        if !is_beside {
            names.push(name.clone());
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let below = listed(&entry.path());
            names.extend(below.into_iter().map(|below| format!("{name}/{below}")));
        }
    }
    names.sort();
    names
}
