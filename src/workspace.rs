//! Layer 6: where things are: settings, drafts, sources, the index.

pub mod bibliographies;
pub mod drafting;
pub mod error;
mod files;
pub mod folder;
mod globs;
pub mod init;
mod pages;
pub mod paths;
pub mod place;
mod roles;

pub use crate::workspace::drafting::Drafting;
pub use crate::workspace::files::Named;
pub use crate::workspace::roles::Role;
