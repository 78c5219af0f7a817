//! What was found for the last version of a draft, so that on a keystroke only what changed is searched for
//! again.

use crate::corpus::PassageId;
use crate::language::Lexicon;
use crate::matching::evidence::support::Support;
use crate::matching::{Candidate, Desk};
use crate::prose::Reading;
use crate::prose::context::Context;
use crate::rules::case::quote_case::QuotedPart;
use crate::rules::case::scene::{Scene, Surroundings};
use crate::rules::finding::Remark;
use jiff::civil;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What was found and said of each sentence and quotation of one version of a draft. Holds for one desk only.
#[derive(Debug, Default)]
pub struct Memory {
    sentences: FxHashMap<SentenceKey, Arc<Support>>,
    quotations: FxHashMap<QuoteKey, Arc<[QuotedPart]>>,
    remarks: FxHashMap<SceneKey, Arc<[Remark]>>,
    searched: usize,
}

/// All that a sentence's support depends on, but for the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SentenceKey {
    text: String,
    language: &'static str,
    context: Context,
    date: Option<civil::Date>,
}

/// All that a quotation's places depend on, but for the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct QuoteKey {
    parts: Vec<String>,
    language: &'static str,
    near: Vec<PassageId>,
}

/// All that a sentence's judgement depends on, but for the corpus: its support follows from the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SceneKey {
    sentence: SentenceKey,
    around: Surroundings,
}

impl Memory {
    /// How many sentences and quotations the last check searched the corpus for.
    pub fn searched(&self) -> usize {
        self.searched
    }

    /// Adds what another memory has.
    pub fn extend(&mut self, other: Self) {
        self.sentences.extend(other.sentences);
        self.quotations.extend(other.quotations);
        self.remarks.extend(other.remarks);
    }

    /// A memory for the next version, which asks this one first.
    pub fn recall(&self) -> Recalled<'_> {
        Recalled {
            before: self,
            sentences: Mutex::default(),
            quotations: Mutex::default(),
            remarks: Mutex::default(),
            searched: AtomicUsize::new(0),
        }
    }
}

/// The memory while a version is being checked.
pub struct Recalled<'m> {
    before: &'m Memory,
    sentences: Mutex<FxHashMap<SentenceKey, Arc<Support>>>,
    quotations: Mutex<FxHashMap<QuoteKey, Arc<[QuotedPart]>>>,
    remarks: Mutex<FxHashMap<SceneKey, Arc<[Remark]>>>,
    searched: AtomicUsize,
}

impl Recalled<'_> {
    pub(super) fn support(
        &self,
        reading: &Arc<Reading>,
        context: &Context,
        date: Option<civil::Date>,
        desk: &Desk,
    ) -> Arc<Support> {
        let search = |_: &SentenceKey| {
            self.searched.fetch_add(1, Ordering::Relaxed);
            Arc::new(Support::of(reading, context, date, desk))
        };
        recall(SentenceKey::of(reading, context, date), &self.before.sentences, &self.sentences, search)
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
        let search = |key: &QuoteKey| {
            self.searched.fetch_add(1, Ordering::Relaxed);
            locate(&key.parts).into()
        };
        recall(key, &self.before.quotations, &self.quotations, search)
    }

    /// What the rules of sentences say of a scene; spans are bytes of the sentence.
    pub fn remarks(&self, scene: &Scene<'_>, judge: impl FnOnce() -> Vec<Remark>) -> Arc<[Remark]> {
        let key = SceneKey {
            sentence: SentenceKey::of(scene.reading, scene.context, scene.date),
            around: scene.around.clone(),
        };
        recall(key, &self.before.remarks, &self.remarks, |_| judge().into())
    }

    /// What this version had; the rest of the memory before is forgotten.
    pub fn settle(self) -> Memory {
        Memory {
            sentences: self.sentences.into_inner().unwrap_or_else(PoisonError::into_inner),
            quotations: self.quotations.into_inner().unwrap_or_else(PoisonError::into_inner),
            remarks: self.remarks.into_inner().unwrap_or_else(PoisonError::into_inner),
            searched: self.searched.into_inner(),
        }
    }
}

impl SentenceKey {
    fn of(reading: &Reading, context: &Context, date: Option<civil::Date>) -> Self {
        Self { text: reading.text.clone(), language: reading.language, context: context.clone(), date }
    }
}

/// The value that was known before, or that this version already has, or what `make` makes. Of two threads
/// that make the same, either is right.
fn recall<K: Hash + Eq, V: Clone>(
    key: K,
    before: &FxHashMap<K, V>,
    now: &Mutex<FxHashMap<K, V>>,
    make: impl FnOnce(&K) -> V,
) -> V {
    let lock = || now.lock().unwrap_or_else(PoisonError::into_inner);
    let known = before.get(&key).cloned().or_else(|| lock().get(&key).cloned());
    let value = known.unwrap_or_else(|| make(&key));
    lock().insert(key, value.clone());
    value
}
