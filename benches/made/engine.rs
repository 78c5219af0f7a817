//! The bare engine as its own users set it up: its default tokenizer, positions kept, text stored, a thread
//! for each core.

use super::process::{self, Run};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT, Value};
use tantivy::tokenizer::TokenStream;
use tantivy::{Searcher, TantivyDocument, Term, doc};

/// The argument under which the bench runs itself to index with the engine, so that its memory is its own.
const ROLE: &str = "--engine";
/// What the engine's writer may hold: as its documentation has it, for each thread.
const MEMORY: usize = 50 << 20;

pub(crate) fn run(sentences: &Path, folder: &Path) -> Run {
    let program = std::env::current_exe().expect("this program");
    let paths = [sentences, folder].map(|path| path.to_str().expect("a path"));
    process::run(&program, Path::new("."), &[ROLE, paths[0], paths[1]])
}

/// Whether this process is the one that indexes with the engine; then it has done so.
pub(crate) fn is_asked() -> bool {
    let arguments: Vec<String> = std::env::args().collect();
    let Some(at) = arguments.iter().position(|argument| argument == ROLE) else { return false };
    index(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    true
}

/// Indexes one sentence a line.
fn index(sentences: &Path, folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    let mut schema = Schema::builder();
    let text = schema.add_text_field("text", TEXT | STORED);
    let index = tantivy::Index::create_in_dir(folder, schema.build()).expect("an index");
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut writer =
        index.writer_with_num_threads::<TantivyDocument>(threads, MEMORY * threads).expect("a writer");
    for line in fs::read_to_string(sentences).expect("the sentences").lines() {
        writer.add_document(doc!(text => line)).expect("a document");
    }
    writer.commit().expect("a commit");
    writer.wait_merging_threads().expect("the merges");
}

/// Opens the index, adds the first `count` sentences again and commits.
#[allow(dead_code, reason = "not every bench adds to its index")]
pub(crate) fn add(folder: &Path, sentences: &Path, count: usize) -> Duration {
    let lines = fs::read_to_string(sentences).expect("the sentences");
    let started = Instant::now();
    let index = tantivy::Index::open_in_dir(folder).expect("an index");
    let text = index.schema().get_field("text").expect("its field");
    let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, MEMORY).expect("a writer");
    for line in lines.lines().take(count) {
        writer.add_document(doc!(text => line)).expect("a document");
    }
    writer.commit().expect("a commit");
    started.elapsed()
}

pub(crate) struct Engine {
    searcher: Searcher,
    text: Field,
    tokenizer: tantivy::tokenizer::TextAnalyzer,
}

impl Engine {
    pub(crate) fn open(folder: &Path) -> Self {
        let index = tantivy::Index::open_in_dir(folder).expect("an index");
        let text = index.schema().get_field("text").expect("its field");
        let tokenizer = index.tokenizers().get("default").expect("the default tokenizer");
        Self { searcher: index.reader().expect("a reader").searcher(), text, tokenizer }
    }

    /// The top 50 of the disjunction of a sentence's words, with their texts.
    pub(crate) fn search(&self, sentence: &str) -> Vec<String> {
        let mut terms: Vec<Box<dyn Query>> = Vec::new();
        let mut tokenizer = self.tokenizer.clone();
        let mut tokens = tokenizer.token_stream(sentence);
        while let Some(token) = tokens.next() {
            let term = Term::from_field_text(self.text, &token.text);
            terms.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
        }
        let query = BooleanQuery::union(terms);
        let found =
            self.searcher.search(&query, &TopDocs::with_limit(50).order_by_score()).expect("an answer");
        let text = |id| {
            self.searcher.doc::<TantivyDocument>(id).ok()?.get_first(self.text)?.as_str().map(str::to_owned)
        };
        found.into_iter().filter_map(|(_, id)| text(id)).collect()
    }
}
