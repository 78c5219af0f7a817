//! Paths as a workspace writes them.

use std::path::{Path, PathBuf};

/// An absolute path without `.` and `..`, links left as they are.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.components().fold(PathBuf::new(), |mut clean, part| {
        match part {
            std::path::Component::ParentDir => {
                clean.pop();
            }
            other => clean.push(other),
        }
        clean
    })
}

/// A path relative to `root` where it lies below it, with `/`.
pub(super) fn relative(path: &Path, root: &Path) -> String {
    let shown = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = shown.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    // A root is a part, too, and brings its own slash.
    parts.join("/").replacen("//", "/", 1)
}

/// Folders that hold sources when no settings say otherwise.
pub(super) const DEFAULT_CORPORA: [&str; 2] = ["corpus", "sources"];
