//! Signals that end the program, whenever they come: what it was doing is done or not begun, and nothing half written
//! is left.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use super::writing::{VERBS, contents, copied, is_unfinished, start, units};
use super::{hamta, listed, project, run, write};

/// How often each verb is ended; the moments are spread over the time that it takes.
const TIMES: u32 = 4;

fn start_quiet(folder: &Path, args: &[&str]) -> Child {
    let mut command = hamta(folder, args);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("it runs")
}

/// Sends a signal, which comes too late where the program has ended.
fn send(signal: &str, child: &Child) {
    let mut kill = Command::new("sh");
    kill.arg("-c").arg(format!("kill -s {signal} {} 2>/dev/null", child.id()));
    kill.status().expect("it runs");
}

/// Whatever the moment and the signal, every file holds what it held or what the whole run makes of it, and so does the
/// memory; a program that was asked to end leaves nothing else behind.
#[test]
fn every_verb_that_writes_is_whole_or_nothing() {
    let from = start();
    let before = contents(from.path());
    let mut ended = 0;
    for args in VERBS {
        let folder = copied(&from);
        let began = Instant::now();
        let (code, _, said) = run(&folder, args);
        let length = began.elapsed();
        assert!(code == Some(0) || code == Some(1), "{args:?}: {said}");
        let after = contents(folder.path());
        let is_kept = matches!(args[1], "reindex" | "vacuum");
        assert_eq!(before == after, is_kept, "{args:?}");
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for time in 0..TIMES {
            let folder = copied(&from);
            let signal = ["INT", "KILL"][time as usize % 2];
            let mut child = start_quiet(folder.path(), args);
            thread::sleep(length.mul_f64((f64::from(time) + 0.5) / f64::from(TIMES)));
            send(signal, &child);
            let status = child.wait().expect("it ends");
            let is_ended = [Some(2), Some(9)].contains(&status.signal());
            assert!(is_ended || status.code() == code, "{args:?}: {status}");
            ended += u32::from(is_ended);
            let left = contents(folder.path());
            assert!(left.keys().all(|name| names.contains(name)), "{left:?}");
            for name in &names {
                let of = |files: &BTreeMap<String, String>| files.get(*name).cloned();
                let is_whole = of(&left) == of(&after);
                assert!(
                    is_whole || is_ended && of(&left) == of(&before),
                    "{name} after {args:?} and {signal}"
                );
            }
            let is_left = listed(folder.path()).iter().any(|name| is_unfinished(name));
            assert!(!is_left || signal == "KILL", "{args:?}");
        }
    }
    assert!(ended > 0, "no signal came before the end of a run");
}

/// A program that is asked to end while it writes a file takes that back, and ends by the signal.
#[test]
fn a_file_that_is_being_written_is_taken_back() {
    let folder = project();
    write(&folder, "many.tmx", units("خبر", 3000));
    assert_eq!(run(&folder, &["tm", "import", "many.tmx"]).0, Some(0));
    let export = ["tm", "export", "--output", "new.tmx"];
    let has = |is_sought: fn(&str) -> bool| {
        let names = fs::read_dir(folder.path()).expect("it can be read");
        let mut names = names.map(|entry| entry.expect("it can be read").file_name());
        names.any(|name| is_sought(&name.to_string_lossy()))
    };
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        // A run may be over before the signal comes; not each time.
        let is_ended = (0..100).any(|_| {
            let mut child = start_quiet(folder.path(), &export);
            while !has(is_unfinished) && child.try_wait().expect("it runs").is_none() {
                thread::yield_now();
            }
            send(signal, &child);
            let status = child.wait().expect("it ends");
            assert!(!has(is_unfinished), "{signal}: {status}");
            let new = folder.path().join("new.tmx");
            let is_written = new.exists();
            assert!(is_written || status.signal() == Some(number), "{signal}: {status}");
            if is_written {
                let text = fs::read_to_string(&new).expect("it is UTF-8");
                assert!(text.ends_with("</tmx>\n"), "{signal}");
                fs::remove_file(&new).expect("it is there");
            }
            !is_written
        });
        assert!(is_ended, "{signal} always came too late");
    }
}

/// Nor does a program that waits for something let itself be waited for.
#[test]
fn a_program_that_waits_ends_at_once() {
    let folder = project();
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        let mut command = hamta(folder.path(), &["segment", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.spawn().expect("it runs");
        // So that what it reads does not end.
        let article = child.stdin.take();
        send(signal, &child);
        let status = child.wait().expect("it ends");
        assert_eq!(status.signal(), Some(number), "{signal}: {status}");
        drop(article);
    }
    let other = rusqlite::Connection::open(folder.path().join("tm/memory.sqlite"));
    let other = other.expect("it can be opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    let mut command = hamta(folder.path(), &["tm", "add", "خبر", "news"]);
    let mut child = command.stderr(Stdio::piped()).spawn().expect("it runs");
    let mut said = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut line = String::new();
    said.read_line(&mut line).expect("it is UTF-8");
    assert!(line.contains("waiting for another program"), "{line}");
    send("INT", &child);
    let status = child.wait().expect("it ends");
    assert_eq!(status.signal(), Some(2), "{status}");
}

/// Under `nohup` a program goes on when its terminal goes away.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_that_is_to_be_ignored_is() {
    let folder = project();
    let program = hamta(folder.path(), &[]);
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' HUP; exec \"$0\" segment -"])
        .arg(program.get_program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    // What it does at signals is settled once it catches one of them.
    let status = format!("/proc/{}/status", child.id());
    let is_ready = || {
        let status = fs::read_to_string(&status).expect("it runs");
        let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let mask = u64::from_str_radix(mask.expect("it is there").trim(), 16);
        let name = status.lines().next().expect("it is there").to_owned();
        name.ends_with("hamta") && mask.expect("it is a number") & 2 != 0
    };
    let began = Instant::now();
    while !is_ready() {
        assert!(began.elapsed().as_secs() < 60, "it never waits for signals");
        thread::yield_now();
    }
    send("HUP", &child);
    let mut article = child.stdin.take().expect("it is piped");
    article.write_all("خبر.\n".as_bytes()).expect("it is read");
    drop(article);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("خبر."));
}
