//! Every page of docs/rules and every file of tests/fixtures is a test: sources, a draft, and carets under
//! what must be found.
//!
//! A line of carets under a line of the draft names the rule and a part of the message. All findings must be
//! marked, and all marks found. `BLESS=1 cargo test --test fixtures` writes the carets anew: read them before
//! you keep them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{self, Report};
use backread::draft::Draft;
use backread::workspace::{Drafting, Workspace};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A fenced block of a fixture: its tag, its body, and the name of the file it stands for.
struct Fence {
    tag: String,
    file: Option<String>,
    /// Lines of the fixture, from the first of the body to the closing fence.
    lines: std::ops::Range<usize>,
}

#[test]
fn fixtures_report_what_they_mark() {
    let mut failures = String::new();
    let mut drafts = 0;
    for path in fixtures() {
        let text = fs::read_to_string(&path).unwrap();
        let (checked, expected, actual) = run(&text);
        drafts += checked;
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, actual).unwrap();
        } else if expected != actual {
            writeln!(failures, "{}\n{}", path.display(), diff(&expected, &actual)).unwrap();
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
    assert!(drafts > 60, "only {drafts} drafts were checked");
}

fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("docs/rules"), root.join("tests/fixtures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Runs every draft of a fixture: (drafts, the fixture as written, the fixture with the carets that belong
/// there).
fn run(text: &str) -> (usize, String, String) {
    let lines: Vec<&str> = text.lines().collect();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("corpus")).unwrap();
    let mut actual: Vec<String> = Vec::new();
    let (mut drafts, mut at) = (0, 0);
    for fence in fences(&lines) {
        let body = &lines[fence.lines.clone()];
        actual.extend(lines[at..fence.lines.start].iter().map(|line| (*line).to_owned()));
        at = fence.lines.end;
        match (fence.tag.as_str(), &fence.file) {
            ("draft", _) => {
                drafts += 1;
                actual.extend(marked(folder.path(), body));
            }
            (tag, file) => {
                let name = if tag == "toml" && file.is_none() {
                    "backread.toml"
                } else {
                    file.as_deref().expect("a source needs its name before it")
                };
                let path = folder.path().join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, body.join("\n") + "\n").unwrap();
                actual.extend(body.iter().map(|line| (*line).to_owned()));
            }
        }
    }
    actual.extend(lines[at..].iter().map(|line| (*line).to_owned()));
    (drafts, lines.join("\n") + "\n", actual.join("\n") + "\n")
}

fn fences(lines: &[&str]) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut named = None;
    let mut at = 0;
    while at < lines.len() {
        if let Some(name) = lines[at].strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")) {
            named = Some(name.to_owned());
        }
        if let Some(tag) = lines[at].strip_prefix("```").filter(|tag| !tag.is_empty()) {
            let end = (at + 1..lines.len()).find(|n| lines[*n] == "```").expect("a fence must close");
            found.push(Fence { tag: tag.to_owned(), file: named.take(), lines: at + 1..end });
            at = end;
        }
        at += 1;
    }
    found
}

/// The draft's lines with a line of carets for each finding.
fn marked(folder: &Path, body: &[&str]) -> Vec<String> {
    let lines: Vec<&str> = body.iter().copied().filter(|line| !is_marks(line)).collect();
    let hints: Vec<&str> = body.iter().copied().filter(|line| is_marks(line)).collect();
    let text = lines.join("\n") + "\n";
    let path = folder.join("draft.md");
    fs::write(&path, &text).unwrap();
    let (draft, report) = check_draft(&path, &text);
    let mut out = Vec::new();
    for (n, line) in (1u32..).zip(&lines) {
        out.push((*line).to_owned());
        for finding in &report.findings {
            let place = draft.lines.place(&draft.text, finding.span.start);
            if place.line == n {
                let found = finding.span.of(&text);
                let width = found.split('\n').next().unwrap_or(found).chars().count().max(1);
                let carets = format!("{}{}", " ".repeat(place.column as usize - 1), "^".repeat(width));
                out.push(format!("{carets} {} {}", finding.level.name(), said(&carets, finding, &hints)));
            }
        }
    }
    out
}

/// What a mark says of a finding: the part of the message that the fixture quotes, if the finding has it;
/// else all of it.
fn said(carets: &str, finding: &backread::rules::Finding, hints: &[&str]) -> String {
    let full = format!("{}: {}", finding.rule.name(), finding.message);
    let mut quoted = hints
        .iter()
        .filter_map(|hint| hint.strip_prefix(carets)?.trim_start().split_once(' ').map(|(_, said)| said));
    quoted
        .find(|said| {
            said.split_once(": ")
                .is_some_and(|(rule, part)| rule == finding.rule.name() && finding.message.contains(part))
        })
        .map_or(full, str::to_owned)
}

fn is_marks(line: &str) -> bool {
    let rest = line.trim_start();
    rest.starts_with('^') && rest.trim_start_matches('^').starts_with(' ')
}

fn check_draft(path: &Path, text: &str) -> (Draft, Report) {
    let workspace = Workspace::find(path, None, None).unwrap();
    let mut drafting = Drafting::default();
    drafting.add(path, text);
    let prepared = workspace.prepare(&drafting, &|_, _| {}).unwrap();
    let settings = workspace.settings(path);
    let draft = Draft::read("draft.md", text, settings.config.language.as_deref());
    let report = check::check(&draft, &prepared.snapshot, &settings, &|| false).unwrap();
    (draft, report)
}

fn diff(expected: &str, actual: &str) -> String {
    let wrong = expected
        .lines()
        .filter(|line| is_marks(line) && !actual.contains(line))
        .map(|line| format!("  expected {line}"));
    let extra = actual
        .lines()
        .filter(|line| is_marks(line) && !expected.contains(line))
        .map(|line| format!("  found    {line}"));
    wrong.chain(extra).collect::<Vec<_>>().join("\n")
}
