//! The pages of the rules as files, so that an editor can open them without a network.

use crate::rules::table::RULES;
use crate::workspace::folder::Workspace;
use std::io::Write;
use std::path::{Path, PathBuf};

impl Workspace {
    /// Writes the rules' pages beside the index, where they are missing or another version's. `None` if
    /// nothing can be written.
    pub fn pages(&self) -> Option<PathBuf> {
        self.index_places().into_iter().find_map(|place| written(&place).ok())
    }
}

fn written(place: &Path) -> std::io::Result<PathBuf> {
    let folder = place.join("rules");
    // A link would lead the pages out of the workspace.
    if [place, folder.as_path()].iter().any(|place| place.is_symlink()) {
        return Err(std::io::Error::other("a symbolic link"));
    }
    std::fs::create_dir_all(&folder)?;
    crate::corpus::index::ignore_in_git(place);
    for rule in RULES {
        let page = folder.join(rule.name()).with_extension("md");
        let current = page.is_file()
            && !page.is_symlink()
            && std::fs::read_to_string(&page).is_ok_and(|text| text == rule.docs);
        if !current {
            // Another file of that name, a link included, is replaced, never written through.
            let fresh = folder.join(format!(".{}-{}", rule.name(), std::process::id()));
            let _ = std::fs::remove_file(&fresh);
            std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&fresh)?
                .write_all(rule.docs.as_bytes())?;
            std::fs::rename(&fresh, &page)?;
        }
    }
    Ok(folder)
}
