//! `backread measure --from-ignores`: what a newsroom has dismissed, with its reason, as cases for [`super::cases`]. A finding that is
//! dismissed was wrong, so its sentence is a faithful one. Nothing is sent anywhere.

use crate::check::{Dismissed, check_with};
use crate::cli::arguments::Global;
use crate::cli::check::{DraftText, drafting, read_drafts};
use crate::cli::opening::{FAILED, complain, with_index};
use crate::draft::Draft;
use crate::matching::Desk;
use crate::rules::Proof;
use crate::workspace::{Named, Prepared, Workspace};
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

pub(super) fn run(paths: &[PathBuf], global: &Global) -> anyhow::Result<ExitCode> {
    let start = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let workspace = Workspace::find(start, global.config.as_deref(), global.corpus.as_deref())?;
    let mut read = Vec::new();
    let failed = read_drafts(workspace.drafts(paths, Named::Draft)?.paths, &mut read);
    with_index(&workspace, &drafting(&read), global, |prepared| write_out(&workspace, &read, prepared))?;
    Ok(if failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS })
}

fn write_out(workspace: &Workspace, read: &[DraftText], prepared: &Prepared) -> anyhow::Result<()> {
    let desk = Desk::new(Arc::clone(&prepared.snapshot));
    let (mut dismissed, mut all) = (0, 0);
    let mut out = anstream::stdout();
    for (shown, path, text) in read {
        let settings = workspace.settings(path);
        let draft = Draft::read(shown, text, settings.config.language.as_deref());
        let Some(report) = check_with(&draft, &desk, &settings, &|| false) else { continue };
        all += report.findings.len() + report.suppressed.len();
        dismissed += report.suppressed.len();
        for (n, one) in report.suppressed.iter().enumerate() {
            writeln!(out, "{}", case(&draft, one, n))?;
        }
    }
    complain(&format!("{dismissed} of {all} findings are dismissed"));
    Ok(())
}

/// One dismissal: the sentence that was accused, and the passages that were held against it.
fn case(draft: &Draft, one: &Dismissed, n: usize) -> serde_json::Value {
    let finding = &one.finding;
    let sentences =
        (0..draft.sentences.len()).filter(|n| draft.file_span(*n, whole(draft, *n)).overlaps(finding.span));
    let right: Vec<&str> = sentences.map(|n| draft.readings[n].text.trim()).collect();
    let passages: Vec<&str> =
        finding.evidence.iter().map(|proof| proof.candidate.passage.text.as_str()).collect();
    let source = finding.evidence.first().map(|proof: &Proof| &proof.candidate.source);
    json!({
        "id": format!("{}-{}", draft.path, n + 1),
        "kind": finding.difference.map_or(finding.rule.name(), |kind| kind.name()),
        "lang": draft.lexicon.language.code,
        "distance": "dismissed",
        "published": source.and_then(|source| source.published.clone()),
        "publisher": source.and_then(|source| source.publisher.clone()),
        "source": passages.join(" "),
        "right": right.join(" "),
        "rule": finding.rule.name(),
        "reason": one.reason,
    })
}

fn whole(draft: &Draft, n: usize) -> crate::text::Span {
    crate::text::Span::new(0, draft.readings[n].text.len())
}
