//! What a file is to a workspace: draft, source, or neither.

use crate::config::Config;
use crate::workspace::error::WorkspaceError;
use crate::workspace::globs::Globs;
use crate::workspace::paths::{DEFAULT_CORPORA, absolute, relative};
use crate::workspace::place::Place;
use std::path::{Path, PathBuf};

/// What a file is to a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Draft,
    Source,
    /// Excluded by the settings, or one of our own.
    Excluded,
    /// None of the drafts that the settings name.
    Neither,
}

/// The settings that decide roles, read once for many files.
pub(super) struct Roles<'w> {
    root: &'w Path,
    exclude: Globs,
    drafts: Globs,
    corpora: Vec<Place>,
    /// Our own folders, the rules' pages in them.
    own: Vec<PathBuf>,
}

impl<'w> Roles<'w> {
    pub(super) fn of(
        root: &'w Path,
        config: &Config,
        corpora: Vec<Place>,
        own: Vec<PathBuf>,
    ) -> Result<Self, WorkspaceError> {
        Ok(Self {
            root,
            exclude: Globs::of(&config.exclude)?,
            drafts: Globs::of(&config.drafts)?,
            corpora,
            own,
        })
    }

    /// The role of the file at `path`, whether or not it exists.
    pub(super) fn role(&self, path: &Path) -> Role {
        let path = absolute(path);
        let name = relative(&path, self.root);
        // `corpus/drafts/` holds drafts, never sources.
        let in_drafts =
            DEFAULT_CORPORA.iter().any(|corpus| path.starts_with(self.root.join(corpus).join("drafts")));
        if self.exclude.is_match(&name) || self.own.iter().any(|folder| path.starts_with(folder)) {
            Role::Excluded
        } else if in_drafts || self.drafts.is_match(&name) {
            Role::Draft
        } else if self.corpora.iter().any(|place| place.holds(&path, &name)) {
            Role::Source
        } else if self.drafts.is_empty() {
            Role::Draft
        } else {
            Role::Neither
        }
    }

    /// The places where sources are looked for.
    pub(super) fn corpora(&self) -> &[Place] {
        &self.corpora
    }
}
