//! A folder with its settings and its sources.

use crate::check::Settings;
use crate::config;
use crate::config::Config;
use crate::corpus::index::Opened;
use crate::corpus::index::refresh::{Progress, Refreshed};
use crate::corpus::skip::Skip;
use crate::corpus::{Index, Snapshot};
use crate::workspace::drafting::Drafting;
use crate::workspace::error::WorkspaceError;
use crate::workspace::files;
use crate::workspace::files::Named;
use crate::workspace::globs::Globs;
use crate::workspace::paths::{DEFAULT_CORPORA, absolute};
use crate::workspace::roles::{Role, Roles};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder with its settings and its sources.
pub struct Workspace {
    /// Where `backread.toml` stands, or the folder that holds the corpus.
    pub root: PathBuf,
    pub config: Config,
    /// The settings file that was read, if there is one.
    pub settings_file: Option<PathBuf>,
    /// Whether the root was found (and not made up from `--corpus`), so that the index may live in it.
    owned: bool,
    /// The corpus named on the command line, which goes before all settings.
    corpus: Option<PathBuf>,
}

/// The name of the settings file.
pub const SETTINGS: &str = "backread.toml";

/// The folder of the index.
const CACHE: &str = ".backread";

/// An index brought up to date.
pub struct Prepared {
    pub snapshot: Arc<Snapshot>,
    pub refreshed: Refreshed,
    /// Bibliographies that drafts name and that could not be read.
    pub lost: Vec<(String, Skip)>,
    /// What a person should know of how the index was opened.
    pub note: Option<String>,
}

impl Workspace {
    /// Finds the workspace of `start` (a draft or a folder). `settings` and `corpus` are the command line's.
    pub fn find(
        start: &Path,
        settings: Option<&Path>,
        corpus: Option<&Path>,
    ) -> Result<Self, WorkspaceError> {
        let start = absolute(start);
        let folders = || start.ancestors().filter(|folder| folder.is_dir());
        let found = settings
            .map(absolute)
            .or_else(|| folders().map(|folder| folder.join(SETTINGS)).find(|file| file.is_file()));
        if let Some(file) = found {
            let path = file.display().to_string();
            let text = std::fs::read_to_string(&file)
                .map_err(|source| WorkspaceError::Unreadable { path: path.clone(), source })?;
            let config = config::parse(&text, &crate::rules::Code::names())
                .map_err(|source| WorkspaceError::Config { path, line: source.line(&text), source })?;
            let root = file.parent().map(Path::to_owned).unwrap_or(start);
            return Ok(Self {
                root,
                config,
                settings_file: Some(file),
                owned: true,
                corpus: corpus.map(absolute),
            });
        }
        if let Some(corpus) = corpus.map(absolute) {
            let root = corpus.parent().map_or_else(|| corpus.clone(), Path::to_owned);
            return Ok(Self {
                root,
                config: Config::default(),
                settings_file: None,
                owned: false,
                corpus: Some(corpus),
            });
        }
        let root = folders()
            .find(|folder| DEFAULT_CORPORA.iter().any(|name| folder.join(name).is_dir()))
            .map(Path::to_owned);
        let root = root.ok_or(WorkspaceError::NoCorpus)?;
        Ok(Self { root, config: Config::default(), settings_file: None, owned: true, corpus: None })
    }

    /// The files of the corpus, and those that are none with the reason. `drafts` are never sources.
    pub fn sources(&self, drafts: &[PathBuf]) -> Result<files::Found, WorkspaceError> {
        let roles = self.roles()?;
        let drafts: Vec<PathBuf> = drafts.iter().map(|draft| absolute(draft)).collect();
        let is_left_out = |path: &Path| {
            drafts.iter().any(|draft| draft == path)
                || matches!(roles.role(path), Role::Draft | Role::Excluded)
        };
        let mut found = files::Found::default();
        for place in roles.corpora() {
            files::walk_corpus(place, &self.root, &is_left_out, &mut found);
        }
        found.settle();
        Ok(found)
    }

    fn roles(&self) -> Result<Roles<'_>, WorkspaceError> {
        Roles::of(&self.root, &self.config, self.corpora()?, self.index_places())
    }

    fn corpora(&self) -> Result<Vec<crate::workspace::place::Place>, WorkspaceError> {
        if let Some(corpus) = &self.corpus {
            return crate::workspace::place::Place::named(corpus)
                .map(|place| vec![place])
                .ok_or_else(|| WorkspaceError::MissingCorpus(corpus.display().to_string()));
        }
        if self.config.corpus.is_empty() {
            let name = DEFAULT_CORPORA
                .iter()
                .find(|name| self.root.join(name).is_dir())
                .ok_or(WorkspaceError::NoCorpus)?;
            return Ok(vec![crate::workspace::place::Place::Folder(self.root.join(name))]);
        }
        let place = |entry: &String| {
            let is_glob = entry.contains(['*', '?', '[', '{']);
            if is_glob {
                return Ok(crate::workspace::place::Place::Glob(Globs::of(std::slice::from_ref(entry))?));
            }
            crate::workspace::place::Place::named(&self.root.join(entry))
                .ok_or_else(|| WorkspaceError::MissingCorpus(self.root.join(entry).display().to_string()))
        };
        self.config.corpus.iter().map(place).collect()
    }

    /// The drafts at `paths` (files or folders), or all of the workspace. Excluded ones are counted, not
    /// returned.
    pub fn drafts(&self, paths: &[PathBuf], named: Named) -> Result<files::Drafts, WorkspaceError> {
        files::find_drafts(paths, named, &self.root, &self.roles()?)
    }

    /// What the file at `path` is to this workspace, whether or not it exists.
    pub fn role(&self, path: &Path) -> Result<Role, WorkspaceError> {
        Ok(self.roles()?.role(path))
    }

    /// Whether one of these files is a source, there or gone; false if the settings no longer fit the folder.
    pub fn any_source(&self, paths: &[PathBuf]) -> bool {
        self.roles().is_ok_and(|roles| paths.iter().any(|path| roles.role(path) == Role::Source))
    }

    /// The file of a source, from the path that its description has.
    pub fn source_file(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A path relative to the root, with `/`.
    pub(super) fn relative(&self, path: &Path) -> String {
        crate::workspace::paths::relative(path, &self.root)
    }

    /// The settings that hold for the draft at `path`.
    pub fn settings(&self, path: &Path) -> Settings {
        let relative = self.relative(&absolute(path));
        let mut levels = self.config.rules.clone();
        for one in &self.config.overrides {
            if Globs::of(&one.paths).is_ok_and(|set| set.is_match(&relative)) {
                levels.extend(one.rules.clone());
            }
        }
        Settings { config: self.config.clone(), levels }
    }

    /// Opens the index, brings it up to date and takes a snapshot.
    pub fn prepare(&self, drafting: &Drafting, progress: Progress<'_>) -> Result<Prepared, WorkspaceError> {
        let files::Found { files, bibliographies: listed, mut skipped } = self.sources(&drafting.drafts)?;
        let (index, note) = self.open()?;
        let (refreshed, index, note) = match index.refresh(&files, progress) {
            Ok(refreshed) => (refreshed, index, note),
            // Somebody else writes, or nobody may: read the sources into memory and go on.
            Err(error) => {
                let memory = Index::in_memory()?;
                let refreshed = memory.refresh(&files, progress)?;
                (refreshed, memory, Some(format!("{error}; the sources were read into memory for this run")))
            }
        };
        let mut refreshed = refreshed;
        let mut lost = Vec::new();
        let bibliography =
            self.read_bibliographies(&listed, &drafting.bibliographies, &mut skipped, &mut lost);
        refreshed.skipped.append(&mut skipped);
        refreshed.skipped.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(Prepared { snapshot: index.snapshot_with(bibliography)?, refreshed, lost, note })
    }

    /// Removes the index, so that the next [`Self::prepare`] builds it anew.
    pub fn forget_index(&self) {
        for place in self.index_places().into_iter().filter(|place| !place.is_symlink()) {
            // What cannot be removed is found damaged again, and the run ends with that message.
            let _ = std::fs::remove_dir_all(place.join(format!("index-{}", crate::corpus::index::FORMAT)));
        }
    }

    /// In the workspace if it can be written, else in the user's cache, else in memory.
    fn open(&self) -> Result<(Index, Option<String>), WorkspaceError> {
        for place in self.index_places() {
            if let Ok((index, opened)) = Index::open(&place) {
                let note = (opened == Opened::Damaged)
                    .then(|| "the index was damaged and has been built anew".to_owned());
                return Ok((index, note));
            }
        }
        Ok((
            Index::in_memory()?,
            Some("no folder for the index can be written; the sources are read into memory".to_owned()),
        ))
    }

    /// Where the index may live, best first.
    pub(super) fn index_places(&self) -> Vec<PathBuf> {
        let mut places = Vec::new();
        if self.owned {
            places.push(self.root.join(CACHE));
        }
        if let Ok(strategy) = etcetera::choose_base_strategy() {
            use etcetera::BaseStrategy;
            let place = self.corpus.as_ref().unwrap_or(&self.root).display().to_string();
            let name: String = blake3::hash(place.as_bytes()).to_hex().chars().take(16).collect();
            places.push(strategy.cache_dir().join("backread").join(name));
        }
        places
    }
}
