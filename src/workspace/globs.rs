//! Globs of the settings, matched against paths relative to the root, however their letters are composed.

use crate::text::fold::composed;
use crate::workspace::error::WorkspaceError;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Some globs.
pub(super) struct Globs(GlobSet);

impl Globs {
    /// Compiles patterns. A bare folder means all that is in it; `*` stops at `/`, and a pattern without one
    /// holds at any depth.
    pub(super) fn of(patterns: &[String]) -> Result<Self, WorkspaceError> {
        let bad = |glob: &str, error: &globset::Error| WorkspaceError::Glob {
            glob: glob.to_owned(),
            message: error.to_string(),
        };
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            let bare = composed(pattern.trim_start_matches("./").trim_end_matches('/'));
            let anywhere = if bare.contains(['*', '?']) && !bare.contains('/') { "**/" } else { "" };
            for pattern in [format!("{anywhere}{bare}"), format!("{anywhere}{bare}/**")] {
                set.add(
                    GlobBuilder::new(&pattern)
                        .literal_separator(true)
                        .build()
                        .map_err(|error| bad(&pattern, &error))?,
                );
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
