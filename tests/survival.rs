//! Nothing is lost: killed at any point, out of disk, without the right to write, with files that change
//! under its eyes, the next run works and says what happened.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::check::{SentenceReport, Settings, check};
use backread::corpus::File;
use backread::corpus::Index;
use backread::corpus::index::{FORMAT, Opened};
use backread::draft::Draft;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

const DRAFT: &str = "Twelve ships left pier 7 on Monday, Ada Fenn said.\n\n“The wall of pier 9 will hold,” Ilse Harrow said.\n\nThe storm tore nine boats from pier 3.\n";

fn article(n: usize, round: usize) -> String {
    let ships = ["Twelve", "Nine", "Thirty"][(n + round) % 3];
    let sentence = |k: usize| {
        format!(
            "{ships} ships left pier {n} on Monday, Ada Fenn said. “The wall of pier {k} will hold,” Ilse Harrow said. The storm tore nine boats from pier {k} in hour {round}.\n\n"
        )
    };
    (0..6).map(sentence).collect()
}

fn workspace(sources: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("corpus")).unwrap();
    for n in 0..sources {
        fs::write(folder.path().join(format!("corpus/a{n}.md")), article(n, 0)).unwrap();
    }
    fs::write(folder.path().join("draft.md"), DRAFT).unwrap();
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backread"));
    command.args(arguments).current_dir(folder).env("XDG_CACHE_HOME", folder.join(".cache"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

fn files(folder: &Path) -> Vec<File> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder.join("corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    let name = |path: &Path| format!("corpus/{}", path.file_name().unwrap().to_string_lossy());
    found.into_iter().map(|absolute| File { path: name(&absolute), absolute }).collect()
}

/// Every verdict, score, passage and message of a report.
fn judgement(index: &Index) -> String {
    let snapshot = index.snapshot().unwrap();
    let report =
        check(&Draft::read("draft.md", DRAFT, Some("en")), &snapshot, &Settings::default(), &|| false)
            .unwrap();
    let of_sentence = |sentence: &SentenceReport| {
        let evidence = sentence
            .evidence
            .iter()
            .map(|proof| format!("{}:{}", proof.candidate.source.path, proof.candidate.position));
        format!("{:?} {:.6} {:?}", sentence.verdict, sentence.score, evidence.collect::<Vec<_>>())
    };
    let findings =
        report.findings.iter().map(|finding| format!("{} {}", finding.rule.name(), finding.message));
    report.sentences.iter().map(of_sentence).chain(findings).collect::<Vec<_>>().join("\n")
}

const KILLS: usize = 200;
const SOURCES: usize = 40;

/// A run is killed at a moment drawn from all of its time, commits and merges included, again and again on
/// one index.
#[test]
fn killed_at_any_point_the_index_opens_and_judges_as_a_fresh_one() {
    let folder = workspace(SOURCES);
    let place = folder.path().join(".backread");
    let started = Instant::now();
    assert!(command(folder.path(), &["index"]).output().unwrap().status.success());
    // How long a run takes, by the runs that the kill came too late for.
    let mut whole = started.elapsed();
    let (reader, _) = Index::open(&place).unwrap();
    let held = reader.snapshot().unwrap();
    let passages = held.passages();
    let mut random = fastrand::Rng::with_seed(11);
    let mut killed = 0;
    for round in 1..=KILLS {
        for _ in 0..random.usize(1..SOURCES / 2) {
            let n = random.usize(..SOURCES);
            let path = folder.path().join(format!("corpus/a{n}.md"));
            if random.u8(..6) == 0 {
                let _ = fs::remove_file(path);
            } else {
                fs::write(path, article(n, round)).unwrap();
            }
        }
        let mut child = command(folder.path(), &["index"]).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(random.f64()));
        child.kill().unwrap();
        let in_time = child.wait().unwrap().signal() == Some(9);
        killed += usize::from(in_time);
        whole = whole.mul_f64(if in_time { 1.03 } else { 0.93 });

        let (index, opened) = Index::open(&place).unwrap();
        assert_eq!(opened, Opened::Ready, "round {round}");
        // Every few rounds what the killed run left is finished; between them the remains pile up.
        if round % 4 == 0 {
            index.refresh(&files(folder.path()), &|_, _| {}).unwrap();
            let fresh = Index::in_memory().unwrap();
            fresh.refresh(&files(folder.path()), &|_, _| {}).unwrap();
            assert_eq!(judgement(&index), judgement(&fresh), "round {round}");
        } else {
            judgement(&index);
        }
        assert_eq!(held.passages(), passages, "a reader keeps what it had");
    }
    assert!(killed > KILLS / 2, "only {killed} of {KILLS} runs were killed before their end");
    let after = command(folder.path(), &["check", "draft.md", "--fail-on", "never"]).output().unwrap();
    assert!(after.status.success() && !said(&after).contains("note:"), "{}", said(&after));
}

/// Two writers at once, one of them killed: the other's work is whole.
#[test]
fn a_writer_outlives_another_that_is_killed() {
    let folder = workspace(SOURCES);
    for round in 1..=8 {
        for n in 0..SOURCES {
            fs::write(folder.path().join(format!("corpus/a{n}.md")), article(n, round)).unwrap();
        }
        let mut killed = command(folder.path(), &["index"]).spawn().unwrap();
        let other = command(folder.path(), &["index"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(5 * round as u64));
        killed.kill().unwrap();
        killed.wait().unwrap();
        assert!(other.wait_with_output().unwrap().status.success());
        let (index, opened) = Index::open(&folder.path().join(".backread")).unwrap();
        assert_eq!(opened, Opened::Ready);
        let fresh = Index::in_memory().unwrap();
        fresh.refresh(&files(folder.path()), &|_, _| {}).unwrap();
        assert_eq!(judgement(&index), judgement(&fresh), "round {round}");
    }
}

/// A full disk, as a limit on the size of files: the run reads into memory, says so, and leaves an index that
/// opens.
#[test]
fn a_full_disk_costs_speed_and_is_said() {
    let folder = workspace(SOURCES);
    let healthy = command(folder.path(), &["check", "draft.md", "--fail-on", "never"]).output().unwrap();
    for n in 0..SOURCES {
        fs::write(folder.path().join(format!("corpus/b{n}.md")), article(n, 1)).unwrap();
    }
    let limited = format!(
        "trap '' XFSZ; ulimit -f 4; exec '{}' check draft.md --fail-on never",
        env!("CARGO_BIN_EXE_backread")
    );
    let full = Command::new("sh")
        .args(["-c", &limited])
        .current_dir(folder.path())
        .env("XDG_CACHE_HOME", folder.path().join(".cache"))
        .output()
        .unwrap();
    assert!(full.status.success(), "{}", said(&full));
    assert!(said(&full).contains("the sources were read into memory for this run"), "{}", said(&full));
    assert!(said(&full).contains(&format!("held against {} sources", SOURCES * 2)), "{}", said(&full));
    let after = command(folder.path(), &["check", "draft.md", "--fail-on", "never"]).output().unwrap();
    assert!(!said(&after).contains("note:"), "{}", said(&after));
    assert_ne!(healthy.stdout, after.stdout);
    let strip = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(strip(&full), strip(&after), "memory judges as the disk does");
}

/// Neither the workspace nor the cache can be written, by a user who is not root.
#[test]
fn a_workspace_that_cannot_be_written_is_read_into_memory() {
    let folder = workspace(4);
    let program = folder.path().join("backread");
    // A copy could not be run while another test's child still held it open for writing.
    fs::hard_link(env!("CARGO_BIN_EXE_backread"), &program)
        .or_else(|_| fs::copy(env!("CARGO_BIN_EXE_backread"), &program).map(drop))
        .unwrap();
    for (path, mode) in [("corpus", 0o555), ("backread", 0o755), ("", 0o555)] {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let mut command = Command::new(&program);
    command
        .args(["check", "draft.md", "--fail-on", "never"])
        .current_dir(folder.path())
        .env("XDG_CACHE_HOME", folder.path().join(".cache"));
    if fs::write(folder.path().join("corpus/probe"), "").is_ok() {
        // Root may write anywhere; nobody may not.
        fs::remove_file(folder.path().join("corpus/probe")).unwrap();
        command.uid(65_534).gid(65_534);
    }
    let output = command.output().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(folder.path().join("corpus"), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).contains("no folder for the index can be written; the sources are read into memory"),
        "{}",
        said(&output)
    );
    assert!(said(&output).contains("held against 4 sources"), "{}", said(&output));
    assert!(!folder.path().join(".backread").exists());
}

/// Files of the index cut short or strange to it: each is used, or the index is built anew; nothing is judged
/// otherwise.
#[test]
fn an_index_cut_short_or_mixed_with_other_files_judges_the_same() {
    let folder = workspace(12);
    let index = folder.path().join(format!(".backread/index-{FORMAT}"));
    let run = || {
        command(folder.path(), &["check", "draft.md", "--format", "json", "--fail-on", "never"])
            .output()
            .unwrap()
    };
    let first = run();
    fs::write(index.join("strange.idx"), b"not ours").unwrap();
    fs::create_dir(index.join("folder.store")).unwrap();
    assert_eq!(run().stdout, first.stdout);
    let mut names: Vec<PathBuf> = fs::read_dir(&index)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    names.sort();
    assert!(names.len() > 5);
    for name in names {
        for keep in [0, 2, 3] {
            let _ = run();
            // A rebuilt index has other files.
            let Ok(bytes) = fs::read(&name) else { continue };
            fs::write(&name, &bytes[..bytes.len() * keep / 4]).unwrap();
            let after = run();
            assert!(after.status.success(), "{}: {}", name.display(), said(&after));
            assert_eq!(after.stdout, first.stdout, "{} cut to {keep} quarters", name.display());
        }
    }
}

/// Clocks that are wrong: a time in the future, or none, proves nothing, so the content decides.
#[test]
fn a_wrong_clock_hides_no_change() {
    let folder = workspace(2);
    let path = folder.path().join("corpus/a1.md");
    let day = Duration::from_hours(24);
    for time in [SystemTime::now() + day, SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH + day] {
        let set = |text: &str| {
            fs::write(&path, text).unwrap();
            fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        };
        set("Twelve ships left the pier.");
        let _ = command(folder.path(), &["index"]).output().unwrap();
        set("Thirteen ships left the pier, and came back.");
        let report = said(&command(folder.path(), &["index"]).output().unwrap());
        assert!(report.contains("1 changed"), "{time:?}: {report}");
    }
}

/// A corpus that is taken away and brought back, and one whose files change while they are read.
#[test]
fn a_corpus_that_moves_is_followed() {
    let folder = workspace(SOURCES);
    assert!(command(folder.path(), &["index"]).output().unwrap().status.success());
    fs::rename(folder.path().join("corpus"), folder.path().join("away")).unwrap();
    let gone = command(folder.path(), &["check", "draft.md"]).output().unwrap();
    assert_eq!(gone.status.code(), Some(2));
    assert!(said(&gone).contains("no sources found"), "{}", said(&gone));
    fs::rename(folder.path().join("away"), folder.path().join("corpus")).unwrap();
    let back = command(folder.path(), &["index"]).output().unwrap();
    assert!(said(&back).contains(&format!("{SOURCES} unchanged")), "{}", said(&back));

    let busy = folder.path().join("corpus");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut round = 0;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                round += 1;
                fs::write(busy.join(format!("a{}.md", round % SOURCES)), article(round % SOURCES, round))
                    .unwrap();
                let _ = fs::remove_file(busy.join(format!("a{}.md", (round + 7) % SOURCES)));
            }
        });
        for _ in 0..6 {
            let output = command(folder.path(), &["index"]).output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    let (index, _) = Index::open(&folder.path().join(".backread")).unwrap();
    index.refresh(&files(folder.path()), &|_, _| {}).unwrap();
    let fresh = Index::in_memory().unwrap();
    fresh.refresh(&files(folder.path()), &|_, _| {}).unwrap();
    assert_eq!(judgement(&index), judgement(&fresh));
}
