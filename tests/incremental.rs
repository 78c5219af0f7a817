//! A draft checked while it is typed: the same report as a check of the whole, and only what changed is
//! searched for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Checker, Report, Settings, check};
use backread::corpus::{File, Index, Snapshot};
use backread::draft::Draft;
use backread::matching::Desk;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;

const SOURCE: &str = "---\ntitle: The storm\npublisher: Post\npublished: 2026-03-14\n---\n\n“We will keep the harbour closed, and we will not speculate,” Ada Fenn said. At least 18 people were hurt on Friday, 13 March. The ferry Marguerite ran aground off Port Averel with 212 passengers on board. The mayor, Ilse Harrow, denied that 3.4 million crowns may be missing.\n\n“The wall will hold through the winter,” Ilse Harrow said.\n";

fn snapshot(folder: &Path) -> Arc<Snapshot> {
    let absolute = folder.join("post.md");
    fs::write(&absolute, SOURCE).unwrap();
    let index = Index::in_memory().unwrap();
    let refreshed = index.refresh(&[File { path: "post.md".to_owned(), absolute }], &|_, _| {}).unwrap();
    assert_eq!((refreshed.added, refreshed.skipped.len()), (1, 0));
    index.snapshot().unwrap()
}

/// Everything that a front end can show of a report.
fn shown(report: &Report) -> String {
    let proofs = |proofs: &[backread::rules::Proof]| {
        proofs
            .iter()
            .map(|proof| {
                format!(
                    "{}#{} {:?} {:?}",
                    proof.candidate.source.path, proof.candidate.position, proof.score, proof.marked
                )
            })
            .collect::<Vec<_>>()
    };
    let sentences = report.sentences.iter().map(|sentence| {
        format!(
            "{:?} {:?} {:?} {} {:?}",
            sentence.span,
            sentence.verdict,
            sentence.exempt,
            sentence.score,
            proofs(&sentence.evidence)
        )
    });
    let findings = report.findings.iter().map(|finding| {
        format!(
            "{} {:?} {:?} {} {:?} {:?}",
            finding.rule.name(),
            finding.level,
            finding.span,
            finding.message,
            finding.fixes,
            proofs(&finding.evidence)
        )
    });
    sentences
        .chain(findings)
        .chain([format!("{} suppressed", report.suppressed.len())])
        .collect::<Vec<_>>()
        .join("\n")
}

/// What a writer types: sentences right and wrong, and the marks that change what stands around them.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("“We will keep the harbour closed, and we will speculate,” she said. ".to_owned()),
        Just("Ada Fenn spoke first. ".to_owned()),
        Just("“The wall will hold through the winter,” Ada Fenn said. ".to_owned()),
        Just("The ferry Marguerite ran aground off Port Averel with 221 passengers on board. ".to_owned()),
        Just("At least 18 people were hurt on Friday, 14 March. ".to_owned()),
        Just("The mayor confirmed that 3.4 million crowns are missing.[@post] ".to_owned()),
        Just("<!-- backread-ignore conflicting-figure: by phone -->\n".to_owned()),
        Just("---\ndate: 2026-03-15\n---\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("> ".to_owned()),
        Just("“".to_owned()),
        "[a-z .”*\n]{0,6}",
    ]
}

/// A text edited step by step: where (a share of its length), how many characters go, what comes.
fn edits() -> impl Strategy<Value = Vec<(f64, usize, String)>> {
    prop::collection::vec((0.0..=1.0, 0usize..60, typed()), 1..12)
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a short text"
)]
fn edit(text: &str, place: f64, cut: usize, typed: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let from = (place * chars.len() as f64) as usize;
    let to = (from + cut).min(chars.len());
    chars[..from].iter().chain(typed.chars().collect::<Vec<_>>().iter()).chain(&chars[to..]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn an_incremental_report_equals_a_full_one(start in prop::collection::vec(typed(), 0..8), edits in edits()) {
        let folder = tempfile::tempdir().unwrap();
        let snapshot = snapshot(folder.path());
        let settings = Settings::default();
        let mut checker = Checker::new(Arc::new(Desk::new(Arc::clone(&snapshot))));
        let mut text = start.concat();
        for (place, cut, typed) in edits {
            let incremental = checker.check("draft.md", &text, &settings, &|| false).unwrap();
            let full = check(&Draft::read("draft.md", &text, None), &snapshot, &settings, &|| false).unwrap();
            prop_assert_eq!(shown(&incremental.report), shown(&full), "{}", text);
            text = edit(&text, place, cut, &typed);
        }
    }
}

#[test]
fn only_what_changed_is_searched_for() {
    let folder = tempfile::tempdir().unwrap();
    let snapshot = snapshot(folder.path());
    let settings = Settings::default();
    let mut checker = Checker::new(Arc::new(Desk::new(snapshot)));
    let text = "Ada Fenn spoke to reporters. “We will keep the harbour closed,” she said.\n\nAt least 18 people were hurt on Friday.\n";
    let mut searched = |text: &str| {
        checker.check("draft.md", text, &settings, &|| false).unwrap();
        checker.searched()
    };
    assert_eq!(searched(text), 4, "three sentences and a quotation");
    assert_eq!(searched(text), 0);
    assert_eq!(searched(&text.replace("18", "19")), 1);
    assert_eq!(
        searched(&format!("A new first sentence about the Marguer. {}", text.replace("18", "19"))),
        1,
        "nobody knows the name"
    );
    assert_eq!(
        searched(&format!("A new first sentence about the ferry Marguerite. {}", text.replace("18", "19"))),
        4,
        "all that is about it"
    );
    assert_eq!(searched(text), 3, "a sentence that is gone is forgotten");
}

/// The property above compares something: what is typed there has findings.
#[test]
fn what_is_typed_has_findings() {
    let folder = tempfile::tempdir().unwrap();
    let text = "“We will keep the harbour closed, and we will speculate,” she said. The ferry Marguerite ran aground off Port Averel with 221 passengers on board.";
    let report =
        check(&Draft::read("draft.md", text, None), &snapshot(folder.path()), &Settings::default(), &|| {
            false
        })
        .unwrap();
    let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule.name()).collect();
    assert_eq!(rules, ["misquote", "conflicting-figure"]);
}

#[test]
fn a_cancelled_check_has_no_report_and_forgets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::default();
    let mut checker = Checker::new(Arc::new(Desk::new(snapshot(folder.path()))));
    let text = "At least 18 people were hurt on Friday. The ferry Marguerite ran aground off Port Averel.";
    assert!(checker.check("draft.md", text, &settings, &|| false).is_some());
    assert!(checker.check("draft.md", text, &settings, &|| true).is_none());
    assert!(checker.check("draft.md", text, &settings, &|| false).is_some());
    assert_eq!(checker.searched(), 0);
}
