//! The index: what is changed is read again, what is gone is gone, and an updated index judges as a fresh
//! one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{Settings, check};
use backread::corpus::{File, Index};
use backread::draft::Draft;
use std::fs;
use std::path::{Path, PathBuf};

const DRAFT: &str = "Twelve ships left the port on Monday, Ada Fenn said.\n\n“The wall will hold,” Ilse Harrow said.\n\nThe storm tore nine boats from their moorings.\n";

fn files(folder: &Path) -> Vec<File> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found
        .into_iter()
        .map(|absolute| File { path: absolute.file_name().unwrap().to_string_lossy().into_owned(), absolute })
        .collect()
}

/// Everything that a report says, as text.
fn judgement(index: &Index) -> String {
    let snapshot = index.snapshot().unwrap();
    let draft = Draft::read("draft.md", DRAFT, Some("en"));
    let settings = Settings::default();
    let report = check(&draft, &snapshot, &settings, &|| false).unwrap();
    let sentences = report.sentences.iter().map(|sentence| {
        let evidence: Vec<String> = sentence
            .evidence
            .iter()
            .map(|proof| {
                format!("{}:{} {:.6}", proof.candidate.source.path, proof.candidate.position, proof.score)
            })
            .collect();
        format!("{:?} {:.6} {evidence:?}", sentence.verdict, sentence.score)
    });
    let findings =
        report.findings.iter().map(|finding| format!("{} {}", finding.rule.name(), finding.message));
    sentences.chain(findings).collect::<Vec<_>>().join("\n")
}

fn article(n: usize, ships: &str) -> String {
    format!(
        "The storm number {n} tore {n} boats from their moorings. {ships} ships left the port on Monday, Ada Fenn said. “The wall will hold,” Ilse Harrow said. The mayor of town {n} slept well."
    )
}

#[test]
fn an_index_updated_often_judges_as_a_fresh_one() {
    let corpus = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let (index, _) = Index::open(cache.path()).unwrap();
    for round in 0..25 {
        for n in 0..6 {
            let ships = ["Twelve", "Nine", "Thirty"][(round + n) % 3];
            if (round * 7 + n * 3) % 5 == 0 {
                let _ = fs::remove_file(corpus.path().join(format!("a{n}.md")));
            } else {
                fs::write(corpus.path().join(format!("a{n}.md")), article(round * n, ships)).unwrap();
            }
        }
        index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
        let fresh = Index::in_memory().unwrap();
        fresh.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
        assert_eq!(judgement(&index), judgement(&fresh), "after round {round}");
    }
}

#[test]
fn only_changed_sources_are_read_again() {
    let corpus = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    for n in 0..3 {
        fs::write(corpus.path().join(format!("a{n}.md")), article(n, "Twelve")).unwrap();
    }
    let (index, _) = Index::open(cache.path()).unwrap();
    let first = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((first.added, first.changed, first.removed, first.unchanged), (3, 0, 0, 0));
    fs::write(corpus.path().join("a1.md"), article(1, "Nine")).unwrap();
    fs::remove_file(corpus.path().join("a2.md")).unwrap();
    // A touched file whose content is the same is no change.
    fs::write(corpus.path().join("a0.md"), article(0, "Twelve")).unwrap();
    let second = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((second.added, second.changed, second.removed, second.unchanged), (0, 1, 1, 1));
    let (again, _) = Index::open(cache.path()).unwrap();
    let third = again.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((third.added, third.changed, third.removed, third.unchanged), (0, 0, 0, 2));
    assert_eq!(again.snapshot().unwrap().sources().len(), 2);
}

/// A file read within the clock's grain of its change is read again, once; then its time is proof enough.
#[test]
fn a_time_that_proved_nothing_proves_something_later() {
    let corpus = tempfile::tempdir().unwrap();
    let index = Index::in_memory().unwrap();
    let path = corpus.path().join("post.md");
    fs::write(&path, "Twelve ships left the port on Monday, Ada Fenn said.").unwrap();
    fs::write(corpus.path().join("post.toml"), "publisher = \"The Post\"\n").unwrap();
    let source = [File { path: "post.md".to_owned(), absolute: path.clone() }];
    let stamp = || index.snapshot().unwrap().roster().stamps().next().unwrap();
    assert_eq!(index.refresh(&source, &|_, _| {}).unwrap().added, 1);
    assert!(!stamp().is_settled());
    let old = std::time::SystemTime::now() - std::time::Duration::from_mins(1);
    for file in [&path, &corpus.path().join("post.toml")] {
        fs::File::options().write(true).open(file).unwrap().set_modified(old).unwrap();
    }
    let again = index.refresh(&source, &|_, _| {}).unwrap();
    assert_eq!((again.unchanged, again.changed), (1, 0));
    assert!(stamp().is_settled());
    let untouched = index.refresh(&source, &|_, _| panic!("there is nothing to read")).unwrap();
    assert_eq!(untouched.unchanged, 1);
}

#[test]
fn a_sidecar_describes_its_source() {
    let corpus = tempfile::tempdir().unwrap();
    fs::write(corpus.path().join("a.txt"), article(1, "Twelve")).unwrap();
    fs::write(corpus.path().join("a.toml"), "key = \"storm\"\ntitle = \"A storm\"\npublished = 2026-03-14\n")
        .unwrap();
    let index = Index::in_memory().unwrap();
    let only: Vec<File> = files(corpus.path()).into_iter().filter(|file| file.path == "a.txt").collect();
    index.refresh(&only, &|_, _| {}).unwrap();
    let snapshot = index.snapshot().unwrap();
    let meta = snapshot.by_key("storm").expect("the sidecar's key");
    assert_eq!((meta.title.as_deref(), meta.published.as_deref()), (Some("A storm"), Some("2026-03-14")));
    fs::write(corpus.path().join("a.toml"), "key = \"tempest\"\n").unwrap();
    index.refresh(&only, &|_, _| {}).unwrap();
    assert!(index.snapshot().unwrap().by_key("tempest").is_some(), "a changed sidecar changes the source");
}

#[test]
fn a_damaged_index_is_built_anew() {
    let corpus = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    fs::write(corpus.path().join("a.md"), article(1, "Twelve")).unwrap();
    let (index, _) = Index::open(cache.path()).unwrap();
    index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    drop(index);
    for entry in
        fs::read_dir(cache.path().join(format!("index-{}", backread::corpus::index::FORMAT))).unwrap()
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            fs::write(path, b"{ not json").unwrap();
        }
    }
    let (index, opened) = Index::open(cache.path()).unwrap();
    assert_eq!(opened, backread::corpus::index::Opened::Damaged);
    index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!(index.snapshot().unwrap().sources().len(), 1);
}

#[test]
fn bad_files_are_skipped_with_a_reason() {
    let corpus = tempfile::tempdir().unwrap();
    let bad: [(&str, &[u8]); 5] = [
        ("empty.md", b" \n"),
        ("binary.txt", b"MZ\0\0\x01"),
        ("garbled.txt", b"\x01\x02\x03\x04 \x05\x06\x07\x08 no text"),
        ("sheet.xlsx", b"PK"),
        ("marks.md", b"*** ---"),
    ];
    for (name, bytes) in bad {
        fs::write(corpus.path().join(name), bytes).unwrap();
    }
    fs::write(corpus.path().join("good.md"), article(1, "Twelve")).unwrap();
    let index = Index::in_memory().unwrap();
    let done = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    let reasons: Vec<String> = done.skipped.iter().map(|(path, skip)| format!("{path}: {skip}")).collect();
    assert_eq!(
        reasons,
        [
            "binary.txt: binary, not text: save it as .txt or .md",
            "empty.md: empty: save the page again",
            "garbled.txt: binary, not text: save it as .txt or .md",
            "marks.md: no sentence in it: save the article's text",
            "sheet.xlsx: .xlsx files are not read: save each sheet as .csv",
        ]
    );
    assert_eq!(done.added, 1);
}

/// A file put back with the size and the time it had, and one touched without a change: the first is read,
/// the second once.
#[test]
#[cfg(unix)]
fn a_time_set_back_hides_no_change() {
    let corpus = tempfile::tempdir().unwrap();
    let index = Index::in_memory().unwrap();
    let path = corpus.path().join("post.md");
    let old = std::time::SystemTime::now() - std::time::Duration::from_mins(1);
    let set = |text: &str| {
        fs::write(&path, text).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    };
    let refresh =
        || index.refresh(&[File { path: "post.md".to_owned(), absolute: path.clone() }], &|_, _| {}).unwrap();
    set("Twelve ships left the port.");
    assert_eq!(refresh().added, 1);
    set("Eleven ships left the port.");
    assert_eq!(refresh().changed, 1);
    set("Eleven ships left the port.");
    assert_eq!(refresh().unchanged, 1);
    let untouched = index
        .refresh(&[File { path: "post.md".to_owned(), absolute: path.clone() }], &|_, _| panic!("read again"))
        .unwrap();
    assert_eq!(untouched.unchanged, 1);
}

/// A file that takes long to find wanting is not read again by the next run, which says the same of it.
#[test]
fn what_is_no_source_is_remembered() {
    let corpus = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let path = corpus.path().join("marks.md");
    let old = std::time::SystemTime::now() - std::time::Duration::from_mins(1);
    let set = |text: &str| {
        fs::write(&path, text).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    };
    set("*** ---");
    let (index, _) = Index::open(cache.path()).unwrap();
    let first = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    let again = index.refresh(&files(corpus.path()), &|_, _| panic!("read again")).unwrap();
    assert_eq!(first.skipped, again.skipped);
    assert_eq!((again.skipped.len(), again.unchanged, index.snapshot().unwrap().roster().len()), (1, 0, 0));
    set("Twelve ships left the port.");
    let mended = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((mended.added, mended.skipped.len()), (1, 0));
    set("*** --- ***");
    let broken = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((broken.removed, broken.skipped.len(), index.snapshot().unwrap().passages()), (1, 1, 0));
    fs::remove_file(&path).unwrap();
    let gone = index.refresh(&files(corpus.path()), &|_, _| {}).unwrap();
    assert_eq!((gone.removed, gone.skipped.len()), (0, 0));
}
