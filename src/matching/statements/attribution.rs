//! Whose word it is: what a source gives as somebody else's, or only as somebody's.

pub mod allegations;
mod content;
pub mod parties;
pub mod speakers;
