//! The corpus at one moment: candidates, passages, neighbours, and how rare a word is.

use crate::corpus::bibliography::Bibliography;
use crate::corpus::bibliography::reference::Reference;
use crate::corpus::index::retrieval;
use crate::corpus::index::retrieval::Wanted;
use crate::corpus::index::roster::Roster;
use crate::corpus::index::schema::{Fields, Stored};
use crate::corpus::skip::Skip;
use crate::corpus::sources::address::plain_url;
use crate::corpus::sources::metadata::Meta;
use crate::corpus::sources::naming::{Naming, folded};
use crate::corpus::sources::passage::Passage;
use crate::text::fold::composed;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, DocSet, Searcher, SegmentReader, TERMINATED, TantivyDocument, Term};

/// Names a passage within one snapshot.
pub type PassageId = DocAddress;

/// An immutable view of the corpus, cheap to share between threads.
pub struct Snapshot {
    searcher: Searcher,
    fields: Fields,
    sources: OnceLock<Vec<Arc<Meta>>>,
    frequencies: Mutex<FxHashMap<String, u64>>,
    stored: Mutex<FxHashMap<DocAddress, Entry>>,
    roster: OnceLock<Roster>,
    bibliography: Bibliography,
    naming: OnceLock<Naming>,
}

#[derive(Clone)]
enum Entry {
    Source(Arc<Meta>),
    Passage(u32, Arc<Passage>),
}

/// A corpus of a few sentences knows little of what is rare: words are weighed as if so many more had been
/// read.
const UNSEEN: f64 = 50.0;

/// A thousand articles: a corpus of so many passages has met nearly every common word.
const BROAD: f64 = 20_000.0;
/// Documents kept decoded; a draft of 10,000 words looks at fewer.
const CACHED: usize = 40_000;

impl Snapshot {
    pub(super) fn new(searcher: Searcher, fields: Fields, bibliography: Bibliography) -> Self {
        Self {
            searcher,
            fields,
            sources: OnceLock::new(),
            frequencies: Mutex::default(),
            stored: Mutex::default(),
            roster: OnceLock::new(),
            bibliography,
            naming: OnceLock::new(),
        }
    }

    /// Every source, in order of path.
    pub fn sources(&self) -> &[Arc<Meta>] {
        self.sources.get_or_init(|| {
            let described = |entry: &crate::corpus::index::roster::Entry| match self.entry(entry.at) {
                Some(Entry::Source(meta)) => Some(meta),
                _ => None,
            };
            let mut found: Vec<Arc<Meta>> =
                self.roster().iter().filter_map(|(_, entry)| described(entry)).collect();
            found.sort_by(|a, b| a.path.cmp(&b.path));
            found
        })
    }

    /// The sources without their descriptions.
    pub fn roster(&self) -> &Roster {
        self.roster.get_or_init(|| Roster::read(&self.searcher).unwrap_or_else(|error| damaged(&error)))
    }

    /// Number of live passages.
    pub fn passages(&self) -> u64 {
        self.roster().passages()
    }

    /// In how many live passages a stem occurs.
    pub fn frequency(&self, stem: &str) -> u64 {
        if let Some(known) = lock(&self.frequencies).get(stem) {
            return *known;
        }
        let counted = self.count(&Term::from_field_text(self.fields.stems, stem));
        lock(&self.frequencies).insert(stem.to_owned(), counted);
        counted
    }

    /// The engine counts deleted documents too; a segment that has any is counted by hand.
    fn count(&self, term: &Term) -> u64 {
        let per_segment = self.searcher.segment_readers().iter().map(|reader| {
            let index = reader.inverted_index(term.field()).unwrap_or_else(|error| damaged(&error));
            let Some(alive) = reader.alive_bitset() else {
                return u64::from(index.doc_freq(term).unwrap_or_else(|error| damaged(&error)));
            };
            let found =
                index.read_postings(term, IndexRecordOption::Basic).unwrap_or_else(|error| damaged(&error));
            let Some(mut postings) = found else { return 0 };
            let mut count = 0;
            while postings.doc() != TERMINATED {
                count += u64::from(alive.is_alive(postings.doc()));
                postings.advance();
            }
            count
        });
        per_segment.sum()
    }

    /// Inverse document frequency of a stem: ln((N + k) / (n + 0.5)), at least 0 (Robertson and Spärck Jones,
    /// smoothed).
    pub fn rarity(&self, stem: &str) -> f64 {
        let (total, count) = (count_f64(self.passages()), count_f64(self.frequency(stem)));
        ((total + UNSEEN) / (count + 0.5)).ln().max(0.0)
    }

    /// How much of a language the corpus has seen, 0 to 1: the logarithm of its passages against that of
    /// `BROAD` many.
    pub fn breadth(&self) -> f64 {
        (count_f64(self.passages() + 1).ln() / BROAD.ln()).min(1.0)
    }

    /// The passages that hold most of `stems`, best first, at most `limit`.
    pub fn search(&self, stems: &[&str], limit: usize) -> Vec<PassageId> {
        let total = count_f64(self.passages());
        let wanted = stems.iter().map(|stem| Wanted {
            term: Term::from_field_text(self.fields.stems, stem),
            weight: retrieval::weight(total, count_f64(self.frequency(stem))),
        });
        let wanted: Vec<Wanted> = wanted.collect();
        retrieval::search(&self.searcher, self.fields.stems, self.roster().columns(), &wanted, limit)
            .unwrap_or_else(|error| damaged(&error))
    }

    /// The passage itself.
    pub fn passage(&self, id: PassageId) -> Option<Arc<Passage>> {
        match self.entry(id)? {
            Entry::Passage(_, passage) => Some(passage),
            Entry::Source(_) => None,
        }
    }

    /// The source that a passage belongs to.
    pub fn source_of(&self, id: PassageId) -> Option<Arc<Meta>> {
        let Entry::Passage(seq, _) = self.entry(id)? else { return None };
        match self.entry(DocAddress::new(id.segment_ord, id.doc_id.checked_sub(seq + 1)?))? {
            Entry::Source(meta) => Some(meta),
            Entry::Passage(..) => None,
        }
    }

    /// The passage `steps` after (or before) another in the same source.
    pub fn neighbour(&self, id: PassageId, steps: i64) -> Option<PassageId> {
        let Entry::Passage(seq, _) = self.entry(id)? else { return None };
        let other = DocAddress::new(id.segment_ord, u32::try_from(i64::from(id.doc_id) + steps).ok()?);
        let inside = i64::from(seq) + steps >= 0
            && u32::try_from(i64::from(seq) + steps)
                .is_ok_and(|seq| self.source_of(id).is_some_and(|meta| seq < meta.passages));
        inside.then_some(other)
    }

    /// The documents of all passages of the same source.
    pub(super) fn passages_beside(&self, id: PassageId) -> Option<Range<u32>> {
        let (Entry::Passage(seq, _), meta) = (self.entry(id)?, self.source_of(id)?) else { return None };
        let first = id.doc_id.checked_sub(seq)?;
        Some(first..first.saturating_add(meta.passages))
    }

    pub(super) fn stems(&self) -> Field {
        self.fields.stems
    }

    pub(super) fn segments(&self) -> &[SegmentReader] {
        self.searcher.segment_readers()
    }

    /// A passage's number in its source, from 0.
    pub fn position(&self, id: PassageId) -> u32 {
        match self.entry(id) {
            Some(Entry::Passage(seq, _)) => seq,
            _ => 0,
        }
    }

    /// The source with this citation key.
    pub fn by_key(&self, key: &str) -> Option<Arc<Meta>> {
        self.one(Term::from_field_text(self.fields.key, &composed(key)))
    }

    /// The source saved from this address, whatever its scheme, `www.`, tracking and trailing slash.
    pub fn by_url(&self, url: &str) -> Option<Arc<Meta>> {
        self.one(Term::from_field_text(self.fields.url, &plain_url(url)))
    }

    /// The source in a file of this name, or with this title.
    pub fn by_name(&self, name: &str) -> Option<Arc<Meta>> {
        self.naming().by_file(name).map(|n| Arc::clone(&self.sources()[n])).or_else(|| self.by_title(name))
    }

    /// The source with this title, whatever its case and punctuation.
    pub fn by_title(&self, title: &str) -> Option<Arc<Meta>> {
        let title = folded(title);
        let has_it = |meta: &Arc<Meta>| meta.title.as_deref().is_some_and(|own| folded(own) == title);
        let listed = || self.saved(self.bibliography.by_title(&title)?).filter(has_it);
        self.one(Term::from_field_text(self.fields.title, &title)).or_else(listed)
    }

    /// The source whose first author has this family name, of this year.
    pub fn by_author(&self, family: &str, year: &str) -> Option<Arc<Meta>> {
        self.naming().by_author(family, year).map(|n| Arc::clone(&self.sources()[n]))
    }

    /// The source that holds a work of a bibliography, by its key, its address or its file.
    pub fn saved(&self, work: &Reference) -> Option<Arc<Meta>> {
        let by_file = || {
            work.files
                .iter()
                .find_map(|file| self.naming().by_file(file))
                .map(|n| Arc::clone(&self.sources()[n]))
        };
        self.by_key(&work.key).or_else(|| self.by_url(work.url.as_deref()?)).or_else(by_file)
    }

    /// The works that the corpus lists, saved or not.
    pub fn bibliography(&self) -> &Bibliography {
        &self.bibliography
    }

    fn naming(&self) -> &Naming {
        self.naming.get_or_init(|| Naming::of(self.sources()))
    }

    /// Whether another source corrects the one with this key.
    pub fn is_corrected(&self, key: &str) -> bool {
        self.count(&Term::from_field_text(self.fields.corrects, key)) > 0
    }

    fn one(&self, term: Term) -> Option<Arc<Meta>> {
        let found = self.searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &DocSetCollector);
        let found = found.unwrap_or_else(|error| damaged(&error));
        let mut sources: Vec<Arc<Meta>> = found
            .into_iter()
            .filter_map(|id| match self.entry(id) {
                Some(Entry::Source(meta)) => Some(meta),
                _ => None,
            })
            .collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        sources.into_iter().next()
    }

    /// Whether both hold the same sources with the same content, and list the same works.
    pub fn holds_same(&self, other: &Self) -> bool {
        self.roster().holds_same(other.roster()) && self.bibliography == other.bibliography
    }

    /// Why the file whose entry this is is no source.
    pub(super) fn skip(&self, entry: &crate::corpus::index::roster::Entry) -> Option<Skip> {
        match postcard::from_bytes(&self.stored_bytes(entry.at)?).ok()? {
            Stored::Skipped(skip) => Some(skip.into_owned()),
            Stored::Source(_) | Stored::Passage(..) => None,
        }
    }

    fn stored_bytes(&self, id: DocAddress) -> Option<Vec<u8>> {
        let document: TantivyDocument = self.searcher.doc(id).unwrap_or_else(|error| damaged(&error));
        document.get_first(self.fields.stored)?.as_bytes().map(<[u8]>::to_owned)
    }

    fn entry(&self, id: DocAddress) -> Option<Entry> {
        if let Some(entry) = lock(&self.stored).get(&id) {
            return Some(entry.clone());
        }
        let max = self.searcher.segment_readers().get(id.segment_ord as usize)?.max_doc();
        if id.doc_id >= max {
            return None;
        }
        let entry = match postcard::from_bytes(&self.stored_bytes(id)?).ok()? {
            Stored::Source(meta) => {
                let mut meta = meta.into_owned();
                self.bibliography.complete(&mut meta);
                Entry::Source(Arc::new(meta))
            }
            Stored::Passage(seq, passage) => Entry::Passage(seq, Arc::new(passage.into_owned())),
            Stored::Skipped(_) => return None,
        };
        let mut cache = lock(&self.stored);
        if cache.len() >= CACHED {
            // Freeing so much takes longer than a keystroke may.
            let old = std::mem::take(&mut *cache);
            std::thread::spawn(move || drop(old));
        }
        cache.insert(id, entry.clone());
        Some(entry)
    }

    /// Whether nothing is indexed.
    pub fn is_empty(&self) -> bool {
        self.roster().is_empty()
    }
}

/// A poisoned cache is still a cache: the panic that poisoned it was reported elsewhere.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::cast_precision_loss, reason = "a corpus has fewer than 2^52 passages")]
fn count_f64(n: u64) -> f64 {
    n as f64
}

/// A file of the index cannot be read as what it was written as. Rare enough that no caller should have to
/// expect it at every word: it unwinds to the front end, which builds the index anew (see [`Damaged`]).
pub(super) fn damaged(error: &dyn std::fmt::Display) -> ! {
    std::panic::resume_unwind(Box::new(Damaged(error.to_string())))
}

/// What a search in a damaged index unwinds with.
#[derive(Debug)]
pub struct Damaged(pub String);
