//! Backread.
pub mod check;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod draft;
pub mod language;
pub mod matching;
pub mod prose;
pub mod rules;
pub mod text;
pub mod workspace;
