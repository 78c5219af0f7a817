//! Layer 6: where things are: settings, drafts, sources, the index.

pub mod bibliographies;
pub mod drafting;
mod error;
mod files;
mod folder;
mod globs;
pub mod init;
mod pages;
mod paths;
pub mod place;
mod roles;

pub use crate::workspace::drafting::Drafting;
pub use crate::workspace::error::WorkspaceError;
pub use crate::workspace::files::Named;
pub use crate::workspace::folder::{Prepared, SETTINGS, Workspace};
pub use crate::workspace::paths::absolute;
pub use crate::workspace::roles::Role;
