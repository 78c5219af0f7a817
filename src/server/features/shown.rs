//! A report and the version it speaks of.

use crate::check::Checked;
use crate::text::buffer::Buffer;
use tower_lsp::ls_types::Uri;

/// A report and the version it speaks of.
pub(in crate::server) struct Shown {
    pub uri: Uri,
    pub version: i32,
    pub buffer: Buffer,
    pub checked: Checked,
}
