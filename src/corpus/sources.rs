//! Sources: a file read into passages, and what is known of it.

pub mod address;
pub mod furniture;
pub mod metadata;
pub mod naming;
pub mod passage;
pub mod reader;
