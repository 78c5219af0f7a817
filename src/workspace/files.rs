//! Walking folders for sources and drafts.

use crate::corpus::bibliography::is_named_so;
use crate::corpus::formats::ENDINGS;
use crate::corpus::index::refresh::File;
use crate::corpus::sources::reader::Skip;
use crate::text::fold::composed;
use crate::workspace::globs::Globs;
use crate::workspace::roles::{Role, Roles};
use crate::workspace::{WorkspaceError, absolute};
use ignore::WalkBuilder;
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

/// The path as the disk spells it: a name may be there with its letters composed otherwise (macOS decomposes them).
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

/// Finds the files at `place`. Hidden files, our own folders and sidecars are passed over; links are not followed.
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

/// A path relative to `root` where it lies below it, with `/`.
pub(super) fn relative(path: &Path, root: &Path) -> String {
    let shown = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = shown.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    // A root is a part, too, and brings its own slash.
    parts.join("/").replacen("//", "/", 1)
}
