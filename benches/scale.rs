//! A real archive: a corpus of N passages made from a seed, indexed, opened, added to and judged against,
//! side by side in one run with the bare engine on the same sentences (positions kept, text stored).
//!
//! `cargo bench --bench scale -- [PASSAGES]…` (default 10000 100000; add 1000000, 2000000: minutes and
//! several GB of disk).

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench ends where it cannot go on, and prints its table"
)]

#[path = "made/corpus.rs"]
mod corpus;
#[path = "made/engine.rs"]
mod engine;
#[path = "made/process.rs"]
mod process;

use backread::check::{Settings, check};
use backread::corpus::Index;
use backread::draft::Draft;
use backread::workspace::{Drafting, Workspace};
use process::share;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const SEED: u64 = 7;
/// Words of the quotations: what they cost should grow as they do.
const QUOTED: [usize; 3] = [15, 60, 240];
/// Words of a draft of about 300 sentences.
const WORDS: usize = 6_600;
/// Sources added to a ready index.
const ADDED: usize = 10;

fn main() {
    if engine::is_asked() {
        return;
    }
    for passages in process::sizes(&[10_000, 100_000]) {
        measure(passages);
    }
}

fn measure(passages: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let sources = folder.path().join("corpus");
    let mut made = corpus::Made::new(SEED);
    made.write(passages, &sources);
    let text = corpus::draft(SEED, WORDS, &sources);
    let draft = folder.path().join("draft.md");
    fs::write(&draft, &text).expect("the draft");
    println!("\n{passages} passages");
    println!("| what | Backread | bare engine | ratio |\n|---|---|---|---|");

    // The sentences that the engine is given are those that the reader finds; what finding them takes is ours
    // alone.
    let sentences = folder.path().join("sentences.txt");
    let count = corpus::sentences(&sources, &sentences);
    let bare = folder.path().join("engine");
    let (ours, theirs) =
        (process::run_backread(folder.path(), &["index", "--quiet"]), engine::run(&sentences, &bare));
    let speed = |taken: Duration| rate(count, taken);
    row(
        "indexing, passages a second",
        speed(ours.took),
        speed(theirs.took),
        theirs.took.as_secs_f64() / ours.took.as_secs_f64(),
    );
    ratio("indexing, peak memory, MB", mega(ours.peak), mega(theirs.peak));
    let index_folder = folder.path().join(".backread");
    ratio("index on disk, MB", mega(size(&index_folder)), mega(size(&bare)));

    let opening = median(20, || {
        let (index, _) = Index::open(&index_folder).expect("the index");
        std::hint::black_box(index.snapshot().expect("a snapshot"));
    });
    let engine_opening = median(20, || drop(engine::Engine::open(&bare)));
    ratio("opening, ms", ms(opening), ms(engine_opening));

    made.write_more(&sources, ADDED);
    let more = process::run_backread(folder.path(), &["index", "--quiet"]);
    let engine_more = engine::add(&bare, &sentences, ADDED * 25);
    ratio("adding 10 sources, ms", ms(more.took), ms(engine_more));
    let unchanged = process::run_backread(folder.path(), &["index", "--quiet"]);
    row("nothing changed, ms", ms(unchanged.took), 0.0, f64::NAN);

    judge(&draft, &text, &bare);
    for words in QUOTED {
        // The engine takes seconds for a long one.
        quote(&draft, &corpus::quotations(11, (900 / words).clamp(4, 60), words, &sources), &bare);
    }
    let command = process::run_backread(
        folder.path(),
        &["check", "draft.md", "--fail-on", "never", "--format", "json"],
    );
    row("the whole command on the draft, ms", ms(command.took), 0.0, f64::NAN);
    row("its peak memory, MB", mega(command.peak), 0.0, f64::NAN);
}

/// One sentence with all rules, each on a snapshot that has seen no other, and a whole draft of 300.
fn judge(path: &Path, text: &str, bare: &Path) {
    let workspace = Workspace::find(path, None, None).expect("the workspace");
    let snapshot = || workspace.prepare(&Drafting::default(), &|_, _| {}).expect("the index").snapshot;
    let draft = Draft::read("draft.md", text, None);
    let sentences: Vec<&str> = draft.sentences.iter().map(|sentence| sentence.file.of(text)).collect();
    let engine = engine::Engine::open(bare);
    let settings = Settings::default();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let whole = snapshot();
    // Once to warm the files up, once to count; the caches are the snapshot's, so each round has its own.
    for counted in [false, true] {
        let fresh = snapshot();
        for sentence in &sentences {
            let one = Draft::read("draft.md", sentence, Some("en"));
            let (taken, _) = timed(|| check(&one, &fresh, &settings, &|| false));
            let (engine_taken, _) = timed(|| engine.search(sentence));
            if counted {
                ours.push(taken);
                theirs.push(engine_taken);
            }
        }
    }
    for percent in [50, 95] {
        ratio(
            &format!("one sentence, all rules, p{percent}, ms"),
            ms(share(&mut ours, percent)),
            ms(share(&mut theirs, percent)),
        );
    }
    let (draft_taken, _) = timed(|| check(&draft, &whole, &settings, &|| false));
    ratio(&format!("a draft of {} sentences, ms", sentences.len()), ms(draft_taken), ms(theirs.iter().sum()));
}

/// A quotation with all rules, each on a snapshot that has seen no other, beside the engine's own query for
/// its words.
fn quote(path: &Path, quotations: &[String], bare: &Path) {
    let workspace = Workspace::find(path, None, None).expect("the workspace");
    let engine = engine::Engine::open(bare);
    let settings = Settings::default();
    let words = quotations[0].split_whitespace().count();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for counted in [false, true] {
        let fresh = workspace.prepare(&Drafting::default(), &|_, _| {}).expect("the index").snapshot;
        for quotation in quotations {
            let draft = Draft::read("draft.md", &format!("“{quotation},” Mila Toran said."), Some("en"));
            let (taken, report) = timed(|| check(&draft, &fresh, &settings, &|| false));
            let unfound = |finding: &backread::rules::Finding| finding.rule.name() == "unsourced-quote";
            assert!(!report.expect("a report").findings.iter().any(unfound), "not found: {quotation}");
            let (engine_taken, _) = timed(|| engine.search(quotation));
            if counted {
                ours.push(taken);
                theirs.push(engine_taken);
            }
        }
    }
    ratio(
        &format!("a quotation of {words} words, all rules, p50, ms"),
        ms(share(&mut ours, 50)),
        ms(share(&mut theirs, 50)),
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let result = std::hint::black_box(work());
    (started.elapsed(), result)
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..times).map(|_| timed(&mut work).0).collect();
    share(&mut taken, 50)
}

fn ratio(what: &str, ours: f64, theirs: f64) {
    row(what, ours, theirs, ours / theirs);
}

fn row(what: &str, ours: f64, theirs: f64, ratio: f64) {
    let shown = |number: f64| match number {
        number if number.is_nan() || number == 0.0 => String::new(),
        number if number < 10.0 => format!("{number:.2}"),
        number => format!("{number:.0}"),
    };
    println!("| {what} | {} | {} | {} |", shown(ours), shown(theirs), shown(ratio));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::cast_precision_loss, reason = "printed with three digits")]
fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "printed with three digits")]
fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

/// Bytes of all files in a folder.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| {
            if entry.path().is_dir() {
                size(&entry.path())
            } else {
                entry.metadata().map_or(0, |file| file.len())
            }
        })
        .sum()
}
