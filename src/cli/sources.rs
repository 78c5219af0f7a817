//! `backread sources`: what the corpus holds.

use crate::cli::arguments::Global;
use crate::cli::opening::with_corpus;
use crate::text::fold::printable;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(global: &Global) -> anyhow::Result<ExitCode> {
    with_corpus(Path::new("."), global, |prepared| {
        let mut out = anstream::stdout();
        for meta in prepared.snapshot.sources() {
            let described = [meta.publisher.as_deref(), meta.published.as_deref(), meta.kind.as_deref()]
                .into_iter()
                .flatten()
                .map(printable)
                .collect::<Vec<_>>()
                .join(", ");
            writeln!(
                out,
                "{}  {}",
                printable(&meta.key),
                meta.title.as_deref().map(printable).unwrap_or_default()
            )?;
            writeln!(
                out,
                "    {}{}{} passages, {}",
                described,
                if described.is_empty() { "" } else { "; " },
                meta.passages,
                printable(&meta.path)
            )?;
            for problem in &meta.problems {
                writeln!(out, "    problem: {}", printable(problem))?;
            }
        }
        for (path, skip) in &prepared.refreshed.skipped {
            writeln!(out, "skipped {}: {skip}", printable(path))?;
        }
        Ok(ExitCode::SUCCESS)
    })
}
