//! Backread holds every sentence of a Markdown draft against a folder of saved sources.
//!
//! The layers, lowest first; each imports only those before it:
//!
//! | layer | modules | what |
//! |---|---|---|
//! | 0 | [`text`], [`language`], [`config`] | bytes and places; words as data; settings as data |
//! | 1 | [`prose`] | one reader for drafts and sources: blocks, sentences, quotations, figures, dates, names |
//! | 2 | [`draft`], [`corpus`] | Markdown with citations; sources, passages, the index |
//! | 3 | [`matching`] | retrieval, alignment, scores: what the sources have on a piece of the draft |
//! | 4 | [`rules`] | the judgements, one file each |
//! | 5 | [`check`] | draft, corpus and settings to a report |
//! | 6 | [`workspace`] | where files are, what the settings say, the index kept up to date |
//! | 7 | [`cli`], [`server`] | the command line; the language server |
//!
//! ```
//! use backread::{check, corpus::{Index, File}, draft::Draft};
//!
//! let folder = tempfile::tempdir()?;
//! let absolute = folder.path().join("post.md");
//! std::fs::write(&absolute, "The ferry carried 212 passengers on Friday evening.")?;
//!
//! let index = Index::in_memory()?;
//! index.refresh(&[File { path: "post.md".into(), absolute }], &|_, _| {})?;
//! let draft = Draft::read("draft.md", "The ferry carried 221 passengers on Friday evening.", None);
//! let settings = check::Settings::default();
//! let report = check::check(&draft, &index.snapshot()?, &settings, &|| false).expect("nobody cancelled");
//! assert_eq!(report.findings[0].rule.name(), "conflicting-figure");
//! assert_eq!(report.findings[0].span.of(&draft.text), "221");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod check;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod draft;
pub mod language;
pub mod matching;
pub mod prose;
pub mod rules;
pub mod server;
pub mod text;
pub mod workspace;
