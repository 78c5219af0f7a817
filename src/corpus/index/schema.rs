//! What the index stores of a source, and under which fields.

use crate::corpus::index::stamp::{Stamp, first_bytes};
use crate::corpus::skip::Skip;
use crate::corpus::sources::metadata::Meta;
use crate::corpus::sources::naming::folded;
use crate::corpus::sources::passage::Passage;
use crate::corpus::sources::reader::Source;
use std::borrow::Cow;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{TantivyDocument, Term};

/// The fields of the engine's documents.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Stems of a passage.
    pub stems: Field,
    /// The source that a document belongs to, by the hash of its path.
    pub source: Field,
    /// Citation key and address of a source.
    pub key: Field,
    pub url: Field,
    /// Title of a source, whatever its case and punctuation.
    pub title: Field,
    /// Key of the source that a source corrects.
    pub corrects: Field,
    /// What tells of a source whether its file changed, and how many passages follow its description.
    pub size: Field,
    pub modified: Field,
    pub changed: Field,
    pub content: Field,
    pub passages: Field,
    /// Marks a file that is no source, so that it need not be read to know that.
    pub skipped: Field,
    /// The description of a source, or a passage with its number in the source.
    pub stored: Field,
}

pub(in crate::corpus) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    // Presence is all that ranking needs of a sentence: words hardly repeat in one.
    let indexing =
        TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::Basic);
    let fields = Fields {
        stems: builder.add_text_field("stems", TextOptions::default().set_indexing_options(indexing)),
        source: builder.add_u64_field("source", INDEXED | FAST),
        key: builder.add_text_field("key", STRING),
        url: builder.add_text_field("url", STRING),
        title: builder.add_text_field("title", STRING),
        corrects: builder.add_text_field("corrects", STRING),
        size: builder.add_u64_field("size", FAST),
        modified: builder.add_u64_field("modified", FAST),
        changed: builder.add_u64_field("changed", FAST),
        content: builder.add_u64_field("content", FAST),
        passages: builder.add_u64_field("passages", FAST),
        skipped: builder.add_u64_field("skipped", FAST),
        stored: builder.add_bytes_field("stored", STORED),
    };
    (builder.build(), fields)
}

/// What the stored field of a document holds.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) enum Stored<'a> {
    Source(Cow<'a, Meta>),
    /// A passage and its number in the source, from 0.
    Passage(u32, Cow<'a, Passage>),
    /// Why a file is no source.
    Skipped(Cow<'a, Skip>),
}

/// The number under which all documents of the source at `path` stand.
pub fn source_number(path: &str) -> u64 {
    first_bytes(&blake3::hash(path.as_bytes()))
}

impl Fields {
    /// The term that all documents of a source share.
    pub(super) fn source_term(&self, number: u64) -> Term {
        Term::from_field_u64(self.source, number)
    }

    /// The document of a file that is no source.
    pub(super) fn skipped(&self, path: &str, stamp: &Stamp, skip: &Skip) -> TantivyDocument {
        let mut document = self.head(path, stamp, 0);
        document.add_u64(self.skipped, 1);
        document.add_bytes(self.stored, &encode(&Stored::Skipped(Cow::Borrowed(skip))));
        document
    }

    /// What stands before the passages of a file, be it a source or not.
    fn head(&self, path: &str, stamp: &Stamp, passages: usize) -> TantivyDocument {
        let mut head = TantivyDocument::default();
        head.add_u64(self.source, source_number(path));
        head.add_u64(self.size, stamp.size);
        head.add_u64(self.modified, stamp.modified);
        head.add_u64(self.changed, stamp.changed);
        head.add_u64(self.content, stamp.content);
        head.add_u64(self.passages, passages as u64);
        head
    }

    /// The documents of a source, description first.
    pub(super) fn documents(&self, source: &Source, stamp: &Stamp) -> Vec<TantivyDocument> {
        let number = source_number(&source.meta.path);
        let mut head = self.head(&source.meta.path, stamp, source.passages.len());
        head.add_text(self.key, &source.meta.key);
        if let Some(url) = &source.meta.url {
            head.add_text(self.url, crate::corpus::sources::address::plain_url(url));
        }
        if let Some(title) = &source.meta.title {
            head.add_text(self.title, folded(title));
        }
        if let Some(corrected) = &source.meta.corrects {
            head.add_text(self.corrects, corrected);
        }
        head.add_bytes(self.stored, &encode(&Stored::Source(Cow::Borrowed(&source.meta))));
        let lexicon =
            crate::language::by_code(&source.meta.language).unwrap_or_else(crate::language::default);
        let passages = (0u32..).zip(&source.passages).map(|(seq, passage)| {
            let mut document = TantivyDocument::default();
            document.add_u64(self.source, number);
            document.add_text(self.stems, crate::prose::words::stems(&passage.text, lexicon));
            document.add_bytes(self.stored, &encode(&Stored::Passage(seq, Cow::Borrowed(passage))));
            document
        });
        std::iter::once(head).chain(passages).collect()
    }
}

fn encode(stored: &Stored<'_>) -> Vec<u8> {
    postcard::to_stdvec(stored).unwrap_or_default()
}
