//! Owns whole runs of the hamta program: how long they take, and the most memory they hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// GNU time, which tells the most memory that its child held. A child of this process would inherit this process's
/// figure.
const TIME: &str = "/usr/bin/time";

/// The hamta program, run in a project.
pub(super) struct Program<'a> {
    pub(super) path: &'a Path,
    pub(super) project: &'a Path,
}

impl Program<'_> {
    /// Runs it once.
    pub(super) fn run(&self, args: &[&Path]) -> Result<()> {
        let mut command = Command::new(self.path);
        self.finish(command.args(args))
    }

    /// Runs it once and gives the most memory that it held, in KiB, where that can be told.
    pub(super) fn run_with_peak(&self, args: &[&Path]) -> Result<Option<u64>> {
        if !Path::new(TIME).exists() {
            self.run(args)?;
            return Ok(None);
        }
        let peak: PathBuf = self.project.join("peak.txt");
        let mut command = Command::new(TIME);
        command.args(["-f", "%M", "-o"]).arg(&peak).arg(self.path);
        self.finish(command.args(args))?;
        let told = fs::read_to_string(&peak)?;
        Ok(told.lines().last().and_then(|line| line.trim().parse().ok()))
    }

    fn finish(&self, command: &mut Command) -> Result<()> {
        command.arg("--quiet").arg("--project").arg(self.project);
        let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
        match output.status.code() {
            Some(0 | 1) => Ok(()),
            _ => Err(String::from_utf8_lossy(&output.stderr).into()),
        }
    }
}
