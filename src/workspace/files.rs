//! Walking folders for sources and drafts.

use crate::corpus::bibliography::is_named_so;
use crate::corpus::formats::format::ENDINGS;
use crate::corpus::index::stamp::File;
use crate::corpus::skip::Skip;
use crate::workspace::error::WorkspaceError;
use crate::workspace::paths::relative;
use crate::workspace::place::Place;
use crate::workspace::roles::{Role, Roles};
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// Files of a corpus.
#[derive(Default)]
pub struct Found {
    pub files: Vec<File>,
    /// Files that may list works.
    pub bibliographies: Vec<File>,
    pub skipped: Vec<(String, Skip)>,
}

impl Found {
    /// In order of path, each once, whatever the walk's order.
    pub(super) fn settle(&mut self) {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.files.dedup();
        self.bibliographies.sort_by(|a, b| a.path.cmp(&b.path));
        self.bibliographies.dedup();
        self.skipped.sort_by(|a, b| a.0.cmp(&b.0));
        self.skipped.dedup();
    }
}

/// Finds the files at `place`. Hidden files, our own folders and sidecars are passed over; links are not
/// followed.
pub(super) fn walk_corpus(
    place: &Place,
    root: &Path,
    is_left_out: &dyn Fn(&Path) -> bool,
    found: &mut Found,
) {
    let (start, glob) = match place {
        Place::Folder(path) | Place::File(path) => (path.as_path(), None),
        Place::Glob(glob) => (root, Some(glob)),
    };
    let walk = WalkBuilder::new(start).standard_filters(false).hidden(true).follow_links(false).build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.skipped.push((
                    relative(start, root),
                    Skip::Unreadable(format!("{error}: check who may read it")),
                ));
                continue;
            }
        };
        let path = entry.path();
        let name = relative(path, root);
        let kind = entry.file_type();
        if kind.is_none_or(|kind| kind.is_dir())
            || is_left_out(path)
            || glob.is_some_and(|glob| !glob.is_match(&name))
        {
            continue;
        }
        if kind.is_some_and(|kind| kind.is_symlink()) {
            found.skipped.push((
                name,
                Skip::Unreadable("a symbolic link: links are not followed, copy the file".to_owned()),
            ));
        } else if !kind.is_some_and(|kind| kind.is_file()) {
            found
                .skipped
                .push((name, Skip::Unreadable("not a regular file: save its content as one".to_owned())));
        } else if !is_sidecar(path) {
            let list = if is_named_so(&name) { &mut found.bibliographies } else { &mut found.files };
            list.push(File { path: name, absolute: path.to_owned() });
        }
    }
}

/// `NAME.toml` beside a source of that name describes it; it is no source itself.
fn is_sidecar(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
        && ENDINGS.iter().any(|(ending, _)| path.with_extension(ending).is_file())
}

/// Drafts to check.
#[derive(Debug, Default)]
pub struct Drafts {
    /// As given, or relative to the working directory.
    pub paths: Vec<PathBuf>,
    /// Files named that the settings exclude.
    pub excluded: Vec<PathBuf>,
    /// Files named that are sources, or none of the drafts that the settings name.
    pub passed_over: Vec<PathBuf>,
}

/// What a file is that somebody names as a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A draft, whatever the settings' globs say, unless they exclude it: a person named it.
    Draft,
    /// What the workspace takes it for: a program named every file that changed, sources too.
    AsFound,
}

/// The Markdown files at `paths`, folders walked with .gitignore respected. Without paths, those of `root`.
pub(super) fn find_drafts(
    paths: &[PathBuf],
    named: Named,
    root: &Path,
    roles: &Roles<'_>,
) -> Result<Drafts, WorkspaceError> {
    let mut drafts = Drafts::default();
    let here = std::env::current_dir().unwrap_or_default();
    let all = [root.to_owned()];
    let starts: &[PathBuf] = if paths.is_empty() { &all } else { paths };
    for start in starts {
        if start.is_file() {
            let list = match roles.role(start) {
                Role::Excluded => &mut drafts.excluded,
                Role::Source | Role::Neither if named == Named::AsFound => &mut drafts.passed_over,
                _ => &mut drafts.paths,
            };
            list.push(start.clone());
            continue;
        }
        if let Err(source) = std::fs::metadata(start) {
            return Err(WorkspaceError::Unreadable { path: start.display().to_string(), source });
        }
        for entry in WalkBuilder::new(start).require_git(false).build().flatten() {
            let path = entry.path();
            let markdown = entry.file_type().is_some_and(|kind| kind.is_file())
                && path.extension().is_some_and(|extension| extension == "md" || extension == "markdown");
            if !markdown {
                continue;
            }
            let shown = if paths.is_empty() { path.strip_prefix(&here).unwrap_or(path) } else { path };
            match roles.role(path) {
                Role::Draft => drafts.paths.push(shown.to_owned()),
                Role::Excluded => drafts.excluded.push(shown.to_owned()),
                Role::Source | Role::Neither => {}
            }
        }
    }
    drafts.paths.sort();
    drafts.paths.dedup();
    Ok(drafts)
}
