//! A fix puts the source's words back, and what it leaves is clean.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Settings, check};
use backread::corpus::{File, Index, Snapshot};
use backread::draft::Draft;
use std::sync::Arc;

fn snapshot(source: &str) -> (tempfile::TempDir, Arc<Snapshot>) {
    let folder = tempfile::tempdir().unwrap();
    let absolute = folder.path().join("post.md");
    std::fs::write(&absolute, source).unwrap();
    let index = Index::in_memory().unwrap();
    index.refresh(&[File { path: "post.md".to_owned(), absolute }], &|_, _| {}).unwrap();
    let snapshot = index.snapshot().unwrap();
    (folder, snapshot)
}

/// Applies the first finding's first fix and returns the draft that it leaves.
#[track_caller]
fn fixed(source: &str, text: &str, rule: &str) -> String {
    let (_folder, snapshot) = snapshot(source);
    let settings = Settings::default();
    let report = |text: &str| {
        check(&Draft::read("draft.md", text, Some("en")), &snapshot, &settings, &|| false).unwrap()
    };
    let first = report(text);
    let finding = first
        .findings
        .iter()
        .find(|finding| finding.rule.name() == rule)
        .unwrap_or_else(|| panic!("no {rule} in {:?}", first.findings));
    let mut edits: Vec<_> = finding.fixes.first().expect("a fix").edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    let mut mended = text.to_owned();
    for edit in edits {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    assert!(report(&mended).findings.is_empty(), "{mended}: {:?}", report(&mended).findings);
    mended
}

#[test]
fn a_misquote_is_restored_inside_the_drafts_own_marks() {
    let source = "“We will search until dawn and we will not stop, and the *old* wall was not safe,” Ada Fenn said on Friday.";
    for (wrong, right) in [
        (
            "“We will search until dawn and we will stop,” Ada Fenn said.",
            "“We will search until dawn and we will not stop,” Ada Fenn said.",
        ),
        (
            "‘We will search until *noon* and we will not stop,’ Ada Fenn said.",
            "‘We will search until *dawn* and we will not stop,’ Ada Fenn said.",
        ),
        (
            "“We will search the sea until dawn and we will not stop,” Ada Fenn said.",
            "“We will search until dawn and we will not stop,” Ada Fenn said.",
        ),
        (
            "“We search until dawn and we will not stop,” Ada Fenn said.",
            "“We will search until dawn and we will not stop,” Ada Fenn said.",
        ),
        ("“and the old wall was safe,” Ada Fenn said.", "“and the old wall was not safe,” Ada Fenn said."),
    ] {
        assert_eq!(fixed(source, wrong, "misquote"), right);
    }
}

#[test]
fn what_was_left_out_comes_back_with_the_sources_marks() {
    let source = "“We had no plan and, to be honest, no boat. The pumps failed, and I have said so. There were four men on the wall,” Ada Fenn said.";
    for (wrong, right) in [
        (
            "“We had no plan and no boat,” Ada Fenn said.",
            "“We had no plan and, to be honest, no boat,” Ada Fenn said.",
        ),
        (
            "“The pumps failed. There were four men on the wall,” Ada Fenn said.",
            "“The pumps failed, and I have said so. There were four men on the wall,” Ada Fenn said.",
        ),
        (
            "“There were four men on the wall, truly.” So said Ada Fenn.",
            "“There were four men on the wall.” So said Ada Fenn.",
        ),
    ] {
        assert_eq!(fixed(source, wrong, "misquote"), right);
    }
}

#[test]
fn a_cut_is_marked_with_the_drafts_own_kind_of_ellipsis() {
    let source = "“The pumps failed one after the other in the dark, and the water came. We had no boat,” Ada Fenn said.";
    let wrong = "“The pumps failed one after the other in the dark. We had no boat,” Ada Fenn said. “We had ... no boat,” she said.";
    let (_folder, snapshot) = snapshot(source);
    let report =
        check(&Draft::read("draft.md", wrong, Some("en")), &snapshot, &Settings::default(), &|| false)
            .unwrap();
    let titled = |fix: &&backread::rules::Fix| fix.title.contains("ellipsis");
    let fix = report
        .findings
        .iter()
        .flat_map(|finding| &finding.fixes)
        .find(titled)
        .expect("a fix that marks the cut");
    assert_eq!(fix.edits.len(), 1);
    assert_eq!(fix.edits[0].text, "... ");
    assert!(wrong[fix.edits[0].span.start as usize..].starts_with("We had no boat"), "{fix:?}");
}

#[test]
fn a_speaker_is_changed_where_the_draft_names_them() {
    let source = "“The wall will hold through the winter,” Ilse Harrow said. “We asked for help twice that night,” Joris Maar said.";
    let wrong = "“We asked for help twice that night,” Ilse Harrow said.";
    assert_eq!(
        fixed(source, wrong, "misattributed-quote"),
        "“We asked for help twice that night,” Joris Maar said."
    );
}

#[test]
fn a_label_in_capitals_becomes_a_name_and_no_title_is_doubled() {
    let source = "COUNCILLOR TOBIAS REN: A bridge does not fail in one night, and this one had failed for years.\n\nMAYOR ILSE HARROW: Thank you.\n";
    let wrong = "“A bridge does not fail in one night, and this one had failed for years,” Councillor Nadia Fenn said.";
    assert_eq!(
        fixed(source, wrong, "misattributed-quote"),
        "“A bridge does not fail in one night, and this one had failed for years,” Councillor Tobias Ren said."
    );
}

#[test]
fn a_fix_that_would_cut_markup_in_two_is_not_offered() {
    let source = "Turnout in the city of Averel was 51.3 per cent on Saturday, the returning officer said.";
    let (_folder, snapshot) = snapshot(source);
    for (text, fixes) in [
        ("Turnout in the city of Averel was *53.1* per cent on Saturday, the returning officer said.", 0),
        ("Turnout in the city of Averel was 53.1 per cent on Saturday, the returning officer said.", 1),
    ] {
        let report =
            check(&Draft::read("draft.md", text, Some("en")), &snapshot, &Settings::default(), &|| false)
                .unwrap();
        assert_eq!(report.findings[0].rule.name(), "conflicting-figure");
        assert_eq!(report.findings[0].fixes.len(), fixes, "{text}");
    }
}

#[test]
fn a_suppression_that_suppresses_nothing_is_removed() {
    let text = "<!-- backread-ignore misquote: by phone -->\n\nThe wall will hold through the winter, Ada Fenn said.\n";
    assert_eq!(
        fixed("The wall will hold through the winter, Ada Fenn said.", text, "unused-ignore").trim(),
        "The wall will hold through the winter, Ada Fenn said."
    );
}

#[test]
fn figures_dates_and_names_are_taken_from_the_source() {
    let source = "The ferry Marguerite ran aground off Port Averel on 13 March with 212 passengers on board, Harbourmaster Ada Fenn said.";
    for (wrong, rule) in [
        (
            "The ferry Marguerite ran aground off Port Averel on 13 March with 221 passengers on board, Harbourmaster Ada Fenn said.",
            "conflicting-figure",
        ),
        (
            "The ferry Marguerite ran aground off Port Averel on 15 March with 212 passengers on board, Harbourmaster Ada Fenn said.",
            "conflicting-date",
        ),
        (
            "The ferry Marguerite ran aground off Port Eastmere on 13 March with 212 passengers on board, Harbourmaster Ada Fenn said.",
            "conflicting-name",
        ),
    ] {
        assert_eq!(fixed(source, wrong, rule), source);
    }
}
