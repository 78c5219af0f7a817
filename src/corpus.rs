//! Layer 2: the sources: files to passages, and the index that proposes candidates among them.

pub mod bibliography;
pub mod error;
pub mod formats;
pub mod index;
pub mod skip;
pub mod sources;

pub use crate::corpus::index::Index;
pub use crate::corpus::index::snapshot::{PassageId, Snapshot};
pub use crate::corpus::index::stamp::File;
pub use crate::corpus::sources::metadata::Meta;
pub use crate::corpus::sources::passage::Passage;
