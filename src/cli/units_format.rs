//! The format of a file of units: by its name, and of one that is only called `.xml` by how it begins.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use hamta::exchange::bilingual::Format;

use crate::cli::paths;

/// How much of an XML file is looked at for its root.
const LOOKED_AT: u64 = 16 * 1024;

/// The format of the file of units `path`; `None` where it is none.
pub(crate) fn units_format(path: &Path) -> Option<Format> {
    Format::of(path).or_else(|| {
        let is_xml = paths::has_extension(path, &["xml"]) && path.is_file();
        is_xml.then(|| by_root(path)).flatten()
    })
}

/// What the root of an XML file says; in UTF-16 a NUL stands beside each of its letters.
fn by_root(path: &Path) -> Option<Format> {
    let mut start = Vec::new();
    File::open(path).ok()?.take(LOOKED_AT).read_to_end(&mut start).ok()?;
    start.retain(|byte| *byte != 0);
    let has = |name: &[u8]| start.windows(name.len()).any(|part| part == name);
    match (has(b"<tmx"), has(b"<xliff")) {
        (true, _) => Some(Format::Tmx),
        (_, true) => Some(Format::Xliff),
        _ => None,
    }
}
