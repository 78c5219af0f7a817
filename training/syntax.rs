//! Learns a language's syntax from treebanks and packs it:
//! `cargo run --release --example train-syntax -- OUT.model TRAIN.conllu… [--test TEST.conllu]… [--rounds N]`.
//!
//! Deterministic: the same files make the same model. Less text wants more rounds: 20 for English's 200,000 words, 25 for
//! French's 86,000, 40 for German's 20,000.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    reason = "a tool for the project's developers"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "counts are small"
)]

#[path = "syntax/dice.rs"]
mod dice;
#[path = "syntax/learner.rs"]
mod learner;
#[path = "syntax/lessons.rs"]
mod lessons;
#[path = "syntax/network.rs"]
mod network;
#[path = "syntax/noise.rs"]
mod noise;
#[path = "syntax/oracle.rs"]
mod oracle;
#[path = "syntax/rounds.rs"]
mod rounds;
#[path = "syntax/tags.rs"]
mod tags;
#[path = "syntax/weights.rs"]
mod weights;

use backread::prose::syntax::model::Model;
use backread::prose::syntax::treebank::{self, Word};
use std::time::Instant;

/// Rounds through all sentences.
const ROUNDS: usize = 20;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().expect("usage: OUT.model TRAIN.conllu… [--test TEST.conllu]… [--rounds N]");
    let (mut train, mut tests, mut rounds) = (Vec::new(), Vec::new(), ROUNDS);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value");
        match argument.as_str() {
            "--test" => tests.push(value()),
            "--rounds" => rounds = value().parse().expect("a number"),
            _ => train.extend(read(&argument)),
        }
    }
    let stored = lessons::learn(&train, rounds);
    let bytes = postcard::to_allocvec(&stored).unwrap();
    std::fs::write(&out, &bytes).unwrap();
    let opening = Instant::now();
    let model = Model::read(&bytes).unwrap();
    println!("{out}: {} bytes, opened in {:.1} ms", bytes.len(), opening.elapsed().as_secs_f64() * 1000.0);
    for test in tests {
        let scores = backread::prose::syntax::accuracy::measure(&model, &read(&test));
        println!("{test}: {scores}");
    }
}

fn read(path: &str) -> Vec<Vec<Word>> {
    let text = std::fs::read_to_string(path).unwrap();
    treebank::read(&text).unwrap_or_else(|line| panic!("{path}:{line}: not CoNLL-U"))
}
