//! Writing a file whole or not at all.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use tempfile::Builder;

use crate::error::{Error, Result};

/// Puts what `write` writes in the place of the file `path`, at once, when all of it is written.
///
/// A file that was there before keeps its permissions, and a link to it stays a link.
///
/// # Errors
///
/// The error of `write`, or where the folder of the file cannot be written; the file is as it was then.
pub fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<()>,
) -> Result<()> {
    let failed = |e| Error::write(path, e);
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".hamta-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: what the user's mask leaves of these.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    let mut buffer = BufWriter::new(file.as_file_mut());
    write(&mut buffer)?;
    buffer.flush().map_err(failed)?;
    drop(buffer);
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file()
            .set_permissions(metadata.permissions())
            .map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

/// Puts `new` in the place of the file `path`, at once, if it still holds `old`.
///
/// # Errors
///
/// Where it does not, is gone, is no file or is read-only, or where its folder cannot be written; nothing is written then.
pub fn replace_known(path: &Path, old: &[u8], new: &[u8]) -> Result<()> {
    let refused = |why: &str| Error::refused(format!("{why}; nothing was written")).at(path);
    let failed = |e| Error::read(path, e);
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(refused("no file"));
    }
    if metadata.permissions().readonly() {
        return Err(refused("read-only"));
    }
    replace(path, |file| {
        file.write_all(new).map_err(|e| Error::write(path, e))?;
        match fs::read(path).map_err(failed)? == old {
            true => Ok(()),
            false => Err(refused("changed since it was read")),
        }
    })
}
