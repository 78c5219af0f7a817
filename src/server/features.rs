//! What the editor shows: each feature of the protocol from a report.

pub(crate) mod code_action;
pub(crate) mod diagnostics;
pub(crate) mod hover;
pub(crate) mod positions;
pub mod shown;
