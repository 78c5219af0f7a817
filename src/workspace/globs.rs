//! Globs of the settings, matched against paths relative to the root, however their letters are composed.

use super::WorkspaceError;
use crate::text::fold::composed;
use globset::{Glob, GlobSet, GlobSetBuilder};

/// Some globs.
pub(super) struct Globs(GlobSet);

impl Globs {
    /// Compiles patterns; a bare folder means all that is in it.
    pub(super) fn of(patterns: &[String]) -> Result<Self, WorkspaceError> {
        let bad = |glob: &str, error: &globset::Error| WorkspaceError::Glob { glob: glob.to_owned(), message: error.to_string() };
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            let bare = composed(pattern.trim_end_matches('/'));
            for pattern in [bare.to_string(), format!("{bare}/**")] {
                set.add(Glob::new(&pattern).map_err(|error| bad(&pattern, &error))?);
            }
        }
        Ok(Self(set.build().map_err(|error| bad("", &error))?))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them matches `path`, which is relative and has `/`.
    pub(super) fn is_match(&self, path: &str) -> bool {
        self.0.is_match(&*composed(path))
    }
}
