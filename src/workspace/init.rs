//! A first workspace, for `backread init`.

use crate::workspace::error::WorkspaceError;
use crate::workspace::folder::SETTINGS;
use std::path::{Path, PathBuf};

/// The files of a first workspace: path and content.
const FILES: [(&str, &str); 3] = [
    (SETTINGS, include_str!("init/backread.toml")),
    ("corpus/harbour-post.md", include_str!("init/source.md")),
    ("draft.md", include_str!("init/draft.md")),
];

/// Writes the files into `folder`, none over an existing one. Returns those written.
pub fn init(folder: &Path) -> Result<Vec<PathBuf>, WorkspaceError> {
    let mut written = Vec::new();
    // A corpus that is there already gets no sample article, and no draft about it.
    let own = folder.join("corpus").exists();
    for (name, content) in FILES {
        let path = folder.join(name);
        if path.exists() || own && name != SETTINGS {
            continue;
        }
        let write = || -> std::io::Result<()> {
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(&path, content)
        };
        write().map_err(|source| WorkspaceError::Unreadable { path: path.display().to_string(), source })?;
        written.push(path);
    }
    Ok(written)
}
