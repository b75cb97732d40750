//! A memory whose program is killed at any moment holds all of a change or none of it.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hamta::tm::{Fault, Memory};

const BASE: u64 = 5;
const NEW: u64 = 1_000;
const KILLS: u32 = 12;

fn tmx(path: &Path, name: &str, units: u64) {
    let body: String = (0..units)
        .map(|i| {
            format!(
                "<tu><tuv xml:lang=\"fa\"><seg>{name} شماره {i} در میان {}</seg></tuv>\
                 <tuv xml:lang=\"en\"><seg>{name} number {i} among {}</seg></tuv></tu>\n",
                i % 97,
                i % 89
            )
        })
        .collect();
    let text = format!("<tmx version=\"1.4\"><header srclang=\"fa\"/><body>{body}</body></tmx>");
    fs::write(path, text).expect("it can be written");
}

fn import(project: &Path, file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command.args(["tm", "import", "--quiet", "--project"]).args([project, file]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A project whose memory holds [`BASE`] units.
fn project(folder: &Path) {
    fs::create_dir_all(folder.join("tm")).expect("there is room");
    fs::create_dir_all(folder.join("glossaries")).expect("there is room");
    let base = folder.join("base.tmx");
    tmx(&base, "پایه", BASE);
    assert!(import(folder, &base).status().expect("it runs").success());
}

fn units(project: &Path) -> u64 {
    let memory = Memory::open(&project.join("tm/memory.sqlite")).expect("it opens after a kill");
    let mut units = 0;
    let count = |_| {
        units += 1;
        Ok(())
    };
    memory.each(None, count).expect("it can be read after a kill");
    units
}

/// A moment in something that takes so long, or shortly after it.
fn moment(random: &RandomState, round: usize, duration: Duration) -> Duration {
    let part = Duration::from_nanos(random.hash_one(round) % 1_000_000_000).as_secs_f64();
    duration.mul_f64(part * 1.05)
}

#[test]
fn an_import_that_is_killed_is_whole_or_nothing() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("new.tmx");
    tmx(&file, "تازه", NEW);
    let whole = folder.path().join("whole");
    project(&whole);
    let started = Instant::now();
    assert!(import(&whole, &file).status().expect("it runs").success());
    let duration = started.elapsed();
    assert_eq!(units(&whole), BASE + NEW);

    let random = RandomState::new();
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let project_folder = folder.path().join(kill.to_string());
        project(&project_folder);
        let moment = moment(&random, kill as usize, duration);
        let mut child = import(&project_folder, &file).spawn().expect("it runs");
        thread::sleep(moment);
        child.kill().expect("it can be killed, or has ended");
        child.wait().expect("it has ended");
        let left = units(&project_folder);
        assert!(
            left == BASE || left == BASE + NEW,
            "{left} units after a kill at {moment:?} of {duration:?}"
        );
        interrupted += u32::from(left == BASE);
        // What was interrupted can be done again.
        assert!(import(&project_folder, &file).status().expect("it runs").success());
        assert_eq!(units(&project_folder), BASE + NEW);
    }
    assert!(interrupted > 0, "no kill came before the end of an import");
}

/// A verb of `hamta tm` that changes the memory of a project.
fn change(project: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hamta"));
    command.arg("tm").args(args).args(["--yes", "--quiet", "--project"]);
    command.arg(project);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn a_deletion_and_its_undoing_that_are_killed_are_whole_or_nothing() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("new.tmx");
    tmx(&file, "تازه", NEW);
    project(folder.path());
    assert!(import(folder.path(), &file).status().expect("it runs").success());
    let changes: [&[&str]; 2] = [&["delete", "--origin", "new.tmx"], &["undo"]];
    let durations = changes.map(|args| {
        let started = Instant::now();
        assert!(change(folder.path(), args).status().expect("it runs").success());
        started.elapsed()
    });
    let random = RandomState::new();
    let mut interrupted = 0;
    for round in 0..KILLS as usize / 2 {
        let (args, duration) = (changes[round % 2], durations[round % 2]);
        let (before, after) = match round % 2 {
            0 => (BASE + NEW, BASE),
            _ => (BASE, BASE + NEW),
        };
        let mut child = change(folder.path(), args).spawn().expect("it runs");
        thread::sleep(moment(&random, round, duration));
        child.kill().expect("it can be killed, or has ended");
        child.wait().expect("it has ended");
        let left = units(folder.path());
        assert!(left == before || left == after, "{left} units after {args:?}");
        if left == before {
            interrupted += 1;
            assert!(change(folder.path(), args).status().expect("it runs").success());
        }
        assert_eq!(units(folder.path()), after);
    }
    assert!(interrupted > 0, "no kill came before the end of a change");
    let mut memory = Memory::open(&folder.path().join("tm/memory.sqlite")).expect("it opens");
    assert_eq!(memory.check().expect("it can be read"), Vec::<Fault>::new());
}
