//! `backread init`: a first workspace.

use crate::workspace;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(folder: &Path) -> anyhow::Result<ExitCode> {
    let written = workspace::init::init(folder)?;
    let mut out = anstream::stdout();
    for path in &written {
        writeln!(out, "wrote {}", path.strip_prefix(".").unwrap_or(path).display())?;
    }
    if written.is_empty() {
        writeln!(out, "nothing to write: backread.toml, corpus and draft.md are there")?;
    } else {
        writeln!(
            out,
            "now run: backread check {}",
            folder.join("draft.md").strip_prefix(".").unwrap_or(&folder.join("draft.md")).display()
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
