//! The index among other processes, damage, links and files that are none.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn workspace(sources: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("corpus")).unwrap();
    for n in 0..sources {
        let text = format!(
            "The storm number {n} tore {n} boats from their moorings at pier {n}, the coast guard said."
        );
        fs::write(folder.path().join(format!("corpus/a{n}.md")), text).unwrap();
    }
    fs::write(
        folder.path().join("draft.md"),
        "The storm number 3 tore 3 boats from their moorings at pier 3, the coast guard said.\n",
    )
    .unwrap();
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backread"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("XDG_CACHE_HOME", folder.join(".cache"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn summary(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).lines().last().unwrap_or_default().to_owned()
}

#[test]
fn two_runs_at_once_index_every_source_once() {
    for _ in 0..4 {
        let folder = workspace(40);
        let both: Vec<_> =
            (0..3).map(|_| command(folder.path(), &["check", "draft.md"]).spawn().unwrap()).collect();
        for child in both {
            assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
        }
        let after = run(folder.path(), &["check", "draft.md"]);
        assert!(summary(&after).ends_with("held against 40 sources"), "{}", summary(&after));
    }
}

#[test]
fn a_garbled_index_is_built_anew_and_says_so() {
    for ending in ["term", "idx", "store", "pos", "fieldnorm"] {
        let folder = workspace(12);
        let fresh = run(folder.path(), &["check", "draft.md"]);
        for entry in
            fs::read_dir(folder.path().join(format!(".backread/index-{}", backread::corpus::index::FORMAT)))
                .unwrap()
        {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == ending) {
                let mut bytes = fs::read(&path).unwrap();
                let middle = bytes.len() / 3;
                bytes[middle..].iter_mut().for_each(|byte| *byte = 0xff);
                fs::write(&path, bytes).unwrap();
            }
        }
        let after = run(folder.path(), &["check", "draft.md"]);
        assert_eq!(after.status.code(), Some(0), "{ending}: {}", String::from_utf8_lossy(&after.stderr));
        assert_eq!(after.stdout, fresh.stdout, "{ending}");
    }
}

#[test]
fn links_are_not_followed_and_pipes_not_read() {
    let folder = workspace(2);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("secret.md"), "The secret of Gunnar Vale.").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(".backread")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("secret.md"), folder.path().join("corpus/link.md"))
        .unwrap();
    let made = Command::new("mkfifo").arg(folder.path().join("corpus/pipe.md")).status().unwrap();
    assert!(made.success());
    let output = run(folder.path(), &["index"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("skipped corpus/link.md: cannot be read: a symbolic link"), "{said}");
    assert!(said.contains("skipped corpus/pipe.md: cannot be read: not a regular file"), "{said}");
    assert!(said.contains("2 sources"), "{said}");
    let kept: Vec<_> =
        fs::read_dir(elsewhere.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(kept, ["secret.md"], "nothing is written through the link");
}

#[test]
fn nothing_is_written_through_a_link_in_our_own_folder() {
    let folder = workspace(12);
    let elsewhere = tempfile::tempdir().unwrap();
    let own = folder.path().join(".backread");
    let index = own.join(format!("index-{}", backread::corpus::index::FORMAT));
    fs::create_dir_all(&index).unwrap();
    let link = |name: &str, at: &Path| std::os::unix::fs::symlink(elsewhere.path().join(name), at).unwrap();
    link("ignored", &own.join(".gitignore"));
    link("lock", &index.join(".tantivy-writer.lock"));
    let output = run(folder.path(), &["check", "draft.md"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    let pages = backread::workspace::Workspace::find(&folder.path().join("draft.md"), None, None)
        .unwrap()
        .pages()
        .unwrap();
    fs::remove_file(pages.join("misquote.md")).unwrap();
    link("misquote.md", &pages.join("misquote.md"));
    backread::workspace::Workspace::find(&folder.path().join("draft.md"), None, None)
        .unwrap()
        .pages()
        .unwrap();
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    assert!(!pages.join("misquote.md").is_symlink());
}

#[test]
fn a_draft_too_large_to_be_one_is_refused() {
    let folder = workspace(2);
    fs::write(folder.path().join("book.md"), "word ".repeat(1 << 20)).unwrap();
    let output = run(folder.path(), &["check", "book.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("book.md: 5 MB, over the limit of 4 MB for a draft: split it")
    );
}

/// A Mac spells "Fähre" with an accent of its own: in names of files, keys, globs and folders both spellings
/// are one.
#[test]
fn names_are_the_same_however_their_letters_are_composed() {
    let folder = tempfile::tempdir().unwrap();
    let decomposed = |name: &str| folder.path().join(name.replace('ä', "a\u{308}"));
    fs::create_dir(decomposed("Häfen")).unwrap();
    fs::write(decomposed("Häfen/fähre.md"), "The ferry ran aground on Friday with 212 passengers on board.")
        .unwrap();
    fs::write(decomposed("Häfen/entwürfe-ä.md"), "Not for print.").unwrap();
    fs::write(
        folder.path().join("backread.toml"),
        "corpus = [\"Häfen\"]\nexclude = [\"Häfen/entwürfe-ä.md\"]\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("draft.md"),
        "The ferry ran aground on Friday with 212 passengers on board [@fähre].\n",
    )
    .unwrap();
    let output = run(folder.path(), &["check", "draft.md", "--fail-on", "hint"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(summary(&output).ends_with("held against 1 source"), "{}", summary(&output));
}
