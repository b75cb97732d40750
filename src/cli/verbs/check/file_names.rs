//! How a project names the files of a report: by their paths from its own folder.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::cli::project::Project;
use crate::cli::report::finding::{Report, Shown};

/// The project's names for the files of a report: their paths from its own folder.
pub(super) struct FileNames {
    name: Box<dyn Fn(&Path) -> String>,
    /// The names of the files in which something was found.
    known: HashMap<String, String>,
}

impl FileNames {
    pub(super) fn new(report: &Report, project: &Project) -> Self {
        let name = Box::new(project.file_namer());
        let mut known = HashMap::new();
        for Shown { path, .. } in report.findings() {
            if !known.contains_key(path) {
                known.insert(path.clone(), name(Path::new(path)));
            }
        }
        Self { name, known }
    }

    /// The name of a file in which something was found, and whose name in the report is `path`.
    pub(super) fn of<'a>(&'a self, path: &'a str) -> &'a str {
        self.known.get(path).map_or(path, String::as_str)
    }

    /// The names of all files that were checked.
    pub(super) fn of_files(&self, report: &Report) -> HashSet<String> {
        let name = |path: &String| match self.known.get(path) {
            Some(known) => known.clone(),
            None => (self.name)(Path::new(path)),
        };
        report.files().iter().map(name).collect()
    }
}
