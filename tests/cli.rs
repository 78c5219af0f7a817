//! Transcripts of the command: every file of tests/cli is a workspace and what the command prints in it.
//!
//! A fence after `` `NAME`: `` is a file; a `console` fence holds commands (`$ backread …`), what they print,
//! and `? CODE` where they exit with another code than 0. `BLESS=1 cargo test --test cli` writes the output
//! anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn transcripts_print_what_they_show() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut failures = String::new();
    let mut commands = 0;
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let expected = fs::read_to_string(&path).unwrap();
        let actual = replay(&expected, &mut commands);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, actual).unwrap();
        } else if expected != actual {
            let lines = expected.lines().zip(actual.lines()).find(|(a, b)| a != b);
            failures += &format!("{}: {lines:?}\n", path.display());
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
    assert!(commands > 20, "only {commands} commands were run");
}

fn replay(text: &str, commands: &mut usize) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut out = String::new();
    let mut name: Option<String> = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out += &format!("{line}\n");
        if let Some(file) = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")) {
            name = Some(file.to_owned());
        }
        if !line.starts_with("```") {
            continue;
        }
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if line == "```console" {
            for command in body.iter().filter_map(|line| line.strip_prefix("$ ")) {
                *commands += 1;
                out += &format!("$ {command}\n{}", run(command, folder.path()));
            }
        } else {
            let path = folder.path().join(name.take().expect("a file needs its name before it"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, body.join("\n") + "\n").unwrap();
            out += &(body.join("\n") + if body.is_empty() { "" } else { "\n" });
        }
        out += "```\n";
    }
    out
}

/// Runs `backread …`, or `echo TEXT | backread …`, or `rm FILE`; nothing else is needed here.
fn run(line: &str, folder: &Path) -> String {
    if let Some(file) = line.strip_prefix("rm ") {
        fs::remove_file(folder.join(file)).unwrap();
        return String::new();
    }
    let (input, line) = match line.strip_prefix("echo ") {
        Some(rest) => rest.split_once(" | ").expect("a pipe"),
        None => ("", line),
    };
    let words = words(line);
    let (program, arguments) = words.split_first().unwrap();
    assert_eq!(program, "backread");
    let mut child = Command::new(env!("CARGO_BIN_EXE_backread"))
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "90")
        .env("XDG_CACHE_HOME", folder.join(".cache"))
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone before this is written.
    let _ = child.stdin.take().unwrap().write_all(format!("{}\n", input.trim_matches('\'')).as_bytes());
    let output = child.wait_with_output().unwrap();
    let plain = |bytes: Vec<u8>| {
        String::from_utf8(bytes)
            .unwrap()
            .replace(&folder.canonicalize().unwrap().display().to_string(), "WORKSPACE")
            .replace(&folder.display().to_string(), "WORKSPACE")
    };
    let code = output.status.code().unwrap();
    let code = if code == 0 { String::new() } else { format!("? {code}\n") };
    format!("{}{}{code}", plain(output.stderr), plain(output.stdout))
}

/// Words of a command line; single quotes hold one together.
fn words(line: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => found.push(String::new()),
            c => found.last_mut().unwrap().push(c),
        }
    }
    found.retain(|word| !word.is_empty());
    found
}
