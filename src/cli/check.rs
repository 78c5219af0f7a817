//! `backread check`: the headless check.

use crate::check::Checked;
use crate::cli::arguments::{Format, Global};
use crate::cli::opening::{FAILED, complain, with_index};
use crate::cli::summary::Summary;
use crate::cli::{human, json};
use crate::config::FailOn;
use crate::draft::{Draft, LARGEST};
use crate::matching::Desk;
use crate::text::fold::printable;
use crate::workspace::{Drafting, Named, Prepared, Workspace};
use anyhow::Context;
use rayon::prelude::*;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn run(
    paths: &[PathBuf],
    named: Named,
    format: Format,
    fail_on: Option<FailOn>,
    global: &Global,
) -> anyhow::Result<ExitCode> {
    let stdin = paths.iter().any(|path| path == Path::new("-"));
    let files: Vec<PathBuf> = paths.iter().filter(|path| path.as_path() != Path::new("-")).cloned().collect();
    let start = files.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let workspace = Workspace::find(&start, global.config.as_deref(), global.corpus.as_deref())?;
    let mut read = Vec::new();
    let mut left_out = 0;
    let mut failed = false;
    if stdin {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("standard input: the draft is not UTF-8 text")?;
        read.push(("-".to_owned(), PathBuf::from("-"), text));
    }
    if !stdin || !files.is_empty() {
        let found = workspace.drafts(&files, named)?;
        left_out = found.excluded.len() + found.passed_over.len();
        say_left_out(found.excluded.len(), "excluded by the settings");
        say_left_out(found.passed_over.len(), "not among the drafts of this workspace");
        failed = read_drafts(found.paths, &mut read);
    }
    with_index(&workspace, &drafting(&read), global, |prepared| {
        report(&workspace, &read, prepared, &Run { format, fail_on, quiet: global.quiet, left_out, failed })
    })
}

fn say_left_out(count: usize, why: &str) {
    match count {
        0 => {}
        1 => complain(&format!("note: 1 file is {why}")),
        _ => complain(&format!("note: {count} files are {why}")),
    }
}

/// How a run was asked for, and what came of finding its drafts.
struct Run {
    format: Format,
    fail_on: Option<FailOn>,
    quiet: bool,
    /// Files named that are not checked.
    left_out: usize,
    /// Whether a draft could not be read.
    failed: bool,
}

/// A draft as read: its path as shown, its path, its text.
pub(super) type DraftText = (String, PathBuf, String);

/// Adds the drafts of some files, and says which cannot be read; whether there were any.
pub(super) fn read_drafts(paths: Vec<PathBuf>, read: &mut Vec<DraftText>) -> bool {
    let mut failed = false;
    for path in paths {
        match read_draft(&path) {
            Ok(text) => read.push((shown(&path), path, text)),
            Err(error) => {
                complain(&format!("error: {}: {error}", shown(&path)));
                failed = true;
            }
        }
    }
    failed
}

/// What the drafts make of the files beside them.
pub(super) fn drafting(read: &[DraftText]) -> Drafting {
    let mut drafting = Drafting::default();
    for (_, path, text) in read {
        drafting.add(path, text);
    }
    drafting
}

fn report(
    workspace: &Workspace,
    read: &[DraftText],
    prepared: &Prepared,
    run: &Run,
) -> anyhow::Result<ExitCode> {
    if read.is_empty() && run.left_out == 0 && !run.failed {
        complain("error: no draft to check: name a Markdown file");
        return Ok(ExitCode::from(FAILED));
    }
    if prepared.snapshot.is_empty() && run.left_out == 0 {
        complain("error: no source could be read: `backread index` says why");
        return Ok(ExitCode::from(FAILED));
    }
    for (path, why) in &prepared.lost {
        complain(&format!("warning: the bibliography {} is not read: {why}", printable(path)));
    }
    let desk = Desk::new(Arc::clone(&prepared.snapshot));
    let all: Vec<Checked> = read
        .par_iter()
        .filter_map(|(shown, path, text)| {
            let settings = workspace.settings(path);
            let draft = Draft::read(shown, text, settings.config.language.as_deref());
            let report = crate::check::check_with(&draft, &desk, &settings, &|| false)?;
            Some(Checked { draft: Arc::new(draft), report: Arc::new(report) })
        })
        .collect();
    for checked in &all {
        if let Some(error) = &checked.draft.front_matter_error {
            complain(&format!("warning: {}: the front matter is not read: {error}", checked.draft.path));
        }
    }
    let summary = Summary::of(&all);
    match run.format {
        Format::Json => json::print(&all, prepared, &summary)?,
        Format::Human => human::print(&all, prepared, &summary, run.quiet)?,
    }
    let fail_on = run.fail_on.or(workspace.config.fail_on).unwrap_or_default();
    let fails =
        all.iter().flat_map(|checked| &checked.report.findings).any(|finding| fail_on.fails(finding.level));
    Ok(ExitCode::from(if run.failed { FAILED } else { u8::from(fails) }))
}

/// The text of a draft, or why there is none.
fn read_draft(path: &Path) -> Result<String, String> {
    let metadata = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("not a regular file".to_owned());
    }
    if metadata.len() > LARGEST {
        return Err(format!(
            "{} MB, over the limit of {} MB for a draft: split it",
            metadata.len() >> 20,
            LARGEST >> 20
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|_| "not UTF-8: save it with UTF-8 encoding".to_owned())
}

/// A path as reports write it: with `/`, whatever the system.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}
