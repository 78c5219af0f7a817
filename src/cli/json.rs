//! The machine-readable report: one object on standard output, fields as documented in docs/json.md.

use crate::check::{Checked, fingerprint};
use crate::cli::summary::Summary;
use crate::corpus::Passage;
use crate::draft::Draft;
use crate::rules::{Finding, Proof};
use crate::text::Span;
use crate::text::lines::Place;
use crate::workspace::Prepared;
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::io::Write;

/// The version of the format; fields may be added, never renamed.
const SCHEMA: u32 = 1;

pub(super) fn print(all: &[Checked], prepared: &Prepared, summary: &Summary) -> anyhow::Result<()> {
    let mut drafts: Vec<&Checked> = all.iter().collect();
    drafts.sort_by(|a, b| a.draft.path.cmp(&b.draft.path));
    let report = json!({
        "schema": SCHEMA,
        "version": env!("CARGO_PKG_VERSION"),
        "corpus": {
            "sources": prepared.snapshot.roster().len(),
            "passages": prepared.snapshot.passages(),
            "skipped": prepared.refreshed.skipped.iter().map(|(path, skip)| json!({ "path": path, "reason": skip.to_string() })).collect::<Vec<_>>(),
        },
        "drafts": drafts.into_iter().map(draft).collect::<Vec<_>>(),
        "summary": {
            "errors": summary.errors, "warnings": summary.warnings, "infos": summary.infos, "hints": summary.hints,
            "suppressed": summary.suppressed, "unchecked": summary.unchecked,
        },
    });
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut out, &report).map_err(std::io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

fn draft(checked: &Checked) -> Value {
    let Checked { draft, report } = checked;
    let sentences: Vec<Value> = report
        .sentences
        .iter()
        .map(|sentence| {
            let mut value = json!({
                "range": range(draft, sentence.span),
                "text": sentence.span.of(&draft.text),
                "verdict": sentence.verdict.name(),
                "score": round(sentence.score),
                "sources": sentence.sources.0,
                "independent": sentence.sources.1,
                "evidence": sentence.evidence.iter().map(evidence).collect::<Vec<_>>(),
            });
            if !sentence.unsaved.is_empty() {
                value["unsaved"] = sentence.unsaved.clone().into();
            }
            if let Some(reason) = sentence.exempt {
                value["exempt"] = reason.into();
            }
            value
        })
        .collect();
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    let findings: Vec<Value> = report.findings.iter().map(|found| finding(draft, found, &mut seen)).collect();
    json!({ "path": draft.path, "sentences": sentences, "findings": findings })
}

fn finding(draft: &Draft, finding: &Finding, seen: &mut FxHashMap<String, usize>) -> Value {
    let first = fingerprint(finding, draft, 0);
    let nth = seen.entry(first.clone()).and_modify(|n| *n += 1).or_default();
    let identity = if *nth == 0 { first } else { fingerprint(finding, draft, *nth) };
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let edits: Vec<Value> = fix
                .edits
                .iter()
                .map(|edit| json!({ "range": range(draft, edit.span), "text": edit.text }))
                .collect();
            json!({ "title": fix.title, "edits": edits })
        })
        .collect();
    let mut value = json!({
        "rule": finding.rule.name(),
        "severity": finding.level.name(),
        "message": finding.message,
        "range": range(draft, finding.span),
        "text": finding.span.of(&draft.text),
        "evidence": finding.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "related": finding.related.iter().map(|span| range(draft, *span)).collect::<Vec<_>>(),
        "fixes": fixes,
        "fingerprint": identity,
    });
    if let Some(difference) = finding.difference {
        value["difference"] = difference.name().into();
    }
    if let Some(confidence) = &finding.confidence {
        value["confidence"] = round(confidence.value).into();
        value["signs"] = confidence.signs.iter().map(|sign| round(*sign)).collect();
    }
    value
}

pub(super) fn evidence(proof: &Proof) -> Value {
    let (passage, source) = (&proof.candidate.passage, &proof.candidate.source);
    json!({
        "source": source.key, "path": source.path, "title": source.title, "publisher": source.publisher,
        "published": source.published, "url": source.url, "speaker": passage.speaker, "locator": passage.locator,
        "passage": passage.text, "range": passage_range(passage), "score": round(proof.score),
    })
}

fn passage_range(passage: &Passage) -> Value {
    json!({ "start": place(passage.start), "end": place(passage.end) })
}

fn range(draft: &Draft, span: Span) -> Value {
    let at = |offset: u32| place(draft.lines.place(&draft.text, offset));
    json!({ "start": at(span.start), "end": at(span.end) })
}

fn place(place: Place) -> Value {
    json!({ "line": place.line, "column": place.column, "offset": place.offset })
}

/// Four digits are all that a score means.
fn round(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}
