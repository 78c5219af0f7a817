//! `backread search`: the passages nearest to a text.

use crate::cli::arguments::Global;
use crate::cli::human;
use crate::cli::opening::with_corpus;
use crate::matching::{Desk, evidence};
use crate::prose::Reading;
use crate::prose::context::Context;
use crate::rules::Proof;
use crate::text::Span;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn run(text: &str, limit: usize, global: &Global) -> anyhow::Result<ExitCode> {
    with_corpus(Path::new("."), global, |prepared| {
        let desk = Desk::new(Arc::clone(&prepared.snapshot));
        let reading = Reading::of(text, crate::language::detect(text));
        let terms = evidence::terms::terms(&reading, &desk);
        let found = evidence::gathering::gather(&reading, &terms, &Context::default(), None, &desk, limit);
        let mut out = anstream::stdout();
        for one in &found {
            let words = &one.candidate.reading.words;
            let marked: Vec<Span> = words
                .iter()
                .filter(|word| {
                    reading.words.iter().any(|own| !own.stop && evidence::alignment::same(own, word))
                })
                .map(|word| word.span)
                .collect();
            let proof = Proof { candidate: one.candidate.clone(), score: one.score, marked };
            human::print_proof(&mut out, &proof, "")?;
            writeln!(out)?;
        }
        if found.is_empty() {
            crate::cli::opening::complain("No source has any of these words.");
        }
        Ok(ExitCode::from(u8::from(found.is_empty())))
    })
}
