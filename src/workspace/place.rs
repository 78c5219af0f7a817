//! Where sources are looked for.

use crate::text::fold::composed;
use crate::workspace::globs::Globs;
use crate::workspace::paths::absolute;
use std::path::{Path, PathBuf};

/// Where sources are looked for.
pub(super) enum Place {
    Folder(PathBuf),
    File(PathBuf),
    /// Anywhere below the root.
    Glob(Globs),
}

impl Place {
    pub(super) fn named(path: &Path) -> Option<Self> {
        let path = as_on_disk(absolute(path));
        if path.is_dir() { Some(Self::Folder(path)) } else { path.is_file().then_some(Self::File(path)) }
    }

    /// Whether the file at `path`, whose name relative to the root is `name`, would be found here.
    pub(super) fn holds(&self, path: &Path, name: &str) -> bool {
        match self {
            Self::Folder(folder) => path.starts_with(folder),
            Self::File(file) => path == file,
            Self::Glob(glob) => glob.is_match(name),
        }
    }
}

/// The path as the disk spells it: a name may be there with its letters composed otherwise (macOS decomposes
/// them).
fn as_on_disk(path: PathBuf) -> PathBuf {
    if path.exists() {
        return path;
    }
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return path;
    };
    let folder = as_on_disk(folder.to_owned());
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut same = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|other| composed(other) == composed(name)));
    same.next().map_or(path, |entry| entry.path())
}
