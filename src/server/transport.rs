//! Messages in and out.

pub(crate) mod front;
pub(crate) mod mended_input;
pub(crate) mod outbox;
pub(crate) mod parent;
pub(crate) mod traits;
