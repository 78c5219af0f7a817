//! What the editor shows: each feature of the protocol from a report.

pub(super) mod code_action;
pub(super) mod diagnostics;
pub(super) mod hover;
pub(super) mod positions;
pub mod shown;
