//! Opens the workspace that a command works on, and says why it cannot.

use crate::cli::arguments::Global;
use crate::cli::progress;
use crate::workspace::{Drafting, Prepared, Workspace};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// The run itself failed: bad usage, bad settings, no corpus, an unreadable draft.
pub(super) const FAILED: u8 = 2;

/// A line for the person, never for a pipe's reader.
pub(super) fn complain(line: &str) {
    // Standard error may be closed; there is nowhere else to say it.
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Does `work` over the corpus of `start`'s workspace.
pub(super) fn with_corpus<T>(
    start: &Path,
    global: &Global,
    work: impl Fn(&Prepared) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let workspace = Workspace::find(start, global.config.as_deref(), global.corpus.as_deref())?;
    with_index(&workspace, &Drafting::default(), global, work)
}

/// Brings the index up to date and does `work` over it. An index that breaks while it is read is built anew,
/// once.
pub(super) fn with_index<T>(
    workspace: &Workspace,
    drafting: &Drafting,
    global: &Global,
    work: impl Fn(&Prepared) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let attempt = || prepare(workspace, drafting, global).and_then(|prepared| work(&prepared));
    // The engine trusts its files: garbled ones make it panic. The same panic on a new index is a fault of
    // ours and goes on.
    if let Ok(result) = catch_unwind(AssertUnwindSafe(attempt)) {
        return result;
    }
    complain("note: the index was damaged and is built anew");
    workspace.forget_index();
    attempt()
}

fn prepare(workspace: &Workspace, drafting: &Drafting, global: &Global) -> anyhow::Result<Prepared> {
    let bar = progress::Bar::new(global.quiet);
    let prepared = workspace.prepare(drafting, &|done, all| bar.show(done, all))?;
    bar.finish();
    if let Some(note) = prepared.note.as_ref().filter(|_| !global.quiet) {
        complain(&format!("note: {note}"));
    }
    Ok(prepared)
}
