//! Work that may take long, on threads of its own. Each job answers with one event, also when it panics.

use crate::check::{Checker, Settings};
use crate::corpus::index::snapshot::Damaged;
use crate::matching::Desk;
use crate::server::options::Options;
use crate::server::session::event::{Event, Failure, Indexed, Lost, Outcome, Sender};
use crate::server::session::progress::Progress;
use crate::text::buffer::Buffer;
use crate::workspace::{Drafting, Workspace};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tower_lsp::ls_types::Uri;

/// One version to check.
pub(super) struct Check {
    pub checker: Checker,
    pub opening: u64,
    pub version: i32,
    pub generation: u64,
    /// The draft's path as reports show it.
    pub path: String,
    pub buffer: Buffer,
    pub settings: Settings,
    pub cancelled: Arc<AtomicBool>,
}

/// Finds the workspaces of files as the command does.
pub(super) fn find(events: Sender, search: u64, files: Vec<(Uri, PathBuf)>, options: Options) {
    spawn(move || {
        let find = |path: &Path| {
            let workspace = Workspace::find(path, options.settings.as_deref(), options.corpus.as_deref());
            let workspace = workspace.map_err(|error| Lost { error, settings: None })?;
            let role = workspace
                .role(path)
                .map_err(|error| Lost { error, settings: workspace.settings_file.clone() })?;
            Ok((Arc::new(workspace), role))
        };
        // Nothing here is known to panic; if it does, the document simply stays where it was.
        let found =
            files.into_iter().filter_map(|(uri, path)| Some((uri, guarded(|| find(&path)).ok()?))).collect();
        send(&events, Event::Found { search, found });
    });
}

/// Brings the index of a workspace up to date. `before` is what was known until now; `anew` throws the index
/// away first.
pub(super) fn index(
    events: Sender,
    workspace: Arc<Workspace>,
    before: Option<Arc<Desk>>,
    drafting: Drafting,
    progress: Arc<Progress>,
    anew: bool,
) {
    spawn(move || {
        let index = || {
            if anew {
                workspace.forget_index();
            }
            let prepared = workspace.prepare(&drafting, &|done, all| progress.step(done, all))?;
            let same = before.is_some_and(|before| before.snapshot.holds_same(&prepared.snapshot));
            Ok(Indexed { prepared, same, pages: workspace.pages() })
        };
        let result =
            guarded(index).map_err(Failure::Panic).and_then(|result| result.map_err(Failure::Workspace));
        send(&events, Event::Indexed(workspace.root.clone(), result));
    });
}

/// Checks one version of a draft.
pub(super) fn check(events: Sender, uri: Uri, check: Check) {
    spawn(move || {
        let Check { mut checker, opening, version, generation, path, buffer, settings, cancelled } = check;
        let text = buffer.text();
        let work =
            || (checker.check(&path, &text, &settings, &|| cancelled.load(Ordering::Relaxed)), checker);
        send(
            &events,
            Event::Checked(uri, Outcome { opening, version, generation, buffer, result: guarded(work) }),
        );
    });
}

fn spawn(work: impl FnOnce() + Send + 'static) {
    drop(tokio::task::spawn_blocking(work));
}

fn send(events: &Sender, event: Event) {
    // The session ends with the runtime: nobody is left who wants to know.
    let _ = events.send(event);
}

/// The result of `work`, or what it panicked with.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| describe(panic.as_ref()))
}

fn describe(panic: &(dyn Any + Send)) -> String {
    let damaged = panic.downcast_ref::<Damaged>().map(|damaged| damaged.0.as_str());
    let said =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    damaged.or(said).unwrap_or("no message").to_owned()
}
