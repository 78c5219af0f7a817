//! `backread index`: build or refresh, and say what was skipped.

use crate::cli::arguments::Global;
use crate::cli::opening::{FAILED, with_corpus};
use crate::text::fold::printable;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(global: &Global) -> anyhow::Result<ExitCode> {
    with_corpus(Path::new("."), global, |prepared| {
        let mut out = anstream::stdout();
        let done = &prepared.refreshed;
        for (path, skip) in &done.skipped {
            writeln!(out, "skipped {}: {skip}", printable(path))?;
        }
        if !global.quiet {
            let (sources, passages) = (prepared.snapshot.roster().len(), prepared.snapshot.passages());
            writeln!(
                out,
                "{sources} sources, {passages} passages: {} added, {} changed, {} removed, {} unchanged, {} skipped",
                done.added,
                done.changed,
                done.removed,
                done.unchanged,
                done.skipped.len()
            )?;
        }
        Ok(ExitCode::from(if prepared.snapshot.is_empty() { FAILED } else { 0 }))
    })
}
