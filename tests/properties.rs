//! What must hold for any text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Settings, check};
use backread::corpus::{File, Index, Snapshot, bibliography, sources::reader};
use backread::draft::Draft;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;

const SOURCE: &str = "---\ntitle: The storm\npublisher: Post\npublished: 2026-03-14\n---\n\n“We will keep the harbour closed,” Ada Fenn said. At least 18 people were hurt on Friday, 13 March. The mayor denied that 3.4 million crowns may be missing.\n";

fn snapshot_of(sources: &[(&str, &str)], folder: &Path) -> Arc<Snapshot> {
    let index = Index::in_memory().unwrap();
    index.refresh(&write(sources, folder), &|_, _| {}).unwrap();
    index.snapshot().unwrap()
}

fn write(sources: &[(&str, &str)], folder: &Path) -> Vec<File> {
    let file = |(name, text): &(&str, &str)| {
        let absolute = folder.join(name);
        fs::write(&absolute, text).unwrap();
        File { path: (*name).to_owned(), absolute }
    };
    sources.iter().map(file).collect()
}

/// Text that is likely to hit a reader's corners: markup, marks, numbers, dates, wide and invisible
/// characters.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("“We will keep the harbour closed,” Ada Fenn said. ".to_owned()),
        Just("At least 18 people were hurt on Friday, 13 March. ".to_owned()),
        Just("The mayor denied that 3.4 million crowns may be missing. ".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n> ".to_owned()),
        Just("\n- ".to_owned()),
        Just("| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()),
        Just("[^1]\n\n[^1]: [@post, p. 3]\n\n".to_owned()),
        Just(" [[post#^a|b]] (Fenn, 2026, p. 3) ^[Note.]".to_owned()),
        Just("<!-- backread-ignore misquote: x -->\n".to_owned()),
        "[“”‘’„«»\"'.…!?,;:()\\[\\]*_`~<>|#@^&%$€0-9 \\-–—\u{ad}\u{200b}\u{a0}😀é漢\r\n\t]{0,12}",
        "[a-zA-Z]{1,9} ",
        "[0-9]{1,7}[.,:-]?[0-9]{0,3}(st|%| percent| km| million)? ",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Every span lies on character boundaries of the draft, and nothing panics on the way.
    #[test]
    fn spans_fit_the_draft(text in prose()) {
        let folder = tempfile::tempdir().unwrap();
        let snapshot = snapshot_of(&[("post.md", SOURCE)], folder.path());
        let draft = Draft::read("draft.md", &text, None);
        let settings = Settings::default();
        let report = check(&draft, &snapshot, &settings, &|| false).unwrap();
        for sentence in &report.sentences {
            prop_assert!(text.get(sentence.span.range()).is_some());
            prop_assert!((0.0..=1.0).contains(&sentence.score));
        }
        for finding in &report.findings {
            prop_assert!(text.get(finding.span.range()).is_some(), "{} at {:?}", finding.rule.name(), finding.span);
            for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(text.get(edit.span.range()).is_some(), "{} edits {:?}", finding.rule.name(), edit.span);
            }
            for proof in &finding.evidence {
                prop_assert!(proof.marked.iter().all(|span| proof.candidate.passage.text.get(span.range()).is_some()));
            }
        }
    }

    /// A source of any bytes is read or refused with a reason; its passages lie in it.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..400), prose().prop_map(String::into_bytes)], ending in prop::sample::select(vec!["md", "txt", "vtt", "csv", "html"])) {
        let name = &format!("source.{ending}");
        if let Ok(source) = reader::read(name, &bytes, None) {
            let text = std::str::from_utf8(&bytes).ok();
            for passage in &source.passages {
                prop_assert!(bytes.get(passage.span().range()).is_some());
                prop_assert!(text.is_none_or(|text| text.get(passage.span().range()).is_some()));
                prop_assert!(passage.quoted.iter().all(|quoted| passage.text.get(quoted.span.range()).is_some()));
            }
        }
    }

    /// A draft that copies a source sentence by sentence is never accused.
    #[test]
    fn copies_are_never_accused(words in prop::collection::vec("[a-z]{3,9}", 6..14), number in 2u32..5000, name in "[A-Z][a-z]{3,8} [A-Z][a-z]{4,8}") {
        let sentence = format!("{name} said that {number} {} were seen.", words.join(" "));
        let folder = tempfile::tempdir().unwrap();
        let snapshot = snapshot_of(&[("post.md", SOURCE), ("copy.md", &sentence)], folder.path());
        let draft = Draft::read("draft.md", &sentence, Some("en"));
        let settings = Settings::default();
        let report = check(&draft, &snapshot, &settings, &|| false).unwrap();
        prop_assert!(report.findings.is_empty(), "{:?}", report.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>());
    }
}

proptest! {
    /// Whatever stands in a bibliography, reading it ends and does not fail.
    #[test]
    fn any_text_is_read_as_a_bibliography(parts in prop::collection::vec(prop::sample::select(BIBTEX.to_vec()), 0..60), ending in 0..3usize) {
        let text = parts.concat();
        let works = bibliography::read(["works.bib", "works.json", "works.yaml"][ending], &text);
        prop_assert!(works.len() <= text.len());
    }
}

/// What BibTeX, JSON and YAML are made of.
const BIBTEX: [&str; 40] = [
    "@article{",
    "@string{",
    "@comment{",
    "@preamble{",
    "\n@",
    "@",
    "{",
    "}",
    "\"",
    "#",
    ",",
    "=",
    "\n",
    " ",
    "title",
    "author",
    "date",
    "year",
    "month",
    "file",
    "url",
    "doi",
    "a",
    "é",
    "2020",
    "2020-01/..",
    "jan",
    " and ",
    "\\",
    "\\\"{",
    "\\emph{",
    "$",
    "%",
    "--",
    "~",
    "[",
    "]",
    ":",
    "- id: x",
    "&a *a",
];
