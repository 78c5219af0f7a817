//! What was found for the last version of a draft, so that on a keystroke only what changed is searched for again.

use super::case::QuotedPart;
use crate::corpus::PassageId;
use crate::language::Lexicon;
use crate::matching::support::Support;
use crate::matching::{Candidate, Desk};
use crate::prose::Reading;
use jiff::civil;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The findings of the corpus for each sentence and quotation of one version of a draft. Holds for one desk only.
#[derive(Debug, Default)]
pub struct Memory {
    sentences: FxHashMap<SentenceKey, Arc<Support>>,
    quotations: FxHashMap<QuoteKey, Arc<[QuotedPart]>>,
    searched: usize,
}

/// All that a sentence's support depends on, but for the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SentenceKey {
    text: String,
    language: &'static str,
    date: Option<civil::Date>,
}

/// All that a quotation's places depend on, but for the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct QuoteKey {
    parts: Vec<String>,
    language: &'static str,
    near: Vec<PassageId>,
}

impl Memory {
    /// How many sentences and quotations the last check searched the corpus for.
    pub fn searched(&self) -> usize {
        self.searched
    }

    /// A memory for the next version, which asks this one first.
    pub(super) fn recall(&self) -> Recalled<'_> {
        Recalled { before: self, sentences: Mutex::default(), quotations: Mutex::default(), searched: AtomicUsize::new(0) }
    }
}

/// The memory while a version is being checked.
pub(super) struct Recalled<'m> {
    before: &'m Memory,
    sentences: Mutex<FxHashMap<SentenceKey, Arc<Support>>>,
    quotations: Mutex<FxHashMap<QuoteKey, Arc<[QuotedPart]>>>,
    searched: AtomicUsize,
}

impl Recalled<'_> {
    pub(super) fn support(&self, reading: &Arc<Reading>, date: Option<civil::Date>, desk: &Desk) -> Arc<Support> {
        let key = SentenceKey { text: reading.text.clone(), language: reading.language, date };
        self.recall(key, &self.before.sentences, &self.sentences, |_| Arc::new(Support::of(reading, date, desk)))
    }

    /// The places of a quotation, given as the text of its parts and the passages near its sentence.
    pub(super) fn quotation(
        &self,
        parts: Vec<String>,
        lexicon: &Lexicon,
        near: &[&Arc<Candidate>],
        locate: impl FnOnce(&[String]) -> Vec<QuotedPart>,
    ) -> Arc<[QuotedPart]> {
        let near = near.iter().map(|candidate| candidate.id).collect();
        let key = QuoteKey { parts, language: lexicon.language.code, near };
        self.recall(key, &self.before.quotations, &self.quotations, |key| locate(&key.parts).into())
    }

    fn recall<K: Hash + Eq, V: Clone>(
        &self,
        key: K,
        before: &FxHashMap<K, V>,
        now: &Mutex<FxHashMap<K, V>>,
        search: impl FnOnce(&K) -> V,
    ) -> V {
        let lock = || now.lock().unwrap_or_else(PoisonError::into_inner);
        let known = before.get(&key).cloned().or_else(|| lock().get(&key).cloned());
        let value = known.unwrap_or_else(|| {
            self.searched.fetch_add(1, Ordering::Relaxed);
            search(&key)
        });
        lock().insert(key, value.clone());
        value
    }

    /// What this version had; the rest of the memory before is forgotten.
    pub(super) fn settle(self) -> Memory {
        Memory {
            sentences: self.sentences.into_inner().unwrap_or_else(PoisonError::into_inner),
            quotations: self.quotations.into_inner().unwrap_or_else(PoisonError::into_inner),
            searched: self.searched.into_inner(),
        }
    }
}
