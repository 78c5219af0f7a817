//! From a keystroke to its published report, measured from outside: the built server on its pipe, a draft of
//! 10,000 words, a corpus made from a seed; beside it the bare engine's own top-50 disjunction for the
//! draft's sentences.
//!
//! `cargo bench --bench keystroke -- [PASSAGES]…` (default 10000 100000; one of them with 2000000 takes
//! minutes and 2 GB).

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

use backread::draft::Draft;
use backread::workspace::{Drafting, Workspace};
use process::share;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const SEED: u64 = 7;
const WORDS: usize = 10_000;
const KEYSTROKES: usize = 400;
const MANY: usize = 10_000;

fn main() {
    if engine::is_asked() {
        return;
    }
    println!(
        "| passages | first report | keystroke p50 | p95 | max | engine p50 | p95 | memory opened | after {MANY} edits |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for passages in process::sizes(&[10_000, 100_000]) {
        measure(passages);
    }
}

fn measure(passages: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let sources = folder.path().join("corpus");
    corpus::Made::new(SEED).write(passages, &sources);
    let text = corpus::draft(SEED, WORDS, &sources);
    let path = folder.path().join("draft.md");
    fs::write(&path, &text).expect("the draft");

    // The index is made before, as a writer finds it in the morning.
    let workspace = Workspace::find(&path, None, None).expect("the workspace");
    let prepared = workspace.prepare(&Drafting::default(), &|_, _| {}).expect("the index");
    drop(prepared);
    let (sentences, bare) = (folder.path().join("sentences.txt"), folder.path().join("engine"));
    corpus::sentences(&sources, &sentences);
    engine::run(&sentences, &bare);
    let mut engine = engine_times(&Draft::read("draft.md", &text, None), &engine::Engine::open(&bare));

    let mut server = Server::start();
    let uri = format!("file://{}", path.display());
    let started = Instant::now();
    server.notify(
        "textDocument/didOpen",
        &json!({ "textDocument": { "uri": uri, "languageId": "markdown", "version": 1, "text": text } }),
    );
    server.report(1);
    let first = started.elapsed();
    let opened = server.memory();

    let mut typing = Typing {
        random: fastrand::Rng::with_seed(SEED),
        lines: text.lines().map(str::len).collect(),
        version: 1,
        typed: None,
    };
    let mut keystrokes: Vec<Duration> = (0..KEYSTROKES)
        .map(|_| {
            let change = typing.next(&uri);
            let pressed = Instant::now();
            server.notify("textDocument/didChange", &change);
            server.report(typing.version);
            pressed.elapsed()
        })
        .collect();
    for _ in 0..MANY {
        server.notify("textDocument/didChange", &typing.next(&uri));
    }
    server.report(typing.version);
    println!(
        "| {passages} | {first:.0?} | {:.1?} | {:.1?} | {:.1?} | {:.1?} | {:.1?} | {} MB | {} MB |",
        share(&mut keystrokes, 50),
        share(&mut keystrokes, 95),
        share(&mut keystrokes, 100),
        share(&mut engine, 50),
        share(&mut engine, 95),
        opened / 1024,
        server.memory() / 1024,
    );
    server.stop();
}

/// The engine's own disjunction of all words of a sentence, top 50, for each sentence of the draft.
fn engine_times(draft: &Draft, engine: &engine::Engine) -> Vec<Duration> {
    let ask = |sentence: &backread::prose::Sentence| {
        let started = Instant::now();
        std::hint::black_box(engine.search(sentence.file.of(&draft.text)));
        started.elapsed()
    };
    // Once to warm the files up, once to count.
    let [_, counted] = std::array::from_fn(|_| draft.sentences.iter().map(ask).collect());
    counted
}

/// A writer: a letter in the middle of some line, and then away with it, so that the draft stays what it is.
struct Typing {
    random: fastrand::Rng,
    lines: Vec<usize>,
    version: i64,
    typed: Option<(usize, usize)>,
}

impl Typing {
    fn next(&mut self, uri: &str) -> Value {
        self.version += 1;
        let (line, from, to, text) = if let Some((line, column)) = self.typed.take() {
            (line, column, column + 1, "")
        } else {
            let long: Vec<usize> = (0..self.lines.len()).filter(|line| self.lines[*line] > 80).collect();
            let (line, column) = (long[self.random.usize(..long.len())], self.random.usize(40..70));
            self.typed = Some((line, column));
            (line, column, column, "x")
        };
        let range =
            json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } });
        json!({ "textDocument": { "uri": uri, "version": self.version }, "contentChanges": [{ "range": range, "text": text }] })
    }
}

struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_backread"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server");
        let input = child.stdin.take().expect("its input");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let mut server = Self { child, input, output };
        server.write(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "capabilities": { "textDocument": { "publishDiagnostics": { "relatedInformation": true } } },
            "initializationOptions": { "debounce": 0 }
        } }));
        server.read();
        server.notify("initialized", &json!({}));
        server
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.write(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn write(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        self.input.flush().expect("the server reads");
    }

    /// Waits for the report on a version.
    fn report(&mut self, version: i64) {
        while self.read()["params"]["version"] != version {}
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("the server speaks") > 0, "the server ended");
            match line.trim().split_once(": ") {
                Some((_, number)) => length = number.parse().expect("a length"),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("the server speaks");
        serde_json::from_slice(&body).expect("JSON")
    }

    /// Resident memory in KiB; 0 where the system does not tell.
    fn memory(&self) -> u64 {
        let status = fs::read_to_string(Path::new("/proc").join(self.child.id().to_string()).join("status"))
            .unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next())
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    }

    fn stop(mut self) {
        drop(self.input);
        self.child.wait().expect("the server ends");
    }
}
