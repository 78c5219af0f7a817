//! Messages in and out.

pub(super) mod front;
pub(super) mod mended_input;
pub(super) mod outbox;
pub(super) mod parent;
pub(super) mod traits;
