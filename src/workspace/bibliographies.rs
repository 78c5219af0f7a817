//! The files of bibliographies: those of the corpus, and those that drafts name.

use crate::corpus::bibliography::reference::Reference;
use crate::corpus::bibliography::{Bibliography, LARGEST, read};
use crate::corpus::index::stamp::File;
use crate::corpus::skip::Skip;
use crate::workspace::folder::Workspace;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

impl Workspace {
    /// Reads the bibliographies of the corpus and those that drafts name; what cannot be read goes to the
    /// list of its kind.
    pub(super) fn read_bibliographies(
        &self,
        listed: &[File],
        named: &[PathBuf],
        skipped: &mut Skips,
        lost: &mut Skips,
    ) -> Bibliography {
        let mut references = Vec::new();
        for file in listed {
            works(file).map_or_else(
                |skip| skipped.push((file.path.clone(), skip)),
                |works| references.extend(works),
            );
        }
        let named = named.iter().map(|path| File { path: self.relative(path), absolute: path.clone() });
        for file in named.filter(|file| !listed.contains(file)).collect::<BTreeSet<File>>() {
            let outside =
                || Skip::Unreadable("a bibliography has to lie in the workspace: copy it there".to_owned());
            let works = if is_within(&file.absolute, &self.root) { works(&file) } else { Err(outside()) };
            works.map_or_else(|skip| lost.push((file.path.clone(), skip)), |works| references.extend(works));
        }
        Bibliography::new(references)
    }
}

/// Files with the reason why they are not read.
type Skips = Vec<(String, Skip)>;

/// The works in a file. A fault in reading one file costs that file alone.
fn works(file: &File) -> Result<Vec<Reference>, Skip> {
    let works = || text(&file.absolute).map(|text| read(&file.path, &text));
    let found = catch_unwind(AssertUnwindSafe(works)).unwrap_or(Err(Skip::Fault))?;
    if found.is_empty() { Err(none(&file.path)) } else { Ok(found) }
}

/// Whether the file lies below the root, links followed.
fn is_within(path: &Path, root: &Path) -> bool {
    // What is not there yet is judged by its name.
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    path.starts_with(root) && (!path.exists() || real(path).starts_with(real(root)))
}

/// Why a file without a work is none: only one that is named like a bibliography was meant to be one.
fn none(path: &str) -> Skip {
    match path.rsplit_once('.') {
        Some((_, ending)) if !ending.starts_with("bib") => Skip::Format(ending.to_ascii_lowercase()),
        _ => Skip::NoWork,
    }
}

pub(super) fn text(path: &Path) -> Result<String, Skip> {
    let unreadable = |error: std::io::Error| {
        let mend = if error.kind() == ErrorKind::NotFound {
            "check its path"
        } else {
            "check who may read it, or export it again"
        };
        Skip::Unreadable(format!("{error}: {mend}"))
    };
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Skip::Unreadable("not a regular file: export it again".to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(Skip::Enormous(metadata.len() >> 20));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
